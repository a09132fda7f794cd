"""Acronyms made of pieces of words: "SEFIPLAN" for Secretaría de Finanzas y Planeación (RAE, Ortografía, VI 3.2)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

#: Fewer letters are initials, or would fit by chance.
SHORTEST_BLEND = 4
#: From so many letters on the last words may go without one ("SEGOB" for Secretaría de Gobierno de …).
_TELLS_ENOUGH = 5
#: A name's first noun has at most so many letters where a place that is left out has one ("CO-FO-M", not "SER-VI-U").
_HEAD = 2
#: Adjectives and nouns of level that blends leave out as often as not.
_OFTEN_LEFT_OUT = frozenset({"estado", "ciudad", "municipio", "republica", "nacion", "provincia"})


def is_blend_of(letters: str, words: Sequence[str], optional: Collection[str]) -> bool:
    """Whether an acronym is made of the beginnings of a name's words, in their order.

    Parameters
    ----------
    letters:
        The acronym, folded.
    words:
        The name's words of meaning, folded.
    optional:
        Adjectives of level, which need not have a letter.

    Returns
    -------
    True also where one letter more stands for a place that the name leaves out ("COFOM", Comisión Forestal).
    """
    skipped = _OFTEN_LEFT_OUT.union(optional)

    def fits(at: int, start: int) -> bool:
        rest = letters[start:]
        if at == len(words):
            return not rest or (len(rest) == 1 and letters[_HEAD] != words[0][_HEAD : _HEAD + 1])
        if not rest:
            return at > 1 and (len(letters) >= _TELLS_ENOUGH or skipped.issuperset(words[at:]))
        word = words[at]
        if at and word in skipped and fits(at + 1, start):
            return True
        return any(word.startswith(rest[:taken]) and fits(at + 1, start + taken) for taken in range(len(rest), 0, -1))

    return len(words) > 1 and fits(0, 0)

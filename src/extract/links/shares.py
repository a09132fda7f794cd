"""Names that a figure's own words tie to it, and so to no other one.

"El 60 % de los subsidios otorgados por el Fondo", "50 pagado por el Estado y el 50 restante por el Ayuntamiento", "el
Ministerio (un 10 por ciento) y la Comunidad (un 30 por ciento)": who did it or has the share stands beside the number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.links.layout import Layout
from extract.links.runs import TIED
from extract.links.scope import Candidate
from extract.mentions import Quantity, Sentence

_GIVEN = "otorgad|concedid|entregad|donad|ejecutad|realizad|construid|impartid|emitid|expedid|brindad"
#: Who pays for things need not be who gives them: "coordinó 14 cursos pagados por el Estado".
_PAID = f"{_GIVEN}|aportad|pagad|cubiert|invertid|destinad|financiad"
_SUMS = frozenset({"money", "percentage"})
_ARTICLE = r"(?:\s+(?:el|la|los|las))?\s+"
#: What is counted, up to what was done with it: "60% | de subsidios | otorgados". A definite noun has its own giver.
_COUNTED = (
    r"(?:\s+(?!(?:que|para|por|con|en|al?|del|el|la|los|las|cuando|donde|mientras|pero)\b)[^\s,;:.()\d]+){0,5}?\s+"
)
_GIVEN_BY = re.compile(rf"{_COUNTED}(?:{_GIVEN})[oa]s?\s+por{_ARTICLE}")
_PAID_BY = re.compile(rf"{_COUNTED}(?:{_PAID})[oa]s?\s+por{_ARTICLE}")
#: The member that leaves out the participle of the one before: "y el 50 | restante por el".
_REST_BY = re.compile(rf"(?:\s+(?:otr[oa]s?|restantes?|por\s+ciento))*\s+por{_ARTICLE}")
_PAID_BEFORE = re.compile(rf"\b(?:{_PAID})[oa]s?\s+por\s")
#: So long is a sentence's part in which the first member stands (characters).
_REACH = 200
#: A share in brackets right behind whose it is: "el Ministerio | (un | 10 por ciento | )".
_OPENS = re.compile(r"\s*\((?:(?:con|un|el|los|las|unos|unas|casi|otros?)\s+)*$")
_CLOSES = re.compile(r"[^()\n]{0,40}\)")
_OPENING = 24


class Shares:
    """The names of one document that stand beside a number as who gave what it counts, or whose share it is.

    Parameters
    ----------
    layout:
        The document.
    ends:
        Where the names of its bodies and schemes end: a body may be a label among others that are none, as in
        "Cultura (10 euros) y Servicios Sociales (20 euros)".
    """

    def __init__(self, layout: Layout, ends: frozenset[int]) -> None:
        self._layout, self._ends = layout, ends
        self._labels: dict[int, dict[int, int]] = {}

    def ties_of(
        self, link: str, candidates: Sequence[Candidate], quantity: Quantity, home: Sentence
    ) -> list[Candidate]:
        """The candidates of a link without those that the words beside a number tie to another figure."""
        text = self._layout.text
        giver = next((c for c in candidates if c.mention is not None and _gave(text, quantity, c)), None)
        if giver is not None:
            return _tied(candidates, lambda c: c.key == giver.key)
        labels = self._labels_of(home)
        if len(labels) < 2:
            return list(candidates)
        taken = frozenset(labels.values())
        is_named = link != "agency" or taken <= self._ends
        own = labels.get(quantity.start) if is_named else None
        if own is not None and any(c.mention is not None and c.mention.end == own for c in candidates):
            return _tied(candidates, lambda c: c.mention is not None and c.mention.end == own)
        return [c for c in candidates if c.mention is None or c.mention.end not in taken]

    def _labels_of(self, sentence: Sentence) -> dict[int, int]:
        """Where the label of each figure in brackets ends, by where the figure begins."""
        if sentence.index not in self._labels:  # all figures of a sentence ask
            text, figures = self._layout.text, self._layout.figures_of(sentence)
            ends = ((figure.start, _label_end(text, figure)) for figure in figures)
            self._labels[sentence.index] = {start: end for start, end in ends if end is not None}
        return self._labels[sentence.index]


def _tied(candidates: Sequence[Candidate], is_own: Callable[[Candidate], bool]) -> list[Candidate]:
    """The candidates that are tied to the figure, marked so, and "none"."""
    kept = [c for c in candidates if c.mention is None or is_own(c)]
    for candidate in kept:
        if candidate.mention is not None:
            candidate.own[TIED] = 1.0
    return kept


def _gave(text: str, quantity: Quantity, candidate: Candidate) -> bool:
    """Whether a name is that of who gave or paid what is counted: "60% de los subsidios | otorgados por | Fonavi"."""
    mention = candidate.mention
    if mention is None or "sentence_same" not in candidate.own or mention.start < quantity.end:
        return False
    gap = text[quantity.end : mention.start]
    if len(gap) > _REACH:
        return False
    if (_PAID_BY if quantity.kind in _SUMS else _GIVEN_BY).fullmatch(gap):
        return True
    first = max(0, quantity.start - _REACH)
    first = max(first, text.rfind("\n", first, quantity.start) + 1)
    return _REST_BY.fullmatch(gap) is not None and _PAID_BEFORE.search(text, first, quantity.start) is not None


def _label_end(text: str, figure: Quantity) -> int | None:
    """Where the words end behind which a figure stands alone in brackets; None where it does not."""
    opens = _OPENS.search(text, max(0, figure.start - _OPENING), figure.start)
    return opens.start() if opens and _CLOSES.match(text, figure.end) else None

"""Whether a listed name of several words stands in a text with the capitals of a name.

The significant words of an institution's name have capitals (RAE, *Ortografía* 2010, ch. IV 4.2.4.2.7): "el Metro de
Medellín" is a company, "el metro de Medellín" a railway. Nouns that mean nothing but institutions ("secretaría",
"ministerio") are often left without them.
"""

from __future__ import annotations

from functools import lru_cache

from extract.names.grammar import grammar_of
from extract.names.words import fold, tokens_of
from extract.patterns import Patterns
from extract.rules import Entity

#: Nouns of governments, which no list of heads has.
_GOVERNMENTS = frozenset({"gobierno", "gobernacion", "ejecutivo", "ayuntamiento", "municipalidad", "alcaldia"})

#: Two offices that only an accent parts from the body that they head.
_OFFICES = frozenset({"secretaria", "subsecretaria"})


def names_body(surface: str, entity: Entity, patterns: Patterns) -> bool:
    """Whether a surface found by a row of several words can be the name of the body.

    Parameters
    ----------
    surface:
        The words of the text.
    entity:
        The row, one of whose names or aliases has these words in some case of letters.

    Returns
    -------
    False where a word that has a capital in the row has none, unless the name opens with a noun for institutions
    alone.
    """
    if surface.isupper() or " " not in surface:
        return True
    first, grammar = tokens_of(surface)[0], grammar_of(patterns)
    plain = first.folded in grammar.words("head") - grammar.words("weak_head")
    return plain or first.folded in _GOVERNMENTS or _has_capitals(surface, entity, 0)


def speaks_for_country(surface: str, entity: Entity, patterns: Patterns) -> bool:
    """Whether a surface is so surely a body's name that it tells the country: all but its noun have their capitals."""
    return names_body(surface, entity, patterns) and (surface.isupper() or _has_capitals(surface, entity, 1))


def is_office(surface: str, patterns: Patterns) -> bool:
    """Whether words that look like a body's name are the office: an accent alone parts "secretaria" from the body."""
    first = tokens_of(surface)[0]
    return first.folded in _OFFICES and not grammar_of(patterns).opens_body(first)


def _has_capitals(surface: str, entity: Entity, first: int) -> bool:
    """Whether each word from a number on that has a capital in some spelling of the row has one here."""
    words = [token.surface for token in tokens_of(surface)]
    spellings = _spellings((entity.name, *entity.aliases)).get(fold(" ".join(words)), ())
    return not spellings or any(
        all(
            own[0].isupper() or not listed[0].isupper()
            for own, listed in zip(words[first:], spelling[first:], strict=True)
        )
        for spelling in spellings
    )


@lru_cache(maxsize=1 << 12)  # a row is found again and again
def _spellings(names: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """The words of a row's name and aliases by their folded form."""
    found: dict[str, list[list[str]]] = {}
    for name in names:
        words = [token.surface for token in tokens_of(name)]
        found.setdefault(fold(" ".join(words)), []).append(words)
    return found

"""The age in brackets behind a person's name: "contó Elena Quispe (54)".

A number in brackets behind capitals is most often a count of the place that they name, so the name must begin with a
given name, be no town and nobody after whom places are called, and the sentence may speak of no places, goals or votes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.folding import fold
from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.rules import Convention, PersonRule

_CAPITAL = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+"
_FULL_NAME = rf"({_CAPITAL})(?:\s+(?:(?:de|del|la|las|los|y)\s+){{0,2}}{_CAPITAL}){{1,4}}"
_NAME = re.compile(rf"(?<![\w.-]){_FULL_NAME}\Z")
#: A word before the name has its capital from the sentence that it opens: "Ganó Elena Quispe (54)".
_BEHIND_FIRST = re.compile(rf"(?:(?<=[.:;–—-]\s)|(?<=\n)|(?<=\A)){_CAPITAL}\s+(?={_CAPITAL}\s)")
_OPENS = re.compile(r"\s?\(\Z")
#: Longer than any name.
_REACH = 70
#: Where something is, no person stands.
_WHERE = re.compile(r"\b(?:en|desde|hasta|hacia)\s+\Z", re.IGNORECASE)
#: What is numbered or counted in brackets behind names: places and houses called after persons, goals, votes.
_COUNTED = re.compile(
    r"\b(?:colonias?|escuelas?|primarias?|secundarias?|preparatorias?|planteles|colegios?|institutos?|liceos?|calles?|avenidas?"
    r"|municipios?|localidades|comunidades|ejidos?|barrios?|distritos?|comunas?|parroquias?|cantones|provincias?|departamentos?"
    r"|partidos|parques?|plazas?|mercados?|presas?|hospital(?:es)?|centros?|fraccionamientos?|urbanizaci[óo]n(?:es)?|estadios?"
    r"|gol(?:es)?|anot[^\W\d]+|minutos?|puntos|puntaje|votos|dorsal|posici[óo]n|lugar(?:es)?|medallas?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÁÉÍÓÚÑ¿¡«“\"])|\n")
_SENTENCE_REACH = 300
_YOUNGEST, _OLDEST = 5, 110


@lru_cache(maxsize=8)
def _given_names(patterns: Patterns) -> frozenset[str]:
    rules = patterns.rules("people.yml", PersonRule)
    return frozenset(fold(form) for rule in rules if rule.kind.startswith("given.") for form in rule.forms)


@lru_cache(maxsize=8)
def _places(patterns: Patterns) -> frozenset[str]:
    """Towns, and the persons after whom towns, streets and schools are called."""
    places = [row[0] for row in patterns.towns()]
    places += [place for rule in patterns.rules("conventions.yml", Convention) for place in rule.places]
    places += [
        form for rule in patterns.rules("people.yml", PersonRule) if rule.kind == "namesake" for form in rule.forms
    ]
    return frozenset(map(fold, places))


def is_named_age(text: str, amount: Amount, patterns: Patterns) -> bool:
    """Whether a bare number is all that brackets hold behind a person's full name.

    Parameters
    ----------
    text:
        The document's text.
    amount:
        A number without unit.
    patterns:
        The rules to read by.
    """
    whole = amount.upper is None and amount.value == int(amount.value) and _YOUNGEST <= amount.value <= _OLDEST
    if not whole or text[amount.end : amount.end + 1] != ")":
        return False
    opening = _OPENS.search(text, max(0, amount.start - 2), amount.start)
    start = _name_start(text, opening.start(), patterns) if opening else None
    if opening is None or start is None or fold(text[start : opening.start()]) in _places(patterns):
        return False
    sentence = _SENTENCE.split(text[max(0, start - _SENTENCE_REACH) : start])[-1]
    return _WHERE.search(sentence) is None and _COUNTED.search(sentence) is None


def _name_start(text: str, end: int, patterns: Patterns) -> int | None:
    """Where the full name begins that ends at this place, with a given name; None where there is none."""
    name = _NAME.search(text, max(0, end - _REACH), end)
    if name is not None and fold(name[1]) not in _given_names(patterns):
        first = _BEHIND_FIRST.match(text, name.start())
        name = _NAME.search(text, first.end(), end) if first else None
    return name.start() if name is not None and fold(name[1]) in _given_names(patterns) else None

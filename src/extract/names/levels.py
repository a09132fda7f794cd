"""Bodies that the nation, each state and each town have under one name: "DIF Municipal" and "DIF Estatal" are two.

Their level or their place is part of the name (Ley de Asistencia Social, MX, arts. 14 and 22), so that two spellings
with one acronym are two bodies where these differ, and one body where either says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extract.names.agency_rules import rules_of
from extract.names.countries import regions_of
from extract.names.known_towns import known_towns_of
from extract.names.spelling import Spelled
from extract.names.words import fold
from extract.patterns import Patterns

_STATE, _TOWN, _NATION = "state", "town", "nation"
_OF_LEVEL = {
    "estatal": _STATE, "municipal": _TOWN, "nacional": _NATION, "estatales": "states", "municipales": "towns",
}  # fmt: skip
#: The acronym of one level holds that of the body: "SEDIF", "SMDIF", "SNDIF".
_BEFORE_ACRONYM = {"se": _STATE, "sm": _TOWN, "m": _TOWN, "sn": _NATION}
_LINKS = frozenset({"de", "del", "en", "para", "el", "la", "(", ")"})
_SEVERAL = re.compile(r"\s(?:municipales|estatales)(?!\w)")
_SEVERAL_SCORE = 0.5


class Mark(NamedTuple):
    """What a name says of the level and the place of its body; empty where it says nothing."""

    level: str
    place: str

    def fits(self, other: Mark) -> bool:
        """Whether two names that say this of their body may be names of one."""
        if self.level and other.level and self.level != other.level:
            return False
        places = sorted((self.place, other.place), key=len)  # a headline in capitals runs on: "DIF LEÓN DA"
        return f"{places[1]} ".startswith(f"{places[0]} ") or not places[0]


def mark_of(spelled: Spelled, patterns: Patterns) -> Mark | None:
    """What a name says of its body's level and place; None for a body that not each level has by that name."""
    words = fold(f"{spelled.name} {spelled.acronym or ''} {spelled.place}").split()
    named = " ".join(words)
    level = next((_OF_LEVEL[word] for word in words if word in _OF_LEVEL), "")
    for known in (fold(phrase) for rule in rules_of(patterns, "leveled") for phrase in rule.phrases):
        of_acronym = next((_BEFORE_ACRONYM.get(word.removesuffix(known)) for word in words if word.endswith(known)), "")
        if of_acronym or f" {known} " in f" {named} ":
            place = _place(f" {named} ".rpartition(f" {known} ")[2].split() if not of_acronym else [])
            return Mark(level or of_acronym or _level_of(place, patterns), place)
    return None


def of_several(text: str, spelled: list[Spelled], patterns: Patterns) -> list[Spelled]:
    """The names, those of many towns' bodies whole: "los DIF municipales" are no body that has that acronym."""
    known = {fold(phrase) for rule in rules_of(patterns, "leveled") for phrase in rule.phrases}
    return [
        item._replace(end=several.end(), name=item.name + several.group(), score=_SEVERAL_SCORE)
        if fold(item.name) in known and (several := _SEVERAL.match(text, item.end))
        else item
        for item in spelled
    ]


def acronyms_of(mark: Mark | None) -> list[str]:
    """The acronyms, folded, by which the DIF of a level is known without being spelled out."""
    return [f"{before}dif" for before, level in _BEFORE_ACRONYM.items() if mark and level == mark.level]


def fit(mark: Mark | None, others: Iterable[Mark]) -> bool:
    """Whether a name may be of the body whose other names say that."""
    return mark is None or all(mark.fits(other) for other in others)


def is_same(mark: Mark | None, others: Iterable[Mark]) -> bool:
    """Whether a name is of the body whose other names say that: the level is told of both."""
    return mark is not None and fit(mark, others) and any(mark.level and mark.level == other.level for other in others)


def _place(words: list[str]) -> str:
    while words and words[0] in _LINKS:
        words = words[1:]
    return "" if any(word in _OF_LEVEL for word in words) else " ".join(words)


def _level_of(place: str, patterns: Patterns) -> str:
    """The level that a place alone tells: a state's own name, unless a town of it is called so ("Puebla")."""
    if not place:
        return ""
    if place not in regions_of(patterns).government:
        return _TOWN
    return "" if known_towns_of(patterns).called(place, "México") else _STATE

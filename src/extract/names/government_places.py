"""Whose government a release is from: its level, town and state, which most words for a government leave out."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from extract.names.agency_rules import rules_in, rules_of
from extract.names.countries import regions_of
from extract.names.gazetteer import gazetteer_of, region_of_entity
from extract.names.government_words import LEVELS, SET_AGAINST, GovernmentWord, Level, is_provincial
from extract.names.known_towns import known_towns_of
from extract.names.words import fold
from extract.patterns import Patterns

#: Words that a place's name writes small, and how long what may be an acronym is ("CDMX").
_SMALL = frozenset({"de", "del", "la", "las", "el", "los", "y"})
_LONGEST_ACRONYM = 4


def own_town(seen: list[GovernmentWord], dateline: str | None) -> str | None:
    """The town of a release: tied to its mayor or town hall, confirmed by the dateline's place."""
    weights: Counter[str] = Counter()
    written: dict[str, str] = {}
    for word in seen:
        if word.level == "municipal" and word.place:
            weights[fold(word.place)] += 2 if word.how == "name" else 1
            written.setdefault(fold(word.place), word.place)
    home = dateline.split(",")[0].strip() if dateline else ""
    if home:
        if fold(home) in weights or not weights:
            weights[fold(home)] += 3
        written.setdefault(fold(home), home)
    # A Counter keeps the order of first mention among equals, and the release's own town comes first.
    return written[weights.most_common(1)[0][0]] if weights else None


def municipality_of(seat: str, country: str | None, patterns: Patterns) -> str:
    """The municipality that a town is the seat of, where it has another name: "Cancún" is of Benito Juárez."""
    return _seats(patterns).get((country, fold(seat)), seat)


@lru_cache(maxsize=8)
def _seats(patterns: Patterns) -> dict[tuple[str | None, str], str]:
    rules = rules_of(patterns, "seat")
    return {
        (where, fold(seat)): rule.names or seat for rule in rules for where in rule.countries for seat in rule.phrases
    }


@lru_cache(maxsize=64)
def local_bodies(dateline: str | None, country: str | None, patterns: Patterns) -> dict[str, str]:
    """What nouns alone mean in a release from a town: "el Cabildo" from Arrecife is that of Lanzarote."""
    home = fold(dateline.split(",")[0].strip()) if dateline else ""
    rules = (rule for rule in rules_in(patterns, "local", country) if home in {fold(town) for town in rule.phrases})
    return {fold(rule.names or "").split()[0]: rule.names or "" for rule in rules}


def province_of(dateline: str | None, country: str | None, patterns: Patterns) -> str | None:
    """The province of a dateline's town, where that is the capital and called like it: "Ciudad Real"."""
    home = fold(dateline.split(",")[0].strip()) if dateline else ""
    rules = rules_in(patterns, "province", country) if country else ()
    return next((town for rule in rules for town in rule.phrases if fold(town) == home), None)


def in_small_letters(place: str | None, text: str) -> str | None:
    """A place that a dateline sets in capitals as the text writes it elsewhere, else as names of places are written."""
    if place is None or not place.isupper():
        return place
    uses = re.finditer(rf"(?<!\w){re.escape(place)}(?!\w)", text, re.IGNORECASE)
    usual = " ".join(word if word in _SMALL else word.capitalize() for word in place.lower().split())
    mixed = (use.group() for use in uses if not use.group().isupper() and not use.group().islower())
    return next(mixed, usual if len(place) > _LONGEST_ACRONYM else place)


def own_state(
    text: str,
    seen: list[GovernmentWord],
    dateline: str | None,
    town: str | None,
    country: str | None,
    patterns: Patterns,
) -> str | None:
    """The state or region of a release: its governor's, the dateline's, its town's, or the one that it names most."""
    regions = regions_of(patterns)
    weights: Counter[str] = Counter()
    for word in seen:
        if word.level == "state" and word.place and not is_provincial(word):
            weights[word.place] += 2
    for listed in gazetteer_of(patterns, "agencies.csv").find(text, country):
        region = region_of_entity(listed.entity)
        if region and listed.entity in regions.government.get(fold(region), [])[:1]:
            weights[region] += 2
    region = regions.region_in(dateline, country) if dateline else None
    if region:
        weights[region] += 3
    if not weights:  # "Instituto de Vivienda de Corrientes", "las familias zacatecanas" tell whose it is
        weights = regions.regions_named(text, country)
        of_town = known_towns_of(patterns).region_of(town, country, weights) if town and country else None
        if of_town and fold(of_town) in regions.government:
            return of_town
    return weights.most_common(1)[0][0] if weights else None


def main_level(text: str, seen: list[GovernmentWord], patterns: Patterns) -> Level:
    """The level of government that a release is mostly about."""
    weights = Counter(word.level for word in seen if fold(word.word) not in SET_AGAINST)
    if not weights:  # no government is named: whose ministries and offices are?
        for level in LEVELS:
            rules = rules_of(patterns, f"office.{level}")
            weights[level] = sum(1 for rule in rules for _ in rule.finditer(text))
    return max(LEVELS, key=lambda level: weights[level])

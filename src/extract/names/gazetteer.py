"""The gazetteers as indexes: which known body or programme a text names, and which country the text is from."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from extract.names.words import PhraseIndex, fold
from extract.patterns import Patterns
from extract.rules import Convention, Entity, NameRule

_COUNTRIES = {
    "MX": "México", "ES": "España", "AR": "Argentina", "CO": "Colombia", "CL": "Chile", "PE": "Perú", "EC": "Ecuador",
    "UY": "Uruguay", "BO": "Bolivia", "PY": "Paraguay", "VE": "Venezuela", "CR": "Costa Rica", "GT": "Guatemala",
    "HN": "Honduras", "SV": "El Salvador", "NI": "Nicaragua", "PA": "Panamá", "DO": "República Dominicana",
    "CU": "Cuba",
}  # fmt: skip
#: A vote of the dateline outweighs what the body happens to mention.
_DATELINE_VOTES = 5
_NAME_VOTES = 2
#: A shorter acronym would be taken for a word when it is written like one ("Ife").
_SHORT_ACRONYM = 4


class Listed(NamedTuple):
    """A row of the gazetteer as found in a text; ``acronym`` is set when it was found by a one-word alias."""

    start: int
    end: int
    entity: Entity
    acronym: bool


def country_of_entity(entity: Entity) -> str:
    """The country of a row: the last part of its place, empty for international bodies."""
    return (entity.place or "").rsplit(", ", 1)[-1]


def region_of_entity(entity: Entity) -> str | None:
    """The state, province or city of a row whose place has one ("Baja California, México")."""
    place = entity.place or ""
    return place.rsplit(", ", 1)[0] if ", " in place else None


class Gazetteer:
    """One CSV file as an index by name and alias."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self.entities = entities
        pairs = [(name, entity) for entity in entities for name in (entity.name, *entity.aliases)]
        self._index: PhraseIndex[tuple[str, Entity]] = PhraseIndex((name, (name, entity)) for name, entity in pairs)
        self._by_name: dict[str, list[Entity]] = {}
        for name, entity in pairs:
            self._by_name.setdefault(fold(name), []).append(entity)

    def lookup(self, name: str, country: str | None) -> Entity | None:
        """The row of a name or alias; where the country is known, of that country or of none."""
        rows = self._by_name.get(fold(name), [])
        own = [row for row in rows if country is None or country_of_entity(row) in {country, ""}]
        return own[0] if own else None

    def countries_of(self, name: str) -> set[str]:
        """The countries that have a row of a name or alias; international bodies are of none."""
        return {country_of_entity(row) for row in self._by_name.get(fold(name), [])} - {""}

    def names(self) -> list[str]:
        """Every name that is more than an acronym, for the comparison of misspelt names."""
        return [entity.name for entity in self.entities]

    def find(self, text: str, country: str | None) -> list[Listed]:
        """The rows that the text names, longest names first where they overlap, in reading order."""
        found = []
        for start, end, _, values in self._index.find(text):
            surface = text[start:end]
            fitting = [entity for alias, entity in values if _written_as(surface, alias)]
            entity = choose(fitting, country)
            if entity is None:
                continue
            acronym = " " not in surface and surface != entity.name
            foreign = country and country_of_entity(entity) not in {country, ""}
            # Another country's body has its full name; its short forms mean other things here ("INE", "ANT").
            if not foreign or (" " in surface and " ".join(surface.split()) == entity.name):
                found.append(Listed(start, end, entity, acronym))
        return found


def choose(entities: list[Entity], country: str | None) -> Entity | None:
    """The row of the country, else the first one."""
    if not entities:
        return None
    return next((entity for entity in entities if country_of_entity(entity) == country), entities[0])


def _written_as(surface: str, alias: str) -> bool:
    """Whether capitals allow the reading: an acronym in capitals or with its first one, never in small letters."""
    if " " in alias.strip():
        return True
    if alias.isupper():
        return surface.isupper() or (surface.istitle() and len(surface) >= _SHORT_ACRONYM)
    return not surface[0].islower()


@lru_cache(maxsize=16)
def gazetteer_of(patterns: Patterns, file: str) -> Gazetteer:
    """The index of ``agencies.csv`` or ``programs.csv`` of a pattern folder, made once."""
    return Gazetteer(patterns.entities(file))


class Regions:
    """Names of countries and of their states, provinces and regions."""

    def __init__(self, patterns: Patterns) -> None:
        pairs: list[tuple[str, tuple[str, str | None]]] = []
        self.government: dict[str, list[Entity]] = {}
        for entity in patterns.entities("agencies.csv"):
            country, region = country_of_entity(entity), region_of_entity(entity)
            if country:
                pairs.append((country, (country, None)))
            if region:
                pairs.append((region, (country, region)))
                self.government.setdefault(fold(region), []).append(entity)
        for rule in patterns.rules("agency_names.yml", NameRule):
            if rule.kind == "state_short" and rule.names:
                pairs += [(phrase, ("México", rule.names)) for phrase in rule.phrases]
        for convention in patterns.rules("conventions.yml", Convention):
            if convention.country in _COUNTRIES:
                pairs += [(place, (_COUNTRIES[convention.country], None)) for place in convention.places]
        self._index = PhraseIndex(pairs)
        self._words = PhraseIndex(_words_of_one_country(patterns))

    def spoken_for(self, text: str) -> set[tuple[str, str]]:
        """Each word that only one country's releases use ("guaraníes") with that country; each word once."""
        found = self._words.find(text)
        return {(phrase, country) for _, _, phrase, countries in found for country in countries}

    def find(self, text: str) -> list[tuple[str, str | None]]:
        """Each (country, region) that a text names, with capitals; a name of two countries gives both."""
        found = self._index.find(text)
        return [value for start, _, _, values in found if text[start].isupper() for value in dict.fromkeys(values)]

    def region_in(self, place: str) -> str | None:
        """The state or region that a dateline's place ends with."""
        regions = [region for _, region in self.find(place) if region]
        return regions[-1] if regions else None


def _words_of_one_country(patterns: Patterns) -> list[tuple[str, str]]:
    """Currency words and institutions of ``conventions.yml`` that no other country shares."""
    conventions = [rule for rule in patterns.rules("conventions.yml", Convention) if rule.country in _COUNTRIES]
    shared = Counter(fold(phrase) for rule in conventions for phrase in {*rule.phrases})
    return [
        (phrase, _COUNTRIES[rule.country])
        for rule in conventions
        for phrase in rule.phrases
        if shared[fold(phrase)] == 1 and len(phrase) >= _SHORT_ACRONYM
    ]


@lru_cache(maxsize=8)
def regions_of(patterns: Patterns) -> Regions:
    """The regions of a pattern folder, made once."""
    return Regions(patterns)


def country_of(text: str, place: str | None, patterns: Patterns) -> str | None:
    """The country that a release is from: the one that its dateline and its text name most.

    Returns
    -------
    The country's Spanish name as the gazetteer writes it, or None where nothing tells.
    """
    regions = regions_of(patterns)
    votes: Counter[str] = Counter()
    for country, _ in regions.find(place or ""):
        votes[country] += _DATELINE_VOTES
    for country, _ in regions.find(text):
        votes[country] += 1
    for phrase, country in regions.spoken_for(text):
        currency = phrase.islower() and phrase.isalpha() and phrase.endswith("s")  # "guaraníes"
        votes[country] += _DATELINE_VOTES if currency else _NAME_VOTES
    agencies = gazetteer_of(patterns, "agencies.csv")
    for listed in agencies.find(text, None):
        countries = agencies.countries_of(text[listed.start : listed.end])
        # Half of the countries have a "Ministerio de Salud", and short acronyms mean something else elsewhere.
        if len(countries) == 1 and (not listed.acronym or listed.end - listed.start > _SHORT_ACRONYM):
            votes[countries.pop()] += _NAME_VOTES
    best = votes.most_common(1)
    return best[0][0] if best else None

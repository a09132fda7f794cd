"""The gazetteers as indexes: which known body or programme a text names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extract.names.words import PhraseIndex, fold
from extract.patterns import Patterns
from extract.rules import Entity

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

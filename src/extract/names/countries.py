"""Which country a release is from, and the states, provinces and regions that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from extract.names.capitals import speaks_for_country
from extract.names.gazetteer import country_of_entity, gazetteer_of, region_of_entity
from extract.names.known_towns import KnownTowns, known_towns_of
from extract.names.words import PhraseIndex, fold
from extract.patterns import Patterns
from extract.rules import COUNTRIES, Convention, Entity, NameRule, UnitRule

_COUNTRIES = {code: name for name, code in COUNTRIES.items()}
#: Countries whose people are in the releases of others ("migrantes venezolanos").
_PEOPLES_ABROAD = frozenset({"Venezuela", "Cuba", "España", "Bolivia", "Honduras", "Colombia"})
#: A vote of the dateline outweighs what the body happens to mention.
_DATELINE_VOTES = 5
_NAME_VOTES, _DEMONYM_VOTES = 2, 3
#: A name of a place counts so often at most: a village may be called like another country's region.
_PLACE_VOTES = 2
#: A shorter acronym or currency word has another meaning somewhere.
_SHORT_ACRONYM = 4

_CAPITAL_BEFORE = re.compile(r"(?<!\w)([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)[ ]$")
_CAPITAL_AFTER = re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]+")
_WORD_AFTER = re.compile(r" [A-ZÁÉÍÓÚÑ]\w+")
#: Streets, schools and their likes are called after persons and after other places.
_CALLED_AFTER = re.compile(
    r"\b(?:calles?|avenidas?|av\.|calzada|b(?:u|ou)levar[dt]?|blvd\.|jir[óo]n|jr\.|callej[óo]n|colonia|col\.|fraccionamiento|"
    r"glorieta|(?:escuela|primaria|secundaria|preparatoria|colegio|jard[íi]n|parque|estadio|barrio|plaza|mercado))\s+"
    r"(?:(?<=calle\s)de\s+)?[\"“«‘']?(?-i:[A-ZÁÉÍÓÚÑ][\wáéíóúñ.]*\s+){0,2}$",
    re.IGNORECASE,
)
_CALLED_REACH = 60
#: Words with a capital that stand right before a place's name and no person's.
_BEFORE_PLACES = frozenset({
    "regional", "region", "provincia", "departamento", "estado", "gobierno", "gobernacion", "distrito", "municipio",
    "ciudad", "delegacion", "gerencia", "unidad", "sede", "zona", "dif", "el", "la", "los", "en", "de", "desde", "para",
    "hacia", "entre", "con", "y", "aguas", "alcaldia", "bomberos", "gad", "metro", "policia",
})  # fmt: skip


def code_of(country: str | None) -> str | None:
    """The ISO 3166 code of a country by its Spanish name; None for one that is not known."""
    return COUNTRIES.get(country or "")


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
        rules = patterns.rules("countries.yml", NameRule)
        self._demonyms = PhraseIndex(
            (phrase, (country, rule.names or ""))
            for rule in rules if rule.kind == "demonym"
            for phrase in rule.phrases for country in rule.countries
        )  # fmt: skip
        self._usage = [rule for rule in rules if rule.kind == "word"]
        self._shared = {fold(phrase) for rule in rules if rule.kind == "shared" for phrase in rule.phrases}
        self._money = [rule.pattern for rule in patterns.rules("currencies.yml", UnitRule) if rule.kind == "money"]

    def spoken_for(self, text: str) -> Collection[tuple[str, str]]:
        """Each word that only one country's releases use ("guaraníes") with that country; each word once."""
        found = self._words.find(text)
        return dict.fromkeys((phrase, country) for _, _, phrase, countries in found for country in countries)

    def is_currency(self, phrase: str) -> bool:
        """Whether a word of one country is that of its money ("guaraníes") and not just its own ("comunas")."""
        return phrase.islower() and phrase.endswith("s") and any(money.fullmatch(phrase) for money in self._money)

    def is_shared(self, name: str) -> bool:
        """Whether many countries have a body of a name, of which the gazetteer has one country's: "Poder Ejecutivo"."""
        return fold(name) in self._shared

    def speaks_like(self, text: str) -> list[str]:
        """The countries whose institutions, signs and abbreviations a text uses, once or twice for each rule."""
        found = []
        for rule in self._usage:
            different = {fold(match.group()) for match in rule.finditer(text)}
            found += list(rule.countries) * min(len(different), _PLACE_VOTES)
        return found

    def demonyms(self, text: str) -> list[tuple[int, int, list[tuple[str, str | None]]]]:
        """Each demonym in small letters ("andaluza") with its places; the region of a country's own is None."""
        found = self._demonyms.find(text)
        return [
            (start, end, [(country, None if place == country else place) for country, place in values])
            for start, end, _, values in found
            if text[start].islower()
        ]

    def countries_named(self, text: str, towns: KnownTowns) -> Counter[str]:
        """How many votes the places that a text names give each country; see ``_PLACE_VOTES``.

        A place whose name a town's goes on from is not named: "San Martín" in "San Martín Texmelucan".
        """
        uses: Counter[tuple[str, str]] = Counter()
        weights: dict[tuple[str, str], int] = {}
        for start, end, phrase, values in self._index.find(text):
            if (
                text[start].isupper()
                and not is_called_after(text, start, end)
                and not _opens_town(text, start, end, towns)
            ):
                for country in dict.fromkeys(country for country, _ in values):
                    uses[country, fold(phrase)] += 1
                    region = any(region for where, region in values if where == country)
                    weights[country, fold(phrase)] = 2 if region else 1  # before a town that is called like it
        votes: Counter[str] = Counter()
        for (country, phrase), count in uses.items():
            votes[country] += min(count, _PLACE_VOTES) * weights[country, phrase]
        return votes

    def phrases(self, text: str) -> list[str]:
        """The names of countries and regions in a text, as they are written there."""
        return [text[start:end] for start, end, _, _ in self._index.find(text)]

    def find(self, text: str) -> list[tuple[str, str | None]]:
        """Each (country, region) that a text names, with capitals; a name of two countries gives both."""
        found = self._index.find(text)
        return [value for start, _, _, values in found if text[start].isupper() for value in dict.fromkeys(values)]

    def regions_named(self, text: str, country: str | None) -> Counter[str]:
        """How often a text names each state or region of a country, by its name or a demonym.

        Persons, streets and schools that are called so do not count.
        """
        named = [
            value
            for start, end, _, values in self._index.find(text)
            if text[start].isupper() and not is_called_after(text, start, end)
            for value in dict.fromkeys(values)
        ]
        named += [place for _, _, places in self.demonyms(text) for place in places]
        return Counter(region for where, region in named if region and where == country)

    def surely_named(self, text: str, towns: KnownTowns) -> set[str]:
        """The countries of which a text names a region that no other country has as a region or a town."""
        sure = set()
        for start, end, _, values in self._index.find(text):
            countries = {country for country, _ in values} | {town.country for town in towns.called(text[start:end])}
            if len(countries) == 1 and any(region for _, region in values) and text[start].isupper():
                sure |= set() if is_called_after(text, start, end) else countries
        return sure

    def region_in(self, place: str, country: str | None) -> str | None:
        """The state or region of a country, or of any where it is not known, that a dateline's place ends with."""
        regions = [region for where, region in self.find(place) if region and country in {None, where}]
        return regions[-1] if regions else None


def is_called_after(text: str, start: int, end: int) -> bool:
    """Whether a place's name is that of a person, a street or a school: "Enrique Flores Mendoza", "calle Guerrero"."""
    return _is_surname(text, start, end) or _CALLED_AFTER.search(text, max(0, start - _CALLED_REACH), start) is not None


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether a place's name of one word stands beside a person's: "Enrique Flores Mendoza", "Lara Gómez"."""
    if " " in text[start:end]:
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, start - 25), start)
    named_so = before is not None and fold(before[1]) not in _BEFORE_PLACES
    return named_so or _CAPITAL_AFTER.match(text, end) is not None


def _opens_town(text: str, start: int, end: int, towns: KnownTowns) -> bool:
    """Whether a place's name is the beginning of a town's: "San Martín Texmelucan"."""
    word = _WORD_AFTER.match(text, end)
    return word is not None and bool(towns.called(text[start : word.end()]))


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


class _TextVotes(NamedTuple):
    """What a text says of its country: the places that it names, the other votes, who is sure, and the towns."""

    named: Counter[str]
    others: list[tuple[str, int]]
    sure: frozenset[str]
    towns: Counter[str]


@lru_cache(maxsize=1)  # asked with and without the place of its dateline
def _votes_of_text(text: str, patterns: Patterns) -> _TextVotes:
    """The votes of a text, one after another; sure is a country by its currency, a body or a region of its own."""
    regions, towns = regions_of(patterns), known_towns_of(patterns)
    sure = regions.surely_named(text, towns)
    votes = [(country, _NAME_VOTES) for country in regions.speaks_like(text)]
    demonyms = dict.fromkeys(tuple(places) for _, _, places in regions.demonyms(text))
    named_so = (country for places in demonyms for country, _ in places)
    votes += [(country, 1 if country in _PEOPLES_ABROAD else _DEMONYM_VOTES) for country in named_so]
    for phrase, country in regions.spoken_for(text):
        currency = regions.is_currency(phrase)
        votes.append((country, _DATELINE_VOTES if currency else _NAME_VOTES))
        if currency:
            sure.add(country)
    agencies = gazetteer_of(patterns, "agencies.csv")
    for listed in agencies.find(text, None):
        surface = text[listed.start : listed.end]
        if not speaks_for_country(surface, listed.entity, patterns):
            continue  # "en el metro de Medellín" names no company
        countries = agencies.countries_of(surface)
        # Half of the countries have a "Ministerio de Salud", and short acronyms mean something else elsewhere.
        is_telling = not listed.acronym or listed.end - listed.start > _SHORT_ACRONYM
        if len(countries) == 1 and is_telling and not regions.is_shared(surface):
            votes += [(country, _NAME_VOTES) for country in countries]
            sure |= countries
    return _TextVotes(regions.countries_named(text, towns), votes, frozenset(sure), towns.votes(text))


@lru_cache(maxsize=2)  # the programs and the agencies of a text both ask for its country
def country_of(text: str, place: str | None, patterns: Patterns) -> str | None:
    """The country that a release is from: the one that its dateline and its text name most.

    A town speaks for its country, most where the dateline or a mayor's title names it. But it does not carry the day
    against the currency, a national institution or a region of another country, unless it is the dateline's.

    Returns
    -------
    The country's Spanish name as the gazetteer writes it, or None where nothing tells.
    """
    regions, towns = regions_of(patterns), known_towns_of(patterns)
    said = _votes_of_text(text, patterns)
    votes = Counter(said.named)
    # "San Andrés Tuxtla" is a town and no region of that name.
    said_of_place = [part for part in re.split(r"[,(]", place or "") if not _is_town(part, regions, towns)]
    parts = [named for part in said_of_place if (named := regions.countries_named(part, towns))]
    taken = set().union(*parts)  # what the rules know of the dateline needs no town's vote
    for at, named in enumerate(parts, 1):
        for country, weight in named.items():  # "Valparaíso, Zac.": what stands last says whose Valparaíso it is
            votes[country] += _DATELINE_VOTES * (2 if at == len(parts) > 1 else 1) + weight - 1
    for country, weight in said.others:
        votes[country] += weight
    return _with_towns(votes, said.sure, said.towns, towns.dateline_votes(place, taken))


def _is_town(part: str, regions: Regions, towns: KnownTowns) -> bool:
    """Whether a part of a dateline is a known town, and no region.

    Its name only opens or ends like a region's ("Valle de Santiago"), or two countries have a place of it, and the
    towns tell which one is by far the largest ("Santo Domingo").
    """
    name = part.strip(" .")
    phrases = {fold(phrase) for phrase in regions.phrases(name)}
    if not phrases or not towns.called(name):
        return False
    if fold(name) not in phrases:
        return True
    votes = sorted(towns.dateline_votes(name, ()).values(), reverse=True)
    return len(regions.countries_named(name, towns)) > 1 and votes[:1] != votes[1:2]


def _with_towns(votes: Counter[str], sure: Collection[str], towns: Counter[str], dateline: Counter[str]) -> str | None:
    """The country with most votes; the towns of the text decide only where no other country is sure of its own."""
    before = _first(votes + dateline)
    after = _first(votes + dateline + towns)
    return before if before in sure and after not in sure else after


def _first(votes: Counter[str]) -> str | None:
    return votes.most_common(1)[0][0] if votes else None

"""Words for governments in a text: "el gobierno municipal", "la alcaldesa de Piura", "el Ejecutivo andaluz"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from extract.mentions import Block
from extract.names.agency_rules import rules_in, rules_of
from extract.names.countries import regions_of
from extract.names.grammar import grammar_of
from extract.names.words import fold
from extract.openings import Expression
from extract.patterns import Patterns
from extract.rules import possible

Level = Literal["municipal", "state", "national"]
LEVELS: tuple[Level, ...] = ("municipal", "state", "national")

#: What a demonym makes a region's or a country's government, and its head.
_BEFORE_DEMONYM = re.compile(
    r"\b(?:(?P<body>gobierno|ejecutivo|administraci[oó]n|gobernaci[oó]n)"
    r"|gobernador(?:a)?|mandatari[oa]|president[ea]|jef[ea]\s+del\s+ejecutivo)\s+$",
    re.IGNORECASE,
)
#: So far before a demonym its noun may begin (characters).
_NOUN_REACH = 30
_BEFORE_TERRITORY = re.compile(
    r"\b(?:en|del?|al?|por|todo|toda|desde|hacia|para|con)\s+(?:el|la|este|esta|nuestro)?\s*$", re.IGNORECASE
)
#: Words with a capital that mean a government unless a preposition makes them a place.
_PLACES_TOO = frozenset({"distrito", "departamento", "estado", "comunidad", "provincia"})
#: Words by which a release names another government than its own.
SET_AGAINST = frozenset({"estado", "nacion", "federacion", "comunidad", "region"})
#: Words that a place may follow without a preposition: "la Alcaldía Tlalpan", "el GAD Cañar".
_BESIDE_PLACE = frozenset({"alcaldia", "gad", "gam", "muni"})
_IN_PLACE = re.compile(r"\b(?:en|por|para|desde|hacia|tod[oa])\s+(?:el|la)\s+$", re.IGNORECASE)
#: By whom something is done, which a place after "por" is not: "comprados por el municipio" (NGLE 41.2).
_AGENT = re.compile(r"\b(?:\w+(?:ad|id)|hech|puest|dispuest)[oa]s?\s+por\s+(?:el|la)\s+$", re.IGNORECASE)
_REACH_BEFORE = 30
#: "El municipio de Maipú repartió": a verb in the past or the future makes it act.
_ACTS = re.compile(r"\s+(?:se\s+)?(?:ha\s+)?(?:[a-záéíóúñ]+(?:ó|ará|erá|irá|puso|tuvo|dujo|trajo)|dio|hizo)\b")
#: What stands between a town hall and its town: "Alcaldía del municipio | Sotillo".
_OF_MUNICIPALITY = re.compile(r"\s+del\s+[Mm]unicipio(?=\s+(?:de\s+)?[A-ZÁÉÍÓÚÑ])")
_ARTICLE = re.compile(r"\b(?:el|la|este|esta|nuestro|nuestra|su)\s+$", re.IGNORECASE)
#: The article makes an office of what is a town's name without it: "Gobierno del Presidente Luis Paz", but "Gobierno de
#: Presidente Franco" (NGLE 12.13, apposition of a title and a name).
_OF_OFFICE = re.compile(
    r"\s+(?:del|de\s+la)\s+(?:señora?\s+|doctora?\s+|ex)?(?:president|gobernador|alcald|intendent|mandatari|jef[ea]\s+de)",
    re.IGNORECASE,
)
#: So much stands at most between an office and the name of its holder (characters).
_OFFICE_REACH = 40
_TO_NAME = re.compile(r"(?:\s+de\s[^,.;:\n]+)?,?\s*$")
_NO_PLACE = frozenset({
    "estado", "la republica", "republica", "la ciudad", "ciudad", "la nacion", "la transformacion",
    "la cuarta transformacion",
})  # fmt: skip
_SCORES = {"name": 1.0, "generic": 0.9, "role": 0.85, "administration": 0.7, "territory": 0.5}


class GovernmentWord(NamedTuple):
    """A word for a government: its level, the place tied to it, and what sort of word it is."""

    start: int
    end: int
    level: Level
    place: str | None
    how: Literal["name", "short", "role"]
    word: str
    rule: str
    score: float


def is_provincial(word: GovernmentWord) -> bool:
    """Whether a word names a Spanish provincial council, which is below the autonomous community."""
    return fold(word.word).startswith(("diputacion", "institucion", "corporacion provincial", "corporacion foral"))


def government_words(text: str, blocks: list[Block], country: str | None, patterns: Patterns) -> list[GovernmentWord]:
    """Every word for a government, block by block; none runs over the end of its block.

    Parameters
    ----------
    text, blocks:
        The release and its layout.
    country:
        The country of the release: some words mean a government only in some countries.
    patterns:
        The rules and the gazetteer.
    """
    reader = _Reader(text, country, patterns)
    return [word for block in blocks for word in reader.in_block(block)] + reader.by_demonym()


@cache
def _government_of() -> Expression:
    return Expression(r"\bgobierno(?=\s+(?:de|del)\s+)", re.IGNORECASE)


class _Reader:
    def __init__(self, text: str, country: str | None, patterns: Patterns) -> None:
        self._text, self._country = text, country
        self._grammar = grammar_of(patterns)
        self._regions = regions_of(patterns)
        self._rules = {
            kind: possible(rules_in(patterns, kind, country), text)
            for level in LEVELS
            for kind in (f"role.{level}", level)
        }
        self._of_country = {rule.id for level in LEVELS for rule in self._rules[f"role.{level}"] if rule.countries}
        self._mottos = possible(rules_of(patterns, "motto"), text)
        self._not_agency = possible(rules_of(patterns, "not_agency"), text)

    def in_block(self, block: Block) -> list[GovernmentWord]:
        """The words of one block that the rules for names and for offices find."""
        seen: list[GovernmentWord] = []
        for level in LEVELS:
            for rule in self._rules[f"role.{level}"]:
                matches = rule.finditer(self._text, block.start, block.end)
                seen += [self._role(match, level, rule.id, block.end) for match in matches]
            for rule in self._rules[level]:
                for match in rule.finditer(self._text, block.start, block.end):
                    seen += self._name(match, level, rule.id, block.end)
        for match in _government_of().finditer(self._text, block.start, block.end):
            seen += self._government_of(match, block.end)
        if not seen:
            return []
        # A Chilean "intendente" heads a region: what an office is in the country goes before what it is elsewhere.
        of_country = {item.start for item in seen if item.rule in self._of_country}
        seen = [item for item in seen if item.rule in self._of_country or item.start not in of_country]
        barred = {
            offset
            for rule in self._not_agency
            for match in rule.finditer(self._text, block.start, block.end)
            for offset in range(match.start(), match.end())
        }
        return [item for item in seen if item.start not in barred]

    def by_demonym(self) -> list[GovernmentWord]:
        """Governments and their heads that an adjective ties to a region or a country: "el gobierno oaxaqueño"."""
        seen = []
        for start, end, places in self._regions.demonyms(self._text):
            noun = _BEFORE_DEMONYM.search(self._text, max(0, start - _NOUN_REACH), start)
            # Elsewhere "gobierno cordobés" means another Córdoba; a country's own demonym is always that country's.
            own = [(where, region) for where, region in places if self._country in {None, where} or region is None]
            if noun is None or not own:
                continue
            country, region = own[0]
            how: Literal["short", "role"] = "short" if noun["body"] else "role"
            level: Level = "national" if region is None else "state"
            score = _SCORES["generic" if noun["body"] else "role"]
            word = self._text[noun.start() : end]
            seen.append(GovernmentWord(noun.start(), end, level, region or country, how, word, "agency.demonym", score))
        return seen

    def _tail(self, end: int, limit: int, head: str) -> tuple[int, str | None]:
        """The place after a word for a government: " de Tijuana" gives its end and "Tijuana"."""
        named_so = _OF_MUNICIPALITY.match(self._text, end, limit)
        start = named_so.end() if named_so else end
        stop = self._grammar.extend(self._text, start, limit, head, "place")
        if named_so:  # "Alcaldía del municipio Sotillo", "Alcaldía del municipio de Sotillo"
            town = re.sub(r"^\s*de\s+", "", self._text[start:stop])
            return (stop, " ".join(town.split())) if stop > start else (end, None)
        place = re.sub(r"^\s*del?\s+(?:(?:la|el)\s+(?=[a-z]))?(?:estado\s+)?", "", self._text[end:stop])
        if stop == end or place == self._text[end:stop]:
            return end, None
        bare = re.sub(r"^(?:Ciudad|Municipio|Provincia)\s+de\s+(?!M[ée]xico)", "", place.strip())
        return stop, " ".join(bare.split())

    def _role(self, match: re.Match[str], level: Level, rule: str, limit: int) -> GovernmentWord:
        end, place = self._tail(match.end(), limit, match.group())
        score = _SCORES["role"]
        return GovernmentWord(match.start(), end, level, place, "role", match.group(), rule, score)

    def _name(self, match: re.Match[str], level: Level, rule: str, limit: int) -> list[GovernmentWord]:
        word = match.group()
        end, place = self._tail(match.end(), limit, word)
        if fold(word) in _BESIDE_PLACE and place is None:
            beside = self._grammar.extend(self._text, match.end(), limit, word, "place")
            end, place = beside, self._text[match.end() : beside].strip() or None
        score = _SCORES["name" if place else "generic"]
        if fold(word) in SET_AGAINST:
            score = _SCORES["administration"]
        before = self._text[max(0, match.start() - _REACH_BEFORE) : match.start()]
        agent = _AGENT.search(before) is not None
        if fold(word) in _PLACES_TOO and _IN_PLACE.search(before) and not agent:
            return []
        if fold(word) in {"municipio", "comuna"}:
            as_place = word.islower() and place and not _ACTS.match(self._text, end)
            opens_headline = match.start() == 0 and word[0].isupper()
            of_place = not agent and (as_place or not _ARTICLE.search(before) or _BEFORE_TERRITORY.search(before))
            if not opens_headline and of_place:
                return []
            score = _SCORES["territory"]
        return [GovernmentWord(match.start(), end, level, place, "name", word, rule, score)]

    def _government_of(self, match: re.Match[str], limit: int) -> list[GovernmentWord]:
        if _OF_OFFICE.match(self._text, match.end(), limit):
            return []  # the office tells whose it is
        end, place = self._tail(match.end(), limit, match.group())
        if place is None or fold(place) in _NO_PLACE:
            return []
        if led := self._level_of_leader(place):
            word, score = match.group(), _SCORES["generic"]
            return [GovernmentWord(match.start(), end, led, None, "short", word, "agency.government-of.led", score)]
        if any(rule.pattern.match(self._text, match.start(), limit) for rule in self._mottos):
            return []  # "Gobierno de la Gente" is the release's own, whatever its place
        place = next((region for _, region in self._regions.find(place) if region and place.isupper()), place)
        level: Level = "municipal"
        if fold(place) in self._regions.government:
            level = "state"
        elif any(region is None and fold(country) == fold(place) for country, region in self._regions.find(place)):
            level = "national"
        word, score = match.group(), _SCORES["name"]
        return [GovernmentWord(match.start(), end, level, place, "name", word, "agency.government-of", score)]

    def _level_of_leader(self, name: str) -> Level | None:
        """The level of the government whose head the release calls by this name: "el Gobierno de Luis Paz".

        None where the name is no person's or where no office stands beside it anywhere: towns are called after persons.
        """
        if " " not in name or fold(name.split(maxsplit=1)[0]) not in self._grammar.words("given_name"):
            return None
        for use in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._text):
            start = max(0, use.start() - _OFFICE_REACH)
            for level in LEVELS:
                for rule in self._rules[f"role.{level}"]:
                    offices = rule.finditer(self._text, start, use.start())
                    if any(_TO_NAME.fullmatch(self._text, office.end(), use.start()) for office in offices):
                        return level
        return None

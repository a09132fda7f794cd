"""Governments and the offices that stand for them: "el gobierno municipal", "la alcaldesa", "el gobernador".

A release seldom spells its own government out; a reader knows whose mayor is speaking. The town is the one that the
release ties to a mayor or a town hall, else the dateline's; the state the one of the governor, else the dateline's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from extract.mentions import Block, Name
from extract.names.gazetteer import Gazetteer, choose, gazetteer_of, region_of_entity, regions_of
from extract.names.grammar import NameGrammar, grammar_of
from extract.names.towns import town_of_text
from extract.names.words import fold
from extract.patterns import Patterns
from extract.rules import NameRule

Level = Literal["municipal", "state", "national"]
_LEVELS: tuple[Level, ...] = ("municipal", "state", "national")

_TERM = re.compile(
    r"^(?:(?:[IVXLl]+|h\.|honorable|primer|segundo|tercer|cuarto|quinto|sexto|s[ée]ptimo|octavo|noveno|d[ée]cimo)\s+)+",
    re.IGNORECASE,
)
_GOVERNMENT_OF = re.compile(r"\bgobierno(?=\s+(?:de|del)\s+)", re.IGNORECASE)
_BEFORE_TERRITORY = re.compile(
    r"\b(?:en|del?|al?|por|todo|toda|desde|hacia|para|con)\s+(?:el|la|este|esta|nuestro)?\s*$", re.IGNORECASE
)
#: Words with a capital that mean a government unless a preposition makes them a place.
_PLACES_TOO = frozenset({"distrito", "departamento", "estado", "comunidad", "provincia"})
#: Words by which a release names another government than its own.
_SET_AGAINST = frozenset({"estado", "nacion", "federacion", "comunidad", "region"})
_IN_PLACE = re.compile(r"\b(?:en|por|para|desde|hacia|tod[oa])\s+(?:el|la)\s+$", re.IGNORECASE)
#: "El municipio de Maipú repartió": a verb in the past or the future makes it act.
_ACTS = re.compile(r"\s+(?:se\s+)?(?:ha\s+)?[a-záéíóúñ]+(?:ó|ará|erá|irá)\b")
_ARTICLE = re.compile(r"\b(?:el|la|este|esta|nuestro|nuestra|su)\s+$", re.IGNORECASE)
#: Names of a town hall proper; other words for it ("comuna", "municipio") are never its full name.
_PROPER = (
    "ayuntamiento",
    "municipalidad",
    "alcaldia",
    "gobierno municipal",
    "gobierno autonomo",
    "gad municipal",
    "intendencia",
)
#: What the town hall is called by law: MX Constitución art. 115, ES Ley 7/1985, AR and CL and PE organic laws of
#: municipalities, CO Ley 136 de 1994, EC COOTAD, BO Ley 482, UY Constitución art. 262, and their likes.
_TOWN_HALL = {
    "México": "Ayuntamiento", "España": "Ayuntamiento", "Argentina": "Municipalidad", "Chile": "Municipalidad",
    "Perú": "Municipalidad", "Colombia": "Alcaldía", "Ecuador": "Municipio", "Bolivia": "Gobierno Autónomo Municipal",
    "Uruguay": "Intendencia", "Paraguay": "Municipalidad", "Costa Rica": "Municipalidad", "Guatemala": "Municipalidad",
    "Honduras": "Alcaldía", "El Salvador": "Alcaldía", "Nicaragua": "Alcaldía", "Panamá": "Alcaldía",
    "República Dominicana": "Ayuntamiento", "Venezuela": "Alcaldía",
}  # fmt: skip
#: What a government of that level is called where the release does not tell of which state or region.
_STATE_GOVERNMENT = {
    "México": "Gobierno del Estado", "Argentina": "Gobierno Provincial", "Colombia": "Gobernación",
    "Ecuador": "Prefectura", "Bolivia": "Gobernación", "Paraguay": "Gobernación", "Venezuela": "Gobernación",
}  # fmt: skip
_ANY_NATION = frozenset({"gobierno federal", "gobierno nacional", "gobierno central"})
_SCORES = {"name": 1.0, "generic": 0.9, "role": 0.85, "administration": 0.7, "territory": 0.5}


class _Seen(NamedTuple):
    """A word for a government: its level, the place tied to it, and what sort of word it is."""

    start: int
    end: int
    level: Level
    place: str | None
    how: Literal["name", "role"]
    word: str
    rule: str
    score: float


class Governments:
    """The governments of one release.

    Parameters
    ----------
    text, blocks:
        The release and its layout; no name runs over the end of a block.
    place:
        The place of the dateline, as written.
    country:
        The country of the release, or None.
    patterns:
        The rules and the gazetteer.
    """

    def __init__(
        self, text: str, blocks: list[Block], place: str | None, country: str | None, patterns: Patterns
    ) -> None:
        self._text, self._country, self._patterns = text, country, patterns
        self._grammar: NameGrammar = grammar_of(patterns)
        self._gazetteer: Gazetteer = gazetteer_of(patterns, "agencies.csv")
        self._regions = regions_of(patterns)
        self._seen = [seen for block in blocks for seen in self._in_block(block)]
        self._resolved: dict[tuple[Level, str | None], tuple[str, str | None]] = {}
        self._at_place: dict[tuple[Level, str], list[_Seen]] = defaultdict(list)
        for seen in self._seen:
            if seen.how == "name":
                self._at_place[seen.level, fold(seen.place or "")].append(seen)
        self.state = self._pick_state(place)
        self.town = self._pick_town(place) or town_of_text(text, blocks, country, patterns)
        self.level = self._main_level()

    def mentions(self) -> list[Name]:
        """Every government of the release as a resolved mention, in no order."""
        names = []
        for seen in self._seen:
            name, entity_id = self._provincial(seen) if _is_provincial(seen) else self._resolve(seen.level, seen.place)
            surface = self._text[seen.start : seen.end]
            mention = Name(seen.start, seen.end, surface, seen.rule, "agency", name, entity_id, seen.how, seen.score)
            names.append(mention)
        return names + self._administrations()

    def _rules(self, kind: str) -> list[NameRule]:
        """The rules of a kind that hold in the release's country."""
        rules = rules_of(self._patterns, kind)
        return [rule for rule in rules if not rule.countries or self._country in rule.countries]

    def _in_block(self, block: Block) -> list[_Seen]:
        seen: list[_Seen] = []
        for level in _LEVELS:
            for rule in self._rules(f"role.{level}"):
                matches = rule.finditer(self._text, block.start, block.end)
                seen += [self._role(match, level, rule.id, block.end) for match in matches]
            for rule in self._rules(level):
                for match in rule.finditer(self._text, block.start, block.end):
                    seen += self._name(match, level, rule.id, block.end)
        for match in _GOVERNMENT_OF.finditer(self._text, block.start, block.end):
            seen += self._government_of(match, block.end)
        if not seen:
            return []
        barred = {
            offset
            for rule in rules_of(self._patterns, "not_agency")
            for match in rule.finditer(self._text, block.start, block.end)
            for offset in range(match.start(), match.end())
        }
        return [item for item in seen if item.start not in barred]

    def _tail(self, end: int, limit: int, head: str) -> tuple[int, str | None]:
        """The place after a word for a government: " de Tijuana" gives its end and "Tijuana"."""
        stop = self._grammar.extend(self._text, end, limit, head, "place")
        place = re.sub(r"^\s*del?\s+(?:(?:la|el)\s+(?=[a-z]))?", "", self._text[end:stop])
        if stop == end or place == self._text[end:stop]:
            return end, None
        bare = re.sub(r"^(?:Ciudad|Municipio|Provincia)\s+de\s+(?!M[ée]xico)", "", place.strip())
        return stop, " ".join(bare.split())

    def _role(self, match: re.Match[str], level: Level, rule: str, limit: int) -> _Seen:
        end, place = self._tail(match.end(), limit, match.group())
        score = _SCORES["role"]
        return _Seen(match.start(), end, level, place, "role", match.group(), rule, score)

    def _name(self, match: re.Match[str], level: Level, rule: str, limit: int) -> list[_Seen]:
        word = match.group()
        end, place = self._tail(match.end(), limit, word)
        if fold(word) == "alcaldia" and place is None:
            beside = self._grammar.extend(self._text, match.end(), limit, word, "place")
            end, place = beside, self._text[match.end() : beside].strip() or None
        score = _SCORES["name" if place else "generic"]
        if fold(word) in _SET_AGAINST:
            score = _SCORES["administration"]
        if fold(word) in _PLACES_TOO and _IN_PLACE.search(self._text, max(0, match.start() - 25), match.start()):
            return []
        if fold(word) in {"municipio", "comuna"}:
            before = self._text[max(0, match.start() - 25) : match.start()]
            as_place = word.islower() and place and not _ACTS.match(self._text, end)
            opens_headline = match.start() == 0 and word[0].isupper()
            if not opens_headline and (as_place or not _ARTICLE.search(before) or _BEFORE_TERRITORY.search(before)):
                return []
            score = _SCORES["territory"]
        return [_Seen(match.start(), end, level, place, "name", word, rule, score)]

    def _government_of(self, match: re.Match[str], limit: int) -> list[_Seen]:
        end, place = self._tail(match.end(), limit, match.group())
        if place is None or fold(place) in {"estado", "la republica", "republica", "la ciudad", "ciudad", "la nacion"}:
            return []
        place = next((region for _, region in self._regions.find(place) if region and place.isupper()), place)
        level: Level = "municipal"
        if fold(place) in self._regions.government:
            level = "state"
        elif any(region is None and fold(country) == fold(place) for country, region in self._regions.find(place)):
            level = "national"
        return [_Seen(match.start(), end, level, place, "name", match.group(), "agency.government-of", _SCORES["name"])]

    def _pick_town(self, dateline: str | None) -> str | None:
        """The town of the release: tied to its mayor or town hall, confirmed by the dateline."""
        weights: Counter[str] = Counter()
        written: dict[str, str] = {}
        for seen in self._seen:
            if seen.level == "municipal" and seen.place:
                weights[fold(seen.place)] += 2 if seen.how == "name" else 1
                written.setdefault(fold(seen.place), seen.place)
        home = dateline.split(",")[0].strip() if dateline else ""
        if home:
            if fold(home) in weights or not weights:
                weights[fold(home)] += 3
            written.setdefault(fold(home), home)
        # A Counter keeps the order of first mention among equals, and the release's own town comes first.
        return written[weights.most_common(1)[0][0]] if weights else None

    def _pick_state(self, dateline: str | None) -> str | None:
        weights: Counter[str] = Counter()
        for seen in self._seen:
            if seen.level == "state" and seen.place and not _is_provincial(seen):
                weights[seen.place] += 2
        for listed in self._gazetteer.find(self._text, self._country):
            region = region_of_entity(listed.entity)
            if region and listed.entity in self._regions.government.get(fold(region), [])[:1]:
                weights[region] += 2
        region = self._regions.region_in(dateline) if dateline else None
        if region:
            weights[region] += 3
        if not weights:  # "Instituto de Vivienda de Corrientes" tells whose province it is
            weights.update(
                region for country, region in self._regions.find(self._text) if region and country == self._country
            )
        return weights.most_common(1)[0][0] if weights else None

    def _main_level(self) -> Level:
        weights = Counter(seen.level for seen in self._seen if fold(seen.word) not in _SET_AGAINST)
        if not weights:  # no government is named: whose ministries and offices are?
            for level in _LEVELS:
                rules = rules_of(self._patterns, f"office.{level}")
                weights[level] = sum(len(rule.pattern.findall(self._text)) for rule in rules)
        return max(_LEVELS, key=lambda level: weights[level])

    def _resolve(self, level: Level, place: str | None) -> tuple[str, str | None]:
        """The full name of the government of a level and place, and its id where it is in the gazetteer."""
        known = self._resolved.get((level, place))
        if known is None:
            known = self._resolved[level, place] = self._name_of(level, place)
        return known

    def _name_of(self, level: Level, place: str | None) -> tuple[str, str | None]:
        if level == "municipal":
            name = self._town_hall(place or self.town)
        elif level == "state":
            name = self._state_government(place or self.state)
        else:
            name = self._national_government(place)
        entity = self._gazetteer.lookup(name, self._country)
        return name, entity.id if entity else None

    def _town_hall(self, town: str | None) -> str:
        """The town hall's name: as the release spells it with the town, else as the country calls it."""
        spelled = Counter(
            _title(seen.word)
            for seen in self._at_place["municipal", fold(town or "")]
            if _without_term(seen.word).startswith((*_PROPER, "gobierno"))
        )
        if spelled and town:
            return f"{_preferred(spelled)} de {town}"
        bare = self._bare_halls
        head = _TOWN_HALL.get(self._country or "")
        if bare and head not in bare:
            head = _preferred(bare)
        if head is None:
            head = "Municipalidad" if self._has_intendant else "Ayuntamiento" if town else "Gobierno Municipal"
        return f"{head} de {town}" if town else head

    @cached_property
    def _bare_halls(self) -> Counter[str]:
        """The words for a town hall that stand without a town."""
        halls = self._at_place["municipal", ""]
        return Counter(_title(seen.word) for seen in halls if _without_term(seen.word).startswith(_PROPER[:3]))

    def _provincial(self, seen: _Seen) -> tuple[str, str | None]:
        """A Spanish provincial council, which is below the autonomous community: "Diputación de Cádiz"."""
        place = seen.place or self._province
        noun = "Diputación Foral" if self._is_foral else "Diputación"
        if place:
            return f"{noun} de {place}", None
        return (noun if self._is_foral else "Diputación Provincial"), None

    @cached_property
    def _is_foral(self) -> bool:
        """Whether the council is a Basque or Navarrese one, whose name always says so."""
        return any("foral" in fold(seen.word) for seen in self._seen if _is_provincial(seen))

    @cached_property
    def _province(self) -> str | None:
        return next((seen.place for seen in self._seen if _is_provincial(seen) and seen.place), None)

    @cached_property
    def _has_intendant(self) -> bool:
        return any(fold(seen.word).startswith("intendent") for seen in self._seen)

    def _state_government(self, state: str | None) -> str:
        states = self._at_place["state", fold(state)] if state else []
        spelled = Counter(_title(s.word) + self._link(s) for s in states if _is_full(s.word))
        if spelled and state == self.state:  # "Gobierno del Estado" without a state is the release's own
            bare = [*states, *self._at_place["state", ""]]
            spelled["Gobierno del Estado de"] += sum(_without_term(s.word) == "gobierno del estado" for s in bare)
        if spelled and state:
            return f"{_preferred(spelled)} {state}"
        if state is None:
            return _STATE_GOVERNMENT.get(self._country or "México", "Gobierno Regional")
        known = choose(self._regions.government.get(fold(state), []), self._country)
        return known.name if known else f"Gobierno de {state}"

    def _link(self, seen: _Seen) -> str:
        """The preposition between a government's word and its place, as written."""
        surface = self._text[seen.start : seen.end]
        return " del" if re.search(rf"\bdel\s+{re.escape(seen.place or '')}", surface) else " de"

    def _national_government(self, place: str | None) -> str:
        """The country's government as the release spells it ("Gobierno de México"), else by its country."""
        spelled = Counter(
            " ".join(self._text[seen.start : seen.end].split())
            for seen in self._seen
            if seen.level == "national" and seen.how == "name" and self._text[seen.start].isupper()
            and fold(seen.word).startswith("gobierno") and fold(seen.word) not in _ANY_NATION
        )  # fmt: skip
        if spelled:
            return _preferred(spelled)
        country = place if place and fold(place) not in {"republica", "nacion"} else self._country
        for name in (f"Gobierno de {country}", f"Gobierno del {country}"):
            entity = self._gazetteer.lookup(name, country)
            if entity is not None:
                return entity.name
        return "Gobierno Federal" if country in {None, "México"} else "Gobierno Nacional"

    def _administrations(self) -> list[Name]:
        """Phrases like "la actual administración": the government of the level that the release is mostly about."""
        names = []
        for rule in rules_of(self._patterns, "generic"):
            for match in rule.finditer(self._text):
                name, entity_id = self._resolve(self.level, None)
                score = _SCORES["administration"]
                start, end, surface = match.start(), match.end(), match.group()
                names.append(Name(start, end, surface, rule.id, "agency", name, entity_id, "short", score))
        return names


def _preferred(spelled: Counter[str]) -> str:
    """The commonest spelling, the first in the text among equals."""
    return spelled.most_common(1)[0][0]


def _is_full(word: str) -> bool:
    """Whether a word for a state's government is part of its full name ("Provincia" is not)."""
    return _without_term(word).split()[0] in {"gobierno", "gobernacion", "prefectura", "administracion", "ejecutivo"}


def _is_provincial(seen: _Seen) -> bool:
    return fold(seen.word).startswith(("diputacion", "institucion"))


def _without_term(word: str) -> str:
    return fold(_TERM.sub("", word))


def _title(word: str) -> str:
    """A government's word as a name: without its term of office, its main words capitalized."""
    bare = _TERM.sub("", word)
    words = (bare.lower() if bare.isupper() else bare).split()
    return " ".join(w if w in {"de", "del", "la", "el"} else w[0].upper() + w[1:] for w in words)


@lru_cache(maxsize=128)
def rules_of(patterns: Patterns, kind: str) -> tuple[NameRule, ...]:
    """The rules of one kind in ``agency_names.yml``."""
    return tuple(rule for rule in patterns.rules("agency_names.yml", NameRule) if rule.kind == kind)

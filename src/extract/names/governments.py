"""Governments and the offices that stand for them: "el gobierno municipal", "la alcaldesa", "el gobernador".

A release seldom spells its own government out; a reader knows whose mayor is speaking. The town is the one that the
release ties to a mayor or a town hall, else the dateline's; the state the one of the governor, else the dateline's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache

from extract.mentions import Block, Name
from extract.names.agency_rules import rules_of
from extract.names.countries import regions_of
from extract.names.gazetteer import Gazetteer, choose, gazetteer_of
from extract.names.government_places import (
    in_small_letters,
    local_bodies,
    main_level,
    municipality_of,
    own_state,
    own_town,
    province_of,
)
from extract.names.government_words import LEVELS, SET_AGAINST, GovernmentWord, Level, government_words, is_provincial
from extract.names.known_towns import known_towns_of
from extract.names.towns import town_of_text
from extract.names.words import fold
from extract.patterns import Patterns
from extract.rules import GovernmentRule

_TERM = re.compile(
    r"^(?:(?:[IVXLl]+|h\.|honorable|primer|segundo|tercer|cuarto|quinto|sexto|s[ée]ptimo|octavo|noveno|d[ée]cimo)\s+)+",
    re.IGNORECASE,
)
#: Names of a town hall proper; other words for it ("comuna", "municipio") are never its full name.
_PROPER = (
    "ayuntamiento",
    "municipalidad",
    "alcaldia",
    "concello",
    "ajuntament",
    "gobierno municipal",
    "gobierno autonomo",
    "gad municipal",
    "intendencia",
)
_OF_REGION = re.compile(r"^(?:la\s+)?[Rr]egi[óo]n\s+(?:de\s+)?")
#: "el Gobierno que preside" is "el Gobierno".
_LED_BY = re.compile(r"\s+que\s+\w+$")
_OF_STATE = "Gobierno del Estado"
_PRESIDENT = re.compile(r"\bpresident[ea]\b", re.IGNORECASE)
#: The state whose parts have an Alcaldía, and had a Delegación until 2018 (Constitución, MX, art. 122).
_CAPITAL = "Ciudad de México"
#: The head of a Basque provincial council (Ley 27/1983, PV).
_HEAD_OF_FORAL = ("diputado general", "diputada general")
_EXECUTIVE_SCORE = 0.8
_OF_HEAD = ("Ejecutivo", "Administración")
#: "Gobierno Federal" is shorter than "Gobierno de la República"; so many words at most.
_SHORT_NATIONAL = 2
#: How sure "la actual administración" means the government that the release is mostly about.
_ADMINISTRATION_SCORE = 0.7
#: A motto with its capitals is as sure as "el gobierno municipal".
_MOTTO_SCORE = 0.9


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
        self._text, self._country, self._patterns, self._home = text, country, patterns, place
        self._gazetteer: Gazetteer = gazetteer_of(patterns, "agencies.csv")
        self._regions = regions_of(patterns)
        self._usual = _usual_governments(patterns, country)
        self._seen = government_words(text, blocks, country, patterns)
        self._resolved: dict[tuple[Level, str | None], tuple[str, str | None]] = {}
        self._at_place: dict[tuple[Level, str], list[GovernmentWord]] = defaultdict(list)
        for seen in self._seen:
            if seen.how == "name":
                self._at_place[seen.level, fold(seen.place or "")].append(seen)
        self.town = own_town(self._seen, place) or town_of_text(text, blocks, country, patterns)
        self.state = own_state(text, self._seen, place, self.town, country, patterns)
        self.level = main_level(text, self._seen, patterns)

    def mentions(self) -> list[Name]:
        """Every government of the release as a resolved mention, in no order."""
        names = []
        for seen in self._seen:
            name, entity_id = (
                self._provincial(seen) if self._is_council(seen) else self._resolve(seen.level, seen.place)
            )
            surface = self._text[seen.start : seen.end]
            mention = Name(seen.start, seen.end, surface, seen.rule, "agency", name, entity_id, seen.how, seen.score)
            names.append(mention)
        return names + self._administrations() + self._executives()

    def _resolve(self, level: Level, place: str | None) -> tuple[str, str | None]:
        """The full name of the government of a level and place, and its id where it is in the gazetteer."""
        known = self._resolved.get((level, place))
        if known is None:
            known = self._resolved[level, place] = self._name_of(level, place)
        return known

    def _name_of(self, level: Level, place: str | None) -> tuple[str, str | None]:
        if level == "municipal":
            name = self._town_hall(in_small_letters(place or self.town, self._text))
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
        if town and fold(town) in self._usual.own_cities:
            return self._usual.own_cities[fold(town)]
        bare = self._bare_halls
        head = self._usual.town_hall
        if bare and head not in bare:
            head = _preferred(bare)
        if any(fold(seen.word) == "muni" for seen in self._seen):
            head = "Municipalidad"
        if head is None:
            head = "Municipalidad" if self._has_intendant else "Ayuntamiento" if town else "Gobierno Municipal"
        if town and not bare and self._is_part_of_capital(town):
            head = "Delegación" if self._has_delegate else "Alcaldía"
        return f"{head} de {municipality_of(town, self._country, self._patterns)}" if town else head

    @cached_property
    def _bare_halls(self) -> Counter[str]:
        """The words for a town hall that stand without a town."""
        halls = self._at_place["municipal", ""]
        return Counter(_title(seen.word) for seen in halls if _without_term(seen.word).startswith(_PROPER[:5]))

    def _provincial(self, seen: GovernmentWord) -> tuple[str, str | None]:
        """A Spanish provincial council, which is below the autonomous community: "Diputación de Cádiz"."""
        place = seen.place or self._province
        noun = "Diputación Foral" if self._is_foral else "Diputación"
        if self._is_foral and place is None and "diputacion" in self._local:
            return self._local["diputacion"], None
        if place is None and not self._is_foral:
            place = province_of(self._home, self._country, self._patterns)
        if place:
            return f"{noun} de {place}", None
        return (noun if self._is_foral else "Diputación Provincial"), None

    def _is_council(self, seen: GovernmentWord) -> bool:
        """Whether a word means a provincial council: in Spain what is "provincial" is the council's, and "foral", too.

        Navarra alone has a government of its own that is called so.
        """
        words = fold(seen.word).split()
        if self._country not in {None, "España"}:
            return words[0] == "diputacion"  # in Ecuador the "institución provincial" is the Prefectura
        if is_provincial(seen) or self._country is None:
            return is_provincial(seen)
        of_navarra = "navarra" in fold(seen.place or self.state or "")
        return "provincial" in words or words[0].startswith("diputad") or ("foral" in words and not of_navarra)

    @cached_property
    def _is_foral(self) -> bool:
        """Whether the council is a Basque or Navarrese one, whose name always says so."""
        councils = (fold(seen.word) for seen in self._seen if self._is_council(seen))
        return any("foral" in word or word.startswith(_HEAD_OF_FORAL) for word in councils)

    @cached_property
    def _local(self) -> dict[str, str]:
        return local_bodies(self._home, self._country, self._patterns)

    @cached_property
    def _province(self) -> str | None:
        return next((seen.place for seen in self._seen if self._is_council(seen) and seen.place), None)

    @cached_property
    def _has_intendant(self) -> bool:
        return any(fold(seen.word).startswith("intendent") for seen in self._seen)

    def _is_part_of_capital(self, town: str) -> bool:
        """Whether a release from the Mexican capital means one of its parts by a mayor's town."""
        if self._home is None or self._regions.region_in(self._home, self._country) != _CAPITAL:
            return False
        if any(fold(seen.word).endswith("municipal") for seen in self._seen):
            return False  # "la Presidenta Municipal de Benito Juárez" is not from the capital
        own = fold(town) == fold(self._home.split(",")[0]) and not self._regions.find(town)
        return own or any(known.region == _CAPITAL for known in known_towns_of(self._patterns).called(town, "México"))

    @cached_property
    def _has_delegate(self) -> bool:
        """Whether the head of a part of the Mexican capital has the title of before 2018."""
        return any(seen.rule == "agency.role.municipal.delegacional" for seen in self._seen)

    def _state_government(self, state: str | None) -> str:
        states = self._at_place["state", fold(state)] if state else []
        spelled = Counter(_title(s.word) + self._link(s) for s in states if _is_full(s.word))
        if (
            spelled and state == self.state and not fold(state or "").startswith("estado")
        ):  # "Gobierno del Estado" without a state is the release's own
            bare = [*states, *self._at_place["state", ""]]
            if count := sum(_without_term(s.word) == fold(_OF_STATE) for s in bare):
                spelled[f"{_OF_STATE} de"] += count
        if spelled and state:
            return f"{_fullest(spelled)} {state}"
        if state is None:
            return _OF_STATE if self._says_of_state else self._usual.state
        known = choose(self._regions.government.get(fold(state), []), self._country)
        if known is None and self._usual.of_state:
            return f"{self._usual.of_state} {_OF_REGION.sub('', state)}"
        return known.name if known else f"Gobierno de {state}"

    @cached_property
    def _says_of_state(self) -> bool:
        """Whether the release itself says "el Gobierno del Estado", whatever its country calls such governments."""
        return any(_without_term(seen.word) == fold(_OF_STATE) for seen in self._at_place["state", ""])

    def _link(self, seen: GovernmentWord) -> str:
        """The preposition between a government's word and its place, as written."""
        surface = self._text[seen.start : seen.end]
        return " del" if re.search(rf"\bdel\s+{re.escape(seen.place or '')}", surface) else " de"

    def _national_government(self, place: str | None) -> str:
        """The country's government: as the release spells it most fully, else as the gazetteer or its country does."""
        if not self._is_own_nation(place):
            return self._listed_nation(place) or f"Gobierno de {place}"
        spelled = Counter(_title(" ".join(self._text[seen.start : seen.end].split())) for seen in self._national)
        full = Counter({name: count for name, count in spelled.items() if len(name.split()) > _SHORT_NATIONAL})
        if full or spelled:
            return _preferred(full or spelled)
        return self._listed_nation(self._country) or (
            "Gobierno Federal" if self._country is None else "Gobierno Nacional"
        )

    def _listed_nation(self, country: str | None) -> str | None:
        """The government of a country as the gazetteer calls it."""
        names = (f"Gobierno de {country}", f"Gobierno del {country}")
        return next((known.name for name in names if (known := self._gazetteer.lookup(name, country))), None)

    @cached_property
    def _national(self) -> list[GovernmentWord]:
        """The words that name the own country's government and do not only describe it ("gobierno central")."""
        return [
            seen
            for seen in self._seen
            if seen.level == "national" and seen.how == "name"
            and fold(seen.word).startswith("gobierno") and fold(seen.word) != "gobierno central"
            and self._is_own_nation(seen.place)
        ]  # fmt: skip

    def _is_own_nation(self, place: str | None) -> bool:
        """Whether a place after "Gobierno de" is the release's country and not another one."""
        named = {country for country, region in self._regions.find(place or "") if region is None}
        return not named or self._country in named

    def _level_of_generic(self, words: str) -> Level:
        """The level of "el Gobierno": in a unitary state the nation's, unless the release calls a lower one so."""
        if _PRESIDENT.search(words) and not self._usual.presidents:
            return "national"
        noun = _LED_BY.sub("", words).rsplit(maxsplit=1)[-1]
        bare = noun in {"Gobierno", "Ejecutivo"}
        if noun == "Ejecutivo" and not any(seen.level == "municipal" for seen in self._seen):
            return self._executive_level([words]) or "national"  # no town hall is called so before it is named
        if not bare or self._usual.form != "unitary":
            return self.level
        called_so = any(
            seen.level != "national" and fold(seen.word).startswith(("gobierno", "ejecutivo")) for seen in self._seen
        )
        return self.level if called_so else "national"

    def _administrations(self) -> list[Name]:
        """Phrases like "la actual administración": the government of the level that the release is mostly about."""
        names = []
        for rule in rules_of(self._patterns, "generic"):
            for match in rule.finditer(self._text):
                name, entity_id = self._resolve(self._level_of_generic(match.group()), None)
                score = _ADMINISTRATION_SCORE
                start, end, surface = match.start(), match.end(), match.group()
                names.append(Name(start, end, surface, rule.id, "agency", name, entity_id, "short", score))
        return names + self._by_motto()

    def _by_motto(self) -> list[Name]:
        """A government called by what it says of itself: "el Gobierno de la Gente"."""
        names = []
        for rule in rules_of(self._patterns, "motto"):
            for match in rule.finditer(self._text):
                listed = self._gazetteer.lookup(match.group(), self._country)
                own = self._resolve(self._level_of_motto(match.start()), None)
                name, entity_id = (listed.name, listed.id) if listed else own
                start, end, surface = match.start(), match.end(), match.group()
                names.append(Name(start, end, surface, rule.id, "agency", name, entity_id, "short", _MOTTO_SCORE))
        return names

    def _level_of_motto(self, start: int) -> Level:
        """The level of the governments that are named, or whose head leads up to the motto; else of most mottos.

        A mayor who comes later is a guest: "la secretaria del Gobierno de la Gente, acompañada por el alcalde".
        """
        weights = Counter(seen.level for seen in self._seen if seen.how == "name" or seen.start < start)
        if weights:
            return max(LEVELS, key=lambda level: weights[level])
        if self._usual.form == "unitary":
            return "national"
        return "state" if self._usual.form == "federal" and self.state else self.level

    def _executives(self) -> list[Name]:
        """Heads of an Ejecutivo that no adjective tells: "el titular del Ejecutivo", "el mandatario"."""
        found = [match for rule in rules_of(self._patterns, "role.executive") for match in rule.finditer(self._text)]
        level = self._executive_level([match.group() for match in found])
        if level is None:
            return []
        name, entity_id = self._resolve(level, None)
        rule, score = "agency.role.executive", _EXECUTIVE_SCORE
        return [
            Name(match.start(), match.end(), match.group(), rule, "agency", name, entity_id, "role", score)
            for match in found
        ]

    def _executive_level(self, titles: list[str]) -> Level | None:
        """The level whose head a release calls so: the one that it names of the two that have an Ejecutivo."""
        weights = Counter(seen.level for seen in self._seen if fold(seen.word) not in SET_AGAINST)
        if weights["state"] or weights["national"]:
            return "state" if weights["state"] >= weights["national"] else "national"
        if self._usual.form == "federal" and self.state and any("Ejecutivo" in title for title in titles):
            return "state"
        return "municipal" if weights["municipal"] else None


@lru_cache(maxsize=32)
def _usual_governments(patterns: Patterns, country: str | None) -> GovernmentRule:
    """What a country calls its governments; the rule without a country where there is none for it."""
    rules = {rule.country: rule for rule in patterns.rules("governments.yml", GovernmentRule)}
    return rules.get(country) or rules[None]


def _preferred(spelled: Counter[str]) -> str:
    """The commonest spelling, the first in the text among equals."""
    return spelled.most_common(1)[0][0]


def _fullest(spelled: Counter[str]) -> str:
    """The spelling with most words of those that begin with the noun of a government, not of its head."""
    return max(spelled, key=lambda name: (not name.startswith(_OF_HEAD), len(name.split()), spelled[name]))


def _is_full(word: str) -> bool:
    """Whether a word for a state's government is part of its full name ("Provincia" is not)."""
    return _without_term(word).split()[0] in {"gobierno", "gobernacion", "prefectura", "administracion", "ejecutivo"}


def _without_term(word: str) -> str:
    return fold(_TERM.sub("", word))


def _title(word: str) -> str:
    """A government's word as a name: without its term of office, its main words capitalized."""
    bare = _TERM.sub("", word)
    words = (bare.lower() if bare.isupper() else bare).split()
    return " ".join(w if w in {"de", "del", "la", "el"} else w[0].upper() + w[1:] for w in words)

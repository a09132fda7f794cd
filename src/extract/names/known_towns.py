"""The towns of ``towns.csv`` in a text, and what they tell of the country that a release is from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extract import folding
from extract.names.words import Token, fold, tokens_of
from extract.patterns import Patterns, TownRow
from extract.rules import NameRule, Town

#: Votes for a country (see ``countries.country_of``): of the dateline's town, of a mayor's or a town hall's, and of one
#: that the text is set in. A name of towns in several countries only tips the scales, to the much larger one first.
_DATELINE_VOTES, _TITLE_VOTES, _PLAIN_VOTES, _SHARED_VOTES = 4, 5, 1, 1
_MOST_TITLE_VOTES, _MOST_PLAIN_VOTES = 7, 2
#: A town with so many times the people of its namesakes is the one that is meant without more words.
_MUCH_LARGER = 4
#: Words of the longest names that are looked for: "Santa María Chimalapa de los Altos".
_LONGEST = 7
_GAP = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*|\.[ ]")
#: What stands between a title and its town: "alcaldesa del municipio de ", "Municipalidad Provincial de ".
_OF_TOWN = re.compile(
    r"(?:\s+(?:municipal|provincial|distrital|departamental|constitucional|aut[óo]nom[oa]))*"
    r"\s+de(?:l\s+(?:municipio|distrito|cant[óo]n|partido)\s+de|\s+la\s+(?:ciudad|comuna|villa)\s+de)?\s+",
    re.IGNORECASE,
)
#: A place where something happens is no person.
_SET_IN = re.compile(
    r"\b(?:en|municipio\s+de|ciudad\s+de|comuna\s+de|cant[óo]n\s+de|cabecera\s+de|localidad\s+de)\s+$", re.IGNORECASE
)
_REACH = 25
_NAME_GOES_ON = re.compile(r"\s+(?:de(?:l|\s+la|\s+los)?\s+)?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")


class FoundTown(NamedTuple):
    """A town's name in a text, with every town that is called so."""

    start: int
    end: int
    towns: tuple[Town, ...]


class KnownTowns:
    """An index of towns by their folded names."""

    def __init__(self, patterns: Patterns) -> None:
        rows = patterns.towns()
        names = _folded([row[0] for row in rows])
        self._last: dict[str, TownRow] = dict(zip(names, rows, strict=True))
        self._before: dict[str, list[TownRow]] = {}  # most names have only one row: a list for each would cost time
        for name, row in zip(names, rows, strict=True):
            if self._last[name] is not row:
                self._before.setdefault(name, []).append(row)
        self._first_words = {name.split(" ", 1)[0] for name in self._last}
        self._wholes = frozenset(_folded(sorted({place for row in rows for place in row[1:3] if place})))
        rules = patterns.rules("countries.yml", NameRule)
        self._titles = [rule for rule in rules if rule.kind == "town_hall"]

    def called(self, name: str, country: str | None = None) -> tuple[Town, ...]:
        """The towns with a name, of a country where one is given."""
        key = " ".join([token.folded for token in tokens_of(name)])
        return tuple(town for town in self._towns(key) if country in {None, town.country})

    def names_place(self, name: str) -> bool:
        """Whether a town is called so, or a region or a country that has towns here."""
        key = " ".join([token.folded for token in tokens_of(name)])
        return key in self._last or key in self._wholes

    def _towns(self, key: str) -> tuple[Town, ...]:
        rows = (*self._before.get(key, ()), self._last[key]) if key in self._last else ()
        return tuple(Town(name, where, region, int(people or 0)) for name, where, region, people in rows)

    def find(self, text: str) -> Iterator[FoundTown]:
        """Each longest name of a town in the text that is written with capitals, in reading order."""
        tokens, free_from = tokens_of(text), 0
        for at, token in enumerate(tokens):
            if at < free_from or token.folded not in self._first_words or not token.surface[0].isupper():
                continue
            for stop in range(_run_end(text, tokens, at), at, -1):
                key = " ".join([one.folded for one in tokens[at:stop]])
                if key in self._last and tokens[stop - 1].surface[0].isupper():
                    free_from = stop
                    yield FoundTown(token.start, tokens[stop - 1].end, self._towns(key))
                    break

    def votes(self, text: str) -> Counter[str]:
        """How far the towns of mayors and town halls, and those that a text is set in, speak for each country."""
        found = list(self.find(text))
        votes = self._titled(text, {town.start: town for town in found})
        plain: dict[str, set[str]] = {}
        for town in found:
            countries = {one.country for one in town.towns}
            set_in = _SET_IN.search(text, max(0, town.start - _REACH), town.start)
            if len(countries) == 1 and set_in and not _NAME_GOES_ON.match(text, town.end):
                plain.setdefault(countries.pop(), set()).add(fold(text[town.start : town.end]))
        for country, names in plain.items():
            votes[country] += min(len(names) * _PLAIN_VOTES, _MOST_PLAIN_VOTES)
        return votes

    def _titled(self, text: str, at: dict[int, FoundTown]) -> Counter[str]:
        """The votes of each town that has its mayor or its town hall in the text."""
        each: dict[str, Counter[str]] = {}
        for rule in self._titles:
            for match in rule.finditer(text):
                link = _OF_TOWN.match(text, match.end())
                town = at.get(link.end()) if link else None
                if town is None:
                    continue
                usual = tuple(one for one in town.towns if one.country in rule.countries)
                each[fold(text[town.start : town.end])] = _weighed(usual or town.towns, _TITLE_VOTES)
        total: Counter[str] = Counter()
        for votes in each.values():
            total.update(votes)
        return Counter({country: min(count, _MOST_TITLE_VOTES) for country, count in total.items()})

    def dateline_votes(self, place: str | None, taken: Collection[str]) -> Counter[str]:
        """How far the town of a dateline speaks for each country that is not ``taken``."""
        town, *rest = re.split(r"\s*[,(]\s*", place or "")
        towns, tail = self.called(town), fold(" ".join(rest))
        named = tuple(
            one for one in towns if tail and {fold(one.region), fold(one.country)} & {tail, tail.rstrip(".)")}
        )
        votes = _weighed(named or towns, _DATELINE_VOTES)
        return Counter({country: count for country, count in votes.items() if country not in taken})

    def region_of(self, name: str, country: str | None, named: Counter[str]) -> str | None:
        """The region of a country's town; where several are called so, the one that the text names, or the larger.

        Parameters
        ----------
        name, country:
            The town and the country of the release.
        named:
            The regions that the release names, and how often.
        """
        towns = self.called(name, country)
        regions = list(dict.fromkeys(town.region for town in towns))
        if len(regions) < 2:
            return regions[0] if regions else None
        spoken = [region for region in regions if named[region]]
        if spoken:
            return max(spoken, key=lambda region: named[region])
        first, second, *_ = sorted(towns, key=lambda town: -town.population)
        return first.region if first.population >= _MUCH_LARGER * second.population else None


def _weighed(towns: Iterable[Town], full: int) -> Counter[str]:
    """The votes of a town's name: all to one country, or a few to each that has a town of that name."""
    largest: dict[str, int] = {}
    for town in towns:
        largest[town.country] = max(town.population, largest.get(town.country, 0))
    if len(largest) == 1:
        return Counter(dict.fromkeys(largest, full))
    votes = Counter(dict.fromkeys(largest, _SHARED_VOTES))
    if largest:
        first, second, *_ = sorted(largest, key=lambda country: -largest[country])
        votes[first] += largest[first] >= _MUCH_LARGER * largest[second]
    return votes


def _run_end(text: str, tokens: list[Token], at: int) -> int:
    """Where the words end that may belong to one name with the token at a place."""
    stop = at + 1
    while stop < min(len(tokens), at + _LONGEST) and _GAP.fullmatch(text, tokens[stop - 1].end, tokens[stop].start):
        stop += 1
    return stop


def _folded(names: list[str]) -> list[str]:
    """The names as ``fold`` gives them and without stops, all in one step: one by one thousands take too long."""
    text = "\n".join(names)
    try:
        plain = text.lower().encode("latin-1").translate(_latin_letters()).decode("latin-1")
    except UnicodeEncodeError:  # a letter of another alphabet in a user's list
        return [" ".join(fold(name).replace(".", " ").split()) for name in names]
    return re.sub(r"\.? +", " ", plain).split("\n") if names else []


@cache
def _latin_letters() -> bytes:
    """For each sign of Latin-1 what ``fold`` makes of it."""
    letters = list(range(256))
    for code in range(0xA0, 256):
        folded = folding.fold(chr(code))
        if len(folded) == 1 and ord(folded) < 256:
            letters[code] = ord(folded)
    return bytes(letters)


@lru_cache(maxsize=8)
def known_towns_of(patterns: Patterns) -> KnownTowns:
    """The towns of a pattern folder, read and indexed when they are first asked for."""
    return KnownTowns(patterns)

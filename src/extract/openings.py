"""Where in a text an expression can begin: the rules are hundreds, and each concerns a few words of a text.

Read from end to end for each rule, a text of two thousand characters costs more than its whole parse. So the first
three letters with which a match can begin are worked out from the expression, the words of a text are put in order by
their first three letters, and the expression is tried at those words alone. What is found is the same, match by match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Generic, TypeVar

from extract.folding import fold
from extract.needs import LETTERS, NEXT_LETTERS, Needs, Openings

T = TypeVar("T")

#: Beginnings of words that are remembered; a text of odd words cannot fill the memory.
_MOST_KNOWN = 10_000
#: A line or a name is read through sooner than its words are looked up.
_SHORT_TEXT = 200
_WORD = re.compile(r"\w+")
#: The first letters of a word, and of the next one after a short one.
_WORD_AND_NEXT = re.compile(rf"(\w{{1,{LETTERS}}})(?:\w+|(?=\s+(\w{{1,{NEXT_LETTERS}}}))|)")
_DIGIT = re.compile(r"\d")
#: Signs that ``re.IGNORECASE`` takes for "i", "s" and "k" and ``fold`` leaves as they are.
_ODD_LETTERS = re.compile("[ıſ\N{KELVIN SIGN}]")

_NO_MATCHES: Iterator[re.Match[str]] = iter(())
#: Stands for places that are not worked out yet.
_NOT_ASKED: Sequence[int] = range(0)
#: Behind all letters.
_LAST = "\U0010ffff"


class Expression:
    r"""A regular expression with what its matches can begin with; compiled when a text first has all that it needs.

    Parameters
    ----------
    regex, flags:
        Any expression. It is tried at words where it asks for the start of one first (``(?<!\w)``, ``\b``,
        ``(?<=\s)``), and where it does not, at the signs or letters that it begins with.
    """

    def __init__(self, regex: str, flags: int = 0) -> None:
        self.regex, self.flags = regex, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.regex, self.flags)

    @cached_property
    def needs(self) -> Needs:
        """What a text must have so that it can match."""
        return Needs.of(self.regex, self.flags)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer(text, start, end)`` gives."""
        places, end = self._places(text), len(text) if end is None else end
        if places is None:
            return self.pattern.finditer(text, start, end)
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:  # as in most paragraphs
            return _NO_MATCHES
        return self._tried_at(places, text, ((start, end),))

    def within(self, text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
        """What ``finditer`` gives for each of several stretches of a text, one after another."""
        places = self._places(text)
        if places is None:
            return chain.from_iterable(self.pattern.finditer(text, start, end) for start, end in stretches)
        return self._tried_at(places, text, stretches) if places else _NO_MATCHES

    def may_match(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a match may begin between two places of a text; True where only a search would tell."""
        places = self._places(text)
        if places is None:
            return True
        at = bisect_left(places, start)
        return at < len(places) and (end is None or places[at] < end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What ``pattern.search(text, start, end)`` gives."""
        return next(self.finditer(text, start, end), None)

    def _places(self, text: str) -> Sequence[int] | None:
        words = _words_of(text) if len(text) > _SHORT_TEXT else None
        return words.places_of(self) if words else None

    def _tried_at(
        self, places: Sequence[int], text: str, stretches: Iterable[tuple[int, int]]
    ) -> Iterator[re.Match[str]]:
        match_at = self.pattern.match
        for start, end in stretches:
            free_from = start
            for at in range(bisect_left(places, start), len(places)):
                place = places[at]
                if place >= end:
                    break
                if place >= free_from and (match := match_at(text, place, end)):
                    yield match
                    free_from = match.end()


class Openers(Generic[T]):
    """Things with an expression each, by what the expression can begin with.

    Parameters
    ----------
    pairs:
        Each thing and its expression, in the order in which they are to be tried.
    """

    def __init__(self, pairs: Iterable[tuple[T, Expression]]) -> None:
        pairs = list(pairs)
        self._things = [thing for thing, _ in pairs]
        self._expressions = [expression for _, expression in pairs]
        self._anywhere: list[int] = []
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        for number, expression in enumerate(self._expressions):
            letters = _first_letters(expression)
            for opening in letters or ():
                self._by_letters[opening].append(number)
            if letters is None:
                self._anywhere.append(number)
        self._known: dict[str, tuple[T, ...]] = {}

    def places(self, text: str) -> list[int] | None:
        """Where any of the expressions may match, in order; None for anywhere."""
        words = _words_of(text) if len(text) > _SHORT_TEXT else None
        each = [words.places_of(expression) for expression in self._expressions] if words else [None]
        return None if None in each else sorted({*chain.from_iterable(filter(None, each))})

    def at(self, text: str, place: int) -> tuple[T, ...]:
        """The things whose expressions may match at a place where a word begins, in order."""
        letters = text[place : place + LETTERS]
        found = self._known.get(letters)
        if found is None:
            if _ODD_LETTERS.search(letters):
                return tuple(self._things)
            word = _WORD.match(_DIGIT.sub("0", fold(letters)))
            found = tuple(self._things[number] for number in self._begun_by(word[0] if word else ""))
            if len(self._known) < _MOST_KNOWN:
                self._known[letters] = found
        return found

    def _begun_by(self, letters: str) -> list[int]:
        """The numbers of the things whose expressions may match where a word begins with some letters, in order."""
        beginnings = (letters[:end] for end in range(1, len(letters) + 1))
        found = chain.from_iterable(self._by_letters.get(beginning, ()) for beginning in beginnings)
        return sorted({*self._anywhere, *found})


class Together(Generic[T]):
    """Things with an expression each, tried in one walk over the words of a text and not in one for each.

    Parameters
    ----------
    groups:
        Pairs of a thing and its expression; those of one group are tried in the same stretches of a text.
    """

    def __init__(self, groups: Iterable[Iterable[tuple[T, Expression]]]) -> None:
        self._members = [
            _Member(thing, expression, group) for group, pairs in enumerate(groups) for thing, expression in pairs
        ]
        self._anywhere: list[_Member[T]] = []
        self._by_opening: dict[str, list[_Member[T]]] = defaultdict(list)
        for member in self._members:
            needs = member.expression.needs
            if needs.openings is None or needs.letters:
                self._anywhere.append(member)
            else:
                for opening in chain.from_iterable(needs.openings):
                    self._by_opening[opening].append(member)
        self._known: dict[str, list[_Member[T]]] = {}

    def within(self, text: str, stretches: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[T, re.Match[str]]]:
        """Each match of each expression in the stretches of its group, those of one expression in order.

        ``stretches`` are the parts of the text for each group, in order and apart.
        """
        words = _words_of(text) if len(text) > _SHORT_TEXT else None
        for member in self._anywhere if words else self._members:
            for match in member.expression.within(text, stretches[member.group]):
                yield member.thing, match
        if words:
            yield from self._walk(words, text, [words.ends_of(places) for places in stretches])

    def _walk(self, words: _Words, text: str, ends: list[list[int]]) -> Iterator[tuple[T, re.Match[str]]]:
        free_from: dict[_Member[T], int] = {}
        for at, (place, opening) in enumerate(zip(words.starts, words.openings, strict=True)):
            members = self._known.get(opening)
            for member in self._opened_by(opening) if members is None else members:
                end = ends[member.group][at]
                if not end:
                    continue
                free = free_from.get(member)
                if free is None:
                    free = free_from[member] = 0 if words.has_all(member.expression.needs) else len(text)
                if free <= place and (match := member.expression.pattern.match(text, place, end)):
                    yield member.thing, match
                    free_from[member] = match.end()

    def _opened_by(self, opening: str) -> list[_Member[T]]:
        """The things whose expressions may match at a word with an opening."""
        beginnings = (opening[:end] for end in range(1, len(opening) + 1))
        found = [member for beginning in beginnings for member in self._by_opening.get(beginning, ())]
        if len(self._known) < _MOST_KNOWN:
            self._known[opening] = found
        return found


@dataclass(frozen=True, eq=False, slots=True)
class _Member(Generic[T]):
    thing: T
    expression: Expression
    group: int


def _first_letters(expression: Expression) -> tuple[str, ...] | None:
    """What the words begin with where an expression can match, up to the first space; None where it could be any."""
    needs = expression.needs
    if needs.openings is None or needs.letters:
        return None
    return tuple({opening.split(" ")[0] for openings in needs.openings for opening in openings})


class _Words:
    """The words of a folded text by their first letters."""

    def __init__(self, text: str) -> None:
        self._text = _DIGIT.sub("0", text)
        self._places: dict[str, list[int]] = defaultdict(list)
        self.starts: list[int] = []
        #: What each word begins with: its first letters, and behind a short one those of the next.
        self.openings: list[str] = []
        for word in _WORD_AND_NEXT.finditer(self._text):
            first, second = word.groups()
            start, opening = word.start(), first
            self._places[first].append(start)
            if second:
                opening = f"{first} {second}"
                self._places[opening].append(start)
            self.starts.append(start)
            self.openings.append(opening)
        self._known_openings = frozenset(self._places)
        self._shorter = {key[:n] for key in self._places for n in range(key.find(" ") + 2, len(key) + 1)}
        self._ordered = sorted(self._places)
        self._short: dict[str, list[int]] = {}
        self._inside: dict[tuple[str, int], list[int]] = {}
        self._known: dict[Expression, Sequence[int] | None] = {}

    def places_of(self, expression: Expression) -> Sequence[int] | None:
        """Where the expression may match, in order: nowhere, where the text lacks what it needs; None for anywhere."""
        found = self._known.get(expression, _NOT_ASKED)
        if found is _NOT_ASKED:
            found = self._known[expression] = self._places_of(expression.needs)
        return found

    def _places_of(self, needs: Needs) -> Sequence[int] | None:
        if needs.openings is None:
            return None if self.has_all(needs) else ()
        lists = self._lists(needs.openings)
        if not (lists or needs.letters) or not self.has_all(needs):
            return ()
        if not needs.letters:  # then no place is in two lists
            return lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
        lists += [self._begun_by(letters, shift) for letters, shift in needs.letters]
        return sorted({*chain.from_iterable(lists)})

    def _begun_by(self, letters: str, shift: int) -> list[int]:
        """The places so far behind the start of letters or signs that need not begin a word."""
        found = self._inside.get((letters, shift))
        if found is None:
            found = self._inside[letters, shift] = []
            place = self._text.find(letters)
            while place >= 0:
                found.append(place + shift)
                place = self._text.find(letters, place + 1)
        return found

    def has_all(self, needs: Needs) -> bool:
        """Whether the text has all words and signs that an expression needs besides those that it begins with."""
        if needs.signs and not all(sign in self._text for sign in needs.signs):
            return False
        for whole, short in needs.required:
            if self._known_openings.isdisjoint(whole) and self._shorter.isdisjoint(short):
                return False
        return True

    def ends_of(self, stretches: Iterable[tuple[int, int]]) -> list[int]:
        """For each word the end of the stretch that it begins in, 0 for a word in none; stretches lie apart."""
        ends = [0] * len(self.starts)
        for start, end in stretches:
            first, after = bisect_left(self.starts, start), bisect_left(self.starts, end)
            ends[first:after] = [end] * (after - first)
        return ends

    def _lists(self, openings: Openings) -> list[list[int]]:
        """The places of the words with each of the openings that there are in the text."""
        lists = [self._places[opening] for opening in openings.whole & self._known_openings]
        return lists + [self._opened_by(opening) for opening in self._shorter.intersection(openings.short)]

    def _opened_by(self, opening: str) -> list[int]:
        """The places of the words, of which there are some, with an opening shorter than those they are kept by."""
        found = self._short.get(opening)
        if found is None:
            first, after = bisect_left(self._ordered, opening), bisect_left(self._ordered, opening + _LAST)
            keys = self._ordered[first:after]
            # "de", "de la" and "del" all begin with "de", and the word of "de la" is among those of "de".
            own = [self._places[key] for key in keys if " " in opening or " " not in key]
            found = self._short[opening] = sorted(chain.from_iterable(own))
        return found


@lru_cache(maxsize=4)  # all finders read one text, some of them its folded form
def _words_of(text: str) -> _Words | None:
    """The words of a text; None where a letter is not what it looks like."""
    return None if _ODD_LETTERS.search(text) else _words_of_folded(fold(text))


@lru_cache(maxsize=2)
def _words_of_folded(text: str) -> _Words:
    return _Words(text)

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
from functools import cached_property, lru_cache
from itertools import chain

from extract.compiled import STORE
from extract.folding import fold
from extract.needs import LETTERS, NEXT_LETTERS, Needs, Openings

#: A line or a name is read through sooner than its words are looked up.
_SHORT_TEXT = 200
#: The first letters of a word, and of the next one after a short one.
_WORD_AND_NEXT = re.compile(rf"(\w{{1,{LETTERS}}})(?:\w+|(?=\s+(\w{{1,{NEXT_LETTERS}}}))|)")
DIGIT = re.compile(r"\d")
#: Signs that ``re.IGNORECASE`` takes for "i", "s" and "k" and ``fold`` leaves as they are.
ODD_LETTERS = re.compile("[ıſ\N{KELVIN SIGN}]")

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
        return STORE.pattern(self.regex, self.flags)

    @cached_property
    def needs(self) -> Needs:
        """What a text must have so that it can match."""
        return STORE.needs(self.regex, self.flags)

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

    def places(self, text: str) -> Sequence[int] | None:
        """Where in a text a match may begin, in order; None where only a search would tell."""
        return self._places(text)

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
        words = words_of(text)
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


class Words:
    """The words of a folded text by their first letters."""

    def __init__(self, text: str) -> None:
        self._text = DIGIT.sub("0", text)
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


def words_of(text: str) -> Words | None:
    """The words of a text; None of a short one, and where a letter is not what it looks like."""
    return _words_of(text) if len(text) > _SHORT_TEXT else None


@lru_cache(maxsize=4)  # all finders read one text, some of them its folded form
def _words_of(text: str) -> Words | None:
    return None if ODD_LETTERS.search(text) else _words_of_folded(fold(text))


@lru_cache(maxsize=2)
def _words_of_folded(text: str) -> Words:
    return Words(text)

"""Many things with an expression each, tried together where any of them can begin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from extract.folding import fold
from extract.needs import LETTERS
from extract.openings import DIGIT, ODD_LETTERS, Expression, Words, words_of

T = TypeVar("T")

#: Beginnings of words that are remembered; a text of odd words cannot fill the memory.
_MOST_KNOWN = 10_000
_WORD = re.compile(r"\w+")


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
        words = words_of(text)
        each = [words.places_of(expression) for expression in self._expressions] if words else [None]
        return None if None in each else sorted({*chain.from_iterable(filter(None, each))})

    def at(self, text: str, place: int) -> tuple[T, ...]:
        """The things whose expressions may match at a place where a word begins, in order."""
        letters = text[place : place + LETTERS]
        found = self._known.get(letters)
        if found is None:
            if ODD_LETTERS.search(letters):
                return tuple(self._things)
            word = _WORD.match(DIGIT.sub("0", fold(letters)))
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
        words = words_of(text)
        for member in self._anywhere if words else self._members:
            for match in member.expression.within(text, stretches[member.group]):
                yield member.thing, match
        if words:
            yield from self._walk(words, text, [words.ends_of(places) for places in stretches])

    def _walk(self, words: Words, text: str, ends: list[list[int]]) -> Iterator[tuple[T, re.Match[str]]]:
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

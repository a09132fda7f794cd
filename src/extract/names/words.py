"""Words and phrases of a text: tokens, their folded form, and an index that finds many phrases in one pass."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from extract import folding

_WORD = re.compile(r"[^\W_]+(?:[-'’+&/@][^\W_]+)*\+?")  # "Tod@s" is one word, as it is meant for both genders
#: What may lie between two words of one phrase: white space, a comma, a stop after an abbreviation.
_BETWEEN = re.compile(r"[,.]?[ \t\u00a0]*\n?[ \t\u00a0]*")

_SMALL_WORDS = frozenset({"el", "la", "los", "las", "de", "del", "y", "e", "en", "a", "al", "para", "por", "con"})

#: The release is searched several times, and places and single words between.
_REMEMBERED = 16
#: A shorter text is a name or a place, which must not displace the release that is being read.
_SHORT = 200

T = TypeVar("T")


@lru_cache(maxsize=1 << 14)  # the words of releases repeat
def fold(text: str) -> str:
    """Small letters without accents, single spaces: the form in which names are compared."""
    return " ".join(folding.fold(text).split())


class Token(NamedTuple):
    """A word of the text with its offsets and its folded form."""

    start: int
    end: int
    surface: str
    folded: str


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The whole words of ``text[start:end]`` in order, with offsets into the whole text."""
    tokens = _all_tokens(text)
    if start == 0 and end is None:
        return tokens
    first = bisect.bisect_left(tokens, (start,))
    after = len(tokens) if end is None else bisect.bisect_left(tokens, (end,), lo=first)
    if after > first and end is not None and tokens[after - 1].end > end:
        after -= 1
    return tokens[first:after]


def _tokens(text: str) -> list[Token]:
    folded = folding.fold(text)
    spans = [match.span() for match in _WORD.finditer(text)]
    return [Token(start, end, text[start:end], folded[start:end]) for start, end in spans]


def _all_tokens(text: str) -> list[Token]:
    return _tokens_of_name(text) if len(text) < _SHORT else _remembered_tokens(text)


@lru_cache(maxsize=1 << 10)  # one name is looked up in several lists
def _tokens_of_name(text: str) -> list[Token]:
    return _tokens(text)


@lru_cache(maxsize=4)  # many steps read the words of one text
def _remembered_tokens(text: str) -> list[Token]:
    return _tokens(text)


@lru_cache(maxsize=4)  # many phrases are looked for in one text
def places_of_words(text: str) -> dict[str, list[int]]:
    """Each folded word of a text with its numbers among the words."""
    places: dict[str, list[int]] = {}
    for at, token in enumerate(_all_tokens(text)):
        places.setdefault(token.folded, []).append(at)
    return places


@lru_cache(maxsize=1 << 14)  # bodies are compared by these words again and again
def content(name: str) -> tuple[str, ...]:
    """The words of a name that carry meaning, folded."""
    return tuple(word.folded for word in _tokens(name) if word.folded not in _SMALL_WORDS)


class Found(NamedTuple, Generic[T]):
    """A phrase of an index as found in a text."""

    start: int
    end: int
    phrase: str
    value: T


class PhraseIndex(Generic[T]):
    """Phrases keyed by their first two words, so that one pass over a text finds thousands of them.

    Case, accents and line ends do not count. Where several phrases begin at a word, the longest is found; a phrase
    that was added for several values gives each of them.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        # Hundreds of names begin with "Instituto": two words tell them apart.
        self._by_opening: dict[tuple[str, ...], list[tuple[tuple[str, ...], str, list[T]]]] = {}
        known: dict[tuple[str, ...], list[T]] = {}
        for phrase, value in entries:
            folded = folding.fold(phrase)
            words = tuple(folded[match.start() : match.end()] for match in _WORD.finditer(phrase))
            if not words:
                continue
            if words not in known:
                known[words] = []
                self._by_opening.setdefault(words[:2], []).append((words, phrase, known[words]))
            known[words].append(value)
        for candidates in self._by_opening.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))
        self._first_words = frozenset(opening[0] for opening in self._by_opening)
        self._found: dict[str, Sequence[Found[list[T]]]] = {}

    def find(self, text: str) -> Sequence[Found[list[T]]]:
        """Each longest phrase of the index in the text, in reading order, none overlapping another."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.pop(next(iter(self._found)))
            found = self._found[text] = tuple(self._find(text, _all_tokens(text)))
        return found

    def _find(self, text: str, tokens: list[Token]) -> Iterator[Found[list[T]]]:
        free_from = 0
        for at in self._places(text, tokens):
            if at < free_from:
                continue
            token = tokens[at]
            longer = self._by_opening.get((token.folded, tokens[at + 1].folded), ()) if at + 1 < len(tokens) else ()
            for words, phrase, values in (*longer, *self._by_opening.get((token.folded,), ())):
                if self._matches(text, tokens, at, words):
                    free_from = at + len(words)
                    yield Found(token.start, tokens[free_from - 1].end, phrase, values)
                    break

    def _places(self, text: str, tokens: list[Token]) -> Iterable[int]:
        """Which of the words can begin a phrase, in order."""
        if len(text) < _SHORT:
            return (at for at, token in enumerate(tokens) if token.folded in self._first_words)
        places = places_of_words(text)
        return sorted(at for word in self._first_words.intersection(places) for at in places[word])

    @staticmethod
    def _matches(text: str, tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
        last = at + len(words) - 1
        if last >= len(tokens) or tokens[last].folded != words[-1]:  # most candidates fail here, cheaply
            return False
        window = tokens[at : last + 1]
        if any(token.folded != word for token, word in zip(window, words, strict=True)):
            return False
        return all(_BETWEEN.fullmatch(text, left.end, right.start) for left, right in pairwise(window))

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
from re import _constants, _parser  # type: ignore[attr-defined]  # not public, but stable since Python 2
from typing import Any, Generic, NamedTuple, Self, TypeVar

from extract.folding import fold

T = TypeVar("T")

#: Letters of a word by which it is looked up. Two told too few words apart; four found no fewer than three.
_LETTERS = 3
#: An expression with more openings than this is tried everywhere.
_MOST_OPENINGS = 300
#: After a word so short ("de", "los") that it tells little, so many letters of the next one count too.
_NEXT_LETTERS = 2
#: Ways in which what stands before a match may be written.
_MOST_WAYS = 20
#: Beginnings of words that are remembered; a text of odd words cannot fill the memory.
_MOST_KNOWN = 10_000
#: A line or a name is read through sooner than its words are looked up.
_SHORT_TEXT = 200
_WORD = re.compile(r"\w+")
#: The first letters of a word, and of the next one after a short one.
_WORD_AND_NEXT = re.compile(rf"(\w{{1,{_LETTERS}}})(?:\w+|(?=\s+(\w{{1,{_NEXT_LETTERS}}}))|)")
_DIGIT = re.compile(r"\d")
#: Signs that ``re.IGNORECASE`` takes for "i", "s" and "k" and ``fold`` leaves as they are.
_ODD_LETTERS = re.compile("[ıſ\N{KELVIN SIGN}]")

#: What a match can begin with, and whether that is all of it, so that what comes next in the expression goes on there.
_Head = tuple[str, bool]
_NO_MATCHES: Iterator[re.Match[str]] = iter(())
#: Stands for places that are not worked out yet.
_NOT_ASKED: Sequence[int] = range(0)
#: Behind all letters.
_LAST = "\U0010ffff"
_UNKNOWN: frozenset[_Head] = frozenset({("", False)})
_SPACE: frozenset[_Head] = frozenset({(" ", True)})
_NOTHING: frozenset[_Head] = frozenset({("", True)})


class _Openings(NamedTuple):
    """What a word may begin with: as many letters as words are kept by, or fewer."""

    whole: frozenset[str]
    short: tuple[str, ...]


class Needs(NamedTuple):
    """What a text must have so that an expression can match: worked out from the expression without compiling it.

    ``openings`` are those of the words at which it can match, None for any place; ``letters`` those that need not begin
    a word (see `_Beginnings`). ``required`` and ``signs`` are what a match holds behind its first word.
    """

    openings: _Openings | None
    letters: tuple[tuple[str, int], ...]
    required: tuple[_Openings, ...]
    signs: tuple[str, ...]

    @classmethod
    def of(cls, regex: str, flags: int) -> Self:
        """What an expression needs."""
        items = list(_parser.parse(regex, flags))
        beginnings = _beginnings(items)
        following = (_openings(_heads(rest)) for rest in _behind_spaces(items))
        return cls(
            _openings(beginnings.heads) if beginnings else None,
            tuple(sorted(beginnings.letters)) if beginnings else (),
            tuple(openings for openings in following if openings is not None),
            _signs(items),
        )


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
        return self.within(text, ((start, len(text) if end is None else end),))

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
        self._expressions = [expression for _, expression in pairs]
        self._pairs = tuple((thing, _first_letters(expression)) for thing, expression in pairs)
        self._known: dict[str, tuple[T, ...]] = {}

    def places(self, text: str) -> list[int] | None:
        """Where any of the expressions may match, in order; None for anywhere."""
        words = _words_of(text) if len(text) > _SHORT_TEXT else None
        each = [words.places_of(expression) for expression in self._expressions] if words else [None]
        return None if None in each else sorted({*chain.from_iterable(filter(None, each))})

    def at(self, text: str, place: int) -> tuple[T, ...]:
        """The things whose expressions may match at a place where a word begins, in order."""
        letters = text[place : place + _LETTERS]
        found = self._known.get(letters)
        if found is None:
            odd = _ODD_LETTERS.search(letters) is not None
            word = _WORD.match(_DIGIT.sub("0", fold(letters)))
            fitting = tuple(thing for thing, opens in self._pairs if odd or opens is None or _opened(word, opens))
            if odd or len(self._known) >= _MOST_KNOWN:
                return fitting
            found = self._known[letters] = fitting
        return found


def _first_letters(expression: Expression) -> tuple[str, ...] | None:
    """What the words begin with where an expression can match, up to the first space; None where it could be any."""
    needs = expression.needs
    if needs.openings is None or needs.letters:
        return None
    return tuple({opening.split(" ")[0] for openings in needs.openings for opening in openings})


def _opened(word: re.Match[str] | None, openings: tuple[str, ...]) -> bool:
    return word is not None and word[0].startswith(openings)


class _Words:
    """The words of a folded text by their first letters."""

    def __init__(self, text: str) -> None:
        self._text = _DIGIT.sub("0", text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for word in _WORD_AND_NEXT.finditer(self._text):
            first, second = word.groups()
            self._places[first].append(word.start())
            if second:
                self._places[f"{first} {second}"].append(word.start())
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
            return None if self._has_all(needs) else ()
        lists = self._lists(needs.openings)
        if not (lists or needs.letters) or not self._has_all(needs):
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

    def _has_all(self, needs: Needs) -> bool:
        """Whether the text has all words and signs that an expression needs besides those that it begins with."""
        has_signs = not needs.signs or all(sign in self._text for sign in needs.signs)
        return has_signs and all(map(self._has, needs.required))

    def _has(self, openings: _Openings) -> bool:
        whole, short = openings
        return not self._known_openings.isdisjoint(whole) or not self._shorter.isdisjoint(short)

    def _lists(self, openings: _Openings) -> list[list[int]]:
        """The places of the words with each of the openings that there are in the text."""
        lists = [self._places[opening] for opening in openings.whole & self._known_openings]
        return lists + [places for opening in openings.short if (places := self._opened_by(opening))]

    def _opened_by(self, opening: str) -> list[int]:
        """The places of the words with an opening that is shorter than those by which words are kept."""
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


class _Beginnings(NamedTuple):
    """What matches begin with: the heads of words, and letters or signs that may stand inside a word.

    With the letters goes how far behind their first one the match begins: 0, or their number, where they stand before.
    """

    heads: frozenset[_Head]
    letters: frozenset[tuple[str, int]]


def _beginnings(items: list[Any]) -> _Beginnings | None:
    """What the matches of a sequence can begin with; None where that could be anything."""
    if not items:
        return None
    (kind, value), rest = items[0], items[1:]
    if kind is _constants.SUBPATTERN:
        return _beginnings([*value[-1], *rest])
    if kind is _constants.BRANCH:
        return _united([*branch, *rest] for branch in value[1])
    if kind is _constants.MAX_REPEAT and value[:2] == (0, 1):
        return _united([[*value[2], *rest], rest])
    if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return _beginnings_behind(items[0], rest)
    letters = frozenset(_letters(items))
    return _Beginnings(frozenset(), frozenset((run, 0) for run in letters)) if _are_telling(letters) else None


def _beginnings_behind(first: tuple[Any, Any], rest: list[Any]) -> _Beginnings | None:
    """The same for a sequence whose first part only looks at what stands before or after."""
    kind, value = first
    if _starts_a_word(kind, value):
        heads = _heads(rest)
        if all(head[:1].strip() for head, _ in heads):
            return _Beginnings(heads, frozenset())
        while rest and rest[0][0] is _constants.SUBPATTERN:
            rest = [*rest[0][1][-1], *rest[1:]]
        if rest and rest[0][0] is _constants.BRANCH:
            return _united([first, *branch, *rest[1:]] for branch in rest[0][1][1])
    if kind is _constants.ASSERT and value[0] == -1:
        before = frozenset(_letters(value[1], whole=True))
        if _are_telling(before):
            return _Beginnings(frozenset(), frozenset((letters, len(letters)) for letters in before))
    return _beginnings(rest)


def _are_telling(letters: frozenset[str]) -> bool:
    """Whether letters are rare enough to look for them in a text."""
    return len(letters) > 0 and all(len(run) > 1 or (run and not _WORD.fullmatch(run)) for run in letters)


def _united(sequences: Iterable[list[Any]]) -> _Beginnings | None:
    """What the matches of any of several sequences can begin with."""
    heads: frozenset[_Head] = frozenset()
    letters: frozenset[tuple[str, int]] = frozenset()
    for one in map(_beginnings, sequences):
        if one is None or len(heads) > 10 * _MOST_OPENINGS:
            return None
        heads |= one.heads
        letters |= one.letters
    return _Beginnings(heads, letters)


def _letters(items: Iterable[Any], *, whole: bool = False) -> Iterator[str]:
    """The first letters or signs of a sequence, folded, as far as they are certain: each way that it may begin.

    ``whole``: all of the sequence, white space too, or nothing.
    """
    known = [""]
    for kind, value in items:
        if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
            continue
        options = _options(kind, value, space=whole)
        if whole and (not options or len(known) > _MOST_WAYS):
            return
        if not options or (not whole and len(known[0]) >= _LETTERS):
            break
        known = [letters + option for letters in known for option in options]
    yield from known


def _options(kind: Any, value: Any, *, space: bool) -> tuple[str, ...]:
    """What one part of an expression can be, if that is one of a few signs; nothing for all else, and white space."""
    members = [(kind, value)] if kind is _constants.LITERAL else value if kind is _constants.IN else []
    signs: set[str] = set()
    for what, code in members:
        if what is _constants.LITERAL:
            signs.add("0" if chr(code).isdigit() else fold(chr(code)))
        elif what is _constants.CATEGORY and code is _constants.CATEGORY_SPACE:
            signs.add(" ")
        else:
            return ()
    if any(sign.isspace() for sign in signs):
        signs |= {" ", "\n"}  # a line end stays where the next line is empty
        if not space:
            return ()
    return tuple(sorted(signs)) if len(signs) <= _LETTERS else ()


def _signs(items: list[Any]) -> tuple[str, ...]:
    """The signs that each match has: no letters, digits or white space."""
    literals = (fold(chr(value)) for kind, value in _flattened(items) if kind is _constants.LITERAL)
    return tuple(dict.fromkeys(sign for sign in literals if not sign.isspace() and not _WORD.fullmatch(sign)))


def _openings(found: frozenset[_Head]) -> _Openings | None:
    heads = {head.rstrip() for head, _ in found}
    if len(heads) > _MOST_OPENINGS:  # "3 de enero", "3 de febrero", …: the first words are fewer
        heads = {head.split(" ")[0] for head in heads}
    if len(heads) > _MOST_OPENINGS or not all(head[:1].strip() for head in heads):
        return None
    # Where "en" is an opening, a word that begins with "ent" must not be met twice.
    apart = {head for head in heads if not any(head[:n] in heads for n in range(1, len(head)))}
    whole = frozenset(
        head for head in apart if len(head) - head.find(" ") - 1 == (_NEXT_LETTERS if " " in head else _LETTERS)
    )
    return _Openings(whole, tuple(sorted(apart - whole)))


def _behind_spaces(items: list[Any]) -> Iterator[list[Any]]:
    """The sequence from behind each white space that no match can do without."""
    flat = list(_flattened(items))
    for at, (kind, value) in enumerate(flat):
        if kind is _constants.MAX_REPEAT and value[0] >= 1 and _heads(value[2]) == _SPACE:
            yield flat[at + 1 :]


def _flattened(items: Iterable[Any]) -> Iterator[Any]:
    for kind, value in items:
        if kind is _constants.SUBPATTERN:
            yield from _flattened(value[-1])
        else:
            yield kind, value


def _starts_a_word(kind: Any, value: Any) -> bool:
    """Whether a part of an expression looks at the character before, so that a word can only begin there."""
    if kind is _constants.ASSERT_NOT:
        direction, inner = value
        return direction == -1 and list(inner) == [(_constants.IN, [(_constants.CATEGORY, _constants.CATEGORY_WORD)])]
    if kind is _constants.ASSERT:  # "(?<=\\bel\\s)": behind white space
        direction, inner = value
        return direction == -1 and len(inner) > 0 and _heads(list(inner)[-1:]) == _SPACE
    return kind is _constants.AT and value in (_constants.AT_BOUNDARY, _constants.AT_BEGINNING_STRING)


def _heads(items: Iterable[Any]) -> frozenset[_Head]:
    """What a sequence can begin with."""
    heads = _NOTHING
    for item in items:
        following = _heads_of(item)
        joined = {head for head in heads if not head[1]}
        joined |= {_cut(head + more, goes_on) for head, whole in heads if whole for more, goes_on in following}
        heads = frozenset(joined)
        if len(heads) > 10 * _MOST_OPENINGS:
            return _UNKNOWN
        if not any(whole for _, whole in heads):
            break
    return heads


def _cut(head: str, whole: bool) -> _Head:
    """A head no longer than the words are indexed by, and whether it may still grow."""
    first, space, second = head.partition(" ")
    if not space:
        return first[:_LETTERS], whole and len(first) <= _LETTERS
    second, ended, _ = second.partition(" ")
    return f"{first} {second[:_NEXT_LETTERS]}", whole and not ended and len(second) < _NEXT_LETTERS


def _heads_of(item: tuple[Any, Any]) -> frozenset[_Head]:
    """What one part of an expression can begin with; no part of a word is longer than its letters and digits."""
    kind, value = item
    if kind is _constants.LITERAL:
        return _sign(value)
    if kind is _constants.IN:
        return _class(value)
    if kind is _constants.BRANCH:
        return frozenset().union(*map(_heads, value[1]))
    if kind is _constants.SUBPATTERN:
        return _heads(value[-1])
    if kind is _constants.ATOMIC_GROUP:
        return _heads(value)
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
        least, most, inner = value
        heads = _heads(inner)
        if most != 1 and heads != _SPACE:  # after one turn may come the next or what follows: what is known ends here
            heads = frozenset((head, False) for head, _ in heads)
        return heads | _NOTHING if least == 0 else heads
    if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return _NOTHING
    return _UNKNOWN


@lru_cache(maxsize=1 << 10)
def _sign(code: int) -> frozenset[_Head]:
    """One character as the words are indexed by; what is no letter or digit ends a word."""
    char = chr(code)
    if char.isspace():
        return _SPACE
    return frozenset({("0" if char.isdigit() else fold(char), True)}) if _WORD.fullmatch(char) else _UNKNOWN


def _class(members: list[tuple[Any, Any]]) -> frozenset[_Head]:
    r"""The characters of a class such as ``[aá]`` or ``\d``; a large one could be anything."""
    heads: set[_Head] = set()
    for kind, value in members:
        if kind is _constants.LITERAL:
            heads |= _sign(value)
        elif kind is _constants.CATEGORY and value is _constants.CATEGORY_DIGIT:
            heads.add(("0", True))
        elif kind is _constants.CATEGORY and value is _constants.CATEGORY_SPACE:
            heads |= _SPACE
        elif kind is _constants.RANGE and value[1] - value[0] < 10:
            heads |= {head for code in range(value[0], value[1] + 1) for head in _sign(code)}
        else:
            return _UNKNOWN
    return frozenset(heads)

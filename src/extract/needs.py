"""What a text must have so that a regular expression can match in it: worked out from the expression alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]  # not public, but stable since Python 2
from typing import Any, NamedTuple, Self

from extract.folding import fold

#: Letters of a word by which it is looked up. Two told too few words apart; four found no fewer than three.
LETTERS = 3
#: After a word so short ("de", "los") that it tells little, so many letters of the next one count too.
NEXT_LETTERS = 2
#: An expression with more openings than this is tried everywhere.
_MOST_OPENINGS = 300
#: Ways in which what stands before a match may be written.
_MOST_WAYS = 20
_WORD = re.compile(r"\w+")

#: What a match can begin with, and whether that is all of it, so that what comes next in the expression goes on there.
_Head = tuple[str, bool]
_UNKNOWN: frozenset[_Head] = frozenset({("", False)})
_SPACE: frozenset[_Head] = frozenset({(" ", True)})
_NOTHING: frozenset[_Head] = frozenset({("", True)})


class Openings(NamedTuple):
    """What a word may begin with: as many letters as words are kept by, or fewer."""

    whole: frozenset[str]
    short: tuple[str, ...]


class Needs(NamedTuple):
    """What a text must have so that an expression can match: worked out from the expression without compiling it.

    ``openings`` are those of the words at which it can match, None for any place; ``letters`` those that need not begin
    a word (see `_Beginnings`). ``required`` and ``signs`` are what a match holds behind its first word.
    """

    openings: Openings | None
    letters: tuple[tuple[str, int], ...]
    required: tuple[Openings, ...]
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
        if not options or (not whole and len(known[0]) >= LETTERS):
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
    return tuple(sorted(signs)) if len(signs) <= LETTERS else ()


def _signs(items: list[Any]) -> tuple[str, ...]:
    """The signs that each match has: no letters, digits or white space."""
    literals = (fold(chr(value)) for kind, value in _flattened(items) if kind is _constants.LITERAL)
    return tuple(dict.fromkeys(sign for sign in literals if not sign.isspace() and not _WORD.fullmatch(sign)))


def _openings(found: frozenset[_Head]) -> Openings | None:
    heads = {head.rstrip() for head, _ in found}
    if len(heads) > _MOST_OPENINGS:  # "3 de enero", "3 de febrero", …: the first words are fewer
        heads = {head.split(" ")[0] for head in heads}
    if len(heads) > _MOST_OPENINGS or not all(head[:1].strip() for head in heads):
        return None
    # Where "en" is an opening, a word that begins with "ent" must not be met twice.
    apart = {head for head in heads if not any(head[:n] in heads for n in range(1, len(head)))}
    whole = frozenset(
        head for head in apart if len(head) - head.find(" ") - 1 == (NEXT_LETTERS if " " in head else LETTERS)
    )
    return Openings(whole, tuple(sorted(apart - whole)))


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
        return first[:LETTERS], whole and len(first) <= LETTERS
    second, ended, _ = second.partition(" ")
    return f"{first} {second[:NEXT_LETTERS]}", whole and not ended and len(second) < NEXT_LETTERS


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

"""The ledger: what each numeral of a text is, when it is no quantity, and the rule that says so.

``patterns/numeral_classes.yml`` holds the rules in the order of their priority. A numeral that no rule claims is an
ordinal, a part of a name, a vague number or, what is left, a quantity.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract import money_signs
from extract.folding import fold
from extract.mentions import LedgerEntry, Numeral
from extract.patterns import Patterns, shipped
from extract.rules import ClassRule
from extract.schema import NumeralClass

#: Classes whose expression is one thing, however many numerals it holds ("lunes 10 y martes 11 de enero", "17:30").
_WHOLE: frozenset[NumeralClass] = frozenset({"date", "time", "phone", "name"})
#: Classes that a rule may give to words that hold no numeral ("varios", "una").
_WITHOUT_NUMERAL: frozenset[NumeralClass] = frozenset({"article", "vague", "name", "ordinal"})
#: Classes of what names no number; they yield to a numeral: "un" in "un millón", "millones" in "dos millones".
_NO_NUMBER: frozenset[NumeralClass] = frozenset({"article", "vague"})
#: Classes of letters joined to figures; a sum that begins with the letters of its currency is none of them.
_CODES: frozenset[NumeralClass] = frozenset({"identifier", "law", "name"})
_WORD = re.compile(r"[^\W\d_]+")
#: A sign right before a figure can be the first character of an expression: "(55) 5555 1234", "#5".
_WORD_OR_FIGURE = re.compile(r"[^\W\d_]+|(?P<sign>[(+#]{0,3})(?P<figure>\d+)")
#: How many words as written are remembered; a text of odd words cannot fill the memory.
_MOST_KNOWN = 20_000
_SCALE = re.compile(r"\s?[CF]\b|\s*(?:cent[íi]grados|celsius|fahrenheit)", re.IGNORECASE)
_NOUN = re.compile(r"\s+[^\W\d]")
#: "1° lugar" is an ordinal with the wrong sign; ordinals of two digits are seldom written with it.
_LEAST_BARE_DEGREES = 10


@dataclass(frozen=True, slots=True)
class _Claim:
    """A stretch of the text that a class rule has taken."""

    start: int
    end: int
    rule: ClassRule


def classify(
    text: str,
    numerals: Sequence[Numeral],
    name_spans: Iterable[tuple[int, int]] = (),
    patterns: Patterns | None = None,
    currency: str | None = None,
) -> list[LedgerEntry]:
    """The class of every numeral, and of every "un", "varios" and the like that is none.

    Parameters
    ----------
    text:
        The document's text.
    numerals:
        All numerals of the text, in order.
    name_spans:
        (start, end) of the names of programs and agencies: a cardinal or a year inside one belongs to the name.
    patterns:
        The rules to read by; None for the shipped ones.
    currency:
        ISO 4217 code of the money of the text's country; its letter before a figure makes a sum and no code.

    Returns
    -------
    Entries in the order of the text that never overlap; each numeral is inside exactly one. An expression such as a
    date is one entry, whatever it holds; elsewhere each numeral has its own. ``quantity`` is what nothing else claims.
    """
    claims = _Claims(text, _class_rules(patterns or shipped()))
    names = _joined(name_spans)
    entries: list[LedgerEntry] = []
    taken: dict[int, list[Numeral]] = {}
    void: set[int] = set()
    for numeral in (_as_degrees(text, numeral) for numeral in numerals):
        over = claims.over(numeral)
        if numeral.value is not None:
            void |= {claim.start for claim in over if claim.rule.cls in _NO_NUMBER and not _is_whole(claim, numeral)}
        if over and money_signs.surely_stand_before(text, numeral.start, currency):
            void |= {claim.start for claim in over if claim.rule.cls in _CODES}
        claim = next((claim for claim in over if claim.start not in void), None)
        if claim is None or (claim.rule.cls == "year" and _in_name(numeral, names)):
            entries.append(_unclaimed(numeral, names))
        else:
            taken.setdefault(claim.start, []).append(numeral)
    for claim in claims:
        if claim.start not in void:
            entries += _claimed(text, claim, taken.get(claim.start, []))
    return _without_overlap(text, entries)


class _ClassRules:
    """The class rules of a set of patterns, by what an expression of theirs begins with."""

    def __init__(self, patterns: Patterns) -> None:
        self.rules = patterns.rules("numeral_classes.yml", ClassRule)
        self._by_word: dict[str, list[int]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._starts = {i: rule.starts for i, rule in enumerate(self.rules) if not rule.opens}
        for index, rule in enumerate(self.rules):
            for word in {fold(match[0]) for phrase in rule.opens if (match := _WORD.search(phrase))}:
                self._by_word.setdefault(word, []).append(index)

    def opened_by(self, word: str) -> tuple[int, ...]:
        """The rules, by their index, of which an expression can begin with this word."""
        known = self._known.get(word)
        if known is None:
            known = tuple(self._by_word.get(fold(word), ()))
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = known
        return known

    def matches(self, text: str) -> Iterator[tuple[ClassRule, re.Match[str]]]:
        """All expressions in a text, rule after rule; each rule is tried only where it can begin."""
        words, starts = self._places(text)
        for index, rule in enumerate(self.rules):
            start = self._starts.get(index)
            places = starts.get(start, ()) if start else words.get(index, ())
            for match in _matches_at(rule.pattern, text, places) if places else ():
                yield rule, match
            for match in rule.finditer(text) if start == "anywhere" else ():
                yield rule, match

    def _places(self, text: str) -> tuple[dict[int, list[int]], dict[str, list[int]]]:
        """Where the words of each rule stand, and where figures and words with a capital begin."""
        words: dict[int, list[int]] = defaultdict(list)
        figures: list[int] = []
        capitals: list[int] = []
        known = self._known
        for piece in _WORD_OR_FIGURE.finditer(text):
            place = piece.start()
            if piece.lastgroup:
                figures += {place, piece.start("figure")} if piece["sign"] else (place,)
                continue
            word = piece[0]
            if word[0].isupper():
                capitals.append(place)
            opened = known[word] if word in known else self.opened_by(word)
            for index in opened:
                words[index].append(place)
        return words, {"figure": figures, "capital": capitals}


def _matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            yield match
            end = match.end()


@lru_cache(maxsize=8)
def _class_rules(patterns: Patterns) -> _ClassRules:
    return _ClassRules(patterns)


class _Claims:
    """The claims of all rules on a text, in the order of the text; an earlier rule keeps what it has taken."""

    def __init__(self, text: str, rules: _ClassRules) -> None:
        taken = bytearray(len(text))
        claims = []
        for rule, match in rules.matches(text):
            start, end = match.span(match.lastindex or 0)
            if start < end and taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                claims.append(_Claim(start, end, rule))
        self._claims = sorted(claims, key=lambda claim: claim.start)
        self._starts = [claim.start for claim in self._claims]

    def __iter__(self) -> Iterator[_Claim]:
        return iter(self._claims)

    def over(self, numeral: Numeral) -> list[_Claim]:
        """The claims that share a character with the numeral."""
        first = bisect.bisect_right(self._starts, numeral.start)
        first -= bool(first) and numeral.start < self._claims[first - 1].end
        last = bisect.bisect_left(self._starts, numeral.end)
        return self._claims[first:last]


def _as_degrees(text: str, numeral: Numeral) -> Numeral:
    """The sign of "37 ºC" and "85°" makes them look like ordinals; it belongs to the unit."""
    if numeral.kind != "ordinal" or not numeral.surface.endswith(("º", "°")):
        return numeral
    end = numeral.start + len(numeral.surface.rstrip("º°. "))
    alone = numeral.surface.endswith("°") and numeral.value is not None and numeral.value >= _LEAST_BARE_DEGREES
    if _SCALE.match(text, numeral.end) or (alone and not _NOUN.match(text, numeral.end)):
        return Numeral(numeral.start, end, text[numeral.start : end], numeral.value, "cardinal")
    return numeral


def _is_whole(claim: _Claim, numeral: Numeral) -> bool:
    """Whether a vague rule has claimed just this numeral: "dos" in "no son uno ni dos"."""
    return claim.rule.cls == "vague" and (claim.start, claim.end) == (numeral.start, numeral.end)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in the order of the text, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _in_name(numeral: Numeral, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a numeral stands inside one of the names, which ``_joined`` has put in order."""
    index = bisect.bisect_right(names, numeral.start, key=lambda span: span[0]) - 1
    return index >= 0 and numeral.end <= names[index][1]


def _unclaimed(numeral: Numeral, names: Sequence[tuple[int, int]]) -> LedgerEntry:
    cls: NumeralClass = "quantity"
    rule = f"quantity.{numeral.kind}"
    if numeral.kind == "ordinal":
        cls, rule = "ordinal", "ordinal.word"
    elif _in_name(numeral, names):
        cls, rule = "name", "name.program-or-agency"
    elif numeral.value is None:
        cls, rule = "vague", "vague.no-value"
    return LedgerEntry(numeral.start, numeral.end, numeral.surface, rule, numeral.value, cls)


def _claimed(text: str, claim: _Claim, numerals: list[Numeral]) -> Iterator[LedgerEntry]:
    cls, rule = claim.rule.cls, claim.rule.id
    if numerals and cls not in _WHOLE:
        for n in numerals:
            yield LedgerEntry(n.start, n.end, n.surface, rule, n.value, cls)
        return
    if not numerals and cls not in _WITHOUT_NUMERAL:
        return
    # A numeral may reach over the edge of the expression; the row holds all of it.
    start = min([claim.start, *(n.start for n in numerals)])
    end = max([claim.end, *(n.end for n in numerals)])
    value: Decimal | None = numerals[0].value if len(numerals) == 1 else None
    yield LedgerEntry(start, end, text[start:end], rule, value, cls)


def _without_overlap(text: str, entries: list[LedgerEntry]) -> list[LedgerEntry]:
    """In the order of the text; entries that meet because a numeral reaches from one into the other become one."""
    merged: list[LedgerEntry] = []
    for entry in sorted(entries, key=lambda e: (e.start, -e.end)):
        if merged and entry.start < merged[-1].end:
            first = merged[-1]
            end = max(first.end, entry.end)
            merged[-1] = LedgerEntry(first.start, end, text[first.start : end], first.rule, None, first.cls)
        else:
            merged.append(entry)
    return merged

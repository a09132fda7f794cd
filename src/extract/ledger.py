"""The ledger: what each numeral of a text is, when it is no quantity, and the rule that says so.

``patterns/numeral_classes.yml`` holds the rules in the order of their priority. A numeral that no rule claims is an
ordinal, a part of a name, a vague number or, what is left, a quantity.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
_YEARS = range(1900, 2101)
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
) -> list[LedgerEntry]:
    """The class of every numeral, and of every "un", "varios" and the like that is none.

    Parameters
    ----------
    text:
        The document's text.
    numerals:
        All numerals of the text, in order.
    name_spans:
        (start, end) of the names of programs and agencies: a cardinal inside one belongs to the name.
    patterns:
        The rules to read by; None for the shipped ones.

    Returns
    -------
    Entries in the order of the text that never overlap; each numeral is inside exactly one. An expression such as a
    date is one entry, whatever it holds; elsewhere each numeral has its own. ``quantity`` is what nothing else claims.
    """
    claims = _Claims(text, (patterns or shipped()).rules("numeral_classes.yml", ClassRule))
    names = sorted(name_spans)
    entries: list[LedgerEntry] = []
    taken: dict[int, list[Numeral]] = {}
    void: set[int] = set()
    for numeral in (_as_degrees(text, numeral) for numeral in numerals):
        over = claims.over(numeral)
        if numeral.value is not None:
            void |= {claim.start for claim in over if claim.rule.cls in _NO_NUMBER}
        claim = next((claim for claim in over if claim.start not in void), None)
        if claim is None:
            entries.append(_unclaimed(numeral, names))
        else:
            taken.setdefault(claim.start, []).append(numeral)
    for claim in claims:
        if claim.start not in void:
            entries += _claimed(text, claim, taken.get(claim.start, []))
    return _without_overlap(text, entries)


class _Claims:
    """The claims of all rules on a text, in the order of the text; an earlier rule keeps what it has taken."""

    def __init__(self, text: str, rules: Iterable[ClassRule]) -> None:
        self._starts: list[int] = []
        self._claims: list[_Claim] = []
        for rule in rules:
            for match in rule.pattern.finditer(text):
                group = match.lastindex or 0
                self._add(_Claim(*match.span(group), rule))

    def __iter__(self) -> Iterator[_Claim]:
        return iter(self._claims)

    def _add(self, claim: _Claim) -> None:
        at = bisect.bisect_left(self._starts, claim.start)
        free_before = at == 0 or self._claims[at - 1].end <= claim.start
        free_after = at == len(self._claims) or claim.end <= self._claims[at].start
        if free_before and free_after and claim.start < claim.end:
            self._starts.insert(at, claim.start)
            self._claims.insert(at, claim)

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


def _unclaimed(numeral: Numeral, names: Sequence[tuple[int, int]]) -> LedgerEntry:
    cls: NumeralClass = "quantity"
    rule = f"quantity.{numeral.kind}"
    if numeral.kind == "ordinal":
        cls, rule = "ordinal", "ordinal.word"
    elif any(start <= numeral.start and numeral.end <= end for start, end in names):
        year = len(numeral.surface) == len("2030") and numeral.value is not None and numeral.value in _YEARS
        cls, rule = ("year", "year.in-name") if year else ("name", "name.program-or-agency")
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

"""Time expressions of a release, each resolved to days against the publication date.

The expressions are rules of ``patterns/periods.yml``; what each means is in `extract.periods.calculations`. Here they
are found and the longest at each place is taken. The direction of its clause is read in `extract.periods.leans`;
what else the words around an expression tell is in `extract.periods.contexts`.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from extract.folding import fold
from extract.mentions import Period
from extract.openers import Together
from extract.patterns import Patterns, PeriodRule, shipped
from extract.periods.calculations import CALCULATIONS, interval_of
from extract.periods.calendar import Interval, year_earlier, year_of
from extract.periods.contexts import Contexts, Found
from extract.periods.headlines import told_in_body
from extract.periods.leans import Leans, shared_leans
from extract.periods.letterheads import as_issued, month_of_issue
from extract.periods.matches import Match, is_time
from extract.periods.past_years import is_last_year, is_over
from extract.periods.pointers import POINTERS
from extract.periods.readings import Reading
from extract.periods.shared_years import shared_years
from extract.rules import PatternError

#: What a rule may resolve to besides a calculation; see the head of ``patterns/periods.yml``.
_NOT_CALCULATED = (
    "block",
    "none",
    "plan",
    "sets",
    "owed",
    "anchor",
    "dateline",
    "mark",
    "starts",
    "ends",
    "ends_of",
    "apposed",
    "edition",
)

#: A pointer means one of so many times named before.
_REMEMBERED = 12

#: The name of a block that an expression holds.
_BLOCK = re.compile(r"\(\?P<(\w+)>")

#: Characters before and after a word of time within which an expression with it lies.
_REACH = (40, 60)


@dataclass(frozen=True)
class _Grammar:
    """The rules of one set of patterns, sorted by what they do.

    ``times`` are the expressions of times: a group for each choice of anchors in ``near``, of which an expression holds
    one, and last those that may hold other words.
    """

    anchors: tuple[PeriodRule, ...]
    near: tuple[frozenset[str], ...]
    times: Together[PeriodRule]
    ranks: Mapping[str, int]
    leans: Leans
    contexts: Contexts


@lru_cache(maxsize=8)
def _grammar(patterns: Patterns) -> _Grammar:
    rules = patterns.rules("periods.yml", PeriodRule)
    for rule in rules:
        if rule.resolve not in (*CALCULATIONS, *_NOT_CALCULATED):
            known = ", ".join(sorted((*CALCULATIONS, *_NOT_CALCULATED)))
            raise PatternError(f"periods.yml: {rule.id}: there is no calculation {rule.resolve!r}; it can be {known}.")
        if patterns is not shipped():
            _ = rule.pattern  # the shipped ones are checked by a test, and compiled when a text may have them
    anchors = tuple(rule for rule in rules if rule.resolve == "anchor")
    near: dict[frozenset[str], list[PeriodRule]] = defaultdict(list)
    anywhere: list[PeriodRule] = []
    for rule in rules:
        if rule.resolve in CALCULATIONS or rule.resolve == "none":
            held = [{a.id for a in anchors if a.pattern.search(fold(example))} for example in rule.examples]
            shared = {a.id for a in anchors if _blocks(a) & _blocks(rule)}
            (near[frozenset(shared).union(*held)] if all(held) else anywhere).append(rule)
    ranks = {rule.id: rank for rank, rule in enumerate(rules)}
    times = Together([(rule, rule.expression) for rule in group] for group in (*near.values(), anywhere))
    return _Grammar(anchors, tuple(near), times, ranks, Leans.of(rules), Contexts.of(rules))


def _blocks(rule: PeriodRule) -> set[str]:
    return {name.split("__")[0].rstrip("23456789") for name in _BLOCK.findall(rule.expression.regex)}


def find_periods(
    text: str, published: dt.date | None, patterns: Patterns | None = None, country: str | None = None
) -> list[Period]:
    """All time expressions of a text, in reading order, never overlapping.

    Parameters
    ----------
    text:
        The document's text.
    published:
        The publication date that relative expressions count from. Without it they keep their text and no days.
    patterns:
        The rules; the shipped ones when None.
    country:
        The code of the country of the release, whose hemisphere tells when its summer is (ISO 3166).

    Returns
    -------
    Periods with the days that they cover, both included. Where the text does not tell, an end is None.
    """
    patterns = patterns or shipped()
    grammar = _grammar(patterns)
    folded = fold(text)
    said = (m for m in _matches(folded, grammar) if m.rule.args.get("country", country) == country)
    plausible = (m for m in said if is_time(text, folded, m, published, patterns))
    matches = [m for m in _longest(plausible) if m.rule.resolve != "none"]
    years = shared_years(text, matches, published, patterns)
    leans = shared_leans(matches, [grammar.leans.of_match(text, folded, match) for match in matches])
    term = _term_start(matches, published, patterns)
    issued = None if published else month_of_issue(text, matches, patterns)
    found: list[Found] = []
    readings: list[Reading] = []
    for match, year, lean in zip(matches, years, leans, strict=True):
        named = grammar.contexts.named(folded, found[-_REMEMBERED:]) if match.rule.resolve in POINTERS else ()
        reading = Reading(match.rule, match.words, published, lean, year, named, term, patterns, country)
        reading = as_issued(reading, issued) if issued else reading
        interval = _interval(folded, match, reading, found, grammar)
        if interval is None:
            continue
        readings.append(reading)
        sort = grammar.contexts.sort_of(folded, match.start, match.rule.id, found[-1] if found else None)
        found.append(Found(match.start, match.end, sort or match.rule.id, interval, _kind(match.rule, interval)))
    found = grammar.contexts.joined(folded, told_in_body(text, found, readings))
    return [Period(f.start, f.end, text[f.start : f.end], f.rule, *f.interval, f.kind) for f in found]


def _interval(folded: str, match: Match, reading: Reading, found: list[Found], grammar: _Grammar) -> Interval | None:
    """The days of an expression, which may be those of the year gone by; None where it is no time after all."""
    interval, published = interval_of(reading), reading.published
    if interval is None or published is None:
        return interval
    if reading.lean != "future" and is_last_year(folded, match, interval, published, found):
        return year_of(published.year - 1)
    if reading.lean == "past" and reading.year is None:
        over = is_over(folded, match, interval, published, grammar.leans.sets)
        return year_earlier(interval) if over else interval
    return interval


def _matches(folded: str, grammar: _Grammar) -> Iterator[Match]:
    about = {anchor.id: [_around(folded, *m.span()) for m in anchor.finditer(folded)] for anchor in grammar.anchors}
    stretches = [_joined(chain.from_iterable(about[anchor] for anchor in group)) for group in grammar.near]
    for rule, found in grammar.times.within(folded, [*stretches, [(0, len(folded))]]):
        yield Match(rule, grammar.ranks[rule.id], found.start(), found.end(), rule.words_of(found))


def _around(folded: str, start: int, end: int) -> tuple[int, int]:
    """The part of a text that is about a word of time; it ends between words."""
    before, after = _REACH
    stop = folded.find(" ", end + after)
    return max(0, start - before), len(folded) if stop == -1 else stop


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts of a text in order, those that touch as one."""
    joined: list[tuple[int, int]] = []
    first, last = -1, -1
    for start, end in sorted(stretches):
        if start > last:
            if last >= 0:
                joined.append((first, last))
            first, last = start, end
        elif end > last:
            last = end
    return [*joined, (first, last)] if last >= 0 else joined


def _longest(matches: Iterator[Match]) -> list[Match]:
    """The longest match at each place, the earlier rule among equals; what overlaps it is dropped."""
    taken: list[Match] = []
    starts: list[int] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.rank, m.start)):
        at = bisect(starts, match.start)
        free = at == 0 or taken[at - 1].end <= match.start
        if free and (at == len(starts) or match.end <= starts[at]):
            starts.insert(at, match.start)
            taken.insert(at, match)
    return taken


def _term_start(matches: list[Match], published: dt.date | None, patterns: Patterns) -> dt.date | None:
    """The day since which the document counts up to now, where it names exactly one."""
    dated = [m for m in matches if m.rule.resolve == "to_date"]
    found = {interval_of(Reading(m.rule, m.words, published, None, None, (), None, patterns)) for m in dated}
    starts = {interval.first for interval in found if interval and interval.first}
    return starts.pop() if len(starts) == 1 else None


def _kind(rule: PeriodRule, interval: Interval) -> Literal["day", "span", "anaphor", "open"]:
    if rule.resolve == "named":
        return "anaphor"
    if (interval.first is None) != (interval.last is None) or rule.resolve in ("term", "to_now"):
        return "open"
    return "day" if interval.first is not None and interval.first == interval.last else "span"

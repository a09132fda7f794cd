"""Time expressions of a release, each resolved to days against the publication date.

The expressions are rules of ``patterns/periods.yml``; what each means is in
`extract.period_calculations`. Here they are
found, the longest reading at each place is taken, and the direction of the clause is read: a month or a weekday without
a year is the last one, or the next one in a clause about the future.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extract.calendar_arithmetic import Interval, Lean
from extract.folding import fold
from extract.mentions import Period
from extract.patterns import Patterns, PeriodRule, shipped
from extract.period_calculations import CALCULATIONS, interval_of
from extract.period_readings import Reading
from extract.rules import PatternError

#: The simple future (RAE, Nueva gramática 4.13). The accent tells it apart, so it is read in the unfolded text.
_FUTURE = re.compile(
    r"\b(?!(?:extremos|supremos|queremos|esperemos|andré)\b)\w{2,}(?:r[áé]|rán|[aei]remos|dremos)\b", re.IGNORECASE
)
#: The preterite and the perfect; before "que" they only say that somebody spoke.
_PAST = re.compile(
    r"\b(?:\w{2,}(?:ó|aron|ieron)|fue|hubo|hizo|(?:ha|han|hemos|había|habían)\s+(?:sido\s+)?\w+[dt]os?)\b(?!,?\s+que\b)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:!?\n]|\.(?=\s|$)")
#: Words between two dates of which the second one's year holds for both.
_COORDINATION = re.compile(r"(?:\s|,|\b(?:y|e|o|al?|hasta|el|los|del?|en|como|para|durante|también)\b)*", re.IGNORECASE)


#: What a rule may resolve to besides a calculation; see the head of ``patterns/periods.yml``.
_NOT_CALCULATED = ("block", "none", "plan", "anchor", "dateline")

#: Characters before and after a word of time within which an expression with it lies.
_REACH = (60, 80)


@dataclass(frozen=True)
class _Match:
    rule: PeriodRule
    start: int
    end: int
    words: dict[str, str]


@dataclass(frozen=True)
class _Grammar:
    """The rules of one set of patterns, sorted by what they do.

    ``near`` are the expressions that hold a word of time, ``anywhere`` the others.
    """

    anchors: tuple[PeriodRule, ...]
    near: tuple[PeriodRule, ...]
    anywhere: tuple[PeriodRule, ...]
    plans: tuple[PeriodRule, ...]


@lru_cache(maxsize=8)
def _grammar(patterns: Patterns) -> _Grammar:
    rules = patterns.rules("periods.yml", PeriodRule)
    for rule in rules:
        if rule.resolve not in (*CALCULATIONS, *_NOT_CALCULATED):
            known = ", ".join(sorted((*CALCULATIONS, *_NOT_CALCULATED)))
            raise PatternError(f"periods.yml: {rule.id}: there is no calculation {rule.resolve!r}; it can be {known}.")
    anchors = tuple(rule for rule in rules if rule.resolve == "anchor")
    near: list[PeriodRule] = []
    anywhere: list[PeriodRule] = []
    for rule in rules:
        if rule.resolve in CALCULATIONS or rule.resolve == "none":
            anchored = all(any(a.pattern.search(fold(example)) for a in anchors) for example in rule.examples)
            (near if anchored else anywhere).append(rule)
    plans = tuple(rule for rule in rules if rule.resolve == "plan")
    return _Grammar(anchors, tuple(near), tuple(anywhere), plans)


def find_periods(text: str, published: dt.date | None, patterns: Patterns | None = None) -> list[Period]:
    """All time expressions of a text, in reading order, never overlapping.

    Parameters
    ----------
    text:
        The document's text.
    published:
        The publication date that relative expressions count from. Without it they keep their text and no days.
    patterns:
        The rules; the shipped ones when None.

    Returns
    -------
    Periods with the days that they cover, both included. Where the text does not tell, an end is None.
    """
    patterns = patterns or shipped()
    grammar = _grammar(patterns)
    folded = fold(text)
    matches = [m for m in _longest(_matches(folded, grammar)) if m.rule.resolve != "none" and not _in_name(text, m)]
    years = _shared_years(text, matches)
    leans = _shared_leans(matches, [_lean(text, folded, match, grammar) for match in matches])
    term = _term_start(matches, published, patterns)
    periods: list[Period] = []
    named: list[Interval] = []
    for match, year, lean in zip(matches, years, leans, strict=True):
        interval = interval_of(Reading(match.rule, match.words, published, lean, year, tuple(named), term, patterns))
        if interval is None:
            continue
        surface = text[match.start : match.end]
        periods.append(Period(match.start, match.end, surface, match.rule.id, *interval, _kind(match.rule, interval)))
        named.append(interval)
    return periods


def _matches(folded: str, grammar: _Grammar) -> Iterator[_Match]:
    stretches = _stretches(folded, grammar)
    for rules, places in ((grammar.near, stretches), (grammar.anywhere, [(0, len(folded))])):
        for rule in rules:
            for start, end in places:
                for found in rule.pattern.finditer(folded, start, end):
                    yield _Match(rule, found.start(), found.end(), rule.words_of(found))


def _stretches(folded: str, grammar: _Grammar) -> list[tuple[int, int]]:
    """The parts of a text that are about a word of time, in order and apart; they end between words."""
    before, after = _REACH
    stretches: list[tuple[int, int]] = []
    for anchor in sorted(m.span() for rule in grammar.anchors for m in rule.pattern.finditer(folded)):
        start, end = max(0, anchor[0] - before), folded.find(" ", anchor[1] + after)
        end = len(folded) if end == -1 else end
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _longest(matches: Iterator[_Match]) -> list[_Match]:
    """The longest match at each place, the earlier rule among equals; what overlaps it is dropped."""
    taken: list[_Match] = []
    for match in sorted(matches, key=lambda m: m.start - m.end):
        if all(match.end <= other.start or match.start >= other.end for other in taken):
            taken.append(match)
    return sorted(taken, key=lambda m: m.start)


def _in_name(text: str, match: _Match) -> bool:
    """Bare years after a capitalized word belong to a name: "Plan Rector 2021-2024"."""
    if not match.rule.args.get("bare"):
        return False
    before = re.search(r"(\w+)\s+$", text[: match.start])
    return before is not None and before[1][0].isupper() and not before[1].isupper()


def _shared_years(text: str, matches: list[_Match]) -> list[int | None]:
    """For each match the year of the date coordinated with it: "el 3 de mayo y el 5 de junio de 2019"."""
    years: list[int | None] = []
    following: _Match | None = None
    for match in reversed(matches):
        own = next((int(word) for name, word in match.words.items() if name.startswith("yyyy")), None)
        borrowed = None
        if following is not None and years and not any(name.startswith("year") for name in match.words):
            between = text[match.end : following.start]
            dated = any(name.startswith(("month", "mon")) for name in match.words)
            borrowed = years[-1] if dated and _COORDINATION.fullmatch(between) else None
        years.append(own or borrowed)
        following = match
    return years[::-1]


def _term_start(matches: list[_Match], published: dt.date | None, patterns: Patterns) -> dt.date | None:
    """The day since which the document counts up to now, where it names exactly one."""
    dated = [m for m in matches if m.rule.resolve == "to_date"]
    found = {interval_of(Reading(m.rule, m.words, published, None, None, (), None, patterns)) for m in dated}
    starts = {interval.first for interval in found if interval and interval.first}
    return starts.pop() if len(starts) == 1 else None


def _lean(text: str, folded: str, match: _Match, grammar: _Grammar) -> Lean | None:
    """The direction that the nearest verb of the clause gives; None where it has none."""
    start = max((m.end() for m in _CLAUSE_END.finditer(text, max(0, match.start - 300), match.start)), default=None)
    start = max(0, match.start - 300) if start is None else start
    stop = _CLAUSE_END.search(text, match.end, match.end + 300)
    end = stop.start() if stop else min(len(text), match.end + 300)

    def distance(found: re.Match[str]) -> int:
        return max(match.start - found.end(), found.start() - match.end, 0)

    ahead = [distance(m) for m in _FUTURE.finditer(text, start, end)]
    ahead += [distance(m) for rule in grammar.plans for m in rule.pattern.finditer(folded, start, end)]
    back = [distance(m) for m in _PAST.finditer(text, start, end)]
    if not ahead and not back:
        return None
    return "future" if min(ahead, default=10**6) < min(back, default=10**6) else "past"


def _shared_leans(matches: list[_Match], leans: list[Lean | None]) -> list[Lean | None]:
    """A month or day in a clause without a verb, a headline above all, leans as where the document names it again."""
    dates = [(match.words.get("day"), match.words.get("month")) for match in matches]
    known = {date: lean for date, lean in zip(dates, leans, strict=True) if date[1] and lean}
    return [lean or known.get(date) for date, lean in zip(dates, leans, strict=True)]


def _kind(rule: PeriodRule, interval: Interval) -> Literal["day", "span", "anaphor", "open"]:
    if rule.resolve == "named":
        return "anaphor"
    if (interval.first is None) != (interval.last is None) or rule.resolve in ("term", "to_now"):
        return "open"
    return "day" if interval.first is not None and interval.first == interval.last else "span"

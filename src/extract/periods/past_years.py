"""What a release means by the year, or by months without one, when it reports on the year gone by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.patterns import PeriodRule
from extract.periods.calendar import Interval, calendar_unit, year_earlier, year_of
from extract.periods.contexts import Found
from extract.periods.matches import Match

#: A verb that sets a time ahead is looked for so far from it (characters).
_SET_REACH = 80
#: Months are reported on within so many days of their end.
_REPORTED_WITHIN = 122
_CLAUSE_END = re.compile(r"[;:!?\n]|\.(?=\s|$)")
#: The month until which accounts of the year gone by are published, and what calls that one just the year.
_ACCOUNT_UNTIL = 2
_CLOSED_YEAR = re.compile(r"(?:cerro|concluyo|termino|finalizo) (?:el|este) año")
_BARE_YEAR = re.compile(
    rf"(?:(?:en|durante|de|a lo largo de|al cierre de)l? )?(?:todo )?(?:el )?año|{_CLOSED_YEAR.pattern}"
)


def is_last_year(folded: str, match: Match, interval: Interval, published: dt.date, found: list[Found]) -> bool:
    """Whether "el año" is the last one: early in a year, in a release that has told of the year gone by."""
    if published.month > _ACCOUNT_UNTIL or interval != year_of(published.year):
        return False
    told = any(f.interval == year_of(published.year - 1) and "comparison" not in f.rule for f in found)
    called = (_BARE_YEAR if told else _CLOSED_YEAR).fullmatch(folded, match.start, match.end)
    return called is not None


def is_over(folded: str, match: Match, interval: Interval, published: dt.date, sets: Sequence[PeriodRule]) -> bool:
    """Whether months without a year are those of the last one, just over, as what was done in them cannot lie ahead.

    "De enero a octubre se atendió a 30", published in January. What was announced or begun may well go on: ``sets`` are
    the rules for verbs that set a time.
    """
    said = any(name.startswith(("year", "yyyy", "lean")) for name in match.words) or "lean" in match.rule.args
    if match.rule.resolve != "months" or said or interval.last is None:
        return False
    is_ahead = interval.last > (calendar_unit(published, 1, "month").last or published)
    last = year_earlier(interval).last
    if not is_ahead or last is None or (published - last).days > _REPORTED_WITHIN:
        return False
    start = max(
        (m.end() for m in _CLAUSE_END.finditer(folded, max(0, match.start - _SET_REACH), match.start)), default=0
    )
    stop = _CLAUSE_END.search(folded, match.end, match.end + _SET_REACH)
    start, end = max(start, match.start - _SET_REACH), stop.start() if stop else match.end + _SET_REACH
    return not any(rule.pattern.search(folded, start, end) for rule in sets)

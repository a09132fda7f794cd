"""The month of a release that does not tell its day: "La Paz, septiembre de 2010.-", "Mayo 2021" in a line alone.

It gives no date of publication, yet a year to what the release sets in "este año" or on "el 14 de septiembre".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.patterns import Patterns
from extract.periods.calendar import Interval, month_of
from extract.periods.matches import Match
from extract.periods.readings import Reading

#: A month with its year, and how far into a release it can be that of a letterhead (characters).
_DATED, _HEAD = "period.month.dated", 600
#: The place before it in its line, and the end of the line or of a dateline.
_PLACE, _END = re.compile(r"(?:[A-ZÁÉÍÓÚÑ][^.;:\n\d]{2,60},\s+(?:a\s+)?)?"), re.compile(r"\.?[ \t]*(?:[-–—]|\n|$)")
#: Calculations that need the month of the publication and not its day.
_BY_MONTH = frozenset({"point", "days", "months", "between", "part", "part_near", "school_year_near", "year_before"})


def month_of_issue(text: str, matches: Sequence[Match], patterns: Patterns) -> Interval | None:
    """The month that stands alone in a line or ends a dateline at the head of a release; None where none does."""
    for match in matches:
        if match.start > _HEAD:
            return None
        line = text.rfind("\n", 0, match.start) + 1
        if match.rule.id == _DATED and _PLACE.fullmatch(text, line, match.start) and _END.match(text, match.end):
            words = Reading(match.rule, match.words, None, None, None, (), None, patterns)
            year = words.year_named()
            return month_of(year, words.month()) if year else None
    return None


def as_issued(reading: Reading, issued: Interval) -> Reading:
    """The reading as on the last day of the month of issue, or as on its first where it tells of what is to come.

    Only where the day of the publication does not matter: "este año", but not "ayer".
    """
    by_month = reading.rule.resolve == "calendar" and reading.unit()[1] == "month"
    if not by_month and reading.rule.resolve not in _BY_MONTH:
        return reading
    return replace(reading, published=issued.first if reading.lean == "future" else issued.last)

"""The year of a day or month that names none, from the expressions beside it.

"El 3 de mayo y el 5 de junio | de 2019"; "en 2018, | entre enero y junio".
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from extract.patterns import Patterns
from extract.periods.matches import Match
from extract.periods.readings import Reading

#: Words between two dates of which the second one's year holds for both.
_COORDINATION = re.compile(r"(?:\s|,|\b(?:y|e|o|al?|hasta|el|los|del?|en|como|para|durante|también)\b)*", re.IGNORECASE)
#: What stands between a year and the days or months of it that are told: "en 2018, entre enero y junio".
_FRAME = re.compile(r", |,? \(")
#: The sort of an expression that a figure is only compared with.
_COMPARISON = "period.comparison"
#: That of a year with its preposition.
_YEAR = "period.year.named"
#: Those of a year beside that of the publication, and their distance from it.
_NEAR_YEARS = {"period.year.last": -1, "period.year.this": 0, "period.year.next": 1}


def shared_years(text: str, matches: list[Match], published: dt.date | None, patterns: Patterns) -> list[int | None]:
    """For each match the year of the date coordinated with it: "el 3 de mayo y el 5 de junio de 2019"."""
    years: list[int | None] = []
    following: Match | None = None
    for match in reversed(matches):
        said = Reading(match.rule, match.words, None, None, None, (), None, patterns)
        own = next((said.number(name) for name in match.words if name.startswith("yyyy")), None)
        borrowed = None
        if following is not None and years and not any(name.startswith("year") for name in match.words):
            between = text[match.end : following.start]
            dated = any(name.startswith(("month", "mon")) for name in match.words)
            lends = dated and _lends_year(following, between)
            borrowed = years[-1] if lends else None
            if borrowed and _turns_year(match, following, patterns):
                borrowed -= 1
        years.append(own or borrowed)
        following = match
    return _framed_years(text, matches, years[::-1], published)


def _lends_year(following: Match, between: str) -> bool:
    """Whether a date is coordinated with the next one, and not compared: "en mayo | respecto a mayo de 2019"."""
    return not following.rule.id.startswith(_COMPARISON) and _COORDINATION.fullmatch(between) is not None


def _turns_year(match: Match, following: Match, patterns: Patterns) -> bool:
    """Whether the turn of the year lies between two days: "31 de diciembre y 1 de enero de 2024"."""
    first, second = (Reading(m.rule, m.words, None, None, None, (), None, patterns) for m in (match, following))
    return first.has_month() and second.has_month() and (first.month(), second.month()) == (12, 1)


def _framed_years(
    text: str, matches: list[Match], years: list[int | None], published: dt.date | None
) -> list[int | None]:
    """The years; dates right behind a year that frames them lie in it: "en 2018, entre enero y junio"."""
    framed = list(years)
    for at, (frame, match) in enumerate(pairwise(matches)):
        if framed[at + 1] is None and _is_bare_date(match) and _FRAME.fullmatch(text, frame.end, match.start):
            framed[at + 1] = _year_of_frame(frame, years[at], published)
    return framed


def _year_of_frame(frame: Match, year: int | None, published: dt.date | None) -> int | None:
    """The year that an expression names, if it names nothing else: "en 2018", "el año pasado"."""
    if frame.rule.id == _YEAR and "yyyy" in frame.words:
        return year
    shift = _NEAR_YEARS.get(frame.rule.id)
    return published.year + shift if published and shift is not None else None


def _names_month(match: Match) -> bool:
    return any(name.startswith(("month", "mon", "mm", "roman")) for name in match.words)


def _is_bare_date(match: Match) -> bool:
    """Whether an expression names a month and neither a year nor a side of the publication."""
    return _names_month(match) and not any(name.startswith(("year", "lean")) for name in match.words)

"""Intervals of days: the arithmetic behind "el último año", "primer trimestre" or "el pasado martes".

Pure functions on dates; nothing here reads text. An interval holds its first and its last day, both included, and None
for an end that is not known. Weeks start on Monday, as in ISO 8601.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

Lean = Literal["past", "future", "near"]
Unit = Literal["hour", "day", "month"]


class Interval(NamedTuple):
    """The days from ``first`` to ``last``, both included."""

    first: dt.date | None
    last: dt.date | None


UNKNOWN = Interval(None, None)
ONE_DAY = dt.timedelta(days=1)


def year_of(year: int) -> Interval:
    """The calendar year."""
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))


def months_of(year: int, first: int, last: int) -> Interval:
    """Whole months of one year, or over its end where ``last`` comes before ``first``."""
    end_year = year if first <= last else year + 1
    return Interval(dt.date(year, first, 1), dt.date(end_year, last, monthrange(end_year, last)[1]))


def month_of(year: int, month: int) -> Interval:
    """One calendar month."""
    return months_of(year, month, month)


def part_of_year(year: int, index: int, months: int) -> Interval:
    """The ``index``-th quarter, half … of a year cut into parts of ``months`` months; -1 is the last part.

    Raises
    ------
    ValueError
        The year has no such part.
    """
    parts = 12 // months
    index = parts if index == -1 else index
    if not 1 <= index <= parts:
        raise ValueError(f"a year has no part {index} of {months} months")
    return months_of(year, (index - 1) * months + 1, index * months)


#: Days of the first half of a month.
_FORTNIGHT = 15


def half_of_month(day: dt.date, index: int) -> Interval:
    """The first half of the month of a day, to the 15th, or the second one."""
    if index == 1:
        return Interval(day.replace(day=1), day.replace(day=_FORTNIGHT))
    return Interval(day.replace(day=_FORTNIGHT + 1), month_of(day.year, day.month).last)


def week_of(day: dt.date) -> Interval:
    """Monday to Sunday around a day."""
    monday = day - dt.timedelta(days=day.weekday())
    return Interval(monday, monday + dt.timedelta(days=6))


def shifted(day: dt.date, count: float, unit: Unit) -> dt.date:
    """A day moved by a number of units, backwards when negative; fewer hours than a day count as a day."""
    if unit == "hour":
        return day + dt.timedelta(days=round(count / 24) or (1 if count > 0 else -1))
    if unit == "day":
        return day + dt.timedelta(days=round(count))
    return day + relativedelta(months=round(count))


def year_earlier(interval: Interval) -> Interval:
    """Whole months, a year before."""
    first, last = interval
    return Interval(
        first and first - relativedelta(years=1), last and last + ONE_DAY - relativedelta(years=1) - ONE_DAY
    )


def year_near(occurs: Callable[[int], dt.date | None], published: dt.date, lean: Lean | None) -> int:
    """The year in which a yearly date is meant, when the text names none.

    Parameters
    ----------
    occurs:
        The day on which the date falls in a given year; None where that year does not have it (29 February).
    published:
        Publication date.
    lean:
        ``past``: the latest year that has it by then; ``future``: the earliest from then on; ``near``: the closest.
        None, where nothing tells: the past one, unless the date is less than two months ahead.

    Raises
    ------
    ValueError
        No year near the publication has the date.
    """
    days = [(year, day) for year in range(published.year - 8, published.year + 9) if (day := occurs(year))]
    past = max(((day, year) for year, day in days if day <= published), default=None)
    future = min(((day, year) for year, day in days if day >= published), default=None)
    if past is None or future is None:
        raise ValueError("the date does not exist")
    if lean == "past":
        return past[1]
    if lean == "future":
        return future[1]
    ahead = (future[0] - published).days
    limit = (published - past[0]).days if lean == "near" else _SOON
    return future[1] if ahead < limit else past[1]


#: A date without year and verb this few days ahead announces something; further ahead it is last year's.
_SOON = 60


def weekday_near(weekday: int, published: dt.date, lean: Lean | None) -> dt.date:
    """The day of the week (0 = Monday) that is meant: the publication day itself, or the last or next such day."""
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if lean == "future" or (lean == "near" and ahead < back):
        return published + dt.timedelta(days=ahead)
    return published - dt.timedelta(days=back)


def existing_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar does not have it: 29 February."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def calendar_unit(day: dt.date, size: int, unit: Unit) -> Interval:
    """The day, week, fortnight, month, quarter, half … or year around a day, whichever the units come nearest to."""
    if unit == "month":
        return year_of(day.year) if size >= 12 else part_of_year(day.year, (day.month - 1) // size + 1, size)
    if size == _FORTNIGHT:
        return half_of_month(day, 1 if day.day <= _FORTNIGHT else 2)
    return week_of(day) if size >= 7 else Interval(day, day)

"""The point in time that an expression names, a day, a month or a year, and its year where none is said."""

from __future__ import annotations

import datetime as dt

from extract.periods.calendar import Interval, Lean, existing_day, month_of, year_near, year_of
from extract.periods.readings import Reading


def _day(reading: Reading, suffix: str, year: int | None) -> Interval:
    month, number = reading.month(suffix), reading.number(f"day{suffix}")
    if year is None:
        year = year_near(lambda y: existing_day(y, month, number), reading.today, _lean_of_day(reading))
        if reading.has(f"weekday{suffix}") and not reading.has("lean"):
            year = _year_by_weekday(year, month, number, reading.number(f"weekday{suffix}"), reading.today)
    day = dt.date(year, month, number)
    return Interval(day, day)


def _lean_of_day(reading: Reading) -> Lean | None:
    """The direction of a date; "este 23 de agosto" is never one of a year ago, whatever verb is near."""
    said_near = reading.has("lean") and reading.value("lean") == "near"
    return "near" if said_near and reading.leaning == "past" else reading.leaning


def _year_by_weekday(year: int, month: int, number: int, weekday: int, today: dt.date) -> int:
    """The day of the week tells the year when it fits only one within a year around; else it is a slip of the pen."""
    near = [(y, day) for y in (year, year - 1, year + 1) if (day := existing_day(y, month, number))]
    fits = [y for y, day in near if day.weekday() == weekday and abs((day - today).days) <= _AROUND]
    return fits[0] if fits else year


_AROUND = 366
#: Months.
_ABOUT_TO_COME = 2


def point_of(reading: Reading, suffix: str = "", year: int | None = None) -> Interval:
    """The day, month or year that the match names.

    ``suffix`` "2" means its second point; ``year`` holds where it names none.
    """
    year = reading.year_named(suffix) or year or reading.year
    if reading.has(f"day{suffix}"):
        return _day(reading, suffix, year)
    if reading.has_month(suffix):
        return month_of(year or year_of_month(reading, reading.month(suffix)), reading.month(suffix))
    return year_of(year or reading.today.year)


def year_of_month(reading: Reading, month: int) -> int:
    """The year of a month named alone: one that has begun, for plans one that has not ended.

    Where no verb tells, a month that is about to come is meant rather than the one almost a year ago: "en septiembre
    se licita", said in August; and the one just gone by rather than the one in almost a year: "para abril" in May.
    """
    today, lean = reading.today, reading.leaning
    within = reading.rule.args.get("within")
    if within and reading.lean is None and (month - today.month) % 12 > int(within):
        lean = "past"
    coming = (month - today.month) % 12 if lean is None else 0
    if lean == "future" or 0 < coming <= _ABOUT_TO_COME:
        return today.year if month >= today.month else today.year + 1
    if lean == "near":
        return year_near(lambda y: dt.date(y, month, 15), today, "near")
    return today.year if month <= today.month else today.year - 1

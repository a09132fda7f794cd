"""Pieces of the calendar: quarters, fortnights, decades, school years, "el mes que termina"."""

from __future__ import annotations

import datetime as dt

from extract.periods.calendar import (
    ONE_DAY,
    Interval,
    calendar_unit,
    half_of_month,
    part_of_year,
    shifted,
    year_of,
)
from extract.periods.pointers import part_told
from extract.periods.points import point_of
from extract.periods.readings import Reading, UnresolvedError

#: Months.
_YEAR, _SEPTEMBER = 12, 9


def school_year(reading: Reading) -> Interval:
    """1 September to 31 August; a single year is a calendar year, as in the southern hemisphere.

    With ``elided`` the words name none, and are read by a school year that was named before: "en el 2010/11".
    Another year of two numbers has the month in which it ``begins`` in its arguments: "año hidrológico 2011-2012".
    """
    first = reading.year_named() or 0
    second = next((name for name in ("yyyy2", "yy2", "yy") if reading.has(name)), None)
    if reading.rule.args.get("elided") and not any(_is_school_year(*told) for told in reading.named):
        if second != "yyyy2" or reading.number(second) <= first:
            raise ValueError("nothing tells that the years are those of a school")
        return Interval(dt.date(first, 1, 1), dt.date(reading.number(second), 12, 31))
    if second is None:
        return year_of(first)
    if reading.number(second) % 100 != (first + 1) % 100:
        raise ValueError("a school year ends in the year after its start")
    start = dt.date(first, int(reading.rule.args.get("begins", 9)), 1)
    return Interval(start, shifted(start, _YEAR, "month") - ONE_DAY)


def _is_school_year(first: dt.date | None, last: dt.date | None) -> bool:
    """Whether a time that was named before goes from September to August."""
    return first is not None and first.month == _SEPTEMBER and last == shifted(first, _YEAR, "month") - ONE_DAY


def to_close(reading: Reading) -> Interval:
    """From a day or month to the end of its year: "del 5 de septiembre al cierre del año"."""
    first = point_of(reading).first
    if first is None:
        raise UnresolvedError
    return Interval(first, dt.date(first.year, 12, 31))


def epidemiological_week(reading: Reading) -> Interval:
    """A week from Sunday to Saturday counted from that of 4 January: "semana epidemiológica 35".

    Without a year it is the last one of that number. ``until`` makes it the day up to which a count holds.
    """
    named, number = reading.year_named(), reading.number("n")
    first = _sunday_of_week(named or reading.today.year, number)
    if named is None and first > reading.today:
        first = _sunday_of_week(reading.today.year - 1, number)
    last = first + 6 * ONE_DAY
    return Interval(None if "until" in reading.rule.args else first, last)


def _sunday_of_week(year: int, number: int) -> dt.date:
    if not 1 <= number <= _WEEKS:
        raise ValueError("a year has no such week")
    fourth = dt.date(year, 1, 4)
    return fourth - fourth.isoweekday() % 7 * ONE_DAY + 7 * (number - 1) * ONE_DAY


#: Weeks of the longest year.
_WEEKS = 53


def school_year_near(reading: Reading) -> Interval:
    """The running, last or next school year: "este ciclo escolar", "el pasado curso".

    When it is over in July the last one is that which has just ended; late in August the next one has begun.
    """
    today, shift = reading.today, reading.number("shift", 0)
    if not reading.begins_school_in_autumn:
        return year_of(today.year + shift)
    begun = (today.month, today.day) >= _SCHOOL_BEGINS
    just_over = shift == -1 and not begun and today.month >= _SCHOOL_ENDS
    first = today.year - (not begun) + (0 if just_over else shift)
    return Interval(dt.date(first, 9, 1), dt.date(first + 1, 8, 31))


#: Month and day from which a release speaks of the new school year; the month in which the old one is over.
_SCHOOL_BEGINS, _SCHOOL_ENDS = (8, 20), 7


def decade(reading: Reading) -> Interval:
    """Ten calendar years: "la década de los noventa", "la década de 2010"."""
    first = reading.number("yyyy") if reading.has("yyyy") else _CENTURY + reading.number("decade")
    if first % 10:
        raise ValueError("a decade begins with a year that ends in nought")
    return Interval(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


#: The century of "los noventa".
_CENTURY = 1900


def turning(reading: Reading) -> Interval:
    """The month, year … that ends or begins about publication: "el mes que termina", "el año que comienza".

    A release of the first days of January may well look back on "el año que termina". What "acaba de terminar" is over,
    or all but over.
    """
    size, unit = reading.unit()
    if unit == "hour" or (unit == "day" and size == 1):
        raise ValueError("no piece of the calendar")
    if unit == "month" and size > _YEAR:
        raise UnresolvedError
    near = _TURN["week" if size == 7 else "month" if unit == "day" or size == 1 else "year"] * ONE_DAY
    edge = reading.rule.args.get("edge")
    if edge == "last":
        first = calendar_unit(reading.today + near, size, unit).first or reading.today
        return calendar_unit(first - ONE_DAY, size, unit)
    return calendar_unit(reading.today + (near if edge == "first" else -near), size, unit)


#: How many days from its end a week, month or year is said to end or to begin.
_TURN = {"week": 1, "month": 5, "year": 10}


def part(reading: Reading) -> Interval:
    """A quarter, half … of a year: "primer trimestre de 2024"; without a year the nearest that fits."""
    size, index = reading.number("part"), reading.number("ordinal")
    named = reading.year_named() or reading.year
    if named is not None:
        return part_of_year(named, index, size)
    this = part_of_year(reading.today.year, index, size)
    if this.first and this.first > reading.today and reading.leaning != "future":
        return part_of_year(reading.today.year - 1, index, size)
    return this


def part_near(reading: Reading) -> Interval:
    """The running, last or next quarter, half … of the year: "el próximo semestre", "este trimestre"."""
    size, lean = reading.number("part"), reading.value("lean") if reading.has("lean") else "near"
    this = part_of_year(reading.today.year, (reading.today.month - 1) // size + 1, size)
    shift = {"past": -size, "future": size}.get(str(lean), 0)
    if not shift:
        return part_told(reading, this)
    first = shifted(this.first or reading.today, shift, "month")
    return part_of_year(first.year, (first.month - 1) // size + 1, size)


def fortnight(reading: Reading) -> Interval:
    """The first half of a month, to the 15th, or the second."""
    whole = point_of(reading).first if reading.has_month() else reading.today
    if whole is None:
        raise UnresolvedError
    return half_of_month(whole, 1 if reading.number("ordinal") == 1 else 2)


def fortnight_near(reading: Reading) -> Interval:
    """The running, last or next half of a month: "esta quincena"."""
    running, shift = calendar_unit(reading.today, 15, "day"), reading.number("shift", 0)
    if not shift or running.first is None or running.last is None:
        return running
    return calendar_unit(running.last + ONE_DAY if shift > 0 else running.first - ONE_DAY, 15, "day")


def opening(reading: Reading) -> Interval:
    """The first or last so many days or months of a month or year, or only the first, the second …."""
    whole, (size, unit) = _whole(reading), reading.unit()
    if whole.first is None or whole.last is None:
        raise UnresolvedError
    index = reading.number("ordinal") if reading.has("ordinal") else 1
    length = reading.number("n") * size
    if index == -1 or reading.rule.args.get("edge") == "last":
        start = shifted(whole.last + ONE_DAY, -length, unit)
    else:
        start = shifted(whole.first, (index - 1) * length, unit)
    end = shifted(start, length, unit) - ONE_DAY
    if start < whole.first or end > whole.last:
        raise ValueError("it lasts longer than the whole")
    return Interval(start, end)


def _whole(reading: Reading) -> Interval:
    """What the opening is of; where it is not said, the running month, or the year whose first months have gone by."""
    if reading.has_month() or reading.has("year"):
        return point_of(reading)
    if reading.unit()[1] != "month":
        return calendar_unit(reading.today, 1, "month")
    if reading.rule.args.get("running"):
        return year_of(reading.today.year)
    end = shifted(dt.date(reading.today.year, 1, 1), reading.number("n") * reading.unit()[0], "month")
    return year_of(reading.today.year - (end > reading.today and reading.leaning != "future"))

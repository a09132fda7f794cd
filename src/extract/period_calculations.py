"""The calculations that ``patterns/periods.yml`` names: from a `Reading` of the matched words to an interval of days.

One small function for each way in which Spanish sets a time: "en enero de 2023", "en los últimos 13 meses", "del 24 al
29 de octubre". A calculation raises `UnresolvedError` where the text does not tell, ``ValueError`` where the words make
no time after all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from extract.calendar_arithmetic import (
    UNKNOWN,
    Interval,
    Unit,
    month_of,
    months_of,
    part_of_year,
    shifted,
    week_of,
    weekday_near,
    year_near,
    year_of,
)
from extract.period_readings import Reading, UnresolvedError


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day(reading: Reading, suffix: str, year: int | None) -> Interval:
    month, number = reading.month(suffix), reading.number(f"day{suffix}")
    if year is None:
        year = year_near(lambda y: _existing(y, month, number), reading.today, reading.leaning)
        if reading.has(f"weekday{suffix}") and not reading.has("lean"):
            year = _year_by_weekday(year, month, number, reading.number(f"weekday{suffix}"), reading.today)
    day = dt.date(year, month, number)
    return Interval(day, day)


def _year_by_weekday(year: int, month: int, number: int, weekday: int, today: dt.date) -> int:
    """The day of the week tells the year when it fits only one within a year around; else it is a slip of the pen."""
    near = [(y, day) for y in (year, year - 1, year + 1) if (day := _existing(y, month, number))]
    fits = [y for y, day in near if day.weekday() == weekday and abs((day - today).days) <= _AROUND]
    return fits[0] if fits else year


_AROUND = 366


def _point(reading: Reading, suffix: str = "", year: int | None = None) -> Interval:
    year = reading.year_named(suffix) or year or reading.year
    if reading.has(f"day{suffix}"):
        return _day(reading, suffix, year)
    if reading.has_month(suffix):
        return month_of(year or _month_year(reading, reading.month(suffix)), reading.month(suffix))
    return year_of(year or reading.today.year)


def _month_year(reading: Reading, month: int) -> int:
    """The year of a month named alone: one that has begun, for plans one that has not ended."""
    today, lean = reading.today, reading.leaning or "past"
    if lean == "future":
        return today.year if month >= today.month else today.year + 1
    if lean == "near":
        return year_near(lambda y: dt.date(y, month, 15), today, "near")
    return today.year if month <= today.month else today.year - 1


def point(reading: Reading) -> Interval:
    """A day, month or year: "el 15 de marzo", "en enero de 2023", "durante 2022"."""
    return _point(reading)


def _base(reading: Reading) -> Interval:
    """The point that a period starts or ends with: a date, a day of the week, or a day against the publication."""
    if reading.has("weekday") and not reading.has("day"):
        return weekday(reading)
    return calendar(reading) if "unit" in reading.rule.args else _point(reading)


def since(reading: Reading) -> Interval:
    """From a point on: up to publication, or open where it starts later."""
    first = _base(reading).first
    if first is None or reading.published is None or first >= reading.published:
        return Interval(first, None)
    return Interval(first, reading.published)


def until(reading: Reading) -> Interval:
    """Up to a point, from a day that is not said."""
    return Interval(None, _base(reading).last)


def to_date(reading: Reading) -> Interval:
    """From a point up to publication: "de octubre de 2019 a la fecha"."""
    first = _point(reading).first
    if first is None or first > reading.today:
        raise UnresolvedError
    return Interval(first, reading.today)


def to_now(reading: Reading) -> Interval:
    """Up to publication, from a day that is not said: "a la fecha"."""
    return Interval(None, reading.today)


def term(reading: Reading) -> Interval:
    """A term of office: known only where the document says elsewhere since when it counts."""
    if reading.term is None:
        raise UnresolvedError
    return Interval(reading.term, reading.today)


def between(reading: Reading) -> Interval:
    """From one point to another; a year named once holds for both: "del 28 de enero al 3 de febrero de 2024"."""
    end_year = reading.year_named("2") or reading.year
    if end_year is None or reading.year_named() is not None:
        start = _point(reading)
        year = start.first.year if start.first else None
        end = _point(reading, "2", year)
        if end.first and start.first and end.first < start.first and reading.year_named("2") is None:
            end = _point(reading, "2", (year or 0) + 1)
    else:
        end = _point(reading, "2", end_year)
        start = _point(reading, "", end_year)
        if start.first and end.first and start.first > end.first and reading.has_month():
            start = _point(reading, "", end_year - 1)
    if start.first and end.last and start.first > end.last:
        raise ValueError("the end lies before the start")
    return Interval(start.first, end.last)


def days(reading: Reading) -> Interval:
    """Days of one month: "del 24 al 29 de octubre", "10, 11 y 12 de mayo"."""
    if reading.has_month():
        end = _point(replace(reading, words=_renamed(reading.words, "day2", "day")))
    else:
        end = Interval(None, reading.today.replace(day=reading.number("day2")))
    if end.last is None:
        raise UnresolvedError
    first = end.last.replace(day=reading.number("day"))
    if first > end.last:
        raise ValueError("the end lies before the start")
    return Interval(first, end.last)


def _renamed(words: dict[str, str], source: str, target: str) -> dict[str, str]:
    """The groups with one in the place of another, and without a weekday, which belongs to one of the days only."""
    kept = {name: word for name, word in words.items() if not name.startswith("weekday")}
    return {**kept, target: words[source]}


def day_of_this_month(reading: Reading) -> Interval:
    """A day named by its number: "el 15 de este mes", "el pasado lunes 12", "este martes 29"."""
    number, today = reading.number("day"), reading.today
    months = [shifted(today.replace(day=1), count, "month") for count in (0, -1, 1)]
    found = [day for first in months if (day := _existing(first.year, first.month, number))]
    if reading.has("weekday"):
        found = [day for day in found if day.weekday() == reading.number("weekday")] or found
    elif not reading.has("lean"):
        found = found[:1]
    side = {"past": [d for d in found if d <= today], "future": [d for d in found if d >= today]}
    best = min(side.get(reading.leaning or "", []) or found, key=lambda day: abs((day - today).days))
    return Interval(best, best)


def months(reading: Reading) -> Interval:
    """Whole months: "de enero a octubre", "noviembre y diciembre de 2019", "enero-junio 2024"."""
    first, last = reading.month(), reading.month("2")
    named = reading.year_named() or reading.year
    if named is not None:
        return months_of(named if first <= last else named - 1, first, last)
    if reading.leaning == "future":
        year = _month_year(reading, last)
        return months_of(year if first <= last else year - 1, first, last)
    return months_of(_month_year(reading, first), first, last)


def years(reading: Reading) -> Interval:
    """From one calendar year to another: "2018-2021"."""
    first, last = reading.number("yyyy"), reading.number("yyyy2")
    if not first < last <= first + 40:
        raise ValueError("no range of years")
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31))


def school_year(reading: Reading) -> Interval:
    """1 September to 31 August; a single year is a calendar year, as in the southern hemisphere."""
    first = reading.number("yyyy")
    if not reading.has("yyyy2") and not reading.has("yy"):
        return year_of(first)
    last = reading.number("yyyy2" if reading.has("yyyy2") else "yy")
    if last % 100 != (first + 1) % 100:
        raise ValueError("a school year ends in the year after its start")
    return Interval(dt.date(first, 9, 1), dt.date(first + 1, 8, 31))


def _length(reading: Reading) -> tuple[float, Unit]:
    size, unit = reading.unit()
    count = reading.number("n") * size
    return count + (size / 2 if reading.has("half") else 0), unit


def last(reading: Reading) -> Interval:
    """So much time up to publication: "en los últimos 13 meses"; ahead where the verb is in the future."""
    length, unit = _length(reading)
    if reading.leaning == "future":
        return Interval(reading.today, shifted(reading.today, length, unit))
    return Interval(shifted(reading.today, -length, unit), reading.today)


def ago(reading: Reading) -> Interval:
    """The day, week, month or year that lies so far back: "hace cuatro días", "hace dos años"."""
    (size, unit), (length, _) = reading.unit(), _length(reading)
    then = shifted(reading.today, -length, unit)
    return _calendar(then, size, unit)


def _calendar(day: dt.date, size: int, unit: Unit) -> Interval:
    if unit == "month":
        return year_of(day.year) if size >= 12 else month_of(day.year, day.month)
    return week_of(day) if size >= 7 else Interval(day, day)


def calendar(reading: Reading) -> Interval:
    """The present, the last or the next day, week, month or year, as the calendar cuts them: "el mes pasado"."""
    size, unit = reading.unit()
    shift = reading.number("shift", 0)
    return _calendar(shifted(reading.today, shift * size, unit) if shift else reading.today, size, unit)


def year_before(reading: Reading) -> Interval:
    """The year before the one that is spoken of."""
    first, last_day = reading.named[-1] if reading.named else UNKNOWN
    spoken = first if first and first != last_day else reading.today
    return year_of(spoken.year + reading.number("shift", -1))


def so_far(reading: Reading) -> Interval:
    """The part of a month or year that has gone by at publication: "en lo que va del año"."""
    if reading.has("unit"):
        size, unit = reading.unit()
        whole = _calendar(reading.today, size, unit)
    else:
        whole = _point(reading)
    if whole.first is None or whole.last is None or whole.first > reading.today:
        raise UnresolvedError
    return Interval(whole.first, min(whole.last, reading.today))


def rest(reading: Reading) -> Interval:
    """From publication to the end of the year, month or week: "antes de que termine el año"."""
    size, unit = reading.unit()
    return Interval(reading.today, _calendar(reading.today, size, unit).last)


def weekday(reading: Reading) -> Interval:
    """A day of the week: "este miércoles", "el pasado martes", "el próximo lunes"."""
    lean = reading.leaning
    day = weekday_near(reading.number("weekday"), reading.today, lean)
    if day == reading.today and reading.has("lean") and reading.value("lean") != "near":
        day += dt.timedelta(days=7 if lean == "future" else -7)
    return Interval(day, day)


def weekend(reading: Reading) -> Interval:
    """Saturday and Sunday, last or next."""
    saturday = weekday_near(5, reading.today, reading.leaning)
    if reading.today.weekday() == 6:
        saturday = reading.today - dt.timedelta(days=1)
    if saturday + dt.timedelta(days=1) >= reading.today >= saturday and reading.rule.args.get("lean"):
        saturday += dt.timedelta(days=7 if reading.leaning == "future" else -7)
    return Interval(saturday, saturday + dt.timedelta(days=1))


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


def fortnight(reading: Reading) -> Interval:
    """The first half of a month, to the 15th, or the second."""
    whole = _point(reading)
    if whole.first is None or whole.last is None:
        raise UnresolvedError
    if reading.number("ordinal") == 1:
        return Interval(whole.first, whole.first.replace(day=15))
    return Interval(whole.first.replace(day=16), whole.last)


def opening(reading: Reading) -> Interval:
    """The first or last so many days or months of a month or year, or only the first, the second …."""
    whole, (size, unit) = _point(reading), reading.unit()
    if whole.first is None or whole.last is None:
        raise UnresolvedError
    index = reading.number("ordinal") if reading.has("ordinal") else 1
    length = reading.number("n") * size
    if index == -1 or reading.rule.args.get("edge") == "last":
        start = shifted(whole.last + _DAY, -length, unit)
    else:
        start = shifted(whole.first, (index - 1) * length, unit)
    end = shifted(start, length, unit) - _DAY
    if start < whole.first or end > whole.last:
        raise ValueError("it lasts longer than the whole")
    return Interval(start, end)


_DAY = dt.timedelta(days=1)


def named(reading: Reading) -> Interval:
    """A pointer to the period named before, or to its year, month or day: "durante este periodo", "ese año"."""
    wanted = str(reading.rule.args.get("unit", "period"))
    for interval in reversed(reading.named):
        if interval.first is None or interval.last is None:
            continue
        if wanted == "period" and interval.first == interval.last:
            continue
        if wanted in ("1 day", "1 month") and interval.last > shifted(interval.first, *_LONGEST[wanted]):
            continue
        if wanted == "period":
            return _moved(interval, reading.number("shift", 0))
        size, unit = wanted.split()
        shift = reading.number("shift", 0)
        first = shifted(interval.first, shift * int(size), cast(Unit, unit)) if shift else interval.first
        return _calendar(first, int(size), cast(Unit, unit))
    raise UnresolvedError


#: How long the period may be that "ese día" and "ese mes" point back to.
_LONGEST: dict[str, tuple[int, Unit]] = {"1 day": (0, "day"), "1 month": (31, "day")}


def _moved(interval: Interval, years_on: int) -> Interval:
    first, last_day = interval
    if not years_on or first is None or last_day is None:
        return interval
    return Interval(shifted(first, 12 * years_on, "month"), shifted(last_day, 12 * years_on, "month"))


def same_in(reading: Reading) -> Interval:
    """The period named before, moved to another year: "el mismo periodo de 2022"."""
    for interval in reversed(reading.named):
        if interval.first and interval.last and interval.first != interval.last:
            return _moved(interval, reading.number("yyyy") - interval.last.year)
    raise UnresolvedError


def unresolved(_: Reading) -> Interval:
    """A time that is said but that the calendar cannot place: "en los próximos días"."""
    raise UnresolvedError


CALCULATIONS: dict[str, Callable[[Reading], Interval]] = {
    function.__name__: function
    for function in (
        point, since, until, to_date, to_now, term, between, days, day_of_this_month, months, years, school_year,
        last, ago, calendar, year_before, so_far, rest, weekday, weekend, part, fortnight, opening, named, same_in,
        unresolved,
    )
}  # fmt: skip


def interval_of(reading: Reading) -> Interval | None:
    """The interval of a match; unknown ends are None.

    Returns
    -------
    None where the words make no time after all: "31 de febrero", "2021-2019".
    """
    try:
        return CALCULATIONS[reading.rule.resolve](reading)
    except UnresolvedError:
        return UNKNOWN
    except (ValueError, OverflowError):
        return None

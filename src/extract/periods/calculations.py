"""The calculations that ``patterns/periods.yml`` names: from a `Reading` of the matched words to an interval of days.

One small function for each way in which Spanish sets a time: "en enero de 2023", "en los últimos 13 meses", "del 24 al
29 de octubre". A calculation raises `UnresolvedError` where the text does not tell, ``ValueError`` where the words make
no time after all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from extract.periods.calendar import (
    ONE_DAY,
    UNKNOWN,
    Interval,
    Unit,
    calendar_unit,
    half_of_month,
    months_of,
    part_of_year,
    shifted,
    year_of,
)
from extract.periods.days import day_of_this_month, days, holiday, season, weekday, weekday_of_month, weekdays, weekend
from extract.periods.pointers import named, named_length, named_moved, named_since, part_told, same_in, told, year_before
from extract.periods.points import point_of, year_of_month
from extract.periods.readings import Reading, UnresolvedError

#: Months.
_YEAR = 12


def point(reading: Reading) -> Interval:
    """A day, month or year: "el 15 de marzo", "en enero de 2023", "durante 2022"."""
    return point_of(reading)


def _base(reading: Reading) -> Interval:
    """The point that a period starts or ends with: a date, a day of the week, or a day against the publication."""
    if (reading.has("weekday") or reading.has("day")) and not reading.has_month():
        return day_of_this_month(reading) if reading.has("day") else weekday(reading)
    return calendar(reading) if "unit" in reading.rule.args else point_of(reading)


def since(reading: Reading) -> Interval:
    """From a point on: up to publication, or open where it starts later."""
    first = _base(reading).first
    if first is None or reading.published is None or first > reading.published:
        return Interval(first, None)
    return Interval(first, reading.published)


def until(reading: Reading) -> Interval:
    """Up to a point: from publication on where it lies ahead; else the day on which the count holds.

    A month or year gone by ("hasta julio") is only the end of the count, whose beginning is not said.
    """
    end = _base(reading)
    if end.last is None or reading.published is None:
        return Interval(None, end.last)
    if end.last > reading.published:
        return Interval(reading.published, end.last)
    return end if end.first == end.last else Interval(None, end.last)


def before(reading: Reading) -> Interval:
    """Before a month, year or feast begins: from publication on where that lies ahead, "antes de julio".

    A past verb near it is mostly that of the sayer and tells nothing: “Abren antes de julio”, advirtió.
    """
    reading = replace(reading, lean=None) if reading.lean == "past" else reading
    named = holiday if reading.has("holiday") else season if reading.has("season") else point_of
    start = named(reading).first
    if start is None:
        raise UnresolvedError
    end = start - ONE_DAY
    return Interval(reading.published if reading.published and reading.published <= end else None, end)


def to_date(reading: Reading) -> Interval:
    """From a point up to publication: "de octubre de 2019 a la fecha"."""
    first = point_of(reading).first
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
    if end_year is None and reading.year_named() is None:
        start, end = _nearest_span(reading)
    elif end_year is None or reading.year_named() is not None:
        start = point_of(reading)
        year = start.first.year if start.first else None
        end = point_of(reading, "2", year)
        if end.first and start.first and end.first < start.first and reading.year_named("2") is None:
            end = point_of(reading, "2", (year or 0) + 1)
    else:
        end = point_of(reading, "2", end_year)
        start = point_of(reading, "", end_year)
        if start.first and end.first and start.first > end.first and reading.has_month():
            start = point_of(reading, "", end_year - 1)
    if start.first and end.last and start.first > end.last:
        raise ValueError("the end lies before the start")
    return Interval(start.first, end.last)


def _nearest_span(reading: Reading) -> tuple[Interval, Interval]:
    """The two points of a span without a year: of the spans in the years around, the one that lies nearest.

    A clause about what has been wants one that has begun, a plan one that has not ended.
    """
    today, lean, spans = reading.today, reading.leaning, []
    for year in range(today.year - 1, today.year + 2):
        start, end = point_of(reading, "", year), point_of(reading, "2", year)
        if start.first and end.last and end.last < start.first:
            end = point_of(reading, "2", year + 1)
        if start.first is None or end.last is None:
            raise UnresolvedError
        if (lean == "past" and start.first > today) or (lean == "future" and end.last < today):
            continue
        spans.append((max((start.first - today).days, (today - end.last).days, 0), start, end))
    _, start, end = min(spans, key=lambda span: span[0])
    return start, end


def months(reading: Reading) -> Interval:
    """Whole months: "de enero a octubre", "noviembre y diciembre de 2019", "enero-junio 2024"."""
    first, last = reading.month(), reading.month("2")
    named = reading.year_named() or reading.year
    if named is not None:
        return months_of(named if first <= last else named - 1, first, last)
    if reading.leaning == "future":
        year = year_of_month(reading, last)
        return months_of(year if first <= last else year - 1, first, last)
    return months_of(year_of_month(reading, first), first, last)


def decade(reading: Reading) -> Interval:
    """Ten calendar years: "la década de los noventa", "la década de 2010"."""
    first = reading.number("yyyy") if reading.has("yyyy") else _CENTURY + reading.number("decade")
    if first % 10:
        raise ValueError("a decade begins with a year that ends in nought")
    return Interval(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


#: The century of "los noventa".
_CENTURY = 1900


def years(reading: Reading) -> Interval:
    """From one calendar year to another: "2018-2021"."""
    first = reading.number("yyyy")
    last = reading.number("yyyy2") if reading.has("yyyy2") else first // 100 * 100 + reading.number("yy")
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


def school_year_near(reading: Reading) -> Interval:
    """The running, last or next school year: "este ciclo escolar", "el pasado curso".

    When it is over in July the last one is that which has just ended; late in August the next one has begun.
    """
    only = reading.rule.args.get("country")
    if only is not None and only != reading.country:
        raise ValueError("the word means something else there")
    today, shift = reading.today, reading.number("shift", 0)
    if not reading.begins_school_in_autumn:
        return year_of(today.year + shift)
    begun = (today.month, today.day) >= _SCHOOL_BEGINS
    just_over = shift == -1 and not begun and today.month >= _SCHOOL_ENDS
    first = today.year - (not begun) + (0 if just_over else shift)
    return Interval(dt.date(first, 9, 1), dt.date(first + 1, 8, 31))


#: Month and day from which a release speaks of the new school year; the month in which the old one is over.
_SCHOOL_BEGINS, _SCHOOL_ENDS = (8, 20), 7


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
    return calendar_unit(then, size, unit)


def calendar(reading: Reading) -> Interval:
    """The present, the last or the next day, week, month or year, as the calendar cuts them: "el mes pasado".

    ``until`` in the arguments makes it a run of them: "entre hoy y mañana".
    """
    size, unit = reading.unit()

    def shifted_by(count: int) -> Interval:
        return calendar_unit(shifted(reading.today, count * size, unit) if count else reading.today, size, unit)

    shift = reading.number("shift", 0)
    return Interval(shifted_by(shift).first, shifted_by(reading.number("until", shift)).last)


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


def so_far(reading: Reading) -> Interval:
    """The part of a month or year that has gone by at publication: "en lo que va del año"."""
    if reading.has("unit"):
        size, unit = reading.unit()
        if unit == "month" and size > _YEAR:  # "lo que va del trienio": the calendar does not cut terms of office
            return term(reading)
        whole = calendar_unit(reading.today, size, unit)
    else:
        whole = point_of(reading)
    if whole.first is None or whole.last is None or whole.first > reading.today:
        raise UnresolvedError
    return Interval(whole.first, min(whole.last, reading.today))


def rest(reading: Reading) -> Interval:
    """From publication to the end of the year, month or week: "antes de que termine el año"."""
    size, unit = reading.unit()
    return Interval(reading.today, calendar_unit(reading.today, size, unit).last)


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
    end = shifted(dt.date(reading.today.year, 1, 1), reading.number("n") * reading.unit()[0], "month")
    return year_of(reading.today.year - (end > reading.today and reading.leaning != "future"))


def unresolved(_: Reading) -> Interval:
    """A time that is said but that the calendar cannot place: "en los próximos días"."""
    raise UnresolvedError


CALCULATIONS: dict[str, Callable[[Reading], Interval]] = {
    function.__name__: function
    for function in (
        point, since, until, before, to_date, to_now, term, between, days, day_of_this_month, months, years,
        decade, turning, school_year, school_year_near, last, ago, calendar, year_before, so_far, rest, weekday, weekdays, weekday_of_month, weekend,
        holiday, season, part, part_near, fortnight, fortnight_near, opening, named, named_moved, named_since, named_length, same_in, told, unresolved,
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

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
    months_of,
    part_of_year,
    shifted,
)
from extract.periods.days import (
    day_of_this_month,
    days,
    holiday,
    season,
    weekday,
    weekday_of_month,
    weekdays,
    weekend,
    weekend_so_far,
)
from extract.periods.pieces import (
    decade,
    epidemiological_week,
    fortnight,
    fortnight_near,
    opening,
    part,
    part_near,
    school_year,
    school_year_near,
    to_close,
    turning,
)
from extract.periods.pointers import (
    before_told,
    first_of_named,
    named,
    named_length,
    named_moved,
    named_since,
    same_in,
    told,
    year_before,
)
from extract.periods.points import point_of, year_of_month
from extract.periods.readings import Reading, UnresolvedError

#: Months.
_YEAR = 12


def point(reading: Reading) -> Interval:
    """A day, month or year: "el 15 de marzo", "en enero de 2023", "durante 2022"."""
    return point_of(reading)


def _base(reading: Reading) -> Interval:
    """The point that a period starts or ends with: a date, a day of the week, the eighth month, a day against today."""
    if reading.has("ordinal"):
        return opening(reading)
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


def between_parts(reading: Reading) -> Interval:
    """From one time to another where a quarter or half of a year is an end: "de 2020 al primer semestre de 2024".

    A year that is named only at the end holds for the beginning, too.
    """
    end_year = reading.year_named("2") or reading.year
    start = _part_or_point(reading, "", reading.year_named() or end_year)
    end = _part_or_point(reading, "2", end_year or (start.first.year if start.first else None))
    if start.first and end.last and start.first > end.last:
        raise ValueError("the end lies before the start")
    return Interval(start.first, end.last)


def _part_or_point(reading: Reading, suffix: str, year: int | None) -> Interval:
    if not reading.has(f"part{suffix}"):
        return point_of(reading, suffix, year)
    size, index = reading.number(f"part{suffix}"), reading.number(f"ordinal{suffix}")
    return part_of_year(year or reading.today.year, index, size)


def _nearest_span(reading: Reading) -> tuple[Interval, Interval]:
    """The two points of a span without a year: of the spans in the years around, the one that lies nearest.

    A clause about what has been wants one that has begun, a plan one that has not ended.
    """
    today, lean, spans = reading.today, reading.leaning, []
    for year in range(today.year - 1, today.year + 2):
        try:
            start, end = point_of(reading, "", year), point_of(reading, "2", year)
            if start.first and end.last and end.last < start.first:
                end = point_of(reading, "2", year + 1)
        except ValueError:  # 29 February
            continue
        if start.first is None or end.last is None:
            raise UnresolvedError
        if (lean == "past" and start.first > today) or (lean == "future" and end.last < today):
            continue
        spans.append((max((start.first - today).days, (today - end.last).days, 0), start, end))
    if not spans:
        raise ValueError("no year around has these days")
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


def years(reading: Reading) -> Interval:
    """From one calendar year to another: "2018-2021"."""
    first = reading.number("yyyy")
    last = reading.number("yyyy2") if reading.has("yyyy2") else first // 100 * 100 + reading.number("yy")
    if not first < last <= first + 40:
        raise ValueError("no range of years")
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _length(reading: Reading) -> tuple[float, Unit]:
    size, unit = reading.unit()
    count = reading.number("n") * size
    return count + (size / 2 if reading.has("half") else 0), unit


def last(reading: Reading) -> Interval:
    """So much time up to publication: "en los últimos 13 meses"; ahead where the verb is in the future."""
    length, unit = _length(reading)
    sign = 1 if reading.leaning == "future" else -1
    edge = shifted(reading.today, sign * length, unit)
    if reading.has("unit2"):  # "un año y cuatro meses"
        size, smaller = reading.unit("2")
        edge = shifted(edge, sign * reading.number("n2") * size, smaller)
    return Interval(reading.today, edge) if sign == 1 else Interval(edge, reading.today)


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


def so_far(reading: Reading) -> Interval:
    """The part of a month or year that has gone by at publication: "en lo que va del año".

    With ``goes_on`` the time has not stopped at the end of a past one: "desde inicios de 2019".
    """
    if reading.has("unit") or "unit" in reading.rule.args:
        size, unit = reading.unit()
        if unit == "month" and size > _YEAR:  # "lo que va del trienio": the calendar does not cut terms of office
            return term(reading)
        whole = calendar_unit(reading.today, size, unit)
    else:
        whole = point_of(reading)
    if whole.first is None or whole.last is None or whole.first > reading.today:
        raise UnresolvedError
    gone_by = reading.today if reading.rule.args.get("goes_on") else min(whole.last, reading.today)
    return Interval(whole.first, gone_by)


def months_to(reading: Reading) -> Interval:
    """The months of a year that accounts add up: "acumulado a febrero"."""
    last = point_of(reading).last
    if last is None:
        raise UnresolvedError
    return Interval(last.replace(month=1, day=1), last)


def rest(reading: Reading) -> Interval:
    """From publication to the end of the year, month or week: "antes de que termine el año"."""
    if reading.has("unit") or "unit" in reading.rule.args:
        last_day = calendar_unit(reading.today, *reading.unit()).last
    else:
        last_day = point_of(reading).last
    if last_day is None or last_day < reading.today:
        raise UnresolvedError
    return Interval(reading.today, last_day)


def unresolved(_: Reading) -> Interval:
    """A time that is said but that the calendar cannot place: "en los próximos días"."""
    raise UnresolvedError


CALCULATIONS: dict[str, Callable[[Reading], Interval]] = {
    function.__name__: function
    for function in (
        point, since, until, before, to_date, to_now, term, between, between_parts, days, day_of_this_month, months,
        years, decade, turning, school_year, school_year_near, epidemiological_week, last, ago, calendar, year_before,
        so_far, rest, weekday, weekdays, weekday_of_month, weekend, weekend_so_far, holiday, season, part, part_near,
        fortnight, fortnight_near, opening, first_of_named, named, named_moved, named_since, named_length, same_in,
        told, before_told, to_close, unresolved, months_to,
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

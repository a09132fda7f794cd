"""Pointers to a period that the document named before: "en ese periodo", "el mismo lapso de 2022"."""

from __future__ import annotations

import datetime as dt
from typing import cast

from extract.periods.calendar import ONE_DAY, UNKNOWN, Interval, Unit, calendar_unit, shifted, year_of
from extract.periods.readings import Reading, UnresolvedError


def year_before(reading: Reading) -> Interval:
    """The year before the one that is spoken of."""
    spoken = reading.named[-1] if reading.named else UNKNOWN
    recent = spoken.first is not None and reading.today.year - spoken.first.year <= _SPOKEN_YEARS
    year = spoken.first.year if spoken.first and recent and spoken.first != spoken.last else reading.today.year
    return year_of(year + reading.number("shift", -1))


#: A year so far back is a reminiscence of its sentence, and not the one that a report goes on to speak of.
_SPOKEN_YEARS = 8


def named(reading: Reading) -> Interval:
    """A pointer to the period named before, or to its year, month or day: "durante este periodo", "ese año"."""
    wanted = str(reading.rule.args.get("unit", "period"))
    for interval in reversed(reading.named):
        if interval.first is None or interval.last is None:
            continue
        if wanted == "period" and interval.first == interval.last:
            continue
        if (interval.last - interval.first).days + 1 < reading.number("least", 1):
            continue
        if not _fits(reading, interval):
            continue
        if wanted == "days":
            if interval.first == interval.last or (interval.last - interval.first).days > _DAYS_AT_MOST:
                continue
            return interval
        if wanted in ("1 day", "1 month") and interval.last > shifted(interval.first, *_LONGEST[wanted]):
            continue
        if wanted == "period":
            return _moved(interval, reading.number("shift", 0))
        size, unit = wanted.split()
        shift = reading.number("shift", 0)
        first = shifted(interval.first, shift * int(size), cast(Unit, unit)) if shift else interval.first
        return calendar_unit(first, int(size), cast(Unit, unit))
    raise UnresolvedError


#: How long the period may be that "esos días", "ese día" and "ese mes" point back to.
_DAYS_AT_MOST = 45
_LONGEST: dict[str, tuple[int, Unit]] = {"1 day": (0, "day"), "1 month": (31, "day")}


def _fits(reading: Reading, interval: Interval) -> bool:
    """Whether a period can be the one that is pointed to by its unit: "el mismo bimestre" is of two months."""
    if interval.first is None or interval.last is None:
        return True
    if reading.has("part"):
        length = reading.number("part") * _DAYS["month"]
    elif reading.has("unit"):
        size, unit = reading.unit()
        if not reading.has("n") and reading.words["unit"] != "mes" and reading.words["unit"].endswith("s"):
            # "en esos meses": more than one, by more than a long one has
            return (interval.last - interval.first).days + 1 > size * _DAYS[unit] * (1 + _TOLERANCE / 2)
        length = reading.number("n") * size * _DAYS[unit]
    else:
        return True
    return abs((interval.last - interval.first).days + 1 - length) <= max(1, length * _TOLERANCE)


#: The mean length of a unit, and how far a period may be from it to be called by it.
_DAYS = {"hour": 1 / 24, "day": 1, "month": 30.4}


_TOLERANCE = 0.15


def named_length(reading: Reading) -> Interval:
    """A pointer to the period named before that lasts so long: "durante esos 17 días".

    With ``only`` the words are no time where none was named: "en los tres días".
    """
    fitting = [i for i in reading.named if i.first and i.last and _fits(reading, i)]
    if not fitting:
        if reading.rule.args.get("only"):
            raise ValueError("no such time was named")
        raise UnresolvedError
    return fitting[-1]


def first_of_named(reading: Reading) -> Interval:
    """The first so many days of the campaign or fair whose days were named before: "en los primeros tres días"."""
    length = dt.timedelta(days=reading.number("n") - 1)
    for first, last_day in reversed(reading.named):
        if first and last_day and first + length < last_day and (last_day - first).days <= _DAYS_AT_MOST:
            return Interval(first, first + length)
    raise ValueError("nothing was named of which these are the first days")


def named_since(reading: Reading) -> Interval:
    """From the time named before up to publication: "desde entonces"."""
    begun = [first for first, _ in reading.named if first and first < reading.today]
    if not begun:
        raise UnresolvedError
    return Interval(begun[-1], reading.today)


def named_moved(reading: Reading) -> Interval:
    """So many days before or after the day named before: "dos días después"."""
    days = [first for first, last_day in reading.named if first and first == last_day]
    if not days:
        raise UnresolvedError
    day = shifted(days[-1], reading.number("n") * reading.number("sign", 1), "day")
    return Interval(day, day)


def part_told(reading: Reading, running: Interval) -> Interval:
    """What a report means by "este trimestre": the quarter that it named before, if that has just gone by.

    Parameters
    ----------
    running:
        The quarter, half … of the publication date: the answer where no other was named.
    """
    earliest = shifted(running.first or reading.today, -reading.number("part"), "month")
    for interval in reversed(reading.named):
        if interval.first and interval.first >= earliest and interval.last and _fits(reading, interval):
            return interval
    return running


def told(reading: Reading) -> Interval:
    """What "en el mes" means in a report that has named its month: that one, if it is not long gone; else the running.

    With ``only`` the words tell no time by themselves: "en esta entrega" is of the day named before, or of none.
    """
    size, unit = reading.unit() if "unit" in reading.rule.args else (reading.number("part"), "month")
    earliest = shifted(reading.today, -_TOLD_BACK[unit], "day")
    for first, last_day in reversed(reading.named):
        if first is None or last_day is None or first > reading.today or last_day < earliest:
            continue
        week = size == 7 and first.weekday() == 0 and (last_day - first).days in _WEEK
        if week or Interval(first, last_day) == _whole(first, size, unit):
            return Interval(first, last_day)
    if reading.rule.args.get("only"):
        raise UnresolvedError
    return calendar_unit(reading.today, size, unit)


#: So many days ago a day, or the end of a month, may be that a release still reports on.
_TOLD_BACK = {"day": 14, "month": 100}


#: How many days after its Monday a week ends, of work or of seven days.
_WEEK = range(4, 7)


def before_told(reading: Reading) -> Interval:
    """The week, month or quarter before the one that a report tells of: "el mes anterior"; else before the running."""
    size, unit = reading.unit() if "unit" in reading.rule.args else (reading.number("part"), "month")
    earliest = shifted(reading.today, -_TOLD_BEFORE[unit] * size, "day")
    for first, last_day in reversed(reading.named):
        if first is None or last_day is None or first > reading.today or last_day < earliest:
            continue
        if size == 7 and (last_day - first).days in _WEEK:
            return Interval(shifted(first, -size, unit), shifted(last_day, -size, unit))
        if Interval(first, last_day) == _whole(first, size, unit):
            return _whole(shifted(first, -size, unit), size, unit)
    running = calendar_unit(reading.today, size, unit).first or reading.today
    return calendar_unit(running - ONE_DAY, size, unit)


#: For each day or month of its length so many days ago may end what a release still goes back from.
_TOLD_BEFORE = {"day": 4, "month": 65}


def _whole(first: dt.date, size: int, unit: Unit) -> Interval:
    """The days or the whole months from a day on."""
    if unit == "month" and first.day != 1:
        return UNKNOWN
    return Interval(first, shifted(first, size, unit) - ONE_DAY)


def _moved(interval: Interval, years_on: int) -> Interval:
    first, last_day = interval
    if not years_on or first is None or last_day is None:
        return interval
    whole_months = (last_day + ONE_DAY).day == 1
    moved = shifted(last_day + ONE_DAY if whole_months else last_day, 12 * years_on, "month")
    return Interval(shifted(first, 12 * years_on, "month"), moved - ONE_DAY if whole_months else moved)


def same_in(reading: Reading) -> Interval:
    """The period named before, moved to another year: "el mismo periodo de 2022", "igual lapso de este año"."""
    for interval in reversed(reading.named):
        if interval.first and interval.last and interval.first != interval.last and _fits(reading, interval):
            return _moved(interval, (reading.year_named() or interval.last.year) - interval.last.year)
    raise UnresolvedError


#: The calculations that look at the periods named before.
POINTERS = frozenset(
    {
        "before_told",
        "first_of_named",
        "named",
        "named_length",
        "named_moved",
        "named_since",
        "part_near",
        "same_in",
        "school_year",
        "told",
        "year_before",
    }
)

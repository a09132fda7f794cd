"""Days and runs of days: "del 24 al 29 de octubre", "el pasado martes", "el fin de semana", "en Semana Santa"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateutil.easter import easter

from extract.periods.calendar import ONE_DAY, Interval, existing_day, shifted, week_of, weekday_near, year_near
from extract.periods.points import point_of
from extract.periods.readings import Reading, UnresolvedError


def days(reading: Reading) -> Interval:
    """Days of one month: "del 24 al 29 de octubre", "10, 11 y 12 de mayo"."""
    closing = replace(reading, words=_renamed(reading.words, "day2", "day"))
    end = point_of(closing) if reading.has_month() else day_of_this_month(closing)
    if end.last is None:
        raise UnresolvedError
    first = end.last.replace(day=reading.number("day"))
    if first > end.last:
        raise ValueError("the end lies before the start")
    if reading.has_month() and reading.year_named() is None and reading.year is None:
        running = _in_year(first, first.year + 1), _in_year(end.last, end.last.year + 1)
        if running[0] <= reading.today <= running[1]:
            return Interval(
                *running
            )  # what has begun is no year old: "se puso en marcha la semana, del 3 al 9 de mayo"
    return Interval(first, end.last)


def _in_year(day: dt.date, year: int) -> dt.date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _renamed(words: dict[str, str], source: str, target: str) -> dict[str, str]:
    """The groups with one in the place of another, and without a weekday, which belongs to one of the days only."""
    kept = {name: word for name, word in words.items() if not name.startswith("weekday")}
    return {**kept, target: words[source]}


def day_of_this_month(reading: Reading) -> Interval:
    """A day named by its number: "el 15 de este mes", "el 15 del mes pasado", "este martes 29"."""
    number, today = reading.number("day"), reading.today
    counts = (reading.number("shift"),) if "shift" in reading.rule.args else (0, -1, 1)
    months = [shifted(today.replace(day=1), count, "month") for count in counts]
    found = [day for first in months if (day := existing_day(first.year, first.month, number))]
    if reading.has("weekday"):
        found = [day for day in found if day.weekday() == reading.number("weekday")] or found
    elif not reading.has("lean") and not reading.rule.args.get("near"):
        found = found[:1]
    side = {"past": [d for d in found if d <= today], "future": [d for d in found if d >= today]}
    best = min(side.get(reading.leaning or "", []) or found, key=lambda day: abs((day - today).days))
    return Interval(best, best)


def weekday(reading: Reading) -> Interval:
    """A day of the week: "este miércoles", "el pasado martes", "el próximo lunes"."""
    lean = reading.leaning
    day = weekday_near(reading.number("weekday"), reading.today, lean)
    if day == reading.today and reading.has("lean") and reading.value("lean") != "near":
        day += dt.timedelta(days=7 if lean == "future" else -7)
    return Interval(day, day)


def weekdays(reading: Reading) -> Interval:
    """From one day of a week to another: "entre el lunes y el miércoles", "el martes de la semana pasada"."""
    first = reading.number("weekday")
    last = reading.number("weekday2") if reading.has("weekday2") else first
    if reading.has("week"):
        monday = week_of(reading.today + reading.number("week") * _WEEK).first or reading.today
        return Interval(monday + first * ONE_DAY, monday + last * ONE_DAY)
    if reading.leaning == "future":
        start = weekday_near(first, reading.today, "future")
        return Interval(start, start + (last - first) % 7 * ONE_DAY)
    end = weekday_near(last, reading.today, "past")
    return Interval(end - (last - first) % 7 * ONE_DAY, end)


_WEEK = dt.timedelta(days=7)


def weekday_of_month(reading: Reading) -> Interval:
    """The first, second … Monday of a month: "el segundo lunes de mayo", "el primer fin de semana de mayo"."""
    month = point_of(reading).first
    if month is None:
        raise UnresolvedError
    index, wanted = reading.number("ordinal"), reading.number("weekday")
    found = [d for n in range(31) if (d := month + n * ONE_DAY).month == month.month and d.weekday() == wanted]
    if index > len(found):
        raise ValueError("the month has no such day")
    day = found[index if index == -1 else index - 1]
    return Interval(day, day + (reading.number("length") - 1) * ONE_DAY)


def weekend(reading: Reading) -> Interval:
    """Saturday and Sunday, last or next; the Monday, too, where a feast makes it long."""
    saturday = weekday_near(_SATURDAY, reading.today, reading.leaning)
    if reading.today.weekday() == 6:
        saturday = reading.today - dt.timedelta(days=1)
    if saturday + dt.timedelta(days=1) >= reading.today >= saturday and reading.rule.args.get("lean"):
        saturday += dt.timedelta(days=7 if reading.leaning == "future" else -7)
    return Interval(saturday, saturday + dt.timedelta(days=2 if reading.has("long") else 1))


def weekend_so_far(reading: Reading) -> Interval:
    """From the last Saturday up to publication: "en lo que va del fin de semana"."""
    saturday = weekday_near(_SATURDAY, reading.today, "past")
    return Interval(saturday, reading.today)


_SATURDAY = 5


def holiday(reading: Reading) -> Interval:
    """A feast; without a year the one that is near, else by the verb of the clause."""
    said, year = str(reading.value("holiday")), reading.year_named() or reading.year
    if year is not None:
        return _feast(said, year)

    def first_day(in_year: int) -> dt.date | None:
        return _feast(said, in_year).first

    near = _feast(said, year_near(first_day, reading.today, "near"))
    soon = near.first is not None and abs((near.first - reading.today).days) <= _SEASON
    if soon and (not reading.has("lean") or reading.value("lean") == "near"):
        return near
    return _feast(said, year_near(first_day, reading.today, reading.leaning or "near"))


#: Within so many days of a feast nobody speaks of another year's without saying so.
_SEASON = 60


def _feast(said: str, year: int) -> Interval:
    if said.startswith("easter"):
        first, last = (int(count) for count in said.split()[1:])
        return Interval(easter(year) + first * ONE_DAY, easter(year) + last * ONE_DAY)
    day = dt.date(year, *(int(number) for number in said.split("-")))
    return Interval(day, day)


def season(reading: Reading) -> Interval:
    """A season of the calendar: the one around the publication, or the last or next one by the words or the verb.

    A verb of the past may tell of a running season, once most of it has gone by.
    """
    said, year, today = str(reading.value("season")), reading.year_named() or reading.year, reading.today
    if year is not None:
        return Interval(*_season(said, year, southern=reading.is_southern))
    around = [_season(said, today.year + shift, southern=reading.is_southern) for shift in (-2, -1, 0, 1)]
    gone = [days for days in around if days[1] < today][-1]
    coming = next(days for days in around if days[0] > today)
    running = next((days for days in around if days[0] <= today <= days[1]), None)
    said_near = reading.has("lean") and reading.value("lean") == "near"
    nearly_over = running is not None and not reading.has("lean") and today - running[0] > running[1] - today
    if reading.leaning == "past" and not said_near and not nearly_over:
        return Interval(*gone)
    if running is not None and (said_near or not reading.has("lean")):
        return Interval(*running)
    is_nearer = coming[0] - today < today - gone[1]
    return Interval(*(coming if reading.leaning == "future" or is_nearer else gone))


def _season(said: str, year: int, *, southern: bool) -> tuple[dt.date, dt.date]:
    """First and last day of the season that begins in a year; south of the equator half a year later."""
    first, last = (dt.date(year, *(int(number) for number in end.split("-"))) for end in said.split())
    if southern:
        first, last = shifted(first, -6, "month"), shifted(last, -6, "month")
    return first, shifted(last, 12, "month") if last < first else last

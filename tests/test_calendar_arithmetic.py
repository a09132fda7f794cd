"""Intervals of days, without any text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.periods.calendar import months_of, part_of_year, shifted, week_of, weekday_near, year_near

WEDNESDAY = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("interval", "first", "last"),
    [
        (months_of(2024, 2, 2), (2024, 2, 1), (2024, 2, 29)),
        (months_of(2023, 11, 2), (2023, 11, 1), (2024, 2, 29)),
        (part_of_year(2023, 2, 3), (2023, 4, 1), (2023, 6, 30)),
        (part_of_year(2023, -1, 6), (2023, 7, 1), (2023, 12, 31)),
        (week_of(date(2024, 6, 16)), (2024, 6, 10), (2024, 6, 16)),
    ],
)
def test_intervals(interval, first, last):
    assert interval == (date(*first), date(*last))


def test_a_year_has_no_fifth_quarter():
    with pytest.raises(ValueError, match="no part 5"):
        part_of_year(2023, 5, 3)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (-13, "month", (2023, 5, 12)),
        (-4, "day", (2024, 6, 8)),
        (-24, "hour", (2024, 6, 11)),
        (-6, "hour", (2024, 6, 11)),
        (72, "hour", (2024, 6, 15)),
    ],
)
def test_shifted(count, unit, expected):
    assert shifted(WEDNESDAY, count, unit) == date(*expected)


def test_a_month_shorter_than_the_day_ends_on_its_last():
    assert shifted(date(2024, 3, 31), -1, "month") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("month", "day", "lean", "year"),
    [
        (6, 12, "past", 2024),
        (6, 12, "future", 2024),
        (6, 13, "past", 2023),
        (6, 11, "future", 2025),
        (12, 1, "near", 2024),
        (1, 1, "near", 2024),
        (7, 20, None, 2024),
        (9, 20, None, 2023),
    ],
)
def test_year_near(month, day, lean, year):
    assert year_near(lambda y: date(y, month, day), WEDNESDAY, lean) == year


def test_leap_day():
    def leap_day(year):
        return date(year, 2, 29) if year % 4 == 0 else None

    assert year_near(leap_day, date(2023, 5, 1), "past") == 2020
    assert year_near(leap_day, date(2023, 5, 1), "future") == 2024


def test_a_day_that_never_comes():
    with pytest.raises(ValueError, match="does not exist"):
        year_near(lambda _: None, WEDNESDAY, "past")


@given(st.integers(0, 6), st.sampled_from(["past", "future", "near", None]))
def test_weekday_near(weekday, lean):
    day = weekday_near(weekday, WEDNESDAY, lean)
    assert day.weekday() == weekday
    assert abs((day - WEDNESDAY).days) <= (3 if lean == "near" else 6)
    assert lean == "near" or (day >= WEDNESDAY if lean == "future" else day <= WEDNESDAY)

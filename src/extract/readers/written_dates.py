"""Dates as they are written in datelines: day, month and year in words or figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.folding import fold
from extract.patterns import PeriodRule, shipped


class WrittenDate(NamedTuple):
    """A date in a line; ``year`` is None where it is not written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int


@cache
def _date_rules() -> tuple[PeriodRule, ...]:
    return tuple(rule for rule in shipped().rules("periods.yml", PeriodRule) if rule.resolve == "dateline")


def find_dates(folded: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """The dates of a line from left to right, the longest at each place.

    Parameters
    ----------
    folded:
        A text as ``fold`` gives it.
    start, end:
        Where the line is in it. The places of the dates are those in the line.
    """
    found = [(match, rule.words_of(match)) for rule in _date_rules() for match in rule.finditer(folded, start, end)]
    free_from = start
    for match, words in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() < free_from:
            continue
        free_from = match.end()
        year = int(words["yyyy"]) if "yyyy" in words else 2000 + int(words["yy"]) if "yy" in words else None
        month, day = _number(words, "month", "mon", "mm"), _number(words, "day")
        yield WrittenDate(match.start() - start, match.end() - start, year, month, day)


@cache
def _values(block: str) -> dict[str, int | str]:
    """What each word of a block of the shipped rules stands for."""
    rule = shipped().rule("periods.yml", PeriodRule, f"block.{block}")
    return {fold(word): value for word, value in rule.args.items()}


def _number(words: dict[str, str], *blocks: str) -> int:
    block = next(name for name in blocks if name in words)
    values = _values(block)
    word = words[block].strip(".")
    return int(values[word]) if word in values else int("".join(char for char in word if char.isdigit()))


def calendar_day(year: int | None, month: int, day: int) -> dt.date | None:
    """The day of the calendar, or None without a year and for one that does not exist."""
    try:
        return dt.date(year, month, day) if year else None
    except ValueError:
        return None

"""Dates and periods as intervals, resolved against the date of publication."""

from extract.periods.finder import find_periods

__all__ = ["find_periods"]

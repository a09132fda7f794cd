"""Numerals of Spanish text: spans with values. Pure, without spaCy."""

from extract.numerals.finder import find_numerals

__all__ = ["find_numerals"]

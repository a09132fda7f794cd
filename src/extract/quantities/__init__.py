"""Quantities: hedge, numeral and unit; every other numeral gets its class."""

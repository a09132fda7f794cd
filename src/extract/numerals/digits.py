"""Numbers written in figures: groups of three, decimals, and what a run of digits and separators can lawfully be.

Source: RAE and ASALE, *Ortografía de la lengua española* (2010), VIII 2.1.1: groups parted by a space in general, by
commas or points in the usage of each country; the decimal sign is the point in Mexico and Central America, the comma
in Spain and most of South America. The apostrophe before the millions is common in Peru and Ecuador, the colon
("14:320.110") in Uruguay.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

APOSTROPHES = "'´’‘`′"

_QUOTED_GROUPS = re.compile(
    rf"[1-9]\d{{0,2}}[{APOSTROPHES}:]\d{{3}}(?!\d)(?:([.,])\d{{3}}(?!\d)(?:\1\d{{3}}(?!\d))*)?(?P<decimals>[.,]\d+)?"
)
#: An apostrophe as the decimal sign, "10´98", as it is written by hand.
_QUOTED_DECIMAL = re.compile(rf"\d{{1,4}}[{APOSTROPHES}]\d{{1,2}}")
_SIGNED_GROUPS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?!\d)(?P<more>(?:\1\d{3}(?!\d))*)(?P<decimals>(?!\1)[.,]\d+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_DIGITS = re.compile(r"\d+")


class Figure(NamedTuple):
    """One number in figures. ``plain`` says that it is digits only, without groups and decimals."""

    start: int
    end: int
    value: Decimal
    plain: bool


def read_lump(lump: str, start: int, decimal: str, *, minutes: bool = False) -> list[Figure]:
    """The numbers in a run of digits and separators.

    Parameters
    ----------
    lump:
        Digits with single separators (point, comma, apostrophe) inside.
    start:
        Its offset in the text.
    decimal:
        The decimal sign of the country, ``.`` or ``,``. It decides only where both readings are lawful: ``1,250`` is
        1250 with a decimal point and 1.25 with a decimal comma; ``1,25`` and ``1.250,5`` have one reading.
    minutes:
        Whether an apostrophe inside parts minutes and seconds, or feet and inches.

    Returns
    -------
    One figure where the whole run is one lawful number, else several ("91,92,94", "17.5.2020").
    """
    if lump.isdecimal():
        return [Figure(start, start + len(lump), Decimal(lump), True)]
    grouped = _grouped(lump, 0, decimal)
    if grouped is not None and grouped.end == len(lump):
        return [grouped._replace(start=start, end=start + len(lump))]
    if _DECIMAL.fullmatch(lump):
        return [Figure(start, start + len(lump), Decimal(lump.replace(",", ".")), False)]
    if not minutes and _QUOTED_DECIMAL.fullmatch(lump):
        return [Figure(start, start + len(lump), Decimal(re.sub(r"\D", ".", lump)), False)]
    return _split(lump, start, decimal)


def _split(lump: str, start: int, decimal: str) -> list[Figure]:
    """The pieces of a run that is no single number: lawful groups where there are some, else each run of digits."""
    figures = []
    position = 0
    while position < len(lump):
        figure = _grouped(lump, position, decimal)
        if figure is None:
            end = next((i for i in range(position, len(lump)) if not lump[i].isdecimal()), len(lump))
            figure = Figure(position, end, Decimal(lump[position:end]), True)
        figures.append(figure._replace(start=start + figure.start, end=start + figure.end))
        position = figure.end + 1
    return figures


def _grouped(lump: str, position: int, decimal: str) -> Figure | None:
    """The number in groups of three at this place of the run, if there is one that the country's signs allow."""
    match = _QUOTED_GROUPS.match(lump, position) or _SIGNED_GROUPS.match(lump, position)
    if match is None:
        return None
    decimals = match["decimals"] or ""
    if match.re is _SIGNED_GROUPS and match[1] == decimal and not match["more"] and not decimals:
        return None
    whole = "".join(_DIGITS.findall(lump, position, match.end() - len(decimals)))
    return Figure(position, match.end(), Decimal(whole + decimals.replace(",", ".")), False)

"""Figures that a blank behind the comma splits: "2, 906.8 millones", "$3, 200 pesos"; they may be two numbers too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.money_signs import SIGN

if TYPE_CHECKING:
    from extract.numerals.tokens import Token

#: Hundreds with decimals: the rest of a number whose thousands stand before the comma.
_DECIMALS = re.compile(r"\d{3}\.\d{1,2}")
#: What stands before one sum and opens no list.
_WHAT_SUM = re.compile(
    r"\b(?:inversi[óo]n|monto|gasto|presupuesto|total|bolsa|deuda|sum|cost)\w*\s+(?:fue\s+|es\s+|ser[áa]\s+)?(?:de\s+)?\Z",
    re.IGNORECASE,
)
_WHAT_REACH = 24
_SIGNED = re.compile(rf"(?<!\w)(?:{SIGN})\s?\Z")
_SIGN_REACH = 8
_MONEY = re.compile(r"\s+(?:pesos|soles|d[óo]lares|quetzales|lempiras|c[óo]rdobas|balboas)\b", re.IGNORECASE)
#: What opens one number of things; behind a noun the first figure may be that noun's name ("los grupos 2, 400 becas").
_OPENS_ONE = re.compile(
    r"(?:\A|[\n•:;]|\b(?:a|con|de|hasta|por|casi|un[oa]s|l[oa]s|son|fueron|suman|sumaron|hay|y|otr[oa]s|total\s+de|para)\s)\s*\Z",
    re.IGNORECASE,
)
_OPENER_REACH = 10
#: A noun behind the last figure; a joint goes on with a list.
_COUNTED = re.compile(r"\s+(?!(?:y|e|o|u|a|de|del|en|con|más|menos)\s)[a-záéíóúñ]{3}")
#: The same way to write thousands elsewhere in the text, without the blank.
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]*\d)")


def is_split_sum(text: str, run: Sequence[Token], first: int) -> bool:
    """Whether a blank behind a comma splits a number of millions: "2, 906.8 millones".

    Decimals make it sure, and so does the noun of a sum in front; other figures there are members of a list.
    """
    if first + 2 >= len(run) or run[first + 2].role != "scale" or not _parted_by_comma(text, run, first):
        return False
    head, following = run[first : first + 2]
    if not text[following.end : run[first + 2].start].isspace():
        return False
    if _DECIMALS.fullmatch(text, following.start, following.end):
        return True
    return following.size == 3 and _WHAT_SUM.search(text, max(0, head.start - _WHAT_REACH), head.start) is not None


def is_split_thousand(text: str, run: Sequence[Token], first: int) -> bool:
    """Whether it splits thousands: "$3, 200 pesos", and "a 2, 400 socios" where the text writes 4,100 elsewhere."""
    if first + 1 >= len(run) or run[first + 1].size != 3 or not _parted_by_comma(text, run, first):
        return False
    head, following = run[first : first + 2]
    if _SIGNED.search(text, max(0, head.start - _SIGN_REACH), head.start):
        return _MONEY.match(text, following.end) is not None
    counted = _COUNTED.match(text, following.end) is not None
    opened = counted and _OPENS_ONE.search(text, max(0, head.start - _OPENER_REACH), head.start) is not None
    return opened and _GROUPED.search(text) is not None


def _parted_by_comma(text: str, run: Sequence[Token], first: int) -> bool:
    """Whether comma and blank part the two figures, and the first goes on no list: "100, 200, 300 millones"."""
    head, following = run[first : first + 2]
    in_list = first > 0 and text[run[first - 1].end : head.start].strip() in {",", "y"}
    return text[head.end : following.start] == ", " and not in_list

"""Whether figures are millions: "MM", which can be millimetres, and "2, 906.8 millones", which can be two numbers.

"MM" is the million of accountants (Latin mille, twice) in Chile, Peru, Bolivia and Central America; in capitals
and of rain and pipes it is the millimetre.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.money_signs import SIGN, SURE

if TYPE_CHECKING:
    from extract.numerals.tokens import Token

#: How far before the figure a word of money is looked for, and the sign of a currency.
_REACH = 48
_SIGN_REACH = 8
#: A currency before a figure in millions ("Bs 12 MM"), and what such a figure counts ("3 MM de personas").
_SUM = re.compile(rf"(?<!\w)(?:{SIGN})\s?\Z")
_OF_MONEY = re.compile(
    r"\b(?:inversi[óo]n|invert|invirt|presupuest|montos?|cr[ée]dito|ventas|exporta|importa|recaud|ingresos)[^\W\d]*\s"
    r"(?:[^\W\d]+\s){0,4}\Z",
    re.IGNORECASE,
)
_CURRENCY = (
    r"\s?(?:US\b|USD\b|€)|\s(?:de\s+)?(?:(?:pesos|d[óo]lares|euros|soles|bolivianos|bol[íi]vares|guaran[íi]es|quetzales"
    rf"|lempiras|colones|c[óo]rdobas|balboas)\b|{SURE}(?!\w))"
)
_IN_CURRENCY = re.compile(_CURRENCY)
_COUNTED_IN_MILLIONS = re.compile(
    rf"{_CURRENCY}|"
    r"\sde\s(?!(?:lluvias?|agua|precipitaci[óo]n|granizo|nieve|di[áa]metro|espesor|grosor|ancho|largo|alto|altura|longitud"
    r"|profundidad|calibre|acero|concreto|asfalto|carpeta|l[áa]mina|secci[óo]n|radio|mercurio|separaci[óo]n)\b)[a-záéíóúñ]{4}"
)

#: Hundreds with decimals: the rest of a number whose thousands stand before the comma.
_DECIMALS = re.compile(r"\d{3}\.\d{1,2}")
#: What stands before one sum and opens no list.
_WHAT_SUM = re.compile(
    r"\b(?:inversi[óo]n|monto|gasto|presupuesto|total|bolsa|deuda|sum|cost)\w*\s+(?:fue\s+|es\s+|ser[áa]\s+)?(?:de\s+)?\Z",
    re.IGNORECASE,
)
_WHAT_REACH = 24


def are_millions(text: str, start: int, end: int) -> bool:
    """Whether "MM" behind a figure means millions: behind a currency, or before "de" and what is no size or rain."""
    if _SUM.search(text, max(0, start - _SIGN_REACH), start) or _COUNTED_IN_MILLIONS.match(text, end):
        return True
    return _OF_MONEY.search(text, max(0, start - _REACH), start) is not None


def is_sum_in_millions(text: str, start: int, end: int) -> bool:
    """Whether an "M" apart from its figure means millions: of money alone, elsewhere it may be a metre or a size."""
    return (
        _SUM.search(text, max(0, start - _SIGN_REACH), start) is not None or _IN_CURRENCY.match(text, end) is not None
    )


def is_split_sum(text: str, run: Sequence[Token], first: int) -> bool:
    """Whether a blank behind a comma splits a number of millions: "2, 906.8 millones".

    Decimals make it sure, and so does the noun of a sum in front; other figures there are members of a list.
    """
    if first + 2 >= len(run) or run[first + 2].role != "scale":
        return False
    head, following = run[first : first + 2]
    if text[head.end : following.start] != ", " or not text[following.end : run[first + 2].start].isspace():
        return False
    if first and text[run[first - 1].end : head.start].strip() in {",", "y"}:
        return False  # "100, 200, 300 millones"
    if _DECIMALS.fullmatch(text, following.start, following.end):
        return True
    return following.size == 3 and _WHAT_SUM.search(text, max(0, head.start - _WHAT_REACH), head.start) is not None

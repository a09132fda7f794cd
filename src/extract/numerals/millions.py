"""Whether the letters behind a figure are millions: "MM", which can be millimetres, and "M", which can be metres.

"MM" is the million of accountants (Latin mille, twice) in Chile, Peru, Bolivia and Central America; in capitals
and of rain and pipes it is the millimetre.
"""

from __future__ import annotations

import re

from extract.money_signs import SIGN, SURE

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

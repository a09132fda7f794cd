"""Whether "MM" behind a figure means millions or millimetres.

"MM" is the million of accountants (Latin mille, twice) in Chile, Peru, Bolivia and Central America; in capitals
and of rain and pipes it is the millimetre.
"""

from __future__ import annotations

import re

#: How far before the figure a word of money is looked for.
_REACH = 48
#: A currency before a figure in millions ("Bs 12 MM"), and what such a figure counts ("3 MM de personas").
_SUM = re.compile(r"(?:[$€/]|(?<!\w)(?:Bs|Gs|Q|L|S|UF|USD|EUR|MXN|COP|CLP|PEN|ARS|GTQ|HNL|CRC|NIO|DOP)\.?)\s?\Z")
_OF_MONEY = re.compile(
    r"\b(?:inversi[óo]n|invert|invirt|presupuest|montos?|cr[ée]dito|ventas|exporta|importa|recaud|ingresos)[^\W\d]*\s"
    r"(?:[^\W\d]+\s){0,4}\Z",
    re.IGNORECASE,
)
_COUNTED_IN_MILLIONS = re.compile(
    r"\s?US|\s(?:de\s+)?(?:pesos|d[óo]lares|euros|soles|bolivianos|guaran[íi]es|quetzales|lempiras|colones|c[óo]rdobas)\b"
    r"|\sde\s(?!(?:lluvias?|agua|precipitaci[óo]n|granizo|nieve|di[áa]metro|espesor|grosor|ancho|largo|alto|altura|longitud"
    r"|profundidad|calibre|acero|concreto|asfalto|carpeta|l[áa]mina|secci[óo]n|radio|mercurio|separaci[óo]n)\b)[a-záéíóúñ]{4}"
)


def are_millions(text: str, start: int, end: int) -> bool:
    """Whether "MM" behind a figure means millions: behind a currency, or before "de" and what is no size or rain."""
    if _SUM.search(text, max(0, start - 6), start) or _COUNTED_IN_MILLIONS.match(text, end):
        return True
    return _OF_MONEY.search(text, max(0, start - _REACH), start) is not None

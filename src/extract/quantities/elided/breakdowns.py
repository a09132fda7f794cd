"""The parts of an amount that is broken down: "asciende a 900 pesos: 250 por cada visita y 150 por el traslado".

What follows a whole and its colon, and what follows its comma and adds up to it, are parts in its unit: each number
stands before the preposition of what that part is for.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis); RAE, *Ortografía*
3.4.4.2 (the colon before an enumeration that its first part announces).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import HEDGE, said_in

_WHOLES = frozenset({"money", "duration", "length", "area", "volume", "mass", "energy"})
_COLON = re.compile(rf"[^.;:\n]{{0,60}}:\s+{HEDGE}", re.IGNORECASE)
_COMMA = re.compile(rf"[^.;:,\n]{{0,60}},\s+{HEDGE}", re.IGNORECASE)
#: What a part is for, or of; "para 20 becas" and "de los 300" count, they are no purpose.
_PURPOSE = re.compile(
    r"\s+(?:para|por|al?|en|del?|si|cuando|como|durante|corresponden?|son|ser[áa]n?|fueron)\s+(?!l[oa]s\s+\d|\d|ell[oa]s\b|cada\s+\d)",
    re.IGNORECASE,
)
#: Without a sum that proves it, a part is what is paid for something: "250 por cada visita", not "250 de ellas".
_PRICE = re.compile(r"\s+(?:para|por|si|cuando|durante)\s", re.IGNORECASE)
_NEXT = re.compile(
    rf"[^.;:\n]{{2,160}}?(?:[,;]|,?\s[yeo])\s+(?:[ye]\s+|adem[áa]s\s+|finalmente\s+)?{HEDGE}", re.IGNORECASE
)
#: A part of a sum is no smaller than this share of it, or the number counts something else.
_SMALLEST = Decimal(100)
_LONGEST = 12
_FEWEST = 2
_ONE = Decimal(1)
_SENTENCE_END = re.compile(r"[.!?]\s")


def break_down(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with the units of the parts that their text leaves out, in the same order and number.

    Parameters
    ----------
    text:
        The document's text.
    amounts:
        All amounts of the text, in order.
    """
    parted = list(amounts)
    for index, whole in enumerate(amounts[:-1]):
        if whole.kind not in _WHOLES:
            continue
        gap = text[whole.end : amounts[index + 1].start]
        after_colon = whole.kind == "money" and _COLON.fullmatch(gap) is not None
        if not after_colon and _COLON.fullmatch(gap) is None and _COMMA.fullmatch(gap) is None:
            continue
        parts = _parts(text, amounts, index)
        magnitude = _magnitude_of_parts(text, whole, [amounts[part] for part in parts])
        if magnitude or (after_colon and _are_prices(text, whole, [amounts[part] for part in parts])):
            for part in parts:
                parted[part] = _as_part(amounts[part], whole, magnitude or _ONE)
    return parted


def _magnitude_of_parts(text: str, whole: Amount, parts: Sequence[Amount]) -> Decimal | None:
    """What the parts are to be multiplied by so that they add up to the whole; None where they do not.

    The whole may say its magnitude for all: "Q80 millones: Q50 para canastas y Q30 para techos".
    """
    total = sum(part.value for part in parts)
    if len(parts) < _FEWEST:
        return None
    return next((factor for factor in (_ONE, *said_in(text, whole)) if total * factor == whole.value), None)


def _as_part(part: Amount, whole: Amount, magnitude: Decimal) -> Amount:
    """A part in the unit of its whole; one with the sign of its currency has its own."""
    unit = whole.unit if part.sign else whole.unit or whole.sign
    if magnitude == 1:
        return replace(part, unit=unit)
    return replace(part, unit=unit, value=part.value * magnitude, magnitude=magnitude)


def _parts(text: str, amounts: Sequence[Amount], whole: int) -> list[int]:
    """The indices of the numbers behind a whole that stand as its parts; what they are for may hold numbers."""
    first = whole + 1
    parts: list[int] = []
    end = amounts[first].start
    for index in range(first, min(first + _LONGEST, len(amounts))):
        here = amounts[index]
        if index > first and not _NEXT.fullmatch(text, end, here.start):
            if "\n" in text[end : here.start] or _SENTENCE_END.search(text, end, here.start):
                break
            continue
        told = here.unit is not None or here.sign not in {None, amounts[whole].sign}
        if told or here.fraction or not _PURPOSE.match(text, here.end):
            if index == first:
                break
            continue
        parts.append(index)
        end = here.end
    return parts


def _are_prices(text: str, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether each number is paid for something, and can be a part of the whole without a magnitude left out."""
    return all(
        part.sign is None and _PRICE.match(text, part.end) and part.value <= whole.value <= part.value * _SMALLEST
        for part in parts
    )

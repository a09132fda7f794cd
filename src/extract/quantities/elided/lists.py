"""Units that are written once for several numbers: "3, 4 y 5 metros", "209 hectáreas; le siguen Guerrero, con 81 mil".

Spanish leaves a unit out where the reader supplies it from a parallel member; each function here is one such figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import scaled
from extract.quantities.lexicon import GAP, RuleLexicon
from extract.rules import UnitRule

_SHARED_BY = re.compile(
    rf"{GAP}(?:,|,?\s*(?P<last>y|e|o|u|ni))(?:\s+(?:a|de|en|con|por))?(?:\s+(?:el|la|los|las|del|al|un))?{GAP}\Z",
    re.IGNORECASE,
)
_DIMENSION = r"\s+de\s+(?:alto|ancho|largo|fondo|altura|anchura|profundidad|frente)\b"
_SHARED_BY_SIZES = re.compile(rf"(?:{_DIMENSION})?{GAP}(?:por|x|×){GAP}\Z", re.IGNORECASE)
#: The next members of a list that names its unit once: "9 hectáreas; le siguen Lima, con 8; Ica, 7".
_NAME = r"(?:[A-ZÁÉÍÓÚÑ][\w.áéíóúñ]*)"
_LISTED = re.compile(
    rf"\s*[;,]\s*(?:y\s+)?(?:l[ea]s?\s+siguen?\s+|seguid[oa]s?\s+(?:de|por)\s+)?(?:(?:en|para|de|del|el|la)\s+)*"
    rf"{_NAME}(?:\s+(?:{_NAME}|de|del|la|el|los|las|y))*\s*,?\s*(?:con\s+)?\Z"
)
#: Between a number and the amount behind it, with a verb and no joint of a list.
_APART = re.compile(r"\s*,\s+(?!y\b|[A-ZÁÉÍÓÚÑ])[^.;,\d\n]{3,40}\s+")
_WITH = re.compile(r"\bcon\s+\Z", re.IGNORECASE)
#: "Ica con 42 socios, que piden | 3 mdp"
_RELATIVE = re.compile(r"[^.;,\d\n]{1,50},\s+que\s[^.;,\d\n]{1,50}", re.IGNORECASE)
_MEMBER_ENDS = re.compile(r"\s*(?:[.;,)]|\Z|\n)|\s+[ye]\s+[A-ZÁÉÍÓÚÑ]|\s+en\s+[A-ZÁÉÍÓÚÑ]")
#: "pasó de 90 a 138 millones de litros": the unit of both.
_CHANGE_TO = re.compile(rf"{GAP}(?:al?(?:\s+l[oa]s)?|hasta(?:\s+(?:el|l[oa]s))?){GAP}\Z", re.IGNORECASE)
_CHANGE_FROM = re.compile(r"\b(?:del?(?:\s+l[oa]s)?|desde(?:\s+(?:el|l[oa]s))?)\s+\Z", re.IGNORECASE)
#: "46 de las 80 hectáreas": a part in the unit of its whole.
_PART_OF = re.compile(rf"{GAP}de\s+(?:l[oa]s|un\s+total\s+de|un[oa]s){GAP}\Z", re.IGNORECASE)
_CELL = re.compile(r"[^\S\n]*(?:\n|\Z)")
_COLUMN_HEAD = re.compile(r"\(([^()\t\n]{1,20})\)\s*\Z")
_SIDE = re.compile(_DIMENSION, re.IGNORECASE)
#: Parallel members: "50 por ciento en enero, 40 en febrero y 30 en marzo".
_PARALLEL = re.compile(
    r"\s+(?P<by>en|para|a|al|por)\s+[^,;.\d]{2,40}(?:,|,?\sy)\s+(?:(?:de|a|con|por)\s+)?(?:el\s+|un\s+)?\Z",
    re.IGNORECASE,
)
#: Pairs of two measures: "40 por ciento en cinco horas, 73 en 12 y 85 en 20".
_PAIRED_BY = re.compile(r"\s+(en|a|por|para|con|de)\s+\Z", re.IGNORECASE)
_NEXT_PAIR = re.compile(r"\s*(?:[,;]|,?\s+[ye])\s+(?:[ye]\s+)?\Z", re.IGNORECASE)
#: … of one number, or of the range that it opens: "de 25 a 50 en Lerdo"
_WORD_AFTER = re.compile(r"(?:\s+(?:a|y)\s+\d[\d.,]*)?\s+(\S+)")
#: A bare number after a singular article leaves "por ciento" to the next: "del 10 y en marzo del 6 por ciento".
_SINGULAR = re.compile(r"\b(?:del|el|al|un)\s+\Z", re.IGNORECASE)
#: … and one before it that has no article tells of something else: "hasta 90, y un 12 %"
_ONE_SHARE = re.compile(r",\s+(?:y|e)\s+un\s+\Z", re.IGNORECASE)
_HUNDRED = 100
#: Members of one list are of like size.
_LIKE = Decimal(30)
_GAPPED = re.compile(r"\s*(?:,|;|\by\b)[^.;\n\d]{0,60}\b(?:del|el|al|un)\s+\Z", re.IGNORECASE)

#: Measures of which a part has the same unit; of a sum or a time some other thing may be a part ("12 de los 30 días").
_MEASURED = frozenset({"length", "area", "volume", "mass"})


@lru_cache(maxsize=8)
def _units(patterns: Patterns) -> RuleLexicon[UnitRule]:
    rules = (*patterns.rules("currencies.yml", UnitRule), *patterns.rules("units.yml", UnitRule))
    return RuleLexicon([rule for rule in rules if rule.position == "after"])


def share_units(text: str, amounts: Sequence[Amount], patterns: Patterns) -> list[Amount]:
    """The amounts with the units that their text leaves out, in the same order and number."""
    columns = _Columns(text, _units(patterns))
    return [columns.with_unit(amount) for amount in _pair(text, _share(text, amounts))]


def _pair(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Pairs without units in those of the pair before them."""
    paired = list(amounts)
    for index in range(len(paired) - 3):
        one, other, here, following = paired[index : index + 4]
        if one.unit is None or other.unit is None or one.unit == other.unit or here.measure or following.measure:
            continue
        first = _PAIRED_BY.fullmatch(text, one.end, other.start)
        second = _PAIRED_BY.fullmatch(text, here.end, following.start)
        if first and second and first[1] == second[1] and _NEXT_PAIR.fullmatch(text, other.end, here.start):
            paired[index + 2] = replace(here, unit=one.unit)
            paired[index + 3] = replace(following, unit=other.unit)
    return paired


def _share(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Backward from the member that has the unit, then forward to those that follow it."""
    shared = list(amounts)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        gap = text[here.end : following.start]
        if here.measure is None and following.unit is not None and _same_unit_meant(text, here, following, gap):
            shared[index] = replace(here, unit=following.unit)
    for index in range(1, len(shared)):
        before, here = shared[index - 1], shared[index]
        if here.measure is None and before.unit is not None and before.kind != "ratio":
            counts = index + 1 < len(shared) and _has_sum_of_its_own(text, here, shared[index + 1], before)
            counts = counts or (index > 1 and _goes_on_before(text, shared[index - 2], before, here))
            if _continues_list(text, before, here) and not counts:
                in_size = scaled(text, before, here, _LIKE) if before.kind == "money" else None
                here = replace(in_size or here, unit=before.unit)
            shared[index] = here
        sizes = before.kind == "length" and _SHARED_BY_SIZES.match(text[before.end : here.start])
        if here.measure is None and sizes and _SIDE.match(text, here.end):
            shared[index] = replace(here, unit=before.unit)
    return shared


def _has_sum_of_its_own(text: str, here: Amount, following: Amount, before: Amount) -> bool:
    """Whether the number is a count beside another amount of the unit: "Ica, con 42, obtiene 3 mdp"."""
    return (
        following.unit is not None
        and following.kind == before.kind
        and bool(_APART.fullmatch(text, here.end, following.start))
    )


def _goes_on_before(text: str, counted: Amount, before: Amount, here: Amount) -> bool:
    """Whether the count before has a sum of its own: "Ica con 42 socios, que piden 3 mdp, y Lima con 9"."""
    members = all(_WITH.search(text, max(0, one.start - 8), one.start) for one in (counted, here))
    return (
        members
        and counted.measure is None
        and _RELATIVE.fullmatch(text, counted.end, before.start) is not None
        and _WITH.search(text, max(0, before.start - 8), before.start) is None
    )


def _continues_list(text: str, before: Amount, here: Amount) -> bool:
    """Whether a bare number is a further member of the list that the amount before it opened."""
    gap = text[before.end : here.start]
    if _LISTED.match(gap):
        return _MEMBER_ENDS.match(text, here.end) is not None
    parallel = _PARALLEL.match(gap)
    after = _WORD_AFTER.match(text, here.end) if parallel else None
    return parallel is not None and after is not None and after[1] == parallel["by"]


def _same_unit_meant(text: str, here: Amount, following: Amount, gap: str) -> bool:
    if here.fraction or following.kind == "ratio":
        return False
    if following.kind == "percentage" and _is_beside_share(text, here, following, gap):
        return False
    if listed := _SHARED_BY.match(gap):
        # A comma alone joins only inside a list that its last member closes with "y".
        return bool(listed["last"]) or following.end == following.number_end
    if following.kind == "length" and _SHARED_BY_SIZES.match(gap):
        return True
    if _CHANGE_TO.match(gap) and _CHANGE_FROM.search(text, max(0, here.start - 12), here.start):
        return True
    if _PART_OF.match(gap) and following.kind in _MEASURED:
        return True
    singular = _SINGULAR.search(text, max(0, here.start - 6), here.start)
    return following.kind == "percentage" and bool(singular) and bool(_GAPPED.match(gap))


def _is_beside_share(text: str, here: Amount, following: Amount, gap: str) -> bool:
    """Whether a number before a percentage is a count: "un 10 % más, hasta los 90, y un 12 % en valor"."""
    if here.value > _HUNDRED >= following.value:
        return True
    before = max(0, here.start - 12)
    return _ONE_SHARE.search(gap) is not None and _SINGULAR.search(text, before, here.start) is None


class _Columns:
    """The units that the heads of columns give in brackets to the cells below them: "Variación (%)"."""

    def __init__(self, text: str, units: RuleLexicon[UnitRule]) -> None:
        self._text = text
        self._units = units
        self._known: dict[int, UnitRule | None] = {}

    def with_unit(self, amount: Amount) -> Amount:
        """The amount of a cell with the unit of its column."""
        if amount.measure is not None or self._text[amount.start - 1 : amount.start] != "\t":
            return amount
        if not _CELL.match(self._text, amount.end):
            return amount
        unit = self._unit_above(self._text.rfind("\n", 0, amount.start))
        return replace(amount, unit=unit) if unit else amount

    def _unit_above(self, row_end: int) -> UnitRule | None:
        """The unit that a row above this place gives; rows that were looked at before are not looked at again."""
        seen = []
        unit: UnitRule | None = None
        while row_end > 0:
            if row_end in self._known:
                unit = self._known[row_end]
                break
            seen.append(row_end)
            row = self._text.rfind("\n", 0, row_end) + 1
            if "\t" not in self._text[row:row_end]:
                break
            if head := _COLUMN_HEAD.search(self._text, row, row_end):
                word = self._units.after(self._text, head.start(1))
                unit = word.rule if word and word.end == head.end(1) else None
                break
            row_end = row - 1
        self._known |= dict.fromkeys(seen, unit)
        return unit

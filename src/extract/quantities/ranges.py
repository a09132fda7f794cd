"""Two numbers that are one quantity: ranges ("entre 80 y 100 mil") and ratios ("uno de cada tres")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.lexicon import GAP
from extract.rules import HedgeRule, UnitRule

_ARTICLE = r"(?:\s+(?:el|los|las|la|unos|unas))?"
#: An end without preposition or unit is a range only if the ends are near: "2 o 3", not "300 a 5 escuelas".
_NEAR = {"range.bare-to": Decimal(5), "range.or": Decimal("2.5")}
_CLAUSE = 80
#: "creció 20 por ciento, de 300 a 360": both tell of one change.
_APPOSED = re.compile(r"(?:\s+[^\W\d]+){0,2}\s*,(?:\s+al\s+pasar)?\s+de\s+(?:l[oa]s\s+)?", re.IGNORECASE)
#: "38 de cada 100 litros": the unit is of both numbers.
_OF_EACH = re.compile(r"\bde\s+cada\b", re.IGNORECASE)
#: "De cada 10 jóvenes que buscan, 3 hallan trabajo": the whole first, then its part.
_OUT_OF_EACH = re.compile(r"\bde\s+cada\s+\Z", re.IGNORECASE)
_EACH_REACH = 12
_WHOSE_PART = re.compile(
    r"(?:\s+[^\W\d]+){0,10},?\s+(?<!\bcon\s)(?<!\bde\s)(?<!\ben\s)(?<!\bpara\s)(?<!\bpor\s)(?<!\bentre\s)(?:solo\s+|s[óo]lo\s+|casi\s+|unos\s+)?",
    re.IGNORECASE,
)
_PART_ENDS = re.compile(
    r"\s*(?:[.,;:)\n]|\Z)|\s+(?:de\s+ell[oa]s\s+)?(?:(?:se|no|ya|l[oa]s?|les?)\s+){0,2}[^\W\d]{2,}(?:n|[óé])\b"
)
_CLAUSE_END = re.compile(r"[.;:\n]")
_SCALE = re.compile(r"\b(mil|mill[oó]n(?:es)?|billones)\Z", re.IGNORECASE)
_SCALES = {"mil": Decimal(10**3), "mill": Decimal(10**6), "bill": Decimal(10**12)}
_PLAIN = re.compile(r"[\d.,]+\Z")
_WORD_FOLLOWS = re.compile(r"\s+[^\W\d]{2,}")
#: "de 20 kilómetros a 30 escuelas": the second number counts something else.
_COUNTS_NOUN = re.compile(r"\s+(?!(?:l[oa]s|más|menos|antes|después|pesos)\b)[^\W\d]{3,}s\b", re.IGNORECASE)
_LEFT_OPEN = frozenset({"range.bare-to"})


class _Join:
    """A range or ratio rule, compiled: the gap between the two numbers and what must stand before the first."""

    def __init__(self, rule: HedgeRule | UnitRule) -> None:
        self.rule = rule
        self.gap = re.compile(rf"{GAP}(?:{rule.full_regex}){_ARTICLE}{GAP}\Z", re.IGNORECASE)
        opener = rule.opener if isinstance(rule, HedgeRule) else None
        unless = rule.unless if isinstance(rule, HedgeRule) else None
        self.opener = re.compile(rf"(?<!\w)(?:{opener}){_ARTICLE}{GAP}\Z", re.IGNORECASE) if opener else None
        self.unless = re.compile(unless, re.IGNORECASE) if unless else None


@lru_cache(maxsize=8)
def _joins(patterns: Patterns) -> tuple[_Join, ...]:
    units = [_Join(rule) for rule in patterns.rules("units.yml", UnitRule) if rule.position == "between"]
    return (*units, *(_Join(r) for r in patterns.rules("hedges.yml", HedgeRule) if r.position == "between"))


def join_pairs(text: str, amounts: Sequence[Amount], patterns: Patterns) -> list[Amount]:
    """The amounts with both ends of a range, and both numbers of a ratio, made one; the rule goes into ``joined``."""
    joined: list[Amount] = []
    for amount in amounts:
        clause_from = joined[-2].end if len(joined) > 1 else 0
        if joined and _APPOSED.fullmatch(text, clause_from, joined[-1].start):
            clause_from = 0
        pair = None
        if joined and not joined[-1].joined:
            pair = _pair(text, joined[-1], amount, clause_from, _joins(patterns))
        if pair is None:
            joined.append(amount)
        else:
            joined[-1] = pair
    return joined


def _pair(text: str, first: Amount, second: Amount, clause_from: int, joins: Sequence[_Join]) -> Amount | None:
    """The two as one, None where they are two; a verb before ``clause_from`` belongs to another number."""
    gap = text[first.end : second.start]
    if len(gap) > _CLAUSE:
        return None
    if _OUT_OF_EACH.search(text, max(0, first.start - _EACH_REACH), first.start):
        return _out_of_each(text, first, second, gap)
    for join in joins:
        if not join.gap.match(gap):
            continue
        if isinstance(join.rule, UnitRule):
            return _ratio(first, second, join.rule, _OF_EACH.search(gap) is not None)
        opener = join.opener.search(text, max(0, first.start - 20), first.start) if join.opener else None
        if join.opener and not opener:
            continue
        if _is_change(text, max(clause_from, first.start - _CLAUSE), first.start, join):
            return None
        if found := _range(text, first, second, join.rule.id):
            return replace(found, start=opener.start()) if opener else found
    return None


def _out_of_each(text: str, whole: Amount, part: Amount, gap: str) -> Amount | None:
    """The two of "de cada 10 jóvenes que buscan, 3 hallan" as one ratio; None where the second counts other things."""
    if whole.fraction or part.fraction or not part.value < whole.value or not whole.value:
        return None
    if not _WHOSE_PART.fullmatch(gap) or (part.measure is not None and whole.measure is None):
        return None
    if not _PART_ENDS.match(text, part.end):
        return None
    return replace(
        whole,
        end=part.number_end,
        number_end=part.number_end,
        value=part.value / whole.value,
        unit=None,
        sign=None,
        fraction=True,
        joined=("ratio.of-each",),
    )


def _is_change(text: str, clause_from: int, start: int, join: _Join) -> bool:
    """Whether the clause before says that something went from one number to the other."""
    if join.unless is None:
        return False
    clause = _CLAUSE_END.split(text[max(0, clause_from) : start])[-1]
    return join.unless.search(clause) is not None


def _ratio(first: Amount, second: Amount, rule: UnitRule, of_each: bool) -> Amount | None:
    measured = first.measure is not None or (second.measure is not None and not of_each)
    if measured or not second.value:
        return None
    ratio = first.value / second.value
    end = second.number_end
    return replace(first, end=end, number_end=end, value=ratio, unit=rule, fraction=True, joined=(rule.id,))


def _range(text: str, first: Amount, second: Amount, rule: str) -> Amount | None:
    if _units_differ(first, second) or first.fraction or second.fraction:
        return None
    lower = _scaled(text, first, second)
    if not lower < second.value:
        return None
    near = _NEAR.get(rule)
    if near is not None and second.value > near * max(lower, Decimal(1)):
        return None
    if first.unit is not None and second.measure is None and _COUNTS_NOUN.match(text, second.end):
        return None
    if rule in _LEFT_OPEN and second.measure is None and not _WORD_FOLLOWS.match(text, second.end):
        return None
    return replace(
        first,
        end=second.end,
        number_end=second.number_end,
        value=lower,
        upper=second.value,
        sign=first.sign or second.sign,
        unit=second.unit or first.unit,
        joined=(rule,),
    )


def _units_differ(first: Amount, second: Amount) -> bool:
    """Whether the two ends measure different things; a unit that only one of them has is the unit of both."""
    if first.unit is None or second.unit is None:
        return len({amount.kind for amount in (first, second) if amount.measure is not None}) > 1
    one, other = first.unit, second.unit
    return (one.kind, one.unit, one.factor) != (other.kind, other.unit, other.factor)


def _scaled(text: str, first: Amount, second: Amount) -> Decimal:
    """The lower end with the magnitude that is written once: "entre $2 y $3 millones"."""
    scale = _SCALE.search(text, second.number_start, second.number_end)
    if scale is None or not _PLAIN.match(text[first.number_start : first.number_end]) or first.unit is not None:
        return first.value
    factor = next(value for word, value in _SCALES.items() if scale[1].lower().startswith(word))
    multiplied = first.value * factor
    return multiplied if first.value < factor and multiplied < second.value else first.value

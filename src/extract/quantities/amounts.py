"""A numeral with the sign before it and the unit after it: ``$1.5 millones de pesos``, ``154 mil 626.57 m2``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from extract.mentions import LedgerEntry
from extract.patterns import Patterns
from extract.quantities.lexicon import GAP, RuleLexicon
from extract.rules import UnitRule

#: Numerals that join their noun with "de": "dos millones de pesos", "un centenar de metros", "1/4 de milla".
_TAKES_DE = re.compile(
    r"(?:mill[oó]n(?:es)?|m(?:i?lls?|llns)\.|miles|MM?|(?:b|tr)ill[oó]n(?:es)?|par|decenas?|docenas?|quincenas?|veintenas?|centenas?|centenar(?:es)?"
    r"|millar(?:es)?|mitad|tercios?|cuartos?|quintos?|partes?|décimas?|medi[oa]|/\s?\d+)\Z",
    re.IGNORECASE,
)
_DE = re.compile(r"\s+de(?=\s)", re.IGNORECASE)
#: Sums in millions keep their "de" where they are written out in figures: "3.000.000 de euros", "450.000 de pesos".
_LEAST_WITH_DE = 1000
#: What may stand between a number and the unit of time: "los 3 últimos años", "dos largas horas".
_ADJECTIVE = r"(?:(?:[úu]ltim|pr[óo]xim|primer|siguient|larg|buen|nuev|pasad)\w+\s+)?"
_BELOW_ZERO = re.compile(r"\s*bajo\s+cero\b", re.IGNORECASE)
_WITH = re.compile(r"\bcon\s", re.IGNORECASE)
_OF_HEAT = re.compile(r"\s+(?:de\s+(?:temperatura|calor|sensaci[óo]n)|a\s+la\s+sombra|bajo\s+cero)\b", re.IGNORECASE)
_BARE_DEGREE = "unit.degree-bare"
_CURLY_INCH = "unit.inch-curly"
_HALF = Decimal("0.5")
_HUNDRED = 100
_CENT = 0.01
#: "500 pesos 00/100 M.N.": the cents as cheques and contracts write them.
_CENTS_OF_HUNDRED = re.compile(r"(\d\d)/100(?!\d)(?:\s*(?:M\.?\s?N\.?|pesos))?", re.IGNORECASE)
_CENTS_JOINER = re.compile(rf"{GAP}(?:y|con|,)?{GAP}\Z", re.IGNORECASE)
_AND_HALF = re.compile(r"\s+y\s+medi[oa]\b", re.IGNORECASE)
_ONE_AND = re.compile(r"\s+y\s+\Z", re.IGNORECASE)
_ONE = re.compile(r"\bun[oa]?\s+\Z", re.IGNORECASE)
#: How far back a word directly before a place is looked for.
_WORD = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit. ``value`` is as written: the unit's factor is not yet multiplied in.

    ``start`` and ``end`` take in the sign and the unit, ``number_start`` and ``number_end`` the numeral alone. ``sign``
    is the rule of what stands before, ``unit`` the rule of what stands after or is understood. ``upper`` is the second
    end of a range; ``joined`` names the rule that made two numbers one amount; ``magnitude`` is what the value has been
    multiplied by because the text says it with another number.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    fraction: bool
    sign: UnitRule | None = None
    unit: UnitRule | None = None
    upper: Decimal | None = None
    joined: tuple[str, ...] = ()
    magnitude: Decimal | None = None

    @property
    def measure(self) -> UnitRule | None:
        """The rule that says what the number measures: the word after it, else the sign before it."""
        return self.unit or self.sign

    @property
    def kind(self) -> str | None:
        """The kind that the unit gives; None for a bare number."""
        return self.measure.kind if self.measure else None


class UnitLexicon:
    """All signs and units of the pattern files, compiled."""

    def __init__(self, patterns: Patterns) -> None:
        rules = (*patterns.rules("currencies.yml", UnitRule), *patterns.rules("units.yml", UnitRule))
        self.words = RuleLexicon([r for r in rules if r.position == "after"])
        self.times = RuleLexicon([r for r in rules if r.position == "after" and r.kind == "duration"], _ADJECTIVE)
        self.money = RuleLexicon([r for r in rules if r.position == "after" and r.kind == "money"])
        self.degrees = RuleLexicon(
            [r for r in rules if r.position == "before" and r.id.startswith("degree.")], reach=100
        )
        self._signs = [r for r in rules if r.position == "before" and r.id.startswith("sign.")]
        self._by_currency: dict[str | None, RuleLexicon[UnitRule]] = {}

    def signs(self, currency: str | None) -> RuleLexicon[UnitRule]:
        """The signs before figures in the texts of a country with this money, of which some are signs there alone."""
        home = currency if any(rule.at_home and rule.unit == currency for rule in self._signs) else None
        if home not in self._by_currency:
            known = [rule for rule in self._signs if not rule.at_home or rule.unit == home]
            self._by_currency[home] = RuleLexicon(known, reach=20)
        return self._by_currency[home]


@lru_cache(maxsize=8)
def _units(patterns: Patterns) -> UnitLexicon:
    return UnitLexicon(patterns)


def read_amounts(
    text: str, entries: Sequence[LedgerEntry], patterns: Patterns, currency: str | None = None
) -> list[Amount]:
    """The amounts of the quantity entries of a ledger, in order, each with its own sign and unit.

    Numerals that are part of the unit or of the cents of another amount ("10 grados bajo cero", "3 euros con 20") make
    none of their own. ``currency`` is the ISO 4217 code of the money of the text's country.
    """
    lexicon = _units(patterns)
    signs = lexicon.signs(currency)
    amounts: list[Amount] = []
    for entry in entries:
        if entry.value is None or (amounts and entry.start < amounts[-1].end):
            continue
        amount = _read(text, entry, entry.value, lexicon, signs, amounts[-1].end if amounts else 0)
        if amounts and (whole := _with_cents(text, amounts[-1], amount)):
            amounts[-1] = whole
        else:
            amounts.append(amount)
    return amounts


def _read(
    text: str,
    entry: LedgerEntry,
    value: Decimal,
    lexicon: UnitLexicon,
    signs: RuleLexicon[UnitRule],
    free_from: int,
) -> Amount:
    """The amount of one numeral; text before ``free_from`` belongs to the amount before it."""
    place = entry.end
    if _TAKES_DE.search(entry.surface) and (de := _DE.match(text, place)):
        place = de.end()
    word = lexicon.words.after(text, place) or lexicon.times.after(text, place)
    if word is None and value >= _LEAST_WITH_DE and (de := _DE.match(text, place)):
        word = lexicon.money.after(text, de.end())
    if word and word.rule.id == _CURLY_INCH and _is_quoted(text, entry.start):
        word = None
    if word and word.rule.id == _BARE_DEGREE and not _OF_HEAT.match(text, word.end):
        other = lexicon.degrees.before(text, entry.start)
        # degrees of a school or a university are counted
        word = None if other and other.rule.kind == "count" else word
    sign = signs.before(text, entry.start)
    sign = sign if sign and sign.start >= free_from else None
    if sign and word and word.rule.kind != "money":  # "$500 m" is no length, "L 30 km" no sum
        sign, word = (None, word) if sign.rule.at_home else (sign, None)
    amount = Amount(
        start=sign.start if sign else entry.start,
        end=word.end if word else entry.end,
        number_start=entry.start,
        number_end=entry.end,
        value=value,
        fraction=entry.rule == "quantity.fraction",
        sign=sign.rule if sign else None,
        unit=word.rule if word else None,
    )
    half = _AND_HALF.match(text, word.end) if word else None
    if half and lexicon.words.after(text, half.end()) is None:
        amount = replace(amount, end=half.end(), number_end=half.end(), value=amount.value + _HALF)
    elif value == _HALF and amount.measure is None:
        amount = _one_and_half(text, amount, lexicon, free_from)
    return _below_zero(text, amount) if amount.kind == "temperature" else amount


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation is open at a place of its paragraph: a curly mark behind the number then closes it."""
    start = text.rfind("\n", 0, place) + 1
    return text.rfind("“", start, place) > text.rfind("”", start, place)


def _one_and_half(text: str, amount: Amount, lexicon: UnitLexicon, free_from: int) -> Amount:
    """The half follows the unit, and the one before it is no numeral: "una hora y media", "kilo y medio"."""
    joiner = _ONE_AND.search(text, max(0, amount.start - _WORD), amount.start)
    word = lexicon.words.before(text, joiner.start()) if joiner else None
    if word is None or word.start < free_from:
        return amount
    one = _ONE.search(text, max(0, word.start - _WORD), word.start)
    start = one.start() if one else word.start
    return replace(amount, start=start, number_start=start, value=1 + _HALF, unit=word.rule, fraction=False)


def _below_zero(text: str, amount: Amount) -> Amount:
    """A temperature with "bajo cero" in or after its unit."""
    below = _BELOW_ZERO.search(text, amount.number_end, amount.end + len(" bajo  cero "))
    return replace(amount, end=max(amount.end, below.end()), value=-abs(amount.value)) if below else amount


def _with_cents(text: str, whole: Amount, cents: Amount) -> Amount | None:
    """A sum and its cents, "15 dólares y 20 centavos", "25 euros con 50": one amount; None where they are two."""
    if whole.kind != "money" or not _CENTS_JOINER.match(text[whole.end : cents.start]):
        return None
    number_end, end = cents.number_end, cents.end
    if of_hundred := _CENTS_OF_HUNDRED.match(text, cents.number_start):
        hundredths = Decimal(of_hundred[1])
        number_end, end = of_hundred.end(1) + len("/100"), of_hundred.end()
    elif _counts_cents(text, whole, cents):
        hundredths = cents.value
    else:
        return None
    lawful = 0 <= hundredths < _HUNDRED and hundredths == int(hundredths) and whole.value == int(whole.value)
    if whole.unit is None or not lawful:
        return None
    return replace(whole, end=end, number_end=number_end, value=whole.value + hundredths / _HUNDRED)


def _counts_cents(text: str, whole: Amount, cents: Amount) -> bool:
    if cents.unit is not None:
        return cents.unit.factor == _CENT
    return cents.sign is None and _WITH.search(text, whole.end, cents.start) is not None

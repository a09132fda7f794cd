"""Quantities: hedge, numeral and unit read together, and the ledger of all other numerals.

``find_quantities`` puts the steps after each other: the class of every numeral (``ledger``), its unit (``amounts``,
and ``elided`` where the text leaves it out), the pairs that are one quantity (``ranges``), the kind (``kinds``), the
hedge (``hedging``), and here the country's money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.mentions import LedgerEntry, Numeral, Quantity
from extract.patterns import Patterns, shipped
from extract.quantities.amounts import Amount, read_amounts
from extract.quantities.elided.completion import complete_amounts
from extract.quantities.hedging import HedgeReader
from extract.quantities.kinds import KindReader
from extract.quantities.ledger import classify
from extract.quantities.ones import with_ones
from extract.quantities.ranges import join_pairs
from extract.quantities.thousands import with_groups_of_thousands
from extract.rules import Convention, UnitRule

_NUMBER_IN_UNIT = re.compile(r"\d|\bcien(?:to)?\b|\bcero\b", re.IGNORECASE)


def find_quantities(
    text: str,
    numerals: Sequence[Numeral],
    convention: Convention,
    name_spans: Iterable[tuple[int, int]] = (),
    patterns: Patterns | None = None,
) -> tuple[list[Quantity], list[LedgerEntry]]:
    """Every quantity of a text, and the class of every numeral in it.

    Parameters
    ----------
    text:
        The document's text.
    numerals:
        All numerals of the text, as ``find_numerals`` gives them with ``abbreviations=False``: "mdp" is a unit here.
    convention:
        The country's convention; it says what "$" and "pesos" are.
    name_spans:
        (start, end) of program and agency names: a cardinal inside one is part of the name.
    patterns:
        The rules to read by; None for the shipped ones.

    Returns
    -------
    The quantities in order, and the ledger in order: each numeral, also each of the two of a range, is in exactly one
    entry. Values of money are in the unit of the currency, values of measures in the unit that is written.
    """
    rules = patterns or shipped()
    counted = _with_multiples(text, with_ones(text, numerals), rules)
    ledger = classify(text, counted, name_spans, rules, convention.currency)
    amounts = read_amounts(text, [entry for entry in ledger if entry.cls == "quantity"], rules, convention.currency)
    amounts, ledger = with_groups_of_thousands(text, amounts, ledger)
    amounts = complete_amounts(text, amounts, rules)
    reader = _Reader(text, convention, rules)
    quantities: list[Quantity] = []
    joined = join_pairs(text, amounts, rules)
    for index, amount in enumerate(joined):
        free_from = quantities[-1].end if quantities else 0
        free_to = joined[index + 1].start if index + 1 < len(joined) else len(text) + 1
        quantities.append(reader.quantity(amount, free_from, free_to))
    return quantities, _with_units_of_number_words(text, ledger, amounts)


def _with_multiples(text: str, numerals: Sequence[Numeral], patterns: Patterns) -> list[Numeral]:
    """The numerals, and the words that are a quantity without one: "el doble", "se triplicó", "hora y media"."""
    found = list(numerals)
    held = {numeral.start for numeral in numerals}
    for rule in patterns.rules("units.yml", UnitRule):
        for match in rule.finditer(text) if rule.position == "alone" else ():
            start, end = match.span(match.lastindex or 0)
            if start not in held:
                found.append(Numeral(start, end, text[start:end], _exact(rule.factor), "fraction"))
    return sorted(found)


def _exact(factor: float) -> Decimal:
    return Decimal(int(factor)) if factor == int(factor) else Decimal(str(factor))


def _with_units_of_number_words(
    text: str, ledger: Sequence[LedgerEntry], amounts: Sequence[Amount]
) -> list[LedgerEntry]:
    """The ledger with units that hold a number word or digit themselves in the row of their number: "85 por ciento"."""
    ends = {a.number_start: a.end for a in amounts if _NUMBER_IN_UNIT.search(text, a.number_end, a.end)}
    entries: list[LedgerEntry] = []
    for entry in ledger:
        end = max(entry.end, ends.get(entry.start, 0) if entry.cls == "quantity" else 0)
        row = entries.pop() if entries and entry.start < entries[-1].end else entry
        entries.append(replace(row, end=end, surface=text[row.start : end]) if end > row.end else row)
    return entries


class _Reader:
    """Makes the quantities of one text."""

    def __init__(self, text: str, convention: Convention, patterns: Patterns) -> None:
        self._text = text
        self._convention = convention
        self._kinds = KindReader(text, patterns)
        self._hedges = HedgeReader(text, patterns)

    def quantity(self, amount: Amount, free_from: int, free_to: int) -> Quantity:
        """The quantity of an amount; text outside ``free_from`` and ``free_to`` belongs to its neighbours."""
        kind, unit, rule = self._kinds.kind(amount)
        comparator, start, end, hedges = self._hedges.hedged(amount, kind, free_from, free_to)
        self._kinds.read_on_from(end, kind, rule)
        factors = (rule.factor for rule in (amount.unit, amount.sign) if rule is not None and rule.factor != 1)
        factor = _exact(next(factors, 1))
        sign = [amount.sign.id] if amount.sign and amount.sign.id != rule else []
        return Quantity(
            start=start,
            end=end,
            surface=self._text[start:end],
            rule=rule,
            number_start=amount.number_start,
            number_end=amount.number_end,
            value=amount.value * factor,
            value_upper=None if amount.upper is None else amount.upper * factor,
            comparator=comparator,
            kind=kind,
            unit=self._currency(amount) if kind == "money" else unit,
            rules=tuple(dict.fromkeys((*hedges, *sign, *amount.joined, rule))),
        )

    def _currency(self, amount: Amount) -> str:
        """ISO 4217 code: of the word or sign that names a currency, else what the country means by it."""
        rules = [rule for rule in (amount.unit, amount.sign) if rule is not None and rule.kind == "money"]
        named = (self._convention.signs.get(rule.id, rule.unit) for rule in rules)
        return next((code for code in named if code is not None), self._convention.currency)

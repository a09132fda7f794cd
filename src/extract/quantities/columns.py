"""Numbers that stand alone in a cell of a table: the head of the column gives the unit, or says that it is no quantity.

"Inversión (pesos)" makes 3,400,000 money, "Monto (mdp)" multiplies 3.4 by a million, "Año" makes 2023 a year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.mentions import Cell, LedgerEntry, Numeral, Quantity
from extract.patterns import Patterns, shipped
from extract.quantities.finder import find_quantities
from extract.rules import Convention, NameRule
from extract.schema import Kind, NumeralClass

_RULE = "unit.column-head"
#: A unit stands in parentheses, behind "en", or is the whole head: "Monto (mdp)", "Costo en dólares", "%".
_UNIT = re.compile(r"[(\[]\s*(?P<inner>[^()\[\]]{1,40}?)\s*[)\]]|\ben\s+(?P<behind>[^\d()]{1,40})$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"(?P<times>mill[oó]n(?:es)?|(?P<thousand>mil(?:es)?))\b(?:\s+de\b)?\s*", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bporcentajes?\b|\bpor\s+ciento\b", re.IGNORECASE)
_FIGURE = re.compile(r"\W{0,3}\d[\d.,]*(?:\s?%)?\W{0,3}")
#: What a rule may make of a number together with words that stand in the cell before.
_ACROSS = frozenset({"address", "identifier", "law", "name", "ordinal"})
_LONGEST_UNIT = 25
_SIGNS = frozenset({"%", "$"})
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A number without unit, sign or words of its own; a mark of a footnote may follow.
_BARE = re.compile(r"[\d\s.,'’]+(?:(?:mil|mill[oó]n(?:es)?)\b[\d\s.,]*)*", re.IGNORECASE)


def under_heads(
    text: str,
    quantities: Sequence[Quantity],
    ledger: Sequence[LedgerEntry],
    cells: Sequence[Cell],
    convention: Convention,
    patterns: Patterns | None = None,
) -> tuple[list[Quantity], list[LedgerEntry]]:
    """The quantities and the ledger of a text again, with what the heads of its tables say of the numbers below.

    Parameters
    ----------
    text:
        The document's text.
    quantities, ledger:
        As ``find_quantities`` gives them.
    cells:
        The cells of its tables, in order.
    convention:
        The country's convention; it says what "pesos" are.
    patterns:
        The rules to read by; None for the shipped ones.
    """
    if not cells:
        return list(quantities), list(ledger)
    reader = _Heads(convention, patterns or shipped())
    starts = [cell.start for cell in cells]
    kept: dict[int, Quantity] = {quantity.start: quantity for quantity in quantities}
    found = {quantity.number_start: quantity for quantity in quantities}
    entries: list[LedgerEntry] = []
    dropped, reason = 0, None
    for entry in ledger:
        cell = cells[bisect_right(starts, entry.start) - 1] if entry.start >= starts[0] else None
        cell = cell if cell is not None and entry.start < cell.end else None
        quantity = found.get(entry.start)
        if entry.start < dropped and reason:  # the other end of a range
            entries.append(replace(entry, cls=reason[0], rule=reason[1]))
        elif cell is None:
            entries.append(entry)
        elif quantity is None:
            again = reader.alone(entry, cell) if entry.cls in _ACROSS else None
            if again is not None:
                kept[again.start] = reader.measured(text, again, cell)
            entries.append(entry if again is None else replace(entry, cls="quantity", rule=again.rule))
        elif is_alone(quantity, cell) and (reason := reader.no_quantity(quantity, cell)):
            del kept[quantity.start]
            dropped = quantity.end
            entries.append(replace(entry, cls=reason[0], rule=reason[1]))
        else:
            if is_alone(quantity, cell):
                kept[quantity.start] = reader.measured(text, quantity, cell)
            entries.append(entry)
    return [kept[start] for start in sorted(kept)], entries


def is_alone(quantity: Quantity, cell: Cell) -> bool:
    """Whether a quantity is all that its cell holds, but for signs."""
    if not cell.start <= quantity.number_start < cell.end or quantity.number_end > cell.end:
        return False
    first, last = max(quantity.start, cell.start) - cell.start, min(quantity.end, cell.end) - cell.start
    return not any(char.isalnum() for char in cell.surface[:first] + cell.surface[last:])


class _Heads:
    """What the heads of columns say, by their words."""

    def __init__(self, convention: Convention, patterns: Patterns) -> None:
        self._convention, self._patterns = convention, patterns
        self._rules = {rule.kind: rule for rule in patterns.rules("columns.yml", NameRule)}
        self._units: dict[str, tuple[Kind, str | None, Decimal]] = {}

    def no_quantity(self, quantity: Quantity, cell: Cell) -> tuple[NumeralClass, str] | None:
        """The class and the rule of a number that the head of its column makes a year, a number of order or a code."""
        if cell.kind == "head":
            return ("year", self._rules["year"].id) if _YEAR.fullmatch(cell.surface) else None
        head = cell.head.surface if cell.head else ""
        if _YEAR.fullmatch(quantity.surface) and self._is(head, "year"):
            return "year", self._rules["year"].id
        if cell.column == 0 and self._is(head, "ordinal"):
            return "ordinal", self._rules["ordinal"].id
        return ("identifier", self._rules["identifier"].id) if self._is(head, "identifier") else None

    def alone(self, entry: LedgerEntry, cell: Cell) -> Quantity | None:
        """The quantity of a number that was taken for a part of what the cell before holds: "Las Flores | 800"."""
        first = entry.start - cell.start
        if cell.kind == "head" or entry.value is None or not _FIGURE.fullmatch(cell.surface):
            return None
        numeral = Numeral(first, first + len(entry.surface), entry.surface, entry.value, "cardinal")
        quantities, _ = find_quantities(cell.surface, [numeral], self._convention, (), self._patterns)
        if len(quantities) != 1 or self.no_quantity(quantities[0], cell):
            return None
        one = quantities[0]
        moved = {name: getattr(one, name) + cell.start for name in ("start", "end", "number_start", "number_end")}
        return replace(one, **moved)

    def _is(self, head: str, kind: str) -> bool:
        return self._rules[kind].pattern.search(head) is not None

    def measured(self, text: str, quantity: Quantity, cell: Cell) -> Quantity:
        """The quantity with the unit of its column, if it is a bare number."""
        head = cell.head.surface if cell.head else ""
        if cell.kind == "head" or not head or not _BARE.fullmatch(text, quantity.number_start, quantity.end):
            return quantity
        if head not in self._units:
            self._units[head] = self._unit_of(head)
        kind, unit, factor = self._units[head]
        if quantity.kind != "count" and (quantity.kind, quantity.unit) != (kind, unit):
            return quantity
        if quantity.kind == "count" != kind:
            upper = None if quantity.value_upper is None else quantity.value_upper * factor
            rules = tuple(dict.fromkeys((*quantity.rules, _RULE)))
            value = quantity.value * factor
            return replace(quantity, value=value, value_upper=upper, kind=kind, unit=unit, rules=rules)
        return quantity

    def _unit_of(self, head: str) -> tuple[Kind, str | None, Decimal]:
        """The kind, the unit and what a number is multiplied by: what "2 pesos" or "$2" would be, for one."""
        match = _UNIT.search(head)
        whole = head if len(head) <= _LONGEST_UNIT else ""
        said = (match["inner"] or match["behind"]).strip() if match else head if head in _SIGNS else whole.lower()
        times, factor, unit = _magnitude(said)
        number = f"2 {times}".strip()
        for text, start in ((f"2 {said}", 0), (f"{unit} {number}", len(unit) + 1)) if said else ():
            numeral = Numeral(start, start + len(number), number, 2 * factor, "cardinal")
            found, _ = find_quantities(text, [numeral], self._convention, (), self._patterns)
            if len(found) == 1 and found[0].kind != "count" and (match or found[0].surface == text):
                return found[0].kind, found[0].unit, found[0].value / 2
        if _PERCENT.search(head):
            return "percentage", "%", Decimal(1)
        if self._is(_UNIT.sub("", head).strip(), "money"):
            return "money", self._convention.currency, factor
        return "count", None, factor


def _magnitude(said: str) -> tuple[str, Decimal, str]:
    """The words that multiply the numbers of a column, their factor, and the unit behind them: "millones de pesos"."""
    match = _MAGNITUDE.match(said)
    if match is None:
        return "", Decimal(1), said
    factor = Decimal(1000 if match["thousand"] else 1_000_000)
    return match["times"], factor, said[match.end() :]

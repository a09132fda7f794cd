"""What a number counts that stands alone in a cell: what the head of its column names, or the label of its row."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.links.item_constructions import Item
from extract.mentions import Cell, Name, Period, Quantity
from extract.patterns import Patterns
from extract.rules import NameRule

_HEAD, _LABEL, _PERIOD, _PROGRAM = "item.column", "item.row", "period.column", "program.column"
_SCORE = 0.85
#: A unit beside a head is no part of what it names.
_UNIT = re.compile(
    r"\s*[(\[][^()\[\]]*[)\]]|\s+en\s+(?:mil(?:es|lones)?\b.*|pesos|d[oó]lares|euros)$|^\s*[%#$]\s*(?:del?\s+)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_TOTAL = re.compile(r"(?:sub)?total(?:es)?\b.*|suma|gran total", re.IGNORECASE)


class ColumnItems:
    """What the tables of a document say of the numbers that stand alone in their cells.

    Parameters
    ----------
    cells:
        The cells of its tables, in order.
    patterns:
        The rules to read by.
    """

    def __init__(self, cells: Sequence[Cell], patterns: Patterns) -> None:
        self._cells = cells
        self._starts = [cell.start for cell in cells]
        self._rules = {rule.kind: rule.pattern for rule in patterns.rules("columns.yml", NameRule)} if cells else {}

    def cell_of(self, quantity: Quantity) -> Cell | None:
        """The cell below a head in which the quantity stands alone."""
        index = bisect_right(self._starts, quantity.number_start) - 1
        cell = self._cells[index] if index >= 0 else None
        if cell is None or cell.kind != "body" or quantity.number_end > cell.end:
            return None
        before, behind = max(quantity.start - cell.start, 0), min(quantity.end, cell.end) - cell.start
        return None if _LETTER.search(cell.surface[:before] + cell.surface[behind:]) else cell

    def item_of(self, quantity: Quantity, cell: Cell) -> Item | None:
        """What the column or the row names; None where both say only that things are counted."""
        if cell.head is None:
            return None
        named = _UNIT.sub("", cell.head.surface).strip(" .:")
        general = not _LETTER.search(named) or self._is(named, "general")
        singular = not named.split(" ")[0].endswith("s") and quantity.kind != "percentage"
        label = cell.label
        if label is not None and _LETTER.search(label.surface) and not _TOTAL.fullmatch(label.surface):
            things = label.head is not None and self._is(_UNIT.sub("", label.head.surface).strip(), "things")
            if general or (things and singular):
                return Item(label.start, label.end, " ".join(label.surface.split()), _LABEL, _SCORE)
        if general:
            return None
        return Item(cell.head.start, cell.head.end, " ".join(named.split()), _HEAD, _SCORE)

    def is_planned(self, cell: Cell) -> bool:
        """Whether the column holds goals: "Meta 2024", "Por entregar"."""
        return cell.head is not None and self._is(cell.head.surface, "planned")

    def period_of(self, cell: Cell) -> Period | None:
        """The year that is the head of the column, or that stands under "Año" in the row."""
        if cell.head is not None and _YEAR.fullmatch(cell.head.surface):
            return _year(cell.head)
        index = bisect_left(self._starts, cell.start) - 1
        column = cell.column
        while index >= 0 and self._cells[index].column < column and self._cells[index].head is not None:
            other = self._cells[index]
            if _YEAR.fullmatch(other.surface) and other.head and self._is(other.head.surface, "year"):
                return _year(other)
            index, column = index - 1, other.column
        return None

    def program_of(self, cell: Cell, known: Sequence[Name]) -> Name | None:
        """The program that is the label of the row: one that is known, or what stands in the column "Programa"."""
        label = cell.label
        if label is None:
            return None
        if found := _inside(label, known):
            return found
        if label.head is None or not self._is(label.head.surface, "program") or _TOTAL.fullmatch(label.surface):
            return None
        name = " ".join(label.surface.split())
        return Name(label.start, label.end, label.surface, _PROGRAM, "program", name, None, "name", _SCORE)

    def agency_of(self, cell: Cell, known: Sequence[Name]) -> Name | None:
        """The agency that is the label of the row."""
        return _inside(cell.label, known) if cell.label is not None else None

    def _is(self, words: str, kind: str) -> bool:
        return self._rules[kind].search(words) is not None


def _inside(label: Cell, names: Sequence[Name]) -> Name | None:
    """The name that fills a cell from its start to its end."""
    index = bisect_left(names, label.start, key=lambda name: name.start)
    found = names[index] if index < len(names) else None
    return found if found is not None and (found.start, found.end) == (label.start, label.end) else None


def _year(cell: Cell) -> Period:
    year = int(cell.surface)
    return Period(cell.start, cell.end, cell.surface, _PERIOD, dt.date(year, 1, 1), dt.date(year, 12, 31))

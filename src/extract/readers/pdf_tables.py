"""Ruled tables on the pages of a PDF: where pdfplumber sees cells, each row is one line."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import Any

from extract.readers.pdf_layout import Line, find_lines
from extract.readers.pdf_words import Word

#: A table has at least this many rules; a page with many more has a drawing on it, which takes long to look through.
_LEAST_RULES, _MOST_RULES = 6, 1500
#: A cell of a table of data is shorter than this; longer ones are frames around text.
_LONGEST_CELL = 400

#: How far the edges of columns may lie apart on two pages, in points.
_SAME_EDGE = 3.0

_Box = tuple[float, float, float, float]
_Table = list[list[_Box]]
logger = logging.getLogger(__name__)


def find_rows(document: Any, data: bytes, pages: Sequence[Sequence[Word]]) -> list[list[Line]]:
    """The rows of the tables on each page, from top to bottom; their words are the page's own.

    A table has two rows at least, or one that goes on with a table of the same columns on the page before or after.

    Parameters
    ----------
    document:
        PDFium's document.
    data:
        All bytes of the PDF.
    pages:
        The words of each page.
    """
    rules = [_count_rules(document[index]) for index in range(len(pages))]
    tables = [_tables(data, index) if _may_hold_tables(rules, index) else [] for index in range(len(pages))]
    found: list[list[Line]] = []
    for index, words in enumerate(pages):
        before, after = (
            tables[index - 1][-1:] if index else [],
            tables[index + 1][:1] if index + 1 < len(tables) else [],
        )
        rows: list[Line] = []
        for table in tables[index]:
            lines = [line for boxes in table if (line := _row(boxes, words)) is not None]
            goes_on = any(_has_same_columns(table, other) for other in (*before, *after))
            enough = len(lines) > 1 or goes_on
            if enough and all(len(word.text) < _LONGEST_CELL for line in lines for word in line.words):
                rows += lines
        found.append(rows)
    return found


def _count_rules(page: Any) -> int:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 (loaded with the first PDF)

    return sum(1 for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3))


def _may_hold_tables(rules: Sequence[int], index: int) -> bool:
    """Whether a page has as many rules as a table needs, or as one row of the table on the page beside it."""
    if not _LEAST_RULES <= rules[index] <= _MOST_RULES:
        beside = any(_LEAST_RULES <= count <= _MOST_RULES for count in rules[max(index - 1, 0) : index + 2])
        return beside and 0 < rules[index] <= _MOST_RULES
    return True


def _has_same_columns(table: _Table, other: _Table) -> bool:
    edges, others = ([edge for box in cells[0] for edge in box[::2]] for cells in (table, other))
    return len(edges) == len(others) and all(abs(a - b) < _SAME_EDGE for a, b in zip(edges, others, strict=True))


def _tables(data: bytes, index: int) -> list[_Table]:
    """The cells of each row of each table, in the coordinates of the words."""
    import pdfplumber  # noqa: PLC0415 (few releases hold tables)

    # It warns of every oddity in a file, and nobody who runs a folder of releases can do anything about it.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
            page = document.pages[0]
            # Words are measured from the foot of the page upwards, with a minus; pdfplumber measures from its head.
            height = float(page.mediabox[3])
            found = [[[cell for cell in row.cells if cell] for row in table.rows] for table in page.find_tables()]
            moved = [[[_moved(cell, height) for cell in row] for row in table if row] for table in found]
            return sorted((table for table in moved if table), key=lambda table: table[0][0][1])
    except Exception:
        # Whatever it stumbles on, the page's text is still there without its rules.
        logger.debug("no tables read on page %d", index + 1, exc_info=True)
        return []


def _moved(cell: tuple[Any, ...], height: float) -> _Box:
    left, top, right, bottom = map(float, cell)
    return left, top - height, right, bottom - height


def _row(boxes: Sequence[_Box], words: Sequence[Word]) -> Line | None:
    """A row as a line in which each cell is one word, or None with fewer than two filled cells."""
    cells = [cell for box in boxes if (cell := _cell(box, words)) is not None]
    return Line(tuple(cells), cells=True) if len(cells) > 1 else None


def _cell(box: _Box, words: Sequence[Word]) -> Word | None:
    inside = [word for word in words if in_box(word, box)]
    if not inside:
        return None
    text = " ".join(word.text for line in find_lines(inside) for word in line.words)
    return Word(text, *box[::2], min(word.top for word in inside), max(word.bottom for word in inside))


def in_box(word: Word, box: _Box) -> bool:
    """Whether the middle of a word lies in a box of left, top, right and bottom."""
    return box[0] <= (word.left + word.right) / 2 <= box[2] and box[1] <= word.middle <= box[3]


def without_rows(words: Sequence[Word], rows: Sequence[Line]) -> list[Word]:
    """The words that stand in no cell of the rows."""
    boxes = [(cell.left, cell.top, cell.right, cell.bottom) for row in rows for cell in row.words]
    return [word for word in words if not any(in_box(word, box) for box in boxes)]


def with_rows(lines: Sequence[Line], rows: Sequence[Line]) -> list[Line]:
    """The lines in reading order with each row before the first line of its column that stands below it."""
    ordered = list(lines)
    for row in rows:
        below = [
            place
            for place, line in enumerate(ordered)
            if not line.cells and line.top > row.top and line.left < row.right and row.left < line.right
        ]
        ordered.insert(below[0] if below else len(ordered), row)
    return ordered

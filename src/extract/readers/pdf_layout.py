"""Words of a page → lines in reading order, in one column or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from statistics import median

from extract.readers.markup import CELL_GAP
from extract.readers.pdf_words import Word

#: Blank between two columns, in points; a blank between words is seldom wider than half of that.
_GUTTER = 9.0
#: Lines that a column has at least, and the one beside it, which may hold the rest of a text; characters that their
#: lines have in the middle. With fewer it is a table.
_LEAST_LINES, _LEAST_REST, _LEAST_CHARACTERS = 4, 2, 18
#: Type that is larger or smaller than the usual one by this factor is that of a headline or a letterhead.
_LARGE = 1.15
#: The box of a line in one type varies by less than this part with the accents in it.
_SAME_TYPE = 0.06
#: Distance of the places that are tried for a gutter, in points.
_STEP = 3.0
#: A blank of more than this many line heights is one between cells, not between words.
_CELL = 2.2
#: What opens an item of a list; the blank behind it may be as wide as one between cells.
_MARK = re.compile(r"[•·▪●◦►▶■□✓✔➢➤‣⁃∙*–—-]|\d{1,2}[.)]|[a-z]\)")
#: Gaps that differ by less than this part of the line height are alike.
_ALIKE = 0.15
#: Places for a gutter that are looked at closely: those that the fewest lines cross.
_MOST_PLACES = 4


@dataclass(frozen=True)
class Line:
    """A line of a page: its words from left to right, and the edges of the column that it stands in.

    With ``cells`` it is a row of a ruled table, and each word is the text of a cell.
    """

    words: tuple[Word, ...]
    column: tuple[float, float] = (0.0, 0.0)
    cells: bool = False

    @property
    def text(self) -> str:
        """The words with single blanks, and a bar where they stand in cells of a row."""
        parts = [self.words[0].text]
        is_row = self.is_row
        for position, (word, gap) in enumerate(zip(self.words[1:], self._gaps(), strict=True)):
            wide = is_row and gap > _CELL * word.height and position >= self._opens_item
            parts += [CELL_GAP if self.cells or wide else " ", word.text]
        return "".join(parts)

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of cells; in a line stretched to the width of its column all gaps are alike."""
        gaps = self._gaps()[self._opens_item :]
        if self.cells:
            return True
        if not gaps or max(gaps) <= _CELL * self.height:
            return False
        return len(gaps) == 1 or max(gaps) - min(gaps) > _ALIKE * self.height

    @property
    def _opens_item(self) -> bool:
        return _MARK.fullmatch(self.words[0].text) is not None

    def _gaps(self) -> list[float]:
        return [word.left - before.right for before, word in pairwise(self.words)]

    @property
    def left(self) -> float:
        """Left edge in points."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Right edge in points."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """Upper edge in points from the top of the page."""
        return median(word.top for word in self.words)

    @property
    def height(self) -> float:
        """Height of most of its words."""
        return median(word.height for word in self.words)


def find_lines(words: Sequence[Word]) -> list[Line]:
    """The lines across a whole page from top to bottom, whatever columns they run through."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        for row in rows[-3:]:
            if row[0].top < word.middle < row[0].bottom and word.top < row[0].middle < word.bottom:
                row.append(word)
                break
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def reading_order(words: Sequence[Word]) -> list[Line]:
    """The lines of a page in the order in which they are read.

    What stands at the head in larger or smaller type comes first. A gutter is a place that no word crosses in a stretch
    of the page where both sides hold running text. Lines that cross it end the stretch; a side is read to its end
    before the next, and may have gutters itself.

    Parameters
    ----------
    words:
        The words of a page.
    """
    lines = find_lines(words)
    usual = median([word.height for word in words] or [0.0])
    head = list(takewhile(lambda line: line.height > _LARGE * usual or line.height < usual / _LARGE, lines))
    return [*_in_column(head), *_ordered([word for line in lines[len(head) :] for word in line.words])]


def _ordered(words: Sequence[Word]) -> list[Line]:
    gutter = _best_gutter(words)
    if gutter is None:
        return _in_column(find_lines(words))
    ordered: list[Line] = []
    for in_columns, stretches in groupby(_stretches(words, gutter), key=lambda stretch: _has_columns(stretch, gutter)):
        if in_columns:
            for stretch in stretches:
                left, right = _sides(stretch, gutter)
                ordered += [*_ordered(left), *_ordered(right)]
        else:  # lines that cross the gutter, and the short ones between them that do not, are one text
            ordered += _ordered([word for stretch in stretches for word in stretch])
    return ordered


def _in_column(lines: Sequence[Line]) -> list[Line]:
    """The lines of one column with its edges, which are those of all lines in the same type."""
    edges: dict[float, tuple[float, float]] = {}
    sizes = []
    for line in lines:
        size = next((known for known in edges if abs(known - line.height) < _SAME_TYPE * known), line.height)
        left, right = edges.get(size, (line.left, line.right))
        edges[size] = min(left, line.left), max(right, line.right)
        sizes.append(size)
    return [Line(line.words, edges[size]) for line, size in zip(lines, sizes, strict=True)]


def _best_gutter(words: Sequence[Word]) -> float | None:
    """Where most text stands in columns on both sides, or None where it does nowhere."""
    held = {place: _held(words, place) for place in _likely_places(words)}
    best = max(held, key=lambda place: held[place], default=None)
    return best if best is not None and held[best] else None


def _held(words: Sequence[Word], place: float) -> int:
    """How many words stand in columns on both sides of a place."""
    return sum(len(stretch) for stretch in _stretches(words, place) if _has_columns(stretch, place))


def _likely_places(words: Sequence[Word]) -> list[float]:
    """The middles of the stretches of the page's width that the fewest words cross."""
    if len(words) < 4 * _LEAST_LINES:
        return []
    start, end = min(word.left for word in words), max(word.right for word in words)
    margin = 0.12 * (end - start)
    steps = int((end - start - 2 * margin) / _STEP)
    places = [start + margin + _STEP * step for step in range(max(steps, 0))]
    counts = [len(_crossing(words, place)) for place in places]
    valleys: list[tuple[int, float]] = []
    for count, run in groupby(zip(counts, places, strict=True), key=lambda pair: pair[0]):
        inside = [place for _, place in run]
        valleys.append((count, inside[len(inside) // 2]))
    return [place for _, place in sorted(valleys)[:_MOST_PLACES]]


def _crossing(words: Sequence[Word], place: float) -> list[Word]:
    return [word for word in words if word.left - _GUTTER / 2 < place < word.right + _GUTTER / 2]


def _stretches(words: Sequence[Word], place: float) -> list[list[Word]]:
    """The words from top to bottom, parted before and after the lines that cross a place."""
    bands = sorted((word.top, word.bottom) for word in _crossing(words, place))
    merged: list[list[float]] = []
    for top, bottom in bands:
        if merged and top <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], bottom)
        else:
            merged.append([top, bottom])
    stretches: list[list[Word]] = [[] for _ in range(2 * len(merged) + 1)]
    for word in sorted(words, key=lambda word: word.middle):
        above = sum(bottom <= word.middle for _, bottom in merged)
        inside = above < len(merged) and merged[above][0] < word.middle
        stretches[2 * above + inside].append(word)
    return [stretch for stretch in stretches if stretch]


def _sides(words: Sequence[Word], place: float) -> tuple[list[Word], list[Word]]:
    return [word for word in words if word.right <= place], [word for word in words if word.left >= place]


def _has_columns(words: Sequence[Word], place: float) -> bool:
    """Whether no word crosses a place and running text stands on both sides of it."""
    if _crossing(words, place):
        return False
    small, large = sorted(_sides(words, place), key=len)
    return _is_running_text(small, _LEAST_REST) and _is_running_text(large, _LEAST_LINES)


def _is_running_text(words: Sequence[Word], least: int) -> bool:
    if len(words) < 2 * least:
        return False
    lines = find_lines(words)
    return len(lines) >= least and median(len(line.text) for line in lines) >= _LEAST_CHARACTERS

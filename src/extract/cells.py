"""The cells of the tables in a text, each with the head of its column and the label of its row.

Pages, Word documents and PDFs come with their rows on lines and "|" between the cells; plain text has tabs or wide
blanks, Markdown its pipes. A table is a run of such lines of which the first one is a row of words: its head.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from extract.mentions import Cell, Mention

_LINE = re.compile(r"[^\n]+")
_WIDE = re.compile(r" {3,}|\t")
#: The line under the head of a table in Markdown, or one of rules in plain text.
_RULE = re.compile(r"[\s|:+=_–—-]*[-=_–—]{2,}[\s|:+=_–—-]*")
#: A longer cell is text on a page that a table lays out.
_LONGEST = 200
_LONGEST_HEAD = 80
_BETWEEN = {"|": re.compile(r"\|"), "\t": re.compile(r"\t"), "blanks": re.compile(r" {3,}")}
_TABS = re.compile(r"\t[\t ]*")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: What ends a sentence or opens a list ends no head.
_NO_HEAD = re.compile(r"[.;:!?]$")
_MARKS = " \t*_"
_ABBREVIATED = re.compile(
    r"\b(?:n[oº°]|n[uú]m|cant|tel|ext|imp|pres|aprox|mpio|cve|p|pza?s?|hab|pers|benef)\.$", re.IGNORECASE
)
_FIGURE = re.compile(r"\W*\d[\d\s.,%]*\W*")

MentionT = TypeVar("MentionT", bound=Mention)
_Span = tuple[int, int]
_Row = list[_Span]


def find_cells(text: str) -> list[Cell]:
    """The cells of all tables that have a head, in reading order; empty cells are left out.

    Parameters
    ----------
    text:
        The document's text.

    Returns
    -------
    The cells of the head, of kind ``head``, and those below it. A row with more or fewer cells than the head belongs to
    its table, but nobody knows which column its cells are in: they have neither head nor label.
    """
    return [cell for rows in _runs(text) for cell in _table(text, rows)]


def within_cells(mentions: Sequence[MentionT], cells: Sequence[Cell]) -> list[MentionT]:
    """Those of the mentions that do not run from one cell into the next."""
    starts = [cell.start for cell in cells]
    return [m for m in mentions if bisect_right(starts, m.start) == bisect_left(starts, m.end)]


def is_row(line: str) -> bool:
    """Whether a line has the marks of a table's row."""
    return "\t" in line.strip() or " | " in line


def _runs(text: str) -> Iterator[list[_Row]]:
    """Rows that follow each other with nothing but blank lines and rules between; all are cut by one sort of mark."""
    lines: list[re.Match[str]] = []
    sort: str | None = None
    for match in _LINE.finditer(text) if "|" in text or _WIDE.search(text) else ():
        line = match.group()
        if not line.strip() or (lines and _RULE.fullmatch(line)):
            continue
        mark = (
            "|" if "|" in line else "\t" if "\t" in line.strip() else "blanks" if _WIDE.search(line.strip()) else None
        )
        if mark != sort:
            yield from _even(text, sort, lines)
            lines = []
        sort = mark
        if mark:
            lines.append(match)
    yield from _even(text, sort, lines)


def _even(text: str, sort: str | None, lines: Sequence[re.Match[str]]) -> Iterator[list[_Row]]:
    """The rows of some lines, where they make a table.

    Several tabs in a row are one, where they only set the columns below each other. Justified prose has wide blanks,
    too, but not as many in each line, or no column of figures between them.
    """
    if sort is None or len(lines) < 2:
        return
    rows = [[*_cut(line.group(), line.start(), _BETWEEN[sort], sort)] for line in lines]
    if sort == "\t" and len({len(row) for row in rows}) > 1:
        joined = [[*_cut(line.group(), line.start(), _TABS, sort)] for line in lines]
        rows = joined if len({len(row) for row in joined}) == 1 else rows
    if sort == "blanks":
        figures = [all(_FIGURE.fullmatch(text, *span) for span in column) for column in zip(*rows[1:], strict=False)]
        if len(rows) < 3 or len({len(row) for row in rows}) > 1 or not any(figures):
            return
    yield rows


def _cut(line: str, offset: int, between: re.Pattern[str], mark: str) -> Iterator[_Span]:
    """The cells of a line, without the marks of emphasis around them."""
    start, end = 0, len(line)
    if mark == "|" and line.strip().startswith("|") and line.strip().endswith("|") and line.count("|") > 1:
        start, end = line.index("|") + 1, line.rindex("|")
    elif mark != "|":
        start, end = len(line) - len(line.lstrip(" ")), len(line.rstrip())
    places = [match.span() for match in between.finditer(line[:end])]
    for first, last in [*(place for place in places if place[0] >= start), (end, end)]:
        piece = line[start:first]
        yield offset + start + len(piece) - len(piece.lstrip(_MARKS)), offset + start + len(piece.rstrip(_MARKS))
        start = last


def _table(text: str, rows: Sequence[_Row]) -> Iterator[Cell]:
    heads, body = _heads(text, rows)
    whole = [row for row in body if len(row) == len(heads)]
    if not heads or not whole:
        return
    yield from (head for head in heads if head.surface)
    named = next((at for at in range(len(heads)) if any(_LETTER.search(text[slice(*row[at])]) for row in whole)), 0)
    for row in body:
        label = None
        if len(row) != len(heads):
            spans = ((column, span) for column, span in enumerate(row) if span[0] < span[1] <= span[0] + _LONGEST)
            yield from (Cell(start, end, text[start:end], "cell", "body", at) for at, (start, end) in spans)
            continue
        for column, ((start, end), head) in enumerate(zip(row, heads, strict=True)):
            if start < end <= start + _LONGEST:
                cell = Cell(start, end, text[start:end], "cell", "body", column, head, label)
                label = cell if column == named else label
                yield cell


def _heads(text: str, rows: Sequence[_Row]) -> tuple[list[Cell], Sequence[_Row]]:
    """The heads of the columns and the rows below; a second row of heads says more than the first."""
    spans, body = rows[0], rows[1:]
    surfaces = [text[start:end] for start, end in spans]
    if len(spans) < 2 or not all(map(_may_be_head, surfaces)) or sum(map(bool, surfaces)) * 2 < len(spans):
        return [], body
    if not any(_LETTER.search(surface) for surface in surfaces):
        return [], body
    if len(body) > 1 and len(body[0]) == len(spans) and body[0][0][0] >= body[0][0][1]:
        lower = [text[start:end] for start, end in body[0]]
        if all(map(_may_be_head, lower)) and any(lower):
            spans = [own if own[0] < own[1] else above for own, above in zip(body[0], spans, strict=True)]
            body = body[1:]
    heads = [Cell(start, end, text[start:end], "cell", "head", column) for column, (start, end) in enumerate(spans)]
    return heads, body


def _may_be_head(surface: str) -> bool:
    """Whether a cell is empty, a year, or a few words without a figure."""
    if _YEAR.fullmatch(surface) or not surface:
        return True
    if len(surface) > _LONGEST_HEAD or (_NO_HEAD.search(surface) and not _ABBREVIATED.search(surface)):
        return False
    return surface in {"%", "#", "$"} or _LETTER.match(surface.lstrip("(¿%#$ ")) is not None

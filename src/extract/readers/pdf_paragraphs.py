"""Lines of pages → paragraphs: running heads left out, line wraps and hyphenation undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median

from extract.folding import fold
from extract.readers.dateline import find_dateline
from extract.readers.headline import is_furniture
from extract.readers.pdf_layout import Line, find_lines
from extract.readers.pdf_words import HYPHENS, Word

#: Lines at the head and the foot of a page that may be running ones, and how far they may stand from those of others.
_MARGIN_LINES, _SAME_PLACE = 3, 6.0
#: Type smaller than the usual one by this factor.
_SMALL = 0.85
_PAGE_NUMBER = re.compile(
    r"\W*(?P<label>p[aá]g(?:ina|\.)?:?\s*)?(?P<page>\d{1,4})(?P<of>\s*(?:/|de|\|)\s*\d{1,4})?\W*", re.IGNORECASE
)
_BULLET = re.compile(r"(?:[•·▪●◦►▶■□✓✔➢➤‣⁃∙*]+|[-–—](?=\s)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))\s*")
_FULL_STOP = re.compile(r"[.!?…][\"”»'’)]*$")
_END = re.compile(r"[.!?:;…][\"”»'’)]*$")
#: Lines this many usual distances apart do not belong to one paragraph.
_WIDE = 1.3
#: Where in the order of all distances the usual one stands; a few smaller ones are accidents.
_SMALLEST = 0.15
#: A first line is indented by more than this many line heights.
_INDENT = 0.9
#: What is set this much larger or smaller is no part of the same paragraph.
_OTHER_SIZE = 1.12


@dataclass
class Paragraph:
    """A paragraph: its text, its last line, and where in the text a new page begins (0: at its start)."""

    text: str
    last: Line
    first: Line
    item: bool
    pages: list[tuple[int, int]] = field(default_factory=list)  # page index, offset in the text


def running_words(pages: Sequence[Sequence[Word]]) -> list[set[Word]]:
    """The words of each page that stand in its running head or foot, or are its number.

    A line is running where another page has the same one, the page number apart, in the same place. On a page that
    stands alone it is known by its small type, if it carries no figure that could be lost with it.

    Parameters
    ----------
    pages:
        The words of each page.
    """
    margins = [_margin_lines(find_lines(words)) for words in pages]
    keys = [[_key(line, at_head, page) for line, at_head in lines] for page, lines in enumerate(margins, start=1)]
    seen = Counter(key for on_page in keys for key in set(on_page))
    enough = max(2, len(pages) // 2)
    running: list[set[Word]] = []
    for number, lines in enumerate(margins, start=1):
        found = _small_head(pages[number - 1]) if len(pages) == 1 else set()
        for (line, _), key in zip(lines, keys[number - 1], strict=True):
            if _is_page_number(line, number, len(pages)) or seen[key] >= enough:
                found |= set(line.words)
        running.append(found)
    return running


def _small_head(words: Sequence[Word]) -> set[Word]:
    """The words at the very head of a page that are set smaller than its text."""
    usual = median([word.height for word in words] or [0.0])
    lines = list(takewhile(lambda line: line.height < _SMALL * usual, find_lines(words)))[:_MARGIN_LINES]
    small = [line for line in lines if is_furniture(line.text) or not any(char.isdigit() for char in line.text)]
    return {word for line in small for word in line.words}


def _margin_lines(lines: list[Line]) -> list[tuple[Line, bool]]:
    """The first and last lines of a page, each with whether it stands in the upper half of them."""
    head = lines[:_MARGIN_LINES]
    foot = lines[len(head) :][-_MARGIN_LINES:]
    return [*((line, True) for line in head), *((line, False) for line in foot)]


def _key(line: Line, at_head: bool, page: int) -> tuple[str, bool, int]:
    """What a running line has in common on all pages: its words but for the page's number, and its place."""
    return re.sub(rf"(?<!\d){page}(?!\d)", "#", fold(line.text)), at_head, round(line.top / _SAME_PLACE)


def _is_page_number(line: Line, number: int, pages: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(line.text)
    if match is None:
        return False
    return bool(match["label"]) or (int(match["page"]) == number and (bool(match["of"]) or pages > 1))


def find_paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages in reading order; one that goes on over a column or page is one.

    Parameters
    ----------
    pages:
        The lines of each page in reading order.
    """
    paragraphs: list[Paragraph] = []
    usual = [_usual_distance(lines) for lines in pages]
    for page, lines in enumerate(pages):
        before: Line | None = None
        for position, line in enumerate(lines):
            turned = position == 0 or (before is not None and line.top < before.top)
            last = paragraphs[-1] if paragraphs else None
            if last is not None and (_flows_over(last, line) if turned else _goes_on(last, line, usual[page])):
                _append(last, line, page if position == 0 else None)
            else:
                paragraphs.append(_begin(line, page if position == 0 else None))
            before = line
    return paragraphs


def _begin(line: Line, page: int | None) -> Paragraph:
    text = line.text
    item = _BULLET.match(text) is not None
    return Paragraph(text, line, line, item, [] if page is None else [(page, 0)])


def _append(paragraph: Paragraph, line: Line, page: int | None) -> None:
    text, more = _joined(paragraph.text, line.text)
    if page is not None:
        paragraph.pages.append((page, len(text)))
    paragraph.text, paragraph.last = text + more, line


def _joined(text: str, line: str) -> tuple[str, str]:
    """The text so far and the next line as they are joined: hyphenation undone, else with a blank."""
    if text[-1] in HYPHENS and len(text) > 1 and text[-2].isalnum():
        if text[-2].isalpha() and line[0].islower():
            return text[:-1], line
        return f"{text[:-1]}-", line
    return f"{text} ", line


def _usual_distance(lines: Sequence[Line]) -> float:
    """From line to line inside paragraphs, in line heights: one of the smallest distances on the page."""
    distances = sorted(
        (after.top - before.top) / after.height
        for before, after in pairwise(lines)
        if after.height > 0 and _same_size(before, after) and after.top - before.top > 0.5 * after.height
    )
    return distances[int(_SMALLEST * len(distances))] if distances else 1.0


def _goes_on(paragraph: Paragraph, line: Line, usual: float) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = paragraph.last
    if _BULLET.match(line.text) or not _same_size(last, line):
        return False
    if line.top - last.top > _WIDE * max(usual, 1.0) * last.height:
        return False
    if last.is_row or line.is_row or _opens(line):
        return False
    if _is_indented(paragraph, line):
        return False
    return not _would_fit(last, line) or line.text[0].islower()


def _is_indented(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line begins further in than the paragraph it could belong to, or an item's text ends before it."""
    last, step = paragraph.last, _INDENT * line.height
    if paragraph.item:
        return paragraph.first is not last and line.left < last.left - step
    after_end = _END.search(last.text) is not None and line.left > line.column[0] + step
    return (line.left > last.left + step or after_end) and not _is_centred(line)


def _opens(line: Line) -> bool:
    """Whether a line begins with a dateline, which opens the body of a release."""
    dateline = find_dateline(line.text)
    return dateline is not None and dateline.start == 0 and dateline.place is not None


def _would_fit(last: Line, line: Line) -> bool:
    """Whether the line's first word had room in the last one: then it was broken on purpose."""
    left, right = last.column
    room = (right - left) - (last.right - last.left) - max(last.left - left, 0.0) * (not _is_centred(last))
    word = line.words[0]
    slack = 0.3 * line.height if _END.search(last.text) else 1.5 * line.height
    return room > (word.right - word.left) + 0.3 * line.height + slack


def _is_centred(line: Line) -> bool:
    left, right = line.left - line.column[0], line.column[1] - line.right
    return left > line.height and abs(left - right) < line.height


def _flows_over(paragraph: Paragraph, line: Line) -> bool:
    """Whether a paragraph goes on in the first line of the next column or page."""
    if _BULLET.match(line.text) or _FULL_STOP.search(paragraph.text) or not _same_size(paragraph.last, line):
        return False
    return line.text[0].islower() or not _would_fit(paragraph.last, line)


def _same_size(last: Line, line: Line) -> bool:
    small, large = sorted((last.height, line.height))
    return large <= _OTHER_SIZE * max(small, 0.1)


def join_paragraphs(paragraphs: Sequence[Paragraph], pages: int) -> tuple[str, tuple[int, ...]]:
    """The text of all paragraphs and the offset at which each page begins.

    Parameters
    ----------
    paragraphs:
        The paragraphs in order.
    pages:
        The number of pages; one without text begins where the next begins.
    """
    starts: dict[int, int] = {}
    text = ""
    for before, paragraph in zip([None, *paragraphs], paragraphs, strict=False):
        if before is not None:
            text += "\n" if before.item and paragraph.item else "\n\n"
        starts |= {page: len(text) + offset for page, offset in paragraph.pages}
        text += paragraph.text
    return text, tuple(_filled(starts, pages, len(text)))


def _filled(starts: dict[int, int], pages: int, end: int) -> Iterator[int]:
    following = end
    filled = []
    for page in range(pages - 1, -1, -1):
        following = starts.get(page, following)
        filled.append(following)
    return iter([0, *reversed(filled[:-1])])

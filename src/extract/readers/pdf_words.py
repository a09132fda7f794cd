"""The words of a PDF page with their places, as PDFium reads them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from extract.readers.markup import SYMBOL_BULLETS

#: What PDFium gives for a hyphen at a line end, and the soft hyphen itself.
HYPHENS = "-\u00ad\u2010\x02\ufffe"
#: Ligatures, bullets of symbol fonts, and signs that are no characters.
_PLAIN = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    **dict.fromkeys(SYMBOL_BULLETS, "•"),
    "\x00": "",
    "\ufeff": "",
}
#: A run of characters goes on as long as the next one begins no further away than this part of its height.
_REACH = 0.6
#: How far a line of a usual font reaches above and below its baseline, in parts of the font's size.
_ASCENT, _DESCENT = 0.92, 0.25
#: A size that differs more from the height of the character's box is no size of its font.
_LEAST_PART = 0.35


class Word(NamedTuple):
    """A word and its box: points from the left and from the top of the page as it is read."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Height of the line that the font needs, about a sixth more than its size."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The line's middle, the same for all words of a line in one size."""
        return (self.top + self.bottom) / 2


class _Char(NamedTuple):
    text: str
    box: tuple[float, float, float, float]  # left, top, right, bottom
    turn: int


def page_words(text_page: Any) -> list[Word]:
    """The words of a page in the order of the file; blanks and turned text (marks in the margin) are left out.

    Parameters
    ----------
    text_page:
        PDFium's text page.
    """
    chars = list(_chars(text_page))
    turns = Counter(char.turn for char in chars if char is not None)
    if not turns:
        return []
    turn = turns.most_common(1)[0][0]
    words = list(_words([None if char is None or char.turn != turn else _turned(char) for char in chars]))
    return _once(words)


def _chars(text_page: Any) -> Iterator[_Char | None]:
    """Each character with its box; None for a blank."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 (loaded with the first PDF)

    for index in range(text_page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
        if char.isspace():
            yield None
            continue
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        quarter = round(pdfium.FPDFText_GetCharAngle(text_page.raw, index) / (math.pi / 2)) % 4
        if quarter == 0:
            bottom, top = _line_of(text_page, index, bottom, top)
        yield _Char(_PLAIN.get(char, char), (left, -top, right, -bottom), quarter)


def _line_of(text_page: Any, index: int, bottom: float, top: float) -> tuple[float, float]:
    """Bottom and top of the line that a character needs, from its baseline and the size of its font.

    The box that PDFium gives goes by what the font says of its height. Where that is too little, as in the fonts that
    LibreOffice embeds, each letter has a height of its own. The box is kept where the size is no help.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415 (loaded with the first PDF)

    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetMatrix(text_page.raw, index, matrix):
        return bottom, top
    if not pdfium.FPDFText_GetCharOrigin(text_page.raw, index, x, y):
        return bottom, top
    size = pdfium.FPDFText_GetFontSize(text_page.raw, index) * math.hypot(matrix.c, matrix.d)
    if not _LEAST_PART * (top - bottom) < size < (top - bottom) / _LEAST_PART:
        return bottom, top
    return y.value - _DESCENT * size, y.value + _ASCENT * size


def _turned(char: _Char) -> _Char:
    """The character as it lies when the page is held so that its text can be read."""
    left, top, right, bottom = char.box
    if char.turn == 1:
        return char._replace(box=(top, -right, bottom, -left))
    if char.turn == 2:
        return char._replace(box=(-right, -bottom, -left, -top))
    if char.turn == 3:
        return char._replace(box=(-bottom, left, -top, right))
    return char


def _words(chars: list[_Char | None]) -> Iterator[Word]:
    run: list[_Char] = []
    for char in [*chars, None]:
        if run and (char is None or not _goes_on(run[-1], char)):
            yield _word(run)
            run = []
        if char is not None and char.text:
            run.append(char)


def _goes_on(last: _Char, char: _Char) -> bool:
    if char.box == last.box:  # the letters of a ligature share the box of their one glyph
        return True
    reach = _REACH * (last.box[3] - last.box[1])
    same_line = last.box[1] < (char.box[1] + char.box[3]) / 2 < last.box[3] or _within(char.box, last.box)
    return same_line and -reach < char.box[0] - last.box[2] < reach


def _within(last: tuple[float, ...], box: tuple[float, ...]) -> bool:
    return last[1] < (box[1] + box[3]) / 2 < last[3]


def _word(run: list[_Char]) -> Word:
    # Characters beyond the basic plane come as two halves.
    text = "".join(char.text for char in run).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lefts, tops, rights, bottoms = zip(*(char.box for char in run), strict=True)
    return Word(text, min(lefts), max(rights), min(tops), max(bottoms))


def _once(words: list[Word]) -> list[Word]:
    """The words without those that are drawn twice to look bold."""
    seen: set[tuple[str, int, int]] = set()
    single = []
    for word in words:
        place = (word.text, round(word.left / 2), round(word.top / 2))
        if place not in seen:
            single.append(word)
        seen.add(place)
    return single

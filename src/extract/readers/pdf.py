"""PDFs with a text layer: paragraphs in reading order, without running heads and page numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from extract.readers.content import Content, ReadError
from extract.readers.dateline import Dateline, find_dateline
from extract.readers.decoding import compose
from extract.readers.headline import is_file_title
from extract.readers.pdf_layout import find_lines, reading_order
from extract.readers.pdf_paragraphs import find_paragraphs, join_paragraphs, running_words
from extract.readers.pdf_tables import find_rows, with_rows, without_rows
from extract.readers.pdf_words import Word, page_words

_NO_TEXT = "The PDF has no text layer: run OCR first."
_LOCKED = "The PDF needs a password: save it without one."
_DAMAGED = "The file is damaged or no PDF: open it, save it again, and retry."
_TIME = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")


def read_pdf(data: bytes) -> Content:
    """The content of a PDF: its text with the page starts, and title and date of its properties.

    Running heads and feet are left out; a dateline in the head of the first page still gives place and date.

    Parameters
    ----------
    data:
        All bytes of the file.

    Raises
    ------
    ReadError
        The file is no PDF, needs a password or has no text layer.
    """
    import pypdfium2  # noqa: PLC0415 (loaded with the first PDF)

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(_LOCKED if "password" in str(error).lower() else _DAMAGED) from error
    try:
        return _content(document, data)
    finally:
        document.close()


def _content(document: Any, data: bytes) -> Content:
    pages = [_page_words(document, index) for index in range(len(document))]
    running = running_words(pages)
    kept = [[word for word in words if word not in left_out] for words, left_out in zip(pages, running, strict=True)]
    # A scan may carry a page number or a stamp; all letters in running lines are those of a machine.
    if not any(char.isalpha() for words in kept for word in words for char in word.text):
        raise ReadError(_NO_TEXT)
    tables = find_rows(document, data, kept)
    lines = [
        with_rows(reading_order(without_rows(words, rows)), rows) for words, rows in zip(kept, tables, strict=True)
    ]
    text, starts = join_paragraphs(find_paragraphs(lines), len(pages))
    head = _head_dateline(running)
    said = document.get_metadata_dict()
    title = " ".join(said.get("Title", "").split())
    return Content(
        text,
        title_hint=title if title and not is_file_title(title) else None,
        published=(head.published if head else None) or _date(said.get("CreationDate", "")),
        place=head.place if head else None,
        page_starts=starts,
    )


def _page_words(document: Any, index: int) -> list[Word]:
    page = document[index]
    text_page = page.get_textpage()
    try:
        # Composed word by word, so that the offsets of the pages hold in the composed text.
        return [word._replace(text=compose(word.text)) for word in page_words(text_page)]
    finally:
        text_page.close()
        page.close()


def _head_dateline(running: Sequence[set[Word]]) -> Dateline | None:
    lines = find_lines(sorted(running[0], key=lambda word: word.middle)) if running else []
    return find_dateline("\n".join(line.text for line in lines))


def _date(time: str) -> dt.date | None:
    """The day of a PDF time, as in D:20240503101500-06'00'."""
    match = _TIME.match(time)
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None

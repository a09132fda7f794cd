"""Word documents: paragraphs, lists, tables and text boxes in the order of the page."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from itertools import chain
from typing import Any

from extract.readers.content import Content, ReadError
from extract.readers.dateline import find_dateline
from extract.readers.decoding import compose, with_plain_blanks, without_soft_hyphens
from extract.readers.headline import is_file_title
from extract.readers.markup import (
    BULLET,
    ITEM_SIGNS,
    MOST_COLUMNS,
    SYMBOL_BULLETS,
    count_places,
    joined_cells,
)

_NO_WORD = "This is no Word document: give the file its own ending, or save it as .docx."
_TOO_LARGE = "The document unpacks to far more than a release can hold: it may be a bomb, so it was not opened."
#: Unpacked bytes of all parts. A release with photographs has a few dozen megabytes, hardly compressed.
_UNPACKED_LIMIT = 200_000_000
#: Markup shrinks to a tenth or twentieth; what shrinks to less than this and is not small is made to fill the memory.
_RATIO_LIMIT = 150
_SMALL = 10_000_000
_MOST_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Text taken out by a tracked change, instructions of fields, and the second copy of a text box for old programs.
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", f"{_MC}Fallback"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
#: The library's template carries this time in every document that is made with it and given no date.
_TEMPLATE_TIME = dt.datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 (the library gives times without a zone)


def read_docx(data: bytes) -> Content:
    """The content of a ``.docx`` file: its body, and title and date from the core properties.

    Running headers and footers are left out; a dateline in the header still gives place and date. Notes come last.

    Parameters
    ----------
    data:
        All bytes of the file.

    Raises
    ------
    ReadError
        The file is no Word document, is encrypted, or unpacks to too much.
    """
    _check_archive(data)
    import docx  # noqa: PLC0415 (loaded when there is an archive to open)

    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ReadError(_NO_WORD) from error
    text = compose(_text(chain(_blocks(document.element.body), _notes(document))))
    if not text:
        raise ReadError("The document holds no text: if it is a picture of one, run OCR first.")
    properties = document.core_properties
    title = " ".join((properties.title or "").split())
    head = find_dateline("\n".join(line for line, _ in _header_lines(document)))
    return Content(
        text,
        title_hint=title if title and not is_file_title(title) else None,
        published=(head.published if head else None) or _date(properties.modified, properties.created),
        place=head.place if head else None,
    )


def _check_archive(data: bytes) -> None:
    """Refuse what is no archive or unpacks to too much, by its own directory; reading goes no further than it says."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError("The document needs a password or is in the old .doc format: save it as .docx without one.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError(_NO_WORD) from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > _UNPACKED_LIMIT or len(parts) > _MOST_PARTS:
        raise ReadError(_TOO_LARGE)
    if unpacked > max(_SMALL, _RATIO_LIMIT * len(data)):
        raise ReadError(_TOO_LARGE)
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("The document needs a password: save it without one.")


def _date(*times: dt.datetime | None) -> dt.date | None:
    """The day of the last save, which is nearer to publication than the day on which an old release was copied."""
    for time in times:
        if time is not None and time.replace(tzinfo=None) != _TEMPLATE_TIME:
            return time.date()
    return None


def _header_lines(document: Any) -> Iterator[tuple[str, bool]]:
    for section in document.sections:
        for header in (section.first_page_header, section.header):
            if not header.is_linked_to_previous:
                yield from _blocks(header._element)


def _notes(document: Any) -> Iterator[tuple[str, bool]]:
    """The lines of footnotes and endnotes, which follow the body."""
    from docx.oxml import parse_xml  # noqa: PLC0415 (loaded with the document)

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in {"footnotes", "endnotes"}:
            for note in parse_xml(relation.target_part.blob):
                if note.get(f"{_W}type") is None:  # the others are the rules between text and notes
                    yield from _blocks(note)


def _text(lines: Iterator[tuple[str, bool]]) -> str:
    """The lines as one text: list items on lines of their own, everything else between blank lines."""
    parts: list[str] = []
    before_item = False
    for line, item in lines:
        parts += ["\n" if item and before_item else "\n\n", line]
        before_item = item
    return "".join(parts[1:])


def _blocks(parent: Any) -> Iterator[tuple[str, bool]]:
    """The lines of a body, cell or text box, each with whether it is a list item, in reading order."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from _table(child)
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}:
            yield from _blocks(child)


def _paragraph(paragraph: Any) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph, then those of the text boxes that are anchored in it."""
    boxes: list[Any] = []
    line = without_soft_hyphens(with_plain_blanks("".join(_pieces(paragraph, boxes)))).strip()
    item = bool(line) and _is_item(paragraph)
    if line:
        yield (BULLET + line.lstrip(ITEM_SIGNS) if item else line), item
    for box in boxes:
        yield from _blocks(box)


def _pieces(node: Any, boxes: list[Any]) -> Iterator[str]:
    """The text of a node's runs; a text box in them is put aside."""
    for child in node:
        if child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}sym":
            yield _symbol(child)
        elif child.tag not in _UNSEEN and not _is_hidden(child):
            yield from _pieces(child, boxes)


def _symbol(sign: Any) -> str:
    """A character of a symbol font: a bullet, or nothing that could be read."""
    code = str(sign.get(f"{_W}char", "")).upper()
    return "•" if code in {f"{ord(bullet):04X}" for bullet in SYMBOL_BULLETS} else ""


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return vanish is not None and str(vanish.get(f"{_W}val", "true")) not in {"0", "false", "off"}


def _is_item(paragraph: Any) -> bool:
    """Whether a paragraph has a number or bullet, by itself or by its style."""
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    if numbered is not None:
        return str(numbered.get(f"{_W}val")) != "0"
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else (style.get(f"{_W}val") or "")
    return name.casefold().startswith(("list", "lista")) and "paragraph" not in name.casefold()


def _table(table: Any) -> Iterator[tuple[str, bool]]:
    """A table of data row by row; one that only lays out the page, cell by cell."""
    for row in table.iterchildren(f"{_W}tr"):
        own = [cell for cell in row.iter(f"{_W}tc") if _row_of(cell) is row]
        cells = [list(_blocks(cell)) for cell in own]
        filled = [cell for cell in cells if cell]
        reached = bool(filled) and any(_is_continued(cell) for cell in own)
        if (len(filled) > 1 or reached) and all(len(cell) <= 2 for cell in filled):
            texts = [" ".join(line for line, _ in cell).replace("\n", " ") for cell in cells]
            places = [one for cell, text in zip(own, texts, strict=True) for one in (text, *[""] * (_width(cell) - 1))]
            yield joined_cells(places, reached=reached), False
        else:
            for cell in filled:
                yield from cell


def _is_continued(cell: Any) -> bool:
    """Whether a cell goes on with the one above it."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val", "continue") == "continue"


def _width(cell: Any) -> int:
    """How many columns a cell takes."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return count_places(span.get(f"{_W}val", "") if span is not None else "", MOST_COLUMNS)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"), None)

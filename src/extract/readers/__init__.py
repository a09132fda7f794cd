"""From a file's bytes to a release: one module for each format, one table that names them.

A reader takes the bytes and gives a ``Content``. What is the same for all formats (headline, dateline, which date
counts) is done here, so a further format is one more module and one more line in the table.
"""

from __future__ import annotations

import datetime as dt
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extract.readers.content import Content, ReadError
from extract.readers.dateline import Dateline, find_dateline
from extract.readers.headline import find_title
from extract.schema import PublishedFrom

__all__ = ["SUFFIXES", "Content", "ReadError", "Release", "read", "read_text"]

#: File ending → the function that reads it, imported when the first such file comes.
_READERS = {
    ".txt": "extract.readers.plain:read_text",
    ".md": "extract.readers.plain:read_markdown",
}
#: The file endings of releases, lower case.
SUFFIXES = tuple(_READERS)

_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


@dataclass(frozen=True)
class Release:
    """A press release: its text and what is known about it.

    ``dateline`` is the stretch of the text that names place and date; ``page_starts`` the offset of the first character
    of each page of a paged source; ``encoding`` is None where the format has its own.
    """

    text: str
    title: str | None
    place: str | None
    published: dt.date | None
    published_from: PublishedFrom | None
    url: str | None
    format: str
    encoding: str | None
    page_starts: tuple[int, ...] = ()
    dateline: tuple[int, int] | None = None

    def in_dateline(self, offset: int) -> bool:
        """Whether the character at this offset belongs to the dateline."""
        return self.dateline is not None and self.dateline[0] <= offset < self.dateline[1]


def read(path: Path, data: bytes) -> Release:
    """The release in a file.

    Parameters
    ----------
    path:
        The file's path: its ending chooses the reader, an ISO date at the head of its name may give the date.
    data:
        All bytes of the file.

    Raises
    ------
    ReadError
        The file is no release that can be read; the message says why.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        what = f"The file ending {suffix}" if suffix else "A file without ending"
        raise ReadError(f"{what} is no release format; known are {', '.join(SUFFIXES)}.")
    if not data:
        raise ReadError("The file is empty.")
    reader: Callable[[bytes], Content] = pkgutil.resolve_name(_READERS[suffix])
    content = reader(data)
    if not content.text.strip():
        raise ReadError("The file holds no text, only blanks.")
    return _release(content, suffix.removeprefix("."), path.name)


def read_text(text: str) -> Release:
    """The release in a text that is already decoded.

    Parameters
    ----------
    text:
        Headline, dateline and body, as in a ``.txt`` file.
    """
    return _release(Content(text), "txt", "")


def _release(content: Content, file_format: str, file_name: str) -> Release:
    dateline = find_dateline(content.text)
    span = (dateline.start, dateline.end) if dateline else None
    published, published_from = _published(dateline, content, file_name)
    return Release(
        text=content.text,
        title=content.title or find_title(content.text, span, markdown=file_format == "md"),
        place=(dateline.place if dateline else None) or content.place,
        published=published,
        published_from=published_from,
        url=content.url,
        format=file_format,
        encoding=content.encoding,
        page_starts=content.page_starts,
        dateline=span,
    )


def _published(
    dateline: Dateline | None, content: Content, file_name: str
) -> tuple[dt.date | None, PublishedFrom | None]:
    """The release's date and where it was found: dateline, then metadata, then file name.

    A dateline without a year ("a 27 de octubre") takes the year of a later source that agrees on day and month.
    """
    others: list[tuple[dt.date | None, PublishedFrom]] = [
        (content.published, "metadata"),
        (_date_of_name(file_name), "file name"),
    ]
    if dateline and dateline.published:
        return dateline.published, "dateline"
    if dateline and dateline.month and dateline.day:
        for date, _ in others:
            if date and (date.month, date.day) == (dateline.month, dateline.day):
                return date, "dateline"
    return next(((date, source) for date, source in others if date), (None, None))


def _date_of_name(file_name: str) -> dt.date | None:
    match = _ISO_DATE.match(file_name)
    try:
        return dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None

"""From a reader's content to a release: what is the same for all formats (headline, dateline, which date counts)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract.readers.content import Content
from extract.readers.dateline import Dateline, find_dateline
from extract.readers.headline import find_title
from extract.readers.places import find_place
from extract.readers.sidecar import Metadata
from extract.readers.written_dates import calendar_day
from extract.schema import PublishedFrom

#: How far the day in a dateline may lie from that on which its file was sent or saved.
_SOON = dt.timedelta(days=31)
_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


@dataclass(frozen=True)
class Release:
    """A press release: its text and what is known about it.

    ``dateline`` is the stretch of the text that names place and date; ``page_starts`` the offset of the first character
    of each page of a paged source; ``encoding`` is None where the format has its own; ``agency`` is who issued it, as
    a ``metadata.csv`` says.

    A file may hold more than one release. ``part`` is then what follows the file's path in the tables (``#2`` for the
    second one in a text, ``/bulletin.pdf`` for an attachment) and ``sha256`` the hash that stands for the file's own;
    ``error`` says why a part gave no text.
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
    agency: str | None = None
    part: str = ""
    sha256: str | None = None
    error: str | None = None

    def in_dateline(self, offset: int) -> bool:
        """Whether the character at this offset belongs to the dateline."""
        return self.dateline is not None and self.dateline[0] <= offset < self.dateline[1]


def make_release(content: Content, file_format: str, file_name: str = "", said: Metadata | None = None) -> Release:
    """The release in a content.

    Parameters
    ----------
    content:
        What a reader gave.
    file_format:
        The file's ending without the dot.
    file_name:
        Its name: an ISO date at the head of it may be the date of publication.
    said:
        What somebody else says about the file; it fills what the file does not say.
    """
    said = said or Metadata()
    dateline = find_dateline(content.text)
    opening = find_place(content.text) if dateline is None or dateline.place is None else None
    span = (dateline.start, dateline.end) if dateline else opening[:2] if opening else None
    published, published_from = _published(dateline, content.published, said.published, file_name)
    found = find_title(content.text, span, markdown=file_format == "md", otherwise=content.title_hint)
    return Release(
        text=content.text,
        title=content.title or found,
        place=(opening[2] if opening else dateline.place if dateline else None) or content.place or said.place,
        published=published,
        published_from=published_from,
        url=content.url or said.url,
        format=file_format,
        encoding=content.encoding,
        page_starts=content.page_starts,
        dateline=span,
        agency=said.agency,
    )


def unread(part: str, file_format: str, error: str, sha256: str) -> Release:
    """A part of a file that gave no text, with the reason in one sentence."""
    return Release("", None, None, None, None, None, file_format, None, part=part, sha256=sha256, error=error)


def _published(
    dateline: Dateline | None, own: dt.date | None, said: dt.date | None, file_name: str
) -> tuple[dt.date | None, PublishedFrom | None]:
    """The release's date and where it was found: dateline, then metadata, then file name.

    A dateline without a year ("a 27 de octubre") takes the year that brings it nearest to a later source, if it is then
    no more than a month away: a file is sent or saved soon after the day that stands in it.
    """
    others: list[tuple[dt.date | None, PublishedFrom]] = [
        (own, "metadata"),
        (said, "metadata"),
        (_date_of_name(file_name), "file name"),
    ]
    if dateline and dateline.published:
        return dateline.published, "dateline"
    if dateline and dateline.month and dateline.day:
        for date, _ in others:
            near = _nearest(dateline, date) if date else None
            if near:
                return near, "dateline"
    return next(((date, source) for date, source in others if date), (None, None))


def _nearest(dateline: Dateline, date: dt.date) -> dt.date | None:
    """The day of a dateline in the year that brings it nearest to a date, or None where that is far away."""
    years = (date.year - 1, date.year, date.year + 1)
    days = [day for year in years if (day := calendar_day(year, dateline.month, dateline.day))]
    return next((day for day in days if abs(day - date) <= _SOON), None)


def _date_of_name(file_name: str) -> dt.date | None:
    match = _ISO_DATE.match(file_name)
    try:
        return dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None

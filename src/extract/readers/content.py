"""What a reader of one format gives: the text, and what the file itself says about the release."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


class ReadError(Exception):
    """A file that cannot be read as a release. The message is one plain sentence that says why and what to do."""


@dataclass(frozen=True)
class Attachment:
    """A file inside a file: its name, safe to show as part of a path, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Content:
    """The text of a file and its metadata; None where the file does not say.

    ``title`` is a headline for certain; ``title_hint`` (the subject of a mail, the properties of a document) counts
    only where the text has no headline of its own. ``page_starts`` holds the offset of the first character of each
    page of a paged source.
    """

    text: str
    encoding: str | None = None
    title: str | None = None
    title_hint: str | None = None
    published: dt.date | None = None
    place: str | None = None
    url: str | None = None
    page_starts: tuple[int, ...] = ()
    attachments: tuple[Attachment, ...] = ()

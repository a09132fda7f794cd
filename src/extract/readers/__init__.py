"""From a file's bytes to its releases: one module for each format, one table that names them.

A reader takes the bytes and gives a ``Content``; ``release.py`` does what is the same for all formats. So a further
format is one more module and one more line in the table. The libraries behind a format are loaded with its module,
when the first such file comes.
"""

from __future__ import annotations

import hashlib
import logging
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from extract.readers.content import Attachment, Content, ReadError
from extract.readers.parts import split_releases
from extract.readers.release import Release, make_release, unread
from extract.readers.sidecar import SIDECAR, Metadata, SidecarError, load_sidecar, parse_sidecar

__all__ = [
    "SIDECAR",
    "SUFFIXES",
    "Content",
    "Metadata",
    "ReadError",
    "Release",
    "SidecarError",
    "load_sidecar",
    "parse_sidecar",
    "read",
    "read_all",
    "read_text",
]

#: File ending → the function that reads it, imported when the first such file comes.
_READERS = {
    ".txt": "extract.readers.plain:read_text",
    ".md": "extract.readers.plain:read_markdown",
    ".html": "extract.readers.web:read_html",
    ".htm": "extract.readers.web:read_html",
    ".pdf": "extract.readers.pdf:read_pdf",
    ".docx": "extract.readers.word:read_docx",
    ".eml": "extract.readers.mail:read_eml",
}
#: The file endings of releases, lower case.
SUFFIXES = tuple(_READERS)
#: Mails inside mails are followed no deeper than anybody forwards a release.
_DEEPEST = 4

logger = logging.getLogger(__name__)


def read(path: Path, data: bytes, said: Metadata | None = None) -> Release:
    """The release in a file; the first one where there are more. See ``read_all``."""
    return read_all(path, data, said)[0]


def read_all(path: Path, data: bytes, said: Metadata | None = None) -> list[Release]:
    """All releases in a file: mostly one.

    Parameters
    ----------
    path:
        The file's path: its ending chooses the reader, an ISO date at the head of its name may give the date.
    data:
        All bytes of the file.
    said:
        What ``metadata.csv`` says about the file; it fills what the file does not say.

    Returns
    -------
    The file's own release, with an empty ``part``; further ones in the same text (``#2``, ``#3`` …); then those that
    are attached to it (``/bulletin.pdf``), where ``error`` is set for one that cannot be read.

    Raises
    ------
    ReadError
        The file is no release that can be read; the message says why.
    """
    return list(_read_all(path, data, said, _DEEPEST))


def read_text(text: str) -> Release:
    """The release in a text that is already decoded.

    Parameters
    ----------
    text:
        Headline, dateline and body, as in a ``.txt`` file.
    """
    return make_release(Content(text), "txt")


def _read_all(path: Path, data: bytes, said: Metadata | None, depth: int) -> Iterator[Release]:
    content = _content(path.suffix.lower(), data)
    file_format = path.suffix.lower().removeprefix(".")
    for number, piece in enumerate(split_releases(content), start=1):
        release = make_release(piece, file_format, path.name, said)
        yield release if number == 1 else _as_part(release, f"#{number}", piece.text.encode("utf-8", "replace"))
    # What an attachment does not say itself, the mail around it does.
    around = Metadata(content.published or (said.published if said else None), *_rest(said))
    for attachment in content.attachments:
        yield from _attached(attachment, around, depth - 1)


def _rest(said: Metadata | None) -> tuple[str | None, str | None, str | None]:
    return (said.place, said.agency, said.url) if said else (None, None, None)


def _attached(attachment: Attachment, around: Metadata, depth: int) -> Iterator[Release]:
    path = Path(attachment.name)
    try:
        if depth < 1:
            raise ReadError("The mail lies inside too many other mails: save it as a file of its own.")
        releases = list(_read_all(path, attachment.data, around, depth))
    except ReadError as error:
        sha256 = hashlib.sha256(attachment.data).hexdigest()
        yield unread(f"/{attachment.name}", path.suffix.lower().removeprefix("."), str(error), sha256)
        return
    for release in releases:
        yield _as_part(release, f"/{attachment.name}{release.part}", attachment.data)


def _as_part(release: Release, part: str, data: bytes) -> Release:
    return replace(release, part=part, sha256=release.sha256 or hashlib.sha256(data).hexdigest())


def _content(suffix: str, data: bytes) -> Content:
    if suffix not in _READERS:
        what = f"The file ending {suffix}" if suffix else "A file without ending"
        raise ReadError(f"{what} is no release format; known are {', '.join(SUFFIXES)}.")
    if not data:
        raise ReadError("The file is empty.")
    reader: Callable[[bytes], Content] = pkgutil.resolve_name(_READERS[suffix])
    try:
        content = reader(data)
    except ReadError:
        raise
    except Exception as error:
        # The libraries behind the formats raise whatever comes to hand on a damaged file.
        logger.debug("not read as %s", suffix, exc_info=True)
        kind = suffix.removeprefix(".").upper()
        raise ReadError(f"The file is damaged or no real {kind} file: open it, save it again, and retry.") from error
    if not content.text.strip():
        raise ReadError("The file holds no text, only blanks.")
    return content

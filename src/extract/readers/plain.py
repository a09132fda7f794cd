"""Plain text and Markdown."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import Any

import yaml

from extract.readers.content import Content, ReadError
from extract.readers.decoding import decode

#: How a web page begins, and what the head of a mail says of its body.
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:(?!-->).){0,2000}+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ENCODED_MAIL = re.compile(r"^Content-Transfer-Encoding:\s*(?:quoted-printable|base64)", re.IGNORECASE | re.MULTILINE)
#: The headers of a mail have some thousand characters and end at the first empty line.
_HEADERS = 20_000
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n+|$)", re.DOTALL)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.DOTALL)
#: The names that site generators and newsrooms give to what we keep.
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "titulo", "título"),
    "published": ("date", "published", "fecha"),
    "url": ("url", "link", "permalink", "enlace"),
    "place": ("place", "lugar", "location", "ciudad"),
}


def read_text(data: bytes) -> Content:
    """The content of a ``.txt`` file: the decoded text, untouched but for line ends and byte-order mark.

    Parameters
    ----------
    data:
        All bytes of the file.

    Raises
    ------
    ReadError
        The bytes are no text, or that of a page or a mail.
    """
    return Content(*_decoded(data))


def read_markdown(data: bytes) -> Content:
    """The content of a ``.md`` file: the text after the front matter (YAML or TOML), and the metadata in it.

    The front matter is about the release and no part of it, so no figure is looked for there. Markup in the text stays.

    Parameters
    ----------
    data:
        All bytes of the file.

    Raises
    ------
    ReadError
        The bytes are no text.
    """
    text, encoding = _decoded(data)
    front = _FRONT_MATTER.match(text) or _TOML.match(text)
    fields = _fields(front[1], toml=text.startswith("+")) if front else None
    if front is None or fields is None:
        return Content(text, encoding)
    values = {ours: _first(fields, names) for ours, names in _KEYS.items()}
    return Content(
        text[front.end() :],
        encoding,
        title=_text(values["title"]),
        published=_date(values["published"]),
        place=_text(values["place"]),
        url=_text(values["url"]),
    )


def _decoded(data: bytes) -> tuple[str, str]:
    """Text and encoding; the source of a page or of a mail is refused, since its marks would be read as figures."""
    text, encoding = decode(data)
    if _PAGE.match(text):
        raise ReadError("This looks like a web page, not text: give it the ending .html.")
    if _ENCODED_MAIL.search(text[:_HEADERS].lstrip().split("\n\n", 1)[0]):
        raise ReadError("This looks like the source of an e-mail, not text: give it the ending .eml.")
    return text, encoding


def _fields(front: str, *, toml: bool) -> dict[str, Any] | None:
    """The mapping of a front matter, or None where the lines between the rules are no such mapping but text."""
    try:
        fields = tomllib.loads(front) if toml else yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: no TOML, or a date such as 2024-13-40
        return None
    return {str(key).casefold(): value for key, value in fields.items()} if isinstance(fields, dict) else None


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if fields.get(name) is not None), None)


def _text(value: Any) -> str | None:
    return (" ".join(str(value).split()) or None) if isinstance(value, str | int | float) else None


def _date(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None

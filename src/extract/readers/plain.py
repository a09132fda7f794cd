"""Plain text and Markdown."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import Any

import yaml

from extract.readers.content import Content
from extract.readers.decoding import decode

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
        The bytes are no text.
    """
    text, encoding = decode(data)
    return Content(text, encoding)


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
    text, encoding = decode(data)
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

"""``metadata.csv`` beside the releases: what their files do not say themselves."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.readers.content import ReadError
from extract.readers.decoding import decode

SIDECAR = "metadata.csv"
_COLUMNS = ("file", "published", "place", "agency", "url")
#: What spreadsheets of Spanish-speaking countries put between the cells.
_DELIMITERS = ",;\t"


class SidecarError(Exception):
    """A ``metadata.csv`` that cannot be used. The message is one plain sentence with the line."""


@dataclass(frozen=True)
class Metadata:
    """What somebody says about a file; None where nothing is said."""

    published: dt.date | None = None
    place: str | None = None
    agency: str | None = None
    url: str | None = None


def load_sidecar(raw: Path) -> dict[str, Metadata]:
    """What the ``metadata.csv`` of an input folder says about its files.

    Parameters
    ----------
    raw:
        The input folder. The file is optional; its columns are ``file`` (path under the folder, ``/`` between parts)
        and any of ``published`` (ISO date), ``place``, ``agency`` and ``url``, between commas, semicolons or tabs.

    Returns
    -------
    Path as in the ``file`` column → what is said about it; empty without such a file.

    Raises
    ------
    SidecarError
        The file cannot be opened, is no such table, or a date in it is no ISO date.
    """
    path = raw / SIDECAR
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SidecarError(f"{SIDECAR} cannot be opened: {error.strerror or error}.") from error
    return parse_sidecar(data)


def parse_sidecar(data: bytes) -> dict[str, Metadata]:
    """What the bytes of a ``metadata.csv`` say; see ``load_sidecar``."""
    try:
        text, _ = decode(data)
    except ReadError as error:
        raise SidecarError(f"{SIDECAR} cannot be read. {error}") from error
    try:
        return dict(_entries(text))
    except csv.Error as error:
        raise SidecarError(f"{SIDECAR} is no table that can be read: {error}.") from error


def _entries(text: str) -> Iterator[tuple[str, Metadata]]:
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = {name: name.strip().casefold() for name in rows.fieldnames or ()}
    if "file" not in names.values():
        raise SidecarError(f"{SIDECAR} has no column 'file': its first line must name the columns {_listed()}.")
    for row in rows:
        cells = {names[name]: (cell or "").strip() for name, cell in row.items() if name in names}
        if cells["file"]:
            yield (
                cells["file"].replace("\\", "/").removeprefix("./"),
                Metadata(
                    _date(cells.get("published", ""), rows.line_num),
                    cells.get("place") or None,
                    cells.get("agency") or None,
                    cells.get("url") or None,
                ),
            )


def _date(cell: str, line: int) -> dt.date | None:
    try:
        return dt.date.fromisoformat(cell[:10]) if cell else None
    except ValueError:
        raise SidecarError(
            f"{SIDECAR}, line {line}: {cell!r} is no date; write year-month-day, as in 2024-05-03."
        ) from None


def _listed() -> str:
    return ", ".join(_COLUMNS)

"""The rows of one document: how they are held together, checked against the contract, and packed into bytes.

Packed rows are what a worker process sends and what the cache keeps. They hold no path: two files with the same bytes
have the same rows but for ``source_file``, which is filled in when they are unpacked.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from extract.schema import Document, NumeralRow, Record

_DIGITS = re.compile(r"\d+")
#: The fastest level: the disk is not what a run waits for.
_COMPRESSION = 1


@dataclass(frozen=True)
class Rows:
    """The rows of one document."""

    document: Document
    records: list[Record]
    numerals: list[NumeralRow]

    def under(self, source_file: str) -> Rows:
        """The same rows with this path before what their ``source_file`` holds."""
        changes = {"source_file": source_file + self.document.source_file}
        return Rows(
            self.document.model_copy(update=changes),
            [row.model_copy(update=changes) for row in self.records],
            [row.model_copy(update=changes) for row in self.numerals],
        )


def rejected(source_file: str, source_sha256: str, file_format: str, error: str) -> Rows:
    """The row of a file that gave no document, with the reason in one sentence."""
    document = Document(
        source_file=source_file,
        source_sha256=source_sha256,
        format=file_format,
        encoding=None,
        convention=None,
        title=None,
        published=None,
        published_from=None,
        place=None,
        url=None,
        text=None,
        n_characters=0,
        n_numerals=0,
        n_records=0,
        status="rejected",
        error=error,
    )
    return Rows(document, [], [])


def pack(documents: Sequence[Rows]) -> bytes:
    """The rows of the documents of one file as bytes: compressed JSON.

    Raises
    ------
    ValueError
        A text cannot be encoded, because it holds half of a surrogate pair.
    """
    return zlib.compress(_packed().dump_json(list(documents), by_alias=True), _COMPRESSION)


def unpack(data: bytes) -> list[Rows]:
    """The rows that ``pack`` made into bytes, validated again.

    Raises
    ------
    ValueError
        The bytes are damaged, or not those of ``pack``.
    """
    try:
        return _packed().validate_json(zlib.decompress(data))
    except (zlib.error, ValidationError) as error:
        raise ValueError(f"These are no packed rows: {error}") from error


@cache
def _packed() -> TypeAdapter[list[Rows]]:
    return TypeAdapter(list[Rows])


def find_violation(rows: Rows) -> str | None:
    """The first promise of the contract that the rows of a document break, or None.

    Every ``surface`` stands at its offsets; the ledger is in order, without overlaps, and covers every digit; each
    record that it names exists; the counts are right.
    """
    text = rows.document.text
    if text is None:
        return "a document without text has rows" if rows.records or rows.numerals else None
    if (rows.document.n_records, rows.document.n_numerals) != (len(rows.records), len(rows.numerals)):
        return "the counts of the document are not those of its rows"
    mentions: list[Record | NumeralRow] = [*rows.records, *rows.numerals]
    for row in mentions:
        if text[row.start : row.end] != row.surface:
            return f"{row.surface!r} does not stand at {row.start}"
    return _unordered(rows.records) or _broken_ledger(text, rows)


def _unordered(rows: Sequence[Record] | Sequence[NumeralRow]) -> str | None:
    for i in range(1, len(rows)):
        if rows[i].start < rows[i - 1].end:
            return f"{rows[i].surface!r} at {rows[i].start} overlaps the row before"
    return None


def _broken_ledger(text: str, rows: Rows) -> str | None:
    ids = {record.record_id for record in rows.records}
    for row in rows.numerals:
        if row.record_id is not None and row.record_id not in ids:
            return f"the numeral at {row.start} names a record that does not exist"
    spans = iter(rows.numerals)
    current = next(spans, None)
    for digits in _DIGITS.finditer(text):
        while current is not None and current.end <= digits.start():
            current = next(spans, None)
        if current is None or not (current.start <= digits.start() and digits.end() <= current.end):
            return f"{digits[0]!r} at {digits.start()} is in no row of numerals"
    return _unordered(rows.numerals)

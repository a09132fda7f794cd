"""Rows → files: CSV for spreadsheets, Parquet for notebooks, ``datapackage.json`` that describes the CSV.

Rows are written as they come, so the memory needed does not grow with the corpus. All files are written beside their
final place and renamed when the last row is in: each appears whole or not at all, and an earlier output stays intact.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from extract.schema import TABLES, NumeralRow, Record, Row
from extract.tables import Column, arrow_schema, columns, datapackage

if TYPE_CHECKING:
    from extract.pipeline import Rows

#: Rows of a Parquet row group: large enough to compress well, small enough to be held in memory with their texts.
_ROW_GROUP = {"records": 20_000, "documents": 1_000, "numerals": 100_000}
#: A spreadsheet takes a cell that starts with one of these for a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_DIGITS = re.compile(r"\d+")


class WriteError(Exception):
    """An output folder that cannot be written. The message is one plain sentence."""


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


def write_tables(out: Path, rows: Iterable[Rows]) -> None:
    """Write all tables of a run.

    Parameters
    ----------
    out:
        The output folder, made if it does not exist.
    rows:
        The rows of each document, in the order of the output.

    Raises
    ------
    WriteError
        The folder cannot be written; the files that were in it are still there.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=out, ignore_cleanup_errors=True) as name:
            folder = Path(name)
            _write_all(folder, rows)
            (folder / "datapackage.json").write_text(
                json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
            )
            _publish(folder, out)
    except OSError as error:
        raise WriteError(f"{out} cannot be written: {error.strerror or error}. Name another output folder.") from error


def _write_all(folder: Path, rows: Iterable[Rows]) -> None:
    with ExitStack() as stack:
        files = {table: stack.enter_context(TableFiles(folder, table)) for table in TABLES}
        for one in rows:
            files["records"].add(one.records)
            files["documents"].add([one.document])
            files["numerals"].add(one.numerals)


def _publish(folder: Path, out: Path) -> None:
    """Bring each file to the disk, then rename it to its place: at no moment is a half-written file to be seen."""
    paths = sorted(folder.iterdir())
    for path in paths:
        _sync(path)
    for path in paths:
        path.replace(out / path.name)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _sync(out)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() or os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class TableFiles:
    """The CSV and the Parquet file of one table while rows are added; a context manager that closes both."""

    def __init__(self, folder: Path, table: str) -> None:
        self._columns = columns(table)
        self._schema = arrow_schema(table)
        self._limit = _ROW_GROUP[table]
        self._waiting: list[Row] = []
        self._parquet = pq.ParquetWriter(folder / f"{table}.parquet", self._schema, compression="zstd")
        self._handle = (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._handle, lineterminator="\r\n")
        self._csv.writerow([column.name for column in self._columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        try:
            if failed is None:
                self._flush()
        finally:
            self._handle.close()
            self._parquet.close()

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows after those that are already there."""
        self._waiting += rows
        if len(self._waiting) >= self._limit:
            self._flush()

    def _flush(self) -> None:
        if not self._waiting:
            return
        attributes = [(column, [getattr(row, column.attribute) for row in self._waiting]) for column in self._columns]
        self._parquet.write_batch(_record_batch(self._schema, [values for _, values in attributes]))
        cells = [[csv_cell(value, column) for value in values] for column, values in attributes]
        self._csv.writerows(zip(*cells, strict=True))
        self._waiting = []


def _record_batch(schema: pa.Schema, values: Sequence[list[Any]]) -> pa.RecordBatch:
    arrays = [pa.array(column, type=field.type) for column, field in zip(values, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def csv_cell(value: Any, column: Column) -> str:
    """A value as a CSV cell: ISO dates, point decimals, whole numbers without ``.0``, no formulas, null as empty.

    Parameters
    ----------
    value:
        The value, or None.
    column:
        Its column; only text can be taken for a formula, a negative number stays a number.
    """
    if value is None:
        return ""
    if column.kind == "string":
        text = str(value)
        return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
    if isinstance(value, float):
        return _number(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _number(value: float) -> str:
    """The shortest decimal that gives the same double, never with an exponent."""
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")

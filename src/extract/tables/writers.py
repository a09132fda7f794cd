"""Rows → files: CSV for spreadsheets, Parquet for notebooks, ``datapackage.json`` that describes the CSV.

Rows are written as they come, so the memory needed does not grow with the corpus.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow.lib import StringBuilder

from extract.schema import TABLES, Row
from extract.tables.columns import Column, arrow_schema, columns, datapackage
from extract.tables.publishing import DATAPACKAGE, publishing

if TYPE_CHECKING:
    from extract.rows import Rows

#: Rows of a Parquet row group: large enough to compress well, small enough to be held in memory with their texts.
_ROW_GROUP = {"records": 20_000, "documents": 1_000, "numerals": 100_000}
#: Arrow's types of numbers and days as NumPy has them.
_NUMPY = {pa.int32(): np.int32, pa.date32(): np.int32, pa.float32(): np.float32, pa.float64(): np.float64}
_EPOCH = dt.date(1970, 1, 1)
#: A spreadsheet takes a cell that starts with one of these for a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
    extract.tables.publishing.WriteError
        The folder cannot be written; the files that were in it are still there.
    """
    with publishing(out) as folder:
        _write_all(folder, rows)
        text = json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n"
        (folder / DATAPACKAGE).write_text(text, encoding="utf-8")


def _write_all(folder: Path, rows: Iterable[Rows]) -> None:
    with ExitStack() as stack:
        files = {table: stack.enter_context(TableFiles(folder, table)) for table in TABLES}
        for one in rows:
            files["records"].add(one.records)
            files["documents"].add([one.document])
            files["numerals"].add(one.numerals)


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
    arrays = [_array(column, field.type) for column, field in zip(values, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """The values of a column. ``pyarrow.array`` would do, but loads all of pandas to see whether they are its own."""
    if pa.types.is_dictionary(kind):
        places = {value: place for place, value in enumerate(dict.fromkeys(v for v in values if v is not None))}
        indices = _array([places.get(value) for value in values], kind.index_type)
        return pa.DictionaryArray.from_arrays(indices, _array(list(places), kind.value_type))
    if pa.types.is_string(kind):
        builder = StringBuilder()
        builder.append_values(values)
        return builder.finish()
    if pa.types.is_date(kind):
        values = [None if value is None else (value - _EPOCH).days for value in values]
    valid = np.array([value is not None for value in values])
    data = np.array([0 if value is None else value for value in values], dtype=_NUMPY[kind])
    bitmap = None if valid.all() else pa.py_buffer(np.packbits(valid, bitorder="little"))
    return pa.Array.from_buffers(kind, len(values), [bitmap, pa.py_buffer(data)])


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

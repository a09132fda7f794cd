"""The output of a run as pandas DataFrames. Apart from the other modules because pandas takes long to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from extract.tables.columns import SINGLE_PRECISION, SMALL_VOCABULARIES, Column, columns


def read_records(out: Path | str) -> pd.DataFrame:
    """The records of a finished run as a pandas DataFrame.

    Parameters
    ----------
    out:
        The output folder of a run.

    Returns
    -------
    One row for each quantity, columns as in the contract: ``start`` and ``end`` int32; ``page`` Int32 (nullable);
    ``value`` and ``value_upper`` float64, ``confidence`` float32; ``published``, ``period_start`` and ``period_end``
    datetime64[s], NaT where null; ``comparator``, ``kind`` and ``status`` categories with all values of the contract,
    ``unit`` a category with those that occur; all others str.

    Raises
    ------
    FileNotFoundError
        The folder holds no ``records.parquet``.
    """
    path = Path(out) / "records.parquet"
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} does not exist: run the extraction first, as in extract.run('data/raw', {str(out)!r})."
        )
    frame: pd.DataFrame = pq.read_table(path).to_pandas(date_as_object=False)
    return frame.astype({c.name: _pandas_type(c) for c in columns("records")})


def _pandas_type(column: Column) -> Any:

    if column.vocabulary:
        return pd.CategoricalDtype(list(column.vocabulary))
    if column.name in SMALL_VOCABULARIES:
        return "category"
    if column.kind == "integer":
        return "Int32" if column.nullable else "int32"
    if column.kind == "number":
        return "float32" if column.name in SINGLE_PRECISION else "float64"
    return "datetime64[s]" if column.kind == "date" else "str"

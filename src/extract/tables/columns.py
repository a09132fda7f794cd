"""The contract's tables as they are described in the files: Arrow for Parquet, Table Schema for CSV.

Both are derived from the pydantic models of ``schema.py``, so a column is described in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pyarrow as pa

from extract.schema import SCHEMA_VERSION, TABLES

#: What a row is known by. The same file may lie in a folder twice, so a record needs its path beside its key.
PRIMARY_KEYS = {
    "records": ["source_file", "record_id"],
    "documents": ["source_file"],
    "numerals": ["source_file", "start"],
}
#: Text columns that hold few different values, although no model lists them.
SMALL_VOCABULARIES = {"unit", "format", "encoding", "convention"}
#: Two or three digits of a confidence mean something.
SINGLE_PRECISION = {"confidence"}


@dataclass(frozen=True)
class Column:
    """A column of an output table.

    ``attribute`` is the model's attribute behind the column, ``vocabulary`` the values that it may hold (empty for
    any), ``constraints`` what else must hold, in the words of Table Schema.
    """

    name: str
    attribute: str
    kind: Literal["string", "integer", "number", "date"]
    nullable: bool
    description: str
    vocabulary: tuple[str, ...]
    constraints: dict[str, Any]


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in order.

    Parameters
    ----------
    table:
        ``records``, ``documents`` or ``numerals``.
    """
    model = TABLES[table]
    properties = model.model_json_schema(by_alias=True)["properties"]
    attributes = {field.alias or name: name for name, field in model.model_fields.items()}
    return tuple(_column(name, attributes[name], described) for name, described in properties.items())


def _column(name: str, attribute: str, described: dict[str, Any]) -> Column:
    branches = [branch for branch in described.get("anyOf", [described]) if branch.get("type") != "null"]
    (branch,) = branches  # a column has one type
    kind: Literal["string", "integer", "number", "date"] = "date" if branch.get("format") == "date" else branch["type"]
    wanted = {"pattern": "pattern", "minimum": "minimum", "maximum": "maximum", "minLength": "minLength"}
    constraints = {theirs: branch[ours] for ours, theirs in wanted.items() if ours in branch}
    return Column(
        name=name,
        attribute=attribute,
        kind=kind,
        nullable="anyOf" in described,
        description=described["description"],
        vocabulary=tuple(branch.get("enum", ())),
        constraints=constraints,
    )


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table, with the columns' descriptions and ``schema_version`` as metadata.

    Parameters
    ----------
    table:
        ``records``, ``documents`` or ``numerals``.
    """
    fields = [
        pa.field(c.name, _arrow_type(c), nullable=c.nullable, metadata={"description": c.description})
        for c in columns(table)
    ]
    return pa.schema(fields, metadata={"schema_version": SCHEMA_VERSION})


def _arrow_type(column: Column) -> pa.DataType:

    if column.vocabulary or column.name in SMALL_VOCABULARIES:
        return pa.dictionary(pa.int32(), pa.string())
    if column.name in SINGLE_PRECISION:
        return pa.float32()
    return {"string": pa.string(), "integer": pa.int32(), "number": pa.float64(), "date": pa.date32()}[column.kind]


def datapackage() -> dict[str, Any]:
    """The descriptor of the CSV files: a Tabular Data Package with a Table Schema for each table."""
    return {
        "profile": "tabular-data-package",
        "name": "press-quantities",
        "title": "Quantities in press releases",
        "schema_version": SCHEMA_VERSION,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": table_schema(table),
    }


def table_schema(table: str) -> dict[str, Any]:
    """The Table Schema (Data Package v1) of a table's CSV file.

    Parameters
    ----------
    table:
        ``records``, ``documents`` or ``numerals``.
    """
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in columns(table)],
        "missingValues": [""],
        "primaryKey": PRIMARY_KEYS[table],
    }
    if table != "documents":
        reference = {"resource": "documents", "fields": ["source_file"]}
        schema["foreignKeys"] = [{"fields": ["source_file"], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.description}
    if column.kind == "date":
        field["format"] = "default"  # ISO 8601
    constraints = dict(column.constraints)
    # An empty text that must be there (a release without a title) and a missing one are the same empty cell.
    if not column.nullable and (column.kind != "string" or column.vocabulary or constraints):
        constraints["required"] = True
    if column.vocabulary:
        constraints["enum"] = list(column.vocabulary)
    return field | ({"constraints": constraints} if constraints else {})

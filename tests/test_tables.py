import pyarrow as pa
import pytest

from extract.schema import SCHEMA_VERSION, TABLES
from extract.tables.columns import arrow_schema, columns, datapackage, table_schema

DICTIONARY = pa.dictionary(pa.int32(), pa.string())


@pytest.mark.parametrize(
    ("table", "column", "arrow_type", "nullable"),
    [
        ("records", "record_id", pa.string(), False),
        ("records", "published", pa.date32(), True),
        ("records", "start", pa.int32(), False),
        ("records", "page", pa.int32(), True),
        ("records", "value", pa.float64(), False),
        ("records", "value_upper", pa.float64(), True),
        ("records", "kind", DICTIONARY, False),
        ("records", "unit", DICTIONARY, True),
        ("records", "confidence", pa.float32(), False),
        ("documents", "text", pa.string(), True),
        ("documents", "published_from", DICTIONARY, True),
        ("documents", "n_records", pa.int32(), False),
        ("numerals", "class", DICTIONARY, False),
        ("numerals", "record_id", pa.string(), True),
    ],
)
def test_arrow_types(table, column, arrow_type, nullable):
    field = arrow_schema(table).field(column)
    assert (field.type, field.nullable) == (arrow_type, nullable)


@pytest.mark.parametrize("table", TABLES)
def test_descriptions_and_version_are_in_the_metadata(table):
    schema = arrow_schema(table)
    assert schema.metadata == {b"schema_version": SCHEMA_VERSION.encode()}
    assert [field.metadata[b"description"].decode() for field in schema] == [c.description for c in columns(table)]


def test_attributes_are_those_of_the_models():
    for table, model in TABLES.items():
        assert [column.attribute for column in columns(table)] == list(model.model_fields)


@pytest.mark.parametrize(
    ("table", "column", "kind", "constraints"),
    [
        ("records", "value", "number", {"required": True}),
        ("records", "record_id", "string", {"pattern": "^[0-9a-f]{16}$", "required": True}),
        ("records", "same_as", "string", {"pattern": "^[0-9a-f]{16}$"}),
        ("records", "confidence", "number", {"minimum": 0, "maximum": 1, "required": True}),
        ("records", "page", "integer", {"minimum": 1}),
        ("records", "title", "string", None),
        ("records", "published", "date", None),
        ("documents", "status", "string", {"required": True, "enum": ["ok", "rejected"]}),
        ("documents", "published_from", "string", {"enum": ["dateline", "metadata", "file name"]}),
    ],
)
def test_table_schema_of_a_column(table, column, kind, constraints):
    (field,) = (field for field in table_schema(table)["fields"] if field["name"] == column)
    assert field["type"] == kind
    assert field.get("constraints") == constraints
    assert field["description"]


def test_tables_are_joined_by_the_source_file():
    keys = {r["name"]: r["schema"].get("foreignKeys", []) for r in datapackage()["resources"]}
    assert keys["documents"] == []
    for table in ("records", "numerals"):
        (key,) = keys[table]
        assert key == {"fields": ["source_file"], "reference": {"resource": "documents", "fields": ["source_file"]}}

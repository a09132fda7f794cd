import csv
import datetime as dt
import json
from pathlib import Path

import frictionless
import pyarrow.parquet as pq
import pytest

from extract.rows import Rows, find_violation, rejected
from extract.schema import SCHEMA_VERSION, TABLES, Document, NumeralRow, Record
from extract.tables.columns import Column, columns
from extract.tables.publishing import WriteError
from extract.tables.writers import csv_cell, write_tables

TEXT = "=Llegan 300 becas\n\n-Son 1,5 millones de pesos, dijo “él”; dos más"
FILES = sorted([*(f"{table}.{ending}" for table in TABLES for ending in ("csv", "parquet")), "datapackage.json"])


def a_numeral(start, surface, **changes):
    values = {"source_file": "a.txt", "value": 300.0, "class_": "quantity", "record_id": None, "rule": "numeral.digits"}
    return NumeralRow(start=start, end=start + len(surface), surface=surface, **values | changes)


def a_record(start, surface, text=TEXT, **changes):
    values = dict.fromkeys(Record.model_fields) | {
        "record_id": f"{start:016x}",
        "source_file": "a.txt",
        "source_sha256": "f" * 64,
        "title": "=Llegan 300 becas",
        "published": dt.date(2024, 5, 3),
        "surface": surface,
        "start": start,
        "end": start + len(surface),
        "value": 300.0,
        "comparator": "exact",
        "kind": "count",
        "status": "reported",
        "sentence": text.split("\n")[0],
        "confidence": 0.9,
        "rules": "quantity.count",
    }
    return Record(**values | changes)


def a_document(text=TEXT, name="a.txt", n_records=2, n_numerals=3):
    values = dict.fromkeys(Document.model_fields) | {
        "source_file": name,
        "source_sha256": "f" * 64,
        "format": "txt",
        "text": text,
        "n_characters": len(text),
        "n_numerals": n_numerals,
        "n_records": n_records,
        "status": "ok",
    }
    return Document(**values)


def right_rows():
    money = "1,5 millones de pesos"
    records = [
        a_record(TEXT.index("300"), "300"),
        a_record(
            TEXT.index(money), money, value=1_500_000.5, kind="money", unit="MXN", item="+apoyos", value_upper=2e22
        ),
    ]
    numerals = [
        a_numeral(TEXT.index("300"), "300", record_id=records[0].record_id),
        a_numeral(TEXT.index("1,5"), "1,5 millones", value=-0.00001, record_id=records[1].record_id),
        a_numeral(TEXT.index("dos"), "dos", value=None, class_="vague"),
    ]
    return Rows(a_document(), records, numerals)


def changed(rows, **changes):
    return Rows(**{"document": rows.document, "records": rows.records, "numerals": rows.numerals} | changes)


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture
def out(tmp_path):
    write_tables(tmp_path / "out", [right_rows(), rejected("b.txt", "0" * 64, "txt", "The file is empty.")])
    return tmp_path / "out"


def test_all_files_are_there_and_nothing_else(out):
    assert sorted(path.name for path in out.iterdir()) == FILES


def test_csv_is_for_spreadsheets(out):
    data = (out / "records.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfrecord_id,source_file,")
    assert data.count(b"\r\n") == 3
    first, second = read_csv(out / "records.csv")
    assert (first["value"], second["value"], second["value_upper"]) == ("300", "1500000.5", "20000000000000000000000")
    assert (first["published"], first["place"], first["confidence"]) == ("2024-05-03", "", "0.9")
    assert (first["title"], second["item"]) == ("'=Llegan 300 becas", "'+apoyos")
    assert read_csv(out / "numerals.csv")[1]["value"] == "-0.00001"
    assert read_csv(out / "documents.csv")[0]["text"] == "'" + TEXT


@pytest.mark.parametrize(
    ("value", "kind", "cell"),
    [
        ("=1+1", "string", "'=1+1"),
        ("+apoyos", "string", "'+apoyos"),
        ("- lista", "string", "'- lista"),
        ("@cuenta", "string", "'@cuenta"),
        ("\tuno", "string", "'\tuno"),
        ("\runo", "string", "'\runo"),
        ("uno=dos", "string", "uno=dos"),
        ("· uno", "string", "· uno"),
        ("", "string", ""),
        (None, "string", ""),
        (-3.0, "number", "-3"),
        (-3.25, "number", "-3.25"),
        (0.1, "number", "0.1"),
        (1e-7, "number", "0.0000001"),
        (1e21, "number", "1000000000000000000000"),
        (12, "integer", "12"),
        (dt.date(2024, 1, 2), "date", "2024-01-02"),
    ],
)
def test_cells(value, kind, cell):
    assert csv_cell(value, Column("c", "c", kind, True, "a column", (), {})) == cell


def test_parquet_has_the_rows_and_the_schema(out):
    table = pq.read_table(out / "numerals.parquet")
    assert table.schema.metadata[b"schema_version"].decode() == SCHEMA_VERSION
    assert [row["class"] for row in table.to_pylist()] == ["quantity", "quantity", "vague"]
    assert pq.ParquetFile(out / "numerals.parquet").metadata.row_group(0).column(0).compression == "ZSTD"
    (row, _) = pq.read_table(out / "documents.parquet").to_pylist()
    assert row["text"] == TEXT


def test_frictionless_finds_the_package_valid(out):
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert [task.stats["rows"] for task in report.tasks] == [2, 2, 3]


def test_frictionless_would_find_faults(out):
    path = out / "records.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace(",exact,", ",perhaps,"), encoding="utf-8-sig")
    report = frictionless.validate(str(out / "datapackage.json"))
    assert {kind for (kind,) in report.flatten(["type"])} == {"constraint-error"}


def test_the_same_rows_give_the_same_bytes(out, tmp_path):
    write_tables(tmp_path / "again", [right_rows(), rejected("b.txt", "0" * 64, "txt", "The file is empty.")])
    assert all((out / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in FILES)


def test_tables_without_rows_keep_their_schema(tmp_path):
    write_tables(tmp_path, [])
    for table in TABLES:
        assert pq.read_table(tmp_path / f"{table}.parquet").column_names == [c.name for c in columns(table)]
        assert read_csv(tmp_path / f"{table}.csv") == []
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_a_run_that_fails_leaves_the_earlier_output_alone(out):
    before = {name: (out / name).read_bytes() for name in FILES}

    def rows():
        yield right_rows()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_tables(out, rows())
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_many_rows_make_several_row_groups(tmp_path, monkeypatch):
    monkeypatch.setattr("extract.tables.writers._ROW_GROUP", {"records": 3, "documents": 2, "numerals": 2})
    texts = [rejected(f"{i}.txt", "0" * 64, "txt", f"Reason {i}.") for i in range(5)]
    write_tables(tmp_path, texts)
    assert pq.ParquetFile(tmp_path / "documents.parquet").num_row_groups == 3
    assert pq.read_table(tmp_path / "documents.parquet")["error"].to_pylist() == [f"Reason {i}." for i in range(5)]
    assert len(read_csv(tmp_path / "documents.csv")) == 5


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_folder_that_cannot_be_written_is_named(tmp_path, where):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteError, match="cannot be written") as caught:
        write_tables(tmp_path / where, [])
    assert str(Path(tmp_path, where)) in str(caught.value)


def test_right_rows_break_no_promise():
    assert find_violation(right_rows()) is None
    assert find_violation(rejected("b.txt", "0" * 64, "txt", "The file is empty.")) is None


def wrong_rows():
    rows = right_rows()
    number = TEXT.index("1,5")
    yield "does not stand at 0", changed(rows, records=[a_record(0, "300"), rows.records[1]])
    yield "does not stand at", changed(rows, numerals=[rows.numerals[0], rows.numerals[1], a_numeral(5, "dos")])
    yield (
        "is in no row of numerals",
        changed(rows, document=a_document(n_numerals=2), numerals=rows.numerals[::2], records=rows.records),
    )
    yield "'5' at", changed(rows, numerals=[rows.numerals[0], a_numeral(number, "1"), rows.numerals[2]])
    yield (
        "overlaps the row before",
        changed(
            rows,
            document=a_document(n_numerals=4),
            numerals=[*rows.numerals[:2], a_numeral(number + 4, "millones"), rows.numerals[2]],
        ),
    )
    yield "overlaps the row before", changed(rows, records=rows.records[::-1])
    yield (
        "names a record that does not exist",
        changed(rows, numerals=[a_numeral(8, "300", record_id="e" * 16), *rows.numerals[1:]]),
    )
    yield "counts", changed(rows, document=a_document(n_records=1))
    yield "without text", changed(rows, document=rejected("a.txt", "f" * 64, "txt", "No.").document)


@pytest.mark.parametrize(("message", "rows"), list(wrong_rows()))
def test_broken_promises_are_found(message, rows):
    assert message in (find_violation(rows) or "")


def test_descriptor_is_readable_json(out):
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == ["records.csv", "documents.csv", "numerals.csv"]

import datetime as dt
from decimal import Decimal

import pandas as pd
import pytest

import extract
from extract.schema import Record

TEXT = "Toluca, a 3 de mayo de 2024.- El Ayuntamiento entregó más de 42 mil 800 becas de 1.5 km en el último año."


def test_names_are_those_of_the_contract():
    assert set(extract.__all__) == {"__version__", "find_numerals", "find_periods", "load", "read_records", "run"}
    assert set(extract.__all__) <= set(dir(extract))
    assert all(getattr(extract, name) for name in extract.__all__)


def test_other_names_are_none():
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        _ = extract.colour


def test_find_numerals():
    (numeral,) = extract.find_numerals("más de 42 mil 800 becas")
    assert (numeral.start, numeral.end, numeral.surface) == (7, 17, "42 mil 800")
    assert (numeral.value, numeral.kind) == (Decimal(42800), "cardinal")


def test_find_numerals_with_another_decimal_sign():
    assert [n.value for n in extract.find_numerals("1.500 becas", decimal=",")] == [1500]
    assert [n.value for n in extract.find_numerals("1.5 km", decimal=".")] == [Decimal("1.5")]


def test_find_periods():
    (period,) = extract.find_periods("en el último año", dt.date(2024, 5, 3))
    assert (period.start, period.end, period.surface) == (0, 16, "en el último año")
    assert (period.first, period.last) == (dt.date(2023, 5, 3), dt.date(2024, 5, 3))


def test_a_language_with_the_components():
    doc = extract.load()(TEXT)
    assert [record.surface for record in doc._.records] == ["más de 42 mil 800", "1.5 km"]
    assert all(isinstance(record, Record) for record in doc._.records)
    assert [span.text for span in doc.spans["quantities"]] == ["más de 42 mil 800", "1.5 km"]
    assert all(TEXT[r.start : r.end] == r.surface for r in doc._.records)


def test_from_folder_to_frame(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(TEXT, encoding="utf-8")
    summary = extract.run(tmp_path / "raw", tmp_path / "out")
    frame = extract.read_records(tmp_path / "out")
    assert summary.records == len(frame) == 2
    assert list(frame.columns) == list(Record.model_fields)
    assert frame["value"].to_list() == [42800.0, 1.5]
    assert (frame["published"] == pd.Timestamp(2024, 5, 3)).all()
    assert (frame["published"].dt.year == 2024).all()


def test_types_of_the_frame(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("Sin cifras.", encoding="utf-8")
    extract.run(tmp_path / "raw", tmp_path / "out")
    frame = extract.read_records(tmp_path / "out")
    types = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert len(frame) == 0
    assert types["start"] == types["end"] == "int32"
    assert types["page"] == "Int32"
    assert types["value"] == types["value_upper"] == "float64"
    assert types["confidence"] == "float32"
    assert {types[name] for name in ("published", "period_start", "period_end")} == {"datetime64[s]"}
    assert {types[name] for name in ("comparator", "kind", "status", "unit")} == {"category"}
    assert {types[name] for name in ("title", "surface", "item", "program", "agency", "speaker", "rules")} == {"str"}
    assert list(frame["status"].cat.categories) == ["reported", "planned", "conditional"]


def test_a_folder_without_output_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="run the extraction first"):
        extract.read_records(tmp_path)

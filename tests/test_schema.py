import datetime as dt

import pytest
from pydantic import ValidationError

from extract.schema import TABLES, NumeralRow, Record

CONTRACT = {
    "records": "record_id source_file source_sha256 title published place surface start end value value_upper comparator"
    " kind unit item status program program_id agency agency_id period_text period_start period_end speaker page sentence"
    " same_as confidence rules",
    "documents": "source_file source_sha256 format encoding convention title published published_from place url text"
    " n_characters n_numerals n_records status error",
    "numerals": "source_file start end surface value class record_id rule",
}


def a_record(**changes):
    values = dict.fromkeys(Record.model_fields) | {
        "record_id": "0" * 16,
        "source_file": "a.txt",
        "source_sha256": "f" * 64,
        "title": "Llegan 300",
        "surface": "300",
        "start": 7,
        "end": 10,
        "value": 300.0,
        "comparator": "exact",
        "kind": "count",
        "status": "reported",
        "sentence": "Llegan 300",
        "confidence": 0.9,
        "rules": "quantity.count",
    }
    return Record(**values | changes)


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_contract_in_its_order(table):
    names = [field.alias or name for name, field in TABLES[table].model_fields.items()]
    assert names == CONTRACT[table].split()


def test_every_column_is_described():
    assert all(field.description for model in TABLES.values() for field in model.model_fields.values())


def test_a_right_record_passes():
    assert a_record(value_upper=400.0, comparator="range", page=1).value_upper == 400


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"end": 11}, "surface has 3 characters"),
        ({"surface": "", "end": 7}, "at least 1 character"),
        ({"value_upper": 299.0}, "value_upper is below value"),
        ({"period_start": dt.date(2024, 2, 1), "period_end": dt.date(2024, 1, 1)}, "period_end is before"),
        ({"value": float("nan")}, "finite"),
        ({"value": float("inf")}, "finite"),
        ({"value": None}, "valid number"),
        ({"comparator": "perhaps"}, "more_than"),
        ({"kind": "money!"}, "percentage"),
        ({"confidence": 1.01}, "less than or equal to 1"),
        ({"page": 0}, "greater than or equal to 1"),
        ({"start": -3, "end": 0}, "greater than or equal to 0"),
        ({"record_id": "XYZ"}, "pattern"),
        ({"source_sha256": "abc"}, "pattern"),
        ({"colour": "red"}, "Extra inputs"),
    ],
)
def test_a_wrong_record_does_not(changes, message):
    with pytest.raises(ValidationError, match=message):
        a_record(**changes)


def test_class_is_a_column_under_its_contract_name():
    row = NumeralRow(
        source_file="a.txt", start=0, end=2, surface="20", value=20.0, class_="date", record_id=None, rule="x"
    )
    assert row.model_dump(by_alias=True)["class"] == "date"
    with pytest.raises(ValidationError):
        NumeralRow(
            source_file="a.txt", start=0, end=2, surface="20", value=20.0, class_="day", record_id=None, rule="x"
        )

import json
import subprocess
import sys
from typing import Any

import pyarrow.parquet as pq
import pytest

from extract.corpus.extraction import Settings, extract_file, load_model
from extract.rows import unpack
from extract.scoring import Output, ScoreError, fold, is_right, is_same_name, read_gold, read_output, score
from extract.tables.writers import write_tables

SPOILED: list[dict[str, Any]] = [
    {"value": 1.5},
    {"item": None},
    {"agency": "Casa"},
    {"kind": "ratio"},
    {"period_start": None},
    {},
]
TEXT = "Hoy 300 becas y 20 o 30 más, 5 de mayo"


def a_row(start, end, **changes):
    row = {
        "source_file": "x/a.txt",
        "start": start,
        "end": end,
        "surface": TEXT[start:end],
        "value": 300.0,
        "value_upper": None,
        "comparator": "exact",
        "kind": "count",
        "unit": None,
        "item": "becas",
        "status": "reported",
        "program": None,
        "agency": "Instituto de la Mujer",
        "period_start": None,
        "period_end": None,
        "speaker": None,
        "published": None,
    }
    return row | changes


def a_gold(start, end, **changes):
    gold = {
        "start": start,
        "end": end,
        "number": TEXT[start:end],
        "value": 300,
        "value_upper": None,
        "comparator": "exact",
        "kind": "count",
        "unit": None,
        "status": ["reported"],
        "item": ["becas"],
        "program": [None],
        "agency": ["Instituto de la Mujer"],
        "period": [None],
        "speaker": [None],
    }
    return gold | changes


def scored(records, golds, others=(), numerals=()):
    documents = [{"source_file": "x/a.txt", "text": TEXT}]
    gold = [{"file": "a.txt", "published": None, "records": golds, "others": list(others)}]
    return score(gold, Output(records, numerals, documents))


def test_a_right_record_is_right_in_all():
    figures = scored([a_row(4, 7)], [a_gold(4, 7)]).figures
    assert figures["quantity_f1"] == figures["whole"] == figures["item"] == figures["agency_f1"] == 1
    assert figures["published"] == 1
    assert figures["unit"] is None  # the gold leaves it open


@pytest.mark.parametrize(
    ("record", "gold", "figure", "value"),
    [
        ({"value": 301.0}, {}, "quantity_f1", 0),
        ({"value_upper": 400.0}, {}, "quantity_f1", 0),
        ({"value_upper": 400.0}, {"value_upper": 400}, "quantity_f1", 1),
        ({"start": 7, "end": 9}, {}, "quantity_f1", 0),
        ({"start": 0, "end": 5}, {}, "quantity_f1", 1),
        ({"kind": "money"}, {}, "kind", 0),
        ({"item": "BECAS."}, {}, "item", 1),
        ({"item": "becas nuevas"}, {}, "item", 0),
        ({"item": "becas nuevas"}, {}, "item_head", 1),
        ({"item": None}, {"item": ["becas", None]}, "item", 1),
        ({"status": "planned"}, {}, "whole", 0),
        ({"status": "planned"}, {"status": None}, "whole", 1),
        ({"agency": None}, {}, "agency_recall", 0),
        ({"agency": None}, {}, "agency_precision", 0),
        ({"agency": "Instituto de la Mujer de Lerma"}, {}, "agency_f1", 1),
        ({"program": "Becas"}, {}, "program_precision", 0),
        ({"period_start": "2024-01-01"}, {"period": ["2024-01-01/"]}, "period_f1", 1),
        ({"published": "2024-01-01"}, {}, "published", 0),
    ],
)
def test_figures_of_one_record(record, gold, figure, value):
    assert scored([a_row(4, 7) | record], [a_gold(4, 7) | gold]).figures[figure] == value


def test_what_is_missing_and_what_is_too_much_are_faults():
    result = scored([a_row(16, 18, value=21.0), a_row(21, 23, value=30.0)], [a_gold(4, 7), a_gold(16, 18, value=20)])
    assert result.figures["quantity_f1"] == 0
    assert [(fault.field, fault.start) for fault in result.faults if fault.field in ("quantity", "spurious")] == [
        ("quantity", 4),
        ("quantity", 16),
        ("spurious", 16),
        ("spurious", 21),
    ]
    assert "a.txt@4 '300': quantity: wanted 300, got []" in map(str, result.faults)


def test_a_record_is_found_once():
    figures = scored([a_row(4, 7)], [a_gold(4, 7), a_gold(4, 7)]).figures
    assert (figures["quantity_precision"], figures["quantity_recall"]) == (1, 0.5)


def test_other_files_are_left_aside():
    figures = scored([a_row(4, 7), a_row(4, 7, source_file="b.txt")], [a_gold(4, 7)]).figures
    assert figures["records_predicted"] == 1


def test_the_ledger_is_scored_by_class_and_by_coverage():
    numerals = [
        {"source_file": "x/a.txt", "start": 4, "end": 7, "class": "quantity"},
        {"source_file": "x/a.txt", "start": 29, "end": 30, "class": "date"},
    ]
    others = [
        {"start": 29, "end": 38, "surface": "5 de mayo", "class": "date"},
        {"start": 16, "end": 18, "surface": "20", "class": "address"},
        {"start": 0, "end": 3, "surface": "Hoy", "class": "vague"},
    ]
    figures = scored([], [], others, numerals).figures
    assert figures["numeral_class"] == 0.5
    assert figures["accounted"] == 0.5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Instituto de la Mujer", "INSTITUTO DE LA MUJER", True),
        ("DIF Lerma", "Sistema DIF Lerma", True),
        ("Lerma", "Sistema DIF Lerma", False),
        ("Secretaría de Salud", "Secretaría de Cultura", False),
        ("Becas para Todas y Todos", "Becas Todas Todos", True),
        ("de la", "y en", False),
    ],
)
def test_same_names(one, other, same):
    assert is_same_name(one, other) is is_same_name(other, one) is same


def test_fold():
    assert fold("  Atención, MÉDICA: 3% ") == "atencion medica 3%"


@pytest.mark.parametrize(
    ("field", "predicted", "accepted", "right"),
    [
        ("period", "2024-01-01/2024-01-31", ["2024-01-01/2024-01-31"], True),
        ("period", "2024-01-01/", ["2024-01-01/2024-01-31"], False),
        ("item", None, ["becas"], False),
        ("item", None, ["becas", None], True),
        ("item", "becas", [None], False),
        ("unit", "km", ["KM"], True),
    ],
)
def test_accepted_answers(field, predicted, accepted, right):
    assert is_right(field, predicted, accepted) is right


@pytest.mark.parametrize("content", ["not json", "[]", '{"file": "a.txt"}', "3"])
def test_broken_gold_is_named_with_its_line(tmp_path, content):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"file": "a", "records": [], "others": []}\n' + content, encoding="utf-8")
    with pytest.raises(ScoreError, match=r"gold.jsonl:2: a gold line is"):
        read_gold(path)


def test_missing_gold_and_missing_output_are_named(tmp_path):
    with pytest.raises(ScoreError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
    with pytest.raises(ScoreError, match=r"records.parquet does not exist"):
        read_output(tmp_path)


def test_the_measure_is_that_of_the_shared_script(shared, tmp_path):
    """Both on the same output, in which some records were made wrong so that every figure has something to say."""
    gold = shared / "gold" / "seeds.jsonl"
    nlp, seeds = load_model(Settings()), sorted(p.name for p in (shared / "seeds").iterdir())
    packed = [extract_file(nlp, shared / "seeds", seed, 10**6).packed for seed in seeds]
    rows = [one.under(seed) for seed, some in zip(seeds, packed, strict=True) for one in unpack(some)]
    for one in rows:
        for i, record in enumerate(one.records):
            one.records[i] = record.model_copy(update=SPOILED[i % len(SPOILED)])
        del one.numerals[::7]
    write_tables(tmp_path, rows)
    script = [sys.executable, shared / "score.py", gold, tmp_path, "--json"]
    theirs = json.loads(subprocess.run(script, check=True, capture_output=True).stdout)  # noqa: S603
    result = score(read_gold(gold), read_output(tmp_path))
    assert result.figures == pytest.approx(theirs)
    assert 0 < (result.figures["whole"] or 0) < 1
    assert pq.read_metadata(tmp_path / "records.parquet").num_rows == result.figures["records_predicted"]

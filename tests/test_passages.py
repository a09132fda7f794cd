"""Short passages with one annotated figure each: no field may be right less often than it was."""

from collections import Counter
from pathlib import Path

import pytest

from extract.pipeline import load
from tools.score_passages import verdicts

PASSAGES = Path(__file__).parent / "passages"
#: Shares in hundredths by file and field; the files under ``heldout`` are read by nobody who writes rules.
FLOORS = {
    "agency": {"agency": 99},
    "item": {"item": 94, "status": 100, "comparator": 98, "kind": 98, "unit": 96, "value": 99, "value_upper": 100},
    "period": {"period": 94},
    "program_abroad": {"program": 96},
    "program_mx": {"program": 91},
    "agency2": {"agency": 86},
    "period2": {"period": 84},
    "program_abroad2": {"program": 86},
    "program_mx2": {"program": 86},
    "heldout/agency": {"agency": 84},
    "heldout/item": {
        "item": 93,
        "status": 98,
        "comparator": 100,
        "kind": 98,
        "unit": 97,
        "value": 99,
        "value_upper": 100,
    },
    "heldout/period": {"period": 85},
    "heldout/program_abroad": {"program": 81},
    "heldout/program_mx": {"program": 61},
    "heldout/agency2": {"agency": 70},
    "heldout/period2": {"period": 80},
    "heldout/program_abroad2": {"program": 62},
    "heldout/program_mx2": {"program": 68},
}


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize("name", FLOORS)
def test_no_field_falls_under_its_floor(nlp, name):
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for one in verdicts(nlp, PASSAGES / f"{name}.jsonl"):
        asked[one.field] += 1
        right[one.field] += one.right
    shares = {field: 100 * right[field] / asked[field] for field in asked}
    assert {field: share for field, share in shares.items() if share < FLOORS[name][field]} == {}


def test_every_file_of_passages_has_a_floor():
    files = {path.relative_to(PASSAGES).with_suffix("").as_posix() for path in PASSAGES.rglob("*.jsonl")}
    assert files == set(FLOORS)

"""How sure a record is: its own links count, and so do those of its whole release."""

from collections.abc import Mapping
from types import SimpleNamespace

import numpy as np
import pytest

from extract.links.confidence import PARTS, confidences, features_of_release
from extract.patterns import shipped
from tools.fit_confidence import fit_confidence

SURE = dict.fromkeys(PARTS, 0.98)
DOUBTFUL = {**SURE, "program": 0.4}


def confidence(*parts: Mapping[str, float]) -> list[float]:
    return confidences([SimpleNamespace(probabilities=part) for part in parts], shipped())  # type: ignore[misc]


def test_a_doubtful_link_makes_its_record_less_sure():
    sure, doubtful = confidence(SURE, DOUBTFUL)
    assert 0 < doubtful < sure < 1


def test_doubtful_neighbours_make_a_record_less_sure():
    assert confidence(SURE, DOUBTFUL, DOUBTFUL)[0] < confidence(SURE, SURE, SURE)[0]


def test_the_order_of_the_records_changes_nothing():
    assert confidence(SURE, DOUBTFUL) == confidence(DOUBTFUL, SURE)[::-1]


def test_an_impossible_link_has_a_confidence_too():
    assert 0 <= confidence({**SURE, "period": 0.0})[0] < 0.5


def test_a_release_without_figures_has_none():
    assert features_of_release([]) == []
    assert confidence() == []


@pytest.mark.parametrize("part", PARTS)
def test_what_the_weights_are_of(part):
    [row] = features_of_release([{**SURE, part: 1.0}])
    assert row[part] == 0.0
    assert set(row) == {"bias", "release", *PARTS}


def test_the_fit_trusts_what_was_right_and_prints_how_often(capsys):
    records = [SURE, SURE, SURE, DOUBTFUL, DOUBTFUL, DOUBTFUL] * 10
    right = np.array([1, 1, 1, 0, 0, 1] * 10, dtype=float)
    weights = fit_confidence([f"{index // 6}.txt" for index in range(60)], records, right)
    assert set(weights) == {"bias", "release", *PARTS}
    assert weights["program"] > 0
    printed = capsys.readouterr().out.splitlines()
    assert sum(int(line.split(":")[1].split()[0]) for line in printed) == 60

"""Fitting the weights of the links: what the gold takes becomes probable, and weights that are kept stay."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extract.links.scope import choose
from extract.pipeline import load
from tools.fit_links import fit
from tools.link_examples import RecordExample, document_examples

TEXT = "Lerdo entrega apoyos\n\nLerdo, Dgo., 3 de mayo de 2022.- Con el programa Piso Firme se dieron 30 losas y 45 láminas.\n"


def record(number: str, value: int, program: str | None) -> dict[str, Any]:
    start = TEXT.index(number)
    return {
        "start": start, "end": start + len(number), "value": value, "comparator": "exact", "kind": "count", "unit": None,
        "item": [None], "program": [program], "agency": [None], "period": [None], "speaker": [None], "status": ["reported"],
    }  # fmt: skip


@pytest.fixture(scope="module")
def nlp():
    return load()


def examples(nlp, folder: Path, programs: Sequence[str | None]) -> list[RecordExample]:
    path = folder / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    records = [record(number, int(number), name) for number, name in zip(("30", "45"), programs, strict=True)]
    return list(document_examples(nlp, {"file": "a.txt", "records": records}, path))


@pytest.mark.parametrize("taken", ["Piso Firme", None])
def test_what_the_gold_takes_becomes_the_choice(nlp, tmp_path: Path, taken: str | None) -> None:
    found = examples(nlp, tmp_path, [taken, taken])
    weights = fit("program", found, {})
    for one in found:
        example = one.links["program"]
        assert choose(example.candidates(example.previous), weights).key in example.right_keys


def test_weights_that_are_kept_stay_and_others_are_added(nlp, tmp_path: Path) -> None:
    kept = {"sentence_same": -3.0, "of_no_example": 0.5}
    weights = fit("program", examples(nlp, tmp_path, ["Piso Firme", "Piso Firme"]), kept)
    assert kept.items() <= weights.items()
    assert len(weights) > len(kept)

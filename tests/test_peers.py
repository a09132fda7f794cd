"""The Spanish test cases of other projects: all values of a case and no others, by suite and kind.

The suites are other people's work and no part of this repository; the tests run where they lie in ``../shared/peers``.
Units are for the tests of ``quantities``; these are about numbers and ordinals.
"""

from __future__ import annotations

import functools
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.numerals import find_numerals

PEERS = Path(__file__).parents[2] / "shared" / "peers"
KINDS = ("number", "ordinal")
FLOORS = {"real-mx": 0.98}
FLOOR = 0.97
#: The locales whose cases have a decimal comma; the notes of a case name its locale.
COMMA = re.compile(r"es-ES|locale ES \(|ES_(?:ES|AR|CL|CO|PE|VE)")

pytestmark = pytest.mark.skipif(not PEERS.is_dir(), reason="the suites of other projects are not here")


@functools.cache
def cases() -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted(PEERS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line) | {"suite": path.stem}
            if case["kind"] in KINDS:
                found[case["id"]] = case
    return found


@functools.cache
def exceptions() -> dict[str, str]:
    entries = yaml.safe_load(Path(__file__).with_name("peer_exceptions.yml").read_text(encoding="utf-8"))["exceptions"]
    return {case: entry["reason"] for entry in entries for case in entry["cases"]}


def is_right(case: dict[str, Any]) -> bool:
    expected = [float(e["value"]) for e in case["expected"] if e["value"] is not None]
    types = {e.get("type") for e in case["expected"]} | {case["kind"]}
    found = find_numerals(case["text"], "," if COMMA.search(case["notes"]) else ".")
    of_kind = [n for n in found if ("ordinal" if n.kind == "ordinal" else "number") in types | numbers_in(types)]
    values = [float(n.value) for n in of_kind if n.value is not None]
    return values == [pytest.approx(value, rel=1e-9) for value in expected]


def numbers_in(types: set[str]) -> set[str]:
    return {"number"} if types & {"integer", "decimal", "fraction"} else set()


@functools.cache
def shares() -> dict[tuple[str, str], tuple[int, int, int]]:
    """For each suite and kind: cases right, right or excepted, and all."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, case in cases().items():
        right = is_right(case)
        count = counts[case["suite"], case["kind"]]
        count[0] += right
        count[1] += right or name in exceptions()
        count[2] += 1
    return {key: (right, agreed, total) for key, (right, agreed, total) in counts.items()}


def test_suites_are_read_right(record_property):
    low = {}
    for (suite, kind), (right, agreed, total) in sorted(shares().items()):
        line = f"{suite} {kind}: {right} of {total} right, {agreed - right} more where Spanish says otherwise"
        record_property(f"{suite} {kind}", line)
        if agreed / total < FLOORS.get(suite, FLOOR):
            low[suite, kind] = line
    assert not low


def test_exceptions_are_short():
    assert len(exceptions()) <= 0.05 * len(cases())


@pytest.mark.parametrize("name", sorted(exceptions()))
def test_exception_is_still_one(name):
    assert name in cases(), "this case is in no suite"
    assert not is_right(cases()[name]), "this case is right: take it off the list"

"""The Spanish test cases of other projects: all values of a case and no others, by suite and kind.

The suites are other people's work and no part of this repository; the tests run where they lie in ``../shared/peers``.
Units are for the tests of ``quantities``; these are about numbers and ordinals.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import Any

import pytest

from extract.numerals.finder import find_numerals
from tests.peer_cases import COMMA, FLOOR, PEERS, read_cases, read_exceptions

KINDS = ("number", "ordinal")
FLOORS = {"real-mx": 0.98}

pytestmark = pytest.mark.skipif(not PEERS.is_dir(), reason="the suites of other projects are not here")


@functools.cache
def cases() -> dict[str, dict[str, Any]]:
    return read_cases(KINDS)


@functools.cache
def exceptions() -> dict[str, str]:
    return read_exceptions("peer_exceptions.yml")


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

"""The Spanish test cases of other projects with units: all values of a case and no others, by suite and kind.

The suites are other people's work and no part of this repository; the tests run where they lie in ``../shared/peers``.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

from extract.mentions import Numeral, Quantity
from extract.numerals.finder import find_numerals
from extract.quantities.conventions import find_convention
from extract.quantities.finder import find_quantities
from tests.peer_cases import COMMA, FLOOR, PEERS, read_cases, read_exceptions

#: Which of our kinds answer a case of the peers' kind; None: any.
KINDS: dict[str, frozenset[str] | None] = {
    "percentage": frozenset({"percentage"}),
    "currency": frozenset({"money"}),
    "dimension": frozenset({"length", "area", "volume", "mass", "data", "speed", "energy", "temperature"}),
    "age": frozenset({"age", "duration"}),
    "temperature": frozenset({"temperature"}),
    "numberrange": None,
}

pytestmark = pytest.mark.skipif(not PEERS.is_dir(), reason="the suites of other projects are not here")


@functools.cache
def cases() -> dict[str, dict[str, Any]]:
    return read_cases(KINDS)


@functools.cache
def exceptions() -> dict[str, str]:
    return read_exceptions("quantity_peer_exceptions.yml")


def expected_values(case: dict[str, Any]) -> list[float]:
    """The values of a case; an interval such as ``(20,35]`` has those of its ends, a point interval one."""
    values: list[float] = []
    for answer in case["expected"]:
        value = answer["value"]
        if isinstance(value, str):
            values += sorted({float(end) for end in re.findall(r"-?\d+(?:\.\d+)?", value)})
        elif value is not None:
            values += value if isinstance(value, list) else [value]
    return sorted(map(float, values))


def as_written(quantity: Quantity, numerals: list[Numeral]) -> list[Decimal]:
    inside = [n for n in numerals if quantity.number_start <= n.start and n.end <= quantity.number_end]
    return [n.value for n in inside if n.value is not None]


def is_right(case: dict[str, Any]) -> bool:
    text, wanted = case["text"], expected_values(case)
    convention = find_convention(text, None, override="ES" if COMMA.search(case["notes"]) else "MX")
    numerals = find_numerals(text, convention.decimal, abbreviations=False)
    kinds = KINDS[case["kind"]]
    found = [q for q in find_quantities(text, numerals, convention)[0] if kinds is None or q.kind in kinds]
    values = [value for q in found for value in (q.value, q.value_upper) if value is not None]
    if sorted(map(float, values)) == [pytest.approx(value) for value in wanted]:
        return True
    # A peer that turns every mass into grams, or leaves cents as they are, has read the same figure.
    written = [value for q in found for value in as_written(q, numerals)]
    return len(found) == len(wanted) and multiplied_by_a_power_of_ten(written, wanted)


def multiplied_by_a_power_of_ten(written: list[Decimal], wanted: list[float]) -> bool:
    if len(written) != len(wanted):
        return False
    powers = [10.0**exponent for exponent in (-3, -2, 0, 3)]
    pairs = zip(sorted(map(float, written)), wanted, strict=True)
    return all(any(mine * power == pytest.approx(theirs) for power in powers) for mine, theirs in pairs)


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


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_suites_are_read_right(kind: str):
    low = {
        suite: f"{right} of {total} right, {agreed - right} more where Spanish says otherwise"
        for (suite, case_kind), (right, agreed, total) in shares().items()
        if case_kind == kind and agreed / total < FLOOR
    }
    assert not low


def test_exceptions_are_short():
    assert len(exceptions()) <= 0.1 * len(cases())


@pytest.mark.parametrize("name", sorted(exceptions()))
def test_exception_is_still_one(name: str):
    assert name in cases(), "this case is in no suite"
    assert not is_right(cases()[name]), "this case is right: take it off the list"

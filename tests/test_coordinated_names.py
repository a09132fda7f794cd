"""Programs beside each other: each is that of its own count, and none of a list is that of the list's figure."""

import datetime as dt

import pytest

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.status import StatusReading
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text

DONE = StatusReading("reported", "status.reported", 0.9, "past")


def programs(text: str) -> list[set[str]]:
    """The programs that may be that of each figure of a text."""
    mentions, _ = find_mentions(read_text(text), shipped())
    source = Candidates(Layout(text, mentions), dt.date(2024, 5, 10), shipped())
    found = [source.of("program", figure, DONE, None) for figure in mentions.quantities]
    return [{str(c.key) for c in candidates if c.mention is not None} for candidates in found]


SUN, SOUTH = {"Becas Sol"}, {"Bonos Sur"}
KINDS = [
    # neither is that of the sum, before or behind
    ("Se dieron 70 apoyos: 30 Becas Sol y 40 Bonos Sur.", [set(), SUN, SOUTH]),
    ("Se dieron 30 Becas Sol y 40 Bonos Sur, lo que costó 9 millones de pesos.", [SUN, SOUTH, set()]),
    ("Se dieron 30 Becas Sol y 40 Bonos Sur. Se pagaron 9 millones de pesos.", [SUN, SOUTH, set()]),
    # but each is that of what goes on about it
    (
        "Se dieron 30 Becas Sol por 9 millones de pesos y 40 Bonos Sur, con 8 millones de pesos.",
        [SUN, SUN, SOUTH, SOUTH],
    ),
    ("Se dieron 30 Becas Sol y 40 Bonos Sur. Los Bonos Sur costaron 9 millones de pesos.", [SUN | SOUTH, SOUTH, SOUTH]),
]
LISTS = [
    ("Se pagaron 9 millones de pesos a los programas Sol Vivo, Renta Joven y Techo Firme.", [set()]),
    ("Los programas “Sol”, “Mar” y “Luz” suman 30 obras. El programa “Mar” dio 9 casas.", [{"Mar"}] * 2),
    ("Los programas “Sol” y “Mar” suman 30 obras.", [{"Sol", "Mar"}]),
    ("“Sol” dio 30 casas, “Mar” dio 40 casas y el programa “Luz” dio 50.", [{"Sol"}, {"Mar"}, {"Luz"}]),
]
ALONE = [
    ("Se dieron 30 Becas Sol. Se pagaron 9 millones de pesos.", [SUN, SUN]),
    ("Se dieron 30 Becas Sol, lo que costó 9 millones de pesos.", [SUN, SUN]),
    ("Los Bonos Sur siguen y hay 30 Becas Sol. Se pagaron 9 millones de pesos.", [SUN | SOUTH, SUN | SOUTH]),
]


@pytest.mark.parametrize(("text", "expected"), [*KINDS, *LISTS, *ALONE])
def test_a_name_counted_beside_another_is_that_of_its_own_count(text: str, expected: list[set[str]]) -> None:
    assert programs(text) == expected

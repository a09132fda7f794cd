"""Members of a sentence that each have a figure and a name: none takes the other's."""

import datetime as dt

import pytest

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.scope import Candidate
from extract.links.status import StatusReading
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text

DONE = StatusReading("reported", "status.reported", 0.9, "past")


def candidates_of(text: str, link: str, figure: int) -> list[Candidate]:
    mentions, _ = find_mentions(read_text(text), shipped())
    source = Candidates(Layout(text, mentions), dt.date(2024, 5, 10), shipped())
    return source.of(link, mentions.quantities[figure], DONE, None)


def surfaces(candidates: list[Candidate], feature: str | None = None) -> list[str]:
    return [c.mention.surface for c in candidates if c.mention is not None and (feature is None or feature in c.own)]


PROGRAMS = [
    "Con el programa Piso Firme se dieron 30 losas y con el programa Techo Digno llegaron 40 láminas.",
    "Se dieron 30 losas del programa Piso Firme y 40 láminas del programa Techo Digno.",
    "El programa Piso Firme dio 30 losas, mientras que el programa Techo Digno entregó 40 láminas.",
    "La alcaldía puso 30 losas con el programa Piso Firme, repartió 40 láminas con el programa Techo Digno.",
]


@pytest.mark.parametrize("text", PROGRAMS)
def test_a_program_of_another_member_is_no_candidate(text: str) -> None:
    assert surfaces(candidates_of(text, "program", 0)) == ["Piso Firme"]
    assert surfaces(candidates_of(text, "program", 1)) == ["Techo Digno"]


@pytest.mark.parametrize(
    "text",
    [
        "Con el programa Piso Firme se dieron 30 losas, 40 láminas y 20 palas, y seguirá el programa Techo Digno.",
        "Los programas Piso Firme y Techo Digno dieron 30 losas y 40 láminas.",
        "Se dieron 30 losas y 40 láminas de los programas Piso Firme y Techo Digno.",
        "Del programa Piso Firme se dieron 30 losas y otras 40; el programa Techo Digno empezará después.",
    ],
)
def test_a_name_that_only_one_member_has_stays_a_candidate_of_all(text: str) -> None:
    for figure in (0, 1):
        assert {"Piso Firme", "Techo Digno"} == set(surfaces(candidates_of(text, "program", figure)))


def test_bodies_and_times_of_other_members_stay_and_are_marked() -> None:
    text = "La Secretaría de Salud dio 30 camas y la Cruz Roja aportó 40 mantas."
    second = candidates_of(text, "agency", 1)
    assert surfaces(second, "own_member") == ["Cruz Roja"]
    assert surfaces(second, "another_member") == ["Secretaría de Salud"]
    text = "Hubo 30 casos en enero de 2023 y 40 casos en febrero de 2023."
    second = candidates_of(text, "period", 1)
    assert surfaces(second, "own_member") == ["en febrero de 2023"]
    assert surfaces(second, "another_member") == ["en enero de 2023"]


def test_a_name_of_another_sentence_is_of_no_member() -> None:
    text = "El programa Piso Firme sigue. Se dieron 30 losas y 40 láminas con el programa Techo Digno."
    assert not surfaces(candidates_of(text, "program", 0), "another_member")

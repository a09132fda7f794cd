"""Names that stand beside a number: who gave what is counted, and whose share it is."""

import pytest

from extract.links.runs import recalls
from tests.test_members import candidates_of, surfaces

GIVERS = [
    (
        "La Caja Rural pagó 30 becas del total y dijo que son 40 becas otorgadas por el Instituto de Riego.",
        1,
        ["Instituto de Riego"],
    ),
    (
        "El 50% fue pagado por la Secretaría de Salud y el 30 restante por el Instituto de Riego.",
        1,
        ["Instituto de Riego"],
    ),
]
NO_GIVERS = [
    # whoever gave the credits has trained nobody
    "La Secretaría de Salud capacitó a 40 usuarios de los créditos otorgados por el Instituto de Riego.",
    "La Secretaría de Salud dio 40 becas que verá la gente apoyada por el Instituto de Riego.",
    # who pays is not who gives
    "La Secretaría de Salud coordinó 40 cursos pagados por el Instituto de Riego.",
    "La Secretaría de Salud dio 40 becas, aprobadas por el Instituto de Riego.",
]


@pytest.mark.parametrize(("text", "figure", "expected"), GIVERS)
def test_who_gave_it_is_told_right_behind(text: str, figure: int, expected: list[str]) -> None:
    assert surfaces(candidates_of(text, "agency", figure)) == expected


@pytest.mark.parametrize("text", NO_GIVERS)
def test_a_giver_of_something_else(text: str) -> None:
    assert surfaces(candidates_of(text, "agency", 0)) == ["Secretaría de Salud", "Instituto de Riego"]


def test_a_share_in_brackets_is_of_the_name_before_it() -> None:
    text = "Pagan 6 millones la Secretaría de Salud (un 60 por ciento) y el Instituto de Riego (un 40 por ciento)."
    assert surfaces(candidates_of(text, "agency", 1)) == ["Secretaría de Salud"]
    assert surfaces(candidates_of(text, "agency", 2)) == ["Instituto de Riego"]
    assert surfaces(candidates_of(text, "agency", 0)) == []  # the sum is of both


def test_what_has_a_share_is_not_taken_over_by_the_next_figure() -> None:
    text = "El 50% fue pagado por la Secretaría de Salud y el 30 restante por el Instituto de Riego."
    shares = [c for c in candidates_of(text, "agency", 1) if c.mention is not None]
    assert all(recalls(shares, c.key) for c in shares)


def test_a_label_is_no_body_among_labels() -> None:
    text = "El Instituto de Riego repartió: Deportes (10 euros), Cultura (20 euros) y Servicios Sociales (30 euros)."
    for figure in range(3):
        assert surfaces(candidates_of(text, "agency", figure)) == ["Instituto de Riego"]


def test_one_figure_in_brackets_is_no_series_of_shares() -> None:
    text = "El Instituto de Riego dio 30 becas con la Secretaría de Salud (40 camas)."
    assert len(surfaces(candidates_of(text, "agency", 1))) == 2

"""Sentences that break down what stands before them: the parts of a sum have its time."""

import datetime as dt

import pytest

import extract

#: A Friday.
PUBLISHED = "Vigo, 10 de mayo de 2024.- "


def years_of(text: str) -> list[str]:
    """For each figure the year of its time, or a dash."""
    records = extract.load()(PUBLISHED + text)._.records
    return [f"{r.period_start:%Y}" if isinstance(r.period_start, dt.date) else "-" for r in records]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hubo ayudas de 2023, con 90.000 euros.\n\nLas cantidades se reparten así: Teis (50.000 euros), Lavadores (40.000).",
            ["2023"] * 3,
        ),
        (
            "En 2022 se pagaron 90.000 euros. El importe se distribuye así:\n\n- Teis: 50.000 euros\n- Bouzas: 40.000 euros",
            ["2022"] * 3,
        ),
        (
            "En 2023 hubo 90 casos. La mayoría se concentra en Teis, con 50; le sigue Bouzas, con 30; en Coia son 10.",
            ["2023"] * 4,
        ),
        (
            "En 2023 se pagaron 90.000 euros. Las cantidades se reparten así: Teis (50.000 euros en 2021), Bouzas (40.000 en 2022).",
            ["2023", "2021", "2022"],
        ),
    ],
)
def test_parts_have_the_time_of_the_whole(text, expected):
    assert years_of(text) == expected

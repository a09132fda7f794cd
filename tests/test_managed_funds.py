"""Funds that are institutions, because somebody directs them, and funds that are schemes."""

from pathlib import Path

import pytest

from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read

FUND = "El Fondo para el Riego del Sur (Fors) entregó 9 bombas. "


def names(body: str) -> tuple[set[str], set[str]]:
    text = f"Entregan bombas\n\nAzua, República Dominicana, 3 de mayo de 2023.- {body}\n"
    found, _ = find_mentions(read(Path("a.txt"), text.encode()), shipped())
    return {name.name for name in found.agencies}, {name.name for name in found.programs}


@pytest.mark.parametrize(
    "officer", ["el director ejecutivo del Fors, Luis Paz Gil", "la gerenta general del Fondo para el Riego del Sur"]
)
def test_a_fund_with_a_head_is_a_body(officer: str) -> None:
    agencies, programs = names(f"{FUND}Serán 40, dijo {officer}.")
    assert "Fondo para el Riego del Sur" in agencies
    assert programs == set()


@pytest.mark.parametrize("sayer", ["el alcalde de Azua", "la directora del Instituto del Agua"])
def test_a_fund_that_nobody_directs_is_a_scheme(sayer: str) -> None:
    agencies, programs = names(f"{FUND}Serán 40, dijo {sayer}.")
    assert "Fondo para el Riego del Sur" not in agencies
    assert programs == {"Fondo para el Riego del Sur"}

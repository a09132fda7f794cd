"""Signs and codes of currencies beside figures: joined or apart, with points, before and behind, with any magnitude."""

from __future__ import annotations

import re

import pytest

from extract import money_signs
from extract.numerals.finder import find_numerals
from extract.patterns import shipped
from extract.rules import UnitRule
from tests.test_quantities import quantities

JOINED = [
    ("PE", "Cada pozo costó S/12 millones.", ["S/12 millones=12000000 money PEN"]),
    ("PE", "Dio S/850 mil y S/.40 mil.", ["S/850 mil=850000 money PEN", "S/.40 mil=40000 money PEN"]),
    ("PE", "El puente vale S/500 000.", ["S/500 000=500000 money PEN"]),
    ("BO", "Costó Bs.12 millones y Bs.850 mil.", ["Bs.12 millones=12000000 money BOB", "Bs.850 mil=850000 money BOB"]),
    ("BO", "Aportó $us12 mil y bs 300.", ["$us12 mil=12000 money USD", "bs 300=300 money BOB"]),
    ("EC", "Pagó USD12 por 20 vales.", ["USD12=12 money USD", "20=20"]),
    ("EC", "Vale USD8.500 y luego USD. 9.000.", ["USD8.500=8500 money USD", "USD. 9.000=9000 money USD"]),
    ("AR", "Son U$S850 mil y u$s4,5 millones.", ["U$S850 mil=850000 money USD", "u$s4,5 millones=4500000 money USD"]),
    ("UY", "Son $U 12 mil y $U850.", ["$U 12 mil=12000 money UYU", "$U850=850 money UYU"]),
    ("CO", "Costó COP12 mil millones.", ["COP12 mil millones=12000000000 money COP"]),
    ("MX", "Pagó MXN1,250,000.50 al taller.", ["MXN1,250,000.50=1250000.5 money MXN"]),
    ("PA", "Dio B/.3 a 20 niños y B/ 40 mil.", ["B/.3=3 money PAB", "20=20", "B/ 40 mil=40000 money PAB"]),
    ("HN", "Dio Lps.12 mil y Lps 40.", ["Lps.12 mil=12000 money HNL", "Lps 40=40 money HNL"]),
    ("MX", "Costó $500.00M.N. en total.", ["$500.00M.N.=500 money MXN"]),
    ("MX", "Costó $500 m.n. en total.", ["$500 m.n.=500 money MXN"]),
    ("VE", "Dio BsD. 45 a Rita.", ["BsD. 45=45 money VES"]),
    # what only looks like a sum, or like a measure
    ("MX", "Cuesta $500 m cada una.", ["$500=500 money MXN"]),
    ("HN", "La línea L 30 km más larga.", ["30 km=30 length km"]),
    ("PE", "La zona C/12 mil becas.", ["12=12", "mil=1000"]),
]
LETTERS_AT_HOME = [
    ("GT", "Hay Q50 por niña en el C4.", ["Q50=50 money GTQ"]),
    ("MX", "Abre el Q1 con 40 becas.", ["40=40"]),
    ("HN", "Dio L300 y L 4 millones.", ["L300=300 money HNL", "L 4 millones=4000000 money HNL"]),
    ("MX", "La ruta L3 llevó a 40 y la talla L 30 a 20.", ["40=40", "30=30", "20=20"]),
    ("PY", "Costó G 1.200.000 y G300.000.", ["G 1.200.000=1200000 money PYG", "G300.000=300000 money PYG"]),
    ("PY", "El G20 dio 40 becas.", ["40=40"]),
    ("NI", "Cuesta C$300 o NIO 300.", ["C$300=300 money NIO", "NIO 300=300 money NIO"]),
]
BEHIND = [
    ("BO", "Costó 300.000 Bs. y 40 bs.", ["300.000 Bs.=300000 money BOB", "40 bs.=40 money BOB"]),
    ("VE", "Costó 300.000 Bs.", ["300.000 Bs.=300000 money VES"]),
    ("PY", "Costó 500.000 Gs.", ["500.000 Gs.=500000 money PYG"]),
    ("HN", "Costó 500,000 Lps.", ["500,000 Lps.=500000 money HNL"]),
    ("BO", "Costó 500 $us.", ["500 $us=500 money USD"]),
    ("BO", "A los 20 Bs. 300.", ["20=20", "Bs. 300=300 money BOB"]),
]
MAGNITUDES = [
    (
        "ES",
        "Son 12 mill. de euros y 4,5 mill. €.",
        ["12 mill. de euros=12000000 money EUR", "4,5 mill. €=4500000 money EUR"],
    ),
    ("PE", "Son S/. 12 mlls. en total.", ["S/. 12 mlls.=12000000 money PEN"]),
    ("CL", "Son M$ 350.000 y MM$ 120 en total.", ["M$ 350.000=350000000 money CLP", "MM$ 120=120000000 money CLP"]),
    ("MX", "Son M$ 350,000 en total.", ["$ 350,000=350000 money MXN"]),
    ("EC", "Son US$ 12 M y USD 4,5 mill.", ["US$ 12 M=12000000 money USD", "USD 4,5 mill.=4500000 money USD"]),
    ("CL", "Son $ 12 M y 40 M de pesos.", ["$ 12 M=12000000 money CLP", "40 M de pesos=40000000 money CLP"]),
    ("PE", "Son PEN 12 MM y 3 MM de USD en total.", ["PEN 12 MM=12000000 money PEN", "3 MM de USD=3000000 money USD"]),
    ("MX", "Mide 12 M de alto; el buzón de 30 M y la talla 8 M.", ["12=12", "30=30", "8=8"]),
    ("MX", "Vio a John Mill. Hubo 40.", ["40=40"]),
]
SHARED = [
    ("GT", "entre Q3 y Q5 millones", ["entre Q3 y Q5 millones=3000000..5000000 range money GTQ"]),
    ("PE", "de S/3 a S/5 millones", ["de S/3 a S/5 millones=3000000..5000000 range money PEN"]),
    ("BO", "entre Bs. 3 y Bs. 5 mil", ["entre Bs. 3 y Bs. 5 mil=3000..5000 range money BOB"]),
    ("BO", "dio Bs. 300 y US$ 450 mil", ["Bs. 300=300 money BOB", "US$ 450 mil=450000 money USD"]),
]
SPLIT = [
    ("MX", "Costó $ 2, 350,000.00 en total.", ["$ 2, 350,000.00=2350000 money MXN"]),
    ("MX", "Costó $3, 200, 000 pesos.", ["$3, 200, 000 pesos=3200000 money MXN"]),
    ("MX", "Vale $3, 200 becas y 40 sillas más.", ["$3=3 money MXN", "200=200", "40=40"]),
    ("MX", "Por $300, 200, 400 vecinos.", ["$300=300 money MXN", "200=200", "400=400"]),
]


@pytest.mark.parametrize(
    ("country", "text", "expected"), [*JOINED, *LETTERS_AT_HOME, *BEHIND, *MAGNITUDES, *SHARED, *SPLIT]
)
def test_sums(country: str, text: str, expected: list[str]):
    assert quantities(text, country) == expected


def signs_of_letters() -> list[str]:
    """The signs of the examples in ``currencies.yml`` that end in a letter, a point or a slash."""
    rules = [rule for rule in shipped().rules("currencies.yml", UnitRule) if rule.position == "before"]
    examples = [example for rule in rules if rule.id.startswith("sign.") for example in rule.examples]
    signs = [re.split(r"\s?\d", example)[0] for example in examples]
    return [sign for sign in signs if sign[-1] in "./" or sign[-1].isalpha()]


@pytest.mark.parametrize("sign", signs_of_letters())
def test_every_sign_of_the_patterns_may_be_joined_to_its_figure(sign: str):
    assert money_signs.stand_before(f"{sign}12", len(sign))
    assert [int(numeral.value or 0) for numeral in find_numerals(f"costó {sign}12 mil")] == [12_000]


@pytest.mark.parametrize("text", ["C", "N.", "art.", "km", "RD", "XBs", "10/", "y/"])
def test_other_letters_make_a_code(text: str):
    assert not money_signs.stand_before(text, len(text))


def test_letters_are_sure_in_the_country_of_their_money():
    assert money_signs.surely_stand_before("Q50", 1, "GTQ")
    assert not money_signs.surely_stand_before("Q50", 1, "MXN")
    assert money_signs.surely_stand_before("USD50", 3, "MXN")
    assert not money_signs.surely_stand_before("G20", 1, "PYG")

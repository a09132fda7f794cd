"""What the project promises to read, point by point, from the text to the quantities and to the ledger.

The tables of ``test_numerals``, ``test_quantities`` and ``test_ledger`` go deeper into each step; here each promised
way of writing stands once, in a sentence of its own, with what must come out at the end.
"""

from __future__ import annotations

import pytest

from extract.numerals.finder import find_numerals
from extract.quantities.conventions import find_convention
from extract.quantities.finder import find_quantities


def numerals(text: str, decimal: str = ".") -> list[str]:
    """Each numeral with a definite value as ``surface=value``."""
    return [f"{n.surface}={float(n.value):.10g}" for n in find_numerals(text, decimal) if n.value is not None]


def values(text: str) -> list[float]:
    return [float(n.value) for n in find_numerals(text) if n.value is not None]


def quantities(text: str, country: str | None = "MX") -> list[str]:
    """Each quantity on one line: both ends, comparator, kind and unit."""
    convention = find_convention(text, None, override=country)
    found, _ = find_quantities(text, find_numerals(text, convention.decimal, abbreviations=False), convention)
    lines = []
    for q in found:
        ends = "..".join(f"{float(v):.10g}" for v in (q.value, q.value_upper) if v is not None)
        lines.append(" ".join([ends, q.comparator, q.kind, q.unit or ""]).rstrip())
    return lines


def ledger(text: str) -> list[str]:
    convention = find_convention(text, None, override="MX")
    _, entries = find_quantities(text, find_numerals(text, abbreviations=False), convention)
    return [f"{e.surface}={e.cls}" for e in entries]


NUMERALS = [
    ("sumaron 1,250.75 y 3.5", [1250.75, 3.5]),
    ("cero fallas, quince trillones", [0, 15e18]),
    ("VEINTIUN pozos, veintiuna rutas, veintiún ejes", [21, 21, 21]),
    ("treinta y una mil altas", [31000]),
    ("quinientas y setecientas cincuenta y una", [500, 751]),
    ("un mil sacos", [1000]),
    ("dos billones", [2e12]),
    ("mil 300; 1 mil 804; 42 mil 800", [1300, 1804, 42800]),
    ("17 mil 088; 8 mil 22; tres mil 700", [17088, 8022, 3700]),
    ("13 millones 094 mil 286", [13094286]),
    ("mil 482 millones 986 mil 800", [1482986800]),
    ("871 mil 72.57", [871072.57]),
    ("3.2 mil millones", [3.2e9]),
    ("$5 mil millones 626 mil 690", [5000626690]),
    ("medio millón; dos millones y medio", [5e5, 2.5e6]),
    ("un par; media decena; docena y media; una veintena; medio centenar; dos millares", [2, 5, 18, 20, 50, 2000]),
    ("18 mdp, 2 mdd y 3 mmdp", [18e6, 2e6, 3e9]),
    ("dos terceras partes; un tercio; la mitad", [2 / 3, 1 / 3, 0.5]),
    ("uno de cada tres; 58 de cada 100", [1, 3, 58, 100]),
    ("la tercera, el 1º, la 3ra., el XXIII", [3, 1, 3, 23]),
]

RATIOS = [
    ("uno de cada tres hogares", ["0.3333333333 exact ratio"]),
    ("58 de cada 100 hogares", ["0.58 exact ratio"]),
    ("dos terceras partes del total", ["0.6666666667 exact ratio"]),
    ("llovió el doble que en mayo", ["2 exact ratio"]),
    ("la deuda se triplicó", ["3 exact ratio"]),
    ("bajó 0.3 puntos porcentuales, 4 por ciento", ["0.3 exact percentage %", "4 exact percentage %"]),
]

LAYOUT = [
    ("42 mil\n800 pacas", ["42 mil\n800=42800"]),
    ("42\xa0mil\u2009800 pacas", ["42\xa0mil\u2009800=42800"]),
    ("42  mil  800 pacas", ["42  mil  800=42800"]),
    ("MIL 300 PACAS", ["MIL 300=1300"]),
    ("qui\xadnientas pacas", ["qui\xadnientas=500"]),
    ("１２ mil pacas", ["１２ mil=12000"]),
]

BOUNDARIES = [
    ("mil 500, 2 mil 300 y 800 apoyos", [1500, 2300, 800]),
    ("en 2025, mil 300 mujeres", [2025, 1300]),
    ("el 15, 49 mil 142 niñas", [15, 49142]),
    ("3 y 4 mil", [3000, 4000]),
    ("2 mil y 3 mil", [2000, 3000]),
    ("300 mil 2 millones", [300000, 2000000]),
    ("2 mil 25 de marzo", [2000, 25]),
]

NAMES = [
    ("mil gracias a Mil Cumbres", ["mil gracias=name", "Mil Cumbres=name"]),
    ("las mil y una noches", ["mil y una=name"]),
]

RANGES = [
    ("entre 80 y 100 mil pacas", ["80000..100000 range count"]),
    ("de 2 a 3 mil mdp", ["2000000000..3000000000 range money MXN"]),
    ("de los 10 mil hasta los 200 mil", ["10000..200000 range count"]),
    ("un 35 a 40 por ciento", ["35..40 range percentage %"]),
    ("pasó de 19 mil 301 a 40 mil 940", ["19301 exact count", "40940 exact count"]),
]

HEDGES = [
    ("superior a los 30 casos", "more_than"),
    ("rebasan los 30 casos", "more_than"),
    ("por el orden de los 30 casos", "about"),
    ("poco más de 30 casos", "more_than"),
    ("jóvenes de 30 años y más", "at_least"),
    ("30 o más casos", "at_least"),
    ("30 casos como mínimo", "at_least"),
    ("hasta 30 casos", "at_most"),
    ("casi 30 casos", "about"),
    ("menos de 30 casos", "less_than"),
]

UNITS = [
    ("$20 y 20 pesos", ["20 exact money MXN", "20 exact money MXN"]),
    ("6 millones de pesos", ["6000000 exact money MXN"]),
    ("dos mil pesos bimestrales", ["2000 exact money MXN"]),
    ("USD 20, 30 dólares, 45 mil US$", ["20 exact money USD", "30 exact money USD", "45000 exact money USD"]),
    ("20 € y 15 euros", ["20 exact money EUR", "15 exact money EUR"]),
    ("2 km, 3 m, 4 m2, 5 ha", ["2 exact length km", "3 exact length m", "4 exact area m2", "5 exact area ha"]),
    ("2 kg, 3 toneladas, 4 litros", ["2 exact mass kg", "3 exact mass t", "4 exact volume l"]),
    ("30 grados centígrados", ["30 exact temperature °C"]),
    ("2 horas, 3 minutos", ["2 exact duration h", "3 exact duration min"]),
    (
        "4 días, 5 semanas, 6 meses y 7 años",
        ["4 exact duration day", "5 exact duration week", "6 exact duration month", "7 exact duration year"],
    ),
    ("12 casos por cada 100 mil habitantes", ["0.00012 exact ratio"]),
    ("gente de 18 a 64 años", ["18..64 range age year"]),
]

CONVENTIONS = [
    ("Son 1,250 pesos.", "MX", ["1250 exact money MXN"]),
    ("Son 1.250 euros.", "ES", ["1250 exact money EUR"]),
    ("Son $ 1.250,50.", "AR", ["1250.5 exact money ARS"]),
    ("Son $ 1.250 pesos.", "CL", ["1250 exact money CLP"]),
    ("Son $ 84.524.", "CO", ["84524 exact money COP"]),
    ("Son S/ 7´858,072.02.", "PE", ["7858072.02 exact money PEN"]),
    ("Son $15’245.493,43.", "EC", ["15245493.43 exact money USD"]),
    ("La Junta de Andalucía da 1.250 euros.", None, ["1250 exact money EUR"]),
    ("Subió a 1.234.567 votos y 12.345 actas.", None, ["1234567 exact count", "12345 exact count"]),
]

LEDGER = [
    ("el 5 de mayo", ["5 de mayo=date"]),
    ("en 2019", ["2019=year"]),
    ("a las 17:30 horas", ["17:30 horas=time"]),
    ("el tercer piso", ["tercer=ordinal"]),
    ("la calle 8", ["8=address"]),
    ("tel. 998 844 80 35", ["998 844 80 35=phone"]),
    ("el artículo 27", ["27=law"]),
    ("el boletín 30", ["30=identifier"]),
    ("el COVID-19", ["COVID-19=name"]),
    ("miles de pinos", ["miles=vague"]),
    ("ganaron 3 a 1", ["3=score", "1=score"]),
    ("una obra", ["una=article"]),
    ("una o dos obras", ["una=quantity", "dos=quantity"]),
    ("20 obras", ["20=quantity"]),
]


@pytest.mark.parametrize(("text", "expected"), [*NUMERALS, *BOUNDARIES])
def test_numerals_and_their_boundaries(text: str, expected: list[float]):
    assert values(text) == pytest.approx(expected)


@pytest.mark.parametrize(("text", "expected"), LAYOUT)
def test_across_layout(text: str, expected: list[str]):
    assert numerals(text) == expected


@pytest.mark.parametrize(("text", "expected"), RATIOS + RANGES + UNITS)
def test_ratios_ranges_and_units(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "comparator"), HEDGES)
def test_hedges(text: str, comparator: str):
    (line,) = quantities(text)
    assert line.split()[1] == comparator


@pytest.mark.parametrize(("text", "country", "expected"), CONVENTIONS)
def test_conventions(text: str, country: str | None, expected: list[str]):
    assert quantities(text, country) == expected


@pytest.mark.parametrize(("text", "expected"), NAMES + LEDGER)
def test_ledger(text: str, expected: list[str]):
    assert [line for line in ledger(text) if not line.endswith("article") or len(expected) == 1] == expected

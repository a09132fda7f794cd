"""Signs that stand in or beside words and numbers: raised marks of notes, keycaps, odd digits, signs without width."""

import pytest

from extract.pipeline import extract_document, load
from extract.readers import read_text
from extract.readers.web import read_html
from extract.records import Source

HEAD = "Tepic, Nayarit, a 3 de mayo de 2024.- "


@pytest.fixture(scope="module")
def nlp():
    return load()


def found(nlp, text):
    rows = extract_document(nlp, Source("a.txt", "0" * 64, read_text(HEAD + text)))
    return [(r.value, r.item) for r in rows.records]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se abrieron 350 clínicas¹ y 20 escuelas².", [(350, "clínicas"), (20, "escuelas")]),
        ("La obra llega a 45 municipios³.", [(45, "municipios")]),
        ("Se dieron 1,250¹ becas y 350² apoyos.", [(1250, "becas"), (350, "apoyos")]),
        ("Se dieron 20 becas\u200b y 30\u200bescuelas.", [(20, "becas"), (30, "escuelas")]),
        ("Se dieron 350 be\u00adcas.", [(350, "becas")]),
        ("Se dieron 1\u00ad250 becas y 12\u200b500 apoyos.", [(1250, "becas"), (12500, "apoyos")]),
        ("Se dieron １２ mil ３５０ becas.", [(12350, "becas")]),
        ("Se dieron ٣٥٠ becas.", [(350, "becas")]),
        ("La jornada duró 2½ horas.", [(2.5, None)]),
        ("1\ufe0f\u20e3 Registro. 2\ufe0f\u20e3 Entrega de 350 becas.", [(350, "becas")]),
    ],
)
def test_signs_change_neither_figure_nor_item(nlp, text, expected):
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("El parque mide 350 m².", 350, "m2"),
        ("Son 20 km² de bosque.", 20, "km2"),
        ("Llegaron 30 m³ de agua.", 30, "m3"),
    ],
)
def test_the_power_of_a_unit_is_no_note(nlp, text, value, unit):
    rows = extract_document(nlp, Source("a.txt", "0" * 64, read_text(HEAD + text)))
    assert [(r.value, r.unit) for r in rows.records] == [(value, unit)]


def test_a_note_behind_a_unit_or_inside_a_quantity(nlp):
    text = f"{HEAD}Se ejercieron 30 millones de pesos², 12 mdp¹ y 3 mil¹ pesos; la Secretaría de Salud³ dio 20 becas."
    rows = extract_document(nlp, Source("a.txt", "0" * 64, read_text(text)))
    assert [(r.surface, r.value, r.unit) for r in rows.records] == [
        ("30 millones de pesos", 30e6, "MXN"),
        ("12 mdp", 12e6, "MXN"),
        ("3 mil¹ pesos", 3000, "MXN"),
        ("20", 20, None),
    ]
    assert rows.records[-1].agency == "Secretaría de Salud"
    assert all(text[r.start : r.end] == r.surface for r in rows.records)


def test_numbers_of_pictures_and_emergency_lines_are_no_quantities(nlp):
    text = "Se atendieron 350 llamadas al 911 atendidas a tiempo.\n\n![Foto 1 de 3](a.jpg)"
    assert [value for value, _ in found(nlp, text)] == [350]
    assert [value for value, _ in found(nlp, "Los casos bajaron del 12 al 9 por ciento en 112 colonias.")] == [
        12,
        9,
        112,
    ]


def test_soft_hyphens_of_a_page_are_left_out():
    assert read_html(b"<p>3 mi&shy;llo&shy;nes de pe&shy;sos</p>").text == "3 millones de pesos"

"""Layout: blocks and sentences, with offsets that hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import find_blocks, find_sentences

KINDS = [
    ("Entrega el municipio 300 becas\n\nMorelia, Mich.- Se entregaron becas.", ["title", "paragraph"]),
    (
        "CRECE LA RED DE AGUA\n· Más de 2 mil tomas\n· Tres pozos nuevos\n\nLa obra terminó.",
        ["title", "bullet", "bullet", "paragraph"],
    ),
    ("Crece la red\nMás agua para el norte\n\nLa obra terminó.", ["title", "subtitle", "paragraph"]),
    ("La obra terminó en mayo.", ["paragraph"]),
    ("1) Primera fila\n2) Segunda fila", ["bullet", "bullet"]),
    ("", []),
    ("  \n \n", []),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_block_kinds(text, kinds):
    assert [block.kind for block in find_blocks(text)] == kinds


def test_hard_wrapped_lines_are_one_block():
    text = (
        "Aumenta la vacunación\n\nLa campaña de este invierno alcanzó a las familias de todas\n"
        "las colonias del sur, y seguirá en las escuelas durante el mes\nde febrero."
    )
    assert [b.kind for b in find_blocks(text)] == ["title", "paragraph"]


SENTENCES = [
    ("Se pavimentó la calle. Terminó en mayo.", 2),
    ("Uruapan, Mich., a 3 de mayo de 2019.- La obra terminó.", 2),
    ("El Lic. Juan Pérez y la Dra. Inés Ruiz firmaron. Fin.", 2),
    ("Chetumal, Q. R., recibió la obra. Terminó.", 2),
    ("Costó 3.5 millones. Duró 2 años.", 2),
    ("“Vamos bien. Seguimos”, dijo. Luego calló.", 3),
    ("¿Cuánto costó? ¡Nada! Terminó.", 3),
    ("El Sr. A. López, de la S.A. de C.V., asistió.", 1),
    ("El decano, MSc. Luis Paz, y la Mgtr. Inés Ruiz firmaron. Fin.", 2),
    ("Fue en la 17/a. Zona Militar. Duró.", 2),
    ("La 5a. Sala y el 2do. Tribunal fallaron.", 1),
    ("Quedó en el lugar 5o. El equipo celebró.", 2),
    ("Corrió la 3a. Ganó Ruiz.", 2),
    ("El plan pagó B/. 300 en becas.", 1),
    ("El plan pagó Bs. 300 en becas.", 1),
    ("El plan costó 300 Bs. 20 vecinos llegaron.", 2),
    ("El plan costó en B/. Los vecinos llegaron.", 2),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentence_count(text, count):
    assert len(find_sentences(text, find_blocks(text))) == count


LOST_BLANKS = [
    ("La obra terminó.Además, dio 20 becas.Fin.", ["La obra terminó.", "Además, dio 20 becas.", "Fin."]),
    ("Abrió la Casa de las “niñas”.Además creció.", ["Abrió la Casa de las “niñas”.", "Además creció."]),
    ("¿Cuántas?Son 20. ¡Ya!“Vamos bien”", ["¿Cuántas?", "Son 20.", "¡Ya!", "“Vamos bien”"]),
    ("Lerdo, Dgo., a 3 de mayo de 2024.-La obra terminó.", ["Lerdo, Dgo., a 3 de mayo de 2024.-", "La obra terminó."]),
    ("terminó.A las 5 abrió", ["terminó.", "A las 5 abrió"]),
]


@pytest.mark.parametrize(("text", "surfaces"), LOST_BLANKS)
def test_sentences_end_where_the_blank_behind_their_stop_is_lost(text, surfaces):
    assert [sentence.surface for sentence in find_sentences(text, find_blocks(text))] == surfaces


@pytest.mark.parametrize(
    "text",
    [
        "Muebles S.A.De C.V. dio 3",
        "Ma.Elena Ruiz y el sr.Juan Paz dieron 3",
        "En www.salud.Gob.mx, datos.Gob y http://agua.org/casa.Html hay 3",
        "Escriba a prensa.Ruiz@ejemplo.org hasta el 3",
        "Usan asp.Net en 3 oficinas",
        "El km.Ocho tiene 3 pozos",
    ],
)
def test_names_and_abbreviations_with_a_stop_inside_stay_whole(text):
    assert [sentence.surface for sentence in find_sentences(text, find_blocks(text))] == [text]


@given(st.text(alphabet="aBé1 .·-“”\n¿?;:\t", max_size=200))
def test_offsets_hold_and_every_visible_character_is_in_one_sentence(text):
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    for span in (*blocks, *sentences):
        assert text[span.start : span.end] == span.surface
    inside = {i for s in sentences for i in range(s.start, s.end)}
    assert sum(s.end - s.start for s in sentences) == len(inside)
    assert {i for i, char in enumerate(text) if not char.isspace()} <= inside


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Abren 3 plazas\n\n+ Suman 40\n+ Van 12\n\nFin.", ["Abren 3 plazas", "+ Suman 40", "+ Van 12", "Fin."]),
        ("o\tUno de 3\no\tDos de 4", ["o\tUno de 3", "o\tDos de 4"]),
        ("➔ Uno de 3\n◆ Dos de 4", ["➔ Uno de 3", "◆ Dos de 4"]),
        ("* Son 200 becas y\n  150 despensas\n* Fin", ["* Son 200 becas y\n  150 despensas", "* Fin"]),
        ("Tijuana, 355\nMexicali, 679", ["Tijuana, 355", "Mexicali, 679"]),
        ("Rosarito\no Tijuana.", ["Rosarito\no Tijuana."]),
    ],
)
def test_bullets_of_further_shapes_and_items_that_go_on(text, surfaces):
    assert [block.surface for block in find_blocks(text)] == surfaces


def test_a_sentence_without_end_is_cut_between_words_and_nothing_lost():
    text = "entregó apoyos a vecinos de 3 colonias, " * 500 + "fin"
    sentences = find_sentences(text, find_blocks(text))
    assert len(sentences) > 1
    assert max(len(sentence.surface) for sentence in sentences) <= 3000
    assert "".join("".join(s.surface for s in sentences).split()) == "".join(text.split())
    assert all(sentence.surface.endswith((",", "fin")) for sentence in sentences)


@pytest.mark.parametrize("sign", [".", "…", "!"])
def test_a_long_run_of_stops_ends_one_sentence(sign):
    text = f"Hubo 3{sign * 200} Otros 4."
    assert [s.surface for s in find_sentences(text, find_blocks(text))] == [f"Hubo 3{sign * 200}", "Otros 4."]

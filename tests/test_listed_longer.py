from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_programs
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return [name for name in find_programs(text, blocks, find_sentences(text, blocks)) if name.how != "anaphor"]


LONGER = [
    ("Santiago, Chile. Gracias a Chile Cuida Mayor hay 300 usuarios.", "Chile Cuida Mayor"),
    ("Medellín, Colombia. Los emprendedores de Valle INN Víctimas son 300.", "Valle INN Víctimas"),
    ("Toluca, México. El programa Tu Casa en Regla escrituró 30 lotes.", "Tu Casa en Regla"),
    ("Buenos Aires, Argentina. Con Barrios Seguros y Limpios hay 300 vecinos.", "Barrios Seguros y Limpios"),
    ("San Salvador, El Salvador. Con Ciudad Mujer Joven se atendió a 300.", "Ciudad Mujer Joven"),
    ("Madrid, España. El Bono Social de Conectividad llegó a 300 hogares.", "Bono Social de Conectividad"),
    ("Lima, Perú. Con Techo Propio Vivienda Rural hay 300.", "Techo Propio Vivienda Rural"),
    ("Bogotá, Colombia. Con Familias en Acción para Mayores hubo 300 giros.", "Familias en Acción para Mayores"),
]
NOT_LONGER = [
    # a place, a body, a person, another scheme
    ("Santiago, Chile. Con Chile Cuida Maipú hay 300 usuarios.", ["Chile Cuida"]),
    ("San Salvador, El Salvador. Con Ciudad Mujer de Santa Ana se atendió a 300.", ["Ciudad Mujer"]),
    ("Toluca, México. Con Tu Casa en Toluca se escrituraron 30 lotes.", ["Tu Casa"]),
    ("Santiago, Chile. Con Yo Emprendo Semilla FOSIS apoyó a 300.", ["Yo Emprendo Semilla"]),
    ("Toluca, México. Con Sembrando Vida de la Secretaría de Bienestar se pagó a 300.", ["Sembrando Vida"]),
    ("Toluca, México. Con Sembrando Vida Ana Ruiz ganó 300.", ["Sembrando Vida"]),
    (
        "Toluca, México. Con Sembrando Vida y Jóvenes Construyendo el Futuro hay 300.",
        ["Sembrando Vida", "Jóvenes Construyendo el Futuro"],
    ),
    ("Lima, Perú. Con Pensión 65 Ayacucho hay 300 usuarios.", ["Pensión 65"]),
    ("Lima, Perú. El programa Pensión 65 de Puno dio 300.", ["Pensión 65"]),
    ("Lima, Perú. El programa Pensión 65 Digna dio 300.", ["Pensión 65 Digna"]),
    # a mark, a year, small letters
    ("Toluca, México. Con Sembrando Vida, Prospera y Procampo hay 300.", ["Sembrando Vida", "Prospera", "Procampo"]),
    ("Toluca, México. Con Sembrando Vida 2024 se pagó a 300.", ["Sembrando Vida"]),
    ("Santiago, Chile. Con Chile Cuida mayor gente recibe 300.", ["Chile Cuida"]),
    # capitals that a headline gives to all its words
    ("Sembrando Vida Llegó A Trescientos Campesinos De Chiapas", ["Sembrando Vida"]),
    ("SEMBRANDO VIDA JOVEN PAGA A 300", ["SEMBRANDO VIDA"]),
]


@pytest.mark.parametrize(("text", "expected"), LONGER)
def test_a_longer_name_is_another_programme_without_a_row(text: str, expected: str) -> None:
    assert [(mention.name, mention.id) for mention in read(text)] == [(expected, None)]


@pytest.mark.parametrize(("text", "expected"), NOT_LONGER)
def test_what_follows_a_listed_name_and_is_none_of_it(text: str, expected: list[str]) -> None:
    assert [mention.name for mention in read(text)] == expected

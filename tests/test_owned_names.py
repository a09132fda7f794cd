from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_programs
from extract.names.program_rules import bare_name
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return [name for name in find_programs(text, blocks, find_sentences(text, blocks)) if name.how != "anaphor"]


CASES = [
    # the body that runs a scheme stands before its name, and is none of it
    ("Santiago, Chile. El programa de INDAP PRODESAL llegó a 300.", ["PRODESAL"]),
    ("Santiago, Chile. El programa FOSIS Yo Emprendo Semilla llegó a 300.", ["Yo Emprendo Semilla"]),
    ("Lima, Perú. El programa del MIDIS Juntos llegó a 300.", ["Juntos"]),
    ("Bogotá, Colombia. El programa del ICBF Generaciones Explora llegó a 300.", ["Generaciones Explora"]),
    ("Toluca, México. El programa del DIF Comedores Vivos llegó a 300.", ["DIF Comedores Vivos"]),
    ("Bogotá, Colombia. El programa del ICBF llegó a 300.", []),
    ("Toluca, México. El programa del DIF Toluca llegó a 300.", []),
    ("Montevideo, Uruguay. Accedieron a programas de Mevir 300 familias.", []),
    ("Montevideo, Uruguay. Los programas de Mevir en Tala llegaron a 300.", []),
    ("Santiago, Chile. Los programas de Sercotec y Fosis llegaron a 300.", []),
    ("Montevideo, Uruguay. El programa Mevir llegó a 300.", ["Mevir"]),
    ("Toluca, México. Los programas de Casa Digna y Ellas Facturan llegaron a 300.", ["Casa Digna", "Ellas Facturan"]),
    # … or behind it
    ("Bogotá, Colombia. El programa Hogar Claro de Bienestar Familiar llegó a 300.", ["Hogar Claro"]),
    ("Bogotá, Colombia. El programa Jóvenes en Paz de Prosperidad Social llegó a 300.", ["Jóvenes en Paz"]),
    ("Panamá, Panamá. El Bono Alimenticio de SENAPAN llegó a 300.", ["Bono Alimenticio"]),
    (
        "Bogotá, Colombia. El Programa Nacional de Bienestar Familiar llegó a 300.",
        ["Programa Nacional de Bienestar Familiar"],
    ),
    ("Bogotá, Colombia. El programa de Bienestar Familiar y Vecinal llegó a 300.", ["Bienestar Familiar y Vecinal"]),
    # … but an acronym may open the name itself
    ("Santiago, Chile. El programa PRODESAL llegó a 300.", ["PRODESAL"]),
    ("Santiago, Chile. El programa INDAP Verde llegó a 300.", ["INDAP Verde"]),
    ("Toluca, México. El Programa de Maíz Criollo llegó a 300.", ["Maíz Criollo"]),
    # a plural with "para" or "del" names many schemes, and each of them by nothing
    ("Toluca, México. Los Programas para el Bienestar llegan a 374 mil.", ["Programas para el Bienestar"]),
    ("Toluca, México. Los Programas del Pueblo llegan a 374 mil.", ["Programas del Pueblo"]),
    ("Toluca, México. Los programas del Bienestar llegan a 374 mil.", []),
    ("Toluca, México. El Programa para el Bienestar de las Personas dio 300.", ["Bienestar de las Personas"]),
    # what a thing is given with is no part of its name
    ("Toluca, México. Hay 300 becas con Salud en tu Casa.", ["Salud en tu Casa"]),
    ("Lima, Perú. El programa con Estados Unidos dio 300.", []),
    ("Lima, Perú. El programa Con Voz dio 300.", ["Con Voz"]),
    # two known names after a plural are two
    ("Toluca, México. Los programas Sembrando Vida y Prospera llegan a 300.", ["Sembrando Vida", "Prospera"]),
    ("Lima, Perú. Los programas Juntos y Contigo llegan a 300.", ["Juntos", "Contigo"]),
    # … and so are three behind what is given
    (
        "Talca, Chile. Los subsidios Casa Feliz, Pan Seguro y Luz Viva son 300.",
        ["Casa Feliz", "Pan Seguro", "Luz Viva"],
    ),
    ("Talca, Chile. Los subsidios Casa Feliz y Luminosa son 300.", ["Casa Feliz y Luminosa"]),
    ("Toluca, México. Los programas Salud y Bienestar llegan a 300.", ["Salud y Bienestar"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_stands_between_the_noun_and_the_name(text: str, expected: list[str]) -> None:
    assert [mention.name for mention in read(text)] == expected


def test_a_row_called_programa_de_gives_its_id_to_the_bare_name() -> None:
    [mention] = read("San José, Costa Rica. Con el Programa de Pago por Servicios Ambientales hay 300.")
    assert (mention.name, mention.id) == (
        "Pago por Servicios Ambientales",
        "cr.programa-de-pago-por-servicios-ambientales",
    )
    [field] = read("Toluca, México. El programa Becas dio 300.")
    assert field.id is None


def test_two_adjectives_belong_to_the_noun() -> None:
    assert bare_name("Programa Integral Sectorial de Agua") == "Programa Integral Sectorial de Agua"
    assert bare_name("Programa Nacional Cuna Más") == "Cuna Más"
    assert bare_name("Programas de Apoyo") == "Apoyo"

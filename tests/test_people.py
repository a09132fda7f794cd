"""Persons: which phrases are one, and whose name each mention stands for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions import Person
from extract.patterns import shipped
from extract.people.finder import find_people
from extract.rules import PersonRule
from extract.sentences import find_blocks, find_sentences


def people(text: str) -> list[Person]:
    return find_people(text, find_sentences(text, find_blocks(text)))


#: Text, and every mention as (surface, name).
NAMES = [
    ("Saludó Rosa Elena Torres a los vecinos.", [("Rosa Elena Torres", "Rosa Elena Torres")]),
    ("Vino Javier de la Peña con su equipo.", [("Javier de la Peña", "Javier de la Peña")]),
    (
        "Habló María de los Ángeles Rivas Soto.",
        [("María de los Ángeles Rivas Soto", "María de los Ángeles Rivas Soto")],
    ),
    ("Ganó Julián T. Ochoa el premio.", [("Julián T. Ochoa", "Julián T. Ochoa")]),
    ("Acudieron Gabriel Niño Ponce y Elvira Cuevas Lara.", [("Gabriel Niño Ponce",) * 2, ("Elvira Cuevas Lara",) * 2]),
    ("La alcaldesa de Rivera, Ana Ruiz Soto, llegó.", [("La alcaldesa de Rivera, Ana Ruiz Soto", "Ana Ruiz Soto")]),
    ("El alcalde Luis Paz Gil llegó.", [("El alcalde Luis Paz Gil", "Luis Paz Gil")]),
    (
        "El gobernador de la Provincia Luis Paz Gil llegó.",
        [("El gobernador de la Provincia Luis Paz Gil", "Luis Paz Gil")],
    ),
    ("Viven en la Provincia Julio Paz Gil.", []),
    ("Llovió en el estado Simón Bolívar.", []),
    ("Luis Paz Gil, titular de la dependencia, llegó.", [("Luis Paz Gil, titular de la dependencia", "Luis Paz Gil")]),
    (
        "Delia Mora, Coordinadora Estatal de Becas, llegó.",
        [("Delia Mora, Coordinadora Estatal de Becas", "Delia Mora")],
    ),
    (
        "La titular de la Secretaría de Bienestar Social (Sebis), Delia Mora Ruiz, llegó.",
        [("La titular de la Secretaría de Bienestar Social (Sebis), Delia Mora Ruiz", "Delia Mora Ruiz")],
    ),
    (
        "La secretaria de Desarrollo Territorial, Urbano y Ambiental, Inés Paz Lara, llegó.",
        [("La secretaria de Desarrollo Territorial, Urbano y Ambiental, Inés Paz Lara", "Inés Paz Lara")],
    ),
    ("Vio a la delegada de Los Pinos, Inés Paz Lara.", [("la delegada de Los Pinos, Inés Paz Lara", "Inés Paz Lara")]),
    (
        "El coordinador de delegaciones Luis Paz Gil salió.",
        [("El coordinador de delegaciones Luis Paz Gil", "Luis Paz Gil")],
    ),
    # surnames of two parts, also before a mayor's town; a capital in the middle; a title behind another
    ("El alcalde Gabriel Montes de Oca llegó.", [("El alcalde Gabriel Montes de Oca", "Gabriel Montes de Oca")]),
    ("Llegó Rosa Martín del Campo Paz.", [("Rosa Martín del Campo Paz",) * 2]),
    ("El alcalde Gabriel Montes de Orizaba llegó.", [("El alcalde Gabriel Montes", "Gabriel Montes")]),
    ("Llegó Elías De la Torre.", [("Elías De la Torre",) * 2]),
    ("Recibió al Tte. Cnel. Raúl Vega.", [("Cnel. Raúl Vega", "Raúl Vega")]),
    ("Recibió al Ing. Raúl Vega.", [("Ing. Raúl Vega", "Raúl Vega")]),
    # Given names that no list holds: an office, a title, a verb of saying or an age beside them.
    ("El alcalde de Laredo, Texas, Trey Saenz, llegó.", [("El alcalde de Laredo, Texas, Trey Saenz", "Trey Saenz")]),
    ("La concejala Garazi Iturbe presentó el plan.", [("La concejala Garazi Iturbe", "Garazi Iturbe")]),
    ("Atendió el Dr. Xul Balam.", [("el Dr. Xul Balam", "Xul Balam")]),
    ("Hay lugar, aseguró Netza Balam.", [("Netza Balam", "Netza Balam")]),
    ("Netza Balam, de 70 años, siembra maíz.", [("Netza Balam", "Netza Balam")]),
    (
        "Netza Balam, vecina del lugar, dijo que llovió.",
        [("Netza Balam, vecina del lugar", "Netza Balam")],
    ),
    (
        "Llegó la seremi de las Artes, las Culturas y el Patrimonio, Inés Paz Lara.",
        [("la seremi de las Artes, las Culturas y el Patrimonio, Inés Paz Lara", "Inés Paz Lara")],
    ),
    # A headline leaves out the article, beside a verb of saying or after a colon.
    ("Anuncia gobernadora más becas", [("gobernadora", None)]),
    ("Alcalde destaca menos robos", [("Alcalde", None)]),
    ("Bajan los robos: alcalde", [("alcalde", None)]),
    # Two persons in a row keep their own offices.
    (
        "Estuvieron Juan Solís Vera, director de Obras, Ana Ruiz Soto, directora de Cultura, y la regidora Eva Paz Gil.",
        [
            ("Juan Solís Vera, director de Obras", "Juan Solís Vera"),
            ("Ana Ruiz Soto, directora de Cultura", "Ana Ruiz Soto"),
            ("la regidora Eva Paz Gil", "Eva Paz Gil"),
        ],
    ),
]

NO_PERSONS = [
    "Se pavimentó la colonia Lázaro Cárdenas.",
    "El municipio de Benito Juárez creció.",
    "Cerró la calle Miguel Alemán Valdés.",
    'Abrió la biblioteca "Rosario Castellanos Figueroa".',
    "Obras en la Escuela Primaria Gustavo Díaz Soto.",
    "Obras en las colonias Alfonso Reyes, Nueva Luz, Manuel Paredes y Santa Fe.",
    "Los vecinos de Gustavo A. Madero y San Agustín asistieron.",
    "La Secretaría de Desarrollo Social informó.",
    "Informó Petróleos Mexicanos.",
    "En San Quintín/Vicente Lombardo hay lluvia.",
    "El Programa Adolfo Suárez creció.",
    # Bodies without an article that speak.
    "Aguas Lindas informó del corte.",
    "Energía Renovable anunció plazas. La energía renovable crece.",
    "Valmor Seguros (VS) anunció plazas.",
    "Human Rights Watch reportó el caso.",
    "La autoridad portuaria informó del cierre.",
    "Los vecinos saludaron al productor.",
    "Entregó apoyos como alcalde en funciones.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.surface, p.name) for p in people(text)] == expected


@pytest.mark.parametrize("text", NO_PERSONS)
def test_no_person(text: str) -> None:
    assert people(text) == []


#: Text, and the name that each mention resolves to, in order.
RESOLVED = [
    # Short forms, nicknames, typing without accents, capitals.
    ("Ana Patricia Rivas llegó. Habló Ana Paty Rivas. Siguió Rivas.", ["Ana Patricia Rivas"] * 3),
    ("Karla Ruiz abrió. La alcaldesa Karla Inés Ruiz Mena siguió. Ruiz Mena cerró.", ["Karla Inés Ruiz Mena"] * 3),
    ("Pepe Luna Díaz llegó. José Luna Díaz habló.", ["José Luna Díaz"] * 2),
    ("Vicenta Espinosa Díaz habló. Vicenta Espinoza Díaz cerró.", ["Vicenta Espinosa Díaz"] * 2),
    ("ENTREGA ANA PATY RIVAS BECAS\n\nLa alcaldesa Ana Patricia Rivas dio becas hoy.", ["Ana Patricia Rivas"] * 2),
    (
        "La secretaria Ana Paz Gil y el director Raúl Paz Gil. Luego Raúl Paz.",
        ["Ana Paz Gil", "Raúl Paz Gil", "Raúl Paz Gil"],
    ),
    # Offices alone.
    ("El presidente municipal, Luis Paz Gil, llegó. El primer edil saludó.", ["Luis Paz Gil"] * 2),
    ("La alcaldesa Ana Ruiz Soto llegó. La primera autoridad municipal saludó.", ["Ana Ruiz Soto"] * 2),
    ("El intendente Luis Paz Gil llegó. El jefe comunal saludó.", ["Luis Paz Gil"] * 2),
    ("La gobernadora Ana Ruiz Soto llegó. La mandataria estatal saludó.", ["Ana Ruiz Soto"] * 2),
    (
        "La directora Ana Ruiz Soto y el director Luis Paz Gil. La funcionaria salió.",
        ["Ana Ruiz Soto", "Luis Paz Gil", "Ana Ruiz Soto"],
    ),
    ("La titular de la Secretaría de Bienestar, Ana Ruiz Soto. La secretaria salió.", ["Ana Ruiz Soto"] * 2),
    ("El secretario de Economía (Sedeco), Luis Paz Gil. El titular de la Sedeco salió.", ["Luis Paz Gil"] * 2),
    ("La primer edil abrió.\n\nLa alcaldesa Ana Ruiz Soto cerró hoy la feria.", ["Ana Ruiz Soto"] * 2),
    ("La ministra portavoz, Pilar Soto Vera, llegó. La ministra salió.", ["Pilar Soto Vera"] * 2),
    ("El seremi Luis Paz Gil llegó. La autoridad salió. El personero volvió.", ["Luis Paz Gil"] * 3),
    ("La presidenta Ana Ruiz Soto llegó. La mandataria salió.", ["Ana Ruiz Soto"] * 2),
    ("Ana Ruiz Soto, productora de maíz, llegó. La productora salió.", ["Ana Ruiz Soto"] * 2),
    # Whoever is no official is not the official; a body's head named later is not "la autoridad".
    ("Ana Ruiz Soto, productora de maíz, llegó. La funcionaria salió.", ["Ana Ruiz Soto", None]),
    ("La autoridad salió. El seremi Luis Paz Gil llegó.", ["Luis Paz Gil"]),
    # Another office, another place, another gender: nobody.
    ("La alcaldesa Ana Ruiz Soto llegó. El gobernador saludó.", ["Ana Ruiz Soto", None]),
    ("El secretario de Salud, Luis Paz Gil, llegó. El secretario de Turismo salió.", ["Luis Paz Gil", None]),
    ("La directora Ana Ruiz Soto llegó. El director salió.", ["Ana Ruiz Soto", None]),
    # Of several holders, the one last named before.
    (
        "El diputado Luis Paz Gil y el diputado Raúl Vega Mar. El diputado salió.",
        ["Luis Paz Gil", "Raúl Vega Mar", "Raúl Vega Mar"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_resolved(text: str, expected: list[str | None]) -> None:
    assert [p.name for p in people(text)] == expected


def test_office_and_institution() -> None:
    (person,) = people("El titular de la Secretaría de Turismo, Luis Paz Gil, llegó.")
    assert person.role == "El titular de la Secretaría de Turismo"
    assert person.institution == "Secretaría de Turismo"
    assert person.rule == "person.given"


def test_every_rule_holds_on_its_examples() -> None:
    rules = shipped().rules("people.yml", PersonRule)
    assert [complaint for rule in rules for complaint in rule.complaints()] == []


PIECES = [
    "Ana Ruiz Soto",
    "la alcaldesa",
    "El director de",
    "Obras,",
    "Dr.",
    "RUIZ",
    "colonia",
    "“",
    ".",
    "\n\n",
    "dijo",
    "y",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_mentions_hold_in_the_text(text: str) -> None:
    found = people(text)
    assert all(text[p.start : p.end] == p.surface for p in found)
    assert all(one.end <= two.start for one, two in pairwise(found))

"""Words by which towns and states are called without their name, and towns whose municipality is called otherwise."""

from __future__ import annotations

import pytest

from extract.names import find_agencies
from extract.sentences import find_blocks, find_sentences


def names(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [name.name for name in find_agencies(text, blocks, find_sentences(text, blocks), place)]


WORDS = [
    # town halls in Galician and Catalan, in short and by acronym
    ("El Concello abre 12 aulas.", "Ribeira, A Coruña", ["Concello de Ribeira"]),
    ("Firmó el Concello de Sada. El Ayuntamiento paga.", "Sada, España", ["Concello de Sada"] * 2),
    ("El Ajuntament planta 30 pinos.", "Tortosa, España", ["Ajuntament de Tortosa"]),
    ("La Muni cambió 40 focos.", "Esquel, Argentina", ["Municipalidad de Esquel"]),
    ("El GAD Cañar dio semillas. El GAD hará más.", "Cañar, Ecuador", ["Municipio de Cañar"] * 2),
    ("El GAM entregó 20 sillas.", "Sacaba, Bolivia", ["Gobierno Autónomo Municipal de Sacaba"]),
    ("Volaron a Munich con 30 becarios.", "Esquel, Argentina", []),
    ("Los concellos piden 3 leyes.", "Ribeira, A Coruña", []),
    # councils that are part of the government
    ("Ayer el Cabildo autorizó 3 obras.", "Ameca, Jal.", ["Ayuntamiento de Ameca"]),
    ("Son las obras que avaló el cabildo.", "Ameca, Jal.", ["Ayuntamiento de Ameca"]),
    ("Habló ante el Cabildo de 3 obras.", "Ameca, Jal.", []),
    ("El Consejo Regional votó 3 obras.", "Talca, Chile", ["Gobierno Regional del Maule"]),
    ("El CORE votó 3 obras.", "Talca, Chile", ["Gobierno Regional del Maule"]),
    ("El Consejo Regional de la Cultura votó.", "Talca, Chile", ["Consejo Regional de la Cultura"]),
    # provinces and a community by its title
    ("La Corporación provincial asfalta.", "Huelva, España", ["Diputación de Huelva"]),
    ("La Diputación asfalta.", "Ciudad Real, España", ["Diputación de Ciudad Real"]),
    ("La Diputación asfalta.", "Don Benito, España", ["Diputación Provincial"]),
    ("La Corporación municipal asfalta.", "Huelva, España", ["Ayuntamiento de Huelva"]),
    ("El Principado paga 3 obras.", "Gijón, Asturias", ["Gobierno del Principado de Asturias"]),
    # by whom something is done, and where it is
    ("Son 40 cascos comprados por el municipio.", "Calama, Chile", ["Municipalidad de Calama"]),
    ("Las obras hechas por el Departamento cuestan 40.", "Tunja, Colombia", ["Gobernación de Boyacá"]),
    ("Pasaron 40 autos por el municipio.", "Calama, Chile", []),
    ("Un viaje por el Departamento dura 40 horas.", "Tunja, Colombia", []),
    # a town that is called a municipality
    ("La Alcaldía del municipio Sotillo dio 3.", "Barcelona, Venezuela", ["Alcaldía de Sotillo"]),
    ("La Alcaldía del Municipio de Sotillo dio 3.", "Barcelona, Venezuela", ["Alcaldía de Sotillo"]),
    ("Una obra de la Alcaldía del municipio.", "Sotillo, Venezuela", ["Alcaldía de Sotillo"]),
    # mayors
    ("Hay 3 obras del edil.", "Ameca, Jal.", ["Ayuntamiento de Ameca"]),
    ("Pidieron 3 obras al edil.", "Ameca, Jal.", ["Ayuntamiento de Ameca"]),
    ("Habló del edil de Deportes.", "Huelva, España", ["Concejalía de Deportes"]),
    ("La administración que preside Ana Paz dio 3.", "Ameca, Jal.", ["Ayuntamiento de Ameca"]),
]


@pytest.mark.parametrize(("text", "place", "found"), WORDS)
def test_words_for_governments(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found


EXECUTIVES = [
    ("El titular del Ejecutivo dio 30 becas.", "Celaya, Gto.", {"Gobierno del Estado de Guanajuato"}),
    ("La jefa del Ejecutivo dio 30 becas, dijo la mandataria.", "Celaya, Gto.", {"Gobierno del Estado de Guanajuato"}),
    ("El gobernador dio 30 becas. El mandatario habló.", "Celaya, Gto.", {"Gobierno del Estado de Guanajuato"}),
    ("El Presidente de la República dio 30. El mandatario habló.", "Ciudad de México", {"Gobierno Federal"}),
    ("La alcaldesa dio 30. La mandataria, de azul, habló.", "Celaya, Gto.", {"Ayuntamiento de Celaya"}),
    # whose head it is, an adjective tells, or nobody does
    ("El mandatario peruano dio 30.", "Celaya, Gto.", {"Gobierno del Perú"}),
    ("El mandatario habló de 30 becas.", "Celaya, Gto.", set()),
    ("Los mandatarios hablaron de 30 becas.", "Celaya, Gto.", set()),
]


@pytest.mark.parametrize(("text", "place", "found"), EXECUTIVES)
def test_the_head_of_an_executive_stands_for_the_state_or_the_nation(text: str, place: str, found: set[str]) -> None:
    assert set(names(text, place)) == found


SEATS = [
    ("El alcalde dio 30.", "Los Mochis, Sinaloa", "Ayuntamiento de Ahome"),
    ("La presidenta municipal dio 30.", "Chetumal, Quintana Roo", "Ayuntamiento de Othón P. Blanco"),
    ("El intendente dio 30.", "Mar del Plata, Argentina", "Municipalidad de General Pueyrredon"),
    ("La alcaldesa dio 30.", "Puerto Natales, Chile", "Municipalidad de Natales"),
    ("El alcalde dio 30.", "Guamúchil, Sinaloa", "Ayuntamiento de Salvador Alvarado"),
    # as the release itself calls it, and where the seat gives the municipality its name
    ("El Ayuntamiento de Los Mochis dio 30.", "Los Mochis, Sinaloa", "Ayuntamiento de Los Mochis"),
    ("El alcalde de Ahome dio 30.", "Los Mochis, Sinaloa", "Ayuntamiento de Ahome"),
    ("El alcalde dio 30.", "Mazatlán, Sinaloa", "Ayuntamiento de Mazatlán"),
    ("La alcaldesa dio 30.", "Ayacucho, Argentina", "Municipalidad de Ayacucho"),
]


@pytest.mark.parametrize(("text", "place", "name"), SEATS)
def test_a_seat_is_of_its_municipality(text: str, place: str, name: str) -> None:
    assert set(names(text, place)) == {name}


CAPITAL = [
    ("La alcaldesa dio 30.", "Xochimilco, CDMX", "Alcaldía de Xochimilco"),
    ("La demarcación sumó 30, dijo el alcalde.", "Tlalpan, Ciudad de México", "Alcaldía de Tlalpan"),
    ("El jefe delegacional dio 30.", "Iztacalco, D.F.", "Delegación de Iztacalco"),
    ("El alcalde de Milpa Alta dio 30.", "Ciudad de México", "Alcaldía de Milpa Alta"),
    ("El alcalde de Azcapotzalco dio 30.", "CDMX", "Alcaldía de Azcapotzalco"),
    # elsewhere, and who only comes to the capital
    ("El alcalde de Calvillo dio 30.", "Ciudad de México", "Ayuntamiento de Calvillo"),
    ("La presidenta municipal de Benito Juárez dio 30.", "Ciudad de México", "Ayuntamiento de Benito Juárez"),
    ("El alcalde de Benito Juárez dio 30.", "Cancún, Q. R.", "Ayuntamiento de Benito Juárez"),
]


@pytest.mark.parametrize(("text", "place", "name"), CAPITAL)
def test_the_parts_of_the_mexican_capital_have_an_alcaldia(text: str, place: str, name: str) -> None:
    assert set(names(text, place)) == {name}

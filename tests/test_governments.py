"""Whose government a release means, and how it calls it."""

from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_agencies
from extract.names.countries import country_of
from extract.patterns import Patterns, shipped
from extract.rules import COUNTRIES as COUNTRY_CODES
from extract.rules import GovernmentRule
from extract.sentences import find_blocks, find_sentences


def agencies(text: str, place: str | None = None) -> list[Name]:
    blocks = find_blocks(text)
    return find_agencies(text, blocks, find_sentences(text, blocks), place)


def names(text: str, place: str | None = None) -> list[str]:
    return [name.name for name in agencies(text, place)]


COUNTRIES = [
    # what stands last in the dateline decides
    ("El gobernador dio becas.", "Valparaíso, Zac.", "México"),
    ("El gobernador dio becas.", "Concepción, Paraguay", "Paraguay"),
    ("El gobernador dio becas.", "Mérida, estado Mérida", "Venezuela"),
    ("El alcalde dio becas.", "Guadalajara, Jalisco", "México"),
    ("El alcalde dio becas.", "León, Nicaragua", "Nicaragua"),
    ("El alcalde dio becas.", "La Paz, B.C.S.", "México"),
    ("El alcalde dio becas.", "Trujillo, La Libertad", "Perú"),
    # a region goes before a town that is called like it
    ("La Provincia sumó becas en Córdoba.", "Córdoba", "Argentina"),
    # usage, signs and demonyms
    ("En Valparaíso se dieron 71 mdp a los ejidatarios.", None, "México"),
    ("Las cooperativas salvadoreñas sembraron en el cantón El Pino.", None, "El Salvador"),
    ("En Concepción costó G. 6.000 millones.", "Concepción", "Paraguay"),
    ("Las familias zacatecanas de Valparaíso cobraron.", None, "México"),
    # … but a town that opens or ends like a region is no such region
    ("El alcalde dio becas.", "San Andrés Tuxtla", "México"),
    ("El alcalde dio becas.", "San Martín Texmelucan", "México"),
    ("El alcalde dio becas.", "Santo Domingo", "República Dominicana"),
    ("El alcalde dio becas.", "Santiago de Chile", "Chile"),
    # a surname is no place
    ("Enrique Flores Mendoza dio 20 mdp.", None, "México"),
]


@pytest.mark.parametrize(("text", "place", "country"), COUNTRIES)
def test_the_country_of_a_release(text: str, place: str | None, country: str) -> None:
    assert country_of(text, place, shipped()) == country


def test_nothing_tells_the_country() -> None:
    assert country_of("El alcalde dio becas.", None, shipped()) is None
    assert country_of("El señor Lara Mendoza cantó.", None, shipped()) is None


CALLED = [
    # the fullest name that the release gives its national government, in any case of letters
    ("El gobierno de la República pagó. El Gobierno Federal sumó.", "Xalapa, Ver.", "Gobierno de la República"),
    ("El presidente de la República vino. El gobierno de México pagó.", "Xalapa, Ver.", "Gobierno de México"),
    ("La administración federal pagó. El Gobierno Federal sumó.", "Xalapa, Ver.", "Gobierno Federal"),
    ("La Federación pagó.", "Xalapa, Ver.", "Gobierno Federal"),
    ("El Gobierno central pagó.", "Jaén, Andalucía", "Gobierno de España"),
    # of its state
    ("El Gobierno del Estado pagó. El Gobierno de Veracruz sumó.", "Xalapa, Ver.", "Gobierno del Estado de Veracruz"),
    ("El gobernador pagó.", "Valparaíso, Zac.", "Gobierno del Estado de Zacatecas"),
    ("El mandatario estatal pagó a las familias zacatecanas 3 mdp.", None, "Gobierno del Estado de Zacatecas"),
    ("El Gobierno del Estado de México pagó. El gobierno mexiquense sumó.", "Toluca, Méx.",
     "Gobierno del Estado de México"),
    ("La Gobernación del estado Mérida pagó.", "Mérida, estado Mérida", "Gobernación del estado Mérida"),
    ("El gobernador pagó.", "Villarrica, Guairá, Paraguay", "Gobernación de Guairá"),
    ("El gobernador pagó.", "Oruro, Bolivia", "Gobernación de Oruro"),
    # by a demonym
    ("El Gobierno andaluz pagó.", "Jaén, Andalucía", "Junta de Andalucía"),
    ("El mandatario oaxaqueño pagó.", "Tuxtepec, Oax.", "Gobierno del Estado de Oaxaca"),
    ("El Ejecutivo extremeño pagó.", "Cáceres, Extremadura", "Junta de Extremadura"),
    ("El gobierno cordobés pagó.", "Río Cuarto, Córdoba, Argentina", "Gobierno de la Provincia de Córdoba"),
    ("El gobierno boliviano pagó.", "Oruro, Bolivia", "Gobierno de Bolivia"),
    # the head of a town by a word that elsewhere is a councillor's
    ("El edil pagó.", "Puebla, Pue.", "Ayuntamiento de Puebla"),
    # by the office or the name of who heads it
    ("El Gobierno del Presidente Luis Paz pagó.", "San Salvador, El Salvador", "Gobierno de El Salvador"),
    ("El gobierno de la presidenta Ana Ruiz pagó.", "Managua, Nicaragua", "Gobierno de Nicaragua"),
    ("El Gobierno que preside Luis Paz pagó.", "San Salvador, El Salvador", "Gobierno de El Salvador"),
    ("El gobernador vino. Agradeció al mandatario las obras.", "Puebla, Pue.", "Gobierno del Estado de Puebla"),
    ("El Gobierno del Gobernador Luis Paz pagó.", "Puebla, Pue.", "Gobierno del Estado de Puebla"),
    ("El gobierno del presidente municipal Luis Paz pagó.", "Guasave, Sin.", "Ayuntamiento de Guasave"),
    ("El gobernador Luis Paz vino. El Gobierno de Luis Paz pagó.", "Guasave, Sin.", "Gobierno del Estado de Sinaloa"),
    ("El Gobierno de Presidente Franco pagó.", "Asunción, Paraguay", "Gobierno de Presidente Franco"),
    ("El Gobierno de Juan Aldama pagó.", "Valparaíso, Zac.", "Gobierno de Juan Aldama"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "name"), CALLED)
def test_governments_as_the_release_calls_them(text: str, place: str | None, name: str) -> None:
    assert set(names(text, place)) == {name}


def test_the_id_comes_from_the_list_whatever_the_release_says() -> None:
    found = agencies("El gobierno de la República pagó.", "Xalapa, Ver.")
    assert [(name.name, name.id) for name in found] == [("Gobierno de la República", "mx.gobierno")]


def test_a_release_s_own_word_for_a_state_goes_before_its_country_s() -> None:
    assert names("El Gobierno del Estado pagó. El gobernador llegó.", "Perú") == ["Gobierno del Estado"] * 2
    assert names("El gobernador regional llegó.", "Perú") == ["Gobierno Regional"]


def test_another_nation_is_not_the_own_one() -> None:
    assert names("El Gobierno Federal y el Gobierno de Chile firmaron.", "Xalapa, Ver.") == [
        "Gobierno Federal",
        "Gobierno de Chile",
    ]


def test_el_gobierno_of_a_unitary_state_is_the_nations_unless_a_lower_one_is_called_so() -> None:
    assert names("La Alcaldía pagó. El Gobierno sumó.", "Pereira, Colombia")[1] == "Gobierno Nacional"
    lower = names("El Gobierno Regional de Piura pagó. El Gobierno sumó.", "Piura, Perú")
    assert set(lower) == {"Gobierno Regional de Piura"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Los ediles votaron.", "Bogotá, Colombia"),
        ("El edil votó.", "Bogotá, Colombia"),
        ("El presidente de la junta vecinal pagó.", "Ambato, Ecuador"),
        ("El equipo oaxaqueño ganó.", "Oaxaca, Oax."),
        ("El gobierno cordobés pagó.", "Xalapa, Ver."),
    ],
)
def test_what_is_no_government(text: str, place: str) -> None:
    assert names(text, place) == []


FORAL = [
    ("La diputada foral de Acción Social vino. El Ejecutivo foral pagó.", "Bilbao, España", "Diputación Foral de Bizkaia"),
    ("La Diputación Foral de Álava abrió. El Ejecutivo foral pagó.", "Laguardia, España", "Diputación Foral de Álava"),
    ("El Gobierno Vasco vino. El diputado general, Luis Paz, pagó.", "Vitoria-Gasteiz, España", "Diputación Foral de Álava"),
    ("El consejero vino. El Ejecutivo foral pagó.", "Pamplona, España", "Gobierno de Navarra"),
    ("El consejero vino. El Gobierno foral de Navarra pagó.", "Madrid, España", "Gobierno foral de Navarra"),
    ("La Diputación de Jaén vino. La diputada provincial de Deportes pagó.", "Jaén, España", "Diputación de Jaén"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "name"), FORAL)
def test_whose_government_is_foral(text: str, place: str, name: str) -> None:
    assert names(text, place)[-1].casefold() == name.casefold()


SEATS = [
    ("El Palacio de los Leones informó.", "Rosario, Argentina", "Municipalidad de Rosario"),
    ("El Palacio Liévano pagará 9.", "Bogotá, Colombia", "Alcaldía de Bogotá"),
    ("La Casa Rosada confirmó 9.", "Salta, Argentina", "Gobierno Nacional"),
    ("La Moneda destinará 9.", "Arica, Chile", "Gobierno de Chile"),
    ("El Palacio de San Telmo ha aprobado 9.", "Jaén, España", "Junta de Andalucía"),
]


@pytest.mark.parametrize(("text", "place", "name"), SEATS)
def test_a_seat_that_acts_is_its_government(text: str, place: str, name: str) -> None:
    assert names(text, place) == [name]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("En el Palacio de los Leones hubo 9.", "Rosario, Argentina"),
        ("Marcharon frente a La Moneda.", "Arica, Chile"),
        ("La plaza está junto a la Casa Rosada.", "Salta, Argentina"),
        ("La calle San Telmo tiene 9 baches.", "Jaén, España"),
        ("El Palacio Municipal tiene 9 salas.", "Rosario, Argentina"),
    ],
)
def test_a_seat_that_does_nothing_is_a_place(text: str, place: str) -> None:
    assert names(text, place) == []


MOTTOES = [
    ("El Gobierno de la Gente dio 30 becas.", "Guanajuato, Gto.", "Gobierno del Estado de Guanajuato"),
    ("El gobernador dijo que el Gobierno de Todos dio 30.", "León, Gto.", "Gobierno del Estado de Guanajuato"),
    ("La alcaldesa dijo que el Gobierno de Todos dio 30.", "Salamanca, Gto.", "Ayuntamiento de Salamanca"),
    ("Gobierno de la Gente dio 30. Lo supo el gobernador.", "León, Gto.", "Gobierno del Estado de Guanajuato"),
    ("El Gobierno de la Primavera Oaxaqueña dio 30.", "Oaxaca, Oax.", "Gobierno del Estado de Oaxaca"),
    ("El Gobierno del Cambio construyó 40 aulas.", "Bogotá", "Gobierno Nacional"),
    ("El Gobierno de Reconciliación y Unidad Nacional dio 30.", "Managua", "Gobierno de Nicaragua"),
    # places
    ("El Gobierno de La Esperanza dio 30.", "La Esperanza, Honduras", "Gobierno de La Esperanza"),
    ("El Gobierno de Cajeme dio 30.", "Ciudad Obregón, Son.", "Gobierno de Cajeme"),
    ("El Gobierno del Japón donó 30.", "Tegucigalpa", "Gobierno de Japón"),
    ("El Gobierno de La Rioja dio 30.", "Logroño", "Gobierno de La Rioja"),
]


@pytest.mark.parametrize(("text", "place", "name"), MOTTOES)
def test_a_motto_behind_gobierno_is_no_place(text: str, place: str, name: str) -> None:
    assert names(text, place)[-1] == name


def test_a_mayor_behind_a_motto_is_a_guest() -> None:
    text = "La secretaria del Gobierno de la Gente vio al alcalde."
    assert names(text, "León, Gto.") == ["Gobierno del Estado de Guanajuato", "Ayuntamiento de León"]


CITIES = [
    ("El Gobierno de la Ciudad dio 30.", "Buenos Aires", "Gobierno de la Ciudad de Buenos Aires"),
    ("Esta administración dio 30.", "Buenos Aires, Argentina", "Gobierno de la Ciudad de Buenos Aires"),
    ("El gobierno de la ciudad dio 30.", "Ciudad de México", "Gobierno de la Ciudad de México"),
    ("La alcaldesa dio 30.", "San Juan, Puerto Rico", "Municipio de San Juan"),
    # a town of the province, a part of the capital, and what a release calls so itself
    ("El municipio dio 30.", "La Plata, Buenos Aires", "Municipalidad de La Plata"),
    ("La alcaldesa de Iztapalapa dio 30.", "Ciudad de México", "Alcaldía de Iztapalapa"),
    ("La Municipalidad de Buenos Aires dio 30.", "Buenos Aires", "Municipalidad de Buenos Aires"),
]


@pytest.mark.parametrize(("text", "place", "name"), CITIES)
def test_a_capital_with_a_government_of_its_own(text: str, place: str, name: str) -> None:
    assert names(text, place)[-1] == name


def test_each_country_says_what_it_calls_its_governments():
    rules = shipped().rules("governments.yml", GovernmentRule)
    assert sorted(rule.country for rule in rules if rule.country) == sorted(COUNTRY_CODES)


def test_a_country_calls_its_governments_as_its_own_rule_says(tmp_path):
    (tmp_path / "governments.yml").write_text(
        "rules:\n- {id: government.ec, country: Ecuador, form: unitary, town_hall: GAD Municipal, source: own,"
        " examples: [GAD Municipal de Loja]}\n",
        encoding="utf-8",
    )
    text = "El alcalde dio 40 becas."
    blocks = find_blocks(text)
    found = [
        find_agencies(text, blocks, find_sentences(text, blocks), "Loja, Ecuador", patterns=patterns)[0].name
        for patterns in (Patterns(tmp_path), shipped())
    ]
    assert found == ["GAD Municipal de Loja", "Municipio de Loja"]


def test_a_rule_names_its_examples_that_begin_otherwise():
    rule = GovernmentRule(
        id="government.x", country="Perú", form="unitary", town_hall="Municipalidad", source="own",
        examples=("Municipalidad de Ate", "Alcaldía de Ate"),
    )  # fmt: skip
    assert rule.complaints() == ["has no name that begins its example 'Alcaldía de Ate'"]

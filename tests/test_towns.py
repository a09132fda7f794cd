from __future__ import annotations

import pytest

from extract.names import find_agencies
from extract.names.countries import country_of
from extract.names.towns import town_of_text
from extract.patterns import shipped
from extract.sentences import find_blocks, find_sentences


def town(text: str) -> str | None:
    return town_of_text(text, find_blocks(text), country_of(text, None, shipped()), shipped())


def agencies(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [name.name for name in find_agencies(text, blocks, find_sentences(text, blocks), place)]


TOWNS = [
    # the headline: a label, a subject, a complement of its people
    ("Ejea: ya son diez las cuadras\n\nEl municipio pagará.", "Ejea"),
    ("Logroño recuperó cien toneladas\n\nEl municipio pagará.", "Logroño"),
    ("Cien estudiantes de Peñasco estrenan mochila\n\nPagó el Gobierno Municipal.", "Peñasco"),
    # a dateline that no reader has taken, a body that carries the town, people named twice
    ("Dan becas a cien\n\nPeñasco, Sonora, diciembre 27.- El Gobierno Municipal pagó.", "Peñasco"),
    ("Dan becas\n\nPeñasco, Son.- El alcalde de la ciudad pagó.", "Peñasco"),
    ("Dan llaves\n\nPadre Las Lomas.- Cien familias entraron. El municipio pagó.", "Padre Las Lomas"),
    ("Dan becas\n\nEl DIF Peñasco dio cien. Pagó el Gobierno Municipal.", "Peñasco"),
    ("Dan becas\n\nCobraron cien en el municipio de Peñasco.", "Peñasco"),
    ("Dan becas\n\nCobraron cien en el municipio de Durango.", "Durango"),
    ("Dan becas\n\nVecinos de Peñasco y familias de Peñasco de Zúñiga cobraron.", "Peñasco de Zúñiga"),
]


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_the_town_that_a_text_speaks_of(text: str, expected: str) -> None:
    assert town(text) == expected


NO_TOWN = [
    "Dan becas a cien\n\nEl municipio pagó. Hubo lluvia en Peñasco.",
    "Ana Ruiz entregó cien becas\n\nEl municipio pagó.",
    "Instituto de Cultura abrió diez salas\n\nEl municipio pagó.",
    "Dan becas\n\nVecinos de Peñasco llegaron ayer.",
    "Dan becas\n\nCobraron cien en los municipios de Peñasco y Nazas.",
    "Dan becas\n\nCobraron cien en el municipio de Peñasco y vecinos de Nazas.",
    "Casa Alegre llegó a cien familias\n\nEl municipio pagó.",
    "IMSS: cien camas nuevas\n\nEl municipio pagó.",
    "",
]


@pytest.mark.parametrize("text", NO_TOWN)
def test_a_place_named_in_passing_is_not_the_town(text: str) -> None:
    assert town(text) is None


BODIES = [
    # the town hall gets the town of the text
    (
        "Cien estudiantes de Peñasco estrenan mochila\n\nPagó el Gobierno Municipal en México.",
        "Ayuntamiento de Peñasco",
    ),
    # a headline drops the article
    ("Distrito pavimentará diez calles de Cali, Colombia\n\nSiguen las obras.", "Alcaldía de Cali"),
    ("Gobierno garantiza agua en Oruro, Bolivia\n\nLo dijo el ministro de Agua.", "Gobierno de Bolivia"),
    # governments of other countries
    ("La Intendencia encendió cien focos.", "Intendencia de Salto", "Salto, Uruguay"),
    ("El Gobierno Autónomo Municipal de Punata pagó.", "Gobierno Autónomo Municipal de Punata"),
    ("La Diputación Foral de Bizkaia pagará. La institución foral lo dijo.", "Diputación Foral de Bizkaia"),
    ("La cartera de Vivienda y Suelo pagará.", "Ministerio de Vivienda y Suelo"),
    # ministries of other countries by their acronym
    ("El MUVH dio cien llaves en Asunción, Paraguay.", "Ministerio de Urbanismo, Vivienda y Hábitat"),
    ("El MAGA repartió cajas por cien quetzales.", "Ministerio de Agricultura, Ganadería y Alimentación"),
    # "el Gobierno" of a release that names only ministries
    ("El Ministerio de Salud de Perú pagó. El Gobierno ofreció más.", "Gobierno del Perú"),
    # short forms
    ("El Banco Rural de Loja prestó cien. El Banco prestará más.", "Banco Rural de Loja"),
    ("La paramunicipal Aguapas tapó cien fugas. La paramunicipal pagó.", "Aguapas"),
    # two bodies in one phrase, and acronyms that the last word or a town makes
    ("La Comisión Nacional de Vivienda y el Infonavit prestaron en México.", "Comisión Nacional de Vivienda"),
    ("La Universidad Autónoma de Zumpango paga. La UAZU pagará más.", "Universidad Autónoma de Zumpango"),
    ("La Junta Municipal de Agua y Drenaje de Ejea paga. La JMAD pagó.", "Junta Municipal de Agua y Drenaje de Ejea"),
    ("El edil dijo que Transmar reparará diez andenes.", "Transmar"),
]


@pytest.mark.parametrize(("text", "expected", "place"), [(*row, None)[:3] for row in BODIES])
def test_bodies_that_a_reader_knows_by_less_than_their_name(text: str, expected: str, place: str | None) -> None:
    assert expected in agencies(text, place)


NO_BODY = [
    "Fausto Cruz Jarquín habló. Cruz Jarquín dijo más.",
    "Lorena Cámara Prado llegó.",
    "La nómina del Ingreso Vital Mínimo (IVM) alcanzó cien hogares.",
    "Oficina de Comunicación e Imagen Institucional",
    "Hubo lluvia en el departamento de Concepción.",
    "El Fondo de Riego Parcelario (FORIPA) creció. Del FORIPA saldrán cien.",
]


@pytest.mark.parametrize("text", NO_BODY)
def test_what_only_looks_like_a_body(text: str) -> None:
    assert agencies(text) == []


@pytest.mark.parametrize("acronym", ["UAZU", "JMAD"])
def test_an_acronym_means_the_body_that_its_words_make(acronym: str) -> None:
    text = (
        "La Universidad Autónoma de Zumpango y la Junta Municipal de Agua y Drenaje de Ejea pagan. "
        f"La {acronym} pagará más."
    )
    body = {"UAZU": "Universidad Autónoma de Zumpango", "JMAD": "Junta Municipal de Agua y Drenaje de Ejea"}[acronym]
    assert agencies(text)[-1] == body

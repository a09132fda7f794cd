"""Bodies that a release calls by their field, their number, their programme or their deputy."""

from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_agencies, find_programs, no_programs
from extract.patterns import shipped
from extract.sentences import find_blocks, find_sentences


def agencies(text: str, place: str | None = None) -> list[Name]:
    blocks = find_blocks(text)
    return find_agencies(text, blocks, find_sentences(text, blocks), place)


def names(text: str, place: str | None = None) -> list[str]:
    return [name.name for name in agencies(text, place)]


def beside_programs(text: str, place: str) -> list[str]:
    blocks, patterns = find_blocks(text), shipped()
    programs = find_programs(text, blocks, find_sentences(text, blocks), patterns, place)
    return [name.name for name in no_programs(agencies(text, place), programs)]


FIELDS = [
    ("Hubo trabajo:\n\n• Bienestar Animal: 174 vacunas\n• Alumbrado Público: 20 focos", ["Bienestar Animal",
     "Alumbrado Público"]),
    ("Llegaron 30 elementos de Tránsito.", ["Tránsito"]),
    ("Cuadrillas de Parques y Jardines podaron.", ["Parques y Jardines"]),
    ("El aseo quedó a cargo de Limpia.", ["Limpia"]),
    ("Ayer llovió. Alumbrado Público repuso 20 focos.", ["Alumbrado Público"]),
    ("Fomento Agropecuario, por su parte, repartió 20 sacos.", ["Fomento Agropecuario"]),
    ("Sumaron apoyos la Cruz Roja, con 20, y Desarrollo Comunitario, con 890.", ["Cruz Roja",
     "Desarrollo Comunitario"]),
    # an office tells whose field it is
    ("La consejera de Agricultura habló. A cargo de Agricultura hay 20 fincas.", ["Consejería de Agricultura"] * 2),
    # one word that acts after an inserted phrase
    ("Prolimpia, a su vez, levantó 20 kilos.", ["Prolimpia"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_departments_without_their_noun(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hubo Desarrollo Comunitario en la plaza.",
        "Trataron Obra Pública y futuro.",
        "Vecinos de Salud pidieron agua.",
        "ALUMBRADO PÚBLICO REPUSO 20 FOCOS",
        "Salud: 20 consultas",
    ],
)
def test_fields_that_name_no_department(text: str) -> None:
    assert names(text) == []


NUMBERED = [
    ("Vinieron 40 soldados de la Tercera Región Militar.", "Culiacán, Sin.", ["Tercera Región Militar"]),
    ("La 27/a Zona Militar dio agua.", "Acapulco, Gro.", ["27/a Zona Militar"]),
    ("Hubo 40 de la Marina y 30 del Ejército.", "Acapulco, Gro.", ["Secretaría de Marina", "Ejército"]),
    ("Zarpó de la Marina Vallarta.", "Acapulco, Gro.", []),
    ("Fueron a Soto la Marina y a la playa de la Armada.", "Acapulco, Gro.", []),
    ("Viven en el fraccionamiento de la Marina.", "Acapulco, Gro.", []),
    ("Vive en la tercera región militar.", "Acapulco, Gro.", []),
]


@pytest.mark.parametrize(("text", "place", "expected"), NUMBERED)
def test_bodies_called_by_number_or_one_word(text: str, place: str, expected: list[str]) -> None:
    assert names(text, place) == expected


def test_a_programme_that_is_an_executing_unit_acts() -> None:
    assert names("Qali Warma entregó 20 kilos. El menú de Qali Warma gustó.", "Puno, Perú") == ["Qali Warma"] * 2
    assert names("El menú de Qali Warma gustó.", "Puno, Perú") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pensión 65 pagó cien soles.", ["Pensión 65"]),  # a Programa Nacional by its decree
        ("Operación Tayta visitó cien casas.", []),
        ("Plan Selva construyó diez aulas.", []),
        ("Bono Rural alcanzó a cien familias.", []),
    ],
)
def test_a_measure_is_no_executing_unit(text: str, found: list[str]) -> None:
    assert beside_programs(text, "Puno, Perú") == found


ACTING_PROGRAMS = [
    ("Bienpesca apoyó a cien pescadores.", "Ensenada, B. C.", []),
    ("Rexurbe compró diez casas.", "Santiago de Compostela", []),
    ("Prodesal recibió diez solicitudes. INDAP las revisó.", "Temuco, Chile", ["Instituto de Desarrollo Agropecuario"]),
    # what no list knows is a body by what it does; so is a body that shares its acts with nothing
    ("Aquanor apoyó a cien pescadores.", "Ensenada, B. C.", ["Aquanor"]),
    ("El FOSIS entregó diez capitales.", "Santiago de Chile", ["Fondo de Solidaridad e Inversión Social"]),
]


@pytest.mark.parametrize(("text", "place", "found"), ACTING_PROGRAMS)
def test_a_listed_program_that_acts_is_no_body(text: str, place: str, found: list[str]) -> None:
    assert beside_programs(text, place) == found


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("La coordinadora de Renta Joven, Ana Ruiz, lo dijo.", "Bogotá", []),
        ("La directora de Sembrando Vida, Ana Ruiz, lo dijo.", "Villahermosa, Tab.", []),
        ("El director de Qali Warma lo dijo.", "Cusco, Perú", []),
        # a field of administration, and a coordination set up by decree
        ("El director de Vivienda lo dijo.", "Puebla, Pue.", ["Dirección de Vivienda"]),
        ("El coordinador de Protección Civil lo dijo.", "Puebla, Pue.", ["Coordinación de Protección Civil"]),
        ("La coordinadora nacional de Prospera lo dijo.", "Ciudad de México", ["Coordinación Nacional de PROSPERA"]),
    ],
)
def test_whoever_heads_a_program_heads_no_body_of_its_name(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found


def test_a_deputy_of_the_whole_field_speaks_for_the_ministry() -> None:
    field = "El viceministro de Agricultura y Ganadería habló."
    assert names(field, "Usulután, El Salvador") == ["Ministerio de Agricultura y Ganadería"]
    assert names("El viceministro de Pesca habló.", "Usulután, El Salvador") == ["Viceministerio de Pesca"]


def test_a_town_belongs_to_an_operators_name() -> None:
    text = "La Comisión de Aguas del Municipio de Tecama (CAMTE) reparó 20 tubos. CAMTE cobró."
    assert set(names(text)) == {"Comisión de Aguas del Municipio de Tecama"}


def test_coordinated_bodies_with_their_own_article_are_two() -> None:
    assert names("Vinieron el Instituto del Agua y de la Comisión de Caminos 20 peritos.") == [
        "Instituto del Agua",
        "Comisión de Caminos",
    ]


def test_a_body_in_session_or_before_which_one_speaks_is_a_scene() -> None:
    session = agencies("En sesión extraordinaria del Consejo Estatal de Salud, el gobernador dio 20 datos.")[0]
    addressed = agencies("Lo pidió ante la Secretaría de Energía.")[0]
    acting = agencies("El Consejo Estatal de Salud dio 20 datos.")[0]
    assert session.score == addressed.score == 0.5
    assert acting.score == 1.0

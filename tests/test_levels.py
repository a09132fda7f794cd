"""Bodies of one name at each level, and bodies that only look like one or like another."""

from __future__ import annotations

import pytest

from extract.names import find_agencies
from extract.sentences import find_blocks, find_sentences

FULL = "Sistema para el Desarrollo Integral de la Familia"


def names(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [mention.name for mention in find_agencies(text, blocks, find_sentences(text, blocks), place)]


LEVELS = [
    # two levels, two bodies
    (f"El {FULL} (DIF) Estatal dio 30 sillas; el DIF Municipal atiende a 40.", [f"{FULL} Estatal", "DIF Municipal"]),
    (f"El {FULL} (DIF) de Comala dio 3; el DIF Estatal, 2. El DIF abrió.", [FULL, "DIF Estatal", FULL]),
    ("El Sistema Estatal DIF dio 9 y el DIF Municipal puso 8.", ["Sistema Estatal DIF", "DIF Municipal"]),
    ("El DIF Municipal dio 3, el DIF Estatal 4 y el DIF Nacional 5.", ["DIF Municipal", "DIF Estatal", "DIF Nacional"]),
    ("El DIF Cajeme dio 3 sillas y el DIF Sonora, 20.", ["DIF Cajeme", "DIF Sonora"]),
    ("El DIF de Comala dio 3 y el DIF de Minatitlán, 10.", ["DIF de Comala", "DIF de Minatitlán"]),
    (
        "El Sistema Estatal para el Desarrollo Integral de la Familia (SEDIF) trabaja con los DIF municipales.",
        ["Sistema Estatal para el Desarrollo Integral de la Familia", "DIF municipales"],
    ),
    # one level, one body
    (f"El {FULL} (DIF) Estatal dio 30. La directora del DIF Estatal habló.", [f"{FULL} Estatal"] * 2),
    (f"El {FULL} (DIF) de Comala dio 3. El DIF Municipal abrió.", [FULL] * 2),
    ("DIF Municipal reparte 30\n\nEl SMDIF entregó 30 vales.", ["DIF Municipal"] * 2),
    ("El Sistema Municipal DIF dio 9. El Sistema DIF dio 8.", ["Sistema Municipal DIF"] * 2),
    (f"DIF LEÓN DA 40 BECAS\n\nEl {FULL} (DIF) León dio 40 becas.", [FULL] * 2),
    (f"El {FULL} (DIF) Puebla dio 3. El DIF Puebla abrió.", [FULL] * 2),
]


@pytest.mark.parametrize(("text", "bodies"), LEVELS)
def test_level_and_town_are_part_of_the_name(text: str, bodies: list[str]) -> None:
    assert names(text) == bodies


TITLES = [
    "La planta obtuvo el distintivo “Empresa Incluyente” este mes.",
    "Ya 12 planteles cuentan con el sello «Escuela Limpia».",
    "El premio nacional “Hospital Amigo” fue para tres.",
    "Recibió la certificación “Clínica Segura” en mayo.",
    "Dieron el reconocimiento ‘Comité Ejemplar’ a dos barrios.",
]


@pytest.mark.parametrize("text", TITLES)
def test_title_in_quotes_is_no_body(text: str) -> None:
    assert names(text) == []


OTHERS = [
    ("Dio un reconocimiento la Empresa Municipal de Aguas.", ["Empresa Municipal de Aguas"]),
    ("Entregó el premio la Fundación Luz del Sur.", ["Fundación Luz del Sur"]),
    # a part of a congress, and the council of a Spanish province
    ("El Congreso del Estado votó. La Diputación Permanente recibió 12 iniciativas.", ["Congreso del Estado"] * 2),
    ("El Parlamento de Navarra votó. La Diputación Permanente se reunió.", ["Parlamento de Navarra"] * 2),
    ("La Diputación Permanente recibió 12 iniciativas.", []),
    ("La Diputación de Cádiz puso 3 millones. La Diputación cerró.", ["Diputación de Cádiz"] * 2),
    # "y la" adds a complement, and no body to one without
    ("La Policía Nacional y la Caseta Seca detuvieron a 12.", ["Policía Nacional"]),
    ("La Guardia Civil y la Ertzaintza cortaron la vía.", ["Guardia Civil", "Ertzaintza"]),
    ("La Dirección de Obras y el Estado pagaron 3.", ["Dirección de Obras"]),
    ("La Secretaría de la Mujer y la Familia dio 3.", ["Secretaría de la Mujer y la Familia"]),
    ("El Consejo de la Niñez y la Adolescencia votó.", ["Consejo de la Niñez y la Adolescencia"]),
    # what a unit is part of
    (
        "La Secretaría de Salud vio 9 casas. La directora de Epidemiología de la dependencia habló.",
        ["Secretaría de Salud", "Dirección de Epidemiología", "Secretaría de Salud"],
    ),
    ("La Confederación Hidrográfica del Tajo (CHT) midió. La CHT sigue.", ["Confederación Hidrográfica del Tajo"] * 2),
    ("La Comisaría de Seguridad Pública detuvo a 40.", ["Comisaría de Seguridad Pública"]),
    ("Repararon 3 calles en la comisaría de Chablekal.", []),
    # the towns that a body serves stand before its acronym
    (
        "Ciacom repara 40\n\nLa Comisión de Agua Potable de los municipios de Comala y Tonila (Ciacom) opera. Ciacom sigue.",
        ["Comisión de Agua Potable"] * 3,
    ),
    (
        "La Empresa Metropolitana de Aseo de la zona conurbada de Colima (EMAC) limpió. La EMAC sigue.",
        ["Empresa Metropolitana de Aseo"] * 2,
    ),
    ("SAN PEDRO DE LA SIERRA.- Ayer hubo 30 becas.", []),
]


@pytest.mark.parametrize(("text", "bodies"), OTHERS)
def test_bodies_that_look_like_others(text: str, bodies: list[str]) -> None:
    assert names(text) == bodies


PAYS = [
    ("La federación aporta 53 mil pesos por vivienda.", ["Gobierno Federal"]),
    ("El 60 por ciento lo aportó la federación.", ["Gobierno Federal"]),
    ("Con la federación y el estado se harán 40 obras.", ["Gobierno Federal"]),
    ("La federación de box reunió a 40.", []),
    ("La federación organizó un torneo para 40.", []),
]


@pytest.mark.parametrize(("text", "bodies"), PAYS)
def test_federation_in_small_letters(text: str, bodies: list[str]) -> None:
    assert names(text, "Tepic, Nay.") == bodies


def test_intendants() -> None:
    chile = "Valdivia, Chile. El intendente regional, Luis Soto, entregó 30 millones de pesos chilenos en la Región de Los Ríos."
    assert set(names(chile, "Valdivia")) == {"Gobierno Regional de Los Ríos"}
    argentina = "Rosario, Argentina. El intendente, Luis Soto, entregó 30 subsidios."
    assert names(argentina, "Rosario") == ["Municipalidad de Rosario"]


PLACES = [
    ("El alcalde Luis Paz dio 30 en la cabecera.", "SAN JUAN DEL RÍO, QRO.", "Ayuntamiento de San Juan del Río"),
    ("La alcaldesa dio 30 a gente de Teloloapan.", "TELOLOAPAN, GRO.", "Ayuntamiento de Teloloapan"),
    ("AYUNTAMIENTO DE LEÓN DA 30\n\nEl alcalde lo dijo en León.", "León, Gto.", "Ayuntamiento de León"),
    ("El alcalde Luis Paz dio 30.", "CDMX", "Ayuntamiento de CDMX"),
]


@pytest.mark.parametrize(("text", "place", "name"), PLACES)
def test_a_town_hall_is_not_shouted(text: str, place: str, name: str) -> None:
    assert set(names(text, place)) == {name}


def test_councillors() -> None:
    spain = "En Burgos, España, el edil de Comercio y Mercados dio 30 y el primer edil lo celebró."
    assert names(spain, "Burgos") == ["Concejalía de Comercio y Mercados", "Ayuntamiento de Burgos"]
    assert names("El edil de Tepic dio 30.", "Tepic, Nay.") == ["Ayuntamiento de Tepic"]

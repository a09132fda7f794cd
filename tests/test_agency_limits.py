"""Where an agency's name ends, and what only looks like an agency: numbers, places, times, degrees, courts."""

from __future__ import annotations

import pytest

from extract.names import country_of, find_agencies
from extract.patterns import shipped
from extract.sentences import find_blocks, find_sentences


def names(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [name.name for name in find_agencies(text, blocks, find_sentences(text, blocks), place)]


#: Text, the place of its dateline, and the agencies that it names.
WHOLE = [
    (
        "El Servicio de Emergencias 112 de Aragón atendió llamadas.",
        "Zaragoza, España",
        ["Servicio de Emergencias 112 de Aragón"],
    ),
    ("El Centro de Emergencias 911 gestionó casos.", "Loja, Ecuador", ["Centro de Emergencias 911"]),
    ("El Hospital de la Mujer (HM) de Ríos operó.", "Ríos, México", ["Hospital de la Mujer de Ríos"]),
    ("El Hospital de Zona (HZ) No. 5 operó.", "Ríos, México", ["Hospital de Zona No. 5"]),
    ("El Hospital General “Dr. Juan Paz” operó.", "Ríos, México", ["Hospital General “Dr. Juan Paz”"]),
    ("El Hospital Rural (HR) “Luz Mar” atendió.", "Ríos, México", ["Hospital Rural “Luz Mar”"]),
    ("El Hospital General “atiende a todos”, dijo.", "Ríos, México", []),
    ("El Tecnológico Superior tituló a cien.", "Ríos, México", ["Tecnológico Superior"]),
    ("El Museo Regional abrió.", "Ríos, México", ["Museo Regional"]),
    ("En el Museo Regional hubo fiesta.", "Ríos, México", []),
    ("La Dirección General abrió y el museo regional cerró.", "Ríos, México", []),
    ("El HGR No. 7 operó.", "Ríos, México", ["HGR No. 7"]),
    ("La Secretaría de Salud (SS) de Veracruz vacunó.", "Xalapa, Veracruz", ["Secretaría de Salud"]),
    ("La Regional 04 de Educación formó maestros.", "Barahona, República Dominicana", ["Regional 04 de Educación"]),
    ("Aprueba Cabildo de Ríos Presupuesto de Ingresos", "Ríos, México", ["Cabildo de Ríos"]),
    (
        "La Secretaría de Programación y Presupuesto gastó.",
        "Ríos, México",
        ["Secretaría de Programación y Presupuesto"],
    ),
    ("El Gobierno Bolivariano de Lara pagó.", "Barquisimeto, Venezuela", ["Gobierno Bolivariano de Lara"]),
    (
        "El Gobierno Bolivariano de Venezuela pagó.",
        "Barquisimeto, Venezuela",
        ["Gobierno Bolivariano de Venezuela"],
    ),
    ("Lo halló el Punto de Inspección Aduanera (PIA) de Locotal.", "La Paz, Bolivia", []),
    ("Están inscritos en el Registro Social de Hogares.", "Talca, Chile", []),
    ("La Provincia de Salta pagará.", "Salta, Argentina", ["Gobierno de la Provincia de Salta"]),
    ("La Provincia de Salta tiene ríos.", "Salta, Argentina", []),
    ("La Provincia de Salta recibió turistas.", "Salta, Argentina", []),
    ("El Patronato Provincial pagó.", "Ambato, Ecuador", ["Patronato Provincial"]),
    ("El Ejecutivo pagó.", "Madrid, España", ["Gobierno de España"]),
    ("El Ejecutivo pagó.", "Caracas, Venezuela", ["Gobierno de Venezuela"]),
    (
        "La Municipalidad de Rosario pagó. El Ejecutivo pagó.",
        "Rosario, Argentina",
        ["Municipalidad de Rosario", "Municipalidad de Rosario"],
    ),
    (
        "El ministro del Poder Popular para la Salud llegó.",
        "Caracas, Venezuela",
        ["Ministerio del Poder Popular para la Salud"],
    ),
    (
        "El Ministerio del Poder Popular para la Salud pagó.",
        "Caracas, Venezuela",
        ["Ministerio del Poder Popular para la Salud"],
    ),
    ("El director del Centro de Datos llegó.", "Caracas, Venezuela", ["Centro de Datos"]),
    (
        "La Secretaría de Salud (Sesal) pagó. La ministra de Salud llegó.",
        "Tegucigalpa, Honduras",
        ["Secretaría de Salud", "Secretaría de Salud"],
    ),
    (
        "La Secretaría de Salud pagó. La ministra de Salud llegó.",
        "Rosario, Argentina",
        ["Secretaría de Salud", "Ministerio de Salud"],
    ),
]
TAKEN_UP = [
    (
        "La Policía Local de Ríos llegó. La Policía Local dio. La Policía Local siguió.",
        "Ríos, España",
        ["Policía Local de Ríos"] * 3,
    ),
    (
        "La Secretaría de Salud de Ríos llegó. La Secretaría de Salud dio. La Secretaría de Salud siguió.",
        "Ríos, México",
        ["Secretaría de Salud"] * 3,
    ),
]
NONE_OF_THEM = [
    ("Ríos es el municipio con el menor número de casos.", "Ríos, México", []),
    ("Ríos es el estado del país que registra más casos.", "Ríos, México", []),
    ("El municipio entregó más becas.", "Ríos, México", ["Ayuntamiento de Ríos"]),
    (
        "La Secretaría de Salud sumó 3 obras en lo que va de la actual administración municipal.",
        "Ríos, México",
        ["Secretaría de Salud"],
    ),
    ("En lo que va de la administración municipal van 3 obras.", "Ríos, México", ["Ayuntamiento de Ríos"]),
    ("El Sistema Cutzamala almacena agua.", "Toluca, México", []),
    ("El Sistema Salado se encuentra a 71 por ciento.", "Toluca, México", []),
    ("El Sistema DIF Estatal se encuentra en la plaza.", "Toluca, México", ["Sistema DIF Estatal"]),
    ("Hay plazas de Administración y Dirección de Empresas.", "Burgos, España", []),
    (
        "La Guardia Civil hizo registros autorizados por el Juzgado de Instrucción de Ríos.",
        "Burgos, España",
        ["Guardia Civil"],
    ),
    ("El Juzgado de Instrucción de Ríos resolvió.", "Burgos, España", ["Juzgado de Instrucción de Ríos"]),
    # documents, lists and suburbs that are called like bodies
    ("Pidieron la Ficha de Protección Social.", "Talca, Chile", []),
    ("Traigan el Certificado de Registro Mercantil.", "Quito, Ecuador", []),
    ("La Ficha técnica de Protección Civil llegó.", "Ríos, México", ["Protección Civil"]),
    ("Dieron las cartillas de la Secretaría de Salud.", "Ríos, México", ["Secretaría de Salud"]),
    ("Comenzó el Registro Vecinal y sigue el Registro Social Único.", "Talca, Chile", []),
    ("El Registro Civil dio 30 cédulas.", "Talca, Chile", ["Registro Civil"]),
    ("Llegó más allá del Área Metropolitana de Guadalajara (AMG).", "Tepic, Nay.", []),
    ("El Área Metropolitana de Bucaramanga pagó.", "Girón, Colombia", ["Área Metropolitana de Bucaramanga"]),
]


@pytest.mark.parametrize(("text", "place", "found"), WHOLE + TAKEN_UP + NONE_OF_THEM)
def test_agencies(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found


@pytest.mark.parametrize(
    ("text", "place", "agencies"),
    [
        ("El Supremo Tribunal de Justicia resolvió casos.", "Ures, México", ["Supremo Tribunal de Justicia"]),
        ("El Tribunal de Justicia resolvió casos.", "Ures, México", ["Tribunal de Justicia"]),
        ("El Decreto Supremo de Emergencia rige.", "Sucre, Bolivia", []),
        (
            "La Seccional de Tránsito y Transporte revisó motos.",
            "Neiva, Colombia",
            ["Seccional de Tránsito y Transporte"],
        ),
        ("La directiva Seccional votó.", "Neiva, Colombia", []),
        ("La Gendarmería halló armas.", "Salta, Argentina", ["Gendarmería Nacional"]),
        ("La Gendarmería halló armas.", "Saltillo, México", ["Gendarmería"]),
        ("La ciudad recibió a 30, mientras que Compostela recibió a 18.", "Tepic, México", []),
    ],
)
def test_rank_of_a_court_and_police_bodies(text: str, place: str, agencies: list[str]) -> None:
    assert names(text, place) == agencies


CAPITALS = [
    # what a listed name's words mean without their capitals is no body
    ("Una obra en el metro de Medellín movió a 30.", "Medellín", []),
    ("El banco de alimentos dio 30 kilos.", "Quito", []),
    ("El Metro de Medellín movió a 30.", "Medellín", ["Metro de Medellín"]),
    ("EL METRO DE MEDELLÍN MOVIÓ A 30", "Medellín", ["Metro de Medellín"]),
    # nouns of institutions alone are often left without them
    ("El ministerio de salud pública dio 30 camas.", "Quito", ["Ministerio de Salud Pública"]),
    ("Ayer la policía nacional detuvo a 30.", "Bogotá", ["Policía Nacional"]),
]


@pytest.mark.parametrize(("text", "place", "found"), CAPITALS)
def test_a_listed_name_needs_its_capitals(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found


def test_words_without_capitals_tell_no_country() -> None:
    assert country_of("El Servicio Nacional de Menores abrió.", None, shipped()) == "Chile"
    assert country_of("El servicio nacional de menores abrió.", None, shipped()) is None


@pytest.mark.parametrize("office", ["secretaria de Turismo", "secretaria de Salud", "subsecretaria de Salud"])
def test_an_office_is_no_body_by_its_letters(office: str) -> None:
    text = f"La {office} del municipio dio 30 camas."
    blocks = find_blocks(text)
    assert {name.how for name in find_agencies(text, blocks, find_sentences(text, blocks), "Progreso, Yuc.")} == {
        "role"
    }


OTHER_NOUNS = [
    # Honduras puts the rank of the secretary between the noun and the field
    ("La Secretaría de Estado en el Despacho de Salud dio 30.", "Tegucigalpa", ["Secretaría de Salud"]),
    (
        "La Secretaría de Estado en los Despachos de Agricultura y Ganadería dio 30.",
        "Tegucigalpa",
        ["Secretaría de Agricultura y Ganadería"],
    ),
    ("La secretaria de Estado en el Despacho de Salud, Ana Ruiz, dio 30.", "Tegucigalpa", ["Secretaría de Salud"]),
    ("La Secretaría de Estado de Cultura dio 30.", "Madrid", ["Secretaría de Estado de Cultura"]),
    # nouns of bodies in Catalan and Galician, with the apostrophe of the first
    ("El Consell Comarcal del Maresme atendió a 40.", "Mataró", ["Consell Comarcal del Maresme"]),
    ("El Servei d'Ocupació de Catalunya formó a 30.", "Barcelona", ["Servei d'Ocupació de Catalunya"]),
    ("El Departament de l’Esport dio 40.", "Girona", ["Departament de l’Esport"]),
    ("La Mancomunitat de la Ribera dio 40.", "Alzira", ["Mancomunitat de la Ribera"]),
    ("El Consello da Cultura Galega dio 30.", "Vigo", ["Consello da Cultura Galega"]),
    ("La Deputación de Lugo dio 40. Ayer la Deputación pagó 30.", "Lugo", ["Deputación de Lugo"] * 2),
    ("La Gipuzkoako Foru Aldundia dio 40.", "San Sebastián", ["Gipuzkoako Foru Aldundia"]),
    ("La Diputación Foral de Bizkaia dio 40. La Aldundia pagó 30.", "Bilbao", ["Diputación Foral de Bizkaia"] * 2),
    ("El Consell aprobó 30 ayudas.", "Valencia", ["Generalitat Valenciana"]),
    ("Hay un servei abierto y un institut con 30 aulas.", "Girona", []),
]


@pytest.mark.parametrize(("text", "place", "found"), OTHER_NOUNS)
def test_bodies_of_other_tongues_and_of_a_despacho(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found

"""What looks like a program and is none: surnames, places, units, judges, indices, products; and funds that are one."""

from __future__ import annotations

import pytest

from extract.names import find_agencies, find_programs
from extract.sentences import find_blocks, find_sentences


def names(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [name.name for name in find_programs(text, blocks, find_sentences(text, blocks), None, place)]


#: Text, the place of its dateline, and the programs that it names.
NAMED = [
    ("La señora Eva Cadena llegó, dijo Rosa Cadena Ruiz.", "Tepic, Nayarit", []),
    ("Con recursos del Cadena se apoyó a 3 productores.", "Tepic, Nayarit", ["Cadena"]),
    ("El camino es de las veredas de Arroyo Claro y Loma Alta, que beneficiará a 3 familias.", "Cali, Colombia", []),
    ("La Brigada de Investigación ha esclarecido 3 robos.", "Murcia, España", []),
    ("La Brigada Provincial de Extranjería detuvo a 3 personas.", "Murcia, España", []),
    ("La Brigada de Salud atendió a 3 personas.", "Tepic, Nayarit", ["Brigada de Salud"]),
    ("El Juez de Distrito Especializado en Adolescentes vinculó a 3 personas.", "Tepic, Nayarit", []),
    ("Según el Índice de Precios al Consumidor (IPC), que beneficiará a 3 personas, subió.", "Lima, Perú", []),
    ("Se repartieron 3 kilos de Nutrileche Más en la sierra.", "Cali, Colombia", []),
    (
        "El Fondo Nacional de Desarrollo Regional (FNDR) paga.",
        "Talca, Chile",
        ["Fondo Nacional de Desarrollo Regional"],
    ),
    ("El Fondo Nacional de Desarrollo Regional (FNDR) paga.", "La Paz, Bolivia", []),
    ("Mañana se hará el cuarto Vacunatón en la sierra.", "Loja, Ecuador", ["Vacunatón"]),
    ("Mañana se abrirá el cuarto Distrito en la sierra.", "Loja, Ecuador", []),
    ("Se arregló el camino de “Los Sauces” y la estancia de “El Ombú”.", "Viedma, Argentina", []),
    (
        "Recibieron su subsidio del Fondo Solidario de Elección de Vivienda.",
        "Temuco, Chile",
        ["Fondo Solidario de Elección de Vivienda"],
    ),
    ("Según datos de la Estrategia Regional de Vacunas, hay 3 casos.", "Junín, Perú", []),
    ("Con la Estrategia Regional de Vacunas se curó a 3.", "Junín, Perú", ["Estrategia Regional de Vacunas"]),
    ("La sede se paga con fondos FRIL.", "Talca, Chile", ["FRIL"]),
    # the acronym that the release gives to a body, and the one of a program
    ("El Ministerio de Riego (Minrieg) abrió 3 pozos. El personal del programa del Minrieg dio 5.", "Puno, Perú", []),
    ("El Programa de Riego Parejo (Parejo) abrió 3 pozos.", "Puno, Perú", ["Riego Parejo"]),
    # a body with its country
    (
        "El Fondo Social para la Vivienda de El Salvador dio 3 casas.",
        "San Salvador, El Salvador",
        [],
    ),
    # a fund with which something is agreed is a body
    ("Se firmó un convenio con el Fondo Nacional de Casas Populares.", "Tepic, Nayarit", []),
    ("El convenio con el Instituto y otro con el Fondo Nacional de Casas Populares son 2.", "Tepic, Nayarit", []),
    (
        "El convenio permitirá dar 3 casas con el Fondo Nacional de Casas Populares.",
        "Tepic, Nayarit",
        ["Fondo Nacional de Casas Populares"],
    ),
]


@pytest.mark.parametrize(("text", "place", "found"), NAMED)
def test_programs(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found


@pytest.mark.parametrize(("place", "bodies"), [("Talca, Chile", 0), ("La Paz, Bolivia", 1)])
def test_a_fund_of_one_country_is_the_body_of_another(place: str, bodies: int) -> None:
    text = "El Fondo Nacional de Desarrollo Regional (FNDR) paga."
    blocks = find_blocks(text)
    assert len(find_agencies(text, blocks, find_sentences(text, blocks), place)) == bodies

from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_programs
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return find_programs(text, blocks, find_sentences(text, blocks))


UNANNOUNCED = [
    (
        (
            "Salud en tu Barrio llega a diez pueblos\n\nOruro. El programa del Gobierno de Oruro ya está en diez pueblos. "
            "Las brigadas de Salud en tu Barrio dieron cien consultas."
        ),
        "Salud en tu Barrio",
    ),
    (
        (
            "MIRADA SIN FRONTERAS SUMA MIL LENTES\n\nLoja. Con Mirada sin Fronteras se dieron mil lentes. "
            "Este programa seguirá en mayo."
        ),
        "Mirada sin Fronteras",
    ),
    (
        (
            "Talca. En la segunda etapa de Sendero a la Escuela hay diez rutas. "
            "Las familias piden Sendero a la Escuela en marzo."
        ),
        "Sendero a la Escuela",
    ),
    (
        (
            "Talca. Calle con Vida beneficia a mil vecinos. La estrategia tiene diez lámparas. "
            "Cien calles lucen gracias a Calle con Vida."
        ),
        "Calle con Vida",
    ),
    (
        "Abre Manos al Huerto\n\nJaén. Mediante Manos al Huerto se dieron cien parcelas. La iniciativa seguirá.",
        "Manos al Huerto",
    ),
    (
        (
            "Arranca edición de Verano con Libros\n\nSalta. La convocatoria de Verano con Libros cierra el lunes. "
            "Verano con Libros recibió cien obras."
        ),
        "Verano con Libros",
    ),
    (
        (
            "Huella Limpia llega a cien barrios\n\nQuito. El plan empezó en mayo. "
            "A través de Huella Limpia se juntaron diez toneladas."
        ),
        "Huella Limpia",
    ),
    (
        "Crece Techo Parejo\n\nToluca. Las beneficiarias de Techo Parejo son cien. El programa seguirá.",
        "Techo Parejo",
    ),
    (
        "Piura. Los módulos de Agua para Todos atendieron a cien. Agua para Todos ofrece filtros; la campaña sigue.",
        "Agua para Todos",
    ),
    (
        (
            "Aula sin Humo llega a diez colegios\n\nCali. La iniciativa de la Alcaldía reunió a cien. "
            "Hoy abre Aula sin Humo su sede."
        ),
        "Aula sin Humo",
    ),
]


@pytest.mark.parametrize(("text", "name"), UNANNOUNCED)
def test_a_name_without_its_noun_that_comes_back_as_the_programme(text: str, name: str) -> None:
    found = read(text)
    assert {mention.name for mention in found} == {name}
    assert sum(mention.how == "name" for mention in found) > 1


def test_a_bare_noun_points_to_the_name_that_no_noun_announced() -> None:
    for noun in (
        "El programa",
        "La estrategia",
        "Dicha iniciativa",
        "Este plan",
        "La campaña",
        "El programa del Gobierno de Oruro",
    ):
        text = (
            f"Salud en tu Barrio llega a diez pueblos\n\nOruro. Con Salud en tu Barrio hubo cien citas. {noun} sigue."
        )
        assert [(m.name, m.how) for m in read(text)][-1] == ("Salud en tu Barrio", "anaphor")


NOT_UNANNOUNCED = [
    # a body, its department, its short form
    "Cruz Roja atiende a mil\n\nTepic. Mediante Cruz Roja hubo cien curaciones. El programa seguirá.",
    "Obras Públicas suma diez calles\n\nTepic. A través de Obras Públicas se hicieron diez. El programa seguirá.",
    "Talca. La directora de Atención a Víctimas llegó. Atención a Víctimas atiende a cien; el programa sigue.",
    "Tepic. Médicos sin Fronteras atendió a cien. El programa sigue con Médicos sin Fronteras.",
    "Instituto para la Mujer suma cien\n\nLoja. Mediante Instituto para la Mujer hubo diez. El programa sigue.",
    # a person
    "Ana Lucía Prado beneficia a mil\n\nLoja. Ana Lucía Prado llegó a diez barrios. El programa sigue.",
    "Prado Quiroz llega a Loja\n\nLoja. Prado Quiroz llegó ayer, informó Prado Quiroz. El programa sigue.",
    "Prado Quiroz llega a Loja\n\nLoja. Prado Quiroz explicó el plan. Prado Quiroz llegó a diez barrios. El plan sigue.",
    "Prado Quiroz llega a Loja\n\nLoja. Prado Quiroz recorre diez barrios. El plan sigue.",
    # a place
    "Valle Verde suma mil\n\nTalca. Vecinos de Valle Verde recibieron cien. Valle Verde suma mil; el programa sigue.",
    "Talca. La colonia Puerta al Mar tiene agua. Puerta al Mar suma mil casas. El programa sigue.",
    "Peña Alta llega a mil\n\nTalca. En Peña Alta hubo lluvia. Peña Alta suma diez pozos. El plan sigue.",
    "Baja California suma mil\n\nTecate. Mediante Baja California llegó el agua. Baja California suma diez. El plan sigue.",
    # a business, a party, a feast
    "Banco Lindero suma mil\n\nLoja. A través de Banco Lindero se pagó. Banco Lindero llega a cien. El programa sigue.",
    "Loja. El partido Fuerza por Loja llegó. Fuerza por Loja atiende a cien; la iniciativa sigue.",
    "Día sin Humo llega a Loja\n\nLoja. Con Día sin Humo hubo diez actos. El plan sigue.",
    # once only, or nothing that takes it up
    "Oruro. Salud al Barrio llegó en tren. El programa seguirá.",
    "Oruro. Se habló de Salud al Barrio. Hubo citas con Salud al Barrio.",
    "Crece Techo Parejo\n\nToluca. Se habló de Techo Parejo y de otros programas.",
    "La ley obliga. La Puerta a la Vida suma diez salas y la Puerta a la Vida abre. El programa seguirá.",
]


@pytest.mark.parametrize("text", NOT_UNANNOUNCED)
def test_a_name_that_comes_back_and_is_no_programmes(text: str) -> None:
    assert read(text) == []


def test_another_programme_named_near_keeps_its_pointing_noun() -> None:
    text = "Oruro. El programa “Sol Nuevo” inició. Se habló de Muro al Sol. El programa sigue con Muro al Sol."
    assert {mention.name for mention in read(text)} == {"Sol Nuevo"}

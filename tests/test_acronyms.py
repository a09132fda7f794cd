"""Acronyms that nobody defines: those that stand as subject or agent, and those made of pieces of a body's words."""

from __future__ import annotations

import pytest

from extract.names import find_agencies
from extract.names.blends import is_blend_of
from extract.names.words import content
from extract.sentences import find_blocks, find_sentences


def names(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [name.name for name in find_agencies(text, blocks, find_sentences(text, blocks), place)]


WITHOUT_ARTICLE = [
    ("OPDAGUA reparó nueve fugas.", ["OPDAGUA"]),
    ("Se supo ayer que OPDAGUA ha cambiado dos bombas.", ["OPDAGUA"]),
    ("Son 40 las tomas revisadas por OPDAGUA en mayo.", ["OPDAGUA"]),
    ("Cuadrillas de OPDAGUA limpiaron el canal.", ["OPDAGUA"]),
    ("Lo dijo la gerente general de OPDAGUA, Rosa Lima.", ["OPDAGUA"]),
    ("Llovió toda la noche; OPDAGUA destapó 12 alcantarillas.", ["OPDAGUA"]),
    # once it acts it is the body wherever it stands
    ("Los recibos de OPDAGUA bajan. OPDAGUA hará 30 descuentos.", ["OPDAGUA", "OPDAGUA"]),
    # no body: a disease, a town in capitals, what only lies in a place, a president, a number
    ("COVID causó tres brotes.", []),
    ("LEÓN recibió a 300 turistas.", []),
    ("Los vecinos viven cerca de OPDAGUA desde mayo.", []),
    ("En el CUPRI de barrio Norte se dieron 30 clases. El CUPRI abre los lunes.", []),
    ("En el CUPRI se dieron 30 clases.", ["CUPRI"]),
    ("AMLO visitó tres obras.", []),
    ("XXIII dijo el cartel.", []),
    ("Se repararon 12 aulas con Escuelas al CIEN en mayo.", []),
]


@pytest.mark.parametrize(("text", "found"), WITHOUT_ARTICLE)
def test_an_acronym_that_acts_needs_no_article(text: str, found: list[str]) -> None:
    assert names(text) == found


BLENDS = [
    ("SEPESCA", "Secretaría de Pesca"),
    ("SEFOMUJ", "Secretaría de Fomento a las Mujeres"),
    ("INVIPLAN", "Instituto de Vivienda y Planeación"),
    ("COMUDEP", "Comisión Municipal del Deporte y la Participación"),
    ("SEDAT", "Secretaría de Desarrollo Agrario y Territorial"),
    ("INFOREST", "Instituto Nacional Forestal"),
    # a letter for the place, a place without a letter
    ("COPEJ", "Comisión de Pesca"),
    ("COPESQ", "Comisión de Pesquerías de Manglares"),
]
NO_BLENDS = [
    ("SEPESCA", "Secretaría de Agricultura"),
    ("SEPESCA", "Secretaría de Educación"),
    ("INVI", "Secretaría de Inversiones"),
    ("SERVIU", "Seremi de Vivienda"),
    ("COPESCARO", "Comisión de Pesca"),
    ("SEPESCA", "SEPESCA"),
]


@pytest.mark.parametrize(("acronym", "name"), BLENDS)
def test_a_blend_is_the_body_that_the_release_spells_out(acronym: str, name: str) -> None:
    assert names(f"La {acronym} dio redes. La {name} dará más.") == [name, name]


@pytest.mark.parametrize(("acronym", "name"), NO_BLENDS)
def test_letters_that_the_words_do_not_begin_with(acronym: str, name: str) -> None:
    assert not is_blend_of(acronym.lower(), content(name), frozenset())


def test_the_letters_stand_before_what_spells_them_out() -> None:
    text = "Los tractores los tramitó SEPESCA, siglas de la Secretaría de Pesca. Fueron pagados por SEPESCA."
    assert names(text) == ["Secretaría de Pesca"] * 3


OF_SCHEMES = [
    # whom a scheme pays, and how many it reaches
    ("Los 300 becarios del PQP cobraron.", "Córdoba, Argentina", []),
    ("Las beneficiarias de la AZU firmaron.", "San Salvador", []),
    ("El XYZ llegó a 9 millones de personas.", "Santiago de Chile", []),
    ("El PRT alcanzó a más de 300 familias.", "Bogotá", []),
    ("El QRS benefició a 40 aldeas.", "Tegucigalpa", []),
    # a body that does more than that is one, and "la" is a secretaría's or a comisión's
    ("Los titulares del OPQ firmaron. El OPQ reparó nueve fugas.", "Chihuahua, Chih.", ["OPQ", "OPQ"]),
    ("El PRT alcanzó un acuerdo con vecinos.", "Bogotá", ["PRT"]),
    ("La SICOP llegó a 300 obras.", "Toluca, Méx.", ["SICOP"]),
    ("El SENAME llegó a 40 comunas.", "Santiago de Chile", ["Servicio Nacional de Menores"]),
]


@pytest.mark.parametrize(("text", "place", "found"), OF_SCHEMES)
def test_an_acronym_with_beneficiaries_is_a_schemes(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found

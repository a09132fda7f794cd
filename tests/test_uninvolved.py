"""Bodies that are named near a figure and have no part in it, or none where another one acts."""

import datetime as dt

import pytest

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.status import StatusReading
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text

DONE = StatusReading("reported", "status.reported", 0.9, "past")


def bodies(text: str) -> list[str]:
    """The names of the bodies that may have the first figure."""
    mentions, _ = find_mentions(read_text(text), shipped())
    source = Candidates(Layout(text, mentions), dt.date(2024, 5, 10), shipped())
    found = source.of("agency", mentions.quantities[0], DONE, None)
    return [str(c.key) for c in found if c.mention is not None]


SERVED = [
    "Hay 84 socios de la Asociación Mar Azul que recibieron lanchas del Ministerio de Pesca.",
    "El Ministerio de Pesca dio subsidios:\n\n• Lago: Asociación Mar Azul – 84 becas",
    "El Ministerio de Pesca dio subsidios:\n\n• Asociación Mar Azul “Los Pinos” – 84 becas",
]
NOT_SERVED = [
    "Los 84 socios de la Asociación Mar Azul limpiaron la playa con el Ministerio de Pesca.",
    "La Asociación Mar Azul dio 84 becas con el Ministerio de Pesca.",
    "Labores del Ministerio de Pesca:\n\n• Con la Asociación Mar Azul, 84 becas",
    "Hay 84 socios de la Asociación Mar Azul que recibieron lanchas.",  # nobody else is named
]


@pytest.mark.parametrize(("texts", "expected"), [(SERVED, False), (NOT_SERVED, True)])
def test_a_body_that_only_receives_is_no_candidate(texts: list[str], expected: bool) -> None:
    assert [any("Asociación" in body for body in bodies(text)) for text in texts] == [expected] * len(texts)


UNINVOLVED = [
    # with whom somebody talks
    "En entrevista con la Agencia Local de Noticias, Luis Paz contó que hay 40 becas.",
    "En declaraciones telefónicas a la Agencia Norte de Información, Luis Paz contó que hay 40 becas.",
    # in spite of whom something is done
    "A pesar de las trabas impuestas por el Banco Central, la feria sumó 40 puestos.",
    "Los recortes del Gobierno de Brasil no frenaron la siembra de 40 hectáreas.",
    "El cierre del Gobierno de Brasil y la falta de lluvia, no impidieron que se sembraran 40 hectáreas.",
    # who is still to choose or check
    "Hay 40 millones para obras que serán elegidas por el Comité de Vecinos.",
    "Hay 40 millones para talleres que deberán ser evaluados por la Comisión de Cultura.",
    # in whose rooms others meet
    "En el auditorio del Colegio de Médicos de Loja se dieron 40 becas.",
    "En las instalaciones del Club Náutico se dieron 40 becas.",
]
INVOLVED = [
    "En coordinación con la Agencia Local de Noticias, Luis Paz dio 40 becas.",
    "A pesar de la lluvia, personal de la Dirección de Obras tapó 40 baches.",
    "A pesar de que la Dirección de Obras tapó 40 baches, hay más.",
    "El cierre de la Dirección de Obras, que no evitó nada, costó 40 pesos.",
    "Hay 40 millones para obras que serán ejecutadas por la Dirección de Obras.",
    "Son 40 créditos aprobados por el Banco Central.",
    "En las instalaciones del DIF Municipal se atendió a 40 personas.",
    "El Club Náutico dio 40 becas.",
    "En el auditorio del Colegio de Bachilleres se dieron 40 becas.",
]


@pytest.mark.parametrize("text", UNINVOLVED)
def test_a_body_without_part_is_no_candidate(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize("text", INVOLVED)
def test_a_body_that_may_have_a_part_is_one(text: str) -> None:
    assert bodies(text)


#: The other body and the sentence in which it has no part beside "la Secretaría de Obras".
ASIDE = [
    ("Banco del Bienestar", "Llegaron 40 tarjetas del Banco del Bienestar."),
    ("Banco del Bienestar", "Cobrarán 40 personas en las sucursales del Banco del Bienestar."),
    ("Policía Municipal", "Entran 40 jóvenes a la Policía Municipal."),
    ("Comisión de Hacienda", "El dictamen de 40 millones fue aprobado por la Comisión de Hacienda."),
    ("Subsecretaría de Turismo", "Ana Ruiz, subsecretaria de Turismo, en representación de su jefa, dio 40 becas."),
]
NOT_ASIDE = [
    ("Banco del Bienestar", "El Banco del Bienestar abrió 40 sucursales."),
    ("Policía Municipal", "Hay 40 jóvenes de la Policía Municipal."),
    ("Comisión de Hacienda", "La Comisión de Hacienda aprobó 40 dictámenes."),
    ("Subsecretaría de Turismo", "Ana Ruiz, subsecretaria de Turismo, dio 40 becas en representación."),
]


@pytest.mark.parametrize(("body", "text"), ASIDE)
def test_a_body_has_no_part_where_another_acts(body: str, text: str) -> None:
    assert body in bodies(text)  # nobody else is named
    assert bodies(f"{text} La Secretaría de Obras lo dijo.") == ["Secretaría de Obras"]


@pytest.mark.parametrize(("body", "text"), NOT_ASIDE)
def test_a_body_keeps_its_part_beside_another(body: str, text: str) -> None:
    assert body in bodies(f"{text} La Secretaría de Obras lo dijo.")

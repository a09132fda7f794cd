"""Bodies that a release calls by their noun alone: the only one of a country, or one that it spells out later."""

from __future__ import annotations

import pytest

from extract.names import find_agencies
from extract.sentences import find_blocks, find_sentences


def names(text: str, place: str | None = None) -> list[str]:
    blocks = find_blocks(text)
    return [name.name for name in find_agencies(text, blocks, find_sentences(text, blocks), place)]


SOLE = [
    ("La Fiscalía acusó a 12.", "Neiva, Colombia", ["Fiscalía General de la Nación"]),
    ("La Policía detuvo a 12.", "Sucre, Bolivia", ["Policía Boliviana"]),
    ("La Contraloría revisó 12 obras.", "Tarma, Perú", ["Contraloría General de la República"]),
    ("La Cancillería dio 12 visas.", "Quito, Ecuador", ["Ministerio de Relaciones Exteriores y Movilidad Humana"]),
    ("Ayer el Congreso votó 12 leyes.", "Lima, Perú", ["Congreso de la República"]),
    ("La Aduana Nacional halló 12 autos. La Aduana avisó.", "Oruro, Bolivia", ["Aduana Nacional"] * 2),
    # the release's own goes before the country's
    ("La Fiscalía Regional de Ica acusó. La Fiscalía pidió 12.", "Ica, Perú", ["Fiscalía Regional de Ica"] * 2),
    ("Habló la Policía Municipal. La Policía detuvo a 12.", "Sucre, Bolivia", ["Policía Municipal"] * 2),
    # no country has only one, nothing is done, or the noun is no name
    ("La Policía detuvo a 12.", "Salta, Argentina", []),
    ("Si el Congreso aprueba, habrá 12 leyes.", "Lima, Perú", []),
    ("La policía detuvo a 12.", "Sucre, Bolivia", []),
    ("La Fiscalía de Arauca acusó a 12.", "Arauca, Colombia", ["Fiscalía de Arauca"]),
    ("Hubo 12 policías.", "Sucre, Bolivia", []),
]


@pytest.mark.parametrize(("text", "place", "found"), SOLE)
def test_the_only_body_of_its_noun(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found


LATER = [
    ("La Universidad dio 12 becas. Es la Universidad Nacional de Jaén.", ["Universidad Nacional de Jaén"] * 2),
    ("El Instituto dio 12 lotes. El Instituto de Riego cumple años.", ["Instituto de Riego"] * 2),
    ("La Dirección puso 12 topes. La Dirección de Vialidad hará más.", ["Dirección de Vialidad"] * 2),
    ("La Corporación insular dio 12. El Cabildo de La Palma hará más.", ["Cabildo de La Palma"] * 2),
    ("La Agencia dio 12. Avisó la Agencia de Puertos.", ["Agencia de Puertos"] * 2),
    # two of that noun, a small letter, another noun, an office
    (
        "El Instituto dio 12. Hablaron el Instituto de Riego y el Instituto de Pesca.",
        ["Instituto de Riego", "Instituto de Pesca"],
    ),
    ("La dirección dio 12. La Dirección de Vialidad hará más.", ["Dirección de Vialidad"]),
    ("La Agencia dio 12. El Instituto de Riego hará más.", ["Instituto de Riego"]),
    ("El director dio 12. La Dirección de Vialidad hará más.", ["Dirección de Vialidad"]),
    ("La Dirección dio 12. Habló la directora de Riego.", ["Dirección de Riego"]),
]


@pytest.mark.parametrize(("text", "found"), LATER)
def test_a_short_form_may_be_spelled_out_later(text: str, found: list[str]) -> None:
    place = "Los Llanos, España" if "insular" in text else "Jaén, Perú"
    assert names(text, place) == found


OFFICES = [
    ("Habló el secretario de Hacienda y Tesorero.", "Secretaría de Hacienda y Tesorería Municipal"),
    ("Habló la secretaria de Finanzas y Tesorera Municipal.", "Secretaría de Finanzas y Tesorería Municipal"),
    ("Habló el secretario de Administración y Oficial Mayor.", "Secretaría de Administración y Oficialía Mayor"),
    ("Habló la directora de Deportes y Regidora.", "Dirección de Deportes"),
    ("Habló el director de Obras y Concejal.", "Dirección de Obras"),
    ("Habló la directora de Cultura y Turismo.", "Dirección de Cultura y Turismo"),
    ("Habló el secretario de Finanzas y Administración.", "Secretaría de Finanzas y Administración"),
    ("Habló el director de Obras y Servicios Públicos.", "Dirección de Obras y Servicios Públicos"),
    ("Habló el secretario de Trabajo y Previsión Social.", "Secretaría de Trabajo y Previsión Social"),
    ("Habló la directora de Niñez y Familia.", "Dirección de Niñez y Familia"),
]


@pytest.mark.parametrize(("text", "name"), OFFICES)
def test_a_second_title_is_no_part_of_a_complement(text: str, name: str) -> None:
    assert names(text) == [name]

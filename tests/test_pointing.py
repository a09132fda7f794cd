"""Bodies taken up by what they are ("el nosocomio"), or by a noun in small letters that acts ("el instituto abrió")."""

from __future__ import annotations

import pytest

from extract.names import find_agencies
from extract.sentences import find_blocks, find_sentences


def last(text: str, place: str | None = None) -> tuple[str, str]:
    """The last mention and what it means."""
    blocks = find_blocks(text)
    found = find_agencies(text, blocks, find_sentences(text, blocks), place)[-1]
    return found.surface, found.name


TAKEN_UP = [
    ("El Ayuntamiento y la Universidad de Colima firmaron. La casa de estudios dio 45 becas.", "Universidad de Colima"),
    ("Vino el Instituto Tecnológico de Lerdo. La máxima casa de estudios dio 9.", "Instituto Tecnológico de Lerdo"),
    ("Firmó la Universidad de Piura. La institución universitaria dio 9 becas.", "Universidad de Piura"),
    ("La alcaldía y el Hospital Lleras Acosta firmaron. El nosocomio vio a 30.", "Hospital Lleras Acosta"),
    ("Hablaron del Hospital de Ronda; el centro hospitalario operó a 30.", "Hospital de Ronda"),
    ("El alcalde y el Banco de Fomento firmaron. La entidad bancaria dio 56.", "Banco de Fomento"),
    ("El alcalde y la Cruz Roja firmaron. La benemérita institución dio 56.", "Cruz Roja"),
    ("El alcalde y la Policía Nacional firmaron. La corporación policial halló 56.", "Policía Nacional"),
    ("El alcalde y el Congreso del Estado firmaron. El órgano legislativo dio 56.", "Congreso del Estado"),
    ("El alcalde y la Contraloría de Cali firmaron. El ente de control vio 56.", "Contraloría de Cali"),
    ("El alcalde y el Museo del Prado firmaron. La pinacoteca prestó 56.", "Museo del Prado"),
    (
        "El alcalde y el titular de la Administración Nacional de Puertos firmaron. La empresa estatal dio 9.",
        "Administración Nacional de Puertos",
    ),
    ("El alcalde y la Defensa Civil firmaron. El ente de socorro dio 9.", "Defensa Civil"),
    (
        "El alcalde y la Corporación Autónoma Regional del Quindío firmaron. La autoridad ambiental dio 9.",
        "Corporación Autónoma Regional del Quindío",
    ),
    (
        "El alcalde y el Instituto Salvadoreño del Seguro Social firmaron. El seguro social dio 9.",
        "Instituto Salvadoreño del Seguro Social",
    ),
    # in small letters, as what acts
    ("El alcalde y el Instituto de Riego firmaron. Ayer el instituto abrió 9 pozos.", "Instituto de Riego"),
    ("El alcalde y el Instituto de Riego firmaron. Queda para el instituto, que dio 9.", "Instituto de Riego"),
    ("El alcalde y la Agencia de Puertos firmaron. La agencia ha dado 9.", "Agencia de Puertos"),
    ("El alcalde y el Banco de Fomento firmaron. El banco otorgará 9.", "Banco de Fomento"),
    ("Habló el Instituto de Riego con el director. La institución aporta 9.", "Instituto de Riego"),
    # an institution is no part of one
    (
        "La Universidad de Piura creció. Dijo la coordinadora de Riego que la institución pasó a 9.",
        "Universidad de Piura",
    ),
]


@pytest.mark.parametrize(("text", "name"), TAKEN_UP)
def test_a_body_is_taken_up_by_what_it_is(text: str, name: str) -> None:
    surface, meant = last(text)
    assert meant == name
    assert surface.split()[0].lower() in {"el", "la"}


def test_what_it_is_may_come_before_its_name() -> None:
    text = "La institución académica dio 9, dijo la rectora de la Universidad de Cuenca."
    blocks = find_blocks(text)
    found = find_agencies(text, blocks, find_sentences(text, blocks), "Cuenca, Ecuador")
    assert [(name.surface, name.name) for name in found][:1] == [("La institución académica", "Universidad de Cuenca")]


NOT_TAKEN_UP = [
    "Firmó el Ayuntamiento de Lerdo. La casa de estudios dio 45 becas.",  # none of that sort was named
    "Firmó el Ayuntamiento de Lerdo. La entidad bancaria dio 56.",
    "Firmó la Universidad de Piura. El nosocomio vio a 30.",
    "Firmó el Instituto de Riego. Van al instituto 9 alumnos.",  # does nothing
    "Firmó el Instituto de Riego. En el instituto hay 9 aulas.",
    "Firmó el Ayuntamiento de Lerdo. La empresa estatal dio 9.",
    "Firmó el Banco de Fomento. La empresa pagó 9.",
    "Firmó el Sistema de Aguas. El sistema perdió 9 litros.",  # another thing
    "Firmó la Dirección de Obras. La empresa pagó 9 pesos.",
    "Firmó el Banco de Fomento. El banco de alimentos dio 9.",  # another name
    "Firmó el Banco de Fomento. Las entidades bancarias dieron 9.",
]


@pytest.mark.parametrize("text", NOT_TAKEN_UP)
def test_what_takes_up_no_body(text: str) -> None:
    assert last(text)[0] in text.split(". ", maxsplit=1)[0]


LED = [
    ("El alcalde y la asociación Raíces vinieron. Habló el director del Fondo de Pesca (FOPE): la institución aporta 9.", "Fondo de Pesca"),
    ("La Dirección de Obras cumplió. La gerente del Banco de Fomento dijo que la institución dio 9.", "Banco de Fomento"),
    ("El DIF Municipal abrió. El rector de la Universidad de Piura recordó que la institución dio 9.", "Universidad de Piura"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), LED)
def test_an_institution_is_the_one_whose_head_the_sentence_names(text: str, name: str) -> None:
    assert last(text, "Oruro, Bolivia")[1] == name


OF_PLACE = [
    ("La presidenta del Cabildo vino.", "Arrecife, España", "Cabildo de Lanzarote"),
    ("La consejera insular de Deportes habló.", "Arona, España", "Cabildo de Tenerife"),
    ("La institución insular pagó 9.", "Palma, España", "Consell de Mallorca"),
    ("La institución provincial pagó 9.", "Machala, Ecuador", "Prefectura de El Oro"),
    ("La Corporación insular pagó 9.", "Telde, España", "Cabildo de Gran Canaria"),
    ("El Cabildo de La Palma vino. El Cabildo pagó 9.", "Arrecife, España", "Cabildo de La Palma"),
    ("El titular de la Contraloría habló.", "Pachuca, Hidalgo", "Contraloría"),
    ("La Secretaría de la Contraloría sesionó. La Contraloría habló.", "Pachuca, Hidalgo", "Secretaría de la Contraloría"),
    ("La Contraloría Municipal vino. La Contraloría habló.", "Pachuca, Hidalgo", "Contraloría Municipal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "name"), OF_PLACE)
def test_a_noun_means_the_only_body_of_a_place(text: str, place: str, name: str) -> None:
    assert last(text, place)[1] == name


def test_a_noun_means_no_body_of_another_place() -> None:
    text = "El Cabildo vino."
    blocks = find_blocks(text)
    assert find_agencies(text, blocks, find_sentences(text, blocks), "Jaén, España") == []

from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_programs
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return find_programs(text, blocks, find_sentences(text, blocks))


LISTED_LIMITS = [
    # another scheme made after the listed one, and a known name that another noun's name runs into
    ("Toluca, México. Ayer cerró el Buen Fin Estatal con cien.", ["el Buen Fin Estatal"]),
    (
        "Quito, Ecuador. Brigadas de la Misión Solidaria Manuela Espejo vieron a cien.",
        ["Misión Solidaria Manuela Espejo"],
    ),
    # a word that opens a sentence is a name where it does what schemes do
    ("Asunción, Paraguay. Tekoporã paga desde hoy a cien.", ["Tekoporã"]),
    ("Lima, Perú. Juntos entregó cien pesos.", ["Juntos"]),
    ("Lima, Perú. Juntos llegaron cien vecinos.", []),
    ("Lima, Perú. Contigo somos cien.", []),
    # an acronym stays as it is written, unless the release spells it out
    ("Neiva, Colombia. Cien firmaron con el PNIS.", ["PNIS"]),
    ("Son del Fortalecimiento para la Seguridad. El FORTASEG sigue.", ["Fortalecimiento para la Seguridad"] * 2),
    ("Cien cobraron del Programa de Empleo Temporal.", ["Empleo Temporal"]),
    # a noun with a capital and a name in small letters; a longer name that ends like a known one
    ("México. Del Programa estancias infantiles cobran cien.", ["estancias infantiles"]),
    ("La estrategia Puebla sin Hambre dio cien platos.", ["Puebla sin Hambre"]),
    # a quarter that is called like one
    ("Lima, Perú. En los asentamientos humanos Techo Propio y Los Pinos hay cien.", []),
    ("Lima, Perú. En el barrio opera Techo Propio con cien.", ["Techo Propio"]),
    # a share as a name, and a list closed by "o"
    ("Con el Plan 9/100 se vacunó a cien.", ["Plan 9/100"]),
    ("El Programa de Poda, Siembra o Riego dio cien.", ["Poda, Siembra o Riego"]),
    ("La Convocatoria 2019 de Ellas Conducen cerró.", ["Convocatoria 2019 de Ellas Conducen"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTED_LIMITS)
def test_where_a_known_name_ends_and_when_it_is_one(text: str, expected: list[str]) -> None:
    assert [mention.name for mention in read(text) if mention.how != "anaphor"] == expected


def test_the_dateline_tells_whose_programmes_are_known_by_one_word() -> None:
    text = "El Departamento de Vivienda dijo que ya se puede cobrar Emantzipa en tres plazos."
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    assert [name.name for name in find_programs(text, blocks, sentences, place="Bilbao")] == ["Emantzipa"]
    assert find_programs(text, blocks, sentences) == []
    assert find_programs(text, blocks, sentences, place="Morelia, Mich.") == []

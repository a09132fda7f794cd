from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_programs
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return [name for name in find_programs(text, blocks, find_sentences(text, blocks)) if name.how != "anaphor"]


CASES = [
    # a word of grammar that opens the sentence has its capital from there, and is no part of a longer name
    ("Toluca, México. Con Prospera se apoyó a 300 familias.", ["Prospera"]),
    ("Lima, Perú. El Juntos pagó a 300 familias.", ["Juntos"]),
    ("Santiago, Chile. El subsidio DS1 favoreció a 30 familias.", ["subsidio DS1"]),
    ("Asunción, Paraguay. Desde Tekoporã se pagó a cien.", ["Tekoporã"]),
    ("Lima, Perú. Don Juntos Ruiz pagó 300.", []),
    ("Toluca, México. Para Prospera Ruiz son 300 pesos.", []),
    ("La estrategia Puebla sin Hambre dio cien platos.", ["Puebla sin Hambre"]),
    # the first word alone has a capital, which it owes to the sentence or to the country
    ("Buenos Aires, Argentina. Argentina trabaja con 20 países.", []),
    ("Santiago, Chile. Ayer Chile apoya a 300 migrantes.", []),
    ("La Paz, Bolivia. Mi agua llega a 300 casas.", []),
    ("Quito, Ecuador. Casa para todos los vecinos, 300 piden.", []),
    ("Buenos Aires, Argentina. Ahora 12 familias tienen casa.", []),
    ("Buenos Aires, Argentina. Ahora 12 permite comprar 300 cosas.", ["Ahora 12"]),
    ("Lima, Perú. Pensión 65 pagos hizo ayer 300.", ["Pensión 65"]),
    # … but where a noun, quotes, a label or the other capitals tell the name, it is one
    ("La Paz, Bolivia. Mi Agua llega a 300 casas.", ["Mi Agua"]),
    ("La Paz, Bolivia. MI AGUA LLEGA A 300 CASAS", ["MI AGUA"]),
    ("La Paz, Bolivia. El programa Mi agua llega a 300 casas.", ["Mi agua"]),
    ("Toluca, México. “Cuarto rosa” dio 300 cuartos.", ["Cuarto rosa"]),
    ("Toluca, México. Se dieron:\nSalud en tu casa: 300 citas.", ["Salud en tu casa"]),
    ("Toluca, México. Jóvenes construyendo el futuro suma 300.", ["Jóvenes construyendo el futuro"]),
    # a name without a comma matches none
    ("Toluca, México. Caminos, bienestar y luz piden 120 colonos.", []),
    ("Toluca, México. Caminos, Bienestar y Luz piden 120 colonos.", []),
    ("Toluca, México. Caminos Bienestar pagó 120 obras.", ["Caminos Bienestar"]),
    # signs that stand for a word or for two endings are of the word
    ("Santiago, Chile. Con +Capaz se formó a 300.", ["+Capaz"]),
    ("Toluca, México. Con Comemos Tod@s se dio comida a 300.", ["Comemos Tod@s"]),
    ("Lima, Perú. El programa Niñ@s Talento pagó a 300.", ["Niñ@s Talento"]),
    # acronyms of three letters need the country or a noun
    ("El PMU atendió 300 obras y el CAE asesoró a 30.", []),
    ("El programa PMU atendió 300 obras.", ["PMU"]),
    ("Santiago, Chile. El CAE asesoró a 30.", ["CAE"]),
    ("Lima, Perú. Juntos acompaña a 300 hogares.", ["Juntos"]),
    ("Lima, Perú. Juntos acompañamos a 300 hogares.", []),
    # of the spellings of a text the best one is shown
    ("Toluca, México. Cuidar es Amar dio 300 tarjetas. Cuidar es amar, dijo Ana.", ["Cuidar es Amar"] * 2),
    ("La Paz, Bolivia. Con Mi Agua hay 300 pozos. El programa Mi agua sigue.", ["Mi Agua"] * 2),
    ("Toluca, México. Sembrando Vida pagó a 300.\n\nSEMBRANDO VIDA PAGA A 300", ["Sembrando Vida"] * 2),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_capitals_and_commas_tell_of_a_listed_name(text: str, expected: list[str]) -> None:
    assert [mention.name for mention in read(text)] == expected

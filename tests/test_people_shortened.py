"""Offices taken up shortened or by a general word: who is meant when several persons were named before."""

from __future__ import annotations

import pytest

from extract.people.finder import find_people
from extract.sentences import find_blocks, find_sentences

LUIS, EVA, JUAN = "Luis Paz Gil", "Eva Mar Sol", "Juan Ríos Vera"

#: Text, and the name that each mention resolves to, in order; None for an office whose holder is never named.
BESIDE: list[tuple[str, list[str | None]]] = [
    (
        f"El director de Obras, {LUIS}, vino por instrucciones del gobernador {JUAN}. El funcionario habló.",
        [LUIS, JUAN, LUIS],
    ),
    (f"En representación del alcalde {JUAN}, la jefa de Becas, {EVA}, abrió. La funcionaria habló.", [JUAN, EVA, EVA]),
    (f"El rector {LUIS}, acompañado por el delegado {JUAN}, abrió. El titular habló.", [LUIS, JUAN, LUIS]),
    (
        f"El rector {LUIS}, junto al alcalde {JUAN} y el delegado Omar Sáenz Toro, abrió. El funcionario habló.",
        [LUIS, JUAN, "Omar Sáenz Toro", LUIS],
    ),
    (f"{LUIS}, director de Obras, vino gracias al alcalde {JUAN}. El servidor público habló.", [LUIS, JUAN, LUIS]),
    (f"El director {LUIS} habló. Recordó que el gobernador {JUAN} firmó. El funcionario siguió.", [LUIS, JUAN, LUIS]),
    # Who acts is meant, an elected head too, and whoever was meant by an office last.
    (f"El director {LUIS} habló. El delegado {JUAN} llegó. El funcionario siguió.", [LUIS, JUAN, JUAN]),
    (f"El alcalde {JUAN} recibió a la directora {EVA}. La funcionaria habló.", [JUAN, EVA, EVA]),
    (f"El alcalde {JUAN} llegó. El funcionario municipal habló.", [JUAN, JUAN]),
    (
        f"El director {LUIS} llegó. El alcalde {JUAN} llegó. El alcalde habló. El funcionario siguió.",
        [LUIS, JUAN, JUAN, JUAN],
    ),
    (f"Por instrucciones del gobernador {JUAN} hay becas. El funcionario habló.", [JUAN, JUAN]),
]
SHORTENED: list[tuple[str, list[str | None]]] = [
    (
        f"El jefe institucional del Indeci, {LUIS}, llegó. El ministro {JUAN} habló. El jefe del Indeci siguió.",
        [LUIS, JUAN, LUIS],
    ),
    (f"La jefa administrativa de la Aduana, {EVA}, llegó. La jefa de la Aduana habló.", [EVA, EVA]),
    (f"La delegada provincial, {EVA}, llegó. La máxima responsable provincial habló.", [EVA, EVA]),
    (f"Abrió el Instituto de Vivienda que preside en la entidad {LUIS}. El titular del Instituto habló.", [LUIS, LUIS]),
    (f"Abrió la Delegación de Deportes que encabeza en la provincia {LUIS}. El delegado habló.", [LUIS, LUIS]),
    (f"Abrió el Instituto que dirige en la entidad {LUIS}. El delegado habló.", [LUIS, LUIS]),
    (f"Abrió el Instituto que dirige {LUIS}. El delegado habló.", [LUIS, None]),
    (f"Abrió la calle de la provincia {LUIS}.", []),
    (f"El jefe de familia {LUIS} llegó.", [LUIS]),
    (f"El gerente de la Planta Norte, de la CFE, {LUIS}, habló.", [LUIS]),
    (f"El presidente dijo, de {LUIS}, que sí.", [None, LUIS]),
]
EACH_HIS_OWN: list[tuple[str, list[str | None]]] = [
    (
        f"La ministra Vega y el alcalde de Ríos, {LUIS}, llegaron. La ministra habló. El alcalde siguió.",
        ["Vega", LUIS, "Vega", LUIS],
    ),
    (f"El secretario de Obras y vocero del Gobierno, {LUIS}, llegó. El vocero habló.", [LUIS, LUIS]),
    ("El gobernador Sotelo inauguró el puente. El mandatario habló.", ["Sotelo", "Sotelo"]),
    (f"El ministro {LUIS} llegó. El ministro Paz aseguró que sí.", [LUIS, LUIS]),
    ("La directora Regional dijo que sí. El secretario Técnico dijo que no.", [None, None]),
    ("La secretaria Auxiliar dijo que sí. El gobernador Jalisciense dijo que no.", [None, None]),
    ("La vecina María dijo que sí.", []),
]
TITLES: list[tuple[str, list[str | None]]] = [
    (f"La titular de Salud, Maestra {EVA}, llegó. La Maestra Mar Sol habló.", [EVA, EVA]),
    ("Hay 20 becas, dijo la Doctora Vega Lara.", ["Vega Lara"]),
    (f"El Arquitecto {LUIS} llegó. Hay 20 becas, aseguró el Arquitecto Paz Gil.", [LUIS, LUIS]),
    ("El Licenciado Ruiz Soto llegó.", ["Ruiz Soto"]),
    ("Llueve en Doctor Mora y en el municipio de Doctor Arroyo Seco.", []),
    ("La Escuela Maestro Sierra Vega abrió. La calle Doctor Vega Lara cerró.", []),
]


@pytest.mark.parametrize(("text", "names"), BESIDE + SHORTENED + EACH_HIS_OWN + TITLES)
def test_names(text: str, names: list[str | None]) -> None:
    people = find_people(text, find_sentences(text, find_blocks(text)))
    assert [person.name for person in people] == names

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
#: A title with a given name, a general word without an office, an office that several may hold.
CALLED: list[tuple[str, list[str | None]]] = [
    (f"La vocera, compañera {EVA}, habló. La compañera Eva siguió.", [EVA, EVA]),
    (f"La compañera {EVA} habló. Doña Eva recibió becas. La compañera Eva siguió.", [EVA, "Eva", EVA]),
    (f"Habló {EVA}, vecina de Ríos. Doña Eva siguió.", [EVA, EVA]),
    (f"Habló la alcaldesa {EVA}. Doña Eva, vecina, recibió becas.", [EVA, "Eva"]),
    (f"La hermana {EVA}, directora del hogar, habló. La hermana Eva siguió.", [EVA, EVA]),
    ("Llegó ayuda de la hermana República de Cuba.", []),
    (f"El proyecto es bueno, valoró {LUIS} en su oratoria. El jerarca siguió.", [LUIS, LUIS]),
    (f"Habló {LUIS}. El núcleo de viviendas Dr. {JUAN} creció. El jerarca siguió.", [LUIS, LUIS]),
    (f"Habló {EVA}. El jerarca siguió.", [EVA, None]),
    (f"Habló {LUIS}. La ministra de Obras, {EVA}, llegó. La jerarca siguió.", [LUIS, EVA, EVA]),
    (
        f"Con el Presidente {JUAN}, el ministro Omar Sáenz Toro y el alcalde {LUIS}. El Presidente habló.",
        [JUAN, "Omar Sáenz Toro", LUIS, JUAN],
    ),
    (f"El presidente municipal, {LUIS}, recibió al alcalde {JUAN}. El presidente habló.", [LUIS, JUAN, LUIS]),
    (f"Con el ministro Omar Sáenz Toro y el alcalde {LUIS}. El presidente habló.", ["Omar Sáenz Toro", LUIS, LUIS]),
    (f"El director {LUIS} habló. “Nuestro alcalde {JUAN} cumple”, detalló la autoridad.", [LUIS, JUAN, LUIS]),
    (f"El director {LUIS} habló. «Vino el delegado {JUAN}», detalló el funcionario.", [LUIS, JUAN, LUIS]),
]
#: What stands between an office and a name, or is none.
PARTED: list[tuple[str, list[str | None]]] = [
    (f"Durante el ejercicio fiscal del próximo año.\n\n{LUIS} habló.", [LUIS]),
    (f"Llegó la jefa del área.\n\n{LUIS} habló.", [None, LUIS]),
    (f"El secretario de Obras, M.A. {LUIS}, habló.", [LUIS]),
    (f"{EVA} Secretaria de Obras del Estado, habló. La secretaria siguió.", [EVA, EVA]),
    (f"Llegó {EVA} con Secretaria {JUAN}.", [EVA, JUAN]),
]
#: Names that no list holds: the surname speaks alone elsewhere, or "de Jesús" belongs to the given name.
UNLISTED: list[tuple[str, list[str | None]]] = [
    (
        "El viceministro de Gestión Territorial Yonhaiker Balam habló. Balam añadió que sí.",
        ["Yonhaiker Balam", "Yonhaiker Balam"],
    ),
    (
        "La ministra de Arte Social y Popular Yurley Balam Ku habló. “Hay”, dijo Balam.",
        ["Yurley Balam Ku", "Yurley Balam Ku"],
    ),
    ("La directora de Gestión Territorial Norte habló. En el Norte, añadió, llueve.", [None]),
    (
        "La directora de Gestión, Yurley Vega Balam, habló. Balam añadió que sí.",
        ["Yurley Vega Balam", "Yurley Vega Balam"],
    ),
    ("El secretario de Obras, Yonhaiker de Jesús Balam, habló.", ["Yonhaiker de Jesús Balam"]),
    ("El secretario de Obras, Yonhaiker de Jesús, habló.", [None]),
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


@pytest.mark.parametrize(("text", "names"), BESIDE + SHORTENED + CALLED + PARTED + UNLISTED + EACH_HIS_OWN + TITLES)
def test_names(text: str, names: list[str | None]) -> None:
    people = find_people(text, find_sentences(text, find_blocks(text)))
    assert [person.name for person in people] == names

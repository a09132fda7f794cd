from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions import Name
from extract.names import find_programs
from extract.names.quotes import find_quoted
from extract.patterns import shipped
from extract.rules import NameRule
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return find_programs(text, blocks, find_sentences(text, blocks))


def names(text: str) -> list[str]:
    return [mention.name for mention in read(text)]


QUOTED = [
    ("Con el programa “Manos Fuertes” hubo empleo.", "Manos Fuertes"),
    ('La campaña "Sin miedo, denuncia" llegó.', "Sin miedo, denuncia"),
    ("El bazar «Hecho en Casa» abrió.", "Hecho en Casa"),
    ("La estrategia ‘Barrio Vivo’ sigue.", "Barrio Vivo"),
    ('Los reportes del programa _"Limpiemos Rosales"_ crecen.', "Limpiemos Rosales"),
    ("El programa *Aula Abierta* crece.", "Aula Abierta"),
    ("Inició el programa social denominado “Mesa Llena” en marzo.", "Mesa Llena"),
    (
        "Como parte del ‘Programa de Apoyo a Familias en Situación Vulnerable’ hubo vales.",
        "Apoyo a Familias en Situación Vulnerable",
    ),
    ("Asimismo, con “Tejedoras Unidas” se llegó a cien.", "Tejedoras Unidas"),
    ("Hay plazas de «Tardes al Sol», el programa de ocio.", "Tardes al Sol"),
    ("En una “Jornada por la Vida” hubo encuestas.", "Jornada por la Vida"),
    ("El taller “Barro y fuego” reunió a veinte.", "Barro y fuego"),
    # an article and no noun: it is the name of what acts, or of what is held
    ("El “Abrazo de la Sierra” llevó mantas a cien.", "Abrazo de la Sierra"),
    ("Dijo que “Muévete Rosales” evaluó a cien.", "Muévete Rosales"),
    ("Hubo lluvia, y la “Liga de Barrios” reunió a cien.", "Liga de Barrios"),
    ("Ayer se realizó el “Paseo de los Perros”, con cien vecinos.", "Paseo de los Perros"),
]


@pytest.mark.parametrize(("text", "name"), QUOTED)
def test_names_in_quotes(text: str, name: str) -> None:
    assert names(text) == [name]


NO_PROGRAM = [
    "La Comisión Vecinal San Blas “Flor del Sur” recibió 39.",
    "Revisó cinco mercados y tianguis de Monterrey y Guadalupe.",
    "Acudió a la feria de Tepic con 90 puestos.",
    "Remodelaron la biblioteca “Rosario Castellanos” y el parque “Los Sauces”.",
    "El hotel “Mar Azul” debe agua.",
    "El “Salón de los Espejos” recibió a cien.",
    "El grupo “Los Faroles” reunió a cien y la obra “Abrazo Roto” llevó a mil.",
    "Ayer se inauguró la “Casa de la Luna”.",
    "“Hoy es un gran día para la gente de Tecate”, dijo el alcalde.",
    "Trabajan bajo el lema “Unidos por Tecate”.",
    "Leyó la novela “Las horas” y cantó «Cielito lindo».",
    "Los programas sociales y este tipo de programas ayudan.",
    "El programa inició ayer y dicho programa seguirá.",
    "Cerró en Semana Santa y creció en la red social.",
    "Avisó la Secretaría de Hacienda y Crédito Público.",
    "Juntos, todos podemos. Contigo también.",
    "La campaña de vacunación y el plan de trabajo siguen.",
    "Detuvieron a Juan “El Tuercas” Pérez.",
    "",
]


@pytest.mark.parametrize("text", NO_PROGRAM)
def test_what_is_no_program(text: str) -> None:
    assert read(text) == []


PLAIN = [
    ("El programa Techo Seguro dio láminas.", "Techo Seguro"),
    ("El Programa de Apoyo a Madres Jefas de Hogar dio vales.", "Apoyo a Madres Jefas de Hogar"),
    ("El Programa Nacional de Huertos dio semillas.", "Programa Nacional de Huertos"),
    (
        "El Plan de Acción Climática contra la Sequía y el Calor inició.",
        "Plan de Acción Climática contra la Sequía y el Calor",
    ),
    (
        "La Estrategia Integral contra la Violencia hacia las Mujeres y Niñas inició.",
        "Estrategia Integral contra la Violencia hacia las Mujeres y Niñas",
    ),
    ("La beca Luz Corral llega a mil.", "beca Luz Corral"),
    ("El programa Médico en tu Casa, que encabeza Ruiz, crece.", "Médico en tu Casa"),
    ("El programa Tecate Digital 2021 abre.", "Tecate Digital 2021"),
    ("La Feria de la Salud atendió a cien.", "Feria de la Salud"),
    ("Hubo módulos itinerantes de Punto Naranja.", "Punto Naranja"),
    ("Pagaron con recursos del Ramo 33.", "Ramo 33"),
    ("El torneo Copa Norte reunió a diez.", "Copa Norte"),
]


@pytest.mark.parametrize(("text", "name"), PLAIN)
def test_names_without_quotes(text: str, name: str) -> None:
    assert names(text) == [name]


def test_two_programs_tied_by_y_are_two() -> None:
    assert names("Cobran quienes tienen la Beca Futuro y la Tarjeta Violeta.") == ["Beca Futuro", "Tarjeta Violeta"]


LISTED = [
    ("Atiende a quienes reciben 65 y más.", "65 y más", "mx.65-y-mas"),
    ("Con el 3x1 para Migrantes hay pozos.", "3x1 para Migrantes", "mx.3x1"),
    ("Hay jóvenes con Prospera en la sierra.", "Prospera", "mx.prospera"),
    ("El FORTASEG pagó patrullas.", "FORTASEG", "mx.fortaseg"),
    ("Crecen los hogares con Asignación Universal por Hijo.", "Asignación Universal por Hijo", "ar.auh"),
    ("Pensión 65 llega a Puno.", "Pensión 65", "pe.pension-65"),
    ("Cobran Familias en Acción.", "Familias en Acción", "co.familias-en-accion"),
]


@pytest.mark.parametrize(("text", "name", "key"), LISTED)
def test_programs_of_the_gazetteer(text: str, name: str, key: str) -> None:
    assert [(mention.name, mention.id) for mention in read(text)] == [(name, key)]


def test_an_acronym_later_stands_for_the_name() -> None:
    text = "El Programa de Riego Parejo (PARIPA) inició. El PARIPA llegó a cien."
    assert [(m.name, m.how) for m in read(text)] == [("Riego Parejo", "name"), ("Riego Parejo", "acronym")]


def test_a_name_once_introduced_is_known_without_its_trigger() -> None:
    text = "MANOS FUERTES LLEGA LEJOS\n\nEl programa “Manos Fuertes” inició. Manos Fuertes seguirá."
    assert names(text) == ["Manos Fuertes"] * 3


ANAPHORS = [
    ("El programa Agua Viva se paga con el Fondo de Aportaciones. El programa dio 40 becas.", "Agua Viva"),
    ("El Fondo de Aportaciones paga el programa Agua Viva. El programa dio 40 becas.", "Agua Viva"),
    ("El programa Agua Viva usa el Fondo de Aportaciones. Dicho fondo dio 40 becas.", "Fondo de Aportaciones"),
    ("El programa “Manos Fuertes” inició. Dicho programa seguirá.", "Manos Fuertes"),
    (
        "La Estrategia Barrio Vivo inició. El programa “Manos Fuertes” sigue. Esta estrategia crece.",
        "Estrategia Barrio Vivo",
    ),
    ("El Plan de Aguas inició. El programa “Manos Fuertes” sigue. El citado plan crece.", "Plan de Aguas"),
    ("La campaña “Sin Humo” inició. El programa seguirá.", "Sin Humo"),
]


@pytest.mark.parametrize(("text", "name"), ANAPHORS)
def test_pointing_phrases_take_the_last_program_that_fits(text: str, name: str) -> None:
    last = read(text)[-1]
    assert (last.name, last.how) == (name, "anaphor")


def test_a_name_in_small_letters_needs_to_be_repeated() -> None:
    once = "Lanzan el programa manos a la obra en Tecate."
    assert read(once) == []
    assert names(once + "\n\nAyer el programa manos a la obra dio empleo.") == ["manos a la obra"] * 2


def test_a_name_in_small_letters_may_be_a_title_in_quotes_elsewhere() -> None:
    small = "Con el programa abrigando hubo 30 mantas."
    assert names(small + "\n\n“Abrigando” seguirá en mayo.")[0] == "Abrigando"
    assert names(small + "\n\n“Gracias”, dijo la alcaldesa.") == []
    assert names("El programa generando confianza sigue. “Confianza” es lo que pide.") == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("uno “dos” tres", ["dos"]),
        ("uno ’dos tres’ cuatro", ["dos tres"]),
        ('uno _"dos"_ y «tres»', ["dos", "tres"]),
        ("d'Hondt y l'Hospitalet", []),
        ('5" de lluvia', []),
    ],
)
def test_quotation_marks_of_every_shape(text: str, inside: list[str]) -> None:
    assert [quoted.inside for quoted in find_quoted(text, find_blocks(text))] == inside


def test_every_rule_matches_its_examples() -> None:
    rules = shipped().rules("program_names.yml", NameRule)
    assert [complaint for rule in rules for complaint in rule.complaints()] == []


WORDS = [
    "el",
    "programa",
    "Programa",
    "de",
    "“Manos",
    "Fuertes”",
    "(PAF)",
    "Ramo 33",
    "dicho programa",
    "y",
    "Plan",
    "Prospera",
    ".",
    "\n\n",
    "'",
    "“",
    "Becas",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_mentions_are_ordered_hold_their_text_and_never_overlap(text: str) -> None:
    found = read(text)
    assert all(text[m.start : m.end] == m.surface and m.name and 0 < m.score <= 1 for m in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


AT_HOME = [
    ("Cusco, Perú. Ayer hubo pagos de Juntos en tres distritos.", ["Juntos"]),
    ("Cusco, Perú. El programa Aurora atendió a veinte.", ["Aurora"]),
    ("Cusco, Perú. La alcaldesa Aurora Díaz abrió; el programa Aurora atendió a veinte.", ["Aurora"]),
    ("Cusco, Perú. La regidora Aurora Díaz llegó con Aurora Paz.", []),
    ("Cusco, Perú. Ayer cantó Contigo Perú la banda.", []),
    ("Toluca, México. Ayer hubo fiesta de Juntos en la plaza.", []),
    ("Cusco, Perú. Las familias de “Juntos” reciben leche.", ["Juntos"]),
    ("Toluca, México. Las familias de “Juntos” reciben leche.", []),
    ("Toluca, México. Se juntaron 20 toneladas de PET en la escuela.", []),
    ("Toluca, México. El programa PET dio trabajo.", ["PET"]),
    ("PROSPERA EL CAMPO EN TOLUCA, MÉXICO", []),
    ("Lima, Perú. El Programa Nacional Cuna Más cuida a mil.", ["Cuna Más"]),
]


@pytest.mark.parametrize(("text", "expected"), AT_HOME)
def test_an_everyday_word_needs_support_to_name_a_program(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_another_countrys_program_needs_its_full_name() -> None:
    assert names("Lima, Perú. Llegaron vales de Escuelas Taller y del PFEA.") == ["Escuelas Taller"]
    assert names("Lima, Perú. Llegaron vales de escuelas taller.") == []


SCENES = [
    ("Durante la Feria de la Fresa se vendieron mil.", "Feria de la Fresa", 0.5),
    ("En el marco del Festival de la Luna actuaron diez.", "Festival de la Luna", 0.5),
    ("Durante la tercera edición del festival “Luna Nueva” actuaron diez.", "Luna Nueva", 0.5),
    ("La Feria de la Fresa recibió a mil.", "Feria de la Fresa", 1.0),
    ("En el marco del Plan de Riego Parejo hubo diez obras.", "Plan de Riego Parejo", 1.0),
    ("Durante la clausura se dio el Premio Municipal al Esfuerzo a diez.", "Premio Municipal al Esfuerzo", 1.0),
]


@pytest.mark.parametrize(("text", "name", "score"), SCENES)
def test_an_event_that_is_only_the_scene_scores_low(text: str, name: str, score: float) -> None:
    assert [(mention.name, mention.score) for mention in read(text)] == [(name, score)]


def test_a_day_is_a_program_only_where_it_acts() -> None:
    text = "Día de los Jardines reunió a mil\n\nTalca. El Día de los Jardines convocó a mil.\n\nHubo flores por el Día de los Jardines."
    assert [(mention.name, mention.score) for mention in read(text)] == [
        ("Día de los Jardines", 0.9),
        ("Día de los Jardines", 0.9),
        ("Día de los Jardines", 0.5),
    ]
    assert names("En el marco del Día de las Madres y por el Día del Niño dieron flores.") == []


BESIDE = [
    ("La línea Campo Parejo dio créditos a diez.", ["Campo Parejo"]),
    ("La línea de crédito Campo Parejo llegó a diez.", ["Campo Parejo"]),
    ("El taller Barro Vivo reunió a veinte.", ["Barro Vivo"]),
    ("La Patrulla Rosa auxilió a diez.", ["Patrulla Rosa"]),
    ("La línea Mitre y la línea General Roca pararon.", []),
    ("La línea Norte paró y la Línea Roja también.", []),
    ("La patrulla chocó; la Patrulla Fronteriza avisó.", []),
    ("El servicio Médico cerró.", []),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_names_beside_a_noun_for_a_part_of_a_scheme(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_pointing_phrase_takes_the_last_program_that_its_noun_fits() -> None:
    text = "La campaña “Agua Viva” llegó. El programa “Sol” creció. Dicha campaña sigue. Este programa también."
    assert [mention.name for mention in read(text) if mention.how == "anaphor"] == ["Agua Viva", "Sol"]


def test_many_names_keep_their_own_words() -> None:
    text = (
        "El programa huerto vivo norte crece, el programa huerto vivo norte sigue y el programa huerto vivo sur abre."
    )
    assert names(text) == ["huerto vivo norte", "huerto vivo norte", "huerto vivo"]


def test_an_acronym_means_the_program_that_the_release_gives_it_to() -> None:
    text = "El Programa de Arbolado Escolar (PAE) plantó diez. Con el PAE hay sombra."
    assert {name.name for name in read(text)} == {"Arbolado Escolar"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El programa Volvé a Cursar sumó alumnos.", ["Volvé a Cursar"]),
        ("El programa Abrigo a Juan Díaz llegó.", ["Abrigo"]),
    ],
)
def test_an_infinitive_after_a_belongs_to_the_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected

"""One figure told twice: a release and the pairs (poorer, fuller) found in it, as quantities are written."""

import pytest

import extract


@pytest.fixture(scope="module")
def nlp():
    return extract.load(convention="MX")


def pairs(nlp, title, body):
    records = nlp(f"{title}\n\nTepic, Nayarit, 4 de junio de 2024.- {body}")._.records
    by_id = {record.record_id: record.surface for record in records}
    return [(record.surface, by_id[record.same_as]) for record in records if record.same_as is not None]


TOLD_TWICE = [
    ("Dan 300 becas a jóvenes", "El municipio entregó 300 becas.", [("300", "300")]),
    (
        "Más de 5 mil 300 atenciones da el DIF",
        "Se brindaron 5 mil 340 atenciones.",
        [("Más de 5 mil 300", "5 mil 340")],
    ),
    # in other words, if enough digits are kept
    ("Reúne feria a casi 12 mil tepiqueños", "Acudieron 11 mil 870 personas.", [("casi 12 mil", "11 mil 870")]),
    ("Llegan 3 millones de apoyos", "Son 3 millones 84 mil 987 familias.", [("3 millones", "3 millones 84 mil 987")]),
    ("Baja 28% el robo", "El robo bajó 27.9 por ciento.", [("28%", "27.9 por ciento")]),
    (
        "Invierten 148 mdp en agua",
        "Se ejercen 148 millones 320 mil pesos.",
        [("148 mdp", "148 millones 320 mil pesos")],
    ),
    # again in the body
    (
        "Obra en el puerto",
        "La ocupación fue de 75 por ciento. Con esa ocupación de 75 por ciento cierra mayo.",
        [("75 por ciento", "75 por ciento")],
    ),
    (
        "Obra en el puerto",
        "El alza fue de 17.4 por ciento. El edil destacó ese 17.4 por ciento.",
        [("17.4 por ciento", "17.4 por ciento")],
    ),
    (
        "Obra en el puerto",
        "La obra servirá a casi 50 mil ciudadanos. El edil dijo que ayudará a cerca de 50 mil vecinos.",
        [("cerca de 50 mil", "casi 50 mil")],
    ),
    ("Obra en el puerto", "El DIF compró 80 libretas. Las 80 libretas tienen una tapa.", [("80", "80")]),
    ("Obra en el puerto", "Hubo un grupo de 80 alumnos. El grupo de 80 alumnos salió al mar.", [("80", "80")]),
    ("Obra en el puerto", "Se dieron 40 becas. En mayo se entregarán las 40 becas.", [("40", "40")]),
    (
        "Obra en el puerto",
        "En Ruiz se dieron 40 becas. En mayo se entregarán 40 becas por parte del DIF.",
        [("40", "40")],
    ),
    ("La red llegará a 900 hogares", "La red de Tepic llegará a 900 hogares.", [("900", "900")]),
]

NOT_THE_SAME = [
    ("Dan 300 becas a jóvenes", "El municipio plantó 300 árboles."),
    ("Dan 12 becas", "Acudieron 12 maestros."),
    ("Reúne feria a casi 12 mil tepiqueños", "Se vendieron 14 mil 300 boletos."),
    ("Baja 28% el robo", "El robo bajó 26.9 por ciento."),
    ("Obra en el puerto", "Se dieron 40 becas. El lunes darán otras 40 becas."),
    ("Obra en el puerto", "Se dieron 40 becas. El lunes darán 40 becas más."),
    ("Obra en el puerto", "El Estado puso 25 por ciento. El 25 por ciento restante será del municipio."),
    ("Obra en el puerto", "La ocupación fue de 75 por ciento. El avance es de 75 por ciento."),
    ("Obra en el puerto", "En Compostela se dieron 40 becas. En Rosamorada se dieron 40 becas."),
    ("Obra en el puerto", "En 2022 se dieron 40 becas. En 2023 se dieron 40 becas."),
    ("Obra en el puerto", "Los apoyos fueron:\n\n- Compostela: 40 becas\n- Rosamorada: 40 becas\n"),
    (
        "Obra en el puerto",
        "Se dieron mochilas: cada una lleva una libreta de 80 hojas. Otra mochila lleva un diario de 80 hojas.",
    ),
    ("Obra en el puerto", "Los talleres tienen 12 piezas. Las cuadrillas, cada una con 12 piezas, van al mar."),
    ("Obra en el puerto", "Abrió dos sedes. De ahí saldrán dos por alumno."),
    ("Obra en el puerto", "En Tuxpan se alcanzó el 100% de cobertura. La meta es llegar al 100% de cobertura."),
    ("Obra en el puerto", "En el distrito de Tuxpan se dieron 40 becas. En el municipio de Ruiz se dieron 40 becas."),
    (
        "Obra en el puerto",
        "Recibieron semillas los ganaderos de Tuxpan (40) y Ruiz (12). Los de Acaponeta (12) las tendrán pronto.",
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), TOLD_TWICE)
def test_figures_told_twice(nlp, title, body, expected):
    assert pairs(nlp, title, body) == expected


@pytest.mark.parametrize(("title", "body"), NOT_THE_SAME)
def test_equal_or_near_numbers_of_something_else(nlp, title, body):
    assert pairs(nlp, title, body) == []


def test_a_chain_of_repetitions_points_at_one_statement(nlp):
    body = "El municipio entregó 300 becas. Recordó que las 300 becas llegaron a tiempo."
    assert pairs(nlp, "Dan 300 becas a jóvenes", body) == [("300", "300"), ("300", "300")]


DIF = "El DIF de Tepic informó de la entrega. "
#: Headline, body, and the beginning of the time that both figures have.
ONE_TIME = [
    ("Dan 300 becas a jóvenes en mayo", DIF + "Se dieron 300 becas.", "2024-05-01"),
    ("Dan 300 becas a jóvenes", DIF + "En mayo se dieron 300 becas.", "2024-05-01"),
    ("Dan 300 becas este año", DIF + "Hasta mayo de este año se dieron 300 becas.", "None"),
    ("Dan 300 becas en 2024", DIF + "A la fecha se dieron 300 becas.", "2024-01-01"),
    ("Dan 300 becas este año", DIF + "Entre enero y mayo de este año se dieron 300 becas.", "2024-01-01"),
    (
        "Darán 300 becas hasta 2027",
        "Este martes el DIF de Tepic presentó el plan. Dará 300 becas hasta 2027.",
        "2024-06-04",
    ),
    ("Dan 300 becas este año", DIF + "En mayo de este año se dieron 300 becas.", "2024-05-01"),
    ("Dan 300 becas este martes", DIF + "Con ello se dieron entre enero y mayo 300 becas.", "2024-01-01"),
]


@pytest.mark.parametrize(("title", "body", "start"), ONE_TIME)
def test_one_figure_has_one_time(nlp, title, body, start):
    records = nlp(f"{title}\n\nTepic, Nayarit, 4 de junio de 2024.- {body}")._.records
    assert [str(record.period_start) for record in records] == [start, start]


def test_what_is_another_figure_keeps_its_own_time(nlp):
    body = "En 2022 se dieron 40 becas. En 2023 se dieron 40 becas."
    records = nlp(f"Obra en el puerto\n\nTepic, Nayarit, 4 de junio de 2024.- {body}")._.records
    assert [record.period_start.year for record in records] == [2022, 2023]


def test_a_figure_told_again_in_the_body_keeps_what_its_own_sentence_names(nlp):
    body = "El DIF de Tepic entregó 340 becas. Por su parte, la Secretaría de Educación informó que pagó 340 becas."
    records = nlp(f"Obra en el puerto\n\nTepic, Nayarit, 4 de junio de 2024.- {body}")._.records
    assert [record.agency for record in records] == ["DIF de Tepic", "Secretaría de Educación"]

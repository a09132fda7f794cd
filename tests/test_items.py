"""What a quantity counts, pays for or measures: text and, by quantity, the item found (None for no item)."""

import pytest

import extract


@pytest.fixture(scope="module")
def nlp():
    return extract.load(convention="MX")


def items(nlp, text):
    return {record.surface: record.item for record in nlp(text)._.records}


def check(nlp, text, expected):
    found = items(nlp, text)
    assert {surface: found.get(surface, "not found") for surface in expected} == expected


BESIDE = [
    ("Se repartieron 850 cobijas en la sierra.", {"850": "cobijas"}),
    ("El premio se divide en tres partes.", {"tres": "partes"}),
    ("Cerca de un millón de turistas visitó la costa.", {"Cerca de un millón": "turistas"}),
    ("Donaron una docena de bancas.", {"una docena": "bancas"}),
    ("Ya firmaron 18 de las 28 escuelas.", {"18": "escuelas", "28": "escuelas"}),
    ("El 12 de mayo cerraron 14 de sus 90 talleres.", {"14": "talleres", "90": "talleres"}),
    ("La red pasó de 390 a 538 consultorios.", {"390": "consultorios", "538": "consultorios"}),
    ("Abrirán 12, 15 y 20 aulas.", {"12": "aulas", "15": "aulas", "20": "aulas"}),
    ("Las denuncias superan las 340.", {"superan las 340": "denuncias"}),
    ("Las patrullas en servicio suman 251.", {"251": "patrullas"}),
    ("El número de casos asciende a 300.", {"300": "casos"}),
    ("La plantilla llegó a los 480 enfermeros.", {"480": "enfermeros"}),
    ("La escuela trabaja con una matrícula de 8 mil 700.", {"8 mil 700": "matrícula"}),
    ("Siete de cada diez hogares tienen gas.", {"Siete de cada diez": "hogares"}),
    # a noun that the model takes for a verb, and words that open what follows
    ("Detecta Jumapam 613 tomas clandestinas.", {"613": "tomas clandestinas"}),
    ("Llega a 840 leoneses gracias a la colecta.", {"840": "leoneses"}),
    ("Pagarán los tres abonos juntos.", {"tres": "abonos"}),
    ("Cuidan a 412 menores de entre 6 y 12 años.", {"412": "menores"}),
    ("Más de 300 entre maestros y alumnos marcharon.", {"Más de 300": "maestros y alumnos"}),
    # the noun behind the number
    ("La jefa cifró en 146 mil los visitantes.", {"146 mil": "visitantes"}),
    ("Con estas suman ya 47 las obras iniciadas y 9 los puentes.", {"47": "obras iniciadas", "9": "puentes"}),
    ("Se elevó a 48 la cifra de lesionados.", {"48": "lesionados"}),
]

LABELS = [
    ("Beneficiarios: 4,500", {"4,500": "Beneficiarios"}),
    ("Calles y avenidas: 14", {"14": "Calles y avenidas"}),
    ("Escuelas rurales atendidas: 32", {"32": "Escuelas rurales atendidas"}),
    ("Calles y avenidas: $2,866,152", {"$2,866,152": "Calles y avenidas"}),
    # a town is no label, and nothing else tells what it has
    ("Tecate: 32", {"32": None}),
]

ELIDED = [
    ("En Maipú se plantaron 320 árboles, en Luján 210.", {"210": "árboles"}),
    ("De los 45 municipios, 12 no firmaron y otros 8 lo harán.", {"12": "municipios", "8": "municipios"}),
    ("Capturaron a 48 personas, 12 más que en abril.", {"12": "personas"}),
    ("Hubo 90 fallas en julio, frente a 70 del mismo lapso anterior.", {"70": "fallas"}),
    ("Trabajan mil 750 elementos del Ejército y 620 de la Marina.", {"620": "elementos"}),
    ("Dieron 318 terapias físicas y 104 de lenguaje.", {"318": "terapias físicas", "104": "terapias"}),
    ("Se aprobaron 300 solicitudes de las 420 presentadas.", {"420": "solicitudes"}),
    ("Dieron 540 consultas: 210 psicológicas y 130 jurídicas.", {"210": "consultas", "130": "consultas"}),
    # people are named by what befell them, so nothing is left out
    ("Hubo 20 accidentes con 15 heridos.", {"15": "heridos"}),
    ("Fueron 40 alumnos y 12 maestros jubilados.", {"12": "maestros jubilados"}),
    # a noun that only looks like a participle
    ("Hicieron 90 estudios y 60 ultrasonidos.", {"60": "ultrasonidos"}),
    ("Hubo 230 equipos varoniles y 90 femeniles.", {"90": "equipos"}),
    ("Firmaron 40 contratos y se han pagado 610 jornales.", {"610": "jornales"}),
    (
        "Atienden a millón y medio de familias, 300 de las cuales rentan.",
        {"millón y medio": "familias", "300": "familias"},
    ),
]

ANTECEDENTS = [
    # the count that the clause is about, not the one under a preposition
    ("Llegaron 28 cruceros con 800 pasajeros, y a Loreto llegaron 23.", {"23": "cruceros"}),
    ("Hubo 214 talleres en 27 barrios, de los cuales 38 fueron de noche.", {"38": "talleres"}),
    ("Detuvieron a 93 personas por riñas y a 31 por robo.", {"31": "personas"}),
    # nor what a complement names
    ("Se contaron 400 personas afiliadas; el régimen de autónomos sumó 79.", {"79": "personas afiliadas"}),
    # a difference to a sum of money counts nothing
    ("El viaje cuesta 250 pesos, 90 más que en marzo.", {"90": None}),
    # rows in brackets go on with one another, whatever noun stands before
    (
        "Harán 300 talleres en Piura (84), Ica (71) y otras seis zonas (150).",
        {"84": "talleres", "71": "talleres", "150": "talleres"},
    ),
    # how or where it was is not what is counted
    ("Se afiliaron 900 hogares. Por territorios, Jaén suma 213.", {"213": "hogares"}),
]

MEASURED = [
    ("Con una inversión de 6.5 millones de pesos se pinta el puente.", {"6.5 millones de pesos": "inversión"}),
    ("Recogieron 3 toneladas de basura.", {"3 toneladas": "basura"}),
    ("El 60 por ciento de las becarias trabaja.", {"60 por ciento": "becarias"}),
    ("Ganó con 3 por ciento, frente al 4 por ciento de la campaña anterior.", {"4 por ciento": None}),
    ("Vacunan a niñas y niños de 5 a 11 años.", {"de 5 a 11 años": "niñas y niños"}),
    # how long something was done, and what something is worth, name nothing measured
    ("Un balde olvidado por ocho días cría moscos.", {"ocho días": None}),
    ("Recibió dos grúas con valor de 9 millones de pesos.", {"9 millones de pesos": None}),
    ("Deja en la capital oaxaqueña ocupación de 88 por ciento.", {"88 por ciento": "ocupación"}),
    ("Hizo 74 casas en el barrio de Anáhuac por 6 millones de pesos.", {"6 millones de pesos": None}),
    ("Cubren hasta el jueves a los mayores de 70 años.", {"mayores de 70 años": None}),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_the_noun_stands_beside_the_number(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_the_label_of_a_row(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), ELIDED)
def test_the_noun_is_left_out(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), ANTECEDENTS)
def test_which_count_a_number_continues(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_what_money_shares_and_measures_are_of(nlp, text, expected):
    check(nlp, text, expected)


def test_the_rows_of_a_list_count_what_its_opening_names(nlp):
    text = "Reparto en la sierra\n\nLos tinacos entregados por pueblo fueron estos:\n\n- Tecate: 12\n- Rumorosa: 9\n"
    assert items(nlp, text) == {"12": "tinacos", "9": "tinacos"}


def test_a_number_far_behind_continues_nothing(nlp):
    filler = "El acto reunió a la gente del pueblo. " * 14
    assert items(nlp, f"Se repartieron 850 cobijas. {filler}Quedan 75.")["75"] is None

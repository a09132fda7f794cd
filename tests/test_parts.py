"""Parts of a whole that are built alike: each counts what the whole counts. Text and, by quantity, the item."""

import pytest

import extract


@pytest.fixture(scope="module")
def nlp():
    return extract.load(convention="ES")


def check(nlp, text, expected):
    found = {record.surface: record.item for record in nlp(text)._.records}
    assert {surface: found.get(surface, "not found") for surface in expected} == expected


#: An adjective behind each number tells the sort.
SORTS = [
    (
        "La dirección hizo 90 revisiones: 60 fueron ordinarias, 20 especiales y diez urgentes.",
        {"20": "revisiones", "diez": "revisiones"},
    ),
    ("De los 120 permisos, 80 son comerciales, 25 industriales y 15 domésticos.", {"25": "permisos", "15": "permisos"}),
    (
        "En Cuenca, 70 talleres fueron matutinos, 20 vespertinos y diez sabatinos.",
        {"70": "talleres", "20": "talleres", "diez": "talleres"},
    ),
    (
        "Hubo 50 misas, de las que 30 fueron solemnes, 12 cantadas y ocho rezadas.",
        {"30": "misas", "12": "misas", "ocho": "misas"},
    ),
    (
        "El archivo abrió 44 salas: 30 ordinarias, diez solemnes y cuatro restauradas; 12 siguen cerradas.",
        {"diez": "salas", "cuatro": "salas", "12": "salas"},
    ),
    # nouns are counted by themselves
    ("De los 50 becarios, 30 son mujeres y 20 hombres.", {"30": "mujeres", "20": "hombres"}),
    ("De los 90 envíos, 60 fueron cartas, 20 paquetes y diez telegramas.", {"20": "paquetes", "diez": "telegramas"}),
    ("Se revisaron 50 vehículos; 40 eran oficiales y 10 motocicletas.", {"10": "motocicletas"}),
    ("Las 40 obras fueron municipales y 12 empresas participaron.", {"12": "empresas"}),
    ("Las 40 reuniones fueron virtuales y 300 vecinos asistieron.", {"300": "vecinos"}),
]

#: "de" behind each number tells whose the part is, also before an article.
COMPLEMENTS = [
    (
        "La oficina recibió 95 quejas: 40 de usuarios, 30 del gremio, 15 de los comerciantes y diez de turistas.",
        {"40": "quejas", "30": "quejas", "15": "quejas", "diez": "quejas"},
    ),
    ("Llegaron 60 propuestas: 22 de los sindicatos y 38 de vecinos.", {"22": "propuestas", "38": "propuestas"}),
    (
        "Desfilaron 400 jinetes de Salta, 90 de Jujuy, 45 de los fortines y 30 de las comparsas.",
        {"90": "jinetes", "45": "jinetes", "30": "jinetes"},
    ),
    (
        "Se leyeron 80 ponencias; 50 de docentes, 20 de las academias y diez de los sindicatos.",
        {"20": "ponencias", "diez": "ponencias"},
    ),
    # a part of another whole
    ("El avance es de 50 obras: 12 de las escuelas ya tienen techo.", {"12": "escuelas"}),
    ("Asistieron 15 de Puebla y 22 de los 40 ayuntamientos.", {"22": "ayuntamientos"}),
    ("Se sumaron 120 vecinos y 22 de los comercios.", {"22": "comercios"}),
]

#: An adjective behind the number sorts the whole right before it.
WHOLES = [
    ("El parque tiene 80 furgones: 30 blindados y 50 convencionales.", {"30": "furgones", "50": "furgones"}),
    ("Se pintaron 60 bancas (15 metálicas). Faltan 30.", {"15": "bancas", "30": "bancas"}),
    ("Hubo 9 visitas, de las cuales fueron 5 presenciales y tres de taller.", {"5": "visitas", "tres": "visitas"}),
    (
        "Hubo 45 choques, de los que 12 fueron frontales (3 de ellos en curvas), 20 laterales y 13 múltiples.",
        {"3": "choques", "20": "choques", "13": "choques"},
    ),
    ("La clínica dio 700 sesiones médicas, 210 dentales y 90 psicológicas.", {"210": "sesiones", "90": "sesiones"}),
    ("Se incautaron 5 lanchas -3 semirrígidas y 2 deportivas-, y armas.", {"3": "lanchas", "2": "lanchas"}),
    # parts of a whole before a colon, one with a noun of its own; the sum of both counts
    (
        "Hay 540 socios en la red: 120 jefes, 310 de nivel I y 110 de nivel II.",
        {"120": "jefes", "310": "socios", "110": "socios"},
    ),
    ("Tiene 45 vehículos: 12 grúas, 8 de carga y 25 motos.", {"8": "vehículos", "25": "motos"}),
    ("Hubo 90 viajes: 30 urgencias, 20 de ellas de noche.", {"20": "urgencias"}),
    ("Retuvo 14 camiones y 8 motos, para un total de 22.", {"22": "camiones"}),
    ("Retuvo 14 camiones y 8 motos, para un total de 30 multas.", {"30": "multas"}),
    ("Dictó 8,422 sentencias, 5,210 definitivas y 3,212 interlocutorias.", {"3,212": "sentencias"}),
    ("Van 210 patrullas de un padrón de 345.", {"345": "patrullas"}),
    ("El taller tiene un padrón de 700.", {"700": "padrón"}),
    # nouns
    ("Dio 300 pláticas preventivas, 120 nutricionales y 30 charlas.", {"120": "pláticas", "30": "charlas"}),
    ("Llegaron 300 turistas (120 mujeres).", {"120": "mujeres"}),
    ("Se revisaron 20 planteles (8 hospitales y 12 clínicas).", {"8": "hospitales", "12": "clínicas"}),
    ("El albergue recibió 40 caballos (12 potros) y 30 perros.", {"12": "potros", "30": "perros"}),
    ("Hubo 30 reuniones, de las que 12 directivos salieron contentos.", {"12": "directivos"}),
    ("Se instalaron 40 cámaras: 12 semáforos y 3 portales fueron cubiertos.", {"12": "semáforos", "3": "portales"}),
]

#: Counts in brackets are no part of what goes on behind them.
BRACKETS = [
    ("En Loja hubo 30 casos (12 niños) y 20 en Cuenca.", {"12": "niños", "20": "casos"}),
    ("Dio 300 apoyos (25 triciclos, 40 mesas) y 30 en la capital.", {"25": "triciclos", "30": "apoyos"}),
    ("Hubo casos en Loja (30 vecinos) y Cuenca (20).", {"30": "vecinos", "20": "vecinos"}),
]

#: The verb and its preposition are said once.
PREPOSITIONS = [
    (
        "De las 800 llamadas, 500 corresponden a robos, 200 a riñas, 60 a incendios y 40 a fugas.",
        {"200": "llamadas", "60": "llamadas", "40": "llamadas"},
    ),
    (
        "Los nacimientos fueron 300: 160 corresponden a niños y 140 a niñas.",
        {"160": "nacimientos", "140": "nacimientos"},
    ),
    ("Dio 90 becas; 50 se destinaron a escuelas, 25 a guarderías y 15 a talleres.", {"25": "becas", "15": "becas"}),
    ("Hubo 90 multas: 50 fueron por ruidos, 25 por perros y 15 por baches.", {"25": "multas", "15": "multas"}),
    ("Vendió 60 lotes; 40 pasaron a familias, 12 a cooperativas y ocho a iglesias.", {"12": "lotes", "ocho": "lotes"}),
    ("Las 90 cajas fueron enviadas: 50 fueron enviadas a Lota y 40 a Penco.", {"50": "cajas", "40": "cajas"}),
    # a noun of its own
    ("Plantaron 40 pinos en parques, 30 en escuelas y 12 cedros en plazas.", {"30": "pinos", "12": "cedros"}),
]


#: Each part of the whole that opens the clause has its own verb.
VERBS = [
    (
        "De las patrullas, 40 son nuevas, 12 vigilan los barrios del puerto y nueve esperan refacciones.",
        {"40": "patrullas", "12": "patrullas", "nueve": "patrullas"},
    ),
    ("De los 300 puestos, 120 pagaron las rentas y 100 cerraron.", {"120": "puestos", "100": "puestos"}),
    ("De los internos, 50 estudian y 12 asisten a clases de música.", {"50": "internos", "12": "internos"}),
    ("De las tiendas, 20 abren los domingos y tres ofrecen comidas.", {"20": "tiendas", "tres": "tiendas"}),
    # another clause, another noun
    ("De los barrios, 20 tienen agua; llegaron 300 vecinos y 12 pidieron obras.", {"12": "vecinos"}),
    ("De los barrios, 20 tienen agua y 12 escuelas pidieron obras.", {"12": "escuelas"}),
]

#: There is more of what the rows of a list count.
COMPARED = [
    ("Los cursos con más egresados fueron Piscicultura (88) y Soldadura (61).", {"88": "egresados", "61": "egresados"}),
    ("Los barrios con más quejas fueron Sur (30) y Norte (20).", {"30": "quejas", "20": "quejas"}),
    ("Los barrios más poblados son Sur (30) y Norte (20).", {"30": "barrios", "20": "barrios"}),
]


@pytest.mark.parametrize(("text", "expected"), VERBS + COMPARED)
def test_what_opens_the_clause_is_counted(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_counts_in_brackets_are_an_aside(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), SORTS + WHOLES)
def test_adjectives_tell_the_sorts_of_a_whole(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), COMPLEMENTS)
def test_complements_tell_whose_the_parts_are(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), PREPOSITIONS)
def test_the_verb_of_the_parts_is_said_once(nlp, text, expected):
    check(nlp, text, expected)

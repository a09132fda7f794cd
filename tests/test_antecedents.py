"""Which noun a number without one stands for, over lists, comparisons and parts: text and, by quantity, the item."""

import pytest

import extract


@pytest.fixture(scope="module")
def nlp():
    return extract.load(convention="MX")


def check(nlp, text, expected):
    found = {record.surface: record.item for record in nlp(text)._.records}
    assert {surface: found.get(surface, "not found") for surface in expected} == expected


#: The rows of a list repeat the construction of the first: what "con" brings there it brings in the others.
ROWS = [
    (
        (
            "Los oficios más pedidos fueron Soldadura, con 640 solicitudes para 90 lugares; Panadería, con 512, y"
            " Carpintería, con 77."
        ),
        {"512": "solicitudes", "77": "solicitudes"},
    ),
    (
        "Encabeza la lista Pisco, con 48 pozos para 12 mil familias; siguen Nasca, con 31, e Ica, con 22.",
        {"31": "pozos", "22": "pozos"},
    ),
    (
        "Destacan Loja, con 900 vacunados en 14 brigadas; Zaruma, con 450, y Machala, con 380.",
        {"450": "vacunados", "380": "vacunados"},
    ),
    (
        "Las rutas fueron la Norte, con 18 camiones y 26 choferes; la Sur, con 11, y la Oriente, con siete.",
        {"11": "camiones", "siete": "camiones"},
    ),
    (
        "Ganaron Talca, con 35 proyectos por 90 calles; Linares, con 28, y Cauquenes, con 12.",
        {"28": "proyectos", "12": "proyectos"},
    ),
    # the row's own noun
    (
        "Destacan Loja, con 900 vacunados en 14 brigadas; Zaruma, con 450 revisados, y Machala, con 38 partos.",
        {"450": "revisados", "38": "partos"},
    ),
    # a bare count has its own "con"
    (
        "Llegaron 42 buques con 61,300 toneles; antes arribaron 38, con 55,200. Salieron 40.",
        {"38": "buques", "55,200": "toneles", "40": "buques"},
    ),
    # a place is no row
    ("Hubo 27 heridos. En Tecla fueron 12; en Apopa, nueve; en Loja, ocho.", {"nueve": "heridos", "ocho": "heridos"}),
    # another preposition is another construction
    ("Loja trabajó con 900 vacunas en 14 brigadas y Zaruma en 11.", {"11": "brigadas"}),
]

#: What a list counts stands before its colon, unless its rows name it.
OPENED = [
    (
        (
            "Atendieron 800 emergencias. Por tipo, los avisos se reparten así: asistencia médica, 310; incendios"
            " forestales, 96; rescate urbano, 41; fugas de gas, 22."
        ),
        {"310": "avisos", "96": "avisos", "41": "avisos", "22": "avisos"},
    ),
    (
        (
            "Las quejas se distribuyen de esta forma: alumbrado, 210; baches y banquetas, 180; ruido, 75; lotes baldíos,"
            " 30."
        ),
        {"210": "quejas", "180": "quejas", "75": "quejas", "30": "quejas"},
    ),
    (
        (
            "Entregó 340 créditos. Por giro, la cuenta es esta: comercio, 140; servicios personales, 90; talleres"
            " mecánicos, 60; costura, 50."
        ),
        {"140": "créditos", "90": "créditos", "60": "créditos", "50": "créditos"},
    ),
    (
        "Los expedientes abiertos se agrupan así: tránsito, 61; obras particulares, 44; mercados municipales, 30.",
        {"61": "expedientes abiertos", "44": "expedientes abiertos", "30": "expedientes abiertos"},
    ),
    # rows that name what each of them counts
    ("Entregó lo siguiente: cobijas, 300; tinacos, 80; estufas, 45.", {"300": "cobijas", "80": "tinacos"}),
    ("En el taller repararon: bombas, 12; válvulas, 40; medidores, 93.", {"40": "válvulas", "93": "medidores"}),
]

#: A count under a preposition is not what the next clause goes on with.
UNDER_PREPOSITIONS = [
    ("Otorgó 412 subsidios sobre 1,036 pedidos; en 2023 había otorgado 205.", {"205": "subsidios"}),
    ("Aprobó 60 proyectos ante 300 vecinos. En Salta aprobó 22.", {"22": "proyectos"}),
    ("Resolvió 88 recursos contra 140 multas; un año antes resolvió 51.", {"51": "recursos"}),
    ("Instaló 45 alarmas tras 90 robos, y este mes instalará 30.", {"30": "alarmas"}),
    ("Abrió 17 talleres sin 40 docentes y en mayo abrió nueve.", {"nueve": "talleres"}),
    # whom something goes to is not what the next figure counts, nor what stands with it
    ("Entregó 1,240 mochilas a 870 alumnas. En 2019 fueron 960.", {"960": "mochilas"}),
    ("Donó 75 sillas a 12 asilos de la zona; en mayo donará 40.", {"40": "sillas"}),
    ("Dio 330 microcréditos a 290 artesanas. En Pasto colocó 55.", {"55": "microcréditos"}),
    ("Prestó 410 bombas a 18 ejidos. Este año prestará 500.", {"500": "bombas"}),
    ("Aplicó 900 dosis a 450 reclusos, y faltan 120.", {"120": "dosis"}),
    ("Hubo 42 talleres en 11 pueblos y tres barrios. Habrá 60.", {"60": "talleres"}),
    # an object with "a" that is the first of its clause, and a second verb
    ("Benefició a 870 alumnas. En 2019 fueron 960.", {"960": "alumnas"}),
    ("Inauguró 30 aulas y capacitó a 95 maestras; en abril serán 120.", {"120": "maestras"}),
    # a count at the head of its sentence is under no other
    (
        (
            "Operaron a 86 asegurados en la sierra.\n\nCon 4 mil 312 atenciones cerró la campaña. El resultado pasó la meta"
            " de la Red, que era de 3,850."
        ),
        {"3,850": "atenciones"},
    ),
]

#: A change goes from one number to another of the same thing.
CHANGES = [
    ("Asistieron 90 niñas y niños. Los robos bajaron de 31 casos en enero de 2018 a 19 en igual mes.", {"19": "casos"}),
    (
        "Vinieron 12 diputados. El paro subió de 410 personas en marzo a 455 en abril.",
        {"455": "personas"},
    ),
    (
        "Hubo tres ponencias. La deserción pasó de 84 alumnos por ciclo a 37 en el último.",
        {"37": "alumnos"},
    ),
    (
        "Capacitó a 50 promotoras. El rezago cayó de mil 200 expedientes al cierre de 2019 a 640 este mes.",
        {"640": "expedientes"},
    ),
    (
        "Reunió a 40 alcaldes. El servicio creció desde 15 rutas en 2010 hasta 28 en la actualidad.",
        {"hasta 28": "rutas"},
    ),
    # "a" that ends no change
    ("Detuvieron a 93 personas por riñas y a 31 por robo.", {"31": "personas"}),
]

#: What a whole is made of, not the adjective that its parts are.
PARTS = [
    ("Canjearon 97 pistolas. De las pistolas, 61 eran cortas y 30 hechizas.", {"61": "pistolas"}),
    ("Revisó 80 fincas. De las fincas, 33 son cafetaleras.", {"33": "fincas"}),
    ("Dio 45 obras por hechas. De las obras, 20 fueron escolares y 12 hidráulicas.", {"20": "obras"}),
    ("Abrió 19 vacantes. De las vacantes, siete son eventuales.", {"siete": "vacantes"}),
    ("Hay 60 camas. De las camas, 14 eran pediátricas.", {"14": "camas"}),
    # people are what they are said to be
    ("Premió a 90 socios. Del total, 45 son mujeres.", {"45": "mujeres"}),
    ("Dieron 300 becas. De los becarios, 120 son mujeres.", {"120": "mujeres"}),
]

#: A share, which the next paragraph does not go on with.
INTERRUPTED = [
    (
        (
            "Cusco registró 8,412 matrimonios en 2019\n\n• Tres de cada diez novias tenían hijos\n\nEl total nacional llegó"
            " en ese año a 92,440. En Cusco fueron 8,412."
        ),
        {"92,440": "matrimonios", "8,412": "matrimonios"},
    ),
    (
        "Se perdieron 1,275 colmenas.\n\n• Uno de cada tres apicultores dejó el oficio.\n\nEn Tabasco se perdieron 310.",
        {"310": "colmenas"},
    ),
    (
        "Vendió 640 boletos.\n\n• Dos de cada cinco compradores eran turistas.\n\nEn la taquilla sur vendió 88.",
        {"88": "boletos"},
    ),
    (
        "Hicieron 5,230 pruebas en la feria.\n\n• Cuatro de cada diez asistentes aceptaron.\n\nUn año antes hicieron 4,100.",
        {"4,100": "pruebas"},
    ),
    # in its own paragraph a share is continued
    ("Sembró 800 parcelas. Seis de cada diez socios son mujeres. Este mes firmaron 45.", {"45": "socios"}),
    ("Siete de cada diez hogares tienen gas y tres no.", {"tres": "hogares"}),
]

#: What one is for, behind whose the other becomes, and a whole that is told at length.
FOR_OTHERS = [
    ("Dio 300 estuches a madres y 200 para escuelas.", {"200": "estuches"}),
    ("Dio 300 nuevas pensiones a viudas y 200 para tutores.", {"200": "pensiones"}),
    ("Acudieron 300 madres y 200 para otra sede.", {"200": "madres"}),
    ("El plan dio 50 becas y ya suma 30 dirigidas a clubes.", {"30": "becas"}),
    ("De los alumnos ayudados con la compra de las sillas de este fondo, 80 son de primaria.", {"80": "alumnos"}),
    (
        "De los alumnos ayudados con la compra de las sillas que hizo la Secretaría de Desarrollo (SEDE), 80 son de Ica.",
        {"80": "alumnos"},
    ),
    ("Como fruto de las visitas a los ranchos de la sierra se hicieron 90 pozos, 11 con bomba.", {"11": "pozos"}),
]

#: What a cumulative figure goes on with is not new.
CUMULATIVE = [
    (
        "Confirman 46 nuevos casos de dengue; la región llega a 612.",
        {"46": "nuevos casos de dengue", "612": "casos de dengue"},
    ),
    ("Anunció 15 nuevas rutas, con lo que la red llega a 88.", {"88": "rutas"}),
    ("Entregó 300 primeras becas y en junio entregará 900.", {"900": "becas"}),
    ("Reportó 31 nuevos contagios, y en total van 2,044.", {"2,044": "contagios"}),
    ("Abrió siete nuevas sucursales; hace un año tenía 52.", {"52": "sucursales"}),
    # another adjective is kept
    ("Abrió siete grandes almacenes; hace un año tenía 52.", {"52": "grandes almacenes"}),
]

#: The "a" of people and animals leads to those that were named so, not to things.
PERSONAL = [
    ("Se atendió a 640 mascotas. Se aplicaron 512 vacunas y se esterilizó a 96.", {"96": "mascotas"}),
    ("Detuvieron a 40 sujetos. Se hallaron 12 armas y se consignó a 31.", {"31": "sujetos"}),
    ("La red atiende a 900 ancianas. Dio 80 sillas y visitó a 310.", {"310": "ancianas"}),
    ("Examinó a 150 mineros, repartió 200 cascos y hospitalizó a siete.", {"siete": "mineros"}),
    ("Convocó a 77 regidoras. Firmaron 14 actas y premió a cinco.", {"cinco": "regidoras"}),
    # "a" before the end of a change
    ("Se atendió a 640 mascotas. Las vacunas aplicadas subieron a 512.", {"512": "vacunas aplicadas"}),
    ("Examinó a 150 mineros. Compró 200 cascos y en mayo llegará a 450.", {"450": "cascos"}),
]

#: "Del total" is the count that no other governs.
TOTALS = [
    (
        "Prestó 18 mil libros a 6 mil lectores, la mitad mujeres. Del total, 11 mil fueron novelas.",
        {"11 mil": "novelas"},
    ),
    ("Prestó 18 mil libros a 6 mil lectores, la mitad mujeres. Del total, 11 mil salieron.", {"11 mil": "libros"}),
    ("Hizo 950 visitas en 40 ranchos. Del total, 320 fueron de noche.", {"320": "visitas"}),
    ("Sembró 800 pinos con 35 vecinas. Del total sembrado, 610 viven.", {"610": "pinos"}),
    ("Levantó 120 multas en 300 locales y cerró 20. Del total, 95 están pagadas.", {"95": "multas"}),
    ("Atiende 70 rutas con 400 choferes. Del total de este año, 12 son rurales.", {"12": "rutas"}),
    # a part that is larger than the whole is of another
    ("Atiende 70 rutas. Recibió 900 quejas. Del total, 812 se archivaron.", {"812": "quejas"}),
]

#: What befell people names them behind an article.
NAMED = [
    ("Los muertos bajaron de 19 a 12, y los heridos, de 203 a 160.", {"203": "heridos", "160": "heridos"}),
    ("Llegaron 40 familias. Los desplazados, según la Cruz Roja, son 260.", {"260": "desplazados"}),
    ("Hubo 12 choques; los lesionados fueron, en cambio, 31.", {"31": "lesionados"}),
    ("Trabajan 300 maestros, mientras los jubilados pasan de 80 a 95.", {"95": "jubilados"}),
    ("Cerró 20 locales y los heridos pasaron de 10 a 14.", {"10": "heridos"}),
    ("Ofrece 3 mil casas. Los interesados inscritos son 2 mil 200.", {"2 mil 200": "interesados inscritos"}),
    ("Ofrece 300 lugares. Los inscritos suman 220.", {"220": "inscritos"}),
    # a participle without one
    ("Ofrecieron 90 turnos y quedaron ocupados 61.", {"61": "turnos"}),
]

#: A clause of its own behind a semicolon takes no noun out of the one before but what that counts.
CLAUSES = [
    ("Visitará 40 escuelas para que tengan botiquines y rutas; a la fecha se han visitado 22.", {"22": "escuelas"}),
    ("La meta es pintar 90 aulas con espacios dignos; hasta hoy se llevan 31.", {"31": "aulas"}),
    ("Retirará 50 lámparas que gastan más focos; ya fueron retiradas 12.", {"12": "lámparas"}),
    ("Vacunará a 900 perros contra moquillo y otros males; llevan 250.", {"250": "perros"}),
    ("Supervisará 75 comercios para retirar anuncios viejos; al corte se supervisaron 60.", {"60": "comercios"}),
    ("Abrió 20 pozos; los vecinos piden bombas y faltan 12.", {"12": "bombas"}),
    ("Abrió 20 pozos; las quejas fueron 12.", {"12": "quejas"}),
]

#: What the clause only tells of the count before is not what the next number counts.
PREDICATES = [
    # which ones they are, behind an article, and what they are
    (
        "Los más pedidos fueron las actas, con 310; los permisos, con 290, y los certificados de parto, 81.",
        {"310": "actas", "290": "permisos", "81": "certificados de parto"},
    ),
    ("En la red hubo 40 robos. Los acusados son mujeres, con 12 detenidas.", {"12": "detenidas"}),
    (
        "El bono llega a 900 hogares, de los cuales 310 pertenecen a barrios rurales, y se espera alcanzar los 2.000.",
        {"310": "hogares", "2.000": "hogares"},
    ),
    ("Hay 90 brigadas; 12 visitan escuelas y 30 esperan turno.", {"12": "brigadas", "30": "brigadas"}),
    ("Son 48 ideas, de las cuales 31 corresponden a cursos y 17 están en obra.", {"31": "ideas", "17": "ideas"}),
    ("Ese mes 640 pescadores no renovaron sus permisos; a 90 les falta la foto.", {"90": "pescadores"}),
    ("Asistieron 30 vecinos; 12 pidieron becas y se entregaron 8.", {"12": "vecinos", "8": "becas"}),
    # the verb takes its count with "con"
    ("El hospital cerró con 49 cirugías en 12 salas; la meta es llegar a 60.", {"60": "cirugías"}),
    ("Como parte de las tareas del mes se lograron 14 podas en total, 11 de ellas en el centro.", {"11": "podas"}),
]

#: A noun that ends like a participle; what a verb takes with "con"; what is theirs.
AMONG_COUNTS = [
    # sorts of people in apposition, of which a pronoun takes up the whole
    (
        "Los lesionados, tres hombres y cuatro mujeres, fueron al hospital; dos de ellos siguen graves.",
        {"tres": "hombres", "cuatro": "mujeres", "dos": "lesionados"},
    ),
    ("Los becarios, 12 chicas y ocho chicos, irán a Roma; tres de ellas son de Loja.", {"tres": "chicas"}),
    ("Por los pasillos, 30 niñas y 12 niños corrieron; cinco de ellos ganaron.", {"cinco": "niños"}),
    (
        "Hay 9 cuadrillas en dos turnos. Dio agua a 781 familias, además de lavar los 14 mercados públicos.",
        {"14": "mercados públicos"},
    ),
    ("Hay dos turnos. Dio agua a 781 familias y limpió los 14 listados.", {"14": "listados"}),
    ("Recibió 300 solicitudes y de las 120 aprobadas ya pagó 30.", {"120": "solicitudes", "30": "solicitudes"}),
    (
        "Esperan 214 vecinos; en mayo se cerró el año con 49 ventas, por lo que la meta es llegar a 60.",
        {"60": "ventas"},
    ),
    ("Dio 300 cajas con 40 botes; otras 20 llegarán.", {"20": "cajas"}),
    (
        "Citó a 640 pescadores que no han pagado su cuota, pues no renovaron sus permisos; a 90 les falta.",
        {"90": "pescadores"},
    ),
    ("Visitó 40 escuelas; sus alumnos pasaron de 300 a 410.", {"410": "alumnos"}),
]

#: A comparison is of one sort and of one size; a complement is repeated.
COMPARED = [
    ("Llegaron 12 barcos, con 840 pasajeros, frente a los 615 del año anterior.", {"615": "pasajeros"}),
    ("Se atendieron 300 casos en 20 hospitales, frente a 250 de 2015.", {"250": "casos"}),
    ("Se vieron 300 casos en 20 hospitales, contra 18 del año anterior.", {"18": "hospitales"}),
    ("Entregó 41 vacas y 306 cabezas de ovinos; 118 de caprinos.", {"118": "cabezas"}),
    ("Entregó 306 cabezas y 41 vacas; 18 de raza.", {"18": "vacas"}),
]

#: A noun of number before the verb, with words behind what it counts; another subject keeps its own.
NUMBERS = [
    ("Recibió a 300 vecinos. El número total de quejas atendidas ascendió a 271.", {"271": "quejas atendidas"}),
    (
        "Llegaron 840 turistas, mientras que el número de botes que dejaron el muelle se redujo en 14, hasta los 53.",
        {"14": "botes", "53": "botes"},
    ),
    ("Recibió a 300 vecinos. La cifra de usuarios del tranvía creció en 90.", {"90": "usuarios"}),
    ("Llegaron 840 turistas. El total fue de 300.", {"300": "turistas"}),
    ("Sobre los muelles, han sido 7 las averías.", {"7": "averías"}),
    ("Selló 40 locales; el año pasado habían sido 31 los suspendidos.", {"31": "locales"}),
]

#: Rows of a list with the noun, or the town, before the number.
BEFORE = [
    (
        "Hubo 40 robos; asaltos 12; riña en vía pública 8; y daño a comercios 3.",
        {"40": "robos", "12": "asaltos", "8": "riña en vía pública", "3": "daño a comercios"},
    ),
    ("Se vieron 80 reportes; alumbrado 30; bacheo 20.", {"30": "reportes", "20": "reportes"}),
    ("Se vieron 80 reportes, alumbrado 30, bacheo 20 y limpia 12.", {"20": "reportes", "12": "reportes"}),
    ("Se atendieron 40 casos; en Cusco 12; en Puno 8.", {"12": "casos", "8": "casos"}),
    ("Se vieron 40 casos; quedan pendientes 12.", {"12": "casos"}),
    (
        "Los barrios con más dosis aplicadas son Sur 512 y Cortés 318.",
        {"512": "dosis aplicadas", "318": "dosis aplicadas"},
    ),
    (
        "Los barrios con más adultos mayores, con 512 y 318, son dos.",
        {"512": "adultos mayores", "318": "adultos mayores"},
    ),
    ("Los cursos con más alumnos de primaria son Costura, con 40, y Danza, con 31.", {"31": "alumnos de primaria"}),
    ("Los cursos con más egresados son Costura, con 40.", {"40": "egresados"}),
    ("Las regiones más pobladas son Sur 512 y Norte 318.", {"512": "regiones"}),
]

#: What is said to be something of another gender; the noun of an ordinal or of the sentence for one left out.
NAMED_ELSEWHERE = [
    ("De los egresados, 31 son mujeres, 64 pertenecen a pueblos y 97 son víctimas del sismo.", {"64": "egresados"}),
    ("Hubo 120 apoyos: 97 son víctimas del sismo.", {"97": "víctimas del sismo"}),
    ("Dio 20 mil créditos. El fondo mostró sus datos del mes, con 15 mil de ellos.", {"15 mil": "créditos"}),
    ("Atendió a dos personas. En cuanto a los pastizales, según lo dicho, seis se quemaron.", {"seis": "pastizales"}),
    ("Atendió a dos personas. En cuanto al parque, seis se quedaron.", {"seis": "personas"}),
    ("Hizo 320 cirugías. De ese total, 170 fueron felinos y 150 caninos.", {"170": "felinos", "150": "caninos"}),
    ("Hizo 320 cirugías. De ese total, 170 fueron gratuitas y 150 nocturnas.", {"170": "cirugías", "150": "cirugías"}),
    ("Atendió a 300 personas. De ellas, 40 fueron trasladados.", {"40": "personas"}),
    ("Hay 300 patrullas. Abrió el segundo comedor y en mayo abrirá otros dos.", {"dos": "comedor"}),
    ("Hay 300 patrullas. Abrió la segunda sede y en mayo llegarán otros 20 muebles.", {"20": "muebles"}),
    ("Hay 300 patrullas. Por segunda vez se suman otras 20.", {"20": "patrullas"}),
    ("Las solicitudes de crédito siguen, con 300 aprobadas.", {"300": "solicitudes de crédito"}),
    ("Los peritos dijeron que hay 300 aprobados.", {"300": "aprobados"}),
]

TABLES = [
    AMONG_COUNTS,
    NAMED_ELSEWHERE,
    NUMBERS,
    BEFORE,
    CLAUSES,
    NAMED,
    PERSONAL,
    TOTALS,
    CUMULATIVE,
    ROWS,
    OPENED,
    UNDER_PREPOSITIONS,
    CHANGES,
    PARTS,
    INTERRUPTED,
    PREDICATES,
    COMPARED,
    FOR_OTHERS,
]


@pytest.mark.parametrize(("text", "expected"), [case for table in TABLES for case in table])
def test_the_noun_that_a_number_stands_for(nlp, text, expected):
    check(nlp, text, expected)

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


BESIDE: list[tuple[str, dict[str, str | None]]] = [
    # a level names its people; fines are counted in days of pay
    ("Hay 12 mil parados. El empleo se situó en 214 mil ocupados.", {"214 mil": "ocupados"}),
    ("Multas de hasta 500 días de salario mínimo.", {"hasta 500": "días de salario mínimo"}),
    # a comma for the copula; a month tells nothing of the thing; an amount is of something; no part is larger
    (
        "De ellas, 126 son parques; 84, calles y banquetas; 51, mercados, y 20, aulas.",
        {"126": "parques", "84": "calles y banquetas", "51": "mercados", "20": "aulas"},
    ),
    # the subject behind the copula; a share told with "en"; the worth and the place of things
    ("Ocho son las constructoras contratadas.", {"Ocho": "constructoras contratadas"}),
    ("Las escuelas son nuevas y ocho son de madera.", {"ocho": "escuelas"}),
    ("Se logró una cobertura en vacunación de 93 por ciento.", {"93 por ciento": "cobertura"}),
    ("Se retuvieron cigarros equivalentes a 12 pesos.", {"12 pesos": "cigarros"}),
    ("Los peones trabajan con calma en las 98 hectáreas.", {"98 hectáreas": None}),
    # divisions with a figure each
    ("En los cantones de Loja (120) y Piñas (65) se repartieron kits.", {"120": "kits", "65": "kits"}),
    ("Las provincias de Jauja (9) y Yauli (6) tuvieron más contagiados.", {"9": "contagiados", "6": "contagiados"}),
    ("Otorgó 402 créditos de enero a mayo.", {"402": "créditos"}),
    ("Otorgó 402 créditos de vivienda.", {"402": "créditos de vivienda"}),
    ("El importe de las multas propuestas llegó a 30 pesos.", {"30 pesos": "multas propuestas"}),
    ("La cartera vencida quedó al cierre de mayo en 5 por ciento.", {"5 por ciento": None}),
    ("Son 612 tiendas de 29 provincias, y de ellas 247 son nuevas.", {"247": "tiendas"}),
    # a comma for the verb of further subjects, but not between a label and its number
    (
        "El juez recibió 90 casos; los jurados, 12; el fiscal, 30, y la defensa, 8.",
        {"12": "casos", "30": "casos", "8": "casos"},
    ),
    ("Entregó 30 becas; mochilas, 40, y balones, 12.", {"40": "mochilas", "12": "balones"}),
    ("Hubo 30 guardias viales, seis paramédicos y dos perros.", {"seis": "paramédicos"}),
    ("La demora para operarse baja de 98 a 81 días.", {"98": None}),
    # the first of several complements tells no more than the others
    ("Dio 38 cursos de cocina, corte y confección, tejido y dibujo.", {"38": "cursos"}),
    ("Dio 38 cursos de cocina básica, corte de cabello y canto.", {"38": "cursos"}),
    ("Dio 38 cursos de cocina, y Ana vino.", {"38": "cursos de cocina"}),
    ("Dio 300 sesiones individuales y 96 grupales.", {"96": "sesiones"}),
    # how things turned out is not what they are; what was planned leaves its noun out
    ("Vio 412 casos, de los que 146 resultaron irregulares: 97 en Ica y 49 en Lima.", {"97": "casos", "49": "casos"}),
    ("Ya son 389 los títulos, de un total de 1,200 proyectados.", {"1,200": "títulos"}),
    # the verb of an earlier sentence says what goes on, not the count that came last
    ("Aplicó 54 mil dosis y contrató a 18 enfermeras. En 2011 se aplicaron 588 mil.", {"588 mil": "dosis"}),
    ("Aplicó 54 mil dosis y contrató a 18 enfermeras. En 2011 contrataron 12.", {"12": "enfermeras"}),
    ("Aplicó 54 mil dosis y contrató a 18 enfermeras. En 2011 hubo 12.", {"12": "enfermeras"}),
    # rows behind "con" go on with the first one's noun, whatever they are named
    ("Fueron el alta, con 640 casos; la baja, con 415, y las multas, con 298.", {"415": "casos", "298": "casos"}),
    ("Hubo 9 altas, con 640 casos. Ica reunió 90 de los obreros, seguida por Lima, con 30.", {"30": "obreros"}),
    # the total that opens the clause; a number of what nobody says
    (
        "Vinieron 90 familias. Del total de lotes, 51 se vendieron y seis fueron donados.",
        {"51": "lotes", "seis": "lotes"},
    ),
    ("Cobró 12 pesos más que en mayo, cuando la cifra fue de 30 pesos.", {"30 pesos": None}),
    # a pronoun agrees; a difference to how many there were, not to their age
    ("Hay 17 tiendas, que atienden a 96 clientes. Ayer abrieron cuatro de ellas.", {"cuatro": "tiendas"}),
    ("Fueron 415 niños de 6 a 12 años, 90 más que ayer.", {"90": "niños"}),
    # how a count came out labels no row
    ("Vieron 90 casos y 34 resultaron positivos: 19 en Ica y ocho en Lima.", {"19": "casos", "ocho": "casos"}),
    # what is brought from one number to another stands behind both
    ("Redujeron de seis a cuatro los turnos que dan.", {"seis": "turnos", "cuatro": "turnos"}),
    ("La línea amplió de 8 a 13 las rutas escolares.", {"8": "rutas escolares", "13": "rutas escolares"}),
    ("El plan bajó de 30 a 12 el número de baches.", {"30": "baches", "12": "baches"}),
    ("Abre de 9 a 14 los sábados para 20 personas.", {"20": "personas"}),
    # a body of people or things as subject of a change, behind another count
    (
        "Entregó 150 radios. Con estas unidades la flota aumentó de 310 a 352.",
        {"150": "radios", "310": "flota", "352": "flota"},
    ),
    ("Entregó 150 radios. Con apoyo de la plantilla se repararon 20.", {"20": "radios"}),
    ("Entregó 150 radios a la plantilla y pasó de 310 a 352.", {"310": "radios"}),
    # the name of a class of things, with its capitals, and without the place that they are from
    (
        "Abrieron 12 Casas de Salud, tres Unidades Médicas Móviles y 13 Centros de la Mujer.",
        {"12": "Casas de Salud", "tres": "Unidades Médicas Móviles", "13": "Centros de la Mujer"},
    ),
    ("Acudieron 12 Policías de Toluca y 30 Jueces de Sonora.", {"12": "Policías", "30": "Jueces"}),
    ("Acuden 5 Alcaldes De Toluca Y 30 Regidores", {"5": "Alcaldes", "30": "Regidores"}),
    ("Llegaron 300 Redes Vecinales de Seguridad.", {"300": "Redes Vecinales de Seguridad"}),
    ("Crece la población ocupada, que asciende a 678 mil.", {"678 mil": "población ocupada"}),
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
    # an aside behind a dash, nouns that look like adjectives, foreign ones
    ("Entregó 344 tractores -los primeros del año- en Lerdo.", {"344": "tractores"}),
    ("Aseguró 3 armas y 2 inmuebles.", {"3": "armas", "2": "inmuebles"}),
    ("Son 300 set de juegos que se reparten.", {"300": "set"}),
    # an adjective or apposition with the complement that it needs
    ("Alberga a 139 personas privadas de la libertad en seis naves.", {"139": "personas privadas de la libertad"}),
    ("Atendió a 25 mujeres víctimas de violencia.", {"25": "mujeres víctimas de violencia"}),
    ("Recuperó 15 autos robados de la agencia.", {"15": "autos robados"}),
    # an infinitive that says what a thing is for, unless it has an object
    (
        "Entregó 120 máquinas de coser y 40 licencias de conducir.",
        {"120": "máquinas de coser", "40": "licencias de conducir"},
    ),
    ("Estudian 18 formas de pagar la deuda.", {"18": "formas"}),
    ("Hay 2 mil 300 personas sin acceder a servicios.", {"2 mil 300": "personas"}),
    # the head of a noun in apposition
    ("La entidad dio capital semilla por 40 millones a 22 jóvenes.", {"40 millones": "capital semilla"}),
    # "de" that is too much
    ("La red tiene cerca de 1,680,000 de estudiantes.", {"cerca de 1,680,000": "estudiantes"}),
    # a further object, what is not counted, another number's complement
    ("Reciben 746 personas migrantes un cheque.", {"746": "personas migrantes"}),
    ("Hubo 19 lesionados y daños por 3 millones de pesos.", {"19": "lesionados"}),
    ("Hubo 19 heridos y muertos.", {"19": "heridos y muertos"}),
    ("Pondrá concreto en seis calles de igual número de barrios.", {"seis": "calles"}),
    ("El sistema opera en 17 de las 41 Unidades de Medicina.", {"17": "Unidades de Medicina"}),
    # the noun behind the number
    ("La jefa cifró en 146 mil los visitantes.", {"146 mil": "visitantes"}),
    ("Con estas suman ya 47 las obras iniciadas y 9 los puentes.", {"47": "obras iniciadas", "9": "puentes"}),
    ("Se elevó a 48 la cifra de lesionados.", {"48": "lesionados"}),
    (
        "Entregó becas a 900 estudiantes de preescolar, primaria y secundaria.",
        {"900": "estudiantes de preescolar, primaria y secundaria"},
    ),
    ("Atendió a 30 estudiantes de preescolar, maestros y padres.", {"30": "estudiantes"}),
    ("Hizo 12 cirugías de mediana y alta complejidad.", {"12": "cirugías de mediana y alta complejidad"}),
    ("Terminó 40 obras de pequeña y gran escala.", {"40": "obras de pequeña y gran escala"}),
]

#: The noun of a number, where the model reads its words as something else.
MISREAD: list[tuple[str, dict[str, str | None]]] = [
    # the second of two adjectives is the noun
    ("En cuanto al sindicato, Temuco sumó 402 nuevos afiliados.", {"402": "nuevos afiliados"}),
    ("La escuela gradúa a 38 primeros egresados en la sierra.", {"38": "primeros egresados"}),
    ("Hubo 12 presuntos implicados en el puerto.", {"12": "presuntos implicados"}),
    ("El banco dio 90 créditos a 64 pequeños asociados.", {"64": "pequeños asociados"}),
    ("Loja registró 27 nuevas contagiadas en dos días.", {"27": "nuevas contagiadas"}),
    ("Abrió 40 aulas: 12 nuevas y 28 rehabilitadas.", {"12": "aulas", "28": "aulas"}),
    # words that open a manner or stand for a sum
    ("Patrullan la zona 16 agentes pie a tierra.", {"16": "agentes"}),
    ("Asignó 30 elementos pie a tierra al mercado.", {"30": "elementos"}),
    ("La multa es de 20 salarios mínimos.", {"20": "salarios mínimos"}),
    ("Cobran hasta cinco sueldos mínimos.", {"hasta cinco": "sueldos mínimos"}),
    # the noun between its article and the word that sorts it
    ("Dijo que los usuarios puneños son 169,874.", {"169,874": "usuarios puneños"}),
    ("Informó que las nuevas becarias son 310.", {"310": "becarias"}),
]

#: What has a price, without the participle that opens the price.
#: How far the noun phrase reaches.
REACH: list[tuple[str, dict[str, str | None]]] = [
    # a stuff in the complement of the complement
    ("Colocó 30 lámparas de vapor de mercurio.", {"30": "lámparas de vapor de mercurio"}),
    (
        "Entregó 80 costales de sulfato de potasio y 20 tambos de aceite de motor.",
        {"80": "costales de sulfato de potasio", "20": "tambos de aceite de motor"},
    ),
    ("Sembró 20 parcelas de caña de azúcar en Valle.", {"20": "parcelas de caña de azúcar"}),
    ("Abrió 12 casos de violencia de género en Loja.", {"12": "casos de violencia de género"}),
    ("Pintó 14 aulas de primaria de la sierra.", {"14": "aulas de primaria"}),
    ("Dio 15 vales de gasolina de 200 pesos.", {"15": "vales de gasolina"}),
    ("Rinde 18 informes de obra del alcalde.", {"18": "informes de obra"}),
    # three members of a complement
    ("Abrió 45 talleres de pintura, música y danza en Loja.", {"45": "talleres de pintura, música y danza"}),
    ("Confirmó 12 casos de dengue, zika y chikungunya.", {"12": "casos de dengue, zika y chikungunya"}),
    ("Repartió 30 becas de transporte, apoyo a madres y útiles.", {"30": "becas de transporte"}),
    # joined adjectives of size
    ("Apoyó a 40 micro, pequeñas y medianas empresas.", {"40": "micro, pequeñas y medianas empresas"}),
    ("Dio a 90 pequeñas y medianas productoras un crédito.", {"90": "pequeñas y medianas productoras"}),
    ("Citó a 35 pequeños y medianos ganaderos.", {"35": "pequeños y medianos ganaderos"}),
    ("Compró 60 lotes, 12 grandes y medianos y 48 chicos.", {"12": "lotes"}),
    # sizes and colours
    (
        "Lleve tres fotografías tamaño credencial y diez playeras talla mediana.",
        {"tres": "fotografías tamaño credencial", "diez": "playeras talla mediana"},
    ),
    ("Recibió 14 chalecos color naranja.", {"14": "chalecos color naranja"}),
    ("Midió 12 fotos de tamaño grande.", {"12": "fotos de tamaño grande"}),
    # capitals
    ("ENTREGAN A 300 ADULTOS MAYORES SU PENSIÓN", {"300": "ADULTOS MAYORES"}),
    ("REHABILITA 12 CANCHAS DEPORTIVAS EN LA CAPITAL", {"12": "CANCHAS DEPORTIVAS"}),
    ("RECIBEN 300 FAMILIAS DESPENSAS", {"300": "FAMILIAS"}),
]

VALUED: list[tuple[str, dict[str, str | None]]] = [
    ("Decomisó armas avaluadas en 9 millones de pesos.", {"9 millones de pesos": "armas"}),
    ("Entregó tractores valorados en 3 millones de pesos.", {"3 millones de pesos": "tractores"}),
    ("Hallaron joyas valuadas en 40 mil pesos.", {"40 mil pesos": "joyas"}),
    ("Hubo daños estimados en 2 millones de pesos.", {"2 millones de pesos": "daños"}),
    ("Inició obras presupuestadas en 12 millones de pesos.", {"12 millones de pesos": "obras"}),
    # one that sorts what has it
    ("Con recursos propios por 12 millones de pesos se hizo.", {"12 millones de pesos": "recursos propios"}),
]

LABELS = [
    # a list that puts its nouns first, also where the model takes one for a verb
    (
        "Llevaron mantas 320, catres 75, sillas de ruedas 12 y toldos 40 a la sierra.",
        {"320": "mantas", "75": "catres", "12": "sillas de ruedas", "40": "toldos"},
    ),
    ("Vinieron 320 niñas, otras 40 de Lima y mujeres mayores.", {"320": "niñas", "40": "niñas"}),
    ("En mayo hubo 320 altas, más 75 en junio.", {"320": "altas", "75": "altas"}),
    # the subject's complement is no subject
    ("Las quejas por baches sumaron 40.", {"40": "quejas"}),
    ("Los muertos en carreteras fueron 12.", {"12": "muertos"}),
    ("Las multas a conductores ebrios fueron 30.", {"30": "multas"}),
    ("Los cursos para mujeres son 18.", {"18": "cursos"}),
    ("En el año los robos fueron 18.", {"18": "robos"}),
    # a row in lower case behind its first word is no name
    ("Elementos desplegados: 6 mil 900", {"6 mil 900": "Elementos desplegados"}),
    ("Auxilios viales: 13 mil 408", {"13 mil 408": "Auxilios viales"}),
    ("Los Mochis: 74", {"74": None}),
    # subjects and predicates
    ("Las redes vecinales, que hoy suman 9 mil 600, vigilan.", {"9 mil 600": "redes vecinales"}),
    ("Las licencias en vigor son ahora 189.", {"189": "licencias"}),
    ("Inscribió a 900 socios. Del total, 45 son mujeres.", {"45": "mujeres"}),
    ("Hubo 900 casos; de ellos, 45 son autóctonos.", {"45": "casos"}),
    # the whole in front of its part
    ("Liberaron 300 crías. De los nidos, 280 fueron de laúd.", {"280": "nidos"}),
    ("Hay 42 clubes, y de las 388 sesiones que hubo, 60 fueron de noche.", {"60": "sesiones"}),
    ("Llegaron 15 grupos. De las 90 piezas que trajeron, 14 son de barro.", {"14": "piezas"}),
    ("Revisó 12 barrios, y de los 240 pozos que tienen, una docena se secó.", {"una docena": "pozos"}),
    ("De los 70 recursos que presentaron seis partidos, 51 se rechazaron.", {"51": "recursos"}),
    ("Vinieron 30 vecinas; de las 85 solicitudes que traían, 40 se firmaron.", {"40": "solicitudes"}),
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
    # numbers in all, what a relative clause tells, and changes with their sign
    ("Hubo 30 rifas. En números totales, se registraron 64.", {"64": "rifas"}),
    ("Los vecinos, que piden becas, llegaron a 300.", {"300": "vecinos"}),
    ("La sala, que abrió sus puertas en mayo, cerró con 911.", {"911": None}),
    (
        "Contrató a 402 obreros. Los mayores aumentos se dieron en Lerdo (+31) y Nazas (+9), y los descensos en Gómez (-6).",
        {"31": "obreros", "9": "obreros", "-6": "obreros"},
    ),
    ("Las tarifas tuvieron aumentos; hubo 30.", {"30": "aumentos"}),
    ("Hay 3 millones de parados y 17 millones de ocupados.", {"17 millones": "ocupados"}),
    ("Abrió la cuarta edición del plan; las tres anteriores se agotaron.", {"tres": "edición"}),
    (
        "Suma 934 casos: 234 graves, 356 con signos de alarma y 344 no graves.",
        {"234": "casos", "356": "casos", "344": "casos"},
    ),
    (
        "Hay 40 mil plazas permanentes y Torreón va primero con 46 mil empleos. Le sigue Lerdo con 22 mil.",
        {"22 mil": "empleos"},
    ),
    # a pronoun takes the nearest count that agrees and is no smaller
    ("Hallaron 12 mangueras malas en cinco estaciones, cuatro de ellas en el sur.", {"cuatro": "estaciones"}),
    ("Hallaron 12 mangueras malas en cinco estaciones, ocho de ellas en el sur.", {"ocho": "mangueras malas"}),
    ("Dio becas a 516 alumnas y alumnos; de ellos, 298 son nuevos.", {"298": "alumnas y alumnos"}),
    # a complement repeats its preposition
    ("Dio 300 apoyos a casas dañadas y 200 a negocios.", {"300": "apoyos", "200": "apoyos"}),
    ("Unos 40 libros se enviaron a aulas rurales, y 12 a talleres.", {"12": "libros"}),
    ("Hizo 31 obras de limpieza de canales y 17 de poda de árboles.", {"17": "obras"}),
    ("Son 30 casas de dos dormitorios y 18 de tres.", {"18": "casas", "tres": "dormitorios"}),
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
    (
        "Entregó tabletas a los alumnos de los colegios Modelo (212), San Martín (98) y Bolívar (45).",
        {"212": "alumnos", "98": "alumnos", "45": "alumnos"},
    ),
    (
        "Asignó los laboratorios a las municipalidades provinciales de Ilo (12) y Moquegua (7).",
        {"12": "laboratorios", "7": "laboratorios"},
    ),
    ("Recibieron semillas los ganaderos de Saraguro (40) y Calvas (12).", {"40": "ganaderos", "12": "ganaderos"}),
    ("Tiene dos programas de vivienda y tres implementados por el DIF.", {"tres": "programas"}),
    ("Atendió a 30 lesionados por el sismo.", {"30": "lesionados"}),
]

MEASURED = [
    ("Recogió 300 kilos de lana procedente de la sierra.", {"300 kilos": "lana"}),
    ("Se gastan 90 litros al día, por encima de los 70 de la media.", {"70": None}),
    # who bears a share of the cost
    ("Se paga en un 80 por ciento del fondo y en un 20 por ciento de la cuota.", {"80 por ciento": None}),
    ("Sube en un 20 por ciento de los casos.", {"20 por ciento": "casos"}),
    ("Llevó una bomba de agua en remolque de 300 litros.", {"300 litros": None}),
    ("Sembró maíz en una superficie de 30 hectáreas.", {"30 hectáreas": "superficie"}),
    # whose money it is names nothing where a noun takes the sum; what is applied has the figure
    (
        "Es una inversión de casi 57 millones de pesos del presupuesto estatal.",
        {"casi 57 millones de pesos": "inversión"},
    ),
    ("Saldó una deuda de 4 millones de pesos de la empresa.", {"4 millones de pesos": "deuda"}),
    ("Entregaron 3 millones de pesos de apoyos a pescadores.", {"3 millones de pesos": "apoyos"}),
    ("Se hizo con la aplicación de 24 millones de pesos.", {"24 millones de pesos": None}),
    ("Pidió la aplicación del descuento de 50 por ciento.", {"50 por ciento": "descuento"}),
    ("Anunció el aumento de la cuota de 50 por ciento.", {"50 por ciento": "cuota"}),
    # a dimension is one thing, what is joined to it another
    ("La carpeta tiene 15 centímetros de espesor y guarniciones.", {"15 centímetros": "espesor"}),
    ("Pusieron 15 metros de tubería y cable.", {"15 metros": "tubería y cable"}),
    # what lies between two ends
    ("El tiempo entre el aviso y la visita es de 21 días.", {"21 días": "tiempo"}),
    ("La distancia entre el pozo y el tanque es de 12 kilómetros.", {"12 kilómetros": "distancia"}),
    ("El pago y la entrega duran 21 días.", {"21 días": None}),
    (
        "Firmó un convenio de apoyo al campo por más de 800 millones de pesos.",
        {"más de 800 millones de pesos": "convenio de apoyo"},
    ),
    ("Anunció la entrega de una línea de crédito de 5 millones de pesos.", {"5 millones de pesos": "línea de crédito"}),
    ("Retiran 466 kg de metales pesados por año.", {"466 kg": "metales pesados"}),
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
    # by whom, beside what and to whom it is
    ("Vendió un terreno dañado por el incendio de 30 hectáreas.", {"30 hectáreas": "terreno"}),
    ("Ayudó a familias dañadas por la sequía de 90 días.", {"90 días": "sequía"}),
    ("Hay precios inflados por la demanda de 4 por ciento.", {"4 por ciento": "demanda"}),
    ("Hubo una zanja junto al río de 90 metros.", {"90 metros": "zanja"}),
    ("Hubo un incendio de 30 hectáreas.", {"30 hectáreas": "incendio"}),
    ("Fue un alivio a las familias de 40 pesos.", {"40 pesos": "alivio"}),
    ("Dará una transferencia a los hogares de 6 mil pesos.", {"6 mil pesos": "transferencia"}),
    ("Da derecho a un crédito de 6 mil pesos.", {"6 mil pesos": "crédito"}),
    ("Pidió acceder a la pensión de 6 mil pesos.", {"6 mil pesos": "pensión"}),
    ("Hizo casas a un costo de 6 mil pesos.", {"6 mil pesos": "costo"}),
    ("Visitó a los vecinos de 60 años.", {"60 años": "vecinos"}),
    # what is handed over has the figure
    ("Ayudó con el otorgamiento de vales de 300 pesos.", {"300 pesos": "vales"}),
    ("Hizo la entrega de apoyos a familias por 40 mil pesos.", {"40 mil pesos": "apoyos"}),
    ("Hizo la entrega de 300 pesos.", {"300 pesos": "entrega"}),
    ("Generó un ahorro en los usuarios de 14 millones de pesos.", {"14 millones de pesos": "ahorro"}),
    ("Se logró una mejora en los hogares de 12 por ciento.", {"12 por ciento": "mejora"}),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE + MISREAD + REACH + VALUED)
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


def rows(nlp, text):
    return [record.item for record in nlp(text)._.records]


def test_a_heading_says_what_the_rows_count_and_how_they_are_told_apart(nlp):
    heading = "Hubo 845 patrullajes.\n\nDetenidos por municipio:\n\n"
    assert rows(nlp, heading + "Centro: 302\nOtros municipios: 248\n") == ["patrullajes", "Detenidos", "Detenidos"]
    assert rows(nlp, "Los municipios con más casos:\n\nLerdo: 12\n") == ["casos"]
    assert rows(nlp, "Detenidos por municipio:\n\nLerdo: 12\n\nLos municipios son 24.") == ["Detenidos", "municipios"]


def test_rows_under_no_noun_count_what_their_labels_say(nlp):
    opening = "Dio 64 becas.\n\nLa jornada dejó el siguiente balance:\n\n"
    assert rows(nlp, opening + "Pediatría: 98\nOdontología: 45\n") == ["becas", "Pediatría", "Odontología"]


def test_an_item_ends_with_its_row(nlp):
    text = "Viernes, 20 de junio:\n3 casos de robo\nSábado, 21 de junio:\n5 casos de robo\n31 retiradas de grúa\n"
    assert rows(nlp, text) == ["casos de robo", "casos de robo", "retiradas de grúa"]


def test_a_list_counts_what_there_is_more_of(nlp):
    check(
        nlp,
        "Las colonias que más reportes hicieron fueron:\n\nProgreso, 48\n\nCentro, 31",
        {"48": "reportes", "31": "reportes"},
    )
    check(nlp, "Las colonias atendidas fueron:\n\nProgreso, 48\n\nCentro, 31", {"48": "colonias atendidas"})


def test_a_number_far_behind_continues_nothing(nlp):
    filler = "El acto reunió a la gente del pueblo. " * 14
    assert items(nlp, f"Se repartieron 850 cobijas. {filler}Quedan 75.")["75"] is None

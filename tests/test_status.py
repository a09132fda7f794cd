"""Whether a figure is reported, planned or conditional: text and, by quantity, the status."""

import pytest

import extract

R, P, C = "reported", "planned", "conditional"


@pytest.fixture(scope="module")
def nlp():
    return extract.load(convention="MX")


def check(nlp, text, expected):
    found = {record.surface: record.status for record in nlp(text)._.records}
    assert {surface: found.get(surface, "not found") for surface in expected} == expected


TENSES = [
    ("Se construirán 12 aulas para beneficiar a 300 alumnos.", {"12": P, "300": P}),
    ("Dieron 12 tabletas para beneficiar a 300 alumnos.", {"12": R, "300": R}),
    ("Se perderían 40 empleos.", {"40": C}),
    ("Mañana llegarán 300 dosis.", {"300": P}),
    ("Dijo que el 61 por ciento de los puestos será para mujeres.", {"61 por ciento": P}),
    ("Los 300 becarios que terminaron recibirán 2 mil pesos.", {"300": P, "2 mil pesos": P}),
    ("Inauguró 3 clínicas que atenderán a 900 personas.", {"3": R, "900": P}),
    # the verb may be the hedge of the number itself
    ("La ciudad superará los 300 parques.", {"superará los 300": P}),
    ("La ciudad supera los 300 parques.", {"supera los 300": R}),
    # what looks like a future or conditional to the model
    ("Hoy cerramos con 90 obras.", {"90": R}),
    ("Retiran a 41 conductores de las calles.", {"41": R}),
    # the subject of the next clause, which the model may take for a pronoun
    ("Dijo que pintaron 214 salas y que otras 60 abrirán en mayo.", {"214": R, "60": P}),
    ("Repartió 12 becas y otras 60 medallas a quienes competirán.", {"60": R}),
    # what is contemplated for a time, projected or applied for
    ("El plan contempla para este año la compra de 30 autos.", {"30": P}),
    ("Se gestionan ante la Federación 95 pesos.", {"95 pesos": P}),
    ("En la oficina se gestionan 95 pasaportes cada día.", {"95": R}),
    ("Entregó este viernes maquinaria e insumos a 62 ejidos.", {"62": R}),
    # the figure's own clause before the one ahead of it
    ("Visitó 54 escuelas; a las diez mejores se les darán bebederos.", {"54": R, "diez": P}),
    ("Será entregada en mayo; su costo, 4 millones de pesos, se cubrió ya.", {"4 millones de pesos": R}),
    ("Dio 20 bultos a la escuela, que alzará su barda, y 2 estufas al asilo.", {"20": R, "2": R}),
    ("Llegaron 118 cajas y las 13 pendientes las tendremos en octubre.", {"118": R, "13": P}),
    ("A la red de riego irán 3 millones de pesos.", {"3 millones de pesos": P}),
    ("El resto, unos 680 litros, se va a concentrar aquí.", {"unos 680 litros": P}),
    ("En tres años llevamos 412 casas y vamos a entregar 60 más.", {"412": R, "60": P}),
    ("La Tesorería recibió 40 cajas.", {"40": R}),
    # goods and trades end like a conditional
    ("Se compró cañería por 900 dólares y se repuso grifería por 20 euros.", {"900 dólares": R, "20 euros": R}),
    ("Un lote de prendería usada por 12 dólares quedó en el puerto.", {"12 dólares": R}),
    ("La universidad ofrecería 40 becas y vendería 3 lotes.", {"40": C, "3": C}),
    ("El plan se extendería a 40 escuelas y correría por 9 días.", {"40": C, "9 días": C}),
    ("Durán recibió 40 cajas.", {"40": R}),
    ("Quedarán listas 12 aulas.", {"12": P}),
    ("Superó las 92 mil dosis y mañana recibirá 15 mil.", {"Superó las 92 mil": R, "15 mil": P}),
    ("Tras invertir 4 millones de pesos, abrirá el mercado.", {"4 millones de pesos": R}),
]

ACCOUNTS = [
    # what a report will tell has been done; what it will tell of the future has not
    ("El alcalde dará cuenta de las 300 becas que se otorgaron.", {"300": R}),
    ("La rectora destacará la inversión de 4 millones de pesos en aulas.", {"4 millones de pesos": R}),
    ("La rectora informará que se entregarán 300 becas.", {"300": P}),
    ("La rectora dará 300 becas.", {"300": P}),
    # those whom others join
    ("Llegarán 18 médicos, que se sumarán a los 40 de la clínica.", {"18": P, "40": R}),
    ("Se sumarán 40 médicos a la clínica.", {"40": P}),
    # a participle of intention is of its own phrase
    ("Se plantaron 300 de las 900 hectáreas programadas, con 4 mil cedros.", {"4 mil": R}),
    ("Se colocaron 300 créditos de 900 programados.", {"300": R, "900": P}),
    ("Dijo que un total de 40 agentes llegarán en mayo.", {"40": P}),
    ("Dijo que contrató a un total de 40 agentes y que abrirán en mayo.", {"40": R}),
    # who waits for a thing, and what is expected
    ("Hoy 90 enfermos esperan un riñón.", {"90": R}),
    ("Hoy esperan a 90 enfermos.", {"90": P}),
    # what begins, and what it is for
    ("Arrancó la obra para techar 4 canchas.", {"4": P}),
    ("Arrancó la obra con 4 cuadrillas.", {"4": R}),
]

HEADLINES = [
    ("Construira municipio 12 aulas en Tepic", {"12": P}),
    ("SE ENTREGARAN 300 BECAS EN LA CAPITAL", {"300": P}),
    ("ENTREGARÁ GOBIERNO 300 BECAS", {"300": P}),
    ("Genera Tlaxcala 300 empleos", {"300": R}),
    ("Prepara Colima 300 dosis", {"300": R}),
    ("Celebra Tepic 12 festivales", {"12": R}),
    ("Tendra Tepic 12 pozos", {"12": P}),
]

INTENTIONS = [
    ("Se ha puesto como objetivo llegar a 300 socios.", {"300": P}),
    ("Puso como ejemplo los 300 socios.", {"300": R}),
    ("La meta, recordó, es cerrar el año con 300 becas.", {"300": P}),
    ("El propósito para marzo es llegar a 70 por ciento.", {"70 por ciento": P}),
    ("El propósito es noble y ya dio 300 becas.", {"300": R}),
    ("La obra tiene por cambiar 87 postes.", {"87": P}),
    ("Quedan por revisar 12 puentes.", {"12": P}),
    ("Los pozos quedaron por regiones, y se abrieron 12.", {"12": R}),
    ("La oficina espera 14 mil visitas.", {"14 mil": P}),
    ("Hay en lista de espera 14 mil vecinos.", {"14 mil": R}),
    ("No hay que gastar 60 pesos en camión.", {"60 pesos": R}),
    ("La cifra supera en 34 por ciento lo que se había proyectado.", {"34 por ciento": R}),
    ("Lleva 85 actas de las 137 previstas, lo que representa un 63 por ciento.", {"63 por ciento": R}),
    # what is so now, against what comes
    ("Entregará desde mañana 13 litros, en vez de 14.", {"13 litros": P, "14": R}),
    ("El gasto pasará de 800 mil pesos a un millón de pesos.", {"800 mil pesos": R, "un millón de pesos": P}),
    ("Se hablará de 800 becas.", {"800": P}),
    ("Reabrirá después de cuatro meses de obras.", {"cuatro meses": R}),
    # what is said
    ("Indicó que desde el lunes, 300 agentes estarán en la playa.", {"300": P}),
    ("Reveló que de las 325 becas que se darán, 40 son de aquí.", {"325": P}),
    ("La meta del sexenio es plantar mil 100 árboles.", {"mil 100": P}),
    ("Esperamos a 40 mil visitantes.", {"40 mil": P}),
    ("El municipio busca que 300 familias tengan agua.", {"300": P}),
    ("Calcula que la ocupación alcance 75 por ciento.", {"75 por ciento": P}),
    ("Pretenden llegar a 45 veredas.", {"45": P}),
    ("Se analiza contratar a 20 médicos.", {"20": P}),
    ("Pidió que se entreguen 300 becas.", {"300": P}),
    ("Para 2026 vamos por 20 por ciento más.", {"20 por ciento": P}),
    ("Hay que vacunar a 300 niños.", {"300": P}),
    ("Con una inversión prevista de 4 millones de pesos se pinta el mercado.", {"4 millones de pesos": P}),
    ("Faltan 12 aulas por construir.", {"12": P}),
    ("El proyecto contempla 45 viviendas.", {"45": P}),
    ("Anunció la compra de 15 grúas.", {"15": P}),
    # intention spoken of something else, or done
    ("Anunció que el año pasado se repararon 40 calles.", {"40": R}),
    ("Se estima que asistieron 3 mil personas.", {"3 mil": R}),
    ("Se entregaron 300 de las 500 becas programadas.", {"300": R, "500": P}),
    ("De las 500 becas programadas se han entregado 320.", {"500": P, "320": R}),
    ("Hay que recordar que se sembraron 300 pinos.", {"300": R}),
    ("El plan tiene como meta 500 pozos.", {"500": P}),
    ("Firmó convenios para ejecutar 34 obras.", {"34": P}),
    ("Autorizó la compra de 12 grúas.", {"12": P}),
    ("Aprobó que se repararan 12 grúas.", {"12": R}),
    ("El pleno ha aprobado 3 millones para la contratación de 410 parados.", {"3 millones": R, "410": P}),
    ("Aprobada una partida para que los municipios contraten a 410 parados.", {"410": P}),
    ("El pleno había aprobado recursos para construir solo 50 casas.", {"50": P}),
    ("El pleno aprobó 12 dictámenes para la compra de terrenos.", {"12": R}),
    ("Destinó la partida para la compra de 12 camiones.", {"12": R}),
    ("La caja tiene 400 millones de pesos por pagar a sus proveedores.", {"400 millones de pesos": P}),
    ("Hubo 300 becas por pagar la cuota a tiempo.", {"300": R}),
    ("El edil radicó el Proyecto de Presupuesto para 2022, por 900 millones de pesos.", {"900 millones de pesos": P}),
    ("Presentó el proyecto de presupuesto con 12 votos.", {"12": R}),
    ("Adjudicó la obra. La iniciativa considera 60 cámaras.", {"60": P}),
    ("La iniciativa consideró 60 cámaras.", {"60": R}),
    ("El jefe considera 60 casos como graves.", {"60": R}),
    ("Firmó un acta, donde la nación se compromete a aportar el 30 por ciento.", {"30 por ciento": P}),
]

RELATIVES = [
    (
        "Dará 12 millones de pesos, de los cuales 3 millones de pesos ya fueron pagados.",
        {"12 millones de pesos": P, "3 millones de pesos": R},
    ),
    ("Llegaron 40 camas, de las cuales 12 se instalarán mañana.", {"40": R, "12": P}),
    ("Se abrirán 40 aulas, de las cuales 12 se construyeron en 2010.", {"40": P, "12": R}),
    ("Moderniza el pago con 15 cajeros que comenzarán a funcionar en enero.", {"15": P}),
    ("Recibió 300 equipos que se repartirán en la sierra.", {"300": R}),
    ("El material que se entregará consiste en 950 piezas.", {"950": P}),
    ("La obra, que se ejecutará en 2027, consta de 3 puentes.", {"3": P}),
    ("El material que se entregó consiste en 950 piezas.", {"950": R}),
    ("Visitó a familias de las 22 que recibirán cemento.", {"22": P}),
    ("Las cinco que faltan serán entregadas en agosto.", {"cinco": P}),
    ("Van 60 de los 103 pozos que el Gobierno ofreció.", {"60": R, "103": P}),
    ("Cancelará el crédito de 3 millones de pesos que tomó en 2019.", {"3 millones de pesos": R}),
    (
        "Pavimentará 12 calles, con una inversión que asciende a 90 millones de pesos, ayudando a 45 vecinos.",
        {"12": P, "90 millones de pesos": P, "45": P},
    ),
    ("Pavimentó 12 calles, con una inversión que asciende a 90 millones de pesos.", {"90 millones de pesos": R}),
    ("Refinanciará la deuda, que asciende a 40 millones de pesos.", {"40 millones de pesos": R}),
    ("Entregó 30 toneladas que serán repartidas.", {"30 toneladas": R}),
]

CONDITIONS = [
    ("En caso de que haya más de 20 casos, se cerrará la escuela.", {"más de 20": C}),
    ("Si se alcanza el 80 por ciento de cobertura, se abrirán 12 centros.", {"80 por ciento": C, "12": P}),
    ("De lo contrario estaremos tres meses en rojo.", {"tres meses": C}),
    ("En cada caso se dieron 3 apoyos.", {"3": R}),
    ("Si bien hubo 300 quejas, bajaron.", {"300": R}),
    ("Asumió el compromiso de regar 30 hectáreas.", {"30 hectáreas": P}),
    ("Cumplió su compromiso de entregar 300 becas.", {"300": R}),
    ("El plan busca también renovar 40 rutas.", {"40": P}),
    ("Dijo que visualizan cerrar con 50 plazas.", {"50": P}),
    ("Se espera para 2030 que uno de cada dos vecinos use el tren.", {"uno de cada dos": P}),
    (
        "Firmó un acuerdo para que se destinen 18 millones de pesos, de los cuales 8 son para caminos.",
        {"18 millones de pesos": P, "8": P},
    ),
    ("Dio inicio al anuncio de los dos ganadores.", {"dos": R}),
    ("En la feria, participarán 6 jueces, 15 grupos y 60 niños.", {"6": P, "15": P, "60": P}),
    ("Participarán 66 elementos, 15 unidades patrullas y 6 motos.", {"66": P, "15": P, "6": P}),
    ("Ofreció volver con 25 más, si así lo autoriza el Cabildo.", {"25": C}),
    ("El fondo permitiría, si el Congreso lo aprueba, dar entrada a 150 hogares.", {"150": C}),
    ("La multa sería de 3 mil pesos.", {"3 mil pesos": C}),
]

#: How a thing was got or valued has been, whatever is to come of it.
ORIGINS = [
    ("El Estado entregará 40 motos, compradas por 39 millones de pesos.", {"40": P, "39 millones de pesos": R}),
    (
        "Serán entregadas 12 patrullas, adquiridas a un costo de 9 millones de pesos.",
        {"12": P, "9 millones de pesos": R},
    ),
    ("El jueves se inaugurará el mercado, construido con 9 millones de pesos.", {"9 millones de pesos": R}),
    ("Los 12 buses, comprados con 4 millones de pesos, se pondrán en marcha.", {"12": P, "4 millones de pesos": R}),
    ("La carga, valuada en 4 millones de pesos, daría para 90 mil dosis.", {"4 millones de pesos": R, "90 mil": C}),
    ("La obra, valuada en 4 millones de pesos, iniciará en mayo.", {"4 millones de pesos": P}),
    ("Se construirán 12 aulas, financiadas con 30 millones de pesos.", {"30 millones de pesos": P}),
    ("El parque contará con canchas, construidas con 3 millones de pesos.", {"3 millones de pesos": P}),
    ("Se comprarán 12 patrullas, adquiridas con 9 millones de pesos.", {"9 millones de pesos": P}),
    ("El mercado, dotado con 40 puestos, abrirá el lunes.", {"40": P}),
]

#: What is told ahead, and verbs that a hedge holds.
TOLD_AHEAD = [
    ("Paz ha adelantado para este año la creación de una sala, dotada con 3 plazas.", {"3": P}),
    ("Adelantó para junio la apertura de 3 centros de día.", {"3": P}),
    ("La consejera avanzó para otoño la contratación de 30 médicos.", {"30": P}),
    ("El alcalde adelantó la construcción de un puente de 300 metros.", {"300 metros": P}),
    ("Ha anunciado la contratación de 30 médicos.", {"30": P}),
    ("Han anunciado que contrataron a 30 médicos.", {"30": R}),
    ("Avanzó la construcción de 30 casas en Ríos.", {"30": R}),
    ("El alcalde adelantó en enero el pago de 300 becas.", {"300": R}),
    ("Hay que llevar acta y no se atiende a más de 150 al día.", {"no se atiende a más de 150": R}),
    ("La meta es que no pasen de 30 los casos.", {"no pasen de 30": P}),
    ("Si no llegan a 30 los inscritos, se cierra.", {"no llegan a 30": C}),
]


@pytest.mark.parametrize(("text", "expected"), TENSES)
def test_the_tense_of_the_governing_verb(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), ORIGINS + TOLD_AHEAD + ACCOUNTS)
def test_what_has_been_and_what_is_told_ahead(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines_without_accents(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), INTENTIONS)
def test_words_of_intention(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), RELATIVES)
def test_relative_clauses(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_conditions(nlp, text, expected):
    check(nlp, text, expected)


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("Se entregarán estos equipos por pueblo:", P),
        ("Estos equipos se entregaron por pueblo:", R),
        ("Algunas de las metas del plan de equipos son:", P),
        ("Los objetivos que se lograron con los equipos son:", R),
    ],
)
def test_a_row_takes_the_status_of_the_sentence_that_opens_its_list(nlp, opening, status):
    check(nlp, f"Equipos para la sierra\n\n{opening}\n\n- Tecate: 12\n- Rumorosa: 9\n", {"12": status, "9": status})


ADVISED = [
    ("Las presas están por encima de 60 por ciento.", {"por encima de 60 por ciento": R}),
    ("Los precios están por debajo de 30 pesos.", {"por debajo de 30 pesos": R}),
    ("Están por abrirse 12 aulas.", {"12": P}),
    ("Se recomendó al alcalde capacitar a los 44 agentes.", {"44": P}),
    ("El síndico sugirió a la junta reparar 12 pozos.", {"12": P}),
    ("El síndico exhortó a la titular de la junta, que reparó 12 pozos.", {"12": R}),
    ("El juez recomendó 12 libros.", {"12": R}),
    # the members of an enumeration hang from the verb of the whole
    ("Se dieron 20 becas, de las que 5 serían para Ríos; 30 camas; 45 mesas.", {"20": R, "5": C, "30": R, "45": R}),
    ("Las obras serían 12 pozos en Ríos; 30 aulas en Lagos.", {"12": C, "30": C}),
    ("Dijo ayer que serían 12 pozos en Ríos; 30 aulas en Lagos.", {"12": C, "30": C}),
]


@pytest.mark.parametrize(("text", "expected"), ADVISED)
def test_what_is_advised_and_what_stands_near_a_conditional(nlp, text, expected):
    check(nlp, text, expected)

"""Numbers that leave their unit out: tables of (text, quantities), each figure with texts that only look like it."""

from __future__ import annotations

import pytest

from tests.test_quantities import quantities

SUMS = [
    (
        "El fondo fue de 9 billones de pesos. De estos, 2.1 billones (40.4%) serán para educación y 1 billón para salud.",
        [
            "9 billones de pesos=9000000000000 money MXN",
            "2.1 billones=2100000000000 money MXN",
            "40.4%=40.4 percentage %",
            "1 billón=1000000000000 money MXN",
        ],
    ),
    (
        "Procesa 2 billones de datos y gastó 3 billones de pesos.",
        ["2 billones=2000000000000", "3 billones de pesos=3000000000000 money MXN"],
    ),
    (
        "Tuvo 2.4 millones de visitas con un gasto de 30 millones de pesos. De estas, 1.1 millones fueron de niños.",
        ["2.4 millones=2400000", "30 millones de pesos=30000000 money MXN", "1.1 millones=1100000"],
    ),
    (
        "Tuvo 2.4 millones de visitas con un gasto de 30 millones de pesos. De esa suma, 12 millones van a salud.",
        ["2.4 millones=2400000", "30 millones de pesos=30000000 money MXN", "12 millones=12000000 money MXN"],
    ),
    (
        "El importe se mantuvo, con un alza del 0.6%, hasta los 64 millones.",
        ["0.6%=0.6 percentage %", "64 millones=64000000 money MXN"],
    ),
    (
        "La inversión creció un 4% y los viajeros subieron un 3%, hasta los 12 millones.",
        ["4%=4 percentage %", "3%=3 percentage %", "12 millones=12000000"],
    ),
    (
        "Los ingresos fueron de 20 millones de pesos; fueron 11 millones los viajeros.",
        ["20 millones de pesos=20000000 money MXN", "11 millones=11000000"],
    ),
    # advance payments, prices told as a part of the whole cost, and millions of which "importe" is the subject
    (
        "Dio 20 millones de pesos. El abono se suma a los 3.4 millones adelantados y a los 8.1 millones del segundo pago.",
        ["20 millones de pesos=20000000 money MXN", "3.4 millones=3400000 money MXN", "8.1 millones=8100000 money MXN"],
    ),
    (
        "La cuantía se situó en los 64 millones, de los que ya se han devuelto 12.",
        ["64 millones=64000000 money MXN", "12=12000000 money MXN"],
    ),
    (
        "Los contratos bajaron un 3% en número y un 8% en importe, que se redujo hasta 31 millones.",
        ["3%=3 percentage %", "8%=8 percentage %", "31 millones=31000000 money MXN"],
    ),
    (
        "El plan pone 90 mil pesos y el pueblo el resto, hasta los 150 mil del presupuesto.",
        ["90 mil pesos=90000 money MXN", "hasta los 150 mil=150000 at_most money MXN"],
    ),
    (
        "El censo se situó en 40 millones y llegó a 3 millones de usuarios.",
        ["40 millones=40000000", "3 millones=3000000"],
    ),
    # millions beside sums, of which the subject says what they count
    (
        "La recaudación sumó 724 millones de pesos. El padrón de usuarios llegó a 52.8 millones, 1.3 millones más.",
        ["724 millones de pesos=724000000 money MXN", "52.8 millones=52800000", "1.3 millones=1300000"],
    ),
    (
        "La recaudación sumó 724 millones de pesos y la deuda para las familias llegó a 52.8 millones.",
        ["724 millones de pesos=724000000 money MXN", "52.8 millones=52800000 money MXN"],
    ),
    # pairs of a count and its price
    (
        "120 alumnos de primaria, a razón de 350 pesos; 60 de secundaria, con 420, y 15 de prepa, con 600.",
        ["120=120", "350 pesos=350 money MXN", "60=60", "420=420 money MXN", "15=15", "600=600 money MXN"],
    ),
    (
        "Dieron 20 vales de 5 mil pesos, 15 de 10 mil y tres de 25 mil.",
        ["20=20", "5 mil pesos=5000 money MXN", "15=15", "10 mil=10000 money MXN", "tres=3", "25 mil=25000 money MXN"],
    ),
    ("Pagó 300 pesos y 17 de los 22 mil inscritos.", ["300 pesos=300 money MXN", "17=17", "22 mil=22000"]),
    # verbs of payment
    ("El aval cuesta 80 pesos; a las viudas les tocan mil.", ["80 pesos=80 money MXN", "mil=1000 money MXN"]),
    ("Gastaba 60 pesos en camión para cobrar 250.", ["60 pesos=60 money MXN", "250=250 money MXN"]),
    ("Sale en 90 pesos, contra los 140 que vale en tienda.", ["90 pesos=90 money MXN", "140=140 money MXN"]),
    ("Cuesta 90 pesos y a la feria fueron 140.", ["90 pesos=90 money MXN", "140=140"]),
    ("Debía 9 mil pesos de un préstamo, de cinco mil.", ["9 mil pesos=9000 money MXN", "cinco mil=5000 money MXN"]),
    (
        "Son vales de 600 euros; la cuantía sube a 1,800 si hay hijos.",
        ["600 euros=600 money EUR", "1,800=1800 money EUR"],
    ),
    ("Son vales de 600 euros; el registro sube a 180 vecinos.", ["600 euros=600 money EUR", "180=180"]),
    # millions count nothing without "de"
    (
        "La barda cuesta 9 mdp; el puente se lleva 4.1 millones.",
        ["9 mdp=9000000 money MXN", "4.1 millones=4100000 money MXN"],
    ),
    ("Dieron 40 créditos por 2.5 millones.", ["40=40", "2.5 millones=2500000 money MXN"]),
    ("Son 2 millones de dosis; faltan 1.5 millones.", ["2 millones=2000000", "1.5 millones=1500000"]),
    ("Costó 8 mdp; de 3 millones presentadas, aprobó 2.", ["8 mdp=8000000 money MXN", "3 millones=3000000", "2=2"]),
    ("Pasó del gasto de 3 mdp a vacunar a 2 millones de niños.", ["3 mdp=3000000 money MXN", "2 millones=2000000"]),
    (
        "Cobró 3 mdp y la línea devolvió 214 mil 800 a 32 casas.",
        ["3 mdp=3000000 money MXN", "214 mil 800=214800 money MXN", "32=32"],
    ),
    (
        "En la tienda cuesta 12 mil pesos y aquí sale en mil 490.",
        ["12 mil pesos=12000 money MXN", "mil 490=1490 money MXN"],
    ),
    ("Costó 12 mil pesos y aquí sale en 14 barrios.", ["12 mil pesos=12000 money MXN", "14=14"]),
    ("Valía 18 mil pesos y cubrieron 600 como cuota.", ["18 mil pesos=18000 money MXN", "600=600 money MXN"]),
    ("Se adquirió una cuatrimoto, por 480 mil.", ["480 mil=480000 money MXN"]),
    ("Pasaron, por 480 mil.", ["480 mil=480000"]),
    ("Les darán 4 mil a cada pescador.", ["4 mil=4000 money MXN"]),
    ("Les darán 4 a cada pescador.", ["4=4"]),
    (
        "Fueron 63 mdp, sin contar 11.2 millones de subsidio.",
        ["63 mdp=63000000 money MXN", "11.2 millones=11200000 money MXN"],
    ),
    ("Fueron 63 mdp y 2 millones de visitantes.", ["63 mdp=63000000 money MXN", "2 millones=2000000"]),
    # a part in the millions of the whole
    (
        "Hay una bolsa de 4 millones de pesos; hemos dispersado tres.",
        ["4 millones de pesos=4000000 money MXN", "tres=3000000 money MXN"],
    ),
    (
        "Tuvo ingresos por 90 millones de pesos y la deuda se redujo a 12, cuando en 2019 llegó a ser de 30.",
        ["90 millones de pesos=90000000 money MXN", "12=12000000 money MXN", "30=30000000 money MXN"],
    ),
]

WAYS = [
    ("Entran 8 metros cúbicos por segundo y salen 15.", ["8 metros cúbicos=8 volume m3", "15=15 volume m3"]),
    ("La planta produce 30 toneladas y consume 4.", ["30 toneladas=30 mass t", "4=4 mass t"]),
    ("Entraron 300 euros y salieron 15 personas.", ["300 euros=300 money EUR", "15=15"]),
    ("El río subió 2 metros y bajó 15 veces.", ["2 metros=2 length m", "15=15"]),
    # what there is for one is not told in millions
    (
        "La cosecha fue de 2.8 millones de quintales, un rendimiento de 15.6 por manzana.",
        ["2.8 millones de quintales=2800000 mass q", "15.6=15.6 mass q"],
    ),
]

SHARES = [
    # counts between two shares
    (
        "Las llamadas subieron un 20%, hasta alcanzar 412, y un 7% en costo.",
        ["20%=20 percentage %", "412=412", "7%=7 percentage %"],
    ),
    (
        "Los socios crecieron un 2%, hasta los 90, y un 7% en aportes.",
        ["2%=2 percentage %", "90=90", "7%=7 percentage %"],
    ),
    ("Subió entre un 3 y un 4%.", ["3=3 percentage %", "4%=4 percentage %"]),
    ("Creció el 3 y el 5 por ciento.", ["3=3 percentage %", "5 por ciento=5 percentage %"]),
    ("El gasto era 72 por ciento y lo dejamos en 63.", ["72 por ciento=72 percentage %", "63=63 percentage %"]),
    ("El gasto era 72 por ciento y dejamos 63 obras.", ["72 por ciento=72 percentage %", "63=63"]),
    (
        "Invirtió 32 millones de pesos en la sala, que pasará de 12 a 20 camas.",
        ["32 millones de pesos=32000000 money MXN", "12=12", "20=20"],
    ),
    (
        "El fondo, de 32 millones de pesos, subió de 12 a 20 millones.",
        ["32 millones de pesos=32000000 money MXN", "12=12000000 money MXN", "20 millones=20000000 money MXN"],
    ),
    ("El plazo era de 150 días, pero se terminó en 132.", ["150 días=150 duration day", "132=132 duration day"]),
    ("El plazo era de 150 días, pero se terminó en 132 calles.", ["150 días=150 duration day", "132=132"]),
    ("Duró 150 días. Se terminó en 132.", ["150 días=150 duration day", "132=132"]),
    ("El plazo pasó de los 15 a los 30 días.", ["15=15 duration day", "30 días=30 duration day"]),
    ("Vino de los 15 a los 30 pueblos.", ["de los 15 a los 30=15..30 range"]),
    (
        "La caja pone el 40 por ciento, el 35 la intendencia y el 25 los vecinos.",
        ["40 por ciento=40 percentage %", "35=35 percentage %", "25=25 percentage %"],
    ),
    ("El 70 % lo paga el ministerio y el 30 la comuna.", ["70 %=70 percentage %", "30=30 percentage %"]),
    ("Subió 30 por ciento y el 25 el alcalde vuelve.", ["30 por ciento=30 percentage %", "25=25"]),
    ("El barrio pone el 20 por ciento y la alcaldía el 80.", ["20 por ciento=20 percentage %", "80=80 percentage %"]),
    (
        "El 60 por ciento es de ellas; el 40 restante, de ellos.",
        ["60 por ciento=60 percentage %", "40=40 percentage %"],
    ),
    ("Está al 35 por ciento; el plazo vence el 15.", ["35 por ciento=35 percentage %"]),
    (
        "Llegó al 88 por ciento, ocho puntos más que ayer.",
        ["88 por ciento=88 percentage %", "ocho puntos=8 percentage %"],
    ),
    ("Subió 8 por ciento y abrió tres puntos de venta.", ["8 por ciento=8 percentage %", "tres=3"]),
    (
        "Bajó al 4.2 por ciento, tres décimas menos.",
        ["4.2 por ciento=4.2 percentage %", "tres décimas=0.3 percentage %"],
    ),
    (
        "Pasó al 81 por ciento. Este año no bajaremos de 90.",
        ["81 por ciento=81 percentage %", "no bajaremos de 90=90 at_least percentage %"],
    ),
    ("Creció 15 por ciento, es decir, 30 más que en abril.", ["15 por ciento=15 percentage %", "30=30"]),
    ("El 12 por ciento son jóvenes, el 30 adultos.", ["12 por ciento=12 percentage %", "30=30 percentage %"]),
    ("La mora cayó del 62 al 41 por ciento.", ["62=62 percentage %", "41 por ciento=41 percentage %"]),
]

SERIES = [
    # an average in a time
    (
        "Revistió 46.3 kilómetros en 22 días, un promedio de 2.1 cada día.",
        ["46.3 kilómetros=46.3 length km", "22 días=22 duration day", "2.1=2.1 length km"],
    ),
    ("Cubrió 730 kilómetros y dio un promedio de 3 becas cada día.", ["730 kilómetros=730 length km", "3=3"]),
    ("Dio 300 becas, un promedio de 3 cada día.", ["300=300", "3=3"]),
    ("Cubrió 730 kilómetros. La fila tuvo un promedio de 2.1 cada mes.", ["730 kilómetros=730 length km", "2.1=2.1"]),
    # what brackets say beside a count of their own
    (
        "Lerdo, 2,300 becas (4 millones de pesos); Nazas, 1,100 (2), y Mapimí, 900 (1.5).",
        [
            "2,300=2300",
            "4 millones de pesos=4000000 money MXN",
            "1,100=1100",
            "2=2000000 money MXN",
            "900=900",
            "1.5=1500000 money MXN",
        ],
    ),
    ("Lerdo, 3 premios (2 de oro); Nazas, 4 (1).", ["3=3", "2=2", "4=4", "1=1"]),
    # a last member far smaller than the first
    (
        "Juntó 500 kilos de pilas, 90 de fierro, 12.5 de tinta y 0.9 de cobre.",
        ["500 kilos=500 mass kg", "90=90 mass kg", "12.5=12.5 mass kg", "0.9=0.9 mass kg"],
    ),
    # a count with a sum of its own in a relative clause, and the next count; sums of one size
    (
        "Lerdo con 42 socios, que ponen 3 millones de pesos, y Nazas con 9.",
        ["42=42", "3 millones de pesos=3000000 money MXN", "9=9"],
    ),
    (
        "Destacan Lerdo, con 3 millones de pesos, y Nazas, con 2.",
        ["3 millones de pesos=3000000 money MXN", "2=2000000 money MXN"],
    ),
    # parts of the whole that opens the sentence, and what is none
    ("De las 900 hectáreas previstas se han plantado 312.", ["900 hectáreas=900 area ha", "312=312 area ha"]),
    (
        "De los 40 kilómetros de la red se han revisado 12 y faltan 28.",
        ["40 kilómetros=40 length km", "12=12 length km", "28=28 length km"],
    ),
    (
        "De las 30 toneladas de basura, 12 eran de hule y 18 de vidrio.",
        ["30 toneladas=30 mass t", "12=12 mass t", "18=18 mass t"],
    ),
    (
        "De las 900 hectáreas previstas se han dado 312 al ejido.",
        ["900 hectáreas=900 area ha", "312=312 area ha"],
    ),
    ("De las 900 hectáreas se hicieron 312 parcelas.", ["900 hectáreas=900 area ha", "312=312"]),
    ("De las 30 toneladas que juntaron 12 brigadas, 4 eran de hule.", ["30 toneladas=30 mass t", "12=12", "4=4"]),
    ("De las 30 toneladas salieron a la venta 400.", ["30 toneladas=30 mass t", "400=400"]),
    # a comma for the verb behind the number
    (
        "Unas 1,240 toneladas fueron papel; 486, a vidrio, y las 190 restantes, a metal.",
        ["Unas 1,240 toneladas=1240 about mass t", "486=486 mass t", "190=190 mass t"],
    ),
    ("Juntó 240 toneladas; 48 vecinos, a pie, ayudaron.", ["240 toneladas=240 mass t", "48=48"]),
    (
        "De eso, 5 millones de pesos son para caminos y los 3,000,000 restantes, para el puente.",
        ["5 millones de pesos=5000000 money MXN", "3,000,000=3000000 money MXN"],
    ),
    ("Dio 900 pesos a los caminos y los 40 restantes vecinos esperan.", ["900 pesos=900 money MXN", "40=40"]),
    (
        "Dio 9,000 pesos a Ica; en Lima, 7,352; y, en Villa Rica 3,600.",
        ["9,000 pesos=9000 money MXN", "7,352=7352 money MXN", "3,600=3600 money MXN"],
    ),
    # what was counted beside the money is parted
    (
        "Dio 300 millones de pesos a 40 obras. La mayor parte de las obras fue para Ica con 20.",
        ["300 millones de pesos=300000000 money MXN", "40=40", "20=20"],
    ),
    (
        "Dio 300 millones de pesos a 40 obras. La mayor parte fue para Ica, con 20.",
        ["300 millones de pesos=300000000 money MXN", "40=40", "20=20000000 money MXN"],
    ),
    (
        "Hay 40 adultos por encima de los 60 años y obras de más de 60 años.",
        ["40=40", "por encima de los 60 años=60 more_than age year", "más de 60 años=60 more_than duration year"],
    ),
    ("Pide 24 meses (antes eran 12).", ["24 meses=24 duration month", "12=12 duration month"]),
    ("Pide 24 meses (antes eran 12 pasos).", ["24 meses=24 duration month", "12=12"]),
    ("Destina 3 millones a caminos.", ["3 millones=3000000 money MXN"]),
    ("Destina 3 millones de dosis a las sedes.", ["3 millones=3000000"]),
    # parts of what was counted beside the money, and of the money
    (
        "Reparó 214 aulas con 136 millones de pesos. De ellas, 74 se ubican en Ica y 51 en Lima.",
        ["214=214", "136 millones de pesos=136000000 money MXN", "74=74", "51=51"],
    ),
    (
        "El fondo dio 136 millones de pesos. De ellos, 74 serán para obras.",
        ["136 millones de pesos=136000000 money MXN", "74=74000000 money MXN"],
    ),
    # an average, and what a year will close with
    (
        "Se pintaron 320 kilómetros, a un promedio de 80 por año, y este cerrará con 142.",
        ["320 kilómetros=320 length km", "80=80 length km", "142=142 length km"],
    ),
    ("Gastó 900 pesos y cerró con 142 obras.", ["900 pesos=900 money MXN", "142=142"]),
    # shares among so many
    (
        "El golf recibe 212 mil euros, repartidos entre 29 clubes; el remo, 74 mil 500, y la vela, 49 mil.",
        ["212 mil euros=212000 money EUR", "29=29", "74 mil 500=74500 money EUR", "49 mil=49000 money EUR"],
    ),
    ("Dio 900 pesos a 29 clubes; en el norte, 140 son nuevos.", ["900 pesos=900 money MXN", "29=29", "140=140"]),
    (
        "Dio 3 millones de pesos a 29 clubes; el remo, 14.",
        ["3 millones de pesos=3000000 money MXN", "29=29", "14=14"],
    ),
    # who else pays, by the whole name
    (
        "La Federación pone 40 millones de pesos, el Gobierno del Estado 5 millones 650 mil y la Secretaría de Obras 8.",
        ["40 millones de pesos=40000000 money MXN", "5 millones 650 mil=5650000 money MXN", "8=8000000 money MXN"],
    ),
    (
        "Gastó 40 millones de pesos y el barrio del Valle 12 calles.",
        ["40 millones de pesos=40000000 money MXN", "12=12"],
    ),
    # what stands beside a noun continues what stood beside another, and no sum between
    (
        "El aula, de 24 mesas, costó 9 millones de pesos, y el taller, de 18, tardó más.",
        ["24=24", "9 millones de pesos=9000000 money MXN", "18=18"],
    ),
    (
        "El puente sur, de 120 metros, costó 30 millones de pesos; el del norte, de 80, nada.",
        ["120 metros=120 length m", "30 millones de pesos=30000000 money MXN", "80=80 length m"],
    ),
    (
        "El proyecto del puente, de 30 millones de pesos, y el del mercado, de 18, van juntos.",
        ["30 millones de pesos=30000000 money MXN", "18=18000000 money MXN"],
    ),
    # measures in brackets
    (
        "Retuvo carne (210 kilos), las frutas (138) y la miel (90).",
        ["210 kilos=210 mass kg", "138=138 mass kg", "90=90 mass kg"],
    ),
    ("Regó maíz (40 hectáreas) y trigo (25).", ["40 hectáreas=40 area ha", "25=25 area ha"]),
    ("Pidió a Lota (40 pesos); Penco (25).", ["40 pesos=40 money MXN", "25=25 money MXN"]),
    ("Fue en Lota (40 becas) y Penco (25).", ["40=40", "25=25"]),
    ("Regó maíz (40 hectáreas) y abrió 25 (nuevos) pozos.", ["40 hectáreas=40 area ha", "25=25"]),
    # the parts of a whole behind a colon
    (
        "Dan 100 mil pesos: 50 mil para el primero y 30 mil para el otro.",
        ["100 mil pesos=100000 money MXN", "50 mil=50000 money MXN", "30 mil=30000 money MXN"],
    ),
    ("Son 12 toneladas: 8 de papel y 4 de cartón.", ["12 toneladas=12 mass t", "8=8 mass t", "4=4 mass t"]),
    ("Son 12 toneladas: 80 vecinos ayudaron.", ["12 toneladas=12 mass t", "80=80"]),
    (
        "Cuesta 16 mil 400 millones de pesos. De ahí la Nación pone 7 mil 900, la Alcaldía 6 mil y el resto es de regalías.",
        [
            "16 mil 400 millones de pesos=16400000000 money MXN",
            "7 mil 900=7900000000 money MXN",
            "6 mil=6000000000 money MXN",
        ],
    ),
    # one verb, another time
    ("Sacaban 12 litros; las nuevas sacan 20.", ["12 litros=12 volume l", "20=20 volume l"]),
    ("Sacaban 12 litros; las nuevas atienden 20.", ["12 litros=12 volume l", "20=20"]),
    (
        "Fueron 31.4 toneladas. En igual mes del año anterior habían sido 19.",
        ["31.4 toneladas=31.4 mass t", "19=19 mass t"],
    ),
    ("Nació con 11 mil hectáreas y hoy tiene 60 mil.", ["11 mil hectáreas=11000 area ha", "60 mil=60000 area ha"]),
    ("Nació con 11 mil hectáreas y hoy tiene 60 mil socios.", ["11 mil hectáreas=11000 area ha", "60 mil=60000"]),
    ("Quita 80 por ciento a quien pague y 50 a quien firme.", ["80 por ciento=80 percentage %", "50=50 percentage %"]),
    ("Son niños el 21 por ciento. La tasa, de 20.1, baja.", ["21 por ciento=21 percentage %", "20.1=20.1 ratio"]),
    ("El boleto cuesta 15 pesos y 10 para alumnos.", ["15 pesos=15 money MXN", "10=10 money MXN"]),
    ("El dique costó 3.2 millones; el canal, 4.1.", ["3.2 millones=3200000 money MXN", "4.1=4100000 money MXN"]),
    (
        "Sembró 40 hectáreas de maíz, 25 de frijol y 12 de chile.",
        ["40 hectáreas=40 area ha", "25=25 area ha", "12=12 area ha"],
    ),
    ("Hizo 1.2 kilómetros de calles y 0.8 de aceras.", ["1.2 kilómetros=1.2 length km", "0.8=0.8 length km"]),
    ("Tendió 7 kilómetros sobre un total de 11.", ["7 kilómetros=7 length km", "11=11 length km"]),
    (
        "El pago era de 31 millones de pesos y está en 19.",
        ["31 millones de pesos=31000000 money MXN", "19=19000000 money MXN"],
    ),
    (
        "Van 680 pesos a becas, 310 a comedores y 200 a viajes.",
        ["680 pesos=680 money MXN", "310=310 money MXN", "200=200 money MXN"],
    ),
    ("Reparte 900 pesos; Ures se llevó 500.", ["900 pesos=900 money MXN", "500=500 money MXN"]),
    ("El pase cuesta 25 pesos, 20 para estudiantes.", ["25 pesos=25 money MXN", "20=20 money MXN"]),
    (
        "Aprobó un gasto de 350 mil pesos y dejó otro de 120 mil.",
        ["350 mil pesos=350000 money MXN", "120 mil=120000 money MXN"],
    ),
    ("Con 45 kilómetros y 300 ciclistas; 20 se fueron.", ["45 kilómetros=45 length km", "300=300", "20=20"]),
    (
        "Cada cuadrilla cuesta 30 mil pesos y hay 12 en la sierra, 4 en la costa.",
        ["30 mil pesos=30000 money MXN", "12=12", "4=4"],
    ),
    # the count before a sum of its own
    (
        "Lima suma 630 obras y 4 mdp; Ica, con 42, obtiene 3 mdp y",
        ["630=630", "4 mdp=4000000 money MXN", "42=42", "3 mdp=3000000 money MXN"],
    ),
    # a sum said again in another currency is no antecedent
    (
        "Pidió 600 UF, algo así como 20 mil dólares, de las que 500 son del Estado y 100 al ahorro.",
        [
            "600 UF=600 money CLF",
            "algo así como 20 mil dólares=20000 about money USD",
            "500=500 money CLF",
            "100=100 money CLF",
        ],
    ),
]

LETTERS = [
    ("Dio Q5 mil 49 y Q1,300 por casa; el Q4 cerró.", ["Q5 mil 49=5049 money GTQ", "Q1,300=1300 money GTQ"]),
    ("Costó Bs41.7 millones y UF30.", ["Bs41.7 millones=41700000 money BOB", "UF30=30 money CLF"]),
    ("Son G. 350,000 de gastos.", ["G. 350,000=350000 money PYG"]),
    ("Piezas C4, B12 y SM76.", []),
    ("Llegaron 118 mil pares y un par de botas.", ["118 mil=118000", "un par=2"]),
]


COMPARISONS = [
    (
        "Recibió 41.2 millones de pesos, frente a los 38 de 2012.",
        ["41.2 millones de pesos=41200000 money MXN", "38=38000000 money MXN"],
    ),
    ("Dio 30 becas por 200 pesos, frente a las 280 de 2012.", ["30=30", "200 pesos=200 money MXN", "280=280"]),
    (
        "Se gastan 90 litros al día, muy por encima de los 70 de la media.",
        ["90 litros=90 volume l", "70=70 volume l"],
    ),
    (
        "Plazo de 12 meses, por encima de los 900 vecinos.",
        ["12 meses=12 duration month", "por encima de los 900=900 more_than"],
    ),
    # a part behind or before: "de ellos", "de los X, Y"
    ("Suma 28.6 mdp, 19 de ellos para renta.", ["28.6 mdp=28600000 money MXN", "19=19000000 money MXN"]),
    ("Recogió 310 toneladas de basura, 45 de ellas ayer.", ["310 toneladas=310 mass t", "45=45 mass t"]),
    ("Dio 20 mil pesos a los vecinos, 12 de ellos jóvenes.", ["20 mil pesos=20000 money MXN", "12=12"]),
    ("De los 60 mdp que mueve el plan, 80 vecinos nada ven.", ["60 mdp=60000000 money MXN", "80=80"]),
    ("De los 160 mdp que mueve el plan, 80 son del fisco.", ["160 mdp=160000000 money MXN", "80=80000000 money MXN"]),
    (
        "De los 21 millones 900 mil pesos, 2.5 se reservan.",
        ["21 millones 900 mil pesos=21900000 money MXN", "2.5=2500000 money MXN"],
    ),
    # differences
    (
        "Hay 349 millones de litros, 8.2 menos que en abril y 215 por debajo de lo usual.",
        ["349 millones de litros=349000000 volume l", "8.2=8200000 volume l", "215=215000000 volume l"],
    ),
    (
        "Pasó a 18 millones de euros, seis más que antes.",
        ["18 millones de euros=18000000 money EUR", "seis=6000000 money EUR"],
    ),
    ("Cobró 95 mdp, superando en 10 la meta.", ["95 mdp=95000000 money MXN", "10=10000000 money MXN"]),
    ("Cobró 95 mdp y aumentó en 10 la plantilla.", ["95 mdp=95000000 money MXN", "10=10"]),
    # the other term
    ("Subió a 450 dólares desde los 425 del año pasado.", ["450 dólares=450 money USD", "425=425 money USD"]),
    ("Abrió a los 450 metros desde los 12 del barrio.", ["450 metros=450 length m", "12=12"]),
    ("Tardará 25 minutos, frente a los 40 actuales.", ["25 minutos=25 duration min", "40=40 duration min"]),
    (
        "Vendió 2 mil 300 millones de pesos, contra 1 mil 900 del mismo mes.",
        ["2 mil 300 millones de pesos=2300000000 money MXN", "1 mil 900=1900000000 money MXN"],
    ),
    # pairs of measures
    (
        "Repuso 40 por ciento en cinco horas, 73 en 12 y 85 en 20.",
        [
            "40 por ciento=40 percentage %",
            "cinco horas=5 duration h",
            "73=73 percentage %",
            "12=12 duration h",
            "85=85 percentage %",
            "20=20 duration h",
        ],
    ),
    (
        "Sube 40 por ciento en cinco horas, 73 a 12 pueblos.",
        ["40 por ciento=40 percentage %", "cinco horas=5 duration h", "73=73", "12=12"],
    ),
]


BREAKDOWNS = [
    # parts that share the magnitude of what they add up to
    (
        "Recibe $80 millones: $50 para niñas y $30 para niños.",
        ["$80 millones=80000000 money MXN", "$50=50000000 money MXN", "$30=30000000 money MXN"],
    ),
    (
        "Recibe 80.5 millones de pesos: 50.5 para niñas y 30 para niños.",
        ["80.5 millones de pesos=80500000 money MXN", "50.5=50500000 money MXN", "30=30000000 money MXN"],
    ),
    ("Recibe $80 millones: $50 por familia.", ["$80 millones=80000000 money MXN", "$50=50 money MXN"]),
    (
        "Recibe $80 millones: $50 para la niña y $20 para el niño.",
        ["$80 millones=80000000 money MXN", "$50=50 money MXN", "$20=20 money MXN"],
    ),
    (
        "El bono llega a 1,820 soles: 50 por cada una de las cuatro visitas, 120 por el alta y 125 por cada taller.",
        ["1,820 soles=1820 money PEN", "50=50 money PEN", "cuatro=4", "120=120 money PEN", "125=125 money PEN"],
    ),
    (
        "Suma 3 mil pesos: mil por inscribirse, 500 por cada mes y mil 500 al salir.",
        ["3 mil pesos=3000 money MXN", "mil=1000 money MXN", "500=500 money MXN", "mil 500=1500 money MXN"],
    ),
    (
        "El kit sale en 900 pesos, 300 por la caja y 600 por el filtro.",
        ["900 pesos=900 money MXN", "300=300 money MXN", "600=600 money MXN"],
    ),
    ("La multa es de 2300 soles: 800 por el desmonte.", ["2300 soles=2300 money PEN", "800=800 money PEN"]),
    (
        "El curso dura 12 semanas, ocho de aula y cuatro de campo.",
        ["12 semanas=12 duration week", "ocho=8 duration week", "cuatro=4 duration week"],
    ),
    # what only looks like a part
    ("Gastó 300 mil pesos: 20 cámaras y 4 motos.", ["300 mil pesos=300000 money MXN", "20=20", "4=4"]),
    (
        "Reunió 3 mil pesos por 20 multas: 12 por ruido y 8 por basura.",
        ["3 mil pesos=3000 money MXN", "20=20", "12=12", "8=8"],
    ),
    ("Pagan 900 pesos, 30 por ciento más.", ["900 pesos=900 money MXN", "30 por ciento=30 percentage %"]),
    ("Duró 12 semanas, ocho de las obras y tres de los pozos.", ["12 semanas=12 duration week", "ocho=8", "tres=3"]),
    ("Dieron 900 pesos a 40 viudas, 15 de Lerdo.", ["900 pesos=900 money MXN", "40=40", "15=15"]),
]

DURATIONS = [
    ("un crédito a ocho años, con dos de gracia", ["ocho años=8 duration year", "dos=2 duration year"]),
    ("la concesión de 20 años, prorrogable por otros diez.", ["20 años=20 duration year", "diez=10 duration year"]),
    ("una garantía de dos años, ampliable a cinco.", ["dos años=2 duration year", "cinco=5 duration year"]),
    ("12 años de prisión, de los que cumplió cuatro.", ["12 años=12 duration year", "cuatro=4 duration year"]),
    ("lleva seis meses de los ocho previstos", ["seis meses=6 duration month", "ocho=8 duration month"]),
    (
        "a 20 años, con tasa del 8 % durante los primeros siete.",
        ["20 años=20 duration year", "8 %=8 percentage %", "siete=7 duration year"],
    ),
    # what only looks like time
    ("en 12 meses dio 300 vales en los primeros 40 barrios", ["12 meses=12 duration month", "300=300", "40=40"]),
    ("duró 3 días, con 20 de Lerdo y 12 de Nazas", ["3 días=3 duration day", "20=20", "12=12"]),
    ("un plazo de 5 años, ampliable a 12 municipios", ["5 años=5 duration year", "12=12"]),
    ("12 años de obras, de las que abrió cuatro.", ["12 años=12 duration year", "cuatro=4"]),
    ("lleva seis meses de los ocho barrios", ["seis meses=6 duration month", "ocho=8"]),
    ("en dos años. Con tres de gracia", ["dos años=2 duration year", "tres=3"]),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_what_comes_and_goes(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), BREAKDOWNS)
def test_parts_of_a_whole(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations_without_their_unit(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), SUMS, ids=lambda value: str(value)[:40])
def test_sums_without_their_currency(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), COMPARISONS, ids=lambda value: str(value)[:40])
def test_terms_of_a_comparison(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=lambda value: str(value)[:40])
def test_shares_without_their_sign(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), SERIES, ids=lambda value: str(value)[:40])
def test_members_of_a_series(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS, ids=lambda value: str(value)[:40])
def test_letters_of_a_currency_without_a_blank(text: str, expected: list[str]):
    assert quantities(text) == expected


def test_the_sign_of_nicaragua_is_its_own():
    assert quantities("Dio C$500 a cada madre.", "NI") == ["C$500=500 money NIO"]

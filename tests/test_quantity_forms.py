"""How releases write what they measure: millions, dashes, levels, ages, degrees, works; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.test_ledger import classes
from tests.test_quantities import quantities

MILLIONS = [
    ("la presa guarda dos mil 315.40 Mm3", "MX", ["dos mil 315.40 Mm3=2315400000 volume m3"]),
    ("48 Mm³ y 20 mm", "MX", ["48 Mm³=48000000 volume m3", "20 mm=20 length mm"]),
    ("llegaron 4.2 MM de dosis por S/ 12 MM.", "PE", ["4.2 MM=4200000", "S/ 12 MM=12000000 money PEN"]),
    ("costó Bs 14 MM, otros USD 5,3MM", "BO", ["Bs 14 MM=14000000 money BOB", "USD 5,3MM=5300000 money USD"]),
    (
        "la inversión alcanza los 3.500 MM y USD 12 MM más",
        "CL",
        ["3.500 MM=3500000000 money CLP", "USD 12 MM=12000000 money USD"],
    ),
    ("un crédito de 12 MM de soles", "PE", ["12 MM de soles=12000000 money PEN"]),
    ("cayeron 40 MM de lluvia", "MX", ["40 MM=40 length mm"]),
    ("un tubo de 200 MM de diámetro", "MX", ["200 MM=200 length mm"]),
    ("la obra cuesta 3.000.000 de euros", "ES", ["3.000.000 de euros=3000000 money EUR"]),
    ("450.000 de pesos de 900.000", "CO", ["450.000 de pesos=450000 money COP", "900.000=900000"]),
    ("puso 300.000 de las dosis", "ES", ["300.000=300000"]),
]

DASHES = [
    ("detuvo a 5 jóvenes -3 chicos y 2 chicas-", "ES", ["5=5", "3=3", "2=2"]),
    ("el saldo fue de -120 empleos", "ES", ["-120=-120"]),
    ("cayó un -2,4 por ciento, -3 grados", "ES", ["-2,4 por ciento=-2.4 percentage %", "-3 grados=-3 temperature °C"]),
    ("fue 6%, 2% y –1,7%", "ES", ["6%=6 percentage %", "2%=2 percentage %", "–1,7%=-1.7 percentage %"]),
    ("la tasa fue del –2,8% y el gasto –un 3%–", "ES", ["–2,8%=-2.8 percentage %", "3%=3 percentage %"]),
    ("los empleos –12% de ellos fijos–", "ES", ["12%=12 percentage %"]),
]

LEVELS = [
    ("la cifra llegó hasta 780", "ES", ["780=780"]),
    ("llegará hasta los 780 y se darán hasta 90", "ES", ["hasta los 780=780 at_most", "hasta 90=90 at_most"]),
    ("una treintena larga de aldeas", "ES", ["una treintena larga=30 more_than"]),
    ("superó la marca de 60.000 visitantes", "ES", ["60.000=60000"]),
    ("ha subido un 4%, hasta los 31 euros", "ES", ["4%=4 percentage %", "31 euros=31 money EUR"]),
    ("La tasa cae 0,54 puntos, hasta el 9%", "ES", ["0,54 puntos=0.54 percentage %", "9%=9 percentage %"]),
    ("el paro ha bajado hasta el 12%", "ES", ["12%=12 percentage %"]),
    ("son 20 alumnos más, hasta los 180", "ES", ["20=20", "180=180"]),
    ("aumentando la plantilla un 4%, hasta 800 socios", "ES", ["4%=4 percentage %", "800=800"]),
    ("la multa puede subir hasta los 300 euros", "ES", ["hasta los 300 euros=300 at_most money EUR"]),
    ("la ayuda aumenta hasta en 30%", "MX", ["hasta en 30%=30 at_most percentage %"]),
    ("baja la cuota; se dan hasta 300 becas", "ES", ["hasta 300=300 at_most"]),
    ("obtuvo 9,85 puntos", "ES", ["9,85=9.85"]),
    ("la cifra no superaría los 40", "ES", ["no superaría los 40=40 at_most"]),
    ("rondaría los 300 y superaría las 40", "ES", ["rondaría los 300=300 about", "superaría las 40=40 more_than"]),
]

AGES = [
    ("Con más de 80 años se presta ayuda a 300", "ES", ["más de 80 años=80 more_than age year", "300=300"]),
    ("Con más de 80 años se consolida la feria", "ES", ["más de 80 años=80 more_than duration year"]),
    (
        "el 30% tiene más de 60 años y un 8% pasa de los 75",
        "ES",
        [
            "30%=30 percentage %",
            "más de 60 años=60 more_than age year",
            "8%=8 percentage %",
            "pasa de los 75=75 more_than age year",
        ],
    ),
    (
        "tres de cada cinco superaban los 70 años",
        "ES",
        ["tres de cada cinco=0.6 ratio", "superaban los 70 años=70 more_than age year"],
    ),
    ("agricultoras de más de 70 años", "MX", ["más de 70 años=70 more_than age year"]),
    ("pescadores de menos de 25 años", "MX", ["menos de 25 años=25 less_than age year"]),
    ("la mitad de ellas supera los 80 años", "MX", ["mitad=0.5 ratio", "supera los 80 años=80 more_than age year"]),
    ("Infantil (3-5 años)", "ES", ["3-5 años=3..5 range age year"]),
    ("gratis de 18 años para adelante", "MX", ["18 años para adelante=18 at_least age year"]),
    ("ganaron Julio Mamani (68) y Rosa Choque (31)", "BO", ["68=68 age year", "31=31 age year"]),
    ("premios: Carmen Vila Soto (91). Ganó Dolores Rey (88)", "ES", ["91=91 age year", "88=88 age year"]),
    ("casos: Benito Juárez (20), Santiago Papasquiaro (12)", "MX", ["20=20", "12=12"]),
    ("en las primarias Ana Soto (12) y Luis Vega (30)", "MX", ["12=12", "30=30"]),
    ("los goles de Juan Soto (12) y Luis Vega (30)", "MX", ["12=12", "30=30"]),
    (
        "el 40% de los contratos supera los 80 años",
        "MX",
        ["40%=40 percentage %", "supera los 80 años=80 more_than duration year"],
    ),
    ("contratos de más de 20 años", "MX", ["más de 20 años=20 more_than duration year"]),
    ("tractores de 12 años", "MX", ["12 años=12 duration year"]),
]

MEASURES = [
    ("juntó 12,5 Tm. de papel y 3 tm de lata", "ES", ["12,5 Tm.=12.5 mass t", "3 tm=3 mass t"]),
    ("imparte 41 grados y 18 másteres", "ES", ["41=41", "18=18"]),
    ("la Universidad tuvo 30 grados de temperatura", "ES", ["30 grados=30 temperature °C"]),
    ("12 grados y 20 másteres", "ES", ["12=12", "20=20"]),
    ("ofrece el pronóstico: calor de 38 grados", "MX", ["38 grados=38 temperature °C"]),
    ("310 ml de bordillo y 5 ml de vacuna", "GT", ["310 ml=310 length m", "5 ml=5 volume ml"]),
]

FIGURES = [
    ("la obra costó $ 14:320.110", "UY", ["$ 14:320.110=14320110 money UYU"]),
    ("abre a las 14:30 con 120 plazas", "UY", ["120=120"]),
    ("una espera de 12´34 días y 3'5 horas", "ES", ["12´34 días=12.34 duration day", "3'5 horas=3.5 duration h"]),
    ("un salto de 5'10\"", "PE", ["5=5", "10=10"]),
    ("con MM$ 120 y $ 300", "CL", ["MM$ 120=120000000 money CLP", "$ 300=300 money CLP"]),
    ("cuesta 1'500 soles", "PE", ["1'500 soles=1500 money PEN"]),
]

RATES = [
    ("de cada 100 hogares, 40 tienen agua", "MX", ["100 hogares, 40=0.4 ratio"]),
    ("de cada 10 personas que buscan empleo 4 lo hallan", "MX", ["10 personas que buscan empleo 4=0.4 ratio"]),
    ("de cada 10 patios 3 camiones salen", "MX", ["10=10", "3=3"]),
    ("aprobó el 54 por 100 de la clase", "ES", ["54 por 100=54 percentage %"]),
    ("da 20 por 100 pesos", "MX", ["20=20", "100 pesos=100 money MXN"]),
    (
        "55 donantes por millón de población, sobre la media del país, que es de 21",
        "ES",
        ["55=55 ratio", "21=21 ratio"],
    ),
]

ELIDED = [
    (
        "Tres incendios pasaron de 30 hectáreas: el de Lorca, el 4 de agosto, con 71, y el de Mula, con 35.",
        "ES",
        ["Tres=3", "30 hectáreas=30 area ha", "71=71 area ha", "35=35 area ha"],
    ),
    (
        "asciende a 310.220 dólares; en Baños, 330.150 y, en Mocha 91.300.",
        "EC",
        ["310.220 dólares=310220 money USD", "330.150=330150 money USD", "91.300=91300 money USD"],
    ),
    (
        "150,4 millones de euros, de los que 90,2 van a obras y 60,2 a equipos",
        "ES",
        ["150,4 millones de euros=150400000 money EUR", "90,2=90200000 money EUR", "60,2=60200000 money EUR"],
    ),
    (
        "150 millones, de los que 90,2 a obras y 20 mil a equipos",
        "ES",
        ["150 millones=150000000", "90,2=90200000", "20 mil=20000"],
    ),
    (
        "88 millones, de los que 50,2 van a obras, 30,1 a becas y 7,7 a deuda",
        "ES",
        ["88 millones=88000000", "50,2=50200000", "30,1=30100000", "7,7=7700000"],
    ),
    ("3 millones de pinos, de los que 200 son viejos", "ES", ["3 millones=3000000", "200=200"]),
    (
        "da 15 millones de euros en dos años y tres más para obras",
        "ES",
        ["15 millones de euros=15000000 money EUR", "dos años=2 duration year", "tres=3000000 money EUR"],
    ),
    (
        "da 15 millones de euros a tres pueblos y dos más para el valle",
        "ES",
        ["15 millones de euros=15000000 money EUR", "tres=3", "dos=2"],
    ),
    ("niñas de 2 a 4 años 11 meses", "PE", ["de 2 a 4 años=2..4 range age year", "11 meses=11 age month"]),
    ("una pena de 4 años y 11 meses", "PE", ["4 años=4 duration year", "11 meses=11 duration month"]),
]

MONEY = [
    ("Bs. 300 y BsF 450 mil", "VE", ["Bs. 300=300 money VES", "BsF 450 mil=450000 money VEF"]),
    ("Bs. 300", "BO", ["Bs. 300=300 money BOB"]),
]

CLASSES = [
    # a cardinal behind a singular noun tells which of many it is
    ("entregó la vivienda 800 mil y 20 bonos", ["800 mil=ordinal", "20=quantity"]),
    ("llegó el visitante 50.000 con 3 amigos", ["50.000=ordinal", "3=quantity"]),
    ("pagó por la vivienda 800 mil pesos", ["800 mil=quantity"]),
    ("por cada vivienda 800 mil y por el crédito 12", ["800 mil=quantity", "12=quantity"]),
    # a time alone in quotation marks is a title
    ("vuelve el noticiero “65 segundos” con 3 notas", ["65 segundos=name", "3=quantity"]),
    ("“20 minutos”, dijo", ["20=quantity"]),
    ("esperó durante “20 minutos” y los “30 minutos” del aula", ["20=quantity", "30=quantity"]),
    ("en la primera mitad de julio y la mitad de las obras", ["primera=ordinal", "mitad=ordinal", "mitad=quantity"]),
    ("las quejas subieron de las 10 a las 15 de este año", ["10=quantity", "15=quantity"]),
    ("será de las 9 a las 11 de este sábado", ["9=time", "11=time"]),
    ("abre de las 10 a las 15 horas", ["10=time", "15=time"]),
    ("el Distrito Central 512,340 y el distrito 5", ["512,340=quantity", "5=identifier"]),
    ("en las comunas 2, 4 y 11, 30 obras", ["2=identifier", "4=identifier", "11=identifier", "30=quantity"]),
    ("los juzgados 4 y 5 y las naves 2, 3 y 4", [f"{n}=identifier" for n in (4, 5, 2, 3, 4)]),
    ("en las escuelas 4 y en las aulas 5", ["4=quantity", "5=quantity"]),
    ("en los hospitales 20 y 30 camas", ["20=quantity", "30=quantity"]),
    ("en las comunas 20 familias", ["20=quantity"]),
    ("los corregimientos 3 y 6", ["3=identifier", "6=identifier"]),
    ("unidades vecinales 11 y 12 de la UPZ 65", ["11=identifier", "12=identifier", "65=identifier"]),
    ("municipios de categorías 3 y 4", ["3=identifier", "4=identifier"]),
    ("puntos kilométricos 12+000 y 40+500", ["12=address", "000=address", "40=address", "500=address"]),
    ("Comunicado FGR 318/21", ["318=identifier", "21=identifier"]),
    ("la campaña anticovid-19", ["anticovid-19=name"]),
    ("vacunó contra la covid 41.300 personas", ["41.300=quantity"]),
    ("240 pruebas de COVID, 31 con COVID 19", ["240=quantity", "31=quantity", "COVID 19=name"]),
    ("una pistola calibre 9mm y 3 fundas", ["9mm=name", "3=quantity"]),
    ("halló 40 cartuchos 9mm y 3 rifles", ["40=quantity", "9mm=name", "3=quantity"]),
    ("pistolas calibre .45 y .38 súper, un tubo de 9 mm", [".45 y .38=name", "9=quantity"]),
    ("dos armas (calibre .22 y 9mm)", ["dos=quantity", ".22 y 9mm=name"]),
    ("otro -del 21 al 28 del mismo mes- con 40", ["21 al 28 del mismo mes=date", "40=quantity"]),
]


TEXTS = [*MILLIONS, *DASHES, *LEVELS, *AGES, *MEASURES, *FIGURES, *RATES, *ELIDED, *MONEY]


@pytest.mark.parametrize(("text", "country", "expected"), TEXTS)
def test_quantities(text: str, country: str, expected: list[str]):
    assert quantities(text, country) == expected


@pytest.mark.parametrize(("text", "expected"), CLASSES)
def test_classes(text: str, expected: list[str]):
    assert classes(text) == expected

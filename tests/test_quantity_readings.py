"""What the words around a number make of it: limits, rates and ages, each with texts that only look like them."""

from __future__ import annotations

import pytest

from tests.test_quantities import quantities

LIMITS = [
    # a denied verb of reaching
    (
        "Las dos sedes no llegaron, en conjunto, a 500 altas.",
        ["dos=2", "no llegaron, en conjunto, a 500=500 less_than"],
    ),
    ("El aforo no ha llegado a las 80 visitas.", ["no ha llegado a las 80=80 less_than"]),
    ("Terminó el mes sin llegar al 20 por ciento.", ["sin llegar al 20 por ciento=20 less_than percentage %"]),
    ("La colecta no alcanzó los 300 dólares.", ["no alcanzó los 300 dólares=300 less_than money USD"]),
    ("La presa no pudo alcanzar el 40 %.", ["no pudo alcanzar el 40 %=40 less_than percentage %"]),
    ("Tampoco llega a 12 el número de quejas.", ["Tampoco llega a 12=12 less_than"]),
    ("No llegaron 20 camiones.", ["20=20"]),
    ("El agua no llega a 20 colonias.", ["20=20"]),
    ("El pago no alcanza para 20 aulas.", ["20=20"]),
    ("La cifra llegó a 300.", ["300=300"]),
    # "ni" behind a denied verb
    ("El teatro no llenó ni 40 butacas.", ["no llenó ni 40=40 less_than"]),
    ("No se ocupó ni el 30 % de las camas.", ["No se ocupó ni el 30 %=30 less_than percentage %"]),
    ("Esta vez no fueron ni 15 vecinos.", ["no fueron ni 15=15 less_than"]),
    ("Quedaron ni siquiera 25 plazas.", ["ni siquiera 25=25 less_than"]),
    ("No vinieron ni siquiera 8 jueces.", ["No vinieron ni siquiera 8=8 less_than"]),
    ("No asistieron 20 niños ni 30 adultos.", ["20=20", "30=30"]),
    ("Ni 20 ni 30 dosis.", ["20=20", "30=30"]),
    # "pasar de"
    ("Las quejas ya pasan de las 300.", ["pasan de las 300=300 more_than"]),
    ("La deuda pasaba de 30 mdp ayer.", ["pasaba de 30 mdp=30000000 more_than money MXN"]),
    ("El padrón pasó de los 900 socios.", ["pasó de los 900=900 more_than"]),
    ("El precio pasa de 30 pesos a 45.", ["30 pesos=30 money MXN", "45=45 money MXN"]),
    ("La planta pasó de los 30 obreros a los 45.", ["30=30", "45=45"]),
    ("El aforo pasa de 300 personas a 500.", ["300=300", "500=500"]),
    # "bajar de" with a round limit
    ("El paro ha bajado de los 2 millones.", ["bajado de los 2 millones=2000000 less_than"]),
    ("Bajamos de las 95.000 bajas.", ["Bajamos de las 95.000=95000 less_than"]),
    ("Bajó de los 320 casos.", ["320=320"]),
    ("Bajó de los 300 casos a 210.", ["300=300", "210=210"]),
    # an aside, the lowest price, the day's highest temperature
    ("El paquete lleva, como mínimo, nueve latas.", ["como mínimo, nueve=9 at_least"]),
    ("Como mínimo, dijo, faltan 20.", ["20=20"]),
    ("La ocupación llegó al 60% como mucho.", ["60% como mucho=60 at_most percentage %"]),
    ("Habrá talleres desde 300 pesos.", ["desde 300 pesos=300 at_least money MXN"]),
    ("Vinieron desde 12 pueblos.", ["12=12"]),
    ("La renta pasó desde 300 pesos a 400.", ["300 pesos=300 money MXN", "400=400 money MXN"]),
    ("La máxima fue de más de 38 grados.", ["más de 38 grados=38 more_than temperature °C"]),
    ("Habrá una máxima de 38 grados.", ["38 grados=38 temperature °C"]),
    ("Con un aforo máximo de 38 niños.", ["máximo de 38=38 at_most"]),
    # "largo" makes more of a measure, not of a count
    ("tres horas largas de fila", ["tres horas largas=3 more_than duration h"]),
    ("un centenar largo de lanchas", ["un centenar largo=100 more_than"]),
    ("De las mangas, 61 eran cortas y 36 largas.", ["61=61", "36=36"]),
    ("20 faldas largas y 15 rojas", ["20=20", "15=15"]),
]

RATES = [
    ("La tasa es de 64 donantes por millón de población.", ["64=64 ratio"]),
    ("Hay 2.4 médicos por mil habitantes.", ["2.4=2.4 ratio"]),
    ("Mueren 33 madres por 100 mil nacidos vivos.", ["33=33 ratio"]),
    ("Una incidencia de 45.2 casos por 100 mil mujeres.", ["45.2=45.2 ratio"]),
    ("La media es de 1.8 hijos por mujer.", ["1.8=1.8 ratio"]),
    ("Hay 25 alumnos por docente y 3.4 personas por vivienda.", ["25=25 ratio", "3.4=3.4 ratio"]),
    ("La plaza fue visitada por 100 habitantes.", ["100=100"]),
    ("Murieron 12 por mil motivos.", ["12=12", "mil=1000"]),
    ("Dan 2 despensas por familia.", ["2=2"]),
    ("Sirven 900 platos por día.", ["900=900"]),
    ("Hay 1,2 camas por mil.", ["1,2=1.2 ratio"]),
    ("Vendió 20 camisas por mil.", ["20=20", "mil=1000"]),
    # earthquakes
    (
        "Hubo 3 sismos: uno de 4.6, otro de 3.9 y el último de 4.1 grados.",
        ["3=3", "4.6=4.6 ratio", "3.9=3.9 ratio", "4.1 grados=4.1 ratio"],
    ),
    ("Tras el sismo, una mínima en la sierra. De día, 21 grados.", ["21 grados=21 temperature °C"]),
    ("Hubo un temblor y 3 réplicas; cayó una barda de 4.6 metros.", ["3=3", "4.6 metros=4.6 length m"]),
    # what a rate is compared with
    (
        "Fue de 12.3 por 100 mil habitantes, frente a 11.2 en 2015.",
        ["12.3=12.3 ratio", "11.2=11.2 ratio"],
    ),
    ("Tiene 1.8 hijos por mujer, bajo el promedio del norte (2.0).", ["1.8=1.8 ratio", "2.0=2 ratio"]),
    ("El índice es de 5.1, cuando la media regional es de 7.2.", ["5.1=5.1 ratio", "7.2=7.2 ratio"]),
    ("Son 38 por millón de habitantes, lejos de los 12 de antes.", ["38=38 ratio", "12=12 ratio"]),
    ("La tasa fue de 3.2, frente a 20 casos de cólera.", ["3.2=3.2 ratio", "20=20"]),
]

AGES = [
    # a bound of time is no age; a place behind an age, and the years that end a range of months
    ("Con un plazo no menor de 4 años.", ["no menor de 4 años=4 at_least duration year"]),
    ("Una pena no mayor de 12 años.", ["no mayor de 12 años=12 at_most duration year"]),
    ("Programa para mayores de 60 años.", ["mayores de 60 años=60 more_than age year"]),
    ("Murió un hombre de 68 años de Durango.", ["68 años=68 age year"]),
    ("Un hombre de 20 años de servicio.", ["20 años=20 duration year"]),
    ("Vio a personas de 2 meses a 91 años.", ["2 meses=2 age month", "91 años=91 age year"]),
    ("De los inscritos, 250 no llegan a 30 años.", ["250=250", "no llegan a 30 años=30 less_than age year"]),
    ("De los puentes, 250 superan los 50 años.", ["250=250", "superan los 50 años=50 more_than duration year"]),
    ("Dio créditos de 6 meses a 2 años.", ["6 meses=6 duration month", "2 años=2 duration year"]),
    # a time told from an event, or of what comes again
    ("La licencia se renueva a los cinco años.", ["cinco años=5 duration year"]),
    ("El permiso vence a los tres años.", ["tres años=3 duration year"]),
    ("El examen se repite a los dos años.", ["dos años=2 duration year"]),
    ("Vuelve a hacerse la prueba a los cuatro años.", ["cuatro años=4 duration year"]),
    ("A los dos años de la firma, sigue igual.", ["dos años=2 duration year"]),
    ("A los tres años de su fundación, abre otra sala.", ["tres años=3 duration year"]),
    ("Vuelve a estudiar a los 60 años.", ["60 años=60 age year"]),
    ("Entran a los tres años al jardín.", ["tres años=3 age year"]),
    ("Murió a los 82 años de la mano de su hija.", ["82 años=82 age year"]),
    # people over so many years
    ("En los adultos de más de 40 el promedio es menor.", ["más de 40=40 more_than age year"]),
    ("Vacunan a personas de más de 60, con cita.", ["más de 60=60 more_than age year"]),
    ("Premió a mujeres con menos de 25 y a otras.", ["menos de 25=25 less_than age year"]),
    ("Vinieron personas de más de 40 países.", ["más de 40=40 more_than"]),
    ("Vinieron grupos de más de 40, y otros.", ["más de 40=40 more_than"]),
    # ages not yet reached
    ("Una de ellas no había cumplido 15.", ["no había cumplido 15=15 less_than age year"]),
    ("Aún no cumplen los 5 años.", ["no cumplen los 5 años=5 less_than age year"]),
    ("Fue abuela sin cumplir los 40.", ["sin cumplir los 40=40 less_than age year"]),
    ("El taller no ha cumplido 3 requisitos.", ["3=3"]),
    ("No cumplieron 15 de las 40 fábricas.", ["15=15", "40=40"]),
    # ages that are turned
    ("No se paga antes de cumplir los 18.", ["18=18 age year"]),
    ("El bono dura hasta que cumplen los dos años.", ["dos años=2 age year"]),
    ("Al cumplir 60, la socia se retira.", ["60=60 age year"]),
    ("Cumplió 12 de las 20 metas.", ["12=12", "20=20"]),
    ("La farmacia comunal cumplió dos años.", ["dos años=2 duration year"]),
    ("El plan Agua Clara, que cumple tres años, sigue.", ["tres años=3 duration year"]),
    ("Las niñas del plan que cumplieron 15 años", ["15 años=15 age year"]),
    # people past an age
    (
        "Un tercio de los pacientes pasaba de los 60 años.",
        ["Un tercio=0.333333333 ratio", "pasaba de los 60 años=60 more_than age year"],
    ),
    ("Las mujeres que rebasan los 40 años", ["rebasan los 40 años=40 more_than age year"]),
    ("Los heridos superan los 30 años.", ["superan los 30 años=30 more_than age year"]),
    ("La espera pasa de los 3 años.", ["pasa de los 3 años=3 more_than duration year"]),
    ("Los trabajadores superan los 20 años de servicio.", ["superan los 20 años=20 more_than duration year"]),
    # mean ages
    ("La edad media se situó en 61 años.", ["61 años=61 age year"]),
    ("La edad promedio pasó de 58 a 61 años.", ["58=58 age year", "61 años=61 age year"]),
    ("La edad mínima se redujo a 16 años.", ["16 años=16 age year"]),
    ("El plazo se situó en 6 años.", ["6 años=6 duration year"]),
]


@pytest.mark.parametrize(("text", "expected"), LIMITS)
def test_limits(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_rates(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages(text: str, expected: list[str]):
    assert quantities(text) == expected

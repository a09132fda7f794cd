"""The status of what stands there anyway, of offers and goals, and of verbs that open a headline before a name."""

import pytest

import extract

R, P, C = "reported", "planned", "conditional"


@pytest.fixture(scope="module")
def nlp():
    return extract.load(convention="MX")


STANDING = [
    ("La meta es atender a 21 mil productores de los 60 municipios.", {"21 mil": P, "60": R}),
    ("Se apoyará a 300 familias de las 12 colonias del sur.", {"300": P, "12": R}),
    ("Se vacunará a 40 mil niños de las 9 provincias.", {"40 mil": P, "9": R}),
    ("El taller recibirá a 80 jóvenes indígenas de los siete distritos.", {"80": P, "siete": R}),
    ("La Red capacitará a 12 docentes de las 3 parroquias.", {"12": P, "3": R}),
    ("Se abrirán 3 de las 12 escuelas.", {"3": P, "12": P}),
    ("Se cambiarán 300 focos de los 14 parques.", {"300": P, "14": P}),
    ("Se entregarán 40 cajas en 3 municipios.", {"40": P, "3": P}),
    ("Con la bomba podrá regar las cuatro hectáreas que siembra.", {"cuatro hectáreas": R}),
    ("Podrán limpiar los 12 kilómetros que mide el canal.", {"12 kilómetros": R}),
    ("Techará los 90 metros cuadrados que ocupa el taller.", {"90 metros cuadrados": R}),
    ("Comprará las 30 toneladas que necesita.", {"30 toneladas": P}),
    ("Se pavimentarán los 12 kilómetros que permiten llegar al puerto.", {"12 kilómetros": P}),
    ("Sembrará las 4 hectáreas que le den.", {"4 hectáreas": P}),
    ("Recibirán un bono los maestros con 28 años de servicio.", {"28 años": R}),
    ("Podrán pedirlo los dueños de casas con 30 años de antigüedad, siempre que tengan licencia.", {"30 años": R}),
    ("Se premiará a artistas con 10 años de trayectoria, si lo piden.", {"10 años": R}),
    ("El puente contará con 30 años de vida útil.", {"30 años": P}),
    ("Será contratado quien tenga 5 años de experiencia.", {"5 años": P}),
    ("Podrán inscribirse jóvenes de 18 a 29 años, siempre y cuando vivan aquí.", {"de 18 a 29 años": P}),
    ("Habrá presupuesto para 15 calles, siempre y cuando los vecinos firmen.", {"15": C}),
    ("Busca cuidar a las mujeres en coordinación con los 67 municipios.", {"67": R}),
    ("Seguirá el plan con los tres órdenes de gobierno.", {"tres": R}),
    ("El plan llegará a 67 municipios.", {"67": P}),
    ("Podrán sembrar en las 120 hectáreas legalizadas.", {"120 hectáreas": R}),
    ("Podrán sembrar en las 120 hectáreas proyectadas.", {"120 hectáreas": P}),
    ("Habrá talleres en los 12 parques rehabilitados.", {"12": R}),
    ("Habrá talleres en 12 parques rehabilitados.", {"12": P}),
]

FOR_WHOM = [
    (
        "Los ganadores tendrán becas de 2 mil pesos para quienes obtuvieron bronce y de 4 mil para los de oro.",
        {"2 mil pesos": P, "4 mil": P},
    ),
    ("Se darán bonos de 300 pesos para los que perdieron su casa, durante 10 meses.", {"300 pesos": P, "10 meses": P}),
    ("Recibirán apoyo quienes perdieron 30 vacas.", {"30": R}),
    ("Habrá un curso para quienes sembraron 12 hectáreas y cosecharon 40 toneladas.", {"40 toneladas": R}),
]

OFFERS = [
    ("Dijo que está abierta la convocatoria para 50 cadetes.", {"50": P}),
    ("Sigue abierta hasta mayo la convocatoria para ocupar 30 plazas.", {"30": P}),
    ("Están abiertas las inscripciones para 40 talleristas.", {"40": P}),
    ("A la convocatoria respondieron 30 artistas.", {"30": R}),
    ("Se cerró la convocatoria con 80 aspirantes.", {"80": R}),
    ("Mantiene abiertas las inscripciones a sus talleres y en dos años hizo 17 casas.", {"17": R}),
    ("Se rebasó la meta que fijó la Red, que era de 3 mil 850.", {"3 mil 850": P}),
    ("Cumplió la meta del año, que es de 40 obras.", {"40": P}),
    ("La meta, que es de todos, dio 30 becas.", {"30": R}),
    ("Terminó la obra, que era de 300 metros.", {"300 metros": R}),
]

HEADLINES = [
    ("Desplegará Protección Civil a 180 elementos", {"180": P}),
    ("Recibirán Tepic y Xalisco 30 patrullas", {"30": P}),
    ("Contará Morelia con 12 ciclovías", {"12": P}),
    ("Atenderán Bomberos 40 albercas", {"40": P}),
    ("Durán Paz entregó 300 becas", {"300": R}),
    ("Beltrán Ruiz recibe a 12 alumnos", {"12": R}),
    ("Terán: van 40 obras", {"40": R}),
    ("Irán exportó 30 toneladas", {"30 toneladas": R}),
]


#: What a clause with a time of its own says, and what it leaves to the one around it.
OWN_CLAUSE = [
    ("Arregló 12 aulas, con lo cual 900 alumnos recibirán clases.", {"12": R, "900": P}),
    ("Arregló 12 aulas, con lo cual 900 alumnos recibieron clases.", {"12": R, "900": R}),
    ("Prometió que la beca, que este año es de 700 pesos, subirá a 900 pesos.", {"700 pesos": R, "900 pesos": P}),
    ("Prometió que la beca, que será de 700 pesos, llegará en mayo.", {"700 pesos": P}),
    ("Abriremos una cancha que tiene gradas en Lagos, cuatro plazas en Ríos y seis en Paz.", {"cuatro": P, "seis": P}),
    ("Abriremos una escuela que tiene 20 aulas, 30 talleres y 4 salas.", {"20": R, "30": R, "4": R}),
    ("El municipio que menos dinero tendrá es Foz, 12 mil euros.", {"12 mil euros": P}),
    ("El municipio que menos dinero tiene es Foz, 12 mil euros.", {"12 mil euros": R}),
    ("Se debe recordar que, gracias a la red, 900 vecinos recogerán su vale.", {"900": P}),
    ("Se debe recordar que, gracias a la red, 900 vecinos recogieron su vale.", {"900": R}),
    ("“Cavaremos más de 600 pozos”, dijo el alcalde.", {"más de 600": P}),
    ("“Extremos y defensas son 12”, dijo el alcalde.", {"12": R}),
]

SET_ASIDE = [
    ("Comprometió recursos para otras 63 canchas.", {"63": P}),
    ("Comprometió recursos y entregó 63 canchas.", {"63": R}),
    ("Firmó un convenio con la Red, a fin de mejorar las casas de 600 familias.", {"600": P}),
    ("Firmó un convenio que en mayo mejoró las casas de 600 familias.", {"600": R}),
    ("Leerá cuentos en las doce regiones de Jalisco y en los 51 municipios del estado.", {"doce": R, "51": R}),
    ("Pondrá libros en los 12 municipios de la costa.", {"12": P}),
]


@pytest.mark.parametrize(("text", "expected"), [*STANDING, *FOR_WHOM, *OFFERS, *HEADLINES, *OWN_CLAUSE, *SET_ASIDE])
def test_status(nlp, text, expected):
    found = {record.surface: record.status for record in nlp(text)._.records}
    assert {surface: found.get(surface, "not found") for surface in expected} == expected

"""Tables of (text, quantities), and promises that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions import LedgerEntry, Quantity
from extract.numerals.finder import find_numerals
from extract.quantities.conventions import find_convention
from extract.quantities.finder import find_quantities


def read(text: str, country: str = "MX") -> tuple[list[Quantity], list[LedgerEntry]]:
    convention = find_convention(text, None, override=country)
    return find_quantities(text, find_numerals(text, convention.decimal, abbreviations=False), convention)


def shown(quantity: Quantity) -> str:
    """A quantity on one line: surface, value or both ends, what is not exact, not a count, or has a unit."""
    ends = [quantity.value, quantity.value_upper]
    value = "..".join(f"{float(end):.9g}" if end % 1 else f"{int(end)}" for end in ends if end is not None)
    marks = [quantity.comparator, quantity.kind, quantity.unit or ""]
    return " ".join([f"{quantity.surface}={value}", *(m for m in marks if m not in {"exact", "count", ""})])


def quantities(text: str, country: str = "MX") -> list[str]:
    return [shown(quantity) for quantity in read(text, country)[0]]


COUNTS = [
    ("Repartieron 691 mochilas", ["691=691"]),
    ("dieron mil 300 becas y cuatro talleres", ["mil 300=1300", "cuatro=4"]),
    ("con una docena de pipas y un par de grúas", ["una docena=12", "un par=2"]),
    ("atendieron a 2020 personas", ["2020=2020"]),
    ("de las cuales mil 675 ya abrieron", ["mil 675=1675"]),
    ("17 mil de los 22 mil padrones", ["17 mil=17000", "22 mil=22000"]),
    ("un apoyo para una vecina", []),
    # nobody counts in thousandths, whatever the decimal sign of the country
    ("multó a 1.230 conductores de 2.345.678 que hay", ["1.230=1230", "2.345.678=2345678"]),
    ("un costo de 60.000 pesos y 7.250 de multa", ["60.000 pesos=60000 money MXN", "7.250=7.25"]),
    ("subió 1.230 puntos, 2.345 veces más", ["1.230=1.23", "2.345 veces=2.345 ratio"]),
]

#: "uno", "una" and "un" count where they contrast with other numbers.
ONES = [
    ("seis peritos, cuatro de Lerdo, uno de Nazas y otro más", ["seis=6", "cuatro=4", "uno=1"]),
    ("dos heridos en Zamora y uno en Uruapan", ["dos=2", "uno=1"]),
    ("de 10 casos, 4 en Lerdo, 5 en Nazas y un caso en Rodeo", ["10=10", "4=4", "5=5", "un=1"]),
    ("Lerdo registró 104; Nazas, cuatro; Rodeo, uno.", ["104=104", "cuatro=4", "uno=1"]),
    ("dos obras premiadas del municipio y una más, de mención", ["dos=2", "una=1"]),
    ("confiscó un arma, 3 cartuchos y una moto", ["3=3"]),
    ("300 alumnos de Lerdo, una de las ciudades del norte", ["300=300"]),
    ("20 vecinos de Lerdo, una de ellas enferma", ["20=20"]),
    ("invirtió en 20 obras de riego y una parte de becas", ["20=20"]),
    ("tres rutas y una más eficiente", ["tres=3"]),
    ("Lerdo: 15 casos y 2 defunciones; Nazas: 8 casos y una defunción", ["15=15", "2=2", "8=8", "una=1"]),
    ("visitó 20 escuelas de Lerdo y en una escuela dio 5 becas", ["20=20", "5=5"]),
    ("la sala admitió siete juicios, desechó dos y reservó uno.", ["siete=7", "dos=2", "uno=1"]),
    ("12 robos a negocio, 8 de vehículo y uno a peatón", ["12=12", "8=8", "uno=1"]),
    ("en la costa cinco y en el valle solo uno.", ["cinco=5", "uno=1"]),
    ("en la costa hay cinco y en el valle solo uno espera", ["cinco=5"]),
    ("en la costa cinco y en el valle una nueva sede", ["cinco=5"]),
    ("3 armas largas, una corta y 20 cartuchos", ["3=3", "una=1", "20=20"]),
]

HEDGES = [
    ("Son 50 vecinos que por lo menos saben leer.", "exact", "50"),
    ("Hay 20 chicas que al menos tienen libros.", "exact", "20"),
    ("Hay 20 vecinos, por lo menos, con agua.", "at_least", "20"),
    ("Vinieron 20 vecinos por lo menos.", "at_least", "20"),
    ("con una pendiente menor del 33%", "less_than", "menor del 33%"),
    ("una renta mayor del 20%", "more_than", "mayor del 20%"),
    ("una cuota no mayor del 20%", "at_most", "no mayor del 20%"),
    ("un aporte no menor del 20%", "at_least", "no menor del 20%"),
    ("aseguró 300 armas largas, y un radio", "exact", "300"),
    ("no se atiende a más de 150 personas", "at_most", "no se atiende a más de 150"),
    ("no gastar más del 50 por ciento", "at_most", "no gastar más del 50 por ciento"),
    ("no asistieron más de 300 niños", "more_than", "más de 300"),
    ("no solo atendió a más de 300 niños", "more_than", "más de 300"),
    ("el cupo será, cuando mucho, de 80 pacientes", "at_most", "cuando mucho, de 80"),
    ("la red superó esta semana las 248 mil altas", "more_than", "superó esta semana las 248 mil"),
    ("la derrama anda por los 90 mdp", "about", "anda por los 90 mdp"),
    ("la ocupación subió hasta el 80 por ciento", "exact", "80 por ciento"),
    ("puede subir hasta el 80 por ciento", "at_most", "hasta el 80 por ciento"),
    ("más de 42 mil consultas", "more_than", "más de 42 mil"),
    ("MAS DE 42 MIL CONSULTAS", "more_than", "MAS DE 42 MIL"),
    ("poco más del 50 por ciento", "more_than", "poco más del 50 por ciento"),
    ("superior a los 30 casos", "more_than", "superior a los 30"),
    ("las filas rebasan los 900 autos", "more_than", "rebasan los 900"),
    ("el gasto superó los 8 mdp", "more_than", "superó los 8 mdp"),
    ("arriba de 70 obras", "more_than", "arriba de 70"),
    ("al menos 30 calles", "at_least", "al menos 30"),
    ("no menos de 30 calles", "at_least", "no menos de 30"),
    ("un mínimo de 30 calles", "at_least", "un mínimo de 30"),
    ("30 o más calles", "at_least", "30 o más"),
    ("un crédito de hasta 50 mil pesos", "at_most", "hasta 50 mil pesos"),
    ("un máximo de 3 intentos", "at_most", "un máximo de 3"),
    ("no más de 12 alumnos", "at_most", "no más de 12"),
    ("que la obra no rebase los 90 días", "at_most", "no rebase los 90 días"),
    ("sin exceder los 40 metros", "at_most", "sin exceder los 40 metros"),
    ("ninguno supera los 20 años", "at_most", "ninguno supera los 20 años"),
    ("no bajaremos de 90 obras", "at_least", "no bajaremos de 90"),
    ("la comuna pasó las 30 obras", "more_than", "pasó las 30"),
    ("pasaron los 300 vecinos", "exact", "300"),
    ("medio millar largo de rutas", "more_than", "medio millar largo"),
    ("la inversión bordea los 6 mdp", "about", "bordea los 6 mdp"),
    ("3 como máximo", "at_most", "3 como máximo"),
    ("menos de 12 alumnos", "less_than", "menos de 12"),
    ("por debajo de los 20 pesos", "less_than", "por debajo de los 20 pesos"),
    ("cerca de 3 mil toneladas", "about", "cerca de 3 mil toneladas"),
    ("por el orden de los 600 mil pesos", "about", "por el orden de los 600 mil pesos"),
    ("una obra cercana al millón 200 mil pesos", "about", "cercana al millón 200 mil pesos"),
    ("unas 40 familias", "about", "unas 40"),
    ("casi la mitad", "about", "casi la mitad"),
    ("900 pesos mínimo y casa", "at_least", "900 pesos mínimo"),
    ("20 días máximo.", "at_most", "20 días máximo"),
    ("20 bolsas máximo.", "at_most", "20"),
    ("20 salarios mínimos", "exact", "20"),
    ("20 pesos, mínimo apoyo", "exact", "20 pesos"),
    ("adultos por encima de los 60 años", "more_than", "por encima de los 60 años"),
    ("más o menos 40 familias", "about", "más o menos 40"),
    ("40 familias aproximadamente", "about", "40"),
    ("más de $500", "more_than", "más de $500"),
    ("además de 42 calles", "exact", "42"),
    ("42 calles y más obras", "exact", "42"),
    ("subió el nivel superior 20 escalones", "exact", "20"),
    ("20 pesos, por lo menos", "at_least", "20 pesos, por lo menos"),
    ("adultos de 65 años a más", "at_least", "65 años a más"),
    ("un monto inferior a los 45 metros del año pasado", "exact", "45 metros"),
    ("un monto inferior a los 45 metros de cable", "less_than", "inferior a los 45 metros"),
    ("un total superior a los 45 casos registrados en mayo", "exact", "45"),
    ("el monto es mayor que los 20 casos", "more_than", "mayor que los 20"),
]

COMPARED = [
    ("son 489 más que los 277 de antes", ["exact", "exact"]),
    ("dieron 30 becas más de las 20 previstas", ["exact", "exact"]),
    ("en 2 talleres más de 300 mujeres", ["exact", "more_than"]),
    ("al menos 5 grados, por lo menos 5 grados", ["at_least", "at_least"]),
    ("30 becas superiores a los 500 pesos", ["exact", "more_than"]),
]

RANGES = [
    ("entre 80 y 100 mil visitas", ["entre 80 y 100 mil=80000..100000 range"]),
    ("de 2 a 3 mil mdp", ["de 2 a 3 mil mdp=2000000000..3000000000 range money MXN"]),
    ("de los 10 mil hasta los 200 mil pesos", ["de los 10 mil hasta los 200 mil pesos=10000..200000 range money MXN"]),
    ("un 35 a 40 por ciento", ["35 a 40 por ciento=35..40 range percentage %"]),
    ("subsidios de $2 a $3 millones", ["de $2 a $3 millones=2000000..3000000 range money MXN"]),
    ("10-12 por ciento", ["10-12 por ciento=10..12 range percentage %"]),
    ("dos o tres calles", ["dos o tres=2..3 range"]),
    (
        "multas desde los $13 mil pesos a los $2 millones de pesos",
        ["desde los $13 mil pesos a los $2 millones de pesos=13000..2000000 range money MXN"],
    ),
    ("pasó de 19 mil 301 a 40 mil 940 plazas", ["19 mil 301=19301", "40 mil 940=40940"]),
    ("de 50 mil hogares a 57 mil", ["50 mil=50000", "57 mil=57000"]),
    ("la cuota aumentó de 3 a 5 pesos", ["3=3 money MXN", "5 pesos=5 money MXN"]),
    ("bajó de 20 a 10 quejas", ["20=20", "10=10"]),
    ("el mes pasado, 52 chicas de 18 a 29 años", ["52=52", "de 18 a 29 años=18..29 range age year"]),
    ("el mejoramiento de 3 a 5 casas", ["de 3 a 5=3..5 range"]),
    ("creció 20 por ciento, de 300 a 360 altas", ["20 por ciento=20 percentage %", "300=300", "360=360"]),
    ("de 20 kilómetros a 30 escuelas", ["20 kilómetros=20 length km", "30=30"]),
    ("entre 3 colonias y 20 calles", ["3=3", "20=20"]),
    ("lleva 300 a 5 escuelas", ["300=300", "5=5"]),
]

MONEY = [
    (
        "aprobó 340 millones para vivienda y 3 millones de vacunas",
        ["340 millones=340000000 money MXN", "3 millones=3000000"],
    ),
    ("Del total, 300 millones serán para caminos", ["300 millones=300000000 money MXN"]),
    ("$1.5 millones de pesos", ["$1.5 millones de pesos=1500000 money MXN"]),
    ("$5 mil millones 626 mil 690 pesos", ["$5 mil millones 626 mil 690 pesos=5000626690 money MXN"]),
    ("dos mil pesos bimestrales", ["dos mil pesos=2000 money MXN"]),
    ("137 mdp", ["137 mdp=137000000 money MXN"]),
    ("4.5 mmdp", ["4.5 mmdp=4500000000 money MXN"]),
    ("1 mil 184 MDD", ["1 mil 184 MDD=1184000000 money USD"]),
    ("US$ 150 millones", ["US$ 150 millones=150000000 money USD"]),
    ("20 € y 120 M€", ["20 €=20 money EUR", "120 M€=120000000 money EUR"]),
    ("S/ 300 o 300 soles", ["S/ 300=300 money PEN", "300 soles=300 money PEN"]),
    ("2 mil UDIS", ["2 mil UDIS=2000 money MXV"]),
    ("500 pesos 00/100 M.N.", ["500 pesos 00/100 M.N.=500 money MXN"]),
    ("15 dólares y 20 centavos", ["15 dólares y 20 centavos=15.2 money USD"]),
    ("3 euros con 50", ["3 euros con 50=3.5 money EUR"]),
    ("la obra costó 1.4 millones y abrió", ["1.4 millones=1400000 money MXN"]),
    ("gastó 3 mdp para 3 millones de litros", ["3 mdp=3000000 money MXN", "3 millones de litros=3000000 volume l"]),
    ("60 pesas de 20 kilos", ["60=60", "20 kilos=20 mass kg"]),
]

CURRENCY_OF_COUNTRY = [
    ("$300", "MX", "MXN"),
    ("$300", "AR", "ARS"),
    ("$300", "CO", "COP"),
    ("$300", "CL", "CLP"),
    ("$300", "EC", "USD"),
    ("$300", "ES", "USD"),
    ("$300", "PE", "USD"),
    ("300 pesos", "AR", "ARS"),
    ("300 pesos mexicanos", "AR", "MXN"),
    ("RD$ 300", "MX", "DOP"),
    ("UF 300", "CL", "CLF"),
]

RATIOS = [
    ("la tasa pasó de 210 a 286 en Lerdo", ["210=210 ratio", "286=286 ratio"]),
    ("un sismo de magnitud 5.4", ["5.4=5.4 ratio"]),
    ("rebasa los índices de Lerdo de 296 y Nazas de 121.", ["296=296 ratio", "121=121 ratio"]),
    ("dos terceras partes del padrón", ["dos terceras partes=0.666666667 ratio"]),
    ("más de la mitad", ["más de la mitad=0.5 more_than ratio"]),
    ("uno de cada cinco", ["uno de cada cinco=0.2 ratio"]),
    ("58 de cada 100 hogares", ["58 de cada 100=0.58 ratio"]),
    ("46 de las 80 hectáreas", ["46=46 area ha", "80 hectáreas=80 area ha"]),
    ("12 de los 30 días", ["12=12", "30 días=30 duration day"]),
    ("12 casos por cada 100 mil habitantes", ["12 casos por cada 100 mil=0.00012 ratio"]),
    ("casi el doble que antes", ["casi el doble=2 about ratio"]),
    ("la matrícula se triplicó", ["triplicó=3 ratio"]),
    ("hasta 12 veces el caudal", ["hasta 12 veces=12 at_most ratio"]),
    ("una tasa de 1.5.", ["1.5=1.5 ratio"]),
    ("calle de doble sentido", []),
    ("visitó 12 veces a la familia", ["12=12"]),
    ("una tasa de 15 muertes", ["15=15"]),
    ("se iban 38 de cada 100 litros", ["38 de cada 100=0.38 ratio"]),
    ("3 litros por cada 100 kilómetros", ["3 litros=3 volume l", "100 kilómetros=100 length km"]),
]

AGES = [
    ("La edad media de los heridos fue de 31 años", ["31 años=31 age year"]),
    (
        "un hombre de 45 años y otras dos personas, de 23 y 31, siguen",
        ["45 años=45 age year", "dos=2", "23=23 age year", "31=31 age year"],
    ),
    ("829 vecinas de entre 18 y 92 años de todas las zonas", ["829=829", "entre 18 y 92 años=18..92 range age year"]),
    ("niñas de 5 años", ["5 años=5 age year"]),
    ("se requiere tener mínimo 65 años y vivir aquí", ["mínimo 65 años=65 at_least age year"]),
    ("niñas de 6 a 12 años, 90 más que ayer", ["de 6 a 12 años=6..12 range age year", "90=90"]),
    ("el trámite tarda 15 días, 5 menos que ayer", ["15 días=15 duration day", "5=5 duration day"]),
    ("la edad tope pasará de los 15 a los 18 años", ["15=15 age year", "18 años=18 age year"]),
    (
        "el 5 % de los niños de siete años y el 4 % de los de 12 no va",
        ["5 %=5 percentage %", "siete años=7 age year", "4 %=4 percentage %", "12=12 age year"],
    ),
    ("personas de 30 a 34 años de edad", ["de 30 a 34 años de edad=30..34 range age year"]),
    ("mayores de 65 años", ["mayores de 65 años=65 more_than age year"]),
    ("los menores de 5", ["menores de 5=5 less_than age year"]),
    ("un menor de 12 años", ["12 años=12 age year"]),
    ("Eva Ríos, de 68 años, vecina", ["68 años=68 age year"]),
    ("solicitantes de 18 a 64 años", ["de 18 a 64 años=18..64 range age year"]),
    ("jóvenes de 15 a 29.", ["de 15 a 29=15..29 range age year"]),
    ("65 años y más", ["65 años y más=65 at_least age year"]),
    ("tienen 18 meses para usar el bono", ["18 meses=18 duration month"]),
    ("debe tener 18 años para votar", ["18 años=18 age year"]),
    ("el puerto movió 1,307.6 mil toneladas", ["1,307.6 mil toneladas=1307600 mass t"]),
    ("hubo 3,420.5 miles de toneladas", ["3,420.5 miles de toneladas=3420500 mass t"]),
    ("hallaron 300 bolivianos y medicinas", ["300 bolivianos=300 money BOB"]),
    ("llegaron 300 bolivianos y peruanos", ["300=300"]),
    ("en un plazo de 13 a 15 años", ["de 13 a 15 años=13..15 range duration year"]),
    ("maestras de 20 años de servicio", ["20 años=20 duration year"]),
    ("vida útil de hasta 12 años", ["hasta 12 años=12 at_most duration year"]),
    ("hace 13 años", ["13 años=13 duration year"]),
    ("menores de 20 metros", ["menores de 20 metros=20 less_than length m"]),
    ("un tercio tiene menos de 18 años", ["un tercio=0.333333333 ratio", "menos de 18 años=18 less_than age year"]),
    ("tiene 20 años trabajando", ["20 años=20 duration year"]),
    ("bebés de 6 a 35 meses de la sierra", ["de 6 a 35 meses=6..35 range age month"]),
]

MEASURES = [
    (
        "lluvias de 50 a 75 mm en Lerdo y de 25 a 50 en Nazas",
        ["de 50 a 75 mm=50..75 range length mm", "de 25 a 50=25..50 range length mm"],
    ),
    ("154 mil 626.57 metros cuadrados", ["154 mil 626.57 metros cuadrados=154626.57 area m2"]),
    ("90 m², 3 km2 y 12 ha", ["90 m²=90 area m2", "3 km2=3 area km2", "12 ha=12 area ha"]),
    ("25 metros lineales", ["25 metros lineales=25 length m"]),
    ("1,800 metros cúbicos y 75ml", ["1,800 metros cúbicos=1800 volume m3", "75ml=75 volume ml"]),
    ("5 toneladas, 3 kg y medio kilo", ["5 toneladas=5 mass t", "3 kg=3 mass kg", "medio kilo=0.5 mass kg"]),
    ("60 km/h y 20 km", ["60 km/h=60 speed km/h", "20 km=20 length km"]),
    ("300 MW, 20 GWh, 100 Mbps", ["300 MW=300 energy MW", "20 GWh=20 energy GWh", "100 Mbps=100 data Mbps"]),
    ("37ºC y 10 grados bajo cero", ["37ºC=37 temperature °C", "10 grados bajo cero=-10 temperature °C"]),
    ("los últimos 4 días y 3 largos años", ["4 días=4 duration day", "3 largos años=3 duration year"]),
    ("dos horas y media", ["dos horas y media=2.5 duration h"]),
    ("tarda hora y media", ["hora y media=1.5 duration h"]),
    ("dos décadas", ["dos décadas=2 duration decade"]),
    ("33 ha recibido", ["33=33"]),
    ("alumnos de los seis grados", ["seis=6"]),
    ("al menos 5 grados", ["al menos 5 grados=5 at_least temperature °C"]),
    ("45 puntos", ["45=45"]),
    ("0.3 puntos porcentuales", ["0.3 puntos porcentuales=0.3 percentage %"]),
]

SHARED_UNITS = [
    ("5, 10 y 15 kilómetros", ["5=5 length km", "10=10 length km", "15 kilómetros=15 length km"]),
    ("una barda de 35 metros por seis de alto", ["35 metros=35 length m", "seis=6 length m"]),
    ("del 10 y en marzo del 6 por ciento", ["10=10 percentage %", "6 por ciento=6 percentage %"]),
    (
        "ardieron 209 hectáreas; le siguen Sonora, con 81; Durango, 72, y Colima, 34.",
        ["209 hectáreas=209 area ha", "81=81 area ha", "72=72 area ha", "34=34 area ha"],
    ),
    ("50 pesos en enero, 40 en febrero", ["50 pesos=50 money MXN", "40=40 money MXN"]),
    ("Pueblo\tAlza (%)\nLerdo\t5.2\n", ["5.2=5.2 percentage %"]),
    ("36 escuelas, 20 metros de barda", ["36=36", "20 metros=20 length m"]),
    ("son 300 en Lerdo y 20 toneladas", ["300=300", "20 toneladas=20 mass t"]),
]


ELIDED_UNITS = [
    ("gastan mil 250 dólares, 90 más que ayer", ["mil 250 dólares=1250 money USD", "90=90 money USD"]),
    (
        "son 221 millones de euros, 14 menos que ayer",
        ["221 millones de euros=221000000 money EUR", "14=14000000 money EUR"],
    ),
    ("son 221 alumnos, 14 más que ayer", ["221=221", "14=14"]),
    (
        "usan 430 litros, 35 menos que en mayo, y la meta es bajar a 380",
        ["430 litros=430 volume l", "35=35 volume l", "380=380 volume l"],
    ),
    ("tarda tres horas y bajará a menos de dos.", ["tres horas=3 duration h", "menos de dos=2 less_than duration h"]),
    ("en 3 años bajó a 10.", ["3 años=3 duration year", "10=10"]),
    ("invirtió 900 pesos y el padrón subió a 500.", ["900 pesos=900 money MXN", "500=500"]),
    ("bajó 20 por ciento y llegó a 30.", ["20 por ciento=20 percentage %", "30=30"]),
    ("va en 60 por ciento y la meta es llegar a 80.", ["60 por ciento=60 percentage %", "80=80 percentage %"]),
    ("trazó 86 km, cuando el año anterior fueron 12.", ["86 km=86 length km", "12=12 length km"]),
    ("abrió 86 km; en 2022 fueron 40.", ["86 km=86 length km", "40=40 length km"]),
    ("abrió 86 km y asistieron 40.", ["86 km=86 length km", "40=40"]),
    ("20 millones de pesos frente a 15 en mayo", ["20 millones de pesos=20000000 money MXN", "15=15000000 money MXN"]),
    ("bajó de 90 litros en mayo a 60 en junio", ["90 litros=90 volume l", "60=60 volume l"]),
    ("iba a 110 km/h en zonas de 80.", ["110 km/h=110 speed km/h", "80=80 speed km/h"]),
    ("12.5 mdp, de los cuales 7 son propios", ["12.5 mdp=12500000 money MXN", "7=7000000 money MXN"]),
    ("12 mdp en becas, de las cuales 7 son propias", ["12 mdp=12000000 money MXN", "7=7"]),
    ("$550 por hectárea, con un máximo de 10.", ["$550=550 money MXN", "un máximo de 10=10 at_most area ha"]),
    ("por cada peso invertido vuelven 7.", ["7=7 money MXN"]),
    ("le tocan 704 millones y al Tunal, 405.", ["704 millones=704000000", "405=405000000"]),
    ("le tocan 3 millones y al Tunal, 405.", ["3 millones=3000000", "405=405"]),
    ("corrió 5 km. Y llegó a 3.", ["5 km.=5 length km", "3=3"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    ELIDED_UNITS + COUNTS + ONES + RANGES + MONEY + RATIOS + AGES + MEASURES + SHARED_UNITS,
    ids=lambda value: str(value)[:40],
)
def test_quantities(text: str, expected: list[str]):
    assert quantities(text) == expected


@pytest.mark.parametrize(("text", "comparator", "surface"), HEDGES)
def test_hedges(text: str, comparator: str, surface: str):
    (found,) = read(text)[0]
    assert (found.comparator, found.surface) == (comparator, surface)


def test_the_level_that_a_change_reaches_is_no_limit():
    found = read("la plantilla creció en 23 personas en mayo, hasta las 815; el cupo es de hasta 900")[0]
    assert [q.comparator for q in found] == ["exact", "exact", "at_most"]


def test_hedge_belongs_to_its_own_member_of_a_list():
    found = read("más de 300 becas, 40 talleres y cerca de 20 ferias")[0]
    assert [q.comparator for q in found] == ["more_than", "exact", "about"]


@pytest.mark.parametrize(("text", "comparators"), COMPARED)
def test_hedge_between_two_numbers(text: str, comparators: list[str]):
    assert [quantity.comparator for quantity in read(text)[0]] == comparators


@pytest.mark.parametrize(("text", "country", "code"), CURRENCY_OF_COUNTRY)
def test_money_of_the_country(text: str, country: str, code: str):
    (found,) = read(text, country)[0]
    assert (found.kind, found.unit) == ("money", code)


def test_a_level_that_was_reached_is_no_limit():
    found = read("la tasa cayó 2 por ciento hasta el 8 por ciento")[0]
    assert [q.comparator for q in found] == ["exact", "exact"]


def test_numeral_alone_is_kept_apart_from_hedge_sign_and_unit():
    text = "casi $6.5 millones de pesos y de 18 a 64 años"
    money, age = read(text)[0]
    assert text[money.number_start : money.number_end] == "6.5 millones"
    assert text[age.number_start : age.number_end] == "18 a 64"


def test_rules_name_every_part():
    (found,) = read("cerca de $6 millones de pesos")[0]
    assert found.rules == ("hedge.about", "sign.dollar-sign", "money.peso")


def test_number_in_a_name_is_no_quantity():
    text = "del fondo Vamos 500 y 20 obras"
    convention = find_convention(text, None, override="MX")
    found, ledger = find_quantities(text, find_numerals(text, abbreviations=False), convention, name_spans=[(10, 19)])
    assert [q.surface for q in found] == ["20"]
    assert [(entry.surface, entry.cls) for entry in ledger] == [("500", "name"), ("20", "quantity")]


PIECES = st.sampled_from(
    [
        "de",
        "a",
        "y",
        "o",
        "entre",
        "hasta",
        "más",
        "menos",
        "mil",
        "millones",
        "3",
        "20",
        "1,500",
        "2020",
        "2.5",
        "$",
        "%",
        "pesos",
        "por",
        "ciento",
        "años",
        "metros",
        "cuadrados",
        "un",
        "una",
        "la",
        "mitad",
        "cada",
        "artículo",
        "calle",
        "enero",
        "lunes",
        "tel.",
        "55",
        "1234",
        "5678",
        "10:30",
        "-5",
        "°C",
        "grados",
        "bajo",
        "cero",
        "mdp",
        "niñas",
        ".",
        ",",
        ";",
        "(",
        ")",
        "\n",
        "\t",
    ]
)


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_promises_hold_for_any_text(text: str):
    found, ledger = read(text)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.surface
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        assert quantity.value_upper is None or quantity.value < quantity.value_upper
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.end <= other.start for one, other in pairwise(ledger))
    inside = {offset for entry in ledger for offset in range(entry.start, entry.end)}
    assert all(offset in inside for offset, char in enumerate(text) if char.isdigit())

"""Tables of (text, entries): the class of each numeral that is no quantity, and of those beside them that are one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numerals.finder import find_numerals
from extract.quantities.ledger import classify


def classes(text: str) -> list[str]:
    """Each entry as ``surface=class``; articles are left out where a text is about something else."""
    entries = classify(text, find_numerals(text))
    return [f"{entry.surface}={entry.cls}" for entry in entries if entry.cls != "article"]


PADDED = [
    # police pad their counts to two figures; what names a thing stays a name
    ("191 detenidos: 08 por robo y 05 por riña", ["191=quantity", "08=quantity", "05=quantity"]),
    ("se registraron 03 choques", ["03=quantity"]),
    ("hallaron 12 dosis, 01 báscula", ["12=quantity", "01=quantity"]),
    ("el folio 07, la mesa 04 del pleno", ["07=identifier", "04=identifier"]),
    ("las mesas 03 y 04 abiertas", ["03=identifier", "04=identifier"]),
    # a noun at the end of a line numbers nothing on the next one, and a river is no street
    ("90 en la zona Centro\n655 en la zona Sur", ["90=quantity", "655=quantity"]),
    ("Yacuiba 7, Entre Ríos 4 y Bermejo 2", ["7=quantity", "4=quantity", "2=quantity"]),
    # services to call, numbered reports, a year between commas, all the days of the year
    ("llame a la línea 123 o al 165", ["123 o al 165=phone"]),
    ("marque *329.", ["329=phone"]),
    ("del 112 al 130 por ciento", ["112=quantity", "130=quantity"]),
    ("REPORTE 41 DENGUE EN YACUIBA", ["41=identifier"]),
    ("REPORTE 41 CASOS DE DENGUE", ["41=quantity"]),
    ("en su segundo año, 2009, dio 12 casas", ["segundo=ordinal", "2009=year", "12=quantity"]),
    ("abre los 365 días del año", ["365=time"]),
]

DATES = [
    ("el 15 de enero de 2024 dio 20 becas", ["15 de enero de 2024=date", "20=quantity"]),
    (
        "el lunes 10, martes 11 y miércoles 12 de marzo, 30 ferias",
        ["10, martes 11 y miércoles 12 de marzo=date", "30=quantity"],
    ),
    ("del 3 al 7 de mayo", ["3 al 7 de mayo=date"]),
    ("el 1º de junio y el 15/04/2023", ["1º de junio=date", "15/04/2023=date"]),
    ("quince de marzo", ["quince de marzo=date"]),
    ("desde octubre de 2019, 40 casos", ["octubre de 2019=date", "40=quantity"]),
    ("el sábado 14", ["sábado 14=date"]),
    ("la 15C, con 2 mil viajes", ["15C=name", "2 mil=quantity"]),
    # a month has 31 days; "los 18 de mayo" that others are compared with are 18 things
    ("frente a 41 de abril, contra los 18 de mayo, el 31 de abril", ["41=quantity", "18=quantity", "31 de abril=date"]),
    ("la mitad de las 24 de mayo, el 24 de mayo", ["mitad=quantity", "24=quantity", "24 de mayo=date"]),
    ("el día 5", ["día 5=date"]),
    ("2020-10-21", ["2020-10-21=date"]),
    ("el lunes 300 personas", ["300=quantity"]),
    ("15 de los 20", ["15=quantity", "20=quantity"]),
    ("en enero 350 becas", ["350=quantity"]),
    ("este martes 11 obras y el jueves 12", ["11=quantity", "jueves 12=date"]),
    ("el día 30 familias; los días 3 y 4", ["30=quantity", "días 3 y 4=date"]),
    ("son 2 mil 25 de marzo", ["2 mil=quantity", "25 de marzo=date"]),
    # the month before the day, in the dateline alone
    ("Cananea, Sonora, diciembre 27.- Hoy", ["diciembre 27=date"]),
    ("en enero 27 y en abril 20", ["27=quantity", "20=quantity"]),
    ("Oruro, 16 may (Prensa).- El alcalde", ["16 may=date"]),
    ("Petén, 11 nov. 2020. Dio 30", ["11 nov. 2020=date", "30=quantity"]),
    # days of a month that was named before
    ("vinieron del 1 al 20, de los que 17 volvieron", ["1 al 20=date", "17=quantity"]),
    ("del 10 al 15 por ciento", ["10=quantity", "15=quantity"]),
    ("El plazo finaliza el 15 y las 45 plazas", ["15=date", "45=quantity"]),
    ("lo demás, desde el 23.", ["23=date"]),
    ("y hasta el 80 en los demás", ["80=quantity"]),
    # day and year in words, as courts write them
    ("el jueves trece del presente mes y año", ["trece del presente mes y año=date"]),
    (
        "el día cuatro de los corrientes y los nueve del actual plantel",
        ["cuatro de los corrientes=date", "nueve=quantity"],
    ),
    ("el trece de junio de dos mil dieciocho", ["trece de junio de dos mil dieciocho=date"]),
    ("desde junio de dos mil veinte, tres casos", ["junio de dos mil veinte=date", "tres=quantity"]),
    ("el jueves trece se abrió, el jueves tres obras", ["trece=date", "tres=quantity"]),
    ("7.Feb.2022 - Entregan 20 becas", ["7.Feb.2022=date", "20=quantity"]),
    ("7.Febrero sin violencia", ["7=ordinal"]),
    ("Bs 1M, S/ 8M y 1M de euros el 8M", ["1M=quantity", "8M=quantity", "1M=quantity", "8M=date"]),
]

YEARS = [
    ("los años 80 y 90, a los 80 años", ["80=year", "90=year", "80=quantity"]),
    ("el Plan Forestal (Planfor) 2017.", ["2017=year"]),
    ("en 2020 y este 2023", ["2020=year", "2023=year"]),
    ("de 2018 a 2024", ["2018=year", "2024=year"]),
    ("en 2019, 2020 y 2021 hubo 2000 becas", ["2019=year", "2020=year", "2021=year", "2000=quantity"]),
    ("el ciclo escolar 2023-2024", ["2023=year", "2024=year"]),
    ("el Plan 2030 y el presupuesto 2025", ["2030=year", "2025=year"]),
    ("a 2020 personas y 2050 hogares", ["2020=quantity", "2050=quantity"]),
    ("en 2,020 hogares", ["2,020=quantity"]),
    ("en 2025, mil 300 mujeres", ["2025=year", "mil 300=quantity"]),
    ("más que en todo 2023, y siete", ["2023=year", "siete=quantity"]),
    ("la Expo “Campo” 2022 y el Buen Fin 2021", ["2022=year", "2021=year"]),
    ("registraron 2020. Con 2034; son 2011 los", ["2020=quantity", "2034=quantity", "2011=quantity"]),
    ("una bolsa con 2000 kg", ["2000=quantity"]),
    ("en el año dos mil veinte y cada año dos mil familias", ["dos mil veinte=year", "dos mil=quantity"]),
    # a year with a point, where nothing can be counted
    ("abierta desde 2.014, en el año 1.987 se cerró", ["2.014=year", "1.987=year"]),
    ("al año 2.014 becas, desde 2.014 a 2.500 socios", ["2.014=quantity", "2.014=quantity", "2.500=quantity"]),
]

TIMES = [
    ("llame al 0351 428-1200 (de 8 a 14) o venga", ["0351 428-1200=phone", "8 a 14=time"]),
    ("tel. 44 12 50, de 9 a 15, en la sede", ["44 12 50=phone", "9 a 15=time"]),
    ("atiende a 300, de 7 a 13 años", ["300=quantity", "7=quantity", "13=quantity"]),
    ("bajó de 6 a 2 horas; abre de 9 a 18 horas", ["6=quantity", "2=quantity", "9 a 18=time"]),
    ("a las 17:30 horas", ["17:30 horas=time"]),
    ("de 8 a.m. a 2 p.m.", ["8 a.m.=time", "2 p.m.=time"]),
    ("a las 10 de la mañana", ["10 de la mañana=time"]),
    ("a las 12 del día", ["12 del día=time"]),
    ("de 9 a 15 horas", ["9 a 15=time"]),
    ("ayudó a las 10 familias", ["10=quantity"]),
    ("jornadas de 8 a 10 horas diarias", ["8=quantity", "10=quantity"]),
    ("en la sede de Mitre 450, de 8 a 13.", ["450=address", "8 a 13=time"]),
    ("niños, de 8 a 13.", ["8=quantity", "13=quantity"]),
    ("una línea que opera las 24 horas", ["24 horas=time"]),
    ("abierto las 24 horas", ["24 horas=time"]),
    ("murieron en las 24 horas previas", ["24=quantity"]),
    ("en la ventanilla, las 24 horas.", ["24 horas=time"]),
    ("volvió tras 24 horas.", ["24=quantity"]),
    ("hasta las 18 de ayer", ["18=time"]),
    ("a las 19, en el teatro, con 40", ["19=time", "40=quantity"]),
]

PHONES = [
    ("cita previa en el 974 555 010 o al 612 555 678.", ["974 555 010=phone", "612 555 678=phone"]),
    ("los 974 555 010 votos y 612 555 678 litros", ["974 555 010=quantity", "612 555 678=quantity"]),
    ("consultas: 0800-16555.", ["0800-16555=phone"]),
    ("avise al 9-1-1 o al 0-8-9", ["9-1-1=phone", "0-8-9=phone"]),
    ("el Centro Zonal ECU 911 Norte atendió 45", ["911=phone", "45=quantity"]),
    ("el SUMMA 112 y los Bomberos 112 rescates", ["112=phone", "112=quantity"]),
    ("Emergencias: 911 y marque 066, y 112 lograron salir", ["911=phone", "066=phone", "112=quantity"]),
    ("en el 900 123 505 y la línea 800 320 032", ["900 123 505=phone", "800 320 032=phone"]),
    ("teléfono 998 844 80 35", ["998 844 80 35=phone"]),
    ("llame al 911", ["911=phone"]),
    ("a través del 985 18 11 11", ["985 18 11 11=phone"]),
    ("consultas al 0800-999-2838", ["0800-999-2838=phone"]),
    ("150 000 vecinos", ["150 000=quantity"]),
    ("una línea de 20 créditos", ["20=quantity"]),
    ("a la Comandancia, 442 73 00.", ["442 73 00=phone"]),
    ("442 73 00 y 12", ["442 73 00=phone", "12=quantity"]),
    ("442 73 9 120", ["442=quantity", "73=quantity", "9=quantity", "120=quantity"]),
    ("se pueden comunicar al 092", ["092=phone"]),
    ("1 045 casas y 13 millones 094 mil pinos", ["1 045=quantity", "13 millones 094 mil=quantity"]),
    ("avise a la línea 113 2200.", ["113 2200=phone"]),
    ("marque el 01 8000 123 456 sin costo", ["01 8000 123 456=phone"]),
    ("la línea 130 atiende; la línea 12 para", ["130=phone", "12=identifier"]),
    ("Prensa\nRosa Mena Díaz 3107654321\n", ["3107654321=phone"]),
    ("ingresaron 310765432 pesos", ["310765432=quantity"]),
    ("El 911 recibió 45 reportes, los 911 recibidos", ["911=phone", "45=quantity", "911=quantity"]),
]

LAWS = [
    ("los artículos 27 y 115", ["27=law", "115=law"]),
    ("recursos del Ramo 33", ["33=law"]),
    ("la Ley 1448 de 2011 y la NOM-161", ["1448=law", "2011=law", "161=law"]),
    ("un acuerdo con 20 empresas", ["20=quantity"]),
    ("puso a su disposición 540 vacantes", ["540=quantity"]),
    ("los artículos 27 y 115 constitucionales", ["27=law", "115=law"]),
    ("el subsidio DS49, la R.M. N° 123-2020 y el D.F.L. 2", ["49=law", "123=law", "2020=law", "2=law"]),
]

ITEMS_AND_NOTES = [
    ("1. Suman 7 pozos\n2. Dan 5 becas", ["1=ordinal", "7=quantity", "2=ordinal", "5=quantity"]),
    ("Requisitos:\n2)\u00a0\u00a0 Traer 3 copias", ["2=ordinal", "3=quantity"]),
    ("Los pozos fueron\n20. Después creció el canal.", ["20=quantity"]),
    ("abrieron 3 pozos.[1] Y 40 mesas[^2]", ["3=quantity", "1=identifier", "40=quantity", "2=identifier"]),
    ("[^2]: Incluye 45 aulas [300 sillas]", ["2=identifier", "45=quantity", "300=quantity"]),
]

ADDRESSES = [
    ("inscripción presencialmente en Rivera Indarte 33.", ["33=address"]),
    ("se entregaron personalmente en Lerdo 300 becas", ["300=quantity"]),
    ("Supermanzanas 91, 92 y 94", ["91=address", "92=address", "94=address"]),
    ("la calle 66 desde la 77", ["66=address", "77=address"]),
    ("el kilómetro 16", ["16=address"]),
    ("C.P. 98060", ["98060=address"]),
    ("la Av. Juárez 120, colonia Centro", ["120=address"]),
    ("en la Región 102, manzana 20, lote 3", ["102=address", "20=address", "3=address"]),
    ("en la calle 300 personas", ["300=quantity"]),
    ("la avenida Juárez 120 luminarias", ["120=quantity"]),
    ("16 kilómetros", ["16=quantity"]),
    ("entre las calles 70 y 72 con carreras 46 y 47", ["70=address", "72=address", "46=address", "47=address"]),
    ("las calles Aurora y Artículo 5, como rutas", ["5=address"]),
    ("la calle Segunda, las calles Tercera y Cuarta", ["Segunda=address", "Tercera=address", "Cuarta=address"]),
    ("la Quinta Avenida y la quinta obra", ["Quinta=address", "quinta=ordinal"]),
    ("la calle segunda etapa", ["segunda=ordinal"]),
    ("en la Av. O’Higgins 770, de 9:00 a 14:00", ["770=address", "9:00=time", "14:00=time"]),
    ("instaló en el barrio 48 columnas", ["48=quantity"]),
    ("en Reforma, 3 Sur y 14 Oriente", ["3=address", "14=address"]),
    ("la carrera 8, entre calles 17 y 30, y dos", ["8=address", "17=address", "30=address", "dos=quantity"]),
    ("en el primer piso de Brown 946.", ["primer=ordinal", "946=address"]),
    ("un choque en Rivadavia al 800 y 3 en Lima", ["800=address", "3=quantity"]),
    ("Bulevar Oroño 1515 y San Martín", ["1515=address"]),
    ("14 km de la A-316 y de la CV-500", ["14=quantity", "316=address", "500=address"]),
]

IDENTIFIERS = [
    ("la cocina número nueve y un gran número de nueve", ["nueve=identifier", "nueve=quantity"]),
    ("los terminados en 3 y 4 terminaron en 3 años", ["3=identifier", "4=identifier", "3=quantity"]),
    ("Boletín No. 030", ["030=identifier"]),
    ("el CECATI 161 y la secundaria No. 22", ["161=identifier", "22=identifier"]),
    ("B1079-2020", ["1079=identifier", "2020=identifier"]),
    ("la Zona 3 y la Unidad 5", ["3=identifier", "5=identifier"]),
    ("la semana epidemiológica 19", ["19=identifier"]),
    ("en la escuela 20 alumnos", ["20=quantity"]),
    ("la unidad 20 elementos", ["20=quantity"]),
    ("#Reto2030 en www.sitio24.mx", ["2030=identifier", "24=identifier"]),
    ("registró 81.412 niñas; por su cuenta 1.200 metros", ["81.412=quantity", "1.200=quantity"]),
    (
        "la I.E. 40172 con 300 alumnos; RUT 76.123.456-7",
        ["40172=identifier", "300=quantity", "76.123.456=identifier", "7=identifier"],
    ),
    ("el expediente digital 88-2020", ["88=identifier", "2020=identifier"]),
    ("La Paz registró 104; registro 104", ["104=quantity", "104=identifier"]),
    ("el vuelo AM 345 llegó con 120 turistas", ["345=identifier", "120=quantity"]),
    ("la beca número 20,000 y el medidor número 1.500", ["20,000=identifier", "1.500=identifier"]),
    ("un gran número: 20,000 becas", ["20,000=quantity"]),
]

NAMES = [
    ("ganó oro en 200 metros mariposa y 400 m vallas", ["200 metros mariposa=name", "400 m vallas=name"]),
    ("puso 200 metros libres de cable", ["200=quantity"]),
    ("el pozo Loma Alta 2, que riega, y el tanque Mirador 3.", ["2=name", "3=name"]),
    ("en el pozo Mirador 12 obreros bajaron", ["12=quantity"]),
    # weapons are named by their bore
    ("una carabina 30-30, 20 fundas", ["30-30=name", "20=quantity"]),
    ("un rifle calibre .22 y 3 pistolas 380.", [".22=name", "3=quantity", "380=name"]),
    ("pistolas calibre 38 y 45, 12 balas", ["38 y 45=name", "12=quantity"]),
    ("armas de grueso calibre, 20; una pistola de 9 milímetros", ["20=quantity", "9=quantity"]),
    ("en la pistola 300 cartuchos", ["300=quantity"]),
    # the people that a rate is told to
    ("64 donantes por millón de población", ["64=quantity", "millón=name"]),
    ("tasa de 8.2 por 10,000 habitantes", ["8.2=quantity", "10,000=name"]),
    ("la tasa fue de 8 heridos por mil trabajadores", ["8=quantity", "mil=name"]),
    ("fue vista por 100 habitantes y pagó 3 por mil casas", ["100=quantity", "3=quantity", "mil=quantity"]),
    ("el frente frío 23 con 23 rachas", ["frente frío 23=name", "23=quantity"]),
    ("puso 60 y el Estado 40; en el Galpón 11.", ["60=quantity", "40=quantity", "11=name"]),
    ("por COVID-19 y SARS COV 2", ["COVID-19=name", "SARS COV 2=name"]),
    ("obras 3x1 y una 4x4", ["3x1=name", "4x4=name"]),
    ("el C4 y el 7-Eleven", ["C4=name", "7-Eleven=name"]),
    ("la avenida 20 de Noviembre", ["20=name"]),
    ("“65 y más” y 20 becas", ["65 y más=name", "20=quantity"]),
    ("cuidar el medio ambiente", ["medio ambiente=name"]),
    ("mil gracias", ["mil gracias=name"]),
    ("canchas de 20x40 metros", ["20=quantity", "40=quantity"]),
    ("el consultorio Quinta Bella y la Quinta Sesión", ["Quinta Bella=name", "Quinta=ordinal"]),
    ("el Pabellón 83 de Lota y el Galpón 2.", ["83=name", "2=name"]),
    ("en la colonia Las Flores II, con 20", ["II=name", "20=quantity"]),
    ("dan los cuatro talleres", ["cuatro=quantity"]),
    ("en Mi Agua III y el barrio Las Flores II, con", ["III=name", "II=name"]),
    ("la Etapa III del Siglo XX", ["III=ordinal", "XX=ordinal"]),
    ("en Radio 10 y FM 98.5; la variante BA.5", ["10=name", "98.5=name", "BA.5=name"]),
    ("de Dos Montes a la capital; en dos montes", ["Dos Montes=name", "dos=quantity"]),
    ("Entrega de Tres Ambulancias a Bomberos", ["Tres=quantity"]),
    ("la Sub Ocho, la Sub-15 y otros 15", ["Sub Ocho=name", "Sub-15=name", "15=quantity"]),
    ("por Escuadrón 201 y el escuadrón con 201 hombres", ["201=name", "201=quantity"]),
    ("el plan VIS2040 en Empleo24", ["VIS2040=name", "Empleo24=name"]),
    ("el Grupo de los 20 se reunió con un grupo de los 20 alumnos", ["20=name", "20=quantity"]),
    ("el ODS 8, con 20 obras", ["ODS 8=name", "20=quantity"]),
    ("el operativo Escudo 2.0 detuvo a 12", ["2.0=name", "12=quantity"]),
]

OTHERS = [
    ("quedó en el sitio 13 del medallero; en el sitio 300 obreros", ["13=ordinal", "300=quantity"]),
    ("el primer lugar y la XXIII sesión", ["primer=ordinal", "XXIII=ordinal"]),
    ("el 60 aniversario", ["60=ordinal"]),
    ("pasó del lugar 15 al 8", ["15=ordinal", "8=ordinal"]),
    ("no eran uno ni dos, y hubo dos", ["dos=vague", "dos=quantity"]),
    ("decenas de familias en varios días", ["decenas=vague", "varios=vague"]),
    ("miles de árboles y 2 millones de pinos", ["miles=vague", "2 millones=quantity"]),
    ("ganaron 3 a 1", ["3=score", "1=score"]),
    ("un promedio general de 9.5", ["9.5=score"]),
    ("ganaron 300 becas", ["300=quantity"]),
    ("el promedio mínimo para inscribirse bajó de 8.5 a 8", ["8.5=score", "8=score"]),
    ("tiene como meta 500 becas", ["500=quantity"]),
    (
        "califica con un 45/100 al agua",
        ["45=score", "100=score"],
    ),
    ("una calificación de 8/10", ["8=score", "10=score"]),
    ("1. Se crearon 20 plazas\n2.- Hubo 30", ["1=ordinal", "20=quantity", "2=ordinal", "30=quantity"]),
    ("10) Durante mayo, 5 obras", ["10=ordinal", "5=quantity"]),
    ("1. 500 becas\n2. 300 casas", ["1=ordinal", "500=quantity", "2=ordinal", "300=quantity"]),
    (
        "3 millones de pesos\n12-15 años\n1.500 becas",
        ["3 millones=quantity", "12=quantity", "15=quantity", "1.500=quantity"],
    ),
    ("ejes: 1) salud, con 20; 2) agua", ["1=ordinal", "20=quantity", "2=ordinal"]),
    ("en dos barrios (niñas: 20; niños: 15) y más", ["dos=quantity", "20=quantity", "15=quantity"]),
    ("Nota de prensa\nMás de 10 villas", ["10=quantity"]),
    ("Nota informativa\nCerca de 40 villas", ["40=quantity"]),
    ("una nota mínima de 10", ["10=score"]),
]

ARTICLES = [
    ("una obra, uno de ellos y un millón", ["una=article", "uno=article", "un millón=quantity"]),
    ("uno de cada tres", ["uno=quantity", "tres=quantity"]),
    ("unos 300", ["300=quantity"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    PADDED + DATES + YEARS + TIMES + PHONES + LAWS + ADDRESSES + ITEMS_AND_NOTES + IDENTIFIERS + NAMES + OTHERS,
)
def test_classes(text: str, expected: list[str]):
    assert classes(text) == expected


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_articles(text: str, expected: list[str]):
    assert [f"{e.surface}={e.cls}" for e in classify(text, find_numerals(text))] == expected


def test_number_in_a_name_belongs_to_the_name():
    text = "el programa Rumbo 2030 y Rumbo 500, desde 2021, con 20 obras"
    entries = classify(text, find_numerals(text), name_spans=[(25, 34), (12, 22)])
    assert [entry.cls for entry in entries] == ["name", "name", "year", "quantity"]


def test_entry_says_which_rule_and_value():
    (entry,) = classify("Ramo 33", find_numerals("Ramo 33"))
    assert entry.rule == "law.provision"
    assert entry.value == 33


WORDS = st.sampled_from(
    [
        "el",
        "la",
        "a",
        "las",
        "10",
        "20",
        "300",
        "2020",
        "de",
        "enero",
        "lunes",
        "y",
        ",",
        ".",
        "artículo",
        "calle",
        "un",
        "una",
        "millones",
        "miles",
        "tel.",
        "555",
        "12",
        "34",
        "primer",
        "XXIII",
        "COVID-19",
        "3x1",
        "B12",
        "17:30",
        "km",
        "Av.",
        "Juárez",
        "ganó",
        "3-1",
        "varios",
        "mil",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_every_numeral_is_in_exactly_one_entry(text: str):
    numerals = find_numerals(text)
    entries = classify(text, numerals)
    assert all(one.end <= other.start for one, other in pairwise(entries))
    for numeral in numerals:
        assert sum(entry.start <= numeral.start and numeral.end <= entry.end for entry in entries) == 1
    assert all(text[entry.start : entry.end] == entry.surface for entry in entries)


@pytest.mark.parametrize(
    "piece",
    ["A", "AB-", "(", "+", "w.", "5, 6 y ", "1-", "calles 5, ", "Hospital ", "lunes 5 y ", "12/", "ganó ", "No. "],
)
def test_long_input_is_classified(piece: str):
    text = piece * (30_000 // len(piece))
    inside = sum(entry.end - entry.start for entry in classify(text, find_numerals(text)))
    assert inside >= sum(char.isdigit() for char in text)

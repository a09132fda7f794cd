"""Time expressions: text, the words found, and the days that they cover."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.patterns import Patterns, PeriodRule, shipped
from extract.periods.finder import find_periods
from extract.rules import PatternError

# A Wednesday.
PUBLISHED = date(2024, 6, 12)


def found(text, published=PUBLISHED):
    """Every period of the text as (surface, "first/last")."""
    return [(p.surface, f"{p.first or ''}/{p.last or ''}") for p in find_periods(text, published)]


@pytest.mark.parametrize(
    ("text", "surface", "days"),
    [
        # so much time up to the publication
        ("Se dieron 90 becas en el último año.", "en el último año", "2023-06-12/2024-06-12"),
        ("En los últimos 13 meses nacieron 40 empresas.", "En los últimos 13 meses", "2023-05-12/2024-06-12"),
        ("Hubo 5 cierres en los últimos tres años.", "en los últimos tres años", "2021-06-12/2024-06-12"),
        ("Hubo 5 cierres en las últimas 24 horas.", "en las últimas 24 horas", "2024-06-11/2024-06-12"),
        (
            "Hubo 5 cierres en los últimos treinta y cinco días.",
            "en los últimos treinta y cinco días",
            "2024-05-08/2024-06-12",
        ),
        ("Se plantaron 300 árboles durante la última década.", "durante la última década", "2014-06-12/2024-06-12"),
        ("En tres años se abrieron 12 aulas.", "En tres años", "2021-06-12/2024-06-12"),
        (
            "Se abrieron 12 aulas en dos años y medio de gobierno.",
            "en dos años y medio de gobierno",
            "2021-12-12/2024-06-12",
        ),
        ("En tres meses se abrirán 12 aulas.", "En tres meses", "2024-06-12/2024-09-12"),
        ("Atiende a 30 alumnos desde hace dos años.", "desde hace dos años", "2022-06-12/2024-06-12"),
        ("Se abrirán 9 talleres en los próximos dos meses.", "en los próximos dos meses", "2024-06-12/2024-08-12"),
        ("El último semestre cerró con 9 obras.", "El último semestre", "2023-12-12/2024-06-12"),
        # a month set ahead, or just gone by
        ("Para mayo había 40 camas.", "Para mayo", "2024-05-01/2024-05-31"),
        ("Se abrirán 50 camas para agosto.", "para agosto", "2024-08-01/2024-08-31"),
        ("La baja es de 40 camas para el mes de mayo.", "para el mes de mayo", "2024-05-01/2024-05-31"),
        ("La meta es de 40 camas para el mes de enero.", "para el mes de enero", "2025-01-01/2025-01-31"),
        # episodes whose days the release leaves open
        ("Durante el estado de alarma hubo 40 altas.", "Durante el estado de alarma", "/"),
        ("Desde el inicio de la pandemia hubo 40 altas.", "Desde el inicio de la pandemia", "/"),
        # so long ago
        ("Hace cuatro días llegaron 3 camiones.", "Hace cuatro días", "2024-06-08/2024-06-08"),
        ("Hace dos años eran 18.", "Hace dos años", "2022-01-01/2022-12-31"),
        # years
        ("Este año van 77 obras.", "Este año", "2024-01-01/2024-12-31"),
        ("Van 77 obras en el año.", "en el año", "2024-01-01/2024-12-31"),
        ("Van 77 obras en el presente año.", "en el presente año", "2024-01-01/2024-12-31"),
        ("En este 2023 se pagaron 77 obras.", "En este 2023", "2023-01-01/2023-12-31"),
        ("Durante 2022 se pagaron 77 obras.", "Durante 2022", "2022-01-01/2022-12-31"),
        ("Las 77 obras del año 2022.", "del año 2022", "2022-01-01/2022-12-31"),
        ("Hubo 40 más que el año pasado.", "el año pasado", "2023-01-01/2023-12-31"),
        ("Para el próximo año habrá 40.", "Para el próximo año", "2025-01-01/2025-12-31"),
        ("El ejercicio fiscal 2023 cerró con saldo.", "El ejercicio fiscal 2023", "2023-01-01/2023-12-31"),
        ("Terminará a finales de 2025.", "a finales de 2025", "2025-01-01/2025-12-31"),
        ("La obra cierra el año con 4 pisos.", "cierra el año", "2024-01-01/2024-12-31"),
        ("En lo que va del año suman 8.", "En lo que va del año", "2024-01-01/2024-06-12"),
        ("En lo que va de 2024 suman 8.", "En lo que va de 2024", "2024-01-01/2024-06-12"),
        ("En lo corrido del año suman 8.", "En lo corrido del año", "2024-01-01/2024-06-12"),
        ("Se pagará antes de que termine el año.", "antes de que termine el año", "2024-06-12/2024-12-31"),
        ("La administración 2018-2021 dejó 3 pozos.", "La administración 2018-2021", "2018-01-01/2021-12-31"),
        ("Entre 2018 y 2022 se cavaron 3 pozos.", "Entre 2018 y 2022", "2018-01-01/2022-12-31"),
        ("De 2018 a 2022 se cavaron 3 pozos.", "De 2018 a 2022", "2018-01-01/2022-12-31"),
        ("Pozos cavados, 2018-2022: tres.", "2018-2022", "2018-01-01/2022-12-31"),
        ("El ciclo escolar 2023-2024 tuvo 9 pausas.", "El ciclo escolar 2023-2024", "2023-09-01/2024-08-31"),
        ("En los primeros cinco meses van 9.", "En los primeros cinco meses", "2024-01-01/2024-05-31"),
        ("En los primeros ocho meses hubo 9.", "En los primeros ocho meses", "2023-01-01/2023-08-31"),
        (
            "En estos primeros seis meses del corriente periodo hubo 9.",
            "En estos primeros seis meses del corriente periodo",
            "2024-01-01/2024-06-30",
        ),
        ("Este semestre se pagarán 9 becas.", "Este semestre", "2024-01-01/2024-06-30"),
        ("El próximo semestre vienen 9 becas.", "El próximo semestre", "2024-07-01/2024-12-31"),
        ("El trimestre pasado hubo 9 becas.", "El trimestre pasado", "2024-01-01/2024-03-31"),
        ("La cartera de este ejercicio suma 9 obras.", "de este ejercicio", "2024-01-01/2024-12-31"),
        ("En la vigencia fiscal 2021 hubo 9 obras.", "En la vigencia fiscal 2021", "2021-01-01/2021-12-31"),
        ("La temporada 2023/24 dio 9 barcos.", "La temporada 2023/24", "2023-01-01/2024-12-31"),
        ("El cuatrienio 2024-2027 prevé 9 obras.", "El cuatrienio 2024-2027", "2024-01-01/2027-12-31"),
        ("El banco cerró febrero con 9 cajas.", "cerró febrero", "2024-02-01/2024-02-29"),
        ("La meta es cerrar noviembre con 9 cajas.", "cerrar noviembre", "2024-11-01/2024-11-30"),
        ("Pagó 9 turnos en la nómina de marzo.", "de marzo", "2024-03-01/2024-03-31"),
        ("Reparó en septiembre 1.943 baches.", "en septiembre", "2023-09-01/2023-09-30"),
        ("A finales de mes abren 9 salas.", "A finales de mes", "2024-06-01/2024-06-30"),
        ("Padrón a ene-23: 90 fichas.", "ene-23", "2023-01-01/2023-01-31"),
        ("Becas para el curso 2025/26.", "para el curso 2025/26", "2025-09-01/2026-08-31"),
        # parts of years
        ("En el primer trimestre de 2023 cayó.", "En el primer trimestre de 2023", "2023-01-01/2023-03-31"),
        ("El segundo semestre cayó.", "El segundo semestre", "2023-07-01/2023-12-31"),
        ("El segundo semestre subirá.", "El segundo semestre", "2024-07-01/2024-12-31"),
        (
            "El tercer cuatrimestre del año pasado cayó.",
            "El tercer cuatrimestre del año pasado",
            "2023-09-01/2023-12-31",
        ),
        ("Los primeros cinco meses de 2024 fueron secos.", "Los primeros cinco meses de 2024", "2024-01-01/2024-05-31"),
        ("El último mes del año llueve.", "El último mes del año", "2024-12-01/2024-12-31"),
        # months
        ("En enero llovió 3 días.", "En enero", "2024-01-01/2024-01-31"),
        ("En octubre llovió 3 días.", "En octubre", "2023-10-01/2023-10-31"),
        ("En octubre lloverá 3 días.", "En octubre", "2024-10-01/2024-10-31"),
        ("Se prevé sembrar 3 parcelas en octubre.", "en octubre", "2024-10-01/2024-10-31"),
        ("En el mes de enero de 2022 llovió.", "En el mes de enero de 2022", "2022-01-01/2022-01-31"),
        ("En setiembre pasado llovió.", "En setiembre pasado", "2023-09-01/2023-09-30"),
        ("Este mes llovió.", "Este mes", "2024-06-01/2024-06-30"),
        ("El mes pasado llovió.", "El mes pasado", "2024-05-01/2024-05-31"),
        ("El próximo mes lloverá.", "El próximo mes", "2024-07-01/2024-07-31"),
        ("De enero a abril llovió.", "De enero a abril", "2024-01-01/2024-04-30"),
        ("De octubre a enero llovió.", "De octubre a enero", "2023-10-01/2024-01-31"),
        ("Entre los meses de febrero y abril llovió.", "Entre los meses de febrero y abril", "2024-02-01/2024-04-30"),
        ("Lluvias, enero–junio 2022.", "enero–junio 2022", "2022-01-01/2022-06-30"),
        ("De noviembre a marzo de 2022 llovió.", "De noviembre a marzo de 2022", "2021-11-01/2022-03-31"),
        ("En enero, febrero y marzo llovió.", "En enero, febrero y marzo", "2024-01-01/2024-03-31"),
        ("La primera quincena de mayo llovió.", "La primera quincena de mayo", "2024-05-01/2024-05-15"),
        ("En la segunda semana de mayo llovió.", "En la segunda semana de mayo", "2024-05-08/2024-05-14"),
        ("A inicios de mayo llovió.", "A inicios de mayo", "2024-05-01/2024-05-31"),
        # weeks and days
        ("Esta semana llovió.", "Esta semana", "2024-06-10/2024-06-16"),
        ("La semana pasada llovió.", "La semana pasada", "2024-06-03/2024-06-09"),
        ("El fin de semana llovió.", "El fin de semana", "2024-06-08/2024-06-09"),
        ("El fin de semana lloverá.", "El fin de semana", "2024-06-15/2024-06-16"),
        ("Hoy llovió.", "Hoy", "2024-06-12/2024-06-12"),
        ("Ayer llovió.", "Ayer", "2024-06-11/2024-06-11"),
        ("Este miércoles llovió.", "Este miércoles", "2024-06-12/2024-06-12"),
        ("Este viernes abrirá.", "Este viernes", "2024-06-14/2024-06-14"),
        ("Este lunes abrió.", "Este lunes", "2024-06-10/2024-06-10"),
        ("El pasado miércoles abrió.", "El pasado miércoles", "2024-06-05/2024-06-05"),
        ("El martes pasado abrió.", "El martes pasado", "2024-06-11/2024-06-11"),
        ("El próximo lunes abre.", "El próximo lunes", "2024-06-17/2024-06-17"),
        ("El lunes 3 abrió.", "El lunes 3", "2024-06-03/2024-06-03"),
        ("El 15 de marzo abrió.", "El 15 de marzo", "2024-03-15/2024-03-15"),
        ("El 15 de marzo de 2021 brigadas limpiaron el río.", "El 15 de marzo de 2021", "2021-03-15/2021-03-15"),
        ("El 20 de diciembre abrió.", "El 20 de diciembre", "2023-12-20/2023-12-20"),
        ("El 20 de diciembre abrirá.", "El 20 de diciembre", "2024-12-20/2024-12-20"),
        ("Feria del queso, 20 de julio", "20 de julio", "2024-07-20/2024-07-20"),
        ("El pasado 27 de mayo abrió.", "El pasado 27 de mayo", "2024-05-27/2024-05-27"),
        ("Este 14 de junio es feriado.", "Este 14 de junio", "2024-06-14/2024-06-14"),
        ("El día de ayer 11 de junio abrió.", "El día de ayer 11 de junio", "2024-06-11/2024-06-11"),
        ("El 23 de junio del presente año abre.", "El 23 de junio del presente año", "2024-06-23/2024-06-23"),
        ("El primero de mayo marchó.", "El primero de mayo", "2024-05-01/2024-05-01"),
        ("Firmado el 12/05/2022.", "el 12/05/2022", "2022-05-12/2022-05-12"),
        ("Del 24 al 29 de mayo llovió.", "Del 24 al 29 de mayo", "2024-05-24/2024-05-29"),
        ("Del 28 de enero al 3 de febrero llovió.", "Del 28 de enero al 3 de febrero", "2024-01-28/2024-02-03"),
        ("Del 20 de diciembre al 6 de enero llovió.", "Del 20 de diciembre al 6 de enero", "2023-12-20/2024-01-06"),
        ("El 10, 11 y 12 de mayo llovió.", "10, 11 y 12 de mayo", "2024-05-10/2024-05-12"),
        ("EL LUNES 3\nDE JUNIO DE 2024 ABRIÓ", "EL LUNES 3\nDE JUNIO DE 2024", "2024-06-03/2024-06-03"),
        # open ends
        ("De octubre de 2022 a la fecha van 4.", "De octubre de 2022 a la fecha", "2022-10-01/2024-06-12"),
        ("Desde el 8 de octubre de 2022 van 4.", "Desde el 8 de octubre de 2022", "2022-10-08/2024-06-12"),
        ("Funcionará a partir del 4 de julio.", "a partir del 4 de julio", "2024-07-04/"),
        ("Se inscribirán hasta el 9 de julio 300 personas.", "hasta el 9 de julio", "2024-06-12/2024-07-09"),
        # of the spans of all years the one that lies nearest
        ("Del 1 de enero al 31 de mayo, 40 altas.", "Del 1 de enero al 31 de mayo", "2024-01-01/2024-05-31"),
        (
            "Entre el 1 de octubre y el 30 de mayo llovieron 300 mm.",
            "Entre el 1 de octubre y el 30 de mayo",
            "2023-10-01/2024-05-30",
        ),
        ("Atenderá a 90 niños del 1 de julio al 5 de enero.", "del 1 de julio al 5 de enero", "2024-07-01/2025-01-05"),
        ("El año que entra habrá 3.", "El año que entra", "2025-01-01/2025-12-31"),
        ("Van 40 en lo que va del trienio.", "en lo que va del trienio", "/"),
        ("Se inscriben desde hoy 300 niñas.", "desde hoy", "2024-06-12/2024-06-12"),
        ("Mañana llegarán 300 dosis.", "Mañana", "2024-06-13/2024-06-13"),
        (
            "El taller atendió a 90 desde que abrió sus puertas en mayo de 2022.",
            "desde que abrió sus puertas en mayo de 2022",
            "2022-05-01/2024-06-12",
        ),
        ("Quedó con 300 socios el pasado ejercicio.", "el pasado ejercicio", "2023-01-01/2023-12-31"),
        (
            "En el operativo, que comenzó el 1 de abril, van 30 visitas.",
            "que comenzó el 1 de abril",
            "2024-04-01/2024-06-12",
        ),
        (
            "Desde la primera feria, el 26 de febrero, van 19 bodas.",
            "Desde la primera feria, el 26 de febrero",
            "2024-02-26/2024-06-12",
        ),
        ("La cooperativa terminará el 2024 con 30 socias.", "terminará el 2024", "2024-01-01/2024-12-31"),
        ("La cifra llegaría a 90 en noviembre.", "en noviembre", "2024-11-01/2024-11-30"),
        ("Hasta abril iban 40.", "Hasta abril", "/2024-04-30"),
        # a month about to come, where no verb tells, and one long past
        ("En julio, otra licitación de 30 obras.", "En julio", "2024-07-01/2024-07-31"),
        ("En noviembre, 30 obras.", "En noviembre", "2023-11-01/2023-11-30"),
        ("Hasta el 10 de mayo iban 4.", "Hasta el 10 de mayo", "2024-05-10/2024-05-10"),
        ("Al corte del 10 de mayo iban 4.", "Al corte del 10 de mayo", "2024-05-10/2024-05-10"),
        ("Al 31 de marzo iban 4.", "Al 31 de marzo", "2024-03-31/2024-03-31"),
        # a year right before a number, and a time that is only compared with
        ("En 2018 mil 12 personas vinieron.", "En 2018", "2018-01-01/2018-12-31"),
        ("Gastó en 2018 mil millones de pesos.", "en 2018", "2018-01-01/2018-12-31"),
        # epidemiological weeks, from Sunday to Saturday; the last one of the number
        ("En la semana epidemiológica 20 hubo 9 casos.", "En la semana epidemiológica 20", "2024-05-12/2024-05-18"),
        ("En la SE 40 hubo 9 casos.", "En la SE 40", "2023-10-01/2023-10-07"),
        ("Hasta la semana epidemiológica 1 de 2021 van 9.", "Hasta la semana epidemiológica 1 de 2021", "/2021-01-09"),
        ("En el año hidrológico 2022-2023 llovió.", "En el año hidrológico 2022-2023", "2022-10-01/2023-09-30"),
        ("En el año agrícola llovió.", "En el año agrícola", "/"),
        # lengths of two units, and from the start of something
        ("A un año y cuatro meses de gobierno van 9.", "A un año y cuatro meses de gobierno", "2023-02-12/2024-06-12"),
        ("A dos años del arranque del plan van 9.", "A dos años del arranque", "2022-06-12/2024-06-12"),
        # the verb of its own clause
        ("Se ampliará la sede, donde en agosto se dieron 9.", "en agosto", "2023-08-01/2023-08-31"),
        ("Repuso 9 luces en agosto, y la ronda reforzará la zona.", "en agosto", "2023-08-01/2023-08-31"),
        ("Repondrá 9 luces en agosto, y la ronda reforzó la zona.", "en agosto", "2024-08-01/2024-08-31"),
        ("A la fecha van 4.", "A la fecha", "/2024-06-12"),
        # spans whose last day is told by the end of a month, year or day of the month
        ("De 2008 al último día de 2011 hubo 9.", "De 2008 al último día de 2011", "2008-01-01/2011-12-31"),
        ("De enero de 2023 al cierre de abril van 9.", "De enero de 2023 al cierre de abril", "2023-01-01/2023-04-30"),
        (
            "Abrió desde el pasado 3 hasta el 9 de este mes.",
            "desde el pasado 3 hasta el 9 de este mes",
            "2024-06-03/2024-06-09",
        ),
        ("Abrió desde el 3 hasta el 9 de mayo.", "desde el 3 hasta el 9 de mayo", "2024-05-03/2024-05-09"),
        ("Se darán 9 hasta el 20 de este mes.", "hasta el 20 de este mes", "2024-06-12/2024-06-20"),
        ("Se darán 9 hasta finalizar agosto.", "hasta finalizar agosto", "2024-06-12/2024-08-31"),
        ("Se darán 9 antes de terminar agosto.", "antes de terminar agosto", "2024-06-12/2024-08-31"),
        ("Hasta el quinto mes del año van 9.", "Hasta el quinto mes del año", "/2024-05-31"),
        ("El octavo mes del 2023 dejó 9.", "El octavo mes del 2023", "2023-08-01/2023-08-31"),
        ("En lo que lleva la actual administración van 9.", "En lo que lleva la actual administración", "/"),
        ("En lo corrido de este gobierno van 9.", "En lo corrido de este gobierno", "/"),
        # how long a work is to take
        ("Se entregará en un plazo de dos meses.", "en un plazo de dos meses", "2024-06-12/2024-08-12"),
        ("Se comprometió a acabar en un plazo de dos meses.", "en un plazo de dos meses", "2024-06-12/2024-08-12"),
        ("El segundo, en este año, fue mejor.", "en este año", "2024-01-01/2024-12-31"),
        ("Desde el inicio de la administración van 4.", "Desde el inicio de la administración", "/"),
        ("En los próximos días irán 4.", "En los próximos días", "/"),
    ],
)
def test_resolved_against_the_publication(text, surface, days):
    assert found(text) == [(surface, days)]


@pytest.mark.parametrize(
    "text",
    [
        "Tendrá una vida útil de 12 años.",
        "Fue una sesión de dos horas.",
        "Para jóvenes de 18 a 64 años.",
        "Se bacheó la calle 5 de Mayo.",
        "Cruza la avenida 20 de Noviembre y la colonia 10 de Mayo.",
        "El Plan Municipal de Desarrollo 2021-2024 fija 9 metas.",
        "La ventanilla abre de lunes a viernes, y los sábados cierra.",
        "Entregó 2020 becas y más de 2015 libros.",
        "Llegaron al 31 de febrero.",
        "Con el folio B1079-2020.",
        "Hoy en día se trabaja cada semana, por la mañana.",
        "Navegó en mar abierto.",
        "Se 34 veces que no hay semana epidemiológica 60.",
        "A dos años del inicio de clases falta poco.",
        "Entregó 2018 mil veces y 2020 becas.",
        "Cuesta 23 pesos al año.",
        "Durante este recorrido saludó a todos.",
    ],
)
def test_no_time(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # pointers take the days of what was named before
        (
            "En 2022 se dieron 3 becas. El 5 de mayo hubo fiesta. Durante este periodo creció.",
            ["2022-01-01/2022-12-31", "2024-05-05/2024-05-05", "2022-01-01/2022-12-31"],
        ),
        (
            "De enero a abril de 2024 hubo 30, frente a 20 en el mismo periodo del año anterior.",
            ["2024-01-01/2024-04-30", "2023-01-01/2023-04-30"],
        ),
        ("De enero a abril hubo 30; en igual periodo de 2021, 20.", ["2024-01-01/2024-04-30", "2021-01-01/2021-04-30"]),
        (
            "El 5 de mayo de 2019 abrió. Creció 3% frente al año anterior.",
            ["2019-05-05/2019-05-05", "2023-01-01/2023-12-31"],
        ),
        ("En 2019 fueron 30, contra 20 del año anterior.", ["2019-01-01/2019-12-31", "2018-01-01/2018-12-31"]),
        ("En marzo de 2020 cerró; en ese año hubo 4.", ["2020-03-01/2020-03-31", "2020-01-01/2020-12-31"]),
        # one year for coordinated dates
        ("El 3 de mayo y el 5 de junio de 2019 llovió.", ["2019-05-03/2019-05-03", "2019-06-05/2019-06-05"]),
        # the term of office began when the document says
        ("Desde el inicio de la gestión van 9. De octubre de 2021 a la fecha, 9.", ["2021-10-01/2024-06-12"] * 2),
        # a headline leans as the body does
        ("Vacunación, en noviembre\n\nEn noviembre se aplicarán 30 dosis.", ["2024-11-01/2024-11-30"] * 2),
    ],
)
def test_read_in_context(text, expected):
    assert [days for _, days in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Es el tercer pago del año.",
        "La mayor nevada del año dejó 3 cm.",
        "En un acto, el segundo de este año, dio 9.",
        "Fue la quinta en lo que va del año.",
        "El puente se construyó en un lapso de ocho meses.",
        "Levantó la escuela en un plazo de menos de 8 meses.",
        "La mañana será fresca.",
        "Trabajan por la mañana.",
    ],
)
def test_words_of_time_that_are_none(text):
    assert found(text) == []


def test_kinds():
    text = "El 5 de mayo llovió. En abril también. En ese mes creció. Sigue a la fecha."
    assert [p.kind for p in find_periods(text, PUBLISHED)] == ["day", "span", "anaphor", "open"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("En 2022 llovió.", "2022-01-01/2022-12-31"),
        ("El 3 de mayo de 2022 llovió.", "2022-05-03/2022-05-03"),
        ("El año pasado llovió.", "/"),
        ("En mayo llovió.", "/"),
        ("Desde 2019 llueve.", "2019-01-01/"),
    ],
)
def test_without_publication_date(text, days):
    assert [d for _, d in found(text, None)] == [days]


FRAGMENTS = (
    "en 2022", "el 31 de abril", "a la fecha", "del", "al", "30 de", "mayo", "hasta", "el año anterior", ",", "\n\n", "2019-2021",
    "este lunes", "en ese periodo", "29 de febrero", "en los últimos 900 años", "quinto trimestre", "y", "próximo", "se abrirán",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join),
    st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)),
)
def test_periods_are_ordered_spans_of_the_text(text, published):
    periods = find_periods(text, published)
    for period in periods:
        assert text[period.start : period.end] == period.surface
        assert period.first is None or period.last is None or period.first <= period.last
    assert all(left.end <= right.start for left, right in pairwise(periods))


def test_found_far_from_other_words_of_time():
    filler = "La plaza tiene bancas y sombra. " * 40
    assert found(f"{filler}En 2022 se pintó. {filler}Desde el 8 de mayo abre. {filler}") == [
        ("En 2022", "2022-01-01/2022-12-31"),
        ("Desde el 8 de mayo", "2024-05-08/2024-06-12"),
    ]


@pytest.mark.parametrize("rule", shipped().rules("periods.yml", PeriodRule), ids=lambda rule: rule.id)
def test_rules_hold_on_their_examples(rule):
    assert rule.complaints() == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("resolve: fortnite\n  regex: 'xyz'", "there is no calculation 'fortnite'"),
        ("resolve: point\n  regex: '{mont}'", r"there is no block\.mont"),
    ],
)
def test_broken_rules_of_a_user_are_named(tmp_path: Path, entry, message):
    rule = f"rules:\n- id: my.rule\n  source: a test\n  examples: [xyz]\n  {entry}\n"
    (tmp_path / "periods.yml").write_text(rule, encoding="utf-8")
    with pytest.raises(PatternError, match=message):
        find_periods("xyz", PUBLISHED, Patterns(tmp_path))


def test_a_user_adds_a_rule(tmp_path: Path):
    rule = (
        "rules:\n- id: my.carnival\n  source: a test\n  examples: [en carnaval]\n"
        "  resolve: calendar\n  args: {unit: 1 month}\n  regex: 'en carnaval'\n"
    )
    (tmp_path / "periods.yml").write_text(rule, encoding="utf-8")
    periods = find_periods("En carnaval hubo 3 bailes.", PUBLISHED, Patterns(tmp_path))
    assert [(p.surface, p.first, p.rule) for p in periods] == [("En carnaval", date(2024, 6, 1), "my.carnival")]

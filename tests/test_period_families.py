"""Families of time expressions, each in sentences of several countries, and what looks like them and is none.

Text, publication date, country, and the days of each expression in reading order: one day once, "?" where the calendar
cannot place it.
"""

from datetime import date

import pytest

from extract.patterns import PeriodRule, shipped
from extract.periods.calculations import CALCULATIONS
from extract.periods.finder import find_periods
from extract.readers.dateline import find_dateline

# A Wednesday.
MAY = "2023-05-24"


def days_of(text, published=MAY, country=None):
    """The days of each expression, joined by blanks."""
    found = find_periods(text, date.fromisoformat(published), country=country)
    written = [f"{p.first or ''}/{p.last or ''}" for p in found]
    return " ".join("?" if w == "/" else w[:10] if w[:10] == w[11:] else w for w in written)


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("En el mes que concluye se regalaron 60 lentes.", "2022-04-28", "2022-04-01/2022-04-30"),
        ("En la semana que finaliza hoy se apagaron 4 fuegos.", "2022-11-20", "2022-11-14/2022-11-20"),
        ("En el año que está por terminar se plantaron 90 robles.", "2021-12-29", "2021-01-01/2021-12-31"),
        ("Durante el semestre que se cierra hubo 7 ferias.", "2022-06-30", "2022-01-01/2022-06-30"),
        ("En el año que termina hubo 7 ferias.", "2022-01-04", "2021-01-01/2021-12-31"),
        ("En el año que acaba de terminar hubo 7 ferias.", "2022-01-20", "2021-01-01/2021-12-31"),
        ("En el año que comienza habrá 7 ferias.", "2021-12-28", "2022-01-01/2022-12-31"),
        # a year with a point
        ("Cerró en el año 2.014; abre desde 2.016, con 7 ferias.", MAY, "2014-01-01/2014-12-31 2016-01-01/2023-05-24"),
        ("Subió desde 2.014 a 2.500 ferias.", MAY, ""),
        # days about the publication have begun this year
        ("Arrancó la brigada, que va del 20 al 28 de mayo.", MAY, "2023-05-20/2023-05-28"),
        ("Se puso en marcha la brigada, del 2 al 8 de mayo, en el sur.", MAY, "2023-05-02/2023-05-08"),
        ("Hubo 7 ferias del 26 al 28 de mayo.", MAY, "2022-05-26/2022-05-28"),
        (
            "En el fin de semana largo por la fundación del puerto, del 19 al 22 de mayo, hubo 7.",
            MAY,
            "2023-05-19/2023-05-22 2023-05-19/2023-05-22",
        ),
        ("Las cuotas son de 450, a pagar en 25 años.", MAY, ""),
        ("En el corriente mes hubo 7 ferias.", MAY, "2023-05-01/2023-05-31"),
        ("Esta quincena se pagarán 7 becas.", MAY, "2023-05-16/2023-05-31"),
        ("La quincena pasada se pagaron 7 becas.", MAY, "2023-05-01/2023-05-15"),
        ("En la próxima quincena se pagarán 7 becas.", MAY, "2023-06-01/2023-06-15"),
        ("En la primera quincena del mes se pagaron 7 becas.", MAY, "2023-05-01/2023-05-15"),
        ("En la segunda mitad de abril se pagaron 7 becas.", MAY, "2023-04-16/2023-04-30"),
        ("En la primera semana del mes se pagaron 7 becas.", MAY, "2023-05-01/2023-05-07"),
        ("En los primeros diez días del mes se pagaron 7 becas.", MAY, "2023-05-01/2023-05-10"),
        # no time of the publication
        ("El mes que viene habrá 7 becas.", MAY, "2023-06-01/2023-06-30"),
        ("Todo año que termina en cero trae 7 becas.", MAY, ""),
        ("La hora que termina la función, 7 autos salen.", MAY, ""),
        ("Cada quincena se pagan 7 becas.", MAY, ""),
        ("La primera mitad de la obra costó 7 millones.", MAY, ""),
    ],
)
def test_pieces_of_the_calendar_about_the_publication(text, published, days):
    assert days_of(text, published) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Desde el 7-IX-2022 se atendió a 30 novillos.", "2022-09-07/2023-05-24"),
        ("A 31-XII-2022 quedaban 30 novillos.", "2022-12-31"),
        ("El 12.II.2023 se contaron 30 novillos.", "2023-02-12"),
        ("El 5/III/2023 se contaron 30 novillos.", "2023-03-05"),
        ("Del 01/03/2023 al 30/04/2023 se contaron 30 novillos.", "2023-03-01/2023-04-30"),
        ("Con corte al 31/12/2022 se contaron 30 novillos.", "2022-12-31"),
        ("Hasta el 30-6-2023 se contarán 30 novillos.", "2023-05-24/2023-06-30"),
        ("La fracción I-V-3 nombra a 30 novillos.", ""),
        ("La versión 3.5.2 trae 30 novillos.", ""),
        ("El lote 7-XV-2012 trae 30 novillos.", ""),
        ("Del 2-3 al 5-6 pierde 30 puntos.", ""),
        ("El expediente 12/2022 trae 30 folios.", ""),
        # a day by its number
        ("El pasado día 12 se contaron 30 novillos.", "2023-05-12"),
        ("El próximo 20 se contarán 30 novillos.", "2023-06-20"),
        ("El día 29 se contarán 30 novillos.", "2023-05-29"),
        ("El día 29 se contaron 30 novillos.", "2023-04-29"),
        ("Desde el pasado día 5 se cuentan 30 novillos.", "2023-05-05/2023-05-24"),
        ("El próximo 20 aniversario reunirá a 30 socios.", ""),
        ("El día 15 de cada mes llegan 30 pedidos.", ""),
        ("El día 15 mil personas cruzan.", ""),
        ("El pasado 3.5 % subió a 30.", ""),
    ],
)
def test_dates_in_figures(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("En la década de los setenta se trazaron 9 rutas.", "1970-01-01/1979-12-31"),
        ("Durante los años ochenta se trazaron 9 rutas.", "1980-01-01/1989-12-31"),
        ("En la década del 60 se trazaron 9 rutas.", "1960-01-01/1969-12-31"),
        ("En la década de 2010 se trazaron 9 rutas.", "2010-01-01/2019-12-31"),
        ("A finales de la década de los noventa se trazaron 9 rutas.", "1990-01-01/1999-12-31"),
        ("En los noventa municipios hay 9 rutas.", ""),
        ("Los mayores de ochenta años usan 9 rutas.", ""),
        ("En la década de los sesenta y setenta se trazaron 9 rutas.", ""),
        ("En la década de 1995 se trazaron 9 rutas.", ""),
        ("Los años 80 son tema de 9 cuadros.", ""),
    ],
)
def test_decades(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("El viernes de la semana pasada hubo 9 multas.", "2023-05-19"),
        ("El jueves de esta semana habrá 9 multas.", "2023-05-25"),
        ("El lunes de la semana que viene habrá 9 multas.", "2023-05-29"),
        ("De martes a jueves de la semana pasada hubo 9 multas.", "2023-05-16/2023-05-18"),
        ("Entre el lunes y el viernes de la próxima semana habrá 9 multas.", "2023-05-29/2023-06-02"),
        ("El sábado, domingo y lunes hubo 9 multas.", "2023-05-20/2023-05-22"),
        ("El último fin de semana hubo 9 multas.", "2023-05-20/2023-05-21"),
        ("El fin de semana que viene habrá 9 multas.", "2023-05-27/2023-05-28"),
        ("Durante el fin de semana largo hubo 9 multas.", "2023-05-20/2023-05-22"),
        ("El primer fin de semana de mayo hubo 9 multas.", "2023-05-06/2023-05-07"),
        ("Los martes de cada semana hay 9 multas.", ""),
        ("De lunes a viernes hay 9 multas.", ""),
        ("Los fines de semana largos hay 9 multas.", ""),
        ("El lunes y este martes hubo 9 multas.", "2023-05-22 2023-05-23"),
        ("En Santo Domingo 9 multas son pocas.", ""),
    ],
)
def test_days_of_a_week(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Entre el domingo y este martes nevó 9 veces.", "2023-05-21/2023-05-23"),
        ("Entre ayer martes y hoy miércoles nevó 9 veces.", "2023-05-23/2023-05-24"),
        ("Desde el lunes y hasta hoy nevó 9 veces.", "2023-05-22/2023-05-24"),
        ("Desde el 3 de mayo hasta el pasado viernes nevó 9 veces.", "2023-05-03/2023-05-19"),
        ("A partir del lunes 15 y hasta el viernes 19 nevó 9 veces.", "2023-05-15/2023-05-19"),
        ("Entre la noche del sábado y la madrugada del domingo nevó 9 veces.", "2023-05-20/2023-05-21"),
        ("Del jueves 4 al domingo 7 nevó 9 veces.", "2023-05-04/2023-05-07"),
        ("Nevó el lunes y este martes unas 9 veces.", "2023-05-22 2023-05-23"),
        ("Las 9 nevadas del lunes superan a las de ayer.", "2023-05-22 2023-05-23"),
        ("Nevó el sábado 9 veces y al domingo ninguna.", "2023-05-20 2023-05-21"),
        ("Entre vecinos, el lunes y ayer hubo 9 pleitos.", "2023-05-22 2023-05-23"),
        ("Nevó hoy, y el 3 de mayo 9 veces.", "2023-05-24 2023-05-03"),
    ],
)
def test_two_expressions_are_the_ends_of_one_time(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("En Semana Santa (del 30 de marzo al 9 de abril) cruzaron 90 botes.", "2023-03-30/2023-04-09"),
        ("Durante la Semana Mayor, comprendida del 1 al 9 de abril, cruzaron 90 botes.", "2023-04-01/2023-04-09"),
        ("En la Semana de Turismo, que fue del 2 al 9 de abril, cruzaron 90 botes.", "2023-04-02/2023-04-09"),
        ("El fin de semana, del 19 al 21 de mayo, cruzaron 90 botes.", "2023-05-19/2023-05-21"),
        ("En los últimos tres meses, de febrero a abril, cruzaron 90 botes.", "2023-02-01/2023-04-30"),
        ("La zafra 2022-2023, del 1 de octubre al 30 de abril, dio 90 botes.", "2022-10-01/2023-04-30"),
    ],
)
def test_told_days_count(text, days):
    assert days_of(text) == f"{days} {days}"


@pytest.mark.parametrize(
    "text",
    [
        "En Semana Santa cruzaron 90 botes y, del 1 al 5 de mayo, 40.",
        "En Semana Santa, y también del 1 al 5 de mayo, cruzaron 90 botes.",
        "En Semana Santa. Del 1 al 5 de mayo cruzaron 90 botes.",
    ],
)
def test_days_that_do_not_tell_the_feast(text):
    assert days_of(text) == "2023-04-02/2023-04-08 2023-05-01/2023-05-05"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Desde el sismo del 19 de septiembre de 2017 van 30 aulas.", "2017-09-19/2023-05-24"),
        ("Desde su creación en 2015 van 30 aulas.", "2015-01-01/2023-05-24"),
        ("Desde la inauguración del museo el 3 de mayo de 2018 van 30 salas.", "2018-05-03/2023-05-24"),
        ("Desde la entrada en vigencia de la norma, en enero de 2018, van 30 actas.", "2018-01-01/2023-05-24"),
        ("Desde el inicio de la obra, el pasado 4 de mayo, van 30 muros.", "2023-05-04/2023-05-24"),
        ("La obra, iniciada en marzo de 2022, suma 30 muros.", "2022-03-01/2023-05-24"),
        ("El plan, puesto en marcha el 5 de marzo, suma 30 muros.", "2023-03-05/2023-05-24"),
        (
            "En lo que va de gestión, iniciada en enero de 2022, van 30 muros.",
            "2022-01-01/2023-05-24 2022-01-01/2023-05-24",
        ),
        ("Desde el mes pasado van 30 muros.", "2023-04-01/2023-05-24"),
        ("Desde el inicio del año van 30 muros.", "2023-01-01/2023-05-24"),
        ("Desde principios de abril van 30 muros.", "2023-04-01/2023-05-24"),
        ("A principios de abril se alzaron 30 muros.", "2023-04-01/2023-04-30"),
        ("Desde el viernes pasado van 30 muros.", "2023-05-19/2023-05-24"),
        ("Entre 2020 y la fecha van 30 muros.", "2020-01-01/2023-05-24"),
        # no beginning
        ("Desde la institución en 2015 partieron 30 autos.", "2015-01-01/2015-12-31"),
        ("Desde su sede en 2015 partieron 30 autos.", "2015-01-01/2015-12-31"),
        ("Desde el inicio del año hasta el 3 de mayo van 30 autos.", "2023-01-01/2023-05-03"),
        ("La escuela, inaugurada el 5 de marzo, tiene 30 aulas.", "2023-03-05"),
        ("La iniciativa del 5 de marzo tiene 30 firmas.", "2023-03-05"),
    ],
)
def test_since_a_beginning(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("La campaña arrancó el 4 de mayo. Hasta hoy se dieron 30 dosis.", "2023-05-04 2023-05-04/2023-05-24"),
        ("La feria abrió el 4 de mayo. Hasta ayer vinieron 30 grupos.", "2023-05-04 2023-05-04/2023-05-23"),
        ("La poda empezó el lunes 8 de mayo. A la fecha van 30 pinos.", "2023-05-08 2023-05-08/2023-05-24"),
        ("El aforo inició el 2 de marzo. Hasta este lunes van 30 autos.", "2023-03-02 2023-03-02/2023-05-22"),
        ("La toma comenzó el 2 de marzo. Al día de hoy van 30 actas.", "2023-03-02 2023-03-02/2023-05-24"),
        # another sentence lies between, nothing began, or the end lies ahead
        ("La feria abrió el 4 de mayo. Gustó. Hasta hoy vinieron 30.", "2023-05-04 /2023-05-24"),
        ("La feria fue el 4 de mayo. Hasta hoy se dieron 30 premios.", "2023-05-04 /2023-05-24"),
        ("La feria abrió el 4 de mayo. Hasta el 30 de junio habrá 30.", "2023-05-04 2023-05-24/2023-06-30"),
        ("La feria abrió el 4 de mayo. Hasta abril iban 30 ventas.", "2023-05-04 /2023-04-30"),
        (
            "La feria abrió el 4 de mayo y el 6 de mayo. Hasta hoy van 30.",
            "2023-05-04 2023-05-06 2023-05-04/2023-05-24",
        ),
    ],
)
def test_one_sentence_begins_what_the_next_counts(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Hasta fin de año se tejerán 30 redes.", "2023-05-24/2023-12-31"),
        ("De aquí a fin de mes se tejerán 30 redes.", "2023-05-24/2023-05-31"),
        ("De aquí a diciembre se tejerán 30 redes.", "2023-05-24/2023-12-31"),
        ("Hasta finales de junio se tejerán 30 redes.", "2023-05-24/2023-06-30"),
        ("Antes de que se acabe el 2023 se tejerán 30 redes.", "2023-05-24/2023-12-31"),
        ("Hasta el mes pasado se tejieron 30 redes.", "/2023-04-30"),
        ("Hasta anoche se tejieron 30 redes.", "2023-05-23"),
        ("A finales del mes pasado se tejieron 30 redes.", "2023-04-01/2023-04-30"),
        ("Al finalizar abril había 30 redes.", "2023-04-01/2023-04-30"),
        ("El 2022 se tejieron 30 redes.", "2022-01-01/2022-12-31"),
        ("Tres días atrás se tejieron 30 redes.", "2023-05-21"),
        ("Días atrás se tejieron 30 redes.", "?"),
        ("El fin de la semana larga trae 30 redes.", ""),
        ("El 2020 redes se tejerán.", ""),
        ("Detrás, tres días antes de la boda, quedan 30 redes.", ""),
    ],
)
def test_ends_and_distances(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("first", "pointer", "days"),
    [
        ("La feria fue del 4 al 6 de mayo.", "En los tres días", "2023-05-04/2023-05-06"),
        ("La feria fue del 4 al 6 de mayo.", "A lo largo de las tres jornadas", "2023-05-04/2023-05-06"),
        ("Se sembró en marzo y abril.", "En ambos meses", "2023-03-01/2023-04-30"),
        ("Se sembró en 2021 y 2022.", "Durante esos años", "2021-01-01/2022-12-31"),
        ("Se sembró en la primera quincena de mayo.", "En esa quincena", "2023-05-01/2023-05-15"),
        ("El balance es de 2022.", "En ese ejercicio", "2022-01-01/2022-12-31"),
        ("El balance es de marzo de 2022.", "En el mes señalado", "2022-03-01/2022-03-31"),
        ("El balance va de marzo a mayo de 2022.", "En el periodo", "2022-03-01/2022-05-31"),
        ("La boda fue el 16 de mayo.", "Esa misma noche", "2023-05-16"),
        ("La boda fue el martes 16 de mayo.", "Ese martes", "2023-05-16"),
        ("La boda fue el 16 de mayo.", "Dos días después", "2023-05-18"),
        ("La boda fue el 16 de mayo.", "Un día antes", "2023-05-15"),
        ("La boda fue el 16 de mayo.", "Desde entonces", "2023-05-16/2023-05-24"),
        ("El taller abrió en 2021.", "A partir de ese año", "2021-01-01/2023-05-24"),
    ],
)
def test_pointers(first, pointer, days):
    assert days_of(f"{first} {pointer} se gastaron 30 pesos.").split(" ")[-1] == days


@pytest.mark.parametrize(
    "text",
    [
        "En los tres días se gastaron 30 pesos.",
        "Los tres días siguientes se gastaron 30 pesos.",
        "En el periodo de prueba se gastaron 30 pesos.",
        "Dos días antes de la boda se gastaron 30 pesos.",
    ],
)
def test_no_pointers(text):
    assert days_of(text) == ""


@pytest.mark.parametrize(
    ("text", "published", "country", "days"),
    [
        ("En este ciclo escolar hay 30 becas.", MAY, "MX", "2022-09-01/2023-08-31"),
        ("En el ciclo escolar anterior hubo 30 becas.", "2023-10-02", "MX", "2022-09-01/2023-08-31"),
        ("Para el próximo año lectivo habrá 30 becas.", MAY, "CL", "2024-01-01/2024-12-31"),
        ("El pasado curso hubo 30 becas.", MAY, "ES", "2021-09-01/2022-08-31"),
        ("El pasado curso hubo 30 becas.", "2023-07-20", "ES", "2022-09-01/2023-08-31"),
        ("El curso que viene habrá 30 becas.", "2023-07-20", "ES", "2023-09-01/2024-08-31"),
        ("En el presente año escolar hay 30 becas.", MAY, "PE", "2023-01-01/2023-12-31"),
        ("El pasado curso de costura tuvo 30 alumnas.", MAY, "ES", ""),
        ("El próximo curso tendrá 30 alumnas.", MAY, "CO", ""),
        ("Este curso tiene 30 alumnas.", MAY, "ES", ""),
        ("Todo ciclo escolar trae 30 becas.", MAY, "MX", ""),
        ("El ciclo lectivo dura 30 semanas.", MAY, "AR", ""),
    ],
)
def test_school_years(text, published, country, days):
    assert days_of(text, published, country) == days


@pytest.mark.parametrize("town", ["Santo Domingo", "Santo Domingo Este", "Domingo de Soto"])
def test_a_town_called_after_sunday(town):
    dateline = find_dateline(f"{town}, 11 de junio de 2021. La junta abrió 3 pozos.\n\nLos pozos son hondos.")
    assert dateline is not None
    assert (dateline.place, dateline.published) == (town, date(2021, 6, 11))


_TIMES = [
    example
    for rule in shipped().rules("periods.yml", PeriodRule)
    if rule.resolve in CALCULATIONS
    for example in rule.examples
    if not example[-1].isdigit()  # "el lunes 15 | 300 personas": nobody writes that without a comma
]


@pytest.mark.parametrize("time", _TIMES)
@pytest.mark.parametrize("figure", ["418 personas", "3 mil 418 personas", "15% de las becas", "8 familias"])
def test_a_figure_right_behind_a_time_is_no_part_of_it(time, figure):
    alone = {days_of(f"Informó que {time}{mark} la oficina dio apoyos.") for mark in (",", "")}
    assert days_of(f"Informó que {time} {figure} llegaron.") in alone


@pytest.mark.parametrize(
    ("text", "published", "country", "days"),
    [
        # quarters and terms of study in figures
        ("En el 4.º trimestre de 2022 se abrieron 30 tiendas.", MAY, "ES", "2022-10-01/2022-12-31"),
        ("En el 2T de 2022 se abrieron 30 tiendas.", MAY, "ES", "2022-04-01/2022-06-30"),
        ("Las 30 tiendas del 1T23 suman más.", MAY, "MX", "2023-01-01/2023-03-31"),
        ("El camión lleva 2T de arroz para 30 casas.", MAY, "MX", ""),
        ("En el semestre 2022-II hubo 30 alumnas.", MAY, "PE", "2022-07-01/2022-12-31"),
        ("En el periodo académico 2023-1 hubo 30 alumnas.", MAY, "CO", "2023-01-01/2023-06-30"),
        ("En el periodo 2019-2022 hubo 30 alumnas.", MAY, "CO", "2019-01-01/2022-12-31"),
        ("En el primer semestre académico de 2022 hubo 30.", MAY, "CO", "2022-01-01/2022-06-30"),
        # moving quarters
        ("En el trimestre móvil enero-marzo de 2023 hubo 30.", MAY, "CL", "2023-01-01/2023-03-31"),
        ("En el trimestre diciembre 2022-febrero 2023 hubo 30.", MAY, "CL", "2022-12-01/2023-02-28"),
        # school and fiscal years
        ("Para el curso 23/24 hay 30 plazas.", MAY, "ES", "2023-09-01/2024-08-31"),
        ("La sala 23/24 tiene 30 plazas.", MAY, "ES", ""),
        ("Durante este curso se dieron 30 becas.", MAY, "ES", "2022-09-01/2023-08-31"),
        ("Durante este curso de cocina se dieron 30 becas.", MAY, "ES", ""),
        ("Del año fiscal 2022-2023 quedan 30 pesos.", MAY, "PR", "2022-07-01/2023-06-30"),
        ("Para el periodo fiscal 2023 hay 30 pesos.", MAY, "CR", "2023-01-01/2023-12-31"),
        ("En la vigencia anterior se dieron 30 becas.", MAY, "CO", "2022-01-01/2022-12-31"),
        ("El año recién pasado se dieron 30 becas.", MAY, "CL", "2022-01-01/2022-12-31"),
        # the end of a count, and the level on a day to come
        ("La obra avanza. A abril, se gastaron 30 pesos.", MAY, "PE", "/2023-04-30"),
        ("Subió de 20 en marzo a 30 en abril.", MAY, "PE", "2023-03-01/2023-03-31 2023-04-01/2023-04-30"),
        ("A corte de abril se gastaron 30 pesos.", MAY, "CO", "/2023-04-30"),
        ("A 31 de diciembre habrá 30 aulas.", MAY, "ES", "2023-12-31"),
        ("En el acumulado anual se vendieron 30 autos.", MAY, "AR", "2023-01-01/2023-05-24"),
        # days by their number
        ("Del 8 al 12/5 se vacunó a 30.", MAY, "PY", "2023-05-08/2023-05-12"),
        ("Entre el 28/4 y el 2/5 se vacunó a 30.", MAY, "AR", "2023-04-28/2023-05-02"),
        ("Se vacunó a 30, de 1/2 a 3/4 de dosis.", MAY, "AR", ""),
        ("El 21 del mes pasado se vacunó a 30.", MAY, "ES", "2023-04-21"),
        ("Del 17 al 21 del mes anterior se vacunó a 30.", MAY, "ES", "2023-04-17/2023-04-21"),
        ("El 21 del pasado mes de abril se vacunó a 30.", MAY, "ES", "2023-04-21"),
        ("Los días 17, 18 y 19 se vacunó a 30.", MAY, "ES", "2023-05-17/2023-05-19"),
        ("Los pasados días 28 y 29 se vacunó a 30.", MAY, "ES", "2023-04-28/2023-04-29"),
        ("Se pagará los días 10 y 25 de cada mes a 30.", MAY, "ES", ""),
        # the first days of a fair, and those in office
        (
            "Del 13 al 19 de mayo hubo feria. En los primeros tres días hubo 30.",
            MAY,
            "CO",
            "2023-05-13/2023-05-19 2023-05-13/2023-05-15",
        ),
        ("En los primeros tres días hubo 30.", MAY, "CO", ""),
        ("En 2023 hubo feria. En los primeros tres días hubo 30.", MAY, "CO", "2023-01-01/2023-12-31"),
        ("En sus primeros 100 días se abrieron 30 salas.", MAY, "CO", "?"),
    ],
)
def test_as_press_offices_write(text, published, country, days):
    assert days_of(text, published, country) == days

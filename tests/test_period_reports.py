"""Times as reports and balances tell them: months as subjects, fiscal years, cut-offs with an hour, closes of a year.

Each construction in sentences of several governments, and what looks like it and is none.
"""

import pytest

from tests.test_period_families import MAY, days_of


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("Abril fue un mes de cosecha: 40 toneladas.", MAY, "2023-04-01/2023-04-30"),
        ("FEBRERO, EL MES CON MÁS BODAS", MAY, "2023-02-01/2023-02-28"),
        ("Marzo cerró con 12 altas.", MAY, "2023-03-01/2023-03-31"),
        ("Diciembre ha sido el mejor mes del puerto.", MAY, "2022-12-01/2022-12-31"),
        ("Enero de 2022 registró la cifra más baja.", MAY, "2022-01-01/2022-01-31"),
        ("El mes de abril pasado se atendió a 60.", MAY, "2023-04-01/2023-04-30"),
        ("En febrero próximo pasado hubo 3 fugas.", MAY, "2023-02-01/2023-02-28"),
        # no month
        ("Don Julio fue el decano de las 7 bandas.", MAY, ""),
        ("La calle Abril registró 3 choques.", MAY, ""),
        ("Plaza de Mayo fue el mes anterior sede de 3 ferias.", MAY, "2023-04-01/2023-04-30"),
    ],
)
def test_months_as_subjects(text, published, days):
    assert days_of(text, published) == days


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("El pleno aprobó las cuentas para el próximo ejercicio.", MAY, "2024-01-01/2024-12-31"),
        ("Ventas acumuladas a febrero de 2023: 3 millones.", MAY, "2023-01-01/2023-02-28"),
        ("El valor acumulado a marzo fue de 3 millones.", MAY, "2023-01-01/2023-03-31"),
        ("En 2015 hubo 5, más que en el año precedente.", MAY, "2015-01-01/2015-12-31 2014-01-01/2014-12-31"),
        ("Este mediodía se abrió una sala.", MAY, "2023-05-24"),
        ("BALANCE DE ROBOS DEL FIN DE SEMANA", MAY, "2023-05-20/2023-05-21"),
        ("El horario de fin de semana no cambia.", MAY, ""),
        ("El ejercicio anterior dejó 3 millones.", MAY, "2022-01-01/2022-12-31"),
        ("En el ejercicio pasado se pagaron 3 millones.", MAY, "2022-01-01/2022-12-31"),
        ("La Ley de Ingresos 2024 prevé 3 millones.", MAY, "2024-01-01/2024-12-31"),
        ("El Presupuesto General del Estado 2024 sube un 3 %.", MAY, "2024-01-01/2024-12-31"),
        ("Con el POA 2022 se licitaron 3 puentes.", MAY, "2022-01-01/2022-12-31"),
        ("Las Reglas de Operación 2023 fijan 3 rubros.", MAY, "2023-01-01/2023-12-31"),
        ("La provincia acabó 2022 con 30 mil parados.", MAY, "2022-01-01/2022-12-31"),
        ("Los hoteles cerraron 2022 con 30 mil noches.", MAY, "2022-01-01/2022-12-31"),
        ("Las brigadas terminaron 2020 viviendas.", MAY, ""),
        ("Al cierre de 2022 el padrón sumaba 30 mil.", MAY, "/2022-12-31"),
        ("Al término de marzo había 30 camas.", MAY, "/2023-03-31"),
        ("Al cierre de 2022 se entregaron 30 camas.", MAY, "2022-01-01/2022-12-31"),
        ("En el ejercicio de la función pública hubo 3 quejas.", MAY, ""),
    ],
)
def test_years_of_accounts(text, published, days):
    assert days_of(text, published) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Con corte a la noche del 4 de mayo van 70 casos.", "2023-05-04"),
        ("Con corte a las 18:00 horas del 4 de mayo van 70 casos.", "2023-05-04"),
        ("Al corte del lunes hay 70 casos.", "2023-05-22"),
        ("Con corte al día de hoy hay 70 casos.", "2023-05-24"),
        ("Con corte a la medianoche de ayer hay 70 casos.", "2023-05-23"),
        ("Con cifras preliminares a marzo hay 70 casos.", "/2023-03-31"),
        ("Según cifras de enero a marzo hay 70 casos.", "2023-01-01/2023-03-31"),
        ("Hasta las 8 de la mañana de este martes hubo 70 casos.", "2023-05-23"),
        ("Cortó el listón el lunes ante 70 vecinos.", "2023-05-22"),
        ("De las 20:00 horas del viernes a las 6:00 horas del lunes hubo 7 arrestos.", "2023-05-19/2023-05-22"),
        ("Este sábado y domingo se vacunó a 70.", "2023-05-20/2023-05-21"),
        ("Los días sábado y domingo se vacunará a 70.", "2023-05-27/2023-05-28"),
        ("Desde inicios de 2021 se podaron 70 olmos.", "2021-01-01/2023-05-24"),
        ("Desde que comenzó el año se podaron 70 olmos.", "2023-01-01/2023-05-24"),
        ("En lo que va del mes de mayo se podaron 70 olmos.", "2023-05-01/2023-05-24"),
        ("En el acumulado de enero a abril se podaron 70 olmos.", "2023-01-01/2023-04-30"),
        ("En lo que resta de 2023 se podarán 70 olmos.", "2023-05-24/2023-12-31"),
    ],
)
def test_ends_of_counts(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Este jueves 25 de mayo concluyó la veda de 60 días.", "2023-05-25"),
        (
            "El curso que abrió en abril terminó este 20 de mayo con 60 egresados.",
            "2023-04-01/2023-05-20 2023-04-01/2023-05-20",
        ),
        ("Este 9 de junio se entregarán 60 sillas.", "2023-06-09"),
        ("Hasta el 31 de diciembre siguen vigentes los descuentos a los que se acogieron 60.", "2023-05-24/2023-12-31"),
        ("A más tardar en noviembre quedan listas las 60 obras.", "2023-05-24/2023-11-30"),
        ("Como fecha límite el 30 de junio, los 60 becarios llevan sus papeles.", "2023-05-24/2023-06-30"),
        ("Desde el 2 de mayo permanece abierto el refugio.", "2023-05-02/2023-05-24"),
        (
            "A cien días de que iniciara la gestión, el pasado 14 de febrero, hay balance. En ese lapso hubo 60 obras.",
            "2023-02-14/2023-05-24 2023-02-14/2023-05-24",
        ),
        ("En el primer trimestre se sembraron 60, un año antes 50.", "2023-01-01/2023-03-31 2022-01-01/2022-03-31"),
        ("La zafra 2021-2022 dio 60; la zafra anterior, 50.", "2021-01-01/2022-12-31 2020-01-01/2021-12-31"),
        ("Fue un año antes de la boda.", ""),
        ("De cara a 2024 se compran 60 buses.", "2024-01-01/2024-12-31"),
        ("Con miras a diciembre se alistan 60 refugios.", "2023-12-01/2023-12-31"),
        ("En sus primeros seis meses de operación el tren movió a 60 mil.", "2022-11-24/2023-05-24"),
        ("Al cumplir cien días de gobierno se abrieron 60 aulas.", "2023-02-13/2023-05-24"),
        ("A tres meses de la puesta en marcha van 60 altas.", "2023-02-24/2023-05-24"),
        ("En los primeros seis meses de vida mueren 60.", ""),
        ("La semana del lunes 15 al domingo 21 dejó 60 altas.", "2023-05-15/2023-05-21"),
        ("En 1958 se fundó. El año anterior hubo 60 altas.", "1958-01-01/1958-12-31 2022-01-01/2022-12-31"),
    ],
)
def test_directions_and_pointers(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        (
            "Del 8 al 14 de mayo hubo 9 robos. La semana anterior hubo 7.",
            MAY,
            "2023-05-08/2023-05-14 2023-05-01/2023-05-07",
        ),
        ("La semana anterior hubo 7 robos.", MAY, "2023-05-15/2023-05-21"),
        ("La semana pasada hubo 7 robos.", MAY, "2023-05-15/2023-05-21"),
        ("En abril nacieron 9 potros, 2 más que el mes anterior.", MAY, "2023-04-01/2023-04-30 2023-03-01/2023-03-31"),
        ("Durante el mes previo nacieron 9 potros.", MAY, "2023-04-01/2023-04-30"),
        (
            "En enero se fundó. El mes anterior hubo 9 altas.",
            "2023-09-24",
            "2023-01-01/2023-01-31 2023-08-01/2023-08-31",
        ),
        (
            "En el primer trimestre abrieron 9 tiendas y en el trimestre anterior 7.",
            MAY,
            "2023-01-01/2023-03-31 2022-10-01/2022-12-31",
        ),
        ("En el trimestre anterior abrieron 7 tiendas.", MAY, "2023-01-01/2023-03-31"),
        ("En la muestra, que comenzó el viernes, hubo 7 obras.", MAY, "2023-05-19/2023-05-24"),
        ("El curso, que arrancó este lunes, reúne a 7.", MAY, "2023-05-22/2023-05-24"),
        (
            "La veda, que inició el lunes 15 y termina la noche del domingo 28, cubre 7 bahías.",
            MAY,
            "2023-05-15/2023-05-28 2023-05-15/2023-05-28",
        ),
        ("El mes anterior de pago se dieron 7.", MAY, ""),
        ("De enero a abril 9; en esos meses de 2022, 7.", MAY, "2023-01-01/2023-04-30 2022-01-01/2022-04-30"),
        ("De enero a abril 9; en ese lapso del año anterior, 7.", MAY, "2023-01-01/2023-04-30 2022-01-01/2022-04-30"),
        ("De enero a abril 9; en idéntico periodo de 2021, 7.", MAY, "2023-01-01/2023-04-30 2021-01-01/2021-04-30"),
        ("De enero a abril 9; en el periodo homólogo de 2022, 7.", MAY, "2023-01-01/2023-04-30 2022-01-01/2022-04-30"),
        ("De enero a abril 9; en ese mismo bimestre, 7.", MAY, "2023-01-01/2023-04-30 ?"),
        ("Abril dio menos que abril del año pasado: 7.", MAY, "2022-04-01/2022-04-30"),
    ],
)
def test_what_was_before_the_time_told(text, published, days):
    assert days_of(text, published) == days


@pytest.mark.parametrize(
    ("text", "country", "days"),
    [
        ("Durante esta gestión se abrieron 3 salas.", "BO", "2023-01-01/2023-12-31"),
        ("En lo que va de la gestión se abrieron 3 salas.", "BO", "2023-01-01/2023-05-24"),
        ("Son más que en la gestión pasada.", "BO", "2022-01-01/2022-12-31"),
        ("Durante esta gestión se abrieron 3 salas.", "MX", "?"),
        ("Son más que en la gestión pasada.", "MX", ""),
        ("Durante el puente festivo hubo 3 choques.", "CO", "2023-05-20/2023-05-22"),
        ("Durante el puente hubo 3 choques.", "ES", "2023-05-20/2023-05-21"),
        ("Cayeron 3 piedras en el puente.", "ES", ""),
    ],
)
def test_words_of_one_country(text, country, days):
    assert days_of(text, MAY, country) == days

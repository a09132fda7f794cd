"""The year of days and months that name none: of the date beside them, of the year that frames them, or the one gone by."""

from datetime import date

import pytest

from extract.periods.finder import find_periods


def days_of(text, published, country=None):
    return [f"{p.first or ''}/{p.last or ''}" for p in find_periods(text, published, None, country)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a time that another is only compared with lends no year
        (
            "La venta sube un 4 % en mayo respecto al mismo mes de 2013.",
            ["2024-05-01/2024-05-31", "2013-05-01/2013-05-31"],
        ),
        ("Baja en abril con respecto a abril de 2021.", ["2024-04-01/2024-04-30", "2021-04-01/2021-04-30"]),
        ("Hubo 30 el 3 de mayo y el 5 de mayo de 2019.", ["2019-05-03/2019-05-03", "2019-05-05/2019-05-05"]),
        # a year right before frames them
        ("En 2018, entre enero y junio se atendieron 20.", ["2018-01-01/2018-12-31", "2018-01-01/2018-06-30"]),
        ("Durante 2017 (de marzo a abril) hubo 40.", ["2017-01-01/2017-12-31", "2017-03-01/2017-04-30"]),
        ("En 2016, el 3 de marzo, hubo 20.", ["2016-01-01/2016-12-31", "2016-03-03/2016-03-03"]),
        ("El año pasado, entre enero y marzo, hubo 20.", ["2023-01-01/2023-12-31", "2023-01-01/2023-03-31"]),
        ("El próximo año, en mayo, habrá 20.", ["2025-01-01/2025-12-31", "2025-05-01/2025-05-31"]),
        ("En 2016, con lluvia en marzo, hubo 20.", ["2016-01-01/2016-12-31", "2024-03-01/2024-03-31"]),
        ("Se compró la cosecha 2020, en mayo se pagó.", ["2020-01-01/2020-12-31", "2024-05-01/2024-05-31"]),
        ("En 2018, del 5 de mayo al cierre del año, hubo 13.", ["2018-01-01/2018-12-31", "2018-05-05/2018-12-31"]),
        ("Desde marzo hasta fin de año habrá 13.", ["2025-03-01/2025-12-31"]),
    ],
)
def test_the_year_beside(text, days):
    assert days_of(text, date(2024, 6, 12)) == days


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        # what was done in them is over
        ("Entre enero y diciembre se curaron 64.", date(2025, 1, 10), ["2024-01-01/2024-12-31"]),
        ("De enero a octubre la draga sacó 64 toneladas.", date(2025, 1, 10), ["2024-01-01/2024-10-31"]),
        ("Desde enero hasta diciembre se sacaron 64.", date(2025, 3, 15), ["2024-01-01/2024-12-31"]),
        ("De enero a octubre se curaron 64.", date(2024, 10, 20), ["2024-01-01/2024-10-31"]),
        ("Se inscribieron 40 niños de julio a agosto.", date(2024, 7, 10), ["2024-07-01/2024-08-31"]),
        # what was set may lie ahead
        ("El Concejo aprobó el calendario de enero a diciembre.", date(2025, 1, 10), ["2025-01-01/2025-12-31"]),
        ("Inició el plan de enero a junio con 30 cursos.", date(2025, 1, 10), ["2025-01-01/2025-06-30"]),
        # the close of the year
        ("Se cerró el año con 49 altas.", date(2024, 1, 20), ["2023-01-01/2023-12-31"]),
        ("Se cerró el año con 49 altas.", date(2024, 11, 20), ["2024-01-01/2024-12-31"]),
        ("Cerrará el año con 49 altas.", date(2024, 1, 20), ["2024-01-01/2024-12-31"]),
        ("El cierre del mes deja 45 empleos.", date(2024, 9, 3), ["2024-08-01/2024-08-31"]),
        ("El cierre del mes deja 45 empleos.", date(2024, 9, 27), ["2024-09-01/2024-09-30"]),
        ("Este mes destinamos 30 pesos.", date(2024, 9, 3), ["2024-09-01/2024-09-30"]),
    ],
)
def test_the_year_gone_by(text, published, days):
    assert days_of(text, published) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Durante los días 31 de diciembre y 1 de enero hubo 20.", ["2023-12-31/2024-01-01"]),
        ("Del 31 de diciembre al 1 de enero hubo 4.", ["2023-12-31/2024-01-01"]),
        ("Los días 31 de diciembre y 1 de enero de 2023 hubo 20.", ["2022-12-31/2023-01-01"]),
        ("El 30 y 31 de diciembre y el 1 de enero hubo 4.", ["2023-12-30/2024-01-01"]),
        ("El 30 de abril y el 2 de mayo hubo 4.", ["2023-04-30/2023-04-30", "2023-05-02/2023-05-02"]),
        ("En 2019 hubo 30 y al año siguiente, 45.", ["2019-01-01/2019-12-31", "2020-01-01/2020-12-31"]),
        ("Las 20 plazas solicitadas desde mayo se cubrirán.", ["2023-05-01/2024-01-05"]),
        ("Las 20 plazas se cubrirán desde mayo.", ["2024-05-01/"]),
    ],
)
def test_days_over_the_turn_of_a_month(text, days):
    assert days_of(text, date(2024, 1, 5)) == days


@pytest.mark.parametrize(
    ("text", "country", "days"),
    [
        ("Habrá 30 para el próximo año escolar.", "MX", ["2024-09-01/2025-08-31"]),
        ("Habrá 30 en el próximo año lectivo.", "CO", ["2025-01-01/2025-12-31"]),
        ("En el curso 2011/12 hubo 30 y en el 2010/11, 28.", "ES", ["2011-09-01/2012-08-31", "2010-09-01/2011-08-31"]),
        (
            "El año escolar 2021-2022 tuvo 30; en el 2022-2023 hay 40.",
            "MX",
            ["2021-09-01/2022-08-31", "2022-09-01/2023-08-31"],
        ),
        ("El fondo 2010/11 dio 30 y en el 2009/10, 28.", "ES", []),
        ("En el 2018-2021 se dieron 30.", "MX", ["2018-01-01/2021-12-31"]),
    ],
)
def test_school_years(text, country, days):
    assert days_of(text, date(2024, 6, 12), country) == days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Desde 2020 hasta el tercer trimestre de 2024 hubo 9.", "2020-01-01", "2024-09-30"),
        ("Entre enero de 2021 y el tercer trimestre de 2023 hubo 9.", "2021-01-01", "2023-09-30"),
        ("De 2020 al primer semestre de 2024 hubo 9.", "2020-01-01", "2024-06-30"),
        ("Del segundo trimestre de 2020 a marzo de 2022 hubo 9.", "2020-04-01", "2022-03-31"),
        ("Del primer trimestre de 2020 al segundo semestre de 2022 hubo 9.", "2020-01-01", "2022-12-31"),
        ("En 2020 y el primer semestre de 2024 hubo 9.", "2024-01-01", "2024-06-30"),
    ],
)
def test_a_quarter_may_be_an_end_of_a_range(text, first, last):
    period = find_periods(text, date(2025, 5, 6))[-1]
    assert (str(period.first), str(period.last)) == (first, last)

"""What the words around an expression tell: its sort as rule id, and the two ends of one period."""

from datetime import date

import pytest

from extract.periods.finder import find_periods

# A Wednesday.
PUBLISHED = date(2024, 6, 12)


def sorts(text):
    """The sort of each expression, the second part of its rule id."""
    return [p.rule.split(".")[1] for p in find_periods(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubo 9 más que en 2022.", ["comparison"]),
        ("Hubo 30 robos menos que el año pasado.", ["comparison"]),
        ("Es el doble de lo que se pagaba hace dos años.", ["comparison"]),
        ("Bajó a 3 %, frente al 4,4 % de la campaña de 2017.", ["comparison"]),
        ("Hubo 9 % menos que en la feria de 2022.", ["comparison"]),
        ("Se bachearon 34 calles, contra 19 de todo el año pasado.", ["comparison"]),
        ("Un alza de 9 % en comparación al año anterior.", ["comparison"]),
        ("Un alza superior en 32 millones al primer semestre de 2019.", ["comparison"]),
        ("Creció 3 % respecto a enero de 2023.", ["comparison"]),
        ("Creció 3 % frente al mismo periodo de 2022.", ["comparison"]),
        ("Hubo 9, menos que los 55 de 2022.", ["comparison"]),
        ("Atendió a 9, por los 55 de 2022.", ["comparison"]),
        ("Atendió a 9, frente a los 55 de 2022 y los 48 de 2021.", ["comparison", "comparison"]),
        ("Atendió a 9, frente a los 55 de 2022, y en 2021 fueron 48.", ["comparison", "year"]),
        ("Superaron las 55 registradas en mayo.", ["comparison"]),
        ("Hubo 9, más que en las mismas fechas de hace un año.", ["comparison"]),
        # what had not been for so long was not done in all that time
        ("Por primera vez en 12 años se dieron 55 becas.", ["comparison"]),
        ("Es la primera vez que se dan 55 becas en más de 12 años.", ["comparison"]),
        ("Es la mayor alza en los últimos 12 años.", ["comparison"]),
        ("El nivel más bajo en 12 años fue de 55.", ["comparison"]),
        ("En 12 años se dieron 55 becas.", ["last"]),
        ("La mayor parte en 12 años se dio a 55.", ["last"]),
        ("Las obras más importantes en tres años son 55.", ["last"]),
        ("Se construirá la primera etapa en dos años.", ["last"]),
        ("Por primera vez en 2022 se dieron 55 becas.", ["year"]),
        ("Superó las 55 obras en 2022.", ["year"]),
        ("Informó que los 55 contratos de 2022 siguen.", ["year"]),
        ("Pagó por los 55 terrenos de 2022.", ["year"]),
        ("Hubo más de 20 personas que en 2022 enfermaron.", ["year"]),
        ("La campaña contra el dengue en 2022 usó 9 equipos.", ["year"]),
        ("No hubo más. En 2022 subió 9 puntos.", ["year"]),
        ("El Día Mundial del Agua, que se celebra el 22 de marzo, reunió a 30.", ["commemoration"]),
        ("En el marco del 8 de marzo se dieron 30 becas.", ["commemoration"]),
        ("La feria se celebra el 5 de julio con 30 puestos.", ["day"]),
        ("Se pagará antes de julio.", ["deadline"]),
        ("Se pagará hasta el 5 de julio.", ["deadline"]),
        ("Al 31 de mayo había 9 pozos.", ["cutoff"]),
        ("A 30 de abril había 9 pozos.", ["cutoff"]),
        ("Abrirá a partir de julio.", ["start"]),
        ("Abre desde 2022.", ["since"]),
        ("En lo que va de año abrió 9 días.", ["to_date"]),
        ("Hoy tenemos 9 pozos y hoy abrimos otro.", ["now", "day"]),
        ("En los últimos 3 años se abrieron 9.", ["last"]),
    ],
)
def test_sorts(text, expected):
    assert sorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La campaña inició el 3 de junio y se prolongará hasta el 25 de julio.",
            ["2024-06-03/2024-06-03", "2024-06-03/2024-07-25"],
        ),
        (
            "Concluyó este lunes el operativo, que arrancó el 31 de mayo.",
            ["2024-05-31/2024-06-10", "2024-05-31/2024-06-10"],
        ),
        (
            "Desde el 7 de julio se darán 30 bonos, que se pagarán hasta el 22 de julio.",
            ["2024-07-07/2024-07-22", "2024-07-07/2024-07-22"],
        ),
        (
            "A partir del 7 de julio se darán 30 bonos y habrá quejas hasta el 3 de julio.",
            ["2024-07-07/", "2024-06-12/2024-07-03"],
        ),
        ("La muestra terminará el domingo y reúne 30 telas.", ["2024-06-16/2024-06-16"]),
        ("La muestra inició el lunes. Otra cierra el domingo.", ["2024-06-10/2024-06-10", "2024-06-09/2024-06-09"]),
        ("Inició el 3 de junio y el 5 y el 7 hubo 9 foros, hasta el 8.", ["2024-06-03/2024-06-03"]),
    ],
)
def test_start_and_end_of_one_thing(text, expected):
    assert [f"{p.first or ''}/{p.last or ''}" for p in find_periods(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hoy todos por la ciudad trabajamos en 30 colonias.",
        "Hoy más que nunca hacen falta 30 manos.",
        "El programa “Hoy por mi cuadra” llegó a 30 calles.",
        "La campaña «Verano 2023 sin riesgos» llegó a 30 playas.",
        "La Ley 1448 de 2011 ampara a 30 familias.",
        "El Decreto 518 del 4 de abril de 2020 ampara a 30 familias.",
        "Se reunieron 30 vecinos en la Plaza de Mayo.",
        "Sanan en menos de seis meses de tratamiento 30 niños.",
    ],
)
def test_no_times(text):
    assert sorts(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a beginning told by "desde" and an end told by a verb
        ("Concluyó ayer la campaña, que atendió a 90 vecinos desde el 3 de junio.", {"2024-06-03/2024-06-11"}),
        (
            "Desde el 3 de junio atiende a 90 vecinos; ayer llegaron 12.",
            {"2024-06-03/2024-06-12", "2024-06-11/2024-06-11"},
        ),
        ("Llegaron ayer y hoy 90 fieles.", {"2024-06-11/2024-06-12"}),
        # terms of study are announced ahead
        ("Se inscribieron 90 jóvenes para el ciclo agosto-diciembre.", {"2024-08-01/2024-12-31"}),
        ("Tenía 20 años al momento del parto.", set()),
    ],
)
def test_what_the_words_around_tell(text, days):
    assert {f"{p.first}/{p.last}" for p in find_periods(text, date(2024, 6, 12))} == days


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        # an account of the year gone by, published early in the next
        (
            "La red cerró 2023 con 90 socios. A lo largo del año hubo 9 bajas.",
            date(2024, 1, 24),
            "2023-01-01/2023-12-31",
        ),
        ("La red cerró 2023 con 90 socios. En el año se abrirán 9 salas.", date(2024, 1, 24), "2024-01-01/2024-12-31"),
        ("La red cerró 2023 con 90 socios. Este año hubo 9 bajas.", date(2024, 1, 24), "2024-01-01/2024-12-31"),
        ("Hubo 90 altas, más que en 2023. En el año hubo 9 bajas.", date(2024, 1, 24), "2024-01-01/2024-12-31"),
        ("La red cerró 2023 con 90 socios. En el año hubo 9 bajas.", date(2024, 6, 12), "2024-01-01/2024-12-31"),
        # what somebody says next has a verb of its own
        (
            "Recordó que de enero a agosto van 90 becas, y adelantó que se darán 40.",
            date(2024, 9, 13),
            "2024-01-01/2024-08-31",
        ),
    ],
)
def test_the_year_that_is_meant(text, published, days):
    last = find_periods(text, published)[-1]
    assert f"{last.first}/{last.last}" == days

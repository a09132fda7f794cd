"""What looks like a time and is a name, a count or a length; and counts behind which a month stands."""

from datetime import date

import pytest

from extract.periods.finder import find_periods


def found(text):
    return [(p.surface, f"{p.first}/{p.last}") for p in find_periods(text, date(2024, 6, 12))]


@pytest.mark.parametrize(
    "text",
    [
        "Ganan La Esperanza con 20 y La Primavera con 17.",
        "En el barrio La Primavera viven 30.",
        "En Rincón de la Primavera viven 30.",
        "Pavimenta 30 calles en Prados del Otoño.",
        "La fila llegó hasta Julio Quispe (72).",
        "El comedor “15 de Mayo” sirvió 40 platos.",
        'El CMN "20 de Noviembre" operó a 30.',
        "La Unidad Educativa 6 de Agosto tiene 30 aulas.",
        "En la ciudad de 9 de Julio hubo 30.",
        "El municipio Primero de Mayo dio 30.",
        "Abre la jornada número 8 del año, con 30.",
        "Logró mandar 6.200 euros en menos de 24 horas.",
    ],
)
def test_no_times(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Llega la Primavera con 17 actos.", [("la Primavera", "2024-03-21/2024-06-20")]),
        ("La Primavera 2023 trajo 17 actos.", [("La Primavera 2023", "2023-03-21/2023-06-20")]),
        ("Los 17 actos de la Primavera de 2023.", [("de la Primavera de 2023", "2023-03-21/2023-06-20")]),
        ("LOS 17 ACTOS DE LA PRIMAVERA", [("DE LA PRIMAVERA", "2024-03-21/2024-06-20")]),
        ("Los 30 del tercer trimestre de este año.", [("del tercer trimestre de este año", "2024-07-01/2024-09-30")]),
        ("Dio 30 del número 8 en el año.", [("en el año", "2024-01-01/2024-12-31")]),
        ("En Abril Protección Civil dio 30.", [("En Abril", "2024-04-01/2024-04-30")]),
        ("Hasta Abril van 30.", [("Hasta Abril", "None/2024-04-30")]),
        ("Dijo: “El 15 de mayo nacieron 30”.", [("El 15 de mayo", "2024-05-15/2024-05-15")]),
        ("En menos de dos años hicimos 30.", [("En menos de dos años", "2022-06-12/2024-06-12")]),
        ("Abrió la escuela el 5 de mayo con 30.", [("el 5 de mayo", "2024-05-05/2024-05-05")]),
        ("El hospital recibió el 3 de mayo 30.", [("el 3 de mayo", "2024-05-03/2024-05-03")]),
        ("El puente cerró este 4 de mayo.", [("este 4 de mayo", "2024-05-04/2024-05-04")]),
        ("En la ciudad el 9 de mayo hubo 30.", [("el 9 de mayo", "2024-05-09/2024-05-09")]),
        # a plural article counts, a day has the singular one
        ("Hubo 30, frente a los 18 de abril.", [("de abril", "2024-04-01/2024-04-30")]),
        ("Hubo 30, contra los mil 140 de abril.", [("de abril", "2024-04-01/2024-04-30")]),
        ("Hubo 30, contra las 45 de abril de 2023.", [("de abril de 2023", "2023-04-01/2023-04-30")]),
        ("Hubo 30 el 18 de abril.", [("el 18 de abril", "2024-04-18/2024-04-18")]),
        (
            "Hubo 30 los días 18 de abril y 3 de mayo.",
            [("los días 18 de abril", "2024-04-18/2024-04-18"), ("3 de mayo", "2024-05-03/2024-05-03")],
        ),
    ],
)
def test_times(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("La primera Feria del Libro de 2024 ofrecerá este viernes 30 mesas.", {"2024-06-14/2024-06-14"}),
        ("El Festival de la Milpa de 2024 será el 3 de julio con 30 mesas.", {"2024-07-03/2024-07-03"}),
        ("La Feria de 2023 será recordada el viernes.", {"2023-01-01/2023-12-31", "2024-06-14/2024-06-14"}),
        ("La feria de 2024 tendrá 30 mesas, informó el lunes.", {"2024-01-01/2024-12-31", "2024-06-10/2024-06-10"}),
        ("El 3 de mayo arrancó la segunda entrega de bonos de 2024, de 30 pesos.", {"2024-05-03/2024-05-03"}),
        ("Este viernes inició el tercer ciclo de pagos de este año, para 30.", {"2024-06-07/2024-06-07"}),
        ("Inició el lunes el tercer ciclo de pagos del año, para 30.", {"2024-06-10/2024-06-10"}),
        ("El 3 de mayo abrió el concurso en que este año hay 30.", {"2024-05-03/2024-05-03", "2024-01-01/2024-12-31"}),
        ("El tercer ciclo de pagos del año llegó a 30.", {"2024-01-01/2024-12-31"}),
        ("El 3 de mayo inició el pago de la deuda de 2024.", {"2024-05-03/2024-05-03", "2024-01-01/2024-12-31"}),
        ("El 3 de mayo inició la Feria del Libro de 2024.", {"2024-05-03/2024-05-03"}),
        ("Dijo el lunes que la Feria de 2024 dará 30.", {"2024-01-01/2024-12-31", "2024-06-10/2024-06-10"}),
        ("La segunda entrega de bonos de 2024 llegó a 30.", {"2024-01-01/2024-12-31"}),
        ("La deuda de 2024 vencerá el viernes.", {"2024-01-01/2024-12-31", "2024-06-14/2024-06-14"}),
    ],
)
def test_the_year_of_an_edition_has_the_day_told(text, days):
    assert {period for _, period in found(text)} == days

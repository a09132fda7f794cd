"""Words that point at the days, the month or the quarter that a report has named: "en el mes", "en la misma jornada"."""

from datetime import date

import pytest

from extract.periods.finder import find_periods

JULY_2, JULY_22 = date(2024, 7, 2), date(2024, 7, 22)
JUNE, JULY = "2024-06-01/2024-06-30", "2024-07-01/2024-07-31"


@pytest.mark.parametrize(
    ("published", "text", "last"),
    [
        # the month, the quarter, the week that was named and has not long gone by
        (JULY_2, "Durante junio hubo 90 avisos. En el mes se hallaron 19 autos.", JUNE),
        (JULY_2, "Durante junio hubo 90 avisos; en el mes, 19 autos.", JUNE),
        (JULY_2, "En mayo llovió y en junio hubo 90 avisos. Durante el mes cayeron 9 mm.", JUNE),
        (JULY_2, "Del 1 al 30 de junio hubo 90 avisos. En el mes se hallaron 19 autos.", JUNE),
        (JULY_22, "En el segundo trimestre hubo 90. En el trimestre se hallaron 19.", "2024-04-01/2024-06-30"),
        (JULY_22, "En el primer semestre hubo 90. Durante el semestre se hallaron 19.", "2024-01-01/2024-06-30"),
        (JULY_22, "Del 8 al 14 de julio hubo 90. En la semana se hallaron 19.", "2024-07-08/2024-07-14"),
        (JULY_22, "Del 8 al 12 de julio hubo 90. En la semana se hallaron 19.", "2024-07-08/2024-07-12"),
        # no month of its own, one long ago, one only compared with, one that is to come, the running one by its words
        (JULY_2, "En el mes se hallaron 19 autos.", JULY),
        (JULY_2, "En junio de 2019 hubo 90. En el mes se hallaron 19.", JULY),
        (JULY_2, "Hubo 90 avisos, 12 menos que en junio. En el mes se hallaron 19 autos.", JULY),
        (JULY_2, "En septiembre se darán 90. En el mes se hallaron 19 autos.", JULY),
        (JULY_2, "Durante junio hubo 90 avisos. Este mes se darán 30.", JULY),
        (JULY_2, "Durante junio hubo 90 avisos. En el mes en curso se darán 30.", JULY),
        (JULY_22, "Del 8 al 9 de julio hubo 90. En la semana se hallaron 19.", "2024-07-22/2024-07-28"),
        # the day that was named
        (JULY_22, "El 13 de julio hubo 90. Además, en la misma jornada hubo 30.", "2024-07-13/2024-07-13"),
        (JULY_22, "Este viernes hubo 90. En la misma fecha hubo 30.", "2024-07-19/2024-07-19"),
        (JULY_22, "Este viernes hubo 90. Durante esa misma jornada hubo 30.", "2024-07-19/2024-07-19"),
        (JULY_22, "El 13 de julio hubo 90. En esta jornada hubo 30.", "2024-07-13/2024-07-13"),
        (JULY_22, "Este viernes se dieron 90. En esta entrega hubo 30 bultos.", "2024-07-19/2024-07-19"),
        (JULY_22, "En esta jornada hubo 30.", "2024-07-22/2024-07-22"),
        (JULY_22, "El 3 de mayo hubo 90. En esta jornada hubo 30.", "2024-07-22/2024-07-22"),
        (JULY_22, "En 2023 hubo 90. En esta entrega hubo 30 bultos.", "/"),
        # the days that were named
        (JULY_22, "Del 8 al 12 de julio hubo 90. En esos mismos días hubo 12.", "2024-07-08/2024-07-12"),
        (JULY_22, "El 12 y 13 de julio hubo 90. Durante ambos días hubo 12.", "2024-07-12/2024-07-13"),
        (JULY_22, "Del 8 al 12 de julio hubo 90, tres el día 9. En esos días llovió.", "2024-07-08/2024-07-12"),
        (JULY_22, "En 2023 hubo 90. En esos días llovió.", "/"),
    ],
)
def test_told(published, text, last):
    period = find_periods(text, published)[-1]
    assert f"{period.first or ''}/{period.last or ''}" == last


@pytest.mark.parametrize(
    ("published", "text", "first"),
    [
        # what the headline points at is named in the body
        (
            date(2024, 7, 15),
            "Hallan 19 autos en la semana\n\nDel 8 al 14 de julio hubo 90 avisos.",
            "2024-07-08/2024-07-14",
        ),
        (
            date(2024, 7, 15),
            "Hallan 19 autos esta semana\n\nDel 8 al 12 de julio hubo 90 avisos.",
            "2024-07-08/2024-07-12",
        ),
        (JULY_2, "Hallan 19 autos en el mes\n\nDurante junio hubo 90 avisos; en mayo, 80.", JUNE),
        # a plan, a week that is half over, one that is only compared with, and one that no days tell
        (date(2024, 7, 15), "Se darán 19 autos esta semana\n\nDel 8 al 14 de julio hubo 90.", "2024-07-15/2024-07-21"),
        (date(2024, 7, 18), "Hallan 19 autos esta semana\n\nDel 8 al 14 de julio hubo 90.", "2024-07-15/2024-07-21"),
        (
            date(2024, 7, 15),
            "Hallan 19 autos esta semana\n\nSon más que del 8 al 14 de julio.",
            "2024-07-15/2024-07-21",
        ),
        (date(2024, 7, 15), "Hallan 19 autos esta semana\n\nLa semana pasada hubo 90.", "2024-07-15/2024-07-21"),
        (JULY_22, "Hallan 19 autos en el mes\n\nEn junio hubo 90; en julio, 19.", JULY),
        (JULY_2, "Hallan 19 autos en el mes\n\nEn agosto se darán 90.", JULY),
        # in the body the time must be named before
        (
            date(2024, 7, 15),
            "Hallan autos\n\nEsta semana hubo 19. Del 8 al 14 de julio hubo 90.",
            "2024-07-15/2024-07-21",
        ),
    ],
)
def test_headline(published, text, first):
    told = find_periods(text, published)[0]
    assert f"{told.first}/{told.last}" == first


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Dan 30 becas\n\nMayo 2021\n\nEste año van 30.", "2021-01-01/2021-12-31"),
        ("Dan 30 becas\n\nMayo 2021\n\nEn el primer trimestre de este año dieron 30.", "2021-01-01/2021-03-31"),
        ("Pátzcuaro, Michoacán, octubre de 2012.- El 14 de octubre se dieron 30.", "2012-10-14/2012-10-14"),
        ("Pátzcuaro, Michoacán, octubre de 2012.- El 14 de octubre se darán 30.", "2012-10-14/2012-10-14"),
        ("Pátzcuaro, octubre de 2012.- En noviembre se darán 30.", "2012-11-01/2012-11-30"),
        # the day of the publication is not known, and a month within a sentence is none of a letterhead
        ("Dan 30 becas\n\nMayo 2021\n\nAyer se dieron 30.", "None/None"),
        ("Dan 30 becas\n\nMayo 2021\n\nEsta semana se dieron 30.", "None/None"),
        ("En mayo de 2021 se dieron 20. Este año van 30.", "None/None"),
        ("Según el censo de mayo de 2021.\n\nEste año van 30.", "None/None"),
    ],
)
def test_letterhead_without_day(text, days):
    told = find_periods(text, None)[-1]
    assert f"{told.first}/{told.last}" == days

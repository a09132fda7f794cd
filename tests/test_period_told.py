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

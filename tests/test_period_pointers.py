"""Pointers to a period named before: the days that each expression of a text covers."""

from datetime import date

import pytest

from extract.periods.finder import find_periods

PUBLISHED = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # a time that is only compared with is no antecedent
        ("En 2023 hubo 90 robos, 12 menos que en 2019. En ese periodo se detuvo a 30.", "2023-01-01/2023-12-31"),
        ("En enero y febrero hubo 9 robos, contra 12 del mismo bimestre de 2020.", "2020-01-01/2020-02-29"),
        ("De enero a marzo sembraron 9 ha, más que en igual trimestre del año pasado.", "2023-01-01/2023-03-31"),
        ("En mayo cayeron 9 mm, menos que a la misma altura del año anterior.", "2023-05-01/2023-05-31"),
        # the unit of the pointer must be that of the antecedent
        ("En mayo hubo 9 bajas y en el año 40; en el mismo mes de 2022, 11.", "2022-05-01/2022-05-31"),
        ("En 2023 hubo 9 bajas; en el mismo mes de 2022, 11.", "/"),
        ("Del 1 al 17 de mayo hubo 9 avisos. Durante esos 17 días llovió.", "2024-05-01/2024-05-17"),
        ("De enero a mayo hubo 9 avisos. En esos cinco meses llovió.", "2024-01-01/2024-05-31"),
        ("El 3 de mayo hubo 9 avisos. Durante esos tres días llovió.", "/"),
        ("De enero a marzo hubo 9 bajas, dos de ellas en febrero; en dicho trimestre llovió.", "2024-01-01/2024-03-31"),
        ("En mayo hubo 9 bajas; en dicho trimestre llovió.", "/"),
        # a year with the part of it that was named before
        ("De enero a marzo hubo 9 bajas. El año pasado, en el mismo periodo, hubo 11.", "2023-01-01/2023-03-31"),
        ("En mayo hubo 9 bajas; en 2022, durante el mismo mes, 11.", "2022-05-01/2022-05-31"),
        ("De enero a marzo hubo 9 bajas. El año pasado, en el mismo parque, hubo 11.", "2023-01-01/2023-12-31"),
        # the quarter that a report is about, else the running one
        ("En el primer trimestre hubo 9 bajas, dos en febrero; en este trimestre llovió.", "2024-01-01/2024-03-31"),
        ("En el primer trimestre de 2023 hubo 9 bajas; en este trimestre llovió.", "2024-04-01/2024-06-30"),
    ],
)
def test_pointers(text, last):
    period = find_periods(text, PUBLISHED)[-1]
    assert f"{period.first or ''}/{period.last or ''}" == last

"""Which times can be a figure's: that of its own clause, and never that of a clause about another event."""

import pytest

from tests.test_candidates import DONE, candidates_of

#: A Friday.
DATELINE = "Tula, Hidalgo, a 10 de mayo de 2024.- "


def times_of(text: str, figure: int = -1) -> list[str]:
    """The times among which that of a figure is chosen."""
    source, layout = candidates_of(DATELINE + text)
    found = source.of("period", layout.mentions.quantities[figure], DONE, None)
    return [c.mention.surface for c in found if c.mention is not None]


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # the time that opens the figure's sentence or clause
        ("En marzo se sumaron 30 socios. Hoy se dan vales a 45 familias.", -1, ["Hoy"]),
        ("El 30 % se cubrió en marzo y este lunes se cubrió el 70 %.", -1, ["este lunes"]),
        ("El 30 % se cubrió en marzo y este lunes se cubrió el 70 %.", 0, ["en marzo", "este lunes"]),
        ("Dieron 30 vales el martes pasado y este día se les dieron 45.", -1, ["este día"]),
        ("En 2022 se pintaron 30 aulas; en 2023 fueron 45.", -1, ["en 2023"]),
        ("En 2022 había 30 hoteles; en 2023 son 45.", -1, ["en 2023"]),
        ("En 2022 se plantaron 30 fresnos, mientras que en 2023 fueron 45.", -1, ["en 2023"]),
        ("En 2022 hubo 30 bodas, pero en 2023 fueron 45.", -1, ["en 2023"]),
        ("En marzo se dieron 30 vales. En marzo hubo otros 45.", -1, ["En marzo", "En marzo"]),
        # no such time: two days of one act, the time of a further clause, a stock
        ("En 2021 y en 2023 se dieron 45 vales.", -1, ["En 2021", "en 2023"]),
        ("En 2022 hubo 30 y en adelante, 45.", -1, ["En 2022"]),
        ("En marzo hubo 30. Hoy llueve, pero se dan 45.", -1, ["En marzo", "Hoy"]),
        ("En marzo se dieron 30. Actualmente hay 45 socios.", -1, ["En marzo", "Actualmente"]),
        # a relative clause about another event
        ("A 30 criadores, que el año pasado perdieron su hato, les dieron 45 vacas.", 0, []),
        ("A 30 criadores, que el año pasado perdieron su hato, les dieron 45 vacas.", -1, []),
        ("Los floristas que en 2023 sufrieron la plaga recibieron 45 vales.", -1, []),
        ("Los floristas que en 2023 sufrieron la plaga recibieron 30 vales. También hubo 45.", -1, []),
        ("Los floristas a los que en 2023 la plaga les secó la siembra recibieron 45 vales.", -1, []),
        ("Los floristas, a quienes en 2023 la plaga del piojo dañó, recibieron 45 vales.", -1, []),
        ("Los floristas con los que en 2023 la escuela plantó 45 fresnos volvieron.", -1, ["en 2023"]),
        ("La sala a la que en 2023 la escuela mandó vales abrió con 45 sillas.", -1, []),
        ("Los becarios que en 2023 recibieron 45 vales volvieron.", -1, ["en 2023"]),
        ("Los 45 cursos que en 2023 se dieron costaron más.", 0, ["en 2023"]),
        ("La campaña, que empezó en marzo de 2024, lleva 45 dosis.", -1, ["que empezó en marzo de 2024"]),
        (
            "Durante el primer ciclo, que corrió de marzo a mayo de 2023, hubo 45 dosis.",
            -1,
            ["de marzo a mayo de 2023"],
        ),
        ("La alcaldesa, que este lunes visitó la sala, dio 45 vales.", -1, ["este lunes"]),
        ("Informó que en 2023 sufrieron la plaga y recibieron 45 vales.", -1, ["en 2023"]),
        ("En 2025 la cuota, que este año es de 30 pesos, subirá a 45 pesos.", -1, ["En 2025"]),
        ("En 2025 la cuota que este año es de 30 pesos, subirá a 45 pesos.", -1, ["En 2025"]),
        ("En 2025 la cuota, que este año es de 30 pesos, subirá a 45 pesos.", 0, ["este año"]),
        # what lies ahead of what was done
        ("Previo al inicio de clases que está previsto en agosto, el DIF dio 45 sillas.", -1, []),
        ("Antes de la apertura de la feria en mayo, se pintaron 45 puestos.", -1, []),
        ("Antes de mayo se pintaron 45 puestos.", -1, ["Antes de mayo"]),
        ("Antes de eso, en mayo, se pintaron 45 puestos.", -1, ["en mayo"]),
        # the day on which somebody says how things stand
        ("El director informó este jueves que 45 familias han sido atendidas.", -1, []),
        ("El director informó este jueves que hay 45 familias.", -1, []),
        ("El director informó que este jueves se atendió a 45 familias.", -1, ["este jueves"]),
        ("El director informó este jueves que se atendió a 45 familias.", -1, ["este jueves"]),
        ("El director anunció este jueves la entrega de 45 vales.", -1, ["este jueves"]),
    ],
)
def test_own_times(text, figure, expected):
    assert times_of(text, figure) == expected

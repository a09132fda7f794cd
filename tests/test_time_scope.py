"""How far a time reaches: figures compared with, amounts of a budget, events told before."""

import pytest

import extract
from tests.test_candidates import DONE, candidates_of


def own_of(text: str, surface: str | None, figure: int = -1) -> dict[str, float]:
    """The features of one time, or of none, for one figure of a text."""
    source, layout = candidates_of(text)
    found = source.of("period", layout.mentions.quantities[figure], DONE, None)
    return next(c.own for c in found if (c.mention.surface if c.mention else None) == surface)


@pytest.mark.parametrize(
    ("text", "surface", "feature"),
    [
        ("En marzo hubo 30 robos, frente a los 41 registrados en abril.", "en abril", "baseline_own"),
        ("En marzo hubo 30 robos, frente a los 41 registrados en abril.", "En marzo", "baseline_other"),
        ("En 2023 nacieron 30 potros, contra 41 en 2022.", "en 2022", "baseline_own"),
        ("En 2024 se vendieron 30, más que las 41 de julio de 2023.", "de julio de 2023", "baseline_own"),
        ("En 2023 se podaron 30 olmos, en comparación con los 41 de 2021.", "de 2021", "baseline_own"),
        ("En 2023 ardieron 30 casas, superior a las 41 de 2020.", "de 2020", "baseline_own"),
        ("En 2023 ardieron 30 casas, una cifra superior a las 41 de 2020.", "de 2020", "baseline_own"),
        ("El Cabildo aprobó el presupuesto para 2025. Salud recibe 30 millones de pesos.", "para 2025", "budget_money"),
        ("La Aduana presentó su balance de 2023. Los decomisos subieron a 30.", "balance de 2023", "account"),
        ("Según la Memoria anual de 2023, hubo 30 quejas.", "la Memoria anual de 2023", "account"),
        ("Los resultados del ejercicio 2023 dan 30 pesos.", "del ejercicio 2023", "account"),
        (
            "Dio las estadísticas correspondientes a abril de 2024: 30 choques.",
            "correspondientes a abril de 2024",
            "account",
        ),
        ("Hubo 30 incendios, según los datos oficiales en 2023.", "en 2023", "account"),
        ("La Ley de Ingresos 2025 prevé 30 millones de pesos.", "La Ley de Ingresos 2025", "budget_money"),
        ("Las cuentas para el ejercicio 2025 dan 30 euros a riego.", "para el ejercicio 2025", "budget_money"),
        ("Las reglas de operación para 2023 fijan 30 pesos.", "para 2023", "budget_money"),
        ("El plan de obras para 2024 suma 30 pesos.", "para 2024", "budget_money"),
        (
            "El 6 de mayo de 2024 hubo un cateo. Durante la diligencia se hallaron 30 motos.",
            "El 6 de mayo de 2024",
            "event_told_short",
        ),
        (
            "El 4 de mayo de 2024 corrió el pueblo. En la salida hubo 30 atletas.",
            "El 4 de mayo de 2024",
            "event_told_short",
        ),
        ("El 3 de mayo de 2024 se limpió el canal. En la faena hubo 30.", "El 3 de mayo de 2024", "event_told_short"),
        (
            "El 2 de mayo de 2024 entró la Guardia. En los domicilios había 30 armas.",
            "El 2 de mayo de 2024",
            "event_told_short",
        ),
        (
            "El 1 de mayo de 2024 sesionó el pleno. Al término de la sesión hubo 30 oficios.",
            "El 1 de mayo de 2024",
            "event_told_short",
        ),
    ],
)
def test_what_tells_the_scope(text, surface, feature):
    assert feature in own_of(text, surface)


@pytest.mark.parametrize(
    ("text", "surface", "feature"),
    [
        ("En marzo hubo más de 41 robos.", "En marzo", "baseline_other"),
        ("En marzo se dio un apoyo superior a los 41 pesos.", "En marzo", "baseline_other"),
        ("Frente a la plaza hay 41 tiendas en 2023.", "en 2023", "baseline_own"),
        ("En 2023 nacieron 30 potros, contra 41; en 2022 fueron 20.", "en 2022", "baseline_own"),
        ("En 2023 se pagaron 30 pesos.", "En 2023", "budget_money"),
        ("Las obras de 2023 son 30.", "de 2023", "account"),
        ("El informe que rindió en 2023 tiene 30 hojas.", "en 2023", "account"),
        ("Los datos llegaron a 30 municipios en 2023.", "en 2023", "account"),
        ("El balance fue bueno. En 2023 hubo 30 robos.", "En 2023", "account"),
        ("Leyó el informe. Hubo 30 robos en 2023.", "en 2023", "account"),
        ("El presupuesto de mayo es de 30 pesos.", "de mayo", "budget_money"),
        ("El presupuesto para 2025 alcanza a 30 escuelas.", "para 2025", "budget_money"),
        (
            "El 6 de mayo de 2024 hubo una feria. En la jornada del jueves se vendieron 30 quesos.",
            "El 6 de mayo de 2024",
            "event_told_short",
        ),
        (
            "El 6 de mayo de 2024 hubo un cateo. El municipio tiene 30 barrios.",
            "El 6 de mayo de 2024",
            "event_told_short",
        ),
        ("Hubo feria el 2 de mayo de 2024. La jornada dejó 30 dosis.", "el 2 de mayo de 2024", "event_told_short"),
        (
            "El 6 de mayo de 2024 abrió la sala. Una intervención cuesta 30 pesos.",
            "El 6 de mayo de 2024",
            "event_told_short",
        ),
    ],
)
def test_what_does_not(text, surface, feature):
    assert feature not in own_of(text, surface)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Se incautaron 30 armas.", "none_figure_near_done"),
        ("Fueron revisados 30 autos.", "none_figure_near_done"),
        ("Se dieron cita 30 atletas.", "none_figure_near_done"),
        ("En el asilo viven 30 ancianos.", "none_figure_near_stands"),
        ("Habrá un taller con cupo para 30 niños.", "none_figure_near_stands"),
        ("Es una orquesta integrada por 30 músicos.", "none_figure_near_stands"),
    ],
)
def test_what_is_done_and_what_stands(text, feature):
    assert feature in own_of(text, None)


@pytest.mark.parametrize(
    ("text", "surface", "figure", "feature"),
    [
        (
            "El 3 de mayo de 2024 nacieron 30 potros y el 4 de mayo de 2024 fueron 41.",
            "el 4 de mayo de 2024",
            0,
            "next_conjunct",
        ),
        ("En 2022 se plantaron 30 fresnos y en 2023 se plantaron 41.", "en 2023", 0, "next_conjunct"),
        ("En 2022 se plantaron 30 fresnos, mientras que en 2023 fueron 41.", "en 2023", 0, "next_conjunct"),
        ("En 2022 se plantaron 30 fresnos, en tanto que en 2023 fueron 41.", "en 2023", 0, "next_conjunct"),
        ("En 2022 se plantaron 30 y en 2023 diez más.", "en 2023", 0, "next_conjunct"),
        ("En 2022 había 30 hoteles; en 2023, ya con la feria, 41.", "En 2022", 1, "superseded"),
    ],
)
def test_times_of_conjuncts(text, surface, figure, feature):
    assert feature in own_of(text, surface, figure)


@pytest.mark.parametrize(
    ("text", "surface", "figure", "feature"),
    [
        ("Se atendió a 30 personas el 3 de mayo de 2024.", "el 3 de mayo de 2024", 0, "next_conjunct"),
        ("Se plantaron 30 fresnos en 2022 y se podarán en 2023.", "en 2022", 0, "next_conjunct"),
        ("Se plantaron 30 fresnos y en 2023 se podarán.", "en 2023", 0, "next_conjunct"),
        ("En 2022, según el censo de 2020, hubo 30 bodas.", "En 2022", 0, "superseded"),
        ("En 2022 hubo 30 bodas y 41 bautizos.", "En 2022", 1, "superseded"),
        ("En 2022 hubo 30 bodas; fueron 41 los bautizos.", "En 2022", 1, "superseded"),
    ],
)
def test_times_of_one_clause(text, surface, figure, feature):
    assert feature not in own_of(text, surface, figure)


@pytest.mark.parametrize(
    ("text", "surface", "figure", "is_own"),
    [
        # the first end of a change has the time that is compared with
        ("En 2024 se pasó de 51 casos a 46, un 9 % menos que en 2023.", "en 2023", 0, True),
        ("En 2024 bajó 12 % frente a 2023: se pasó de 51 casos a 46.", "frente a 2023", 1, True),
        ("En 2024 bajó frente a 2023. Se pasó de 51 casos a 46.", "frente a 2023", 0, True),
        ("En 2024 se pasó de 51 casos a 46, un 9 % menos que en 2023.", "en 2023", 1, False),
        # it has a time of its own, or the comparison is another clause's
        ("En 2024 se pasó de 51 casos en 2020 a 46, menos que en 2023.", "en 2023", 0, False),
        (
            "En mayo la plantilla creció de 51 a 46 guardas y el robo cayó 18 % frente a 2023.",
            "frente a 2023",
            0,
            False,
        ),
        ("En 2024 se dieron más de 51 becas a 46 niños, más que en 2023.", "en 2023", 0, False),
    ],
)
def test_the_first_end_of_a_change(text, surface, figure, is_own):
    assert ("baseline_own" in own_of(text, surface, figure)) == is_own


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("En mayo de 2024 hubo 30, mientras que en el mismo mes de 2020 sumaba 41.", True),
        ("En mayo de 2024 hubo 30; en el mismo mes de 2020 fue de 41.", True),
        ("En mayo de 2024 hubo 30. En el mismo mes de 2020 hubo 41.", True),
        ("En mayo de 2024 subió, frente al mismo mes de 2020, 41 puntos.", False),
        ("En mayo de 2024, frente al mismo mes de 2020 aumentó 41 puntos.", False),
        ("En mayo de 2024 hubo 30, menos que en el mismo mes de 2020 (41).", True),
        ("En mayo de 2024 hubo 30, menos que en el mismo mes de 2020 (41 casos).", True),
        ("En mayo de 2024 hubo 30, frente al mismo mes de 2020 (41 más).", False),
    ],
)
def test_a_time_with_a_verb_of_its_own_is_not_only_compared_with(text, is_own):
    said = (
        "que en el mismo mes de 2020",
        "En el mismo mes de 2020",
        "en el mismo mes de 2020",
        "frente al mismo mes de 2020",
    )
    surface = next(words for words in said if f" {words}" in text and f"mientras {words}" not in text)
    assert ("as_compared" not in own_of(text, surface)) == is_own


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("En mayo de 2017 hubo 300 casos, mientras que en mayo de 2016 hubo 280. Murieron 41 potros.", "2017-05-01"),
        ("En 2017 hubo 300 casos, en tanto que en 2016 hubo 280 y 30 graves. Murieron 41 potros.", "2017-01-01"),
        ("En 2016 hubo 300 casos, mientras que en 2017 hubo 280. Murieron 41 potros.", "2017-01-01"),
    ],
)
def test_a_year_that_is_set_against_another_ends_with_its_sentence(text, first):
    records = extract.load(convention="MX")(text)._.records
    assert {r.surface: str(r.period_start) for r in records}["41"] == first


@pytest.mark.parametrize(
    ("text", "is_candidate"),
    [
        ("Los robos bajaron 45 % en comparación con el año anterior y 24 autos fueron hallados.", False),
        ("Los robos bajaron 45 %, frente al año pasado, y se halló a 24 personas.", False),
        ("En mayo los robos bajaron 45 % respecto a 2015 y los hurtos 24 %.", True),
        ("Los robos bajaron 45 % respecto al año anterior, cuando hubo 24.", True),
        ("En 2015 se hallaron 45 autos y se detuvo a 24 personas.", True),
    ],
)
def test_a_year_compared_with_is_left_behind(text, is_candidate):
    source, layout = candidates_of(text)
    found = source.of("period", layout.mentions.quantities[-1], DONE, None)
    assert any(candidate.mention for candidate in found) == is_candidate


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (
            "La Comisión de Agua recibió 96 quejas en contra del Instituto de Vivienda y 35 de la Secretaría de Obras.",
            {"Comisión de Agua"},
        ),
        ("Hubo 80 quejas contra el Instituto de Vivienda y 20 contra la Secretaría de Salud.", set()),
        ("La Secretaría de Salud dio 80 vacunas contra la gripe.", {"Secretaría de Salud"}),
        ("La Secretaría de Salud recibió 80 quejas de la Unidad de Riego.", {"Secretaría de Salud", "Unidad de Riego"}),
    ],
)
def test_a_body_complained_of_is_no_candidate(text, agencies):
    source, layout = candidates_of(text)
    found = source.of("agency", layout.mentions.quantities[-1], DONE, None)
    assert {candidate.key for candidate in found if candidate.mention} == agencies


@pytest.mark.parametrize(
    ("text", "is_candidate"),
    [
        ("Se dieron 8 millones de pesos en Estudios y 24 millones en el programa Mesa Llena.", False),
        (
            "Se dieron 8 millones de pesos en Caminos, 3 millones para Aulas y 24 millones al programa Mesa Llena.",
            False,
        ),
        ("Se dieron 8 millones de pesos y 24 tinacos con el programa Mesa Llena.", True),
        ("Se dieron 8 millones de pesos en 24 obras del programa Mesa Llena.", True),
        ("Se dieron 8 millones de pesos en el programa Mesa Llena.", True),
    ],
)
def test_a_later_sum_has_its_own_program(text, is_candidate):
    source, layout = candidates_of(text)
    found = source.of("program", layout.mentions.quantities[0], DONE, None)
    assert any(candidate.mention for candidate in found) == is_candidate

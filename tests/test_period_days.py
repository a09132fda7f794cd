"""Days, weekdays, feasts and Holy Week: text, the words found, and the days that they cover."""

from datetime import date

import pytest

from extract.periods.finder import find_periods

# A Wednesday.
PUBLISHED = date(2024, 6, 12)


def found(text, published=PUBLISHED):
    return [(p.surface, f"{p.first or ''}/{p.last or ''}") for p in find_periods(text, published)]


@pytest.mark.parametrize(
    ("text", "surface", "days"),
    [
        ("Entre el lunes y el martes se revisaron 90 pozos.", "Entre el lunes y el martes", "2024-06-10/2024-06-11"),
        ("Del jueves al domingo se atendió a 30 ciclistas.", "Del jueves al domingo", "2024-06-06/2024-06-09"),
        ("Del jueves al domingo se atenderá a 30 ciclistas.", "Del jueves al domingo", "2024-06-13/2024-06-16"),
        (
            "Habrá 9 talleres de martes a jueves de esta semana.",
            "de martes a jueves de esta semana",
            "2024-06-11/2024-06-13",
        ),
        ("Se podaron 40 encinos el segundo lunes de mayo.", "el segundo lunes de mayo", "2024-05-13/2024-05-13"),
        (
            "Se podaron 40 encinos el último domingo de marzo de 2023.",
            "el último domingo de marzo de 2023",
            "2023-03-26/2023-03-26",
        ),
        ("En la jornada de ayer hubo 8 multas.", "En la jornada de ayer", "2024-06-11/2024-06-11"),
        ("Podría llover 30 litros entre hoy y mañana.", "entre hoy y mañana", "2024-06-12/2024-06-13"),
        ("El domingo y otras fechas sumaron 12 multas.", "El domingo", "2024-06-09/2024-06-09"),
        ("Se inscriben 30 personas a partir del lunes 24.", "a partir del lunes 24", "2024-06-24/"),
        ("Este martes 11 acudieron 300 vecinos.", "Este martes 11", "2024-06-11/2024-06-11"),
        # no Friday near has this number: it counts the works
        ("Este viernes 11 obras se abrirán.", "Este viernes", "2024-06-14/2024-06-14"),
        ("El censo cerró el 05/04/23 con 30 fichas.", "el 05/04/23", "2023-04-05/2023-04-05"),
        (
            "El jueves seis del presente mes y año hubo 30 fallos.",
            "El jueves seis del presente mes y año",
            "2024-06-06/2024-06-06",
        ),
        ("El día cuatro de los corrientes hubo 30 fallos.", "El día cuatro de los corrientes", "2024-06-04/2024-06-04"),
        (
            "El tres de mayo de dos mil veinte hubo 30 fallos.",
            "El tres de mayo de dos mil veinte",
            "2020-05-03/2020-05-03",
        ),
        ("En Semana Santa llegaron 300 paseantes.", "En Semana Santa", "2024-03-24/2024-03-30"),
        ("En Semana Santa de 2023 llegaron 300 paseantes.", "En Semana Santa de 2023", "2023-04-02/2023-04-08"),
        ("En Navidad se repartieron 300 juguetes.", "En Navidad", "2023-12-25/2023-12-25"),
        ("“Abren 9 rutas antes de julio”, advirtió.", "antes de julio", "2024-06-12/2024-06-30"),
        ("Se abrirán 3 rutas antes de marzo.", "antes de marzo", "2024-06-12/2025-02-28"),
        ("Se abrirán 3 albergues antes de la Navidad.", "antes de la Navidad", "2024-06-12/2024-12-24"),
    ],
)
def test_days(text, surface, days):
    assert found(text) == [(surface, days)]


@pytest.mark.parametrize(
    ("published", "days"),
    [(date(2020, 12, 24), "2020-12-25/2020-12-25"), (date(2021, 1, 4), "2020-12-25/2020-12-25")],
)
def test_a_feast_near_the_publication_is_meant(published, days):
    assert found("En esta Navidad comieron 900 familias.", published) == [("En esta Navidad", days)]


@pytest.mark.parametrize(
    "text",
    [
        "Abre de lunes a viernes y atiende a 50 vecinos.",
        "El primer lunes de cada mes hay 3 talleres.",
        "Se plantaron 300 flores de nochebuena.",
        "Se repartió cena de Navidad a 300 niños.",
        "Quinto lunes de febrero de 2023: no hubo 5.",
    ],
)
def test_no_days(text):
    assert [days for _, days in found(text) if days.count("-") == 4 and days[:10] == days[11:]] == []


@pytest.mark.parametrize(
    ("text", "country", "days"),
    [
        ("Este verano habrá 9 cursos.", "ES", "2024-06-21/2024-09-22"),
        ("En otoño se abrirán 4 aulas.", "MX", "2024-09-23/2024-12-20"),
        ("El invierno pasado se dieron 90 cobijas.", "MX", "2023-12-21/2024-03-20"),
        ("Se compraron 9 bombas que se estrenan este verano.", "ES", "2024-06-21/2024-09-22"),
        ("Antes del verano se sumarán 9 agentes.", "ES", "2024-06-12/2024-06-20"),
        ("Este verano pasado llegaron 9 cruceros.", "AR", "2023-12-21/2024-03-22"),
        ("Este invierno se atiende a 90 vecinos.", "CL", "2024-06-21/2024-09-20"),
        # a running season, most of which has gone by, one that has just begun, and one called the last
        ("Durante la primavera se plantaron 90 olmos.", "ES", "2024-03-21/2024-06-20"),
        ("La primavera pasada se plantaron 90 olmos.", "ES", "2023-03-21/2023-06-20"),
        ("En el verano de 2022 ardieron 90 hectáreas.", None, "2022-06-21/2022-09-22"),
    ],
)
def test_seasons_by_hemisphere(text, country, days):
    found = find_periods(text, date(2024, 6, 12), country=country)
    assert [f"{p.first or ''}/{p.last or ''}" for p in found] == [days]


@pytest.mark.parametrize("text", ["Repartió 90 uniformes de verano.", "Abrió 9 escuelas de verano."])
def test_a_season_that_sorts_a_thing_is_no_time(text):
    assert find_periods(text, date(2024, 6, 12)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Recogió 9 toneladas el Viernes Santo.", "2024-03-29/2024-03-29"),
        ("Llegaron 90 fieles el Domingo de Ramos.", "2024-03-24/2024-03-24"),
        ("En lo que va del semestre hubo 9 bodas.", "2024-01-01/2024-06-12"),
        ("Desde que empezó, el 2 de mayo, hubo 9 avisos.", "2024-05-02/2024-06-12"),
        # 29 February
        ("Hubo 9 bodas entre el 1 de enero y el 29 de febrero.", "2024-01-01/2024-02-29"),
        ("El gasto estimado al 30 de julio es de 90.", "2024-07-30/2024-07-30"),
        ("El registro está abierto al 30 de julio.", "2024-06-12/2024-07-30"),
        ("Queremos dar 90 becas antes de que acabe octubre.", "2024-06-12/2024-10-31"),
    ],
)
def test_days_of_the_calendar(text, days):
    [period] = find_periods(text, date(2024, 6, 12))
    assert f"{period.first}/{period.last}" == days


@pytest.mark.parametrize(
    ("text", "surface", "days"),
    [
        ("El Jueves y Viernes Santo hubo 90 visitas.", "El Jueves y Viernes Santo", "2024-03-28/2024-03-29"),
        ("Los días Jueves y Viernes Santo hubo 90.", "Los días Jueves y Viernes Santo", "2024-03-28/2024-03-29"),
        ("El jueves y viernes hubo 90 visitas.", "El jueves y viernes", "2024-06-06/2024-06-07"),
        ("En Semana Santa y Pascua llegaron 90.", "En Semana Santa y Pascua", "2024-03-24/2024-04-07"),
        (
            "En las vacaciones de Semana Santa y Pascua llegaron 90.",
            "En las vacaciones de Semana Santa y Pascua",
            "2024-03-24/2024-04-07",
        ),
        ("Durante la Semana de Pascua llegaron 90.", "Durante la Semana de Pascua", "2024-04-01/2024-04-07"),
        ("Durante la Semana Santa llegaron 90.", "Durante la Semana Santa", "2024-03-24/2024-03-30"),
        ("En lo que va del fin de semana hubo 9.", "En lo que va del fin de semana", "2024-06-08/2024-06-12"),
        ("La pasada semana de lluvias hubo 9.", "La pasada semana", "2024-06-03/2024-06-09"),
        ("En la pasada semana hubo 9.", "En la pasada semana", "2024-06-03/2024-06-09"),
        ("En lo que va de la temporada de estiaje hubo 9.", "En lo que va de la temporada de estiaje", "/"),
        ("En lo transcurrido de la zafra hubo 9.", "En lo transcurrido de la zafra", "/"),
        ("En lo que va de la semana hubo 9.", "En lo que va de la semana", "2024-06-10/2024-06-12"),
    ],
)
def test_feasts_together_and_times_so_far(text, surface, days):
    assert found(text) == [(surface, days)]


@pytest.mark.parametrize(
    "text",
    [
        "La pasada Semana de la Cultura reunió a 90.",
        "En la pasada Semana Nacional de Vacunación hubo 90 dosis.",
        "Nunca se vieron 90 en un mes de noviembre.",
        "Cada mes de mayo se dan 90.",
    ],
)
def test_a_named_week_and_any_month_are_no_time(text):
    assert found(text) == []


def test_gestion_is_the_year_in_bolivia_alone():
    text = "En la gestión se dieron 90 becas."
    assert [p.first for p in find_periods(text, PUBLISHED, country="BO")] == [date(2024, 1, 1)]
    assert find_periods(text, PUBLISHED, country="MX") == []
    assert find_periods("En la gestión de residuos hubo 90.", PUBLISHED, country="BO") == []


def test_a_month_leans_as_the_mention_next_to_it():
    text = "Suben las visitas en noviembre\n\nEn noviembre llegaron 90.\n\nSe prevé que lleguen 95 en noviembre."
    assert [p.first and p.first.year for p in find_periods(text, PUBLISHED)] == [2023, 2023, 2024]

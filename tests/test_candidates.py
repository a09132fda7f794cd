"""Features of the candidates: what a reader of the release would point at."""

import datetime as dt

import pytest

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.runs import Previous, recalls
from extract.links.status import StatusReading
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text

#: A figure of what was done.
DONE = StatusReading("reported", "status.reported", 0.9, "past")


def candidates_of(text: str) -> tuple[Candidates, Layout]:
    mentions, _ = find_mentions(read_text(text), shipped())
    layout = Layout(text, mentions)
    return Candidates(layout, dt.date(2024, 5, 10), shipped()), layout


def features_of(text: str, link: str, surface: str, figure: int = 0) -> dict[str, float]:
    source, layout = candidates_of(text)
    quantity = layout.mentions.quantities[figure]
    found = source.of(link, quantity, DONE, None)
    return next(c.features for c in found if c.mention is not None and surface in c.mention.surface)


FEATURES = [
    ("A través del Instituto Municipal del Deporte se dieron 40 becas.", "agency", "Instituto", "same_intro_agent"),
    ("Se entregaron 40 becas al Instituto Municipal del Deporte.", "agency", "Instituto", "intro_recipient"),
    ("Se dieron 40 becas en coordinación con la Secretaría de Salud.", "agency", "Secretaría", "intro_with"),
    ("La Secretaría de Salud aplicó 40 vacunas.", "agency", "Secretaría", "same_acts"),
    ("Ahí trabajan 620 elementos de la Secretaría de Marina.", "agency", "Secretaría", "after_of"),
    ("En 2023 se dieron 40 becas.", "period", "2023", "same_opens_sentence"),
    ("En 2023 creció 12 por ciento frente a 2022.", "period", "2022", "as_compared_after"),
    ("El DIF abrió la Escuela Ana Ruiz, de 24 aulas.", "agency", "Escuela Ana Ruiz", "as_described"),
    ("El DIF abrió la Escuela Ana Ruiz, con 24 aulas.", "agency", "Escuela Ana Ruiz", "before"),
    ("El Instituto de la Mujer puso 40 sillas.", "agency", "Instituto", "acts"),
    ("En mayo son 12 más que el año pasado.", "period", "el año pasado", "as_compared_after"),
    ("En mayo supera en 8 por ciento lo logrado el año anterior.", "period", "el año anterior", "as_compared_after"),
    ("Bajan frente a mayo de 2022, cuando fueron 30 casos.", "period", "mayo de 2022", "before"),
    ("En 2023, ya con la nueva ley, se dieron 40 becas a quienes, por fin, lo pidieron.", "period", "2023", "fronted"),
    ("Balance del DIF\n\nEn mayo de 2024 hubo:\n\n• 40 becas\n• 30 tabletas", "period", "mayo", "fronted"),
    (
        "Balance de mayo\n\nEsto dio la Secretaría de Salud:\n\n• 40 becas\n• 30 tabletas",
        "agency",
        "Secretaría",
        "sentence_same",
    ),
    ("Balance del DIF\n\nEn mayo de 2024 hubo más.\n\n• 40 becas\n• 30 tabletas", "period", "mayo", "lead_in"),
    ("El refugio se fundó en 1997. Se dieron 40 becas.", "period", "1997", "stale_earlier"),
    ("Con corte al 3 de mayo hay 40 casos. Sanaron 30.", "period", "3 de mayo", "rule_cutoff"),
    (
        "El Ayuntamiento de Mérida, a través del Instituto de la Mujer, dio 40 becas.",
        "agency",
        "Ayuntamiento",
        "government_beside_body",
    ),
    ("El Ayuntamiento de Mérida dio 40 becas.", "agency", "Ayuntamiento", "government"),
    ("Con el programa “Manos Fuertes” se dieron 40 becas.", "program", "Manos Fuertes", "same_intro_instrument"),
    ("Dijo que, al cierre de mayo, la red de la ciudad sumó 40 becas.", "period", "mayo", "fronted"),
    ("Dijo que a través del Instituto, en este 2023 se han dado con apoyo de otros 40.", "period", "2023", "fronted"),
    ("Se dieron 40 becas en 2023.", "period", "2023", "attached"),
    ("Lo dijo Rita Mora Ríos, alcaldesa de Lerdo. Mora Ríos entregó 40 becas.", "agency", "Mora Ríos", "how_holder"),
    ("Se dieron 40 láminas. Se trata del programa “Techo Parejo”.", "program", "Techo Parejo", "identified"),
    ("Se dieron 40 láminas. La ayuda se conoce como Plan Abrigo.", "program", "Plan Abrigo", "identified"),
    ("Se dieron 40 láminas. Las obras forman parte del Plan Abrigo.", "program", "Plan Abrigo", "identified"),
    (
        "Abrió el programa “Techo Parejo”. La Secretaría de Salud aplicó 40 vacunas.",
        "program",
        "Techo Parejo",
        "another_acts_since",
    ),
    ("El programa “Sol” abrió. Horas después hubo 40 multas.", "program", "Sol", "connective_then_since"),
]


@pytest.mark.parametrize(("text", "link", "surface", "feature"), FEATURES)
def test_feature_is_there(text, link, surface, feature):
    assert feature in features_of(text, link, surface)


ABSENT = [
    ("Se entregaron 40 becas al Instituto Municipal del Deporte.", "agency", "Instituto", "same_acts"),
    ("La Secretaría de Salud aplicó 40 vacunas.", "agency", "Secretaría", "intro_recipient"),
    ("Se dieron 40 becas en 2023.", "period", "2023", "fronted"),
    ("El Ayuntamiento de Mérida dio 40 becas.", "agency", "Ayuntamiento", "government_beside_body"),
    ("El refugio se abrió en 2023. Se dieron 40 becas.", "period", "2023", "stale_earlier"),
    ("La Alcaldesa de Mérida informó que se dieron 40 becas.", "agency", "Alcaldesa", "same_acts"),
    ("En 2023 hubo feria. Se dieron 40 becas.", "period", "2023", "sentence_same"),
    ("Dijo la red que al cierre de mayo sumó 40 becas.", "period", "mayo", "attached"),
    ("Se dieron 40 becas, 30 de ellas en 2023.", "period", "2023", "attached"),
    ("Se dieron 40 láminas. Sigue el programa “Techo Parejo”.", "program", "Techo Parejo", "identified"),
    (
        "La Secretaría de Salud abrió el programa “Sol”. La Secretaría de Salud aplicó 40 vacunas.",
        "program",
        "Sol",
        "another_acts_since",
    ),
    ("Abrió el programa “Sol”. La Secretaría de Salud dijo que hubo 40.", "program", "Sol", "another_acts_since"),
]


@pytest.mark.parametrize(("text", "link", "surface", "feature"), ABSENT)
def test_feature_is_not_there(text, link, surface, feature):
    assert feature not in features_of(text, link, surface)


NEXT_CLAUSES = [
    "El Instituto de Riego dio 40 becas y la Secretaría de Salud puso el local.",
    "El Instituto de Riego dio 40 becas, mientras que la Secretaría de Salud, con su gente, abrió el local.",
    "El Instituto de Riego hizo 40 pozos, pero la Secretaría de Salud tardó un mes.",
    "Llegaron 40 quejas contra las tiendas, a las que la Secretaría de Salud multó.",
    "Fueron 40 los pozos y el juez avisó que la Secretaría de Salud llegó tarde.",
]
SAME_CLAUSE = [
    # an adjunct before its clause, a relative whose object the things are, a passive without an agent of its own
    "Con 40 becas, la Secretaría de Salud abrió el local.",
    "Son 40 becas que la Secretaría de Salud pagó.",
    "Se dieron 40 becas y la Secretaría de Salud puso el local.",
    "El Instituto de Riego dio 40 becas de la Secretaría de Salud.",
    "El Instituto de Riego dio 40 becas y la Secretaría de Salud.",
]


@pytest.mark.parametrize("text", NEXT_CLAUSES)
def test_the_subject_of_the_next_clause_has_no_part_in_the_figure_s(text: str) -> None:
    found = features_of(text, "agency", "Secretaría")
    assert "clause_between" in found
    assert "clause_same" not in found


@pytest.mark.parametrize("text", SAME_CLAUSE)
def test_who_acts_behind_a_figure_may_be_of_its_clause(text: str) -> None:
    assert "clause_same" in features_of(text, "agency", "Secretaría")


DID_IT = [
    "Hubo 40 becas que dio la Secretaría de Salud.",
    "Son 40 becas que la Secretaría de Salud pagó.",
    "Ahí están las 40 bombas de agua que instaló la Secretaría de Salud.",
    "Faltan 40 de los pozos que había abierto la Secretaría de Salud.",
    "El Instituto de Riego recibió 40 becas que la Secretaría de Salud entregará.",
]
DID_SOMETHING_ELSE = [
    "Hubo 40 becas, que dio la Secretaría de Salud.",
    "El Instituto de Riego dio 40 becas que gustaron a la Secretaría de Salud.",
    "Hubo 40 becas a las que se opuso la Secretaría de Salud.",
    "Hubo 40 becas para la gente. Dijo que la Secretaría de Salud pagó.",
    "Son 40 becas que la Secretaría de Salud.",
]


@pytest.mark.parametrize("text", DID_IT)
def test_the_subject_of_a_relative_clause_of_what_is_counted_did_it(text: str) -> None:
    found = features_of(text, "agency", "Secretaría")
    assert "after_agent" in found
    assert "clause_between" not in found


@pytest.mark.parametrize("text", DID_SOMETHING_ELSE)
def test_another_clause_behind_what_is_counted(text: str) -> None:
    assert "after_agent" not in features_of(text, "agency", "Secretaría")


COUNTS = ["en el último reporte de la", "según datos de la", "según cifras de la", "en el censo de la"]


@pytest.mark.parametrize("source", COUNTS)
def test_whose_count_it_is_did_it(source: str) -> None:
    assert "intro_agent" in features_of(f"Son 40 los albergues {source} Secretaría de Salud.", "agency", "Secretaría")


@pytest.mark.parametrize("source", ["en los datos de la", "según la jefa de la", "en el informe de la", "junto a la"])
def test_what_is_no_count(source: str) -> None:
    assert "intro_agent" not in features_of(f"Son 40 las obras {source} Secretaría de Salud.", "agency", "Secretaría")


def none_of(text: str, status: StatusReading = DONE) -> dict[str, float]:
    source, layout = candidates_of(text)
    return source.of("period", layout.mentions.quantities[0], status, None)[-1].features


#: A mayor tells of the work of a body of her government.
TOLD = (
    "A través del Instituto de la Juventud se dieron 300 consultas, informó la alcaldesa de Lerdo, Rita Mora Ríos."
    "\n\nAdemás, la alcaldesa destacó que se impartieron 40 talleres."
)


def test_a_government_that_only_tells_of_the_work_of_its_body_is_a_bystander() -> None:
    source, layout = candidates_of(TOLD)
    first, second = layout.mentions.quantities
    body = "Instituto de la Juventud"
    candidates = source.of("agency", second, DONE, Previous(first, {body: 1.0}))
    [mayor] = [c for c in candidates if "as_teller_before" in c.own]
    assert mayor.key == "Ayuntamiento de Lerdo"
    assert {"sentence_same", "clause_same", "nearest_before", "fresh"}.isdisjoint(mayor.own)
    run = next(c.own for c in candidates if c.key == body)
    assert run["run_next_block_same"] == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "La alcaldesa de Lerdo, Rita Mora, destacó que se impartieron 40 talleres.",  # no body beside her
        TOLD.replace("destacó que se impartieron", "inauguró"),  # she acts
    ],
)
def test_a_government_that_acts_or_is_alone_is_no_bystander(text: str) -> None:
    source, layout = candidates_of(text)
    candidates = source.of("agency", layout.mentions.quantities[-1], DONE, None)
    assert any("sentence_same" in c.own and c.key == "Ayuntamiento de Lerdo" for c in candidates)


@pytest.mark.parametrize(
    "time", ["el año pasado", "el ejercicio anterior", "el mes previo", "la semana pasada", "el mismo lapso de 2023"]
)
@pytest.mark.parametrize(
    "words",
    [
        "más que {}", "menos que en {}", "más que los registrados {}", "más en comparación con {}", "más frente a {}",
        "por encima de lo logrado {}", "más si se compara con {}", "superior a {}", "mayor a {}", "en contraste con {}",
    ],
)  # fmt: skip
def test_a_time_behind_words_of_comparison_is_only_compared_with(words: str, time: str) -> None:
    text = f"Este año hubo 400 casos, 12 por ciento {words.format(time).replace('a el ', 'al ')}. Además dio 30 becas."
    source, layout = candidates_of(text)
    candidates = source.of("period", layout.mentions.quantities[1], DONE, None)
    later = [c for c in candidates if c.mention is not None and c.mention.start > text.index("12")]
    assert later
    assert all("as_compared_after" in c.own for c in later)


def test_the_scheme_to_which_a_figure_goes() -> None:
    text = "De ahí, 24 pesos corresponden al programa Piso Firme, 17 al programa Techo Digno y 9 a otros."
    assert "sent_to" in features_of(text, "program", "Techo Digno", 1)
    assert "sent_to" not in features_of(
        "De ahí, 24 pesos y, con el programa Piso Firme, 17.", "program", "Piso Firme", 1
    )


def test_what_is_told_of_the_time_compared_with_has_that_time() -> None:
    text = "Este año hubo 400 casos, 12 por ciento más que el año pasado, cuando hubo 357."
    assert "recalled" in features_of(text, "period", "el año pasado", 2)
    source, layout = candidates_of(text.replace("cuando", "y en Ica"))
    found = source.of("period", layout.mentions.quantities[2], DONE, None)
    assert [c.mention.surface for c in found if c.mention] == ["Este año"]


@pytest.mark.parametrize(
    ("text", "is_addressed"),
    [
        ("Hay multas de 48 pesos y el vecino puede denunciar a través de la Oficina de Atención Ciudadana.", True),
        ("Habrá 30 becas; los interesados podrán acudir a las oficinas de la Secretaría de Salud.", True),
        ("Son 30 lugares: deben presentar su solicitud en la Secretaría de Salud.", True),
        ("Se dieron 30 becas a través de la Secretaría de Salud.", False),
        ("Se registraron 30 casos en la Secretaría de Salud.", False),
        ("El alcalde logró denunciar 30 casos y lo hizo con la Secretaría de Salud.", False),
    ],
)
def test_a_body_to_which_the_reader_is_sent_is_a_bystander(text: str, is_addressed: bool) -> None:
    name = "Oficina de Atención Ciudadana" if "Oficina" in text else "Secretaría de Salud"
    assert ("as_recipient_after" in features_of(text, "agency", name)) == is_addressed


def test_who_receives_is_a_bystander_and_who_gives_is_not() -> None:
    text = "La alcaldesa de Lerdo entregó 15 patrullas a la Secretaría de Seguridad Ciudadana."
    assert "as_recipient_after" in features_of(text, "agency", "Secretaría")
    assert "sentence_same" not in features_of(text, "agency", "Secretaría")
    assert "sentence_same" in features_of(text, "agency", "alcaldesa")


@pytest.mark.parametrize(
    ("text", "is_parent"),
    [
        ("El Hospital Juárez Luna, que depende de la Secretaría de Salud, dio 30 consultas.", True),
        ("El Instituto del Deporte (adscrito a la Secretaría de Salud) dio 30 balones.", True),
        ("Ana Ruiz, adscrita a la Secretaría de Salud, dio 30 consultas.", False),
        ("El Instituto del Deporte, junto con la Secretaría de Salud, dio 30 consultas.", False),
        ("La vacuna depende de la Secretaría de Salud, que dio 30 consultas.", False),
    ],
)
def test_the_body_over_the_one_that_acts_is_a_bystander(text: str, is_parent: bool) -> None:
    assert ("as_parent_before" in features_of(text, "agency", "Secretaría de Salud")) == is_parent


def test_known_things_and_the_tense_tell_that_there_is_no_time():
    assert "none_definite" in none_of("En las 13 casas se atiende.")
    assert "none_definite" not in none_of("En 13 casas se atiende.")
    assert "none_present" in none_of("Hay 13 casas.", StatusReading("reported", "status.reported", 0.9, "present"))


def test_a_run_goes_on_in_a_list_and_breaks_at_a_new_mention():
    text = "La Secretaría de Salud dio 40 becas, 30 tabletas y el Instituto del Deporte 20 balones."
    source, layout = candidates_of(text)
    first, second, third = layout.mentions.quantities
    previous = Previous(first, {"Secretaría de Salud": 0.9, None: 0.1})
    going_on = source.of("agency", second, DONE, previous)
    assert {c.key: c.features.get("run_coordination_same") for c in going_on if c.key} == {
        "Secretaría de Salud": 1.0,
        "Instituto del Deporte": 0.0,
    }
    broken = source.of("agency", third, DONE, Previous(second, previous.odds))
    assert any("fresh" in c.features for c in broken)
    assert not any("run_list_same" in c.features for c in broken)


@pytest.mark.parametrize(
    ("text", "figure", "is_own"),
    [
        ("En 2011 dio 40 becas, más en comparación con las 30 de 2010.", 1, True),
        ("En 2011 dio 40 becas, más en comparación con las 30 becas de 2010.", 1, True),
        ("En 2011 dio 40 becas, más en comparación con las 30 de 2010.", 0, False),
        ("En 2011 dio 30 becas más que en 2010.", 0, False),
        ("En 2011 superó en 30 la de 2010.", 0, False),
    ],
)
def test_what_others_are_compared_with_has_the_time_right_behind_it(text: str, figure: int, is_own: bool) -> None:
    found = features_of(text, "period", "2010", figure)
    assert ("attached" in found and "as_compared" not in found) == is_own


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("En marzo dio 40 becas en las 13 casas.", {"program", "agency", "period"}),
        ("En marzo dio 40 becas, frente a 13 del año anterior.", {"period"}),
        ("En marzo dio 40 becas, más que cerca de 13 balones en abril.", {"period"}),
        ("En marzo dio 40 becas frente a la plaza y 13 balones.", set()),
        ("En marzo dio 40 becas, más de 13 en Ica.", set()),
    ],
)
def test_a_figure_that_others_are_compared_with_is_no_member_of_the_run(text: str, apart: set[str]) -> None:
    source, layout = candidates_of(text)
    compared = layout.mentions.quantities[-1]
    assert {link for link in ("program", "agency", "period") if source.stands_apart(link, compared)} == apart


def test_the_time_of_an_aside_is_not_kept():
    source, layout = candidates_of("En 2010 hubo 40 becas, más que en 2009, cuando hubo 30 becas.")
    first, second = layout.mentions.quantities
    of_second = source.of("period", second, DONE, Previous(first, {}))
    aside = next(c.key for c in of_second if c.mention and c.mention.surface.endswith("2009"))
    assert recalls(of_second, aside)
    assert not recalls(of_second, None)
    assert not recalls(source.of("period", first, DONE, None), aside)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Se sembraron 40 hectáreas, 30 más que en 2011.", 0),
        ("Son 40 casos, 12 por ciento más que el año pasado.", 0),
        ("Bajan a 40, frente a los 30 de 2011.", 1),  # of those that are compared with
        ("En 2012 se sembraron 40 hectáreas, 30 más que en 2011.", 2),
    ],
)
def test_what_is_only_compared_with_is_no_time_where_no_other_is_told(text: str, times: int) -> None:
    source, layout = candidates_of(text)
    found = source.of("period", layout.mentions.quantities[-1], DONE, None)
    assert sum(c.mention is not None for c in found) == times


def test_none_is_always_a_candidate():
    source, layout = candidates_of("Se dieron 40 becas.")
    for link in ("program", "agency", "period"):
        assert [c.key for c in source.of(link, layout.mentions.quantities[0], DONE, None)] == [None]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("En mayo se dieron 40 becas, más de 30 tabletas y otras 20 sillas.", "run_coordination"),
        ("En mayo se dieron 40 becas; así como 30 tabletas.", "run_joined_sentence"),  # what is in its part may end
        ("Balance\n\nEn mayo hubo:\n\n- 40 becas\n- 30 estufas", "run_list"),  # members of one list of bullets
        ("Balance\n\nEn mayo hubo 40 becas.\n\nDio 30 estufas.", "run_next_block"),
        ("En mayo se dieron 40 becas en 30 planteles de 20 pueblos.", "run_list"),  # each depends on the one before
        ("En mayo se dieron 40 becas por 30 pesos y 20 centavos a 9 personas.", "run_list"),  # another kind
    ],
)
def test_members_of_a_coordination_follow_each_other_closest(text: str, run: str) -> None:
    source, layout = candidates_of(text)
    *_, before, last = layout.mentions.quantities
    candidates = source.of("period", last, DONE, Previous(before, {None: 0.4, "other": 0.6}))
    assert any(f"{run}_same" in c.own for c in candidates)
    assert candidates[-1].own[f"{run}_same_none"] == (0.0 if run == "run_coordination" else 0.4)


def test_a_time_is_taken_by_the_figure_that_it_stands_behind() -> None:
    source, layout = candidates_of("Pasó de 40 becas en 2022 a 55 becas en 2023.")
    first, second = layout.mentions.quantities
    chained = source.of("period", second, DONE, Previous(first, {}))
    by_surface = {c.mention.surface: c.features for c in chained if c.mention}
    assert "taken" in by_surface["en 2022"]
    assert "fresh" not in by_surface["en 2022"]
    assert "attached" in by_surface["en 2023"]


def test_a_time_to_compare_with_breaks_no_run() -> None:
    source, layout = candidates_of("En mayo hubo 40 becas y, respecto al año anterior, 12 por ciento más.")
    first, second = layout.mentions.quantities
    chained = source.of("period", second, DONE, Previous(first, {}))
    assert not any("fresh" in c.features for c in chained)


def test_a_holder_is_no_second_mention_beside_the_office() -> None:
    _, layout = candidates_of("La alcaldesa de Lerdo, Rita Mora Ríos, dio 40 becas. Después Mora Ríos dio 30.")
    assert [name.surface for name in layout.holders] == ["Mora Ríos"]
    assert {name.name for name in layout.holders} == {"Ayuntamiento de Lerdo"}


def test_a_compared_time_that_the_text_goes_on_about_breaks_the_run() -> None:
    source, layout = candidates_of("Hoy hay 40 becas, más que el año anterior, cuando hubo 30 becas.")
    first, second = layout.mentions.quantities
    chained = source.of("period", second, DONE, Previous(first, {}))
    assert any("fresh" in c.features for c in chained if c.mention and "año anterior" in c.mention.surface)

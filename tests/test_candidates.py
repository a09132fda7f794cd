"""Features of the candidates: what a reader of the release would point at."""

import datetime as dt

import pytest

from extract.links.candidates import Candidates, Previous
from extract.links.layout import Layout
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text


def candidates_of(text: str) -> tuple[Candidates, Layout]:
    mentions, _ = find_mentions(read_text(text), shipped())
    layout = Layout(text, mentions)
    return Candidates(layout, dt.date(2024, 5, 10), shipped()), layout


def features_of(text: str, link: str, surface: str, figure: int = 0) -> dict[str, float]:
    source, layout = candidates_of(text)
    quantity = layout.mentions.quantities[figure]
    found = source.of(link, quantity, planned=False, previous=None)
    return next(c.features for c in found if c.mention is not None and surface in c.mention.surface)


FEATURES = [
    ("A través del Instituto Municipal del Deporte se dieron 40 becas.", "agency", "Instituto", "same_intro_agent"),
    ("Se entregaron 40 becas al Instituto Municipal del Deporte.", "agency", "Instituto", "intro_recipient"),
    ("Se dieron 40 becas en coordinación con la Secretaría de Salud.", "agency", "Secretaría", "intro_with"),
    ("La Secretaría de Salud aplicó 40 vacunas.", "agency", "Secretaría", "same_acts"),
    ("Ahí trabajan 620 elementos de la Secretaría de Marina.", "agency", "Secretaría", "after_of"),
    ("En 2023 se dieron 40 becas.", "period", "2023", "same_opens_sentence"),
    ("Creció 12 por ciento frente a 2022.", "period", "2022", "after"),
    ("Con el programa “Manos Fuertes” se dieron 40 becas.", "program", "Manos Fuertes", "same_intro_instrument"),
]


@pytest.mark.parametrize(("text", "link", "surface", "feature"), FEATURES)
def test_feature_is_there(text, link, surface, feature):
    assert feature in features_of(text, link, surface)


ABSENT = [
    ("Se entregaron 40 becas al Instituto Municipal del Deporte.", "agency", "Instituto", "same_acts"),
    ("La Secretaría de Salud aplicó 40 vacunas.", "agency", "Secretaría", "intro_recipient"),
    ("En 2023 hubo feria. Se dieron 40 becas.", "period", "2023", "sentence_same"),
]


@pytest.mark.parametrize(("text", "link", "surface", "feature"), ABSENT)
def test_feature_is_not_there(text, link, surface, feature):
    assert feature not in features_of(text, link, surface)


def test_a_run_goes_on_in_a_list_and_breaks_at_a_new_mention():
    text = "La Secretaría de Salud dio 40 becas, 30 tabletas y el Instituto del Deporte 20 balones."
    source, layout = candidates_of(text)
    first, second, third = layout.mentions.quantities
    previous = Previous(first, frozenset({"Secretaría de Salud"}))
    going_on = source.of("agency", second, planned=False, previous=previous)
    assert any("run_list_same" in c.features for c in going_on)
    broken = source.of("agency", third, planned=False, previous=Previous(second, previous.keys))
    assert any("fresh" in c.features for c in broken)
    assert not any("run_list_same" in c.features for c in broken)


def test_none_is_always_a_candidate():
    source, layout = candidates_of("Se dieron 40 becas.")
    for link in ("program", "agency", "period"):
        assert [c.key for c in source.of(link, layout.mentions.quantities[0], planned=False, previous=None)] == [None]

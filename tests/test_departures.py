"""What says that a sentence goes on about a program named before it, or has left its matter."""

import datetime as dt

import pytest

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.status import StatusReading
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text

DONE = StatusReading("reported", "status.reported", 0.9, "past")
OPENING = "En mayo el programa Caminos Vivos abrió en Lerdo. "


def features_of_program(text: str) -> dict[str, float]:
    """Those of the program for the last figure of the text."""
    mentions, _ = find_mentions(read_text(text), shipped())
    source = Candidates(Layout(text, mentions), dt.date(2024, 5, 10), shipped())
    candidates = source.of("program", mentions.quantities[-1], DONE, None)
    return next(c.own for c in candidates if c.mention is not None and "Caminos" in c.mention.surface)


@pytest.mark.parametrize(
    "sentence",
    ["En 2023 se dieron 40 becas.", "Recordó que en 2023 se dieron 40 becas.", "En mayo, y no en 2023, hubo 40 becas."],
)
def test_a_frame_that_is_not_told_beside_the_program_is_another(sentence: str) -> None:
    features = features_of_program(OPENING + sentence)
    assert "another_frame" in features
    assert "same_time" not in features


@pytest.mark.parametrize(
    "sentence",
    [
        "Se dieron 40 becas.",
        "Se dieron 40 becas, y en 2023 ninguna.",
        "El 4 de abril de 2023 se dieron 40 becas.",  # the day of an event
        "Hasta el 30 de junio se reciben solicitudes para 40 becas.",
    ],
)
def test_no_other_frame_is_told_before_the_figure(sentence: str) -> None:
    features = features_of_program(OPENING + sentence)
    assert {"another_frame", "same_time"}.isdisjoint(features)


def test_a_time_that_is_told_beside_the_program() -> None:
    features = features_of_program(OPENING + "En mayo se dieron 40 becas.")
    assert "same_time" in features
    assert "another_frame" not in features


def test_times_of_the_programs_own_sentence_say_nothing() -> None:
    features = features_of_program("En 2023 el programa Caminos Vivos dio 40 becas.")
    assert {"another_frame", "same_time"}.isdisjoint(features)


@pytest.mark.parametrize(
    ("between", "turn"),
    [
        ("Por su parte, el DIF dio consultas.\n\nSe dieron 40 becas.", "turns"),
        ("Se dieron pláticas.\n\nEn tanto, se dieron 40 becas.", "turns"),
        ("Esta obra se inauguró.\n\nSe dieron 40 becas.", "points"),
    ],
)
def test_a_paragraph_since_turned_to_something_else(between: str, turn: str) -> None:
    assert f"connective_{turn}_opens_block_since" in features_of_program(f"{OPENING}\n\n{between}")


@pytest.mark.parametrize(
    "text",
    [
        "Por su parte, el programa Caminos Vivos abrió en Lerdo. Se dieron 40 becas.",  # the program's own paragraph
        OPENING + "Por su parte, el DIF dio 40 becas.",  # no paragraph begins
        OPENING + "\n\nSe dieron 40 becas.\n\nPor su parte, el DIF dio consultas.",
    ],
)
def test_no_paragraph_since_turned_to_something_else(text: str) -> None:
    assert not any(feature.endswith("opens_block_since") for feature in features_of_program(text))


@pytest.mark.parametrize("sentence", ["Los caminos suman 40 kilómetros.", "Suman 40 kilómetros de camino."])
def test_a_word_of_the_name_comes_again_by_the_figure(sentence: str) -> None:
    features = features_of_program(OPENING + sentence)
    assert {"shares_word", "shares_word_near"} <= set(features)


def test_a_word_of_the_name_far_from_the_figure() -> None:
    far = "Los caminos" + ", con su grava y su cuneta bien hechas" * 3 + ", suman 40 kilómetros."
    features = features_of_program(OPENING + far)
    assert "shares_word" in features
    assert "shares_word_near" not in features


@pytest.mark.parametrize("sentence", ["Se dieron 40 becas.", "El programa dio 40 becas.", "Caminan 40 personas."])
def test_common_words_are_no_words_of_the_name(sentence: str) -> None:
    text = "El Programa Nacional Caminos Vivos abrió en Lerdo. "
    assert "shares_word" not in features_of_program(text + sentence.replace("Caminan", "Andan"))

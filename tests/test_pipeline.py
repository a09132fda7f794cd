"""The whole program on one document, as the main job and as spaCy components."""

import datetime as dt
import hashlib
import warnings
from decimal import Decimal
from pathlib import Path

import pytest
import spacy

from extract.mentions import LedgerEntry
from extract.patterns import shipped
from extract.pipeline import ModelError, extract_document, find_mentions, load
from extract.readers import read_text
from extract.records import Source, make_ledger

TEXT = """CRECE EN TORREÓN LA ATENCIÓN A MUJERES

Torreón, Coahuila, a 14 de marzo de 2022.- A través del Instituto Municipal de la Mujer (IMM) se otorgaron en 2021 más \
de 12 mil 400 consultas médicas, informó la alcaldesa Elena Ríos Duarte.

Además, con el programa “Manos Fuertes” se entregaron 350 créditos y se capacitó a mil 105 artesanas.

“Este año invertiremos 3.5 millones de pesos en dos nuevos refugios”, dijo Ríos Duarte.
"""


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.fixture(scope="module")
def rows(nlp):
    return extract_document(nlp, Source("a.txt", hashlib.sha256(TEXT.encode()).hexdigest(), read_text(TEXT)))


def record_of(rows, surface):
    return next(record for record in rows.records if record.surface == surface)


def test_every_figure_is_a_record(rows):
    assert [record.surface for record in rows.records] == [
        "más de 12 mil 400",
        "350",
        "mil 105",
        "3.5 millones de pesos",
        "dos",
    ]
    assert [record.value for record in rows.records] == [12400, 350, 1105, 3_500_000, 2]


def test_links_of_a_figure(rows):
    record = record_of(rows, "más de 12 mil 400")
    assert record.comparator == "more_than"
    assert record.item == "consultas médicas"
    assert record.agency == "Instituto Municipal de la Mujer"
    assert (record.period_start, record.period_end) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert record.speaker == "Elena Ríos Duarte"
    assert record.program is None
    assert record.status == "reported"


def test_a_program_holds_for_the_figures_of_its_sentence_only(rows):
    assert record_of(rows, "350").program == "Manos Fuertes"
    assert record_of(rows, "mil 105").program == "Manos Fuertes"
    assert record_of(rows, "3.5 millones de pesos").program is None


def test_a_coming_figure_is_planned(rows):
    record = record_of(rows, "3.5 millones de pesos")
    assert (record.status, record.kind, record.unit) == ("planned", "money", "MXN")


def test_offsets_hold_and_every_record_names_its_rules(rows):
    for record in rows.records:
        assert TEXT[record.start : record.end] == record.surface
        assert record.rules
    assert all(row.record_id for row in rows.numerals if row.class_ == "quantity")


def test_the_components_give_the_same_records(nlp, rows):
    doc = nlp(TEXT)
    assert doc.text == TEXT
    fields = ("surface", "value", "item", "program", "agency", "period_start", "speaker", "status")
    assert [[getattr(r, f) for f in fields] for r in doc._.records] == [
        [getattr(r, f) for f in fields] for r in rows.records
    ]
    assert [span.text for span in doc.spans["quantities"]] == [record.surface for record in rows.records]


def test_the_components_work_in_a_pipeline_of_ones_own():
    nlp = spacy.load("es_core_news_sm", exclude=["ner"])
    nlp.add_pipe("extract_mentions", first=True)
    nlp.add_pipe("extract_records", last=True)
    assert [record.value for record in nlp("Se entregaron mil 300 becas.")._.records] == [1300]


def test_the_last_component_says_when_the_first_is_missing():
    nlp = spacy.load("es_core_news_sm", exclude=["ner"])
    nlp.add_pipe("extract_records", last=True)
    with pytest.raises(ValueError, match="extract_mentions"):
        nlp("Se entregaron mil 300 becas.")


def test_loading_is_silent():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load()


def test_a_missing_model_is_one_plain_sentence():
    with pytest.raises(ModelError, match="es_core_news_none is not installed"):
        load("es_core_news_none")


def test_a_model_of_another_language_is_refused(tmp_path: Path):
    spacy.blank("en").to_disk(tmp_path / "model")
    with pytest.raises(ModelError, match="Spanish"):
        load(str(tmp_path / "model"))


def test_a_text_without_figures_gives_no_records(nlp):
    assert nlp("El municipio agradece a todas las familias.")._.records == []
    assert nlp("")._.records == []


@pytest.mark.parametrize("value", ["9E+400", "-9E+400", "9E+1000001"])
def test_a_number_beyond_all_arithmetic_has_no_value_in_the_ledger(value):
    entry = LedgerEntry(0, 3, "999", "quantity.cardinal", Decimal(value), "quantity")
    (row,) = make_ledger("nota.txt", [entry], [])
    assert (row.surface, row.value) == ("999", None)


def test_a_programs_name_is_no_body_of_its_own() -> None:
    text = "La intendenta de Pilagá dio 85 subsidios del programa “Club Vivo”. El Club Norte recibió 2."
    mentions, _ = find_mentions(read_text(text), shipped())
    assert {name.name for name in mentions.programs} == {"Club Vivo"}
    assert "Club Vivo" not in {name.name for name in mentions.agencies}
    assert "Club Norte" in {name.name for name in mentions.agencies}

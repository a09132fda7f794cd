"""Masked tokens: the text stays, the model reads a plain word."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.links.masking import Mask, tokenize

TEXT = "se registraron mil 106 emprendedoras y 2020 casos (más de 3 mil)."


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("es")


def masks_of(text: str, *surfaces: str) -> list[Mask]:
    return [Mask(text.index(s), text.index(s) + len(s)) for s in surfaces]


def test_each_mask_is_one_token_with_the_features_of_the_stand_in(blank):
    doc = tokenize(blank.vocab, blank.tokenizer, TEXT, masks_of(TEXT, "mil 106", "2020", "más de 3 mil"))
    assert doc.text == TEXT
    masked = {t.text: t for t in doc if t.norm_ == "350"}
    assert set(masked) == {"mil 106", "2020", "más de 3 mil"}
    assert masked["mil 106"].shape_ == "ddd"


def test_one_document_does_not_change_how_the_next_is_read(blank):
    tokenize(blank.vocab, blank.tokenizer, TEXT, masks_of(TEXT, "2020"))
    assert blank("en 2020")[1].norm_ == "2020"


def test_a_number_word_stays_as_the_model_knows_it(blank):
    doc = tokenize(blank.vocab, blank.tokenizer, "hay cinco casos", [Mask(4, 9)])
    assert doc[1].norm_ == "cinco"


@given(
    st.text(alphabet="ab 1,.\n(“", max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 8)), max_size=4)
)
def test_text_is_never_changed(text, spans):
    nlp = spacy.blank("es")
    masks: list[Mask] = []
    for start, length in sorted(spans):
        if start < len(text) and (not masks or masks[-1].end <= start):
            masks.append(Mask(start, min(start + length, len(text))))
    assert tokenize(nlp.vocab, nlp.tokenizer, text, masks).text == text

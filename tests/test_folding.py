"""Folding: plain text for matching, with the offsets of the source."""

from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold


@given(st.text())
def test_offsets_hold(text):
    assert len(fold(text)) == len(text)


def test_accents_signs_and_spaces():
    assert fold("El Último AÑO – «Sí»\nen\u00a0junio\n\nÜber") == 'el ultimo año - "si" en junio\n\nuber'

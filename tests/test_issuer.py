"""The agency that ``metadata.csv`` names: that of the figures which the release gives to nobody."""

from pathlib import Path

import pandas as pd
import pytest

import extract
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import Metadata, read

HEAD = "Abren talleres\n\nToluca, Méx., a 3 de mayo de 2024.- "
SAID = Metadata(agency="Instituto Mexiquense de la Juventud")


def agencies_of(text, said=SAID):
    release = read(Path("nota.txt"), text.encode(), said)
    mentions, _ = find_mentions(release, shipped())
    return [(mention.surface, mention.name) for mention in mentions.agencies]


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """The agency of each figure of some releases, by file name."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    texts = {
        "nobody": "Asistieron 350 jóvenes a los talleres de la semana.",
        "somebody": "La Secretaría de Salud entregó 350 becas a jóvenes de la zona norte.",
        "headline": "Asistieron 350 jóvenes.",
        "unsaid": "Asistieron 350 jóvenes a los talleres de la semana.",
    }
    lines = ["file,agency"]
    for name, text in texts.items():
        (raw / f"{name}.txt").write_text(HEAD + text, encoding="utf-8")
        lines.append(f"{name}.txt,{'' if name == 'unsaid' else SAID.agency}")
    (raw / "metadata.csv").write_text("\n".join(lines), encoding="utf-8")
    extract.run(raw, out, workers=1)
    records = extract.read_records(out)
    return {
        source: (row.agency, row.rules)
        for source, row in zip(records["source_file"], records.itertuples(), strict=True)
    }


def test_figures_of_nobody_belong_to_the_issuer(rows):
    agency, rules = rows["nobody.txt"]
    assert agency == SAID.agency
    assert "agency.issuer" in rules.split()


def test_figures_of_somebody_do_not(rows):
    agency, rules = rows["somebody.txt"]
    assert agency.startswith("Secretaría de Salud")
    assert "agency.issuer" not in rules.split()


def test_without_a_word_in_the_sidecar_they_belong_to_nobody(rows):
    assert pd.isna(rows["unsaid.txt"][0])


@pytest.mark.parametrize(
    ("sentence", "surface", "name"),
    [
        ("Este organismo atendió a 350 jóvenes.", "Este organismo", SAID.agency),
        ("El Instituto atendió a 350 jóvenes.", "Instituto", SAID.agency),
        ("El Instituto de la Mujer y este organismo atendieron a 350.", "este organismo", "Instituto de la Mujer"),
    ],
)
def test_pointing_words_mean_the_issuer_where_nothing_was_named(sentence, surface, name):
    found = agencies_of(HEAD + sentence)
    assert [full for words, full in found if words.lower().endswith(surface.lower())] == [name]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Este organismo atendió a 350 jóvenes.", None),
        ("La Secretaría atendió a 350 jóvenes.", SAID),
        ("Este organismo atendió a 350 jóvenes.", Metadata(agency="de la")),
    ],
)
def test_pointing_words_that_mean_nobody(sentence, said):
    assert agencies_of(HEAD + sentence, said) == []

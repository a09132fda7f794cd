"""Hostile texts take time in proportion to their length. Work is counted, in calls; no clock decides.

What one expression does inside the library of expressions counts as a single call, so texts that only those could be
slow on are long: at a square of their length, the test would not end.
"""

import sys
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from extract.links.layout import Layout
from extract.links.linker import link
from extract.patterns import shipped
from extract.pipeline import find_mentions, load, parse_sentences
from extract.readers import Content, read_text
from extract.readers.parts import split_releases
from extract.records import Source, make_ledger, make_records
from extract.sentences import find_blocks, find_sentences

HEAD = "Entregan apoyos\n\nToluca, Méx., a 3 de mayo de 2024.- La Secretaría de Salud entregó 350 becas.\n\n"
#: With four times the text, four times the work; what is done once for a text makes it less, growing lists a little more.
TIMES, MOST = 4, 5.5
COUNTED = [
    "350 ", "350 becas, ", "350 becas\n", "- 350 becas\n", "350 becas\n\n", "de los cuales 350, ", "(350 becas) ", "350 y ", "III ",
    "3 mil becas de la Secretaría de Salud y ", "Se dieron 350 becas. ", "350 | 20\n", "En el último año, 350 becas; ", "1,",
    "El alcalde Ana Ruiz dijo que 350 becas. ", "El Instituto del Agua (IA) dio 3 becas del programa Becas Unidas. ",
    "“350 becas”, dijo. ", "3 de mayo de 2020. ", "entre 3 y 4 becas: ", "Lima, 350; ", "este organismo ", "((350 ",
]  # fmt: skip
LONG = [
    " ",
    "\n",
    "\t",
    "\u00a0",
    ".",
    "…",
    "-",
    "“",
    "(",
    "a",
    "á",
    "7",
    "A ",
    "A.",
    "h. ",
    "de la ",
    "Ana, ",
    "¿",
    "* ",
    "a\n\n",
    "| ",
    "$",
    "%",
]


@pytest.fixture(scope="module")
def nlp():
    return load()


def calls(run):
    """How many functions a run calls, also those of libraries."""
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def work(nlp, text):
    """The whole way of a text but for the model, which takes one sentence after the other."""
    patterns = shipped()
    release = read_text(text)
    mentions, _ = find_mentions(release, patterns)
    parsed = parse_sentences(nlp, mentions)
    done = 0

    def run():
        nonlocal done
        links = link(text, mentions, parsed, release.published, patterns)
        records = make_records(Source("a.txt", "0" * 64, release), mentions, links, patterns)
        done = len(make_ledger("a.txt", mentions.ledger, records))

    found = calls(lambda: find_mentions(read_text(text), patterns))
    return found + calls(run), done


@pytest.mark.parametrize("piece", COUNTED)
def test_work_grows_as_the_text(nlp, piece):
    size = 2400 // len(piece)
    small, _ = work(nlp, HEAD + size * piece)
    large, numerals = work(nlp, HEAD + TIMES * size * piece)
    assert large < MOST * small
    assert numerals or not any(char.isdigit() for char in piece)


@pytest.mark.parametrize("piece", LONG)
def test_long_runs_of_one_sign_end(piece):
    text = HEAD + piece * (60_000 // len(piece)) + "\nFin."
    mentions, _ = find_mentions(read_text(text), shipped())
    assert any(quantity.surface == "350" for quantity in mentions.quantities)


def test_a_paragraph_of_many_sentences_is_cut_in_one_pass():
    count = 200_000  # a copy of the rest of the paragraph for each of them would be a terabyte
    text = "Se dieron 350 becas. " * count
    assert len(find_sentences(text, find_blocks(text))) == count


def test_releases_in_one_file_are_parted_in_one_pass():
    release = f"{HEAD.strip()} {'Los recibieron las familias de las colonias del oriente. ' * 3}\n\n"
    assert len(split_releases(Content(400 * release))) == 400
    small, large = (calls(partial(split_releases, Content(times * release))) for times in (400, 400 * TIMES))
    assert large < MOST * small


class Looked(list[Any]):
    """A list that counts how often one of its items is looked up."""

    lookups = 0

    def __getitem__(self, index):
        self.lookups += 1
        return super().__getitem__(index)


def test_rows_find_what_opens_their_list_without_going_through_it():
    text = f"{HEAD}Los apoyos:\n" + "• 350 becas\n" * 500
    mentions, _ = find_mentions(read_text(text), shipped())
    blocks = Looked(mentions.blocks)
    layout = Layout(text, replace(mentions, blocks=blocks))
    found = {layout.lead_in_of(block.index) for block in mentions.blocks if block.kind == "bullet"}
    assert found == {next(block.index for block in mentions.blocks if block.surface == "Los apoyos:")}
    assert blocks.lookups <= len(blocks)

"""The tags of the main job are those of the model's own pipeline, word by word."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.links.masking import Mask, tokenize
from extract.links.parse import ParsedSentence
from extract.mentions import Sentence
from extract.pipeline import UNUSED, find_mentions, load, parse_sentences
from extract.readers import read
from extract.tagging import words
from extract.tagging.pieces import Pieces
from extract.tagging.tagger import Tagger

RELEASES = sorted((Path(__file__).parents[1] / "data" / "raw").glob("*.txt"))
ODD = [
    "Llegaron mil 350 becas de EE. UU. y 20 más.",
    "El  doble de  350\nbecas\n \nllegó. ",
    "\u00a0350 kg/m2 (de maíz), \t$2,300.50 y «20%» …",
    "¡350! a.m. D.C . p.ej. c/u 12 p. m.",
    "350",
    " ",
    "Sr. Díaz: 'becas' a 350.000 ☂ personas—todas—, https://a.es/350?b=1 y @becas",
    "MIL BECAS EN ÁVILA, 350 EN TOTAL",
    "X vez, en Xochitepec; la X: 350 del XX. Mª José, nº 3º (VERB) y «NOUN».",
]
PIECES = [
    "becas",
    "becas,",
    "Mérida.",
    "X",
    "X.",
    "Sr.",
    "Sr",
    "a.m.",
    "(becas",
    "becas)",
    "«becas",
    "350.",
    "nº",
    "3º",
    "'",
    "becas'",
    "becas...",
    "b/c",
    ",",
    "°",
]


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.fixture
def model() -> Any:
    """The model without the components of this project."""
    return spacy.load("es_core_news_sm", exclude=list(UNUSED))


@pytest.fixture(scope="module")
def tagger(nlp):
    return nlp.get_pipe("extract_records").tagger


def shown(parsed):
    names = ("text", "idx", "i", "lower_", "is_alpha", "is_upper", "is_title", "pos_")
    tokens = [
        (*(getattr(token, name) for name in names), token.morph.get("Number", []), token.morph.get("VerbForm", []))
        for token in parsed.tokens
    ]
    return parsed.sentence, parsed.offset, tokens, [parsed.span(i, i + 1) for i in range(len(tokens))]


def by_spacy(nlp, sentences, masks):
    docs = [tokenize(nlp.vocab, nlp.tokenizer, s.surface, own) for s, own in zip(sentences, masks, strict=True)]
    for name in ("tok2vec", "morphologizer"):
        docs = list(nlp.get_pipe(name).pipe(docs, batch_size=32))
    return [shown(ParsedSentence.from_doc(s, doc, s.start)) for s, doc in zip(sentences, docs, strict=True)]


def sentences_of(texts):
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)]).tolist()
    return [
        Sentence(at, at + len(t), t, "sentence", 0, i) for i, (at, t) in enumerate(zip(starts, texts, strict=False))
    ]


def masks_of(text):
    places = [text.find(number) for number in ("mil 350", "350")]
    at = next((place for place in places if place >= 0), None)
    return [] if at is None else [Mask(at, text.index("350") + 3)]


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem[:10])
def test_releases(nlp, path):
    release = read(path, path.read_bytes())
    settings = nlp.get_pipe("extract_records")
    mentions, _ = find_mentions(release, settings.patterns)
    ours = parse_sentences(nlp, mentions)
    settings.tagger, kept = None, settings.tagger
    try:
        theirs = parse_sentences(nlp, mentions)
    finally:
        settings.tagger = kept
    assert kept is not None
    assert [shown(one) for one in ours] == [shown(one) for one in theirs]


def test_odd_sentences(nlp, tagger):
    sentences, masks = sentences_of(ODD), [masks_of(text) for text in ODD]
    assert [shown(one) for one in tagger.tag(sentences, masks)] == by_spacy(nlp, sentences, masks)


@given(st.lists(st.text("aábBñ1350.,;:- \n\t()«»'/$%", max_size=40), max_size=4))
def test_any_sentences(nlp, tagger, texts):
    sentences, masks = sentences_of(texts), [masks_of(text) for text in texts]
    assert [shown(one)[2:] for one in tagger.tag(sentences, masks)] == [
        one[2:] for one in by_spacy(nlp, sentences, masks)
    ]


@pytest.mark.parametrize("piece", PIECES)
def test_a_word_and_its_sign_are_cut_as_by_spacy(model, piece):
    pieces = Pieces(model.tokenizer)
    cut = [token.text for token in model.tokenizer(piece)]
    assert not pieces.is_word(piece) or cut == [piece]
    assert not pieces.is_word_with_sign(piece) or cut == [piece[:-1], piece[-1]]


def test_most_pieces_are_known_for_a_word_or_a_word_with_its_sign(model):
    pieces = Pieces(model.tokenizer)
    assert [piece for piece in PIECES if pieces.is_word(piece)] == ["becas", "X", "Sr", "nº"]
    assert [piece for piece in PIECES if pieces.is_word_with_sign(piece)] == ["becas,", "Mérida.", "becas)"]


def test_a_word_is_the_same_among_any_others(tagger):
    network = tagger._network
    keys = np.random.default_rng(0).integers(0, 2**63, (40, len(network.features)), dtype=np.uint64)
    together = network.embed(keys)
    assert all(np.array_equal(network.embed(keys[at : at + 1])[0], together[at]) for at in range(len(keys)))


def test_what_is_forgotten_is_read_again(nlp, model, monkeypatch):
    monkeypatch.setattr(words, "_GENERATION", 3)
    fresh = Tagger.of(model)
    assert fresh is not None
    sentences, masks = sentences_of(ODD), [masks_of(text) for text in ODD]
    first = [shown(one) for one in fresh.tag(sentences, masks)]
    assert [shown(one) for one in fresh.tag(sentences, masks)] == first == by_spacy(nlp, sentences, masks)


def test_another_kind_of_model_is_left_to_spacy(nlp, model: Any):
    assert Tagger.of(nlp) is None  # it has other components, too
    assert Tagger.of(model) is not None
    nodes = model.get_pipe("tok2vec").model.walk()
    next(node for node in nodes if node.name == "expand_window").attrs["window_size"] = 2
    assert Tagger.of(model) is None

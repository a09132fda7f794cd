"""One token for each quantity, read by the model as a plain number.

A quantity of several words breaks the tagging of es_core_news_sm, and so does a number that looks like a year: after
"se registraron mil 106 emprendedoras" the model takes "106" for the object. So the tokenizer makes the quantity with
its hedge one token and gives it the features (NORM, PREFIX, SUFFIX, SHAPE: all that the model embeds) of "350". The
token's text and offsets stay the source's. Masking names and dates in the same way changed no item for the better.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

#: The word whose features a masked token takes: frequent in the model's training data, always a numeral.
STAND_IN = "350"
#: The features in which a masked token of several words is like the stand-in.
DISGUISED = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE"})


class Mask(NamedTuple):
    """A span that becomes one token."""

    start: int
    end: int


def tokenize(vocab: Vocab, tokenizer: Tokenizer, text: str, masks: list[Mask]) -> Doc:
    """Tokens of ``text``, each mask one token.

    Parameters
    ----------
    vocab, tokenizer:
        The model's own.
    text:
        A sentence or a whole document.
    masks:
        In order, without overlaps, inside the text.

    Returns
    -------
    A ``Doc`` with ``doc.text == text``.
    """
    words: list[str] = []
    spaces: list[bool] = []
    masked: list[int] = []
    position = 0
    for mask in masks:
        _append_plain(tokenizer, text[position : mask.start], words, spaces)
        masked.append(len(words))
        words.append(text[mask.start : mask.end])
        spaces.append(False)
        position = mask.end
    _append_plain(tokenizer, text[position:], words, spaces)
    doc = Doc(vocab, words=words, spaces=spaces)
    for index in masked:
        disguise(doc, index)
    return doc


def _append_plain(tokenizer: Tokenizer, piece: str, words: list[str], spaces: list[bool]) -> None:
    if piece.startswith(" ") and words:
        spaces[-1] = True
        piece = piece[1:]
    for token in tokenizer(piece):
        words.append(token.text)
        spaces.append(bool(token.whitespace_))


def disguise(doc: Doc, index: int) -> None:
    """Give the token the features of the stand-in.

    PREFIX, SUFFIX and SHAPE belong to the vocabulary's entry of the token's text, which all texts share. They are set
    only for texts with white space in them, which no other token ever has, so that one document cannot change how the
    next is read. Digits alone get the NORM, which is the token's own; a single word ("cinco") the model knows as it is.
    """
    token = doc[index]
    if not token.is_alpha:
        token.norm_ = STAND_IN
    if any(char.isspace() for char in token.text):
        lexeme, model = doc.vocab[token.text], doc.vocab[STAND_IN]
        lexeme.norm_, lexeme.prefix_, lexeme.suffix_, lexeme.shape_ = (
            STAND_IN,
            model.prefix_,
            model.suffix_,
            model.shape_,
        )

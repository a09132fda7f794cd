"""One token for each mention, read by the model as a plain word of its kind.

A quantity of several words breaks the parse of es_core_news_sm, and so does a number that looks like a year: after
"se registraron mil 106 emprendedoras" the model takes "106" for the object. So the tokenizer makes the quantity with
its hedge one token and gives it the features (NORM, PREFIX, SUFFIX, SHAPE: all that the model embeds) of "350". Names
and dates are masked in the same way. The token's text and offsets stay the source's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

MaskKind = Literal["quantity", "agency", "program", "person", "date"]

#: The word whose features a masked token takes. Each is frequent in the model's training data with one clear tag.
STAND_INS: dict[MaskKind, str] = {
    "quantity": "350",
    "agency": "Gobierno",
    "program": "Progresa",
    "person": "María",
    "date": "2012",
}


@dataclass(frozen=True, slots=True)
class Mask:
    """A span that becomes one token, and the kind of word that the model shall read there."""

    start: int
    end: int
    kind: MaskKind


def merge_masks(masks: Iterable[Mask]) -> list[Mask]:
    """Masks in order without overlaps: quantities go first, then the longer span."""
    kept: list[Mask] = []
    for mask in sorted(masks, key=lambda m: (m.kind != "quantity", m.start - m.end, m.start)):
        if all(mask.end <= other.start or other.end <= mask.start for other in kept):
            kept.append(mask)
    return sorted(kept, key=lambda m: m.start)


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
    masked: list[tuple[int, MaskKind]] = []
    position = 0
    for mask in masks:
        _append_plain(tokenizer, text[position : mask.start], words, spaces)
        masked.append((len(words), mask.kind))
        words.append(text[mask.start : mask.end])
        spaces.append(False)
        position = mask.end
    _append_plain(tokenizer, text[position:], words, spaces)
    doc = Doc(vocab, words=words, spaces=spaces)
    for index, kind in masked:
        _disguise(doc, index, STAND_INS[kind])
    return doc


def _append_plain(tokenizer: Tokenizer, piece: str, words: list[str], spaces: list[bool]) -> None:
    if piece.startswith(" ") and words:
        spaces[-1] = True
        piece = piece[1:]
    for token in tokenizer(piece):
        words.append(token.text)
        spaces.append(bool(token.whitespace_))


def _disguise(doc: Doc, index: int, stand_in: str) -> None:
    """Give the token the features of the stand-in.

    PREFIX, SUFFIX and SHAPE belong to the vocabulary's entry of the token's text, which all texts share. They are set
    only for texts with white space in them, which no other token ever has, so that one document cannot change how the
    next is read. Digits alone get the NORM, which is the token's own; a single word ("cinco") the model knows as it is.
    """
    token = doc[index]
    if not token.is_alpha:
        token.norm_ = stand_in
    if any(char.isspace() for char in token.text):
        lexeme, model = doc.vocab[token.text], doc.vocab[stand_in]
        lexeme.norm_, lexeme.prefix_, lexeme.suffix_, lexeme.shape_ = (
            stand_in,
            model.prefix_,
            model.suffix_,
            model.shape_,
        )

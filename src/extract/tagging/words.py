"""Words of a sentence as the model cuts them, without an object of spaCy for each.

A piece of a text between white space is cut once and remembered with what the network knows of its words. Only what
many texts share stays: of two generations of pieces the older one is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, cast

import numpy as np
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from extract.links.masking import DISGUISED, STAND_IN, disguise
from extract.tagging.network import Floats, Network
from extract.tagging.pieces import Pieces

#: Pieces of one generation. A kilobyte is kept for each; two pieces of three are those of the last hundred releases.
_GENERATION = 2_000


class Tag(NamedTuple):
    """What the model says of a word: its part of speech and its features, each with its values."""

    pos_: str
    morph: dict[str, list[str]]


class Form(NamedTuple):
    """A word wherever it stands: how it is written, and what the network knows of it by itself.

    ``at`` is its offset in the piece that it was cut from.
    """

    text: str
    at: int
    lower: str
    is_space: bool
    is_alpha: bool
    is_upper: bool
    is_title: bool
    row: Floats


class Word:
    """A word of a sentence, with those attributes of a spaCy ``Token`` that the links read.

    ``idx`` is its offset in the sentence, ``i`` its place among all words of the sentence, which are ``doc``.
    """

    __slots__ = ("doc", "i", "idx", "is_alpha", "is_title", "is_upper", "lower_", "morph", "pos_", "text")

    def __init__(self, form: Form, idx: int, i: int, doc: list[Word], tag: Tag) -> None:
        self.text, _, self.lower_, _, self.is_alpha, self.is_upper, self.is_title, _ = form
        self.idx, self.i, self.doc = idx, i, doc
        self.pos_, self.morph = tag


_Known = dict[str, tuple[Form, ...]]


class _Remembered:
    """The words of pieces of text. What no text asked for in two generations is forgotten."""

    def __init__(self) -> None:
        self._newer: dict[str, tuple[Form, ...]] = {}
        self._older: dict[str, tuple[Form, ...]] = {}

    def get(self, piece: str) -> tuple[Form, ...] | None:
        found = self._newer.get(piece)
        if found is None:
            found = self._older.get(piece)
            if found is not None:
                self.keep(piece, found)
        return found

    def keep(self, piece: str, forms: tuple[Form, ...]) -> None:
        if len(self._newer) >= _GENERATION:
            self._older, self._newer = self._newer, {}
        self._newer[piece] = forms


class Forms:
    """The words of pieces of text, cut by a model's tokenizer.

    Parameters
    ----------
    nlp:
        The model.
    network:
        Its network.
    """

    def __init__(self, nlp: Language, network: Network) -> None:
        self._vocab, self._network = nlp.vocab, network
        self._tokenizer = cast(Tokenizer, nlp.tokenizer)
        self._memory_zone = nlp.memory_zone
        getters: dict[int, Callable[[str], str]] = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
        self._getters = [getters[get_string_id(feature)] for feature in network.features]
        self.pieces = Pieces(self._tokenizer)
        self._plain, self._masked = _Remembered(), _Remembered()
        self._stand_in = self._row_of_stand_in() if DISGUISED.issuperset(network.features) else None

    def of(self, pieces: Iterable[str], masks: Iterable[str]) -> tuple[_Known, _Known]:
        """The words of each piece, and the one word of each mask; a mask is read as ``masking`` says.

        Returns
        -------
        Piece → its words; mask → its word.
        """
        plain = {piece: self._plain.get(piece) for piece in pieces}
        masked = {mask: self._masked.get(mask) for mask in masks}
        if self._stand_in is not None:  # the model does not see of what several words such a mask is made
            masked |= {
                mask: (_form(mask, 0, self._stand_in),)
                for mask, forms in masked.items()
                if forms is None and not mask.isalpha() and len(mask.split()) > 1
            }
        plain |= self._learned([piece for piece, forms in plain.items() if forms is None])
        new_masks = [mask for mask, forms in masked.items() if forms is None]
        masked |= _kept(self._masked, new_masks, self._by_spacy(self._disguised, new_masks))
        return cast(_Known, plain), cast(_Known, masked)

    def _learned(self, new: Sequence[str]) -> _Known:
        """The words of new pieces: that of letters alone, that of letters before a sign, and the rest by spaCy."""
        with_sign = {piece for piece in new if self.pieces.is_word_with_sign(piece)}
        parts = dict.fromkeys(part for piece in with_sign for part in (piece[:-1], piece[-1]))
        known = {part: forms for part in parts if (forms := self._plain.get(part)) is not None}
        whole = [piece for piece in dict.fromkeys((*new, *parts)) if not (piece in with_sign or piece in known)]
        words = [piece for piece in whole if self.pieces.is_word(piece)]
        others = list({*whole}.difference(words))
        known |= _kept(self._plain, words, self._by_features(words))
        known |= _kept(self._plain, others, self._by_spacy(self._tokenizer, others))
        joined = ((*known[piece[:-1]], known[piece[-1]][0]._replace(at=len(piece) - 1)) for piece in with_sign)
        return known | _kept(self._plain, with_sign, joined)

    def _by_features(self, words: Sequence[str]) -> Iterator[tuple[Form, ...]]:
        """Words of which nothing is cut; the network sees what the vocabulary would hold of them."""
        keys = [[get_string_id(getter(word)) for getter in self._getters] for word in words]
        rows = self._network.embed(np.array(keys, dtype=np.uint64)) if words else ()
        return ((_form(word, 0, row),) for word, row in zip(words, rows, strict=True))

    def _by_spacy(self, cut: Callable[[str], Doc], texts: Sequence[str]) -> Iterator[tuple[Form, ...]]:
        """The words of texts as spaCy cuts or makes them, which it forgets as soon as this returns."""
        if not texts:
            return iter(())
        with self._memory_zone():
            return self._read([cut(text) for text in texts])

    def _row_of_stand_in(self) -> Floats:
        with self._memory_zone():
            (word,) = next(self._read([self._disguised(f"{STAND_IN} {STAND_IN}")]))
        return word.row

    def _disguised(self, mask: str) -> Doc:
        doc = Doc(self._vocab, words=[mask], spaces=[False])
        disguise(doc, 0)
        return doc

    def _read(self, docs: list[Doc]) -> Iterator[tuple[Form, ...]]:
        """The words of documents, which spaCy may forget as soon as this returns."""
        features: list[int | str] = [*self._network.features]
        rows = self._network.embed(np.concatenate([doc.to_array(features).reshape(len(doc), -1) for doc in docs]))
        words = [[(token.text, token.idx) for token in doc] for doc in docs]
        at = iter(rows)
        return iter([tuple(_form(text, start, next(at)) for text, start in doc) for doc in words])


def _kept(memory: _Remembered, texts: Iterable[str], words: Iterable[tuple[Form, ...]]) -> _Known:
    """Texts and their words, which are remembered."""
    known = dict(zip(texts, words, strict=True))
    for text, forms in known.items():
        memory.keep(text, forms)
    return known


def _form(text: str, at: int, row: Floats) -> Form:
    signs = text.isspace(), text.isalpha(), text.isupper(), text.istitle()
    return Form(text, at, text.lower(), *signs, row.copy())  # the copy keeps no other row

"""The network of a small spaCy model, computed with NumPy on plain arrays.

spaCy's own way through the network is made for training: it keeps what a backward pass would need, makes an object for
each token and looks every token up in four tables again. Here the parameters are taken out of the loaded model, what
depends on a word alone is computed once for a word, and the rest is a few products of matrices. The tags are the same
(``tests/test_tagging.py``). A model that is built in another way is left to spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]
#: A layer of thinc, whose parameters are arrays of NumPy though its types call them something else.
_Layer = Any

#: What the model may embed of a word: these belong to the word whatever stands beside it.
_FEATURES = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER", "ORTH"})
_ROUND = "expand_window>>maxout>>layernorm>>dropout"
#: Sentences that are computed together; larger batches were slower.
BATCH = 32


class _Norm(NamedTuple):
    """A layer that takes the largest of several affine pieces and then normalizes: weights, bias, gain, shift."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: _Layer, layernorm: _Layer) -> Self:
        """The parameters of both layers; the pieces of all units stand side by side, so that they are compared fast."""
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        inputs = weights.shape[2]
        columns = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)
        return cls(columns, bias.T.ravel().copy(), layernorm.get_param("G"), layernorm.get_param("b"))

    def largest(self, pieces: Floats) -> Floats:
        """The normalized output for the products of the weights with the input."""
        width = len(self.gain)
        pieces += self.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self.gain
        best += self.shift
        return best


class _Table(NamedTuple):
    """A hashed table of one feature, multiplied beforehand by the weights that its rows meet."""

    hashed: _Layer
    products: Floats

    def of(self, keys: Keys) -> Floats:
        """The share of a feature in the first layer, for each key."""
        rows = self.hashed.ops.hash(np.ascontiguousarray(keys), self.hashed.attrs["seed"]) % len(self.products)
        shares: Floats = self.products[rows[:, 0]]
        for at in range(1, rows.shape[1]):
            shares += self.products[rows[:, at]]
        return shares


class Network:
    """The parameters of a loaded model; ``of`` makes one, or None for a model of another kind."""

    def __init__(self, tok2vec: _Layer, softmax: _Layer) -> None:
        nodes = list(tok2vec.walk())
        (features,) = (node for node in nodes if node.name == "extract_features")
        hashed = [node for node in nodes if node.name == "hashembed"]
        layers = list(
            map(
                _Norm.of,
                (node for node in nodes if node.name == "maxout"),
                (node for node in nodes if node.name == "layernorm"),
            )
        )
        self.features: list[str] = list(features.attrs["columns"])
        self._mixing, *self._rounds = layers
        parts = np.split(self._mixing.weights, len(hashed))
        self._tables = [_Table(node, node.get_param("E") @ part) for node, part in zip(hashed, parts, strict=True)]
        self._output: Floats = np.ascontiguousarray(softmax.get_param("W").T)
        self._output_bias: Floats = softmax.get_param("b")
        self.width = len(self._mixing.gain)

    @classmethod
    def of(cls, nlp: Language) -> Network | None:
        """The network of a model's tok2vec and morphologizer, or None where they are of another kind."""
        tok2vec, morphologizer = (nlp.get_pipe(name).model for name in ("tok2vec", "morphologizer"))  # type: ignore[attr-defined]
        features = [node.attrs["columns"] for node in tok2vec.walk() if node.name == "extract_features"]
        rounds = sum(node.name == "expand_window" for node in tok2vec.walk())
        if len(features) != 1 or not _FEATURES.issuperset(features[0]):
            return None
        embedding = "|".join(["ints-getitem>>hashembed"] * len(features[0]))
        known = (
            f"extract_features>>list2ragged>>with_array({embedding})>>with_array(maxout>>layernorm>>dropout)"
            f">>ragged2list>>with_array({'>>'.join([f'residual({_ROUND})'] * rounds)})"
        )
        windows = {node.attrs["window_size"] for node in tok2vec.walk() if node.name == "expand_window"}
        if tok2vec.name != known or morphologizer.name != "tok2vec-listener>>with_array(softmax)" or windows != {1}:
            return None
        (softmax,) = (node for node in morphologizer.walk() if node.name == "softmax")
        return cls(tok2vec, softmax)

    def embed(self, keys: Keys) -> Floats:
        """What the network knows of words by themselves, a row for each.

        No row depends on which others are computed with it: a word is always the same.

        Parameters
        ----------
        keys:
            The features of each word, in the order of ``features``.
        """
        pieces = self._tables[0].of(keys[:, 0])
        for at, table in enumerate(self._tables[1:], 1):
            pieces += table.of(keys[:, at])
        return self._mixing.largest(pieces)

    def classes(self, sentences: Sequence[Sequence[Floats]]) -> list[list[int]]:
        """The class of each word of each sentence, as its place among the labels of the morphologizer.

        Parameters
        ----------
        sentences:
            For each word the row that ``embed`` gave.
        """
        found: list[list[int]] = []
        for first in range(0, len(sentences), BATCH):
            found += self._classes(sentences[first : first + BATCH])
        return found

    def _classes(self, sentences: Sequence[Sequence[Floats]]) -> list[list[int]]:
        # Each round looks one word further, so that so many empty rows keep two sentences apart.
        gap = len(self._rounds)
        starts: list[int] = []
        end = 0
        for sentence in sentences:
            starts.append(end + gap)
            end += gap + len(sentence)
        words = np.zeros((end + gap, self.width), dtype=np.float32)
        inside = np.concatenate([np.arange(start, start + len(s)) for start, s in zip(starts, sentences, strict=True)])
        rows = [row for sentence in sentences for row in sentence]
        if not rows:
            return [[] for _ in sentences]
        words[inside] = np.concatenate(rows).reshape(-1, self.width)
        windows = np.zeros((len(words), 3 * self.width), dtype=np.float32)
        for layer in self._rounds:
            windows[1:, : self.width] = words[:-1]
            windows[:, self.width : 2 * self.width] = words
            windows[:-1, 2 * self.width :] = words[1:]
            words += layer.largest(windows @ layer.weights)
        scores = words[inside] @ self._output
        scores += self._output_bias
        best = scores.argmax(axis=1).tolist()
        split: list[list[int]] = []
        at = 0
        for sentence in sentences:
            split.append(best[at : at + len(sentence)])
            at += len(sentence)
        return split

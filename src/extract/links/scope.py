"""How far a program, an agency or a period reaches: a scored choice among candidates.

For one quantity the mentions of the document are candidates, and so is "none". Each candidate has features that a
reader can inspect (``candidates.py``). A linear score over the features, with weights kept as data in
``patterns/links.yml``, gives each candidate a probability; the mentions of one entity add up.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extract.mentions import Mention
from extract.patterns import Patterns
from extract.rules import WordRule

Features = dict[str, float]


class Standing:
    """The features that a mention has for every figure of its document, and what they weigh together.

    A long text asks for them thousands of times, so their sum is kept for the weights that were asked for last.
    """

    __slots__ = ("_score", "_weight", "features")

    def __init__(self, features: Features) -> None:
        self.features = features
        self._weight: Mapping[str, float] | None = None
        self._score = 0.0

    def score(self, weight: Mapping[str, float]) -> float:
        """The sum of the weighted features."""
        if self._weight is not weight:
            self._weight, self._score = weight, _weighed(self.features, weight, 0.0)
        return self._score


#: That of "no value", and of a candidate whose features are all its own.
_NO_STANDING = Standing({})


class Candidate(NamedTuple):
    """A possible value of a link: the mention that carries it (None for "no value"), its key and its features.

    ``own`` are those that hold for this figure only; none of them is among those of ``standing``.
    """

    mention: Mention | None
    key: Hashable
    own: Features
    standing: Standing = _NO_STANDING

    @property
    def features(self) -> Features:
        """All features, those of the mention first."""
        return {**self.standing.features, **self.own}


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen candidate, the probability of its value, and that of every value."""

    mention: Mention | None
    key: Hashable
    probability: float
    odds: Mapping[Hashable, float]


@lru_cache(maxsize=32)
def weights(patterns: Patterns, link: str) -> Mapping[str, float]:
    """The fitted weights of one link, from ``links.yml``."""
    return {k: float(v) for k, v in patterns.rule("links.yml", WordRule, f"link.{link}").words.items()}


def choose(candidates: Sequence[Candidate], weight: Mapping[str, float]) -> Choice:
    """The value with the highest probability, and the mention that speaks loudest for it.

    Parameters
    ----------
    candidates:
        At least one; several may share a key.
    weight:
        Feature weights; an unknown feature weighs nothing.
    """
    scores = [_weighed(c.own, weight, c.standing.score(weight)) for c in candidates]
    top = max(scores)
    mass: dict[Hashable, float] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        mass[candidate.key] = mass.get(candidate.key, 0.0) + math.exp(score - top)
    best = max(mass, key=mass.__getitem__)
    speaking, loudest = candidates[0], -math.inf
    for candidate, score in zip(candidates, scores, strict=True):
        if score > loudest and candidate.key == best:
            speaking, loudest = candidate, score
    total = sum(mass.values())
    odds = {key: share / total for key, share in mass.items()}
    return Choice(speaking.mention, best, odds[best], odds)


def _weighed(features: Features, weight: Mapping[str, float], score: float) -> float:
    for feature, value in features.items():
        score += weight.get(feature, 0.0) * value
    return score

"""How probable it is that every field of a record is right.

A logistic function of how sure the record's own item, status and links are, and of how sure the links of its whole
release are on the mean: those stand or fall together, and no record alone shows that a release is hard to read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import fmean

from extract.links.linker import SCORED, Links
from extract.patterns import Patterns
from extract.rules import WordRule

#: What a record's fields are made of, by their names in `Links.probabilities`.
PARTS = ("item", "status", *SCORED)
#: Less than this is no different in what it says.
_LEAST = 1e-3


def confidences(links: Sequence[Links], patterns: Patterns) -> list[float]:
    """The confidence of each record of one release, between 0 and 1.

    The weights are fitted on gold documents (docs/accuracy.md has the reliability table).
    """
    weights = _weights(patterns)
    rows = features_of_release([one.probabilities for one in links])
    scores = [sum(weights[name] * value for name, value in row.items()) for row in rows]
    return [round(1 / (1 + math.exp(-score)), 3) for score in scores]


def features_of_release(probabilities: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """What the confidence of each record of one release is read from, by the names of the weights.

    Parameters
    ----------
    probabilities:
        How probable each part of each record is, as `Links.probabilities` has it.
    """
    sure = [{part: math.log(max(one[part], _LEAST)) for part in PARTS} for one in probabilities]
    release = fmean(sum(one[link] for link in SCORED) for one in sure) if sure else 0.0
    return [{"bias": 1.0, **one, "release": release} for one in sure]


@lru_cache(maxsize=8)
def _weights(patterns: Patterns) -> dict[str, float]:
    return {k: float(v) for k, v in patterns.rule("links.yml", WordRule, "link.confidence").words.items()}

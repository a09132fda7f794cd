"""Fit the weights of a record's confidence; ``tools.fit_links`` does it with the choices of its folds.

A logistic regression with a small penalty, by Newton's method: one optimum, so the same choices give the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from extract.links.confidence import features_of_release

#: Newton's method has converged long before.
STEPS = 20
BOUNDS = (0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)


def fit_confidence(
    documents: Sequence[str], probabilities: Sequence[Mapping[str, float]], right: NDArray[np.float64]
) -> dict[str, float]:
    """The weights of the confidence, by name; prints how often records of each confidence are right.

    Parameters
    ----------
    documents:
        The document of each record; those of one stand together.
    probabilities:
        How probable each part of each record is, from choices that were made without the record's own document.
    right:
        1 for each record that is right in every field, else 0.
    """
    together = groupby(range(len(documents)), key=lambda index: documents[index])
    rows = [row for _, its in together for row in features_of_release([probabilities[index] for index in its])]
    table = np.array([list(row.values()) for row in rows])
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        fitted = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - fitted) - weights
        curve = (table.T * (fitted * (1 - fitted))) @ table + np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    print_reliability(1 / (1 + np.exp(-table @ weights)), right)
    return dict(zip(rows[0], (round(float(w), 3) for w in weights), strict=True))


def print_reliability(confidence: NDArray[np.float64], right: NDArray[np.float64]) -> None:
    """How often records of each confidence are right in every field."""
    for low, high in pairwise(BOUNDS):
        inside = (confidence >= low) & (confidence < high)
        if inside.any():
            print(
                f"confidence {low:.1f}-{min(high, 1):.1f}: {inside.sum():4d} records, {right[inside].mean():.3f} right"
            )

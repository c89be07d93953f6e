"""How different the scenarios are from each other, by the sentence encoder of the index."""

from __future__ import annotations

from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.estimate import Floats, Vectors
from muse.quality.settings import ResamplingSettings

STAGE = "scenario-diversity"


def diversity(vectors: Vectors, resampling: ResamplingSettings, seed: int) -> dict[str, Any]:
    """{"dispersion", "nearest_neighbour"} of unit vectors (n, dimensions), as estimates.

    Dispersion is the mean cosine distance of two different scenarios; `nearest_neighbour` the mean cosine similarity of
    a scenario with the one most like it.
    """
    count = len(vectors)
    if count < 3:
        nothing = estimate.undefined("fewer than three scenarios", count).model_dump()
        return {"dispersion": nothing, "nearest_neighbour": nothing}

    def mean(values: Floats, name: str) -> dict[str, Any]:
        random = generator(seed, STAGE, name)
        return estimate.mean(values, random, resampling.draws, resampling.confidence).model_dump()

    return {
        "dispersion": mean(dispersion(vectors), "dispersion"),
        "nearest_neighbour": mean(nearest_neighbour(vectors), "nearest neighbour"),
    }


def dispersion(vectors: Vectors) -> Floats:
    """Jackknife pseudo-values of the mean cosine distance of two of n unit vectors, n > 2: their mean is that distance.

    Each scenario is part of n - 1 pairs, so that the scenarios' own mean distances spread half as far as the mean of
    all pairs does; pseudo-values spread as it does (Efron and Stein 1981), and can be resampled like any values.
    """
    count = len(vectors)
    apart = 1 - _similarity(vectors, 0).sum(axis=1) / (count - 1)
    return np.asarray((2 * (count - 1) * apart - count * apart.mean()) / (count - 2))


def nearest_neighbour(vectors: Vectors) -> Floats:
    """The cosine similarity of each of two or more unit vectors with the other one most like it."""
    most: Floats = _similarity(vectors, -np.inf).max(axis=1)
    return most


def _similarity(vectors: Vectors, own: float) -> Floats:
    """Cosine similarities, `own` on the diagonal."""
    similarity: Floats = np.asarray(vectors, float) @ np.asarray(vectors, float).T
    np.fill_diagonal(similarity, own)
    return similarity

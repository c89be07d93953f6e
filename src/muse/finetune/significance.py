"""Intervals and comparisons by bootstrap over clusters, and Holm's correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = Mapping[str, float]


@dataclass(frozen=True)
class Estimate:
    """A mean with its 95 % interval and, for a difference, the two-sided p-value of no difference."""

    mean: float
    low: float
    high: float
    p: float


def bootstrap(values: Sequence[float], clusters: Sequence[str], resamples: int, draws: np.random.Generator) -> Estimate:
    """Percentile bootstrap of the mean that draws whole clusters (dialogues with the same target).

    `p` is twice the share of resampled means on the other side of zero, with one added to numerator and denominator
    (Davison and Hinkley 1997, eq. 4.11), so it is never 0.
    """
    names, member = np.unique(np.asarray(clusters), return_inverse=True)
    sums = np.bincount(member, weights=np.asarray(values, dtype=float))
    sizes = np.bincount(member).astype(float)
    means = np.empty(resamples)
    for start in range(0, resamples, 1000):
        stop = min(resamples, start + 1000)
        drawn = draws.integers(len(names), size=(stop - start, len(names)))
        means[start:stop] = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    beyond = min(int((means <= 0).sum()), int((means >= 0).sum()))
    return Estimate(
        float(sums.sum() / sizes.sum()), float(low), float(high), min(1.0, 2 * (1 + beyond) / (1 + resamples))
    )


def paired(
    one: Values, other: Values, clusters: Mapping[str, str], resamples: int, draws: np.random.Generator
) -> Estimate:
    """The mean difference `one` - `other` over the examples that both have."""
    both = sorted(one.keys() & other.keys())
    return bootstrap([one[i] - other[i] for i in both], [clusters[i] for i in both], resamples, draws)


def holm(p_values: Sequence[float]) -> list[float]:
    """Adjusted p-values (Holm 1979), in the order given."""
    adjusted = np.empty(len(p_values))
    highest = 0.0
    for place, index in enumerate(np.argsort(np.asarray(p_values), kind="stable")):
        highest = max(highest, min(1.0, (len(p_values) - place) * p_values[index]))
        adjusted[index] = highest
    return [float(value) for value in adjusted]


def interval_over_seeds(means: Sequence[float]) -> tuple[float, float, float]:
    """Mean and 95 % t-interval of one value a seed; of a single seed the interval is unknown, NaN."""
    from scipy import stats

    found: npt.NDArray[np.float64] = np.asarray(means, dtype=float)
    mean = float(found.mean())
    if len(found) < 2:
        return mean, float("nan"), float("nan")
    half = float(stats.t.ppf(0.975, len(found) - 1) * found.std(ddof=1) / np.sqrt(len(found)))
    return mean, mean - half, mean + half

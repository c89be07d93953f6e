"""A number with its interval, or the reason why there is none."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from muse.core.records import Record

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32] | NDArray[np.float64]
Places = NDArray[np.intp]
NO_SPREAD = 1e-12


class Estimate(Record):
    """`value` in [`low`, `high`], from `n` units; what is not defined is None, and `reason` says why."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    reason: str | None


def undefined(reason: str, n: int = 0) -> Estimate:
    """No value, and why."""
    return Estimate(value=None, low=None, high=None, n=n, reason=reason)


def point(value: float, n: int, reason: str) -> Estimate:
    """A value without an interval, and why it has none."""
    return Estimate(value=float(value), low=None, high=None, n=n, reason=reason)


def from_draws(value: float, draws: Floats, n: int, confidence: float, df: float) -> Estimate:
    """The expanded percentile interval of bootstrap draws whose variance has `df` degrees of freedom.

    The levels of the plain percentile interval are moved outward until it is as wide as the t interval with the
    unbiased standard error, by the ratio of t sqrt((df + 1) / df) to the normal quantile (Hesterberg 2015, "What
    Teachers Should Know About the Bootstrap", section 4.3). It never leaves the range that the statistic can have.

    Draws that are NaN (a statistic that a resample doesn't define) are left out; with fewer than half of them left
    there is no interval, nor where all draws are equal: such data say nothing of how far they would spread. Nor where
    there are so few units (six at most) that the interval would end beyond the draws.
    """
    kept = draws[np.isfinite(draws)]
    if not math.isfinite(value):
        return undefined("not defined on these data", n)
    if df <= 0:
        return point(value, n, "one unit only: no interval")
    if len(kept) < len(draws) / 2:
        return point(value, n, "not defined on most resamples: no interval")
    if np.ptp(kept) < NO_SPREAD:
        return point(value, n, "the same in every resample: no interval")
    level = tail(confidence, df)
    if level * len(kept) < 1:
        return point(value, n, "too few units: no interval")
    low, high = np.quantile(kept, [level, 1 - level])
    return Estimate(value=float(value), low=float(low), high=float(high), n=n, reason=None)


def tail(confidence: float, df: float) -> float:
    """The share of draws below an expanded percentile interval."""
    plug_in = math.sqrt(1 + 1 / df)
    return float(stats.norm.cdf(stats.t.ppf(0.5 - confidence / 2, df) * plug_in))


def student(value: float, variance: float, n: int, confidence: float, df: float) -> Estimate:
    """The t interval of a value with this variance, unbiased."""
    half = float(stats.t.ppf(0.5 + confidence / 2, df)) * math.sqrt(variance)
    return Estimate(value=float(value), low=value - half, high=value + half, n=n, reason=None)


def resample(clusters: Places, random: np.random.Generator, draws: int) -> Floats:
    """How often each unit counts in each resample, draws x units. `clusters`: the number of each unit's own."""
    count = int(clusters.max()) + 1 if len(clusters) else 0
    if count == 0:
        return np.zeros((draws, 0))
    return random.multinomial(count, np.full(count, 1 / count), draws).astype(float)[:, clusters]


def mean(values: Floats, random: np.random.Generator, draws: int, confidence: float) -> Estimate:
    """The mean of independent values with its bootstrap interval."""
    values = values[np.isfinite(values)]
    if len(values) == 0:
        return undefined("no values")
    return from_draws(float(values.mean()), _means(values, random, draws), len(values), confidence, len(values) - 1)


def difference(one: Floats, other: Floats, random: np.random.Generator, draws: int, confidence: float) -> Estimate:
    """The difference of the means of two independent samples with its bootstrap interval.

    Degrees of freedom by Welch and Satterthwaite.
    """
    n = len(one) + len(other)
    if min(len(one), len(other)) == 0:
        return undefined("one of the groups is empty", n)
    found = _means(one, random, draws) - _means(other, random, draws)
    return from_draws(float(one.mean() - other.mean()), found, n, confidence, welch(one, other))


def welch(one: Floats, other: Floats) -> float:
    """Degrees of freedom of a difference of means (Welch 1947); 0 where a sample of one has no variance to tell."""
    sizes = np.array([len(one), len(other)])
    if sizes.min() < 2:
        return 0.0
    errors = np.array([one.var(ddof=1), other.var(ddof=1)]) / sizes
    spread = float((errors**2 / (sizes - 1)).sum())
    return float(errors.sum() ** 2 / spread) if spread > 0 else float(sizes.sum() - 2)


def ratio(top: Floats, bottom: Floats, random: np.random.Generator, draws: int, confidence: float) -> Estimate:
    """Sum of `top` over sum of `bottom`, which have one entry a cluster; the interval resamples clusters.

    `n` is the sum of `bottom`.
    """
    count, n = len(top), int(bottom.sum())
    if n == 0:
        return undefined("no values")
    picks = (random.integers(count, size=count) for _ in range(draws))
    with np.errstate(invalid="ignore", divide="ignore"):
        found = np.array([top[pick].sum() / bottom[pick].sum() for pick in picks])
    return from_draws(float(top.sum() / bottom.sum()), found, n, confidence, count - 1)


def share(hits: Floats, confidence: float) -> Estimate:
    """The share of ones among independent zeros and ones with the score interval of Wilson (1927).

    A bootstrap has no interval where the share is 0 or 1.
    """
    count = len(hits)
    if count == 0:
        return undefined("no values")
    interval = stats.binomtest(int(hits.sum()), count).proportion_ci(confidence, method="wilson")
    low, high = float(interval.low), float(interval.high)
    return Estimate(value=float(hits.mean()), low=low, high=high, n=count, reason=None)


def _means(values: Floats, random: np.random.Generator, draws: int) -> Floats:
    # One draw at a time: a thousand resamples of all utterances at once would take gigabytes.
    return np.array([values[random.integers(len(values), size=len(values))].mean() for _ in range(draws)])

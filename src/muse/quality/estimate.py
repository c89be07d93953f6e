"""A number with its interval, or the reason why there is none."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from muse.core.records import Record

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32] | NDArray[np.float64]


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

    The levels of the plain percentile interval are moved outward by the ratio of the t to the normal quantile, so that
    few units get the width that a t interval has (Hesterberg 2015, "What Teachers Should Know About the Bootstrap",
    section 4.3). Draws that are NaN (a statistic that a resample doesn't define) are left out; with fewer than half of
    them left there is no interval.
    """
    kept = draws[np.isfinite(draws)]
    if not math.isfinite(value):
        return undefined("not defined on these data", n)
    if df <= 0:
        return point(value, n, "one unit only: no interval")
    if len(kept) < len(draws) / 2:
        return point(value, n, "not defined on most resamples: no interval")
    tail = float(stats.norm.cdf(stats.t.ppf(0.5 - confidence / 2, df=df)))
    low, high = np.quantile(kept, [tail, 1 - tail])
    return Estimate(value=float(value), low=float(low), high=float(high), n=n, reason=None)


def unbiased(value: float, draws: Floats, units: int) -> Floats:
    """Draws of `units` resampled units, spread by sqrt(units / (units - 1)): their own variance divides by `units`."""
    return value + (draws - value) * math.sqrt(units / (units - 1)) if units > 1 else draws


def mean(values: Floats, random: np.random.Generator, draws: int, confidence: float) -> Estimate:
    """The mean of independent values with its bootstrap interval."""
    values = values[np.isfinite(values)]
    count = len(values)
    if count == 0:
        return undefined("no values")
    # One draw at a time: a thousand resamples of all utterances at once would take gigabytes.
    means = np.array([values[random.integers(count, size=count)].mean() for _ in range(draws)])
    value = float(values.mean())
    return from_draws(value, unbiased(value, means, count), count, confidence, count - 1)


def difference(one: Floats, other: Floats, random: np.random.Generator, draws: int, confidence: float) -> Estimate:
    """The difference of the means of two independent samples with its bootstrap interval."""
    fewest, n = min(len(one), len(other)), len(one) + len(other)
    if fewest == 0:
        return undefined("one of the groups is empty", n)
    value = float(one.mean() - other.mean())
    found = np.array(
        [
            one[random.integers(len(one), size=len(one))].mean()
            - other[random.integers(len(other), size=len(other))].mean()
            for _ in range(draws)
        ]
    )
    return from_draws(value, unbiased(value, found, fewest), n, confidence, fewest - 1)

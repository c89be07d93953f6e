"""How far raters agree. Every function takes scores as raters x units, NaN where a rater gave none.

`items` (of each unit the place of its item): units of one item, as versions of one dialogue are, are resampled
together; None: each unit is its own item.
"""

from __future__ import annotations

from typing import Literal

import krippendorff
import numpy as np
from numpy.typing import NDArray

from muse.quality import estimate
from muse.quality.estimate import Estimate, Floats, Places
from muse.quality.settings import ResamplingSettings

Level = Literal["nominal", "ordinal", "interval"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval")


def why_not(scores: Floats) -> str | None:
    """Why no agreement can be computed, or None where it can."""
    given = ~np.isnan(scores)
    if (given.sum(axis=1) > 0).sum() < 2:
        return "one rater only" if given.any() else "no scores"
    paired = given.sum(axis=0) > 1
    if not paired.any():
        return "no unit was scored by two raters"
    if len(np.unique(scores[:, paired][given[:, paired]])) < 2:
        return "all scores are equal: agreement by chance is 1"
    return None


def alpha(
    scores: Floats,
    level: Level,
    random: np.random.Generator,
    resampling: ResamplingSettings,
    items: Places | None = None,
) -> Estimate:
    """Krippendorff's alpha (2011, "Computing Krippendorff's Alpha-Reliability"), by `krippendorff`.

    The interval resamples items. `n`: units with at least two scores.
    """
    reason = why_not(scores)
    if reason:
        return estimate.undefined(reason)
    domain = np.unique(scores[~np.isnan(scores)])
    counts = (scores.T[:, :, None] == domain).sum(axis=1).astype(float)
    paired = counts.sum(axis=1) > 1
    counts = counts[paired]
    value = float(krippendorff.alpha(value_counts=counts, value_domain=domain, level_of_measurement=level))
    units = len(counts)
    own = clusters(items, paired)
    draws = alphas(counts, domain, level, estimate.resample(own, random, resampling.draws))
    return estimate.from_draws(value, draws, units, resampling.confidence, int(own.max()))


def clusters(items: Places | None, kept: NDArray[np.bool_]) -> Places:
    """The items of the units that are kept, numbered from 0 without a gap."""
    return np.arange(kept.sum()) if items is None else np.unique(items[kept], return_inverse=True)[1]


def alphas(counts: Floats, domain: Floats, level: Level, weights: Floats) -> Floats:
    """Alpha for each row of `weights` (draws x units): how often each unit counts. NaN where a draw has no variation.

    `counts` is units x values. The coincidences of a unit are linear in its weight, so that a thousand resamples are
    one matrix product, where `krippendorff` would be called for each.
    """
    size = counts.sum(axis=1)
    values = len(domain)
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(values)
    coincidences = (weights @ (pairs / (size - 1)[:, None, None]).reshape(len(counts), -1)).reshape(-1, values, values)
    margin = coincidences.sum(axis=2)
    distance = _distances(margin, domain, level)
    observed = (coincidences * distance).sum(axis=(1, 2))
    chance = (margin[:, :, None] * margin[:, None, :] * distance).sum(axis=(1, 2)) / (margin.sum(axis=1) - 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(chance > 0, 1 - observed / chance, np.nan)


def _distances(margin: Floats, domain: Floats, level: Level) -> Floats:
    """Squared distances between values, draws x values x values; the ordinal ones depend on the margins."""
    values = len(domain)
    if level == "nominal":
        return np.broadcast_to(1.0 - np.eye(values), (len(margin), values, values))
    if level == "interval":
        return np.broadcast_to((domain[:, None] - domain) ** 2, (len(margin), values, values))
    middle = np.cumsum(margin, axis=1) - margin / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2)

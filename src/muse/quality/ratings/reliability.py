"""Agreement beyond alpha: intraclass correlation, kappas, each rater against the rest.

As in `agreement`: scores are raters x units, NaN where there's none; intervals resample items. What can't be computed
has a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np

from muse.quality import estimate
from muse.quality.estimate import Estimate, Floats, Places
from muse.quality.ratings.agreement import clusters, why_not
from muse.quality.settings import ResamplingSettings

MIN_PAIRED_UNITS = 5
Statistic = Callable[[Floats, Floats], Floats]


def icc(
    scores: Floats, random: np.random.Generator, resampling: ResamplingSettings, items: Places | None = None
) -> dict[str, Estimate]:
    """Intraclass correlations of single scores, ICC(1), ICC(2,1), ICC(3,1), and of means: ICC(1,k), ICC(2,k), ICC(3,k).

    Shrout and Fleiss 1979; the one-way ones with unequal numbers of scores a unit by Donner 1986 (their k is the mean
    number, adjusted). The two-way ones take the units that every rater scored: with none, or in an incomplete design,
    they are not defined.
    """
    one_way = _estimates(scores, one_way_icc, ("icc_1", "icc_1k"), random, resampling, items)
    whole = np.asarray(~np.isnan(scores).any(axis=0))
    complete = scores[:, whole]
    names = ("icc_2", "icc_3", "icc_2k", "icc_3k")
    if complete.shape[1] < 3:
        reason = f"{complete.shape[1]} units were scored by every rater, three are needed"
        return one_way | {name: estimate.undefined(reason) for name in names}
    return one_way | _estimates(complete, two_way_icc, names, random, resampling, clusters(items, whole))


def one_way_icc(scores: Floats, weights: Floats) -> Floats:
    """ICC(1) and ICC(1,k), draws x 2, for each row of `weights` (draws x units)."""
    given = ~np.isnan(scores)
    size = given.sum(axis=0)
    total = np.where(given, scores, 0).sum(axis=0)
    squares = np.where(given, scores, 0) ** 2
    inside = squares.sum(axis=0) - np.divide(total**2, size, out=np.zeros(len(size)), where=size > 0)
    present = (size > 0).astype(float)
    units, n = weights @ present, weights @ size
    between = weights @ np.divide(total**2, size, out=np.zeros(len(size)), where=size > 0) - (weights @ total) ** 2 / n
    with np.errstate(invalid="ignore", divide="ignore"):
        k = (n - weights @ size.astype(float) ** 2 / n) / (units - 1)
        rows, rest = between / (units - 1), weights @ inside / (n - units)
        return np.column_stack([(rows - rest) / (rows + (k - 1) * rest), (rows - rest) / rows])


def two_way_icc(scores: Floats, weights: Floats) -> Floats:
    """ICC(2,1), ICC(3,1), ICC(2,k), ICC(3,k), draws x 4, for each row of `weights`; `scores` without gaps."""
    k, n = len(scores), weights.sum(axis=1)
    grand = weights @ scores.mean(axis=0) / n
    by_rater = weights @ scores.T / n[:, None]
    total = weights @ (scores**2).sum(axis=0) - k * n * grand**2
    row_sum = weights @ (k * scores.mean(axis=0) ** 2) - k * n * grand**2
    column_sum = n * ((by_rater - grand[:, None]) ** 2).sum(axis=1)
    rows, columns = row_sum / (n - 1), column_sum / (k - 1)
    rest = (total - row_sum - column_sum) / ((n - 1) * (k - 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.column_stack(
            [
                (rows - rest) / (rows + (k - 1) * rest + k * (columns - rest) / n),
                (rows - rest) / (rows + (k - 1) * rest),
                (rows - rest) / (rows + (columns - rest) / n),
                (rows - rest) / rows,
            ]
        )


def fleiss(
    scores: Floats, random: np.random.Generator, resampling: ResamplingSettings, items: Places | None = None
) -> Estimate:
    """Fleiss' kappa (1971), with missing scores as in Gwet 2014 (Handbook of Inter-Rater Reliability, chapter 2)."""
    return _estimates(scores, fleiss_kappa, ("kappa",), random, resampling, items)["kappa"]


def fleiss_kappa(scores: Floats, weights: Floats) -> Floats:
    """Fleiss' kappa, draws x 1, for each row of `weights`."""
    domain = np.unique(scores[~np.isnan(scores)])
    counts = (scores.T[:, :, None] == domain).sum(axis=1).astype(float)
    size = counts.sum(axis=1)
    paired = size > 1
    agree = np.zeros(len(size))
    agree[paired] = (counts * (counts - 1)).sum(axis=1)[paired] / (size * (size - 1))[paired]
    shares = np.divide(counts, size[:, None], out=np.zeros_like(counts), where=size[:, None] > 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = weights @ agree / (weights @ paired.astype(float))
        chance = ((weights @ shares / (weights @ (size > 0).astype(float))[:, None]) ** 2).sum(axis=1)
        return np.where(chance < 1, (observed - chance) / (1 - chance), np.nan)[:, None]


def weighted_kappa(
    scores: Floats, random: np.random.Generator, resampling: ResamplingSettings, items: Places | None = None
) -> Estimate:
    """Cohen's kappa with quadratic weights (1968), the mean over pairs of raters with at least five common units."""
    return _estimates(scores, quadratic_kappa, ("kappa",), random, resampling, items)["kappa"]


def quadratic_kappa(scores: Floats, weights: Floats) -> Floats:
    """Mean pairwise quadratic kappa, draws x 1, for each row of `weights`.

    With quadratic weights kappa = 1 - E(x - y)^2 / (var x + var y + (mean x - mean y)^2), all over the common units.
    """
    pairs = []
    for first, second in combinations(scores, 2):
        both = ~np.isnan(first) & ~np.isnan(second)
        if both.sum() < MIN_PAIRED_UNITS:
            continue
        x, y, weight = first[both], second[both], weights[:, both]
        moments = weight @ np.column_stack([np.ones(len(x)), x, y, x**2 + y**2, (x - y) ** 2])
        with np.errstate(invalid="ignore", divide="ignore"):
            count, sum_x, sum_y, squares, apart = moments.T
            chance = squares / count - 2 * sum_x * sum_y / count**2
            pairs.append(np.where(chance > 1e-12, 1 - apart / count / chance, np.nan))
    return row_means(pairs, len(weights))


def leave_one_out(
    scores: Floats, random: np.random.Generator, resampling: ResamplingSettings, items: Places | None = None
) -> Estimate:
    """Each rater's Spearman correlation with the mean of all others, averaged over raters."""
    return _estimates(scores, leave_one_out_correlation, ("rho",), random, resampling, items)["rho"]


def leave_one_out_correlation(scores: Floats, weights: Floats) -> Floats:
    """Mean leave-one-out rank correlation, draws x 1, for each row of `weights`."""
    found = []
    given = ~np.isnan(scores)
    total, size = np.where(given, scores, 0).sum(axis=0), given.sum(axis=0)
    for rater, present in zip(scores, given, strict=True):
        both = present & (size > 1)
        if both.sum() >= MIN_PAIRED_UNITS:
            others = (total[both] - rater[both]) / (size[both] - 1)
            found.append(weighted_spearman(rater[both], others, weights[:, both]))
    return row_means(found, len(weights))


def weighted_spearman(x: Floats, y: Floats, weights: Floats) -> Floats:
    """Spearman's rho of the sample in which unit i stands weights[d, i] times, for each draw d; ties share a rank."""
    a, b = _ranks(x, weights), _ranks(y, weights)
    count = weights.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        a, b = (
            a - (weights * a).sum(axis=1, keepdims=True) / count,
            b - (weights * b).sum(axis=1, keepdims=True) / count,
        )
        spread = np.sqrt((weights * a**2).sum(axis=1) * (weights * b**2).sum(axis=1))
        return np.where(spread > 1e-9, (weights * a * b).sum(axis=1) / spread, np.nan)


def _ranks(values: Floats, weights: Floats) -> Floats:
    # Rounded: means of the same scores in another order must tie.
    _, group = np.unique(np.round(values, 9), return_inverse=True)
    sizes = weights @ np.eye(group.max() + 1)[group]
    return np.asarray((np.cumsum(sizes, axis=1) - sizes / 2)[:, group])


def row_means(columns: list[Floats], draws: int) -> Floats:
    """The mean of what is defined of each draw, draws x 1; NaN where nothing is."""
    if not columns:
        return np.full((draws, 1), np.nan)
    table = np.column_stack(columns)
    defined = np.isfinite(table)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(defined, table, 0).sum(axis=1) / defined.sum(axis=1))[:, None]


def _estimates(
    scores: Floats,
    statistic: Statistic,
    names: tuple[str, ...],
    random: np.random.Generator,
    resampling: ResamplingSettings,
    items: Places | None,
) -> dict[str, Estimate]:
    reason = why_not(scores)
    if reason:
        return {name: estimate.undefined(reason) for name in names}
    scored = np.asarray((~np.isnan(scores)).any(axis=0))
    used = scores[:, scored]
    units = used.shape[1]
    values = statistic(used, np.ones((1, units)))[0]
    if not np.isfinite(values).any():
        why = f"no two raters who vary scored {MIN_PAIRED_UNITS} units together"
        return {name: estimate.undefined(why, units) for name in names}
    own = clusters(items, scored)
    draws = statistic(used, estimate.resample(own, random, resampling.draws))
    return {
        name: estimate.from_draws(float(value), draws[:, place], units, resampling.confidence, int(own.max()))
        for place, (name, value) in enumerate(zip(names, values, strict=True))
    }

"""Means of ratings and their differences, with intervals for raters and items drawn from more of their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from muse.quality import estimate
from muse.quality.estimate import Estimate, Floats
from muse.quality.ratings.table import Panel
from muse.quality.settings import ResamplingSettings


@dataclass(frozen=True)
class _Clusters:
    """Sums and counts of scores, one row a system, one column a cluster (an item or a rater)."""

    total: Floats
    count: Floats


def crossed(
    panels: Sequence[Panel],
    contrast: Sequence[float],
    random: np.random.Generator,
    resampling: ResamplingSettings,
    *,
    raters_known: bool,
) -> Estimate:
    """A contrast of systems' means ([1]: a mean; [1, -1]: a difference) with its cluster-bootstrap interval.

    Items and raters are resampled each on their own, whole clusters at a time, the same rater with the same weight in
    every system (and an item that several systems share likewise, so that what is common cancels in a difference). The
    deviations of the two are spread by sqrt(n / (n - 1)) and added; what a single score brings is then counted twice,
    so they are drawn together to the variance V(items) + V(raters) - V(scores) (two-way clustering of Cameron, Gelbach
    and Miller 2011, equation 2.11), but to no less than the greater of the two. The interval is an expanded percentile
    interval with Satterthwaite's degrees of freedom for the two variances, or Student's where these are so few that it
    would end beyond the draws.

    `raters_known=False`: a rater's name is a place in the file, not a person (as the slots of FED): items alone are
    resampled, and with an item all that was said of it.
    """
    value = _contrast(np.array([[panel.score.mean() if len(panel.score) else np.nan for panel in panels]]), contrast)[0]
    n = sum(len(panel.score) for panel in panels)
    if not np.isfinite(value):
        return estimate.undefined("a system without scores", n)
    items = _item_strata(panels)
    parts = [_resample(items, contrast, value, random, resampling.draws)]
    if raters_known:
        parts.append(_resample([_clusters(panels, by_rater=True)], contrast, value, random, resampling.draws))
    if any(units < 2 for _, units in parts):
        return estimate.point(value, n, "one item or one rater only: no interval")
    deviations = np.sum([draws for draws, _ in parts], axis=0)
    variances = [float(np.nanvar(draws)) for draws, _ in parts]
    total = sum(variances)
    if len(parts) > 1 and total > 0:
        joint = max(total - _score_variance(panels, contrast), *variances)
        deviations, total = deviations * np.sqrt(joint / total), joint
    spread = sum(variance**2 / (units - 1) for variance, (_, units) in zip(variances, parts, strict=True))
    df = total**2 / spread if spread > 0 else np.inf
    if total > 0 and estimate.tail(resampling.confidence, df) * resampling.draws < 1:
        return estimate.student(value, total, n, resampling.confidence, df)
    # The two were spread for their own numbers of clusters: not a second time, for their joint one.
    already = np.sqrt(1 + 1 / df)
    return estimate.from_draws(value, value + deviations / already, n, resampling.confidence, df)


def _score_variance(panels: Sequence[Panel], contrast: Sequence[float]) -> float:
    """Variance of the contrast if every score were drawn on its own."""
    each = [((panel.score - panel.score.mean()) ** 2).sum() / len(panel.score) ** 2 for panel in panels]
    return float(np.square(contrast) @ np.array(each))


def _contrast(means: Floats, contrast: Sequence[float]) -> Floats:
    return np.asarray(means @ np.asarray(contrast, float))


def _item_strata(panels: Sequence[Panel]) -> list[_Clusters]:
    """All systems together where they share items; each system on its own where they share none."""
    names = [{panel.item(at) for at in range(len(panel.units))} for panel in panels]
    shared = len(panels) > 1 and any(names[0] & other for other in names[1:])
    if shared or len(panels) == 1:
        return [_clusters(panels, by_rater=False)]
    strata = []
    for place in range(len(panels)):
        whole = _clusters([panels[place]], by_rater=False)
        total, count = np.zeros((len(panels), whole.total.shape[1])), np.zeros((len(panels), whole.total.shape[1]))
        total[place], count[place] = whole.total[0], whole.count[0]
        strata.append(_Clusters(total, count))
    return strata


def _clusters(panels: Sequence[Panel], *, by_rater: bool) -> _Clusters:
    labels = [
        [panel.raters[at] for at in panel.rater] if by_rater else [panel.item(int(at)) for at in panel.unit]
        for panel in panels
    ]
    places = {name: place for place, name in enumerate(sorted({name for names in labels for name in names}))}
    total, count = np.zeros((len(panels), len(places))), np.zeros((len(panels), len(places)))
    for row, (panel, names) in enumerate(zip(panels, labels, strict=True)):
        columns = np.array([places[name] for name in names], np.intp)
        np.add.at(total[row], columns, panel.score)
        np.add.at(count[row], columns, 1)
    return _Clusters(total, count)


def _resample(
    strata: Sequence[_Clusters], contrast: Sequence[float], value: float, random: np.random.Generator, draws: int
) -> tuple[Floats, int]:
    """Deviations of the contrast from its value, spread for their number of clusters; and the least such number."""
    total: Floats = np.zeros((draws, len(contrast)))
    count: Floats = np.zeros((draws, len(contrast)))
    least = min(stratum.total.shape[1] for stratum in strata)
    for stratum in strata:
        weights = estimate.resample(np.arange(stratum.total.shape[1]), random, draws)
        total += weights @ stratum.total.T
        count += weights @ stratum.count.T
    with np.errstate(invalid="ignore", divide="ignore"):
        deviations = _contrast(total / count, contrast) - value
    # The variance of a resample divides by the number of clusters, where that less one is unbiased.
    return deviations * np.sqrt(least / max(least - 1, 1)), least

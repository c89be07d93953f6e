"""A judge against human raters: do they rank alike, and does the judge agree as well as another human would?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.multitest import multipletests

from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.estimate import Floats, Places
from muse.quality.judge.summary import correlation
from muse.quality.ratings.table import SEPARATOR, Ratings
from muse.quality.settings import AgreementSettings, ResamplingSettings

STAGE = "judge-against-raters"


def compare(
    ratings: Ratings, scores: pd.DataFrame, settings: AgreementSettings, resampling: ResamplingSettings, seed: int
) -> dict[str, Any]:
    """By dimension: {"spearman", "kendall", "alternative_annotator", "pairs": [[mean of raters, judge]]} or {"reason"}.

    `scores`: the first judgements of one judge, columns dataset, conversation_id, dimension, score. Its dataset and
    conversation are the ratings' system and item.
    """
    found: dict[str, Any] = {}
    for dimension in ratings.dimensions:
        panel = ratings.panel(dimension)
        part = scores[scores["dimension"] == dimension]
        judged = dict(
            zip(part["dataset"] + SEPARATOR + part["conversation_id"], part["score"].astype(float), strict=True)
        )
        places = [place for place, unit in enumerate(panel.units) if unit in judged]
        if not places:
            found[dimension] = {"reason": "no conversation was both rated and judged on it"}
            continue
        table = panel.matrix()[:, places]
        judge = np.array([judged[panel.units[place]] for place in places])
        means = np.nanmean(table, axis=0)
        # Versions of one conversation are resampled together.
        items = pd.factorize(np.array([panel.item(place) for place in places]))[0]
        rho = correlation(means, judge, items, generator(seed, STAGE, f"spearman/{dimension}"), resampling)
        tau = _kendall(means, judge, items, generator(seed, STAGE, f"kendall/{dimension}"), resampling)
        found[dimension] = {
            "spearman": rho.model_dump(),
            "kendall": tau.model_dump(),
            "alternative_annotator": alternative_annotator(table, judge, settings),
            "pairs": [[float(x), float(y)] for x, y in zip(means, judge, strict=True)],
        }
    return found


def _kendall(
    x: Floats, y: Floats, items: Places, random: np.random.Generator, resampling: ResamplingSettings
) -> estimate.Estimate:
    """Kendall's tau-b with its bootstrap interval; a quarter of the usual draws, for its time."""
    count = len(x)
    value = float(stats.kendalltau(x, y).statistic)
    if not np.isfinite(value):
        return estimate.undefined("all values on one side are equal", count)
    times = estimate.resample(items, random, resampling.draws // 4).astype(int)
    draws = np.array([stats.kendalltau(np.repeat(x, row), np.repeat(y, row)).statistic for row in times])
    return estimate.from_draws(value, draws, count, resampling.confidence, int(items.max()))


def alternative_annotator(table: Floats, judge: Floats, settings: AgreementSettings) -> dict[str, Any]:
    """The alternative annotator test (Calderon, Reichart and Dror 2025): could the judge stand in for a human?

    Each rater in turn is left out. On each unit that they and another rater scored, the judge wins if its distance from
    the others' scores (root mean square) is no greater than the rater's, and the rater wins if theirs is no greater
    than the judge's. H0: the judge wins no more than `cost_benefit` less often than the rater; a one-sided paired
    t test, with Benjamini and Yekutieli's correction over raters. The judge passes if H0 is rejected for at least half
    of the raters (`winning_rate` >= .5). `advantage` is the mean share of units on which it wins.

    `table` is raters x units, NaN where there's no score. Raters with fewer than `min_units` such units are left out.
    """
    p_values, shares = [], []
    for rater, own in enumerate(table):
        others = np.delete(table, rater, axis=0)
        units = ~np.isnan(own) & (~np.isnan(others)).any(axis=0)
        if units.sum() < settings.min_units:
            continue
        human = _distance(own[units], others[:, units])
        model = _distance(judge[units], others[:, units])
        model_wins, human_wins = (model <= human).astype(float), (human <= model).astype(float)
        shares.append(float(model_wins.mean()))
        p_values.append(_one_sided(human_wins - model_wins, settings.cost_benefit))
    if len(shares) < 2:
        return {"reason": f"{len(shares)} raters share {settings.min_units} units with others, two are needed"}
    rejected = multipletests(p_values, alpha=settings.false_discovery_rate, method="fdr_by")[0]
    rate = float(np.mean(rejected))
    return {
        "raters": len(shares),
        "winning_rate": rate,
        "passes": rate >= 0.5,
        "advantage": float(np.mean(shares)),
        "cost_benefit": settings.cost_benefit,
    }


def _distance(scores: Floats, others: Floats) -> Floats:
    # Rounded: equal distances must count as a win for both sides.
    return np.asarray(np.round(np.sqrt(np.nanmean((others - scores) ** 2, axis=0)), 9))


def _one_sided(difference: Floats, allowed: float) -> float:
    """P value of H0: mean difference >= allowed."""
    if np.ptp(difference) == 0:
        return 0.0 if difference[0] < allowed else 1.0
    return float(stats.ttest_1samp(difference, allowed, alternative="less").pvalue)

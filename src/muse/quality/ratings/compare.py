"""Systems compared on one dimension: two models of the scores, rank tests, pairs with effect sizes, and power."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from muse.core.seeding import generator
from muse.quality.estimate import Estimate, Floats
from muse.quality.ratings import means
from muse.quality.ratings.models import cumulative_link, holm, mixed_model
from muse.quality.ratings.table import Ratings
from muse.quality.settings import ResamplingSettings

STAGE = "compare-systems"
MIN_BLOCKS = 5
POWER = 0.8
MODEL_ROWS = 5000  # the two models take seconds for so many, minutes for a hundred thousand


def compare(
    ratings: Ratings, dimension: str, resampling: ResamplingSettings, seed: int, *, raters_known: bool
) -> dict[str, Any]:
    """{"pairs", "mixed_model", "cumulative_link", "rank_test"}; a part that can't be done is {"reason": why}.

    p values of pairs are Holm-corrected over the pairs of this dimension (`p`), the raw ones stand beside (`p_raw`).
    With more than 5,000 scores the two models are fitted on a random sample of items; their `rows` says of how many.
    """
    rows = ratings.frame[(ratings.frame["dimension"] == dimension) & ratings.frame["score"].notna()]
    if rows["system"].nunique() < 2:
        reason = {"reason": "one system only: nothing to compare"}
        return {"pairs": [], "mixed_model": reason, "cumulative_link": reason, "rank_test": reason}
    if rows["score"].nunique() < 2:
        reason = {"reason": "all scores are equal"}
        return {"pairs": [], "mixed_model": reason, "cumulative_link": reason, "rank_test": reason}
    sample = _sample(rows, generator(seed, STAGE, f"{dimension}/rows"))
    return {
        "pairs": _pairs(ratings, dimension, resampling, seed, raters_known=raters_known),
        "mixed_model": mixed_model(sample, raters_known=raters_known),
        "cumulative_link": cumulative_link(sample, raters_known=raters_known),
        "rank_test": rank_test(rows, raters_known=raters_known),
    }


def _sample(rows: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    """All rows of as many random items as have about MODEL_ROWS of them."""
    if len(rows) <= MODEL_ROWS:
        return rows
    item, names = pd.factorize(rows["item"])
    kept = random.permutation(len(names))[: len(names) * MODEL_ROWS // len(rows)]
    return rows[np.isin(item, kept)]


def _pairs(
    ratings: Ratings, dimension: str, resampling: ResamplingSettings, seed: int, *, raters_known: bool
) -> list[dict[str, Any]]:
    found = []
    for first, second in combinations(ratings.systems, 2):
        panels = [ratings.panel(dimension, system) for system in (first, second)]
        random = generator(seed, STAGE, f"{dimension}/{first}/{second}")
        difference = means.crossed(panels, [1.0, -1.0], random, resampling, raters_known=raters_known)
        one, other = panels[0].score, panels[1].score
        found.append(
            {"first": first, "second": second, "difference": difference.model_dump()}
            | {"cliffs_delta": cliffs_delta(one, other), "hedges_g": hedges_g(one, other)}
            | {"detectable_difference": detectable(difference, resampling.confidence)}
        )
    return found


def detectable(difference: Estimate, confidence: float) -> float | None:
    """The least true difference that this sample finds with power .8: (z_confidence + z_.8) standard errors.

    The standard error is half the interval's width over z_confidence. None without an interval.
    """
    if difference.low is None or difference.high is None:
        return None
    level = float(stats.norm.ppf(0.5 + confidence / 2))
    error = (difference.high - difference.low) / 2 / level
    return float(level + stats.norm.ppf(POWER)) * error


def cliffs_delta(first: Floats, second: Floats) -> float | None:
    """P(x > y) - P(x < y) for scores of the two systems (Cliff 1993). None without scores."""
    if not len(first) or not len(second):
        return None
    statistic = stats.mannwhitneyu(first, second).statistic
    return float(2 * statistic / (len(first) * len(second)) - 1)


def hedges_g(first: Floats, second: Floats) -> float | None:
    """Standardised mean difference with Hedges' (1981) correction. None where nothing varies."""
    n, m = len(first), len(second)
    if n < 2 or m < 2:
        return None
    pooled = np.sqrt(((n - 1) * np.var(first, ddof=1) + (m - 1) * np.var(second, ddof=1)) / (n + m - 2))
    if pooled == 0:
        return None
    return float((np.mean(first) - np.mean(second)) / pooled * (1 - 3 / (4 * (n + m) - 9)))


def rank_test(rows: pd.DataFrame, *, raters_known: bool) -> dict[str, Any]:
    """Friedman's test where systems meet in blocks, else Kruskal and Wallis's; post-hoc pairs with Holm's correction.

    Blocks are items that all systems share, else raters who scored all systems (at least five); post-hoc by Wilcoxon's
    signed ranks, effect Kendall's W. Without blocks: item means, post-hoc by Mann and Whitney, effect epsilon squared.
    """
    systems = sorted(set(rows["system"]))
    for kind in ["item"] + (["rater"] if raters_known else []):
        table = rows.pivot_table(index=kind, columns="system", values="score", aggfunc="mean").dropna()
        if len(table) >= MIN_BLOCKS and list(table.columns) == systems:
            return _blocked(table, systems, kind)
    groups = {system: part.groupby("item")["score"].mean().to_numpy() for system, part in rows.groupby("system")}
    if len(np.unique(np.concatenate(list(groups.values())))) < 2:
        return {"reason": "all scores are equal"}
    kruskal = stats.kruskal(*groups.values())
    statistic, p = float(kruskal.statistic), float(kruskal.pvalue)
    n = sum(map(len, groups.values()))
    pairs = [
        {"first": a, "second": b, "p_raw": float(stats.mannwhitneyu(groups[a], groups[b]).pvalue)}
        for a, b in combinations(systems, 2)
    ]
    return {
        "test": "Kruskal-Wallis over item means",
        "n": n,
        "statistic": statistic,
        "p": p,
        "effect": {"name": "epsilon squared", "value": statistic / (n - 1)},
        "pairs": holm(pairs),
    }


def _blocked(table: pd.DataFrame, systems: list[str], kind: str) -> dict[str, Any]:
    columns = [table[system].to_numpy() for system in systems]
    if all(np.array_equal(columns[0], column) for column in columns[1:]):
        return {"reason": "the systems' scores are equal in every block"}
    pairs = [
        {"first": a, "second": b, "p_raw": _signed_ranks((table[a] - table[b]).to_numpy())}
        for a, b in combinations(systems, 2)
    ]
    if len(systems) == 2:
        return {"test": f"Wilcoxon signed ranks over {kind}s", "n": len(table), "p": pairs[0]["p_raw"]} | {
            "pairs": holm(pairs)
        }
    statistic, p = stats.friedmanchisquare(*columns)
    return {
        "test": f"Friedman over {kind}s",
        "n": len(table),
        "statistic": float(statistic),
        "p": float(p),
        "effect": {"name": "Kendall's W", "value": float(statistic / (len(table) * (len(systems) - 1)))},
        "pairs": holm(pairs),
    }


def _signed_ranks(differences: Floats) -> float:
    # The normal approximation: scipy's exact p with ties is a permutation of seconds for a dozen blocks.
    return float(stats.wilcoxon(differences, zero_method="zsplit", method="approx").pvalue)

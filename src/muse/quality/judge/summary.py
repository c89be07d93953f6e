"""What the judges' scores say: means, self-consistency, agreement among judges, biases, paired differences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.estimate import Estimate, Floats, Places
from muse.quality.ratings import agreement
from muse.quality.ratings.reliability import row_means, weighted_spearman
from muse.quality.settings import ResamplingSettings

STAGE = "judge-summary"
MIN_CORRELATED = 5


def summarise(
    scores: pd.DataFrame, lengths: Mapping[tuple[str, str], int], resampling: ResamplingSettings, seed: int
) -> dict[str, Any]:
    """Everything about the scores of one judge, by dimension.

    `scores` has the columns of judge_scores.csv; `lengths` maps (dataset, conversation id) to tokens. Means are of
    first judgements; self-consistency compares all judgements of the same dialogue.
    """
    first = scores[scores["repeat"] == 0]
    means = [
        {"dataset": dataset, "dimension": dimension}
        | estimate.mean(
            part["score"].to_numpy(float),
            generator(seed, STAGE, f"mean/{dataset}/{dimension}"),
            resampling.draws,
            resampling.confidence,
        ).model_dump()
        for (dataset, dimension), part in first.groupby(["dataset", "dimension"], sort=False)
    ]
    return {
        "means": means,
        "self_consistency": {
            str(dimension): _consistency(part, generator(seed, STAGE, f"repeats/{dimension}"), resampling)
            for dimension, part in scores.groupby("dimension", sort=False)
        },
        "length_bias": {
            str(dimension): _length_bias(part, lengths, generator(seed, STAGE, f"length/{dimension}"), resampling)
            for dimension, part in first.groupby("dimension", sort=False)
        },
    }


def _consistency(part: pd.DataFrame, random: np.random.Generator, resampling: ResamplingSettings) -> dict[str, Any]:
    table = part.pivot_table(index=["dataset", "conversation_id"], columns="repeat", values="score").dropna()
    if table.shape[1] < 2 or table.empty:
        return {"reason": "judged once only"}
    values = table.to_numpy(float)
    same = (values == values[:, :1]).all(axis=1)
    return {
        "dialogues": len(values),
        "repeats": values.shape[1],
        "all_equal_share": estimate.share(same.astype(float), resampling.confidence).model_dump(),
        "sd_within": float(np.sqrt(values.var(axis=1, ddof=1).mean())),
        "alpha_interval": agreement.alpha(values.T, "interval", random, resampling).model_dump(),
    }


def _length_bias(
    part: pd.DataFrame,
    lengths: Mapping[tuple[str, str], int],
    random: np.random.Generator,
    resampling: ResamplingSettings,
) -> dict[str, Any]:
    """Within a dataset, since datasets differ in length and in quality; the mean of those of at least five dialogues.

    Versions of one conversation are resampled together.
    """
    keys = zip(part["dataset"], part["conversation_id"], strict=True)
    tokens, scores = np.array([lengths[key] for key in keys], float), part["score"].to_numpy(float)
    groups = [np.flatnonzero(part["dataset"] == name) for name in dict.fromkeys(part["dataset"])]
    groups = [rows for rows in groups if len(rows) >= MIN_CORRELATED]
    if not groups:
        return estimate.undefined(f"no dataset of {MIN_CORRELATED} dialogues", len(part)).model_dump()

    def rho(weights: Floats) -> Floats:
        each = [weighted_spearman(scores[rows], tokens[rows], weights[:, rows]) for rows in groups]
        return row_means(each, len(weights))[:, 0]

    value = float(rho(np.ones((1, len(part))))[0])
    if not np.isfinite(value):
        return estimate.undefined("all scores or all lengths are equal", len(part)).model_dump()
    draws = rho(estimate.resample(pd.factorize(part["conversation_id"])[0], random, resampling.draws))
    fewest = min(map(len, groups))
    return estimate.from_draws(value, draws, sum(map(len, groups)), resampling.confidence, fewest - 1).model_dump()


def correlation(
    x: Floats, y: Floats, clusters: Places, random: np.random.Generator, resampling: ResamplingSettings
) -> Estimate:
    """Spearman's rho with its bootstrap interval over clusters of pairs of values."""
    count = len(x)
    if count < MIN_CORRELATED:
        return estimate.undefined(f"{count} dialogues, {MIN_CORRELATED} are needed", count)
    value = float(weighted_spearman(x, y, np.ones((1, count)))[0])
    if not np.isfinite(value):
        return estimate.undefined("all values on one side are equal", count)
    draws = weighted_spearman(x, y, estimate.resample(clusters, random, resampling.draws))
    return estimate.from_draws(value, draws, count, resampling.confidence, int(clusters.max()))


def paired(
    scores: pd.DataFrame, one: str, other: str, resampling: ResamplingSettings, seed: int
) -> list[dict[str, Any]]:
    """Differences of first scores, dataset `one` less `other`, on the conversations that both have."""
    table = scores[scores["repeat"] == 0].pivot_table(
        index=["dimension", "conversation_id"], columns="dataset", values="score", sort=False
    )
    if one not in table or other not in table:
        return []
    difference = (table[one] - table[other]).dropna()
    return [
        {"dimension": dimension}
        | estimate.mean(
            part.to_numpy(float),
            generator(seed, STAGE, f"{one}/{other}/{dimension}"),
            resampling.draws,
            resampling.confidence,
        ).model_dump()
        for dimension, part in difference.groupby(level="dimension", sort=False)
    ]


def between(
    scores: pd.DataFrame, groups: pd.Series[str], one: str, other: str, resampling: ResamplingSettings, seed: int
) -> list[dict[str, Any]]:
    """Differences of means of first scores between two groups of different conversations (`groups`: of each row)."""
    first = scores.assign(group=groups)[scores["repeat"] == 0]
    found = []
    for dimension, part in first.groupby("dimension", sort=False):
        random = generator(seed, STAGE, f"groups/{one}/{other}/{dimension}")
        a, b = (part.loc[part["group"] == name, "score"].to_numpy(float) for name in (one, other))
        found.append(
            {"dimension": dimension}
            | estimate.difference(a, b, random, resampling.draws, resampling.confidence).model_dump()
        )
    return found


def among_judges(scores: pd.DataFrame, resampling: ResamplingSettings, seed: int) -> dict[str, Any]:
    """Alpha (interval) among judges on their first scores, by dimension; {"reason"} with one judge."""
    if scores["judge"].nunique() < 2:
        return {"reason": "one judge only"}
    found = {}
    for dimension, part in scores[scores["repeat"] == 0].groupby("dimension", sort=False):
        table = part.pivot_table(index="judge", columns=["dataset", "conversation_id"], values="score")
        random = generator(seed, STAGE, f"judges/{dimension}")
        found[str(dimension)] = agreement.alpha(table.to_numpy(float), "interval", random, resampling).model_dump()
    return found


def self_preference(
    scores: pd.DataFrame, writers: Mapping[tuple[str, str], str], resampling: ResamplingSettings, seed: int
) -> dict[str, Any]:
    """How much more a judge gives, beyond what other judges give, to dialogues that it wrote than to others.

    A dialogue's excess is the judge's mean score less the other judges' mean; the value is the mean excess on its own
    dialogues less that on the rest. Needs two judges, one of which wrote some of the dialogues and not all.
    """
    first = scores[scores["repeat"] == 0]
    table = first.pivot_table(index=["dataset", "conversation_id"], columns="judge", values="score").dropna()
    if table.shape[1] < 2:
        return {"reason": "one judge only: its preference can't be told from the dialogues' quality"}
    found: dict[str, Any] = {}
    for judge in table.columns:
        own = np.array([writers[key] == judge for key in table.index])
        excess = (table[judge] - table.drop(columns=judge).mean(axis=1)).to_numpy(float)
        random = generator(seed, STAGE, f"self/{judge}")
        found[str(judge)] = estimate.difference(
            excess[own], excess[~own], random, resampling.draws, resampling.confidence
        ).model_dump()
    return found

"""Bradley-Terry strengths of datasets from pairwise judgements, and the judge's biases of position and length."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from muse.quality import estimate
from muse.quality.estimate import Floats
from muse.quality.settings import ResamplingSettings

ITERATIONS = 500
PRIOR_TIES = 1.0


def strengths(wins: Floats) -> Floats:
    """Log strengths, draws x datasets, centred on 0, from wins (draws x winner x loser; a tie is half a win each).

    Bradley and Terry 1952, by the MM algorithm of Hunter 2004. Every two datasets that were compared get one tie more,
    so that a dataset that won each time has a finite strength.
    """
    size = wins.shape[1]
    met = (wins + wins.transpose(0, 2, 1)) > 0
    made = wins + PRIOR_TIES / 2 * met * (1 - np.eye(size))
    games = made + made.transpose(0, 2, 1)
    total = made.sum(axis=2)
    power = np.ones(total.shape)
    for _ in range(ITERATIONS):
        with np.errstate(invalid="ignore", divide="ignore"):
            power = total / (games / (power[:, :, None] + power[:, None, :])).sum(axis=2)
        power = power / np.exp(np.log(power).mean(axis=1, keepdims=True))
    return np.asarray(np.log(power))


def analyse(judgements: pd.DataFrame, random: np.random.Generator, resampling: ResamplingSettings) -> dict[str, Any]:
    """Strengths with intervals, wins, position and length bias. Intervals resample pairs, both orders at once.

    `judgements` has the columns of results/quality/pairwise.csv, of one judge.
    """
    if judgements.empty:
        return {"reason": "no pairs were judged"}
    datasets = sorted(set(judgements["first_dataset"]) | set(judgements["second_dataset"]))
    place = {name: at for at, name in enumerate(datasets)}
    pair, names = pd.factorize(judgements["pair"])
    first = judgements["first_dataset"].map(place).to_numpy()
    second = judgements["second_dataset"].map(place).to_numpy()
    half: Floats = np.asarray(judgements["winner"].map({"first": 1.0, "tie": 0.5, "second": 0.0}), np.float64)
    by_pair = np.zeros((len(names), len(datasets), len(datasets)))
    np.add.at(by_pair, (pair, first, second), half)
    np.add.at(by_pair, (pair, second, first), 1 - half)
    weights = estimate.resample(np.arange(len(names)), random, resampling.draws)
    draws = strengths(np.tensordot(weights, by_pair, axes=1))
    found = strengths(by_pair.sum(axis=0)[None])[0]
    lengths = judgements["first_tokens"].to_numpy(float) - judgements["second_tokens"].to_numpy(float)
    longer: Floats = np.where(lengths > 0, half, 1 - half).astype(float)
    decided = half != 0.5

    def share(values: Floats, kept: np.ndarray[Any, np.dtype[np.bool_]], what: str) -> dict[str, Any]:
        top, bottom = (np.bincount(pair, values * kept, len(names)), np.bincount(pair, kept, len(names)))
        if not kept.any():
            return estimate.undefined(f"no {what}").model_dump()
        with np.errstate(invalid="ignore", divide="ignore"):
            value, spread = top.sum() / bottom.sum(), (weights @ top) / (weights @ bottom)
        return estimate.from_draws(
            float(value), spread, int(kept.sum()), resampling.confidence, len(names) - 1
        ).model_dump()

    return {
        "pairs": len(names),
        "judgements": len(judgements),
        "tie_share": float(1 - decided.mean()),
        "strengths": {
            name: estimate.from_draws(
                float(found[at]), draws[:, at], len(names), resampling.confidence, len(names) - 1
            ).model_dump()
            for name, at in place.items()
        },
        "wins": [
            {"first": a, "second": b, "wins": float(by_pair[:, place[a], place[b]].sum())}
            | {"losses": float(by_pair[:, place[b], place[a]].sum())}
            for at, a in enumerate(datasets)
            for b in datasets[at + 1 :]
        ],
        "first_wins": share(half, decided, "judgement without a tie"),
        "longer_wins": share(longer, decided & (lengths != 0), "judgement of dialogues of different length"),
        "same_in_both_orders": _consistent(judgements, resampling.confidence),
    }


def _consistent(judgements: pd.DataFrame, confidence: float) -> dict[str, Any]:
    """Share of pairs whose two orders have the same winner (or a tie twice)."""
    won = np.select(
        [judgements["winner"] == "first", judgements["winner"] == "second"],
        [
            judgements["first_dataset"] + "/" + judgements["first_id"],
            judgements["second_dataset"] + "/" + judgements["second_id"],
        ],
        "tie",
    )
    both = pd.Series(won).groupby(judgements["pair"].to_numpy()).agg(["size", "nunique"])
    both = both[both["size"] == 2]
    if both.empty:
        return estimate.undefined("no pair was judged in both orders").model_dump()
    return estimate.share(np.asarray(both["nunique"] == 1, np.float64), confidence).model_dump()

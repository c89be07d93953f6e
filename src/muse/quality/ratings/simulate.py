"""Simulated raters: scores from a stated model whose truth is known.

score = round(system + dimension + item + rater bias + noise), cut to the scale. Item effects, rater biases and noise
are normal; a careless rater scores at random, evenly over the scale; scores are missing at random. Nobody has read a
word: such ratings say nothing about any dataset, and are labelled wherever they are shown.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from muse.core.seeding import generator
from muse.quality.ratings.design import assign
from muse.quality.settings import ScaleSettings, SimulationSettings

STAGE = "simulate-ratings"
SOURCE, JUDGE = "simulated raters", "simulated judge"
CHECKS = 6
ATTENTIVE_PASS = 0.98


@dataclass(frozen=True)
class Study:
    """Simulated ratings in long form, attention checks (rater, check, passed), true means, and a simulated judge.

    `repeats` (item, system, dimension, rater, first, again): items that a rater scored twice, the noise drawn anew.

    The judge scores each item as an unbiased rater with its own noise would; its frame is laid out as judge_scores.csv.
    """

    ratings: pd.DataFrame
    repeats: pd.DataFrame
    attention: pd.DataFrame
    truth: pd.DataFrame
    judge: pd.DataFrame


def simulate(settings: SimulationSettings, scale: ScaleSettings, seed: int, study: int) -> Study:
    """One study; `study` numbers it, so that many can be drawn from one seed."""
    random = generator(seed, STAGE, study)
    systems, dimensions = list(settings.systems), list(settings.dimensions)
    units = [(system, f"{system} {at:03d}") for system in systems for at in range(settings.items_per_system)]
    raters = settings.raters + settings.careless_raters
    careless = set(random.choice(raters, settings.careless_raters, replace=False).tolist())
    panels = assign(len(units), raters, settings.ratings_per_item, random)
    item_effect = random.normal(0, settings.item_sd, (len(units), len(dimensions)))
    bias = random.normal(0, settings.rater_sd, (raters, len(dimensions)))

    def score(rater: int, mean: float, draw: np.random.Generator) -> int:
        if rater in careless:
            draw.normal()
            return int(draw.integers(scale.lowest, scale.highest + 1))
        return int(np.clip(np.rint(mean + draw.normal(0, settings.noise_sd)), scale.lowest, scale.highest))

    shifts = np.array(list(settings.dimensions.values()))
    latent = np.array([settings.systems[system] + shifts for system, _ in units]) + item_effect
    rows, judged = [], []
    given: dict[tuple[int, int], list[int | None]] = defaultdict(list)
    for unit, (system, item) in enumerate(units):
        for place, dimension in enumerate(dimensions):
            seen = np.rint(latent[unit, place] + random.normal(0, settings.judge_noise_sd))
            judged.append((item, system, dimension, int(np.clip(seen, scale.lowest, scale.highest))))
            for rater in panels[unit]:
                scored = score(rater, latent[unit, place] + bias[rater, place], random)
                missing = random.random() < settings.missing_share
                rows.append((item, system, dimension, f"rater {rater:02d}", None if missing else scored))
                given[rater, unit].append(None if missing else scored)
    again = generator(seed, STAGE, f"{study}/repeats")
    repeated = []
    for rater in range(raters):
        own = [unit for unit, panel in enumerate(panels) if rater in panel]
        for unit in sorted(again.permutation(own)[: settings.repeats].tolist()):
            for place, (dimension, first) in enumerate(zip(dimensions, given[rater, unit], strict=True)):
                second = score(rater, latent[unit, place] + bias[rater, place], again)
                if first is not None:
                    repeated.append((units[unit][1], units[unit][0], dimension, f"rater {rater:02d}", first, second))
    repeats = pd.DataFrame(repeated, columns=["item", "system", "dimension", "rater", "first", "again"])
    frame = pd.DataFrame(rows, columns=["item", "system", "dimension", "rater", "score"]).astype({"score": "Int64"})
    judge = pd.DataFrame(judged, columns=["conversation_id", "dataset", "dimension", "score"])
    judge = judge.assign(judge=JUDGE, scripted=True, repeat=0, reason=JUDGE)
    order = ["conversation_id", "dataset", "judge", "scripted", "dimension", "repeat", "score", "reason"]
    return Study(frame, repeats, _attention(raters, careless, scale, random), true_means(settings, scale), judge[order])


def true_means(settings: SimulationSettings, scale: ScaleSettings) -> pd.DataFrame:
    """The expected score of each system on each dimension over all items and attentive raters there could be.

    With latent ~ N(m, s^2) and cuts between whole scores, E = lowest + sum over k of P(latent > k + 1/2).
    """
    spread = np.sqrt(settings.item_sd**2 + settings.rater_sd**2 + settings.noise_sd**2)
    cuts = np.arange(scale.lowest, scale.highest) + 0.5
    rows = [
        (system, dimension, float(scale.lowest + stats.norm.sf(cuts, base + shift, spread).sum()))
        for system, base in settings.systems.items()
        for dimension, shift in settings.dimensions.items()
    ]
    return pd.DataFrame(rows, columns=["system", "dimension", "mean"])


def _attention(raters: int, careless: set[int], scale: ScaleSettings, random: np.random.Generator) -> pd.DataFrame:
    chance = 1 / (scale.highest - scale.lowest + 1)
    passing = [chance if rater in careless else ATTENTIVE_PASS for rater in range(raters)]
    rows = [
        (f"rater {rater:02d}", f"check {check + 1}", random.random() < passing[rater])
        for rater in range(raters)
        for check in range(CHECKS)
    ]
    return pd.DataFrame(rows, columns=["rater", "check", "passed"])

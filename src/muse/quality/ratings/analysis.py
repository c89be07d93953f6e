"""The analysis of a table of ratings, whole."""

from __future__ import annotations

from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.quality.ratings import agreement, means, reliability
from muse.quality.ratings.compare import POWER, compare
from muse.quality.ratings.table import Ratings
from muse.quality.settings import ResamplingSettings

STAGE = "ratings"


def analyse(ratings: Ratings, resampling: ResamplingSettings, seed: int, *, raters_known: bool) -> dict[str, Any]:
    """Means, agreement and the comparison of systems, by dimension; the power that detectable differences are of."""
    frame = ratings.frame
    return {
        "ratings": int(frame["score"].notna().sum()),
        "missing": int(frame["score"].isna().sum()),
        "units": int(frame.groupby(["system", "item"]).ngroups),
        "raters": len(ratings.raters),
        "power": POWER,
        "means": [
            {"system": system, "dimension": dimension}
            | means.crossed(
                [ratings.panel(dimension, system)],
                [1.0],
                generator(seed, STAGE, f"mean/{system}/{dimension}"),
                resampling,
                raters_known=raters_known,
            ).model_dump()
            for dimension in ratings.dimensions
            for system in ratings.systems
        ],
        "agreement": {dimension: _agreement(ratings, dimension, resampling, seed) for dimension in ratings.dimensions},
        "comparison": {
            dimension: compare(ratings, dimension, resampling, seed, raters_known=raters_known)
            for dimension in ratings.dimensions
        },
    }


def _agreement(ratings: Ratings, dimension: str, resampling: ResamplingSettings, seed: int) -> dict[str, Any]:
    panel = ratings.panel(dimension)
    scores = panel.matrix()
    items = np.unique([panel.item(unit) for unit in range(len(panel.units))], return_inverse=True)[1]

    def random(name: str) -> np.random.Generator:
        return generator(seed, STAGE, f"{name}/{dimension}")

    found = {
        f"alpha_{level}": agreement.alpha(scores, level, random(f"alpha/{level}"), resampling, items)
        for level in agreement.LEVELS
    }
    found |= reliability.icc(scores, random("icc"), resampling, items)
    found["fleiss_kappa"] = reliability.fleiss(scores, random("fleiss"), resampling, items)
    found["weighted_kappa"] = reliability.weighted_kappa(scores, random("kappa"), resampling, items)
    found["leave_one_out_rho"] = reliability.leave_one_out(scores, random("leave-one-out"), resampling, items)
    return {name: value.model_dump() for name, value in found.items()}

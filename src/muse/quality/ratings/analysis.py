"""The analysis of a table of ratings, whole."""

from __future__ import annotations

from typing import Any

from muse.core.seeding import generator
from muse.quality.ratings import agreement, means
from muse.quality.ratings.table import Ratings
from muse.quality.settings import ResamplingSettings

STAGE = "ratings"


def analyse(ratings: Ratings, resampling: ResamplingSettings, seed: int, *, raters_known: bool) -> dict[str, Any]:
    """Means and agreement, by dimension."""
    frame = ratings.frame
    return {
        "ratings": int(frame["score"].notna().sum()),
        "missing": int(frame["score"].isna().sum()),
        "units": int(frame.groupby(["system", "item"]).ngroups),
        "raters": len(ratings.raters),
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
    }


def _agreement(ratings: Ratings, dimension: str, resampling: ResamplingSettings, seed: int) -> dict[str, Any]:
    scores = ratings.panel(dimension).matrix()
    return {
        f"alpha_{level}": agreement.alpha(
            scores, level, generator(seed, STAGE, f"alpha/{level}/{dimension}"), resampling
        ).model_dump()
        for level in agreement.LEVELS
    }

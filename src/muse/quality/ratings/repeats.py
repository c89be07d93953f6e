"""Raters against themselves: what they scored the first time and when the same item came again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from muse.core.errors import MuseError
from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.ratings import agreement, reliability
from muse.quality.settings import ResamplingSettings, ScaleSettings

STAGE = "repeats"
COLUMNS = ("item", "system", "dimension", "rater", "first", "again")
_LAYOUT = "a CSV with the columns item, system, dimension, rater, first, again, as muse human import writes"


def read(path: Path, scale: ScaleSettings, dimensions: Collection[str]) -> pd.DataFrame:
    """The repeated scores in a CSV file, which may hold none. MuseError, with the line, for what can't be analysed."""
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (FileNotFoundError, pd.errors.EmptyDataError) as error:
        raise MuseError(f"no repeated scores: {error}", where=path, remedy=_LAYOUT) from None
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise MuseError(f"no column {', '.join(missing)}", where=path, remedy=_LAYOUT)
    allowed = {str(score) for score in range(scale.lowest, scale.highest + 1)}
    for column, known in (("first", allowed), ("again", allowed), ("dimension", set(dimensions))):
        unknown = ~frame[column].isin(known)
        if unknown.any():
            line = int(np.flatnonzero(unknown)[0])
            problem = f"{column} is {frame[column].iloc[line]!r}, expected one of {', '.join(sorted(known))}"
            raise MuseError(problem, where=f"{path}:{line + 2}", remedy="correct it")
    return frame.astype({"first": int, "again": int})


def analyse(frame: pd.DataFrame, resampling: ResamplingSettings, seed: int) -> dict[str, Any]:
    """By dimension: how far raters agree with themselves, as agreement between two raters is measured.

    {"scores", "equal_share", "shift" (again less first), "sd_within" (of one score about a rater's own mean),
    "alpha_interval", "weighted_kappa"}. Intervals resample the repeated items, each rater's on their own; {"reason"}
    where nothing was repeated.
    """
    found: dict[str, Any] = {}
    for dimension, part in frame.groupby("dimension", sort=False):

        def random(name: str, dimension: object = dimension) -> np.random.Generator:
            return generator(seed, STAGE, f"{name}/{dimension}")

        first, again = part["first"].to_numpy(float), part["again"].to_numpy(float)
        draws, confidence = resampling.draws, resampling.confidence
        pair = np.array([first, again])
        found[str(dimension)] = {
            "scores": len(part),
            "equal_share": estimate.share((first == again).astype(float), confidence).model_dump(),
            "shift": estimate.mean(again - first, random("shift"), draws, confidence).model_dump(),
            "sd_within": float(np.sqrt(((again - first) ** 2).mean() / 2)),
            "alpha_interval": agreement.alpha(pair, "interval", random("alpha"), resampling).model_dump(),
            "weighted_kappa": reliability.weighted_kappa(pair, random("kappa"), resampling).model_dump(),
        }
    if not found:
        return {"reason": "nothing was repeated"}
    equal = (frame["first"] == frame["again"]).groupby(frame["rater"])
    raters = {str(name): {"scores": len(part), "equal_share": float(part.mean())} for name, part in equal}
    return {"dimensions": found, "raters": raters}

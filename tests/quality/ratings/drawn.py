from __future__ import annotations

import numpy as np


def scores(seed: int, raters: int, units: int, missing: float) -> np.ndarray:
    """Ordinal scores 1..5, raters x units, of raters who partly agree; NaN where missing."""
    random = np.random.default_rng(seed)
    truth = random.normal(3, 1, units)
    drawn = np.clip(np.rint(truth + random.normal(0, 1, (raters, units))), 1, 5)
    drawn[random.random(drawn.shape) < missing] = np.nan
    return drawn

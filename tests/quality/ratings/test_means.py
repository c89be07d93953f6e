from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from muse.quality.ratings.means import crossed
from muse.quality.ratings.table import Panel, Ratings
from muse.quality.settings import ResamplingSettings, ScaleSettings

MANY = ResamplingSettings(draws=4000, confidence=0.95)
SCALE = ScaleSettings(lowest=1, highest=5)


def panel(rows: list[tuple[str, str, float]], system: str = "A") -> Panel:
    frame = pd.DataFrame(rows, columns=["item", "rater", "score"]).assign(system=system, dimension="d")
    return Ratings(frame, SCALE).panel("d", system)


def interval(*panels: Panel, contrast: list[float], raters_known: bool = True) -> tuple[float, float, float]:
    found = crossed(panels, contrast, np.random.default_rng(3), MANY, raters_known=raters_known)
    return found.low, found.value, found.high


def test_of_one_score_an_item_it_is_the_t_interval() -> None:
    # Items alone vary: the expanded percentile interval comes out where the t interval of the mean does.
    scores = np.random.default_rng(1).normal(3, 1, 15)
    low, value, high = interval(
        panel([(f"i{at}", "slot1", score) for at, score in enumerate(scores)]), contrast=[1], raters_known=False
    )
    half = 2.1448 * scores.std(ddof=1) / np.sqrt(15)  # t(14) at .975
    assert value == pytest.approx(scores.mean())
    assert (high - low) / 2 == pytest.approx(half, rel=0.06)


def test_a_bias_that_raters_bring_to_both_systems_cancels_in_the_difference() -> None:
    random = np.random.default_rng(2)
    bias = random.normal(0, 1, 8)
    noise = random.normal(0, 0.05, (2, 8, 20))
    panels = [
        panel([(f"{s}{i}", f"r{r}", 3 + s + bias[r] + noise[s, r, i]) for r in range(8) for i in range(20)], str(s))
        for s in (0, 1)
    ]
    mean_low, _, mean_high = interval(panels[0], contrast=[1])
    low, value, high = interval(*panels, contrast=[-1, 1])
    assert value == pytest.approx(1, abs=0.05)
    assert high - low < 0.1
    assert mean_high - mean_low > 0.5


def test_an_effect_of_items_that_systems_share_cancels_in_the_difference() -> None:
    random = np.random.default_rng(2)
    item, noise = random.normal(0, 1, 40), random.normal(0, 0.1, (2, 40))
    rows = [[(f"i{i}", "slot1", 3 + s + item[i] + noise[s, i]) for i in range(40)] for s in (0, 1)]
    shared = interval(panel(rows[0], "A"), panel(rows[1], "B"), contrast=[-1, 1], raters_known=False)
    apart = [(f"other {name}", rater, score) for name, rater, score in rows[1]]
    unshared = interval(panel(rows[0], "A"), panel(apart, "B"), contrast=[-1, 1], raters_known=False)
    assert shared[1] == pytest.approx(unshared[1])
    assert (shared[2] - shared[0]) * 5 < unshared[2] - unshared[0]


def test_one_item_or_one_rater_has_a_mean_without_interval() -> None:
    one_rater = panel([("i1", "r1", 3), ("i2", "r1", 4)])
    found = crossed([one_rater], [1], np.random.default_rng(1), MANY, raters_known=True)
    assert (found.value, found.low) == (3.5, None)
    assert "one item or one rater" in found.reason


def test_a_system_without_scores_has_no_mean() -> None:
    empty = panel([("i1", "r1", np.nan)])
    found = crossed([empty], [1], np.random.default_rng(1), MANY, raters_known=True)
    assert found.value is None
    assert found.reason


def test_of_three_raters_who_differ_it_is_students_interval() -> None:
    bias = np.array([-0.5, 0.1, 0.7])
    rated = panel([(f"i{i}", f"r{r}", 3 + bias[r]) for r in range(3) for i in range(30)])
    low, value, high = interval(rated, contrast=[1])
    half = 4.3027 * bias.std(ddof=1) / 3**0.5  # t(2) at .975
    assert value == pytest.approx(3.1)
    assert (high - low) / 2 == pytest.approx(half, rel=0.06)


def test_all_scores_equal_have_no_interval() -> None:
    same = panel([(f"i{i}", f"r{r}", 4) for i in range(5) for r in range(3)])
    found = crossed([same], [1], np.random.default_rng(3), MANY, raters_known=True)
    assert (found.value, found.low, found.high) == (4, None, None)
    assert found.reason == "the same in every resample: no interval"

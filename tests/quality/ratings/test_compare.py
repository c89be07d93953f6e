from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from muse.quality.estimate import Estimate
from muse.quality.ratings import compare, models
from muse.quality.ratings.simulate import simulate
from muse.quality.ratings.table import Ratings
from muse.quality.settings import QualitySettings, ResamplingSettings, ScaleSettings

FEW = ResamplingSettings(draws=200, confidence=0.95)
SCALE = ScaleSettings(lowest=1, highest=5)


def table(rows: list[tuple[str, str, str, float]]) -> Ratings:
    frame = pd.DataFrame(rows, columns=["item", "system", "rater", "score"]).assign(dimension="d")
    return Ratings(frame, SCALE)


@pytest.fixture(scope="module")
def drawn(settings: QualitySettings) -> Ratings:
    model = settings.simulation.model_copy(
        update={"dimensions": {"d": 0.0}, "careless_raters": 0, "systems": {"A": 4.0, "B": 4.0, "C": 3.0}}
    )
    return Ratings(simulate(model, settings.scale, 3, 0).ratings.astype({"score": float}), settings.scale)


def test_models_and_ranks_find_the_system_that_is_worse(drawn: Ratings) -> None:
    found = compare.compare(drawn, "d", FEW, 1, raters_known=True)
    for part in ("mixed_model", "cumulative_link", "rank_test"):
        p = {(pair["first"], pair["second"]): pair["p"] for pair in found[part]["pairs"]}
        assert p["A", "C"] < 0.01, part
        assert p["B", "C"] < 0.01, part
        assert p["A", "B"] > 0.05, part
    assert found["rank_test"]["test"] == "Friedman over raters"
    worse = next(pair for pair in found["pairs"] if pair["second"] == "C")
    assert worse["difference"]["low"] > 0
    assert worse["cliffs_delta"] > 0.3


def test_shared_items_are_blocks() -> None:
    random = np.random.default_rng(1)
    scores = np.clip(np.rint(random.normal(3, 1, (12, 3))), 1, 5)
    rows = [(f"i{i}", "ABC"[s], "r", scores[i, s]) for i in range(12) for s in range(3)]
    found = compare.rank_test(table(rows).frame, raters_known=True)
    expected = stats.friedmanchisquare(*scores.T)
    assert found["test"] == "Friedman over items"
    assert found["statistic"] == pytest.approx(expected.statistic)
    assert found["effect"]["value"] == pytest.approx(expected.statistic / (12 * 2))
    raw = sorted(pair["p_raw"] for pair in found["pairs"])
    holm = sorted(pair["p"] for pair in found["pairs"])
    assert holm[0] == pytest.approx(min(1, 3 * raw[0]))


def test_without_blocks_item_means_are_compared() -> None:
    rows = [(f"{s}{i}", s, f"slot{r}", 3 + (s == "A") + i % 2) for s in "AB" for i in range(8) for r in range(2)]
    found = compare.rank_test(table(rows).frame, raters_known=False)
    assert found["test"] == "Kruskal-Wallis over item means"
    assert found["n"] == 16


def test_effect_sizes_by_hand() -> None:
    # 1, 2 against 2, 3: of four pairs three are lower, one equal.
    assert compare.cliffs_delta(np.array([1.0, 2.0]), np.array([2.0, 3.0])) == pytest.approx(-3 / 4)
    # Both variances 1/2, mean difference -1: -1 / sqrt(.5) * (1 - 3 / (4 * 4 - 9)).
    assert compare.hedges_g(np.array([1.0, 2.0]), np.array([2.0, 3.0])) == pytest.approx(-(2**0.5) * 4 / 7)
    assert compare.hedges_g(np.array([2.0, 2.0]), np.array([2.0, 2.0])) is None
    assert compare.cliffs_delta(np.array([]), np.array([2.0])) is None


def test_the_detectable_difference_is_2_8_standard_errors() -> None:
    found = Estimate(value=0.0, low=-1.959964, high=1.959964, n=9, reason=None)
    assert compare.detectable(found, 0.95) == pytest.approx(1.959964 + 0.841621, abs=1e-4)
    assert compare.detectable(Estimate(value=0, low=None, high=None, n=1, reason="one"), 0.95) is None


@pytest.mark.parametrize(
    "rows",
    [
        [("i1", "A", "r1", 3), ("i2", "A", "r2", 4)],
        [(f"i{i}", s, f"r{r}", 4) for i, s in enumerate("AABB") for r in range(3)],
        [("i1", "A", "r1", 3), ("i2", "B", "r2", 4)],
    ],
    ids=["one system", "all equal", "two scores"],
)
def test_what_cannot_be_compared_says_why(rows: list[tuple[str, str, str, float]]) -> None:
    found = compare.compare(table(rows), "d", FEW, 1, raters_known=True)
    for part in ("mixed_model", "cumulative_link"):
        assert found[part].get("reason"), part


def test_raters_who_each_scored_one_system_only_cannot_be_told_from_it() -> None:
    random = np.random.default_rng(1)
    rows = [(f"{s}{i}", s, f"r{s}{k}", float(random.integers(1, 6))) for s in "AB" for i in range(8) for k in range(3)]
    found = compare.compare(table(rows), "d", FEW, 1, raters_known=True)
    assert found["mixed_model"] == found["cumulative_link"] == {"reason": models.NESTED}
    unknown = compare.compare(table(rows), "d", FEW, 1, raters_known=False)
    assert unknown["cumulative_link"]["pairs"]


def test_complete_separation_has_no_odds_ratio() -> None:
    rows = [(f"{s}{i}", s, f"r{k}", 5.0 if s == "A" else 1.0) for s in "AB" for i in range(8) for k in range(3)]
    found = compare.compare(table(rows), "d", FEW, 1, raters_known=True)
    assert "separate" in found["cumulative_link"]["reason"]
    assert found["pairs"][0]["difference"]["value"] == 4


def test_items_that_systems_share_are_the_models_groups() -> None:
    random = np.random.default_rng(1)
    item = random.normal(3, 0.9, 30)
    rows = [
        (f"i{i}", s, f"r{k}", float(np.clip(np.rint(item[i] + 0.5 * (s == "A") + random.normal(0, 0.4)), 1, 5)))
        for s in "AB"
        for i in range(30)
        for k in range(2)
    ]
    apart = [(f"{s}{i}", s, k, score) for i, s, k, score in rows]
    shared, unshared = (models.mixed_model(table(made).frame, raters_known=True) for made in (rows, apart))
    assert shared["pairs"][0]["error"] < unshared["pairs"][0]["error"] / 2

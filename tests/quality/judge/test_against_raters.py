from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from muse.quality.judge.against_raters import alternative_annotator, compare
from muse.quality.ratings.simulate import simulate
from muse.quality.ratings.table import Ratings
from muse.quality.settings import AgreementSettings, QualitySettings, ResamplingSettings

FEW = ResamplingSettings(draws=200, confidence=0.95)
TEST = AgreementSettings(cost_benefit=0.15, min_units=20, false_discovery_rate=0.05)


def panel(seed: int, raters: int = 3, units: int = 120) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    truth = random.normal(3, 1, units)
    return np.clip(np.rint(truth + random.normal(0, 0.8, (raters, units))), 1, 5), truth


def test_a_judge_who_knows_the_truth_passes_and_one_who_guesses_does_not() -> None:
    table, truth = panel(1)
    good = alternative_annotator(table, np.clip(np.rint(truth), 1, 5), TEST)
    bad = alternative_annotator(table, np.random.default_rng(2).integers(1, 6, len(truth)).astype(float), TEST)
    assert good["passes"]
    assert good["winning_rate"] == 1
    assert not bad["passes"]
    assert bad["advantage"] < good["advantage"]


def test_a_judge_who_copies_a_rater_ties_with_them() -> None:
    table, _ = panel(3, raters=2)
    found = alternative_annotator(table, table[0].copy(), TEST)
    # Against rater 1 the judge is rater 1: both win everywhere. Against rater 2: their distance from rater 1 is 0 for
    # the judge, which wins everywhere.
    assert found["advantage"] == 1
    assert found["winning_rate"] == 1


def test_too_few_shared_units_say_so() -> None:
    table, truth = panel(1, units=10)
    assert "two are needed" in alternative_annotator(table, truth, TEST)["reason"]


def test_correlations_are_those_of_scipy_and_units_without_a_judge_are_left_out(settings: QualitySettings) -> None:
    model = settings.simulation.model_copy(update={"dimensions": {"naturalness": 0.0}, "careless_raters": 0})
    study = simulate(model, settings.scale, 1, 0)
    ratings = Ratings(study.ratings.astype({"score": float}), settings.scale)
    judge = study.judge.iloc[:50]
    found = compare(ratings, judge, TEST, FEW, 1)["naturalness"]
    means = ratings.frame.groupby(["system", "item"])["score"].mean()
    x = [means[row.dataset, row.conversation_id] for row in judge.itertuples()]
    assert found["spearman"]["value"] == pytest.approx(stats.spearmanr(x, judge["score"]).statistic)
    assert found["kendall"]["value"] == pytest.approx(stats.kendalltau(x, judge["score"]).statistic)
    assert found["kendall"]["low"] < found["kendall"]["value"] < found["kendall"]["high"]
    assert len(found["pairs"]) == 50


def test_nothing_in_common(settings: QualitySettings) -> None:
    frame = pd.DataFrame(
        [("i", "A", "naturalness", "r", 3.0)], columns=["item", "system", "dimension", "rater", "score"]
    )
    judge = pd.DataFrame([("j", "A", "naturalness", 3)], columns=["conversation_id", "dataset", "dimension", "score"])
    found = compare(Ratings(frame, settings.scale), judge, TEST, FEW, 1)
    assert found == {"naturalness": {"reason": "no conversation was both rated and judged on it"}}

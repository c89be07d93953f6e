from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from muse.quality.ratings import agreement, reliability
from muse.quality.ratings.table import read
from muse.quality.settings import ResamplingSettings, ScaleSettings
from quality.ratings.drawn import scores

IRRCAC = json.loads(Path(__file__).with_name("irrcac.json").read_text(encoding="utf-8"))
FED = Path(__file__).parents[4] / "shared/data/fed-ratings/dialogue_ratings.csv"
FEW = ResamplingSettings(draws=200, confidence=0.95)
TABLES = st.builds(
    scores, st.integers(0, 10**6), st.integers(2, 6), st.integers(8, 30), st.sampled_from([0.0, 0.1, 0.3, 0.5])
)


def whole(table: np.ndarray) -> np.ndarray:
    return np.ones((1, table.shape[1]))


@settings(deadline=None, max_examples=25)
@given(TABLES)
def test_two_way_icc_is_pingouins(table: np.ndarray) -> None:
    complete = table[:, ~np.isnan(table).any(axis=0)]
    assume(complete.shape[1] >= 5 and len(np.unique(complete)) > 1)
    frame = pd.DataFrame(
        [(unit, rater, complete[rater, unit]) for unit in range(complete.shape[1]) for rater in range(len(complete))],
        columns=["unit", "rater", "score"],
    )
    table_of = pingouin.intraclass_corr(frame, targets="unit", raters="rater", ratings="score")
    expected = dict(zip(table_of["Type"], table_of["ICC"], strict=True))
    assert list(expected) == ["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"]
    one, one_k = reliability.one_way_icc(complete, whole(complete))[0]
    two, three, two_k, three_k = reliability.two_way_icc(complete, whole(complete))[0]
    np.testing.assert_allclose([one, two, three, one_k, two_k, three_k], list(expected.values()), atol=1e-9)


@settings(deadline=None, max_examples=25)
@given(TABLES)
def test_one_way_icc_with_gaps_is_that_of_the_analysis_of_variance(table: np.ndarray) -> None:
    rater, unit = np.nonzero(~np.isnan(table))
    frame = pd.DataFrame({"unit": unit, "score": table[rater, unit]})
    size = frame.groupby("unit").size()
    assume(size.max() > 1 and len(size) > 2 and frame["score"].nunique() > 1)
    parts = anova_lm(ols("score ~ C(unit)", frame).fit())
    rows, rest = parts["mean_sq"]
    assume(rest > 1e-9)
    k = (size.sum() - (size**2).sum() / size.sum()) / (len(size) - 1)
    found = reliability.one_way_icc(table, whole(table))[0]
    np.testing.assert_allclose(found, [(rows - rest) / (rows + (k - 1) * rest), (rows - rest) / rows], atol=1e-9)


@settings(deadline=None, max_examples=25)
@given(TABLES)
def test_fleiss_is_that_of_statsmodels(table: np.ndarray) -> None:
    complete = table[:, ~np.isnan(table).any(axis=0)]
    assume(complete.shape[1] >= 3 and len(np.unique(complete)) > 1)
    counts = (complete.T[:, :, None] == np.unique(complete)).sum(axis=1)
    assert reliability.fleiss_kappa(complete, whole(complete))[0, 0] == pytest.approx(fleiss_kappa(counts), abs=1e-9)


@pytest.mark.parametrize("case", IRRCAC["random"], ids=lambda case: f"missing {case['missing']}")
def test_with_missing_scores_fleiss_and_alpha_are_those_of_irrcac(case: dict) -> None:
    table = scores(case["seed"], case["raters"], case["units"], case["missing"])
    assert reliability.fleiss_kappa(table, whole(table))[0, 0] == pytest.approx(case["fleiss"], abs=1e-9)
    for level in ("nominal", "interval"):
        found = agreement.alpha(table, level, np.random.default_rng(1), FEW)
        assert found.value == pytest.approx(case[level], abs=1e-9)


@pytest.mark.skipif(not FED.exists(), reason="../shared/data/fed-ratings is not here")
@pytest.mark.parametrize("dimension", IRRCAC["fed"])
def test_on_fed_fleiss_and_alpha_are_those_of_irrcac(dimension: str) -> None:
    table = read(FED, ScaleSettings(lowest=0, highest=4), None).panel(dimension).matrix()
    expected = IRRCAC["fed"][dimension]
    assert reliability.fleiss_kappa(table, whole(table))[0, 0] == pytest.approx(expected["fleiss"], abs=1e-9)
    assert agreement.alpha(table, "nominal", np.random.default_rng(1), FEW).value == pytest.approx(
        expected["nominal"], abs=1e-9
    )


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6), st.integers(10, 40), st.sampled_from([0.0, 0.2]))
def test_weighted_kappa_of_two_is_that_of_statsmodels(seed: int, units: int, missing: float) -> None:
    table = scores(seed, 2, units, missing)
    both = table[:, ~np.isnan(table).any(axis=0)].astype(int)
    assume(both.shape[1] >= reliability.MIN_PAIRED_UNITS and (np.ptp(both, axis=1) > 0).all())
    counts = np.zeros((5, 5))
    np.add.at(counts, (both[0] - 1, both[1] - 1), 1)
    expected = cohens_kappa(counts, wt="quadratic").kappa
    assert reliability.quadratic_kappa(table, whole(table))[0, 0] == pytest.approx(expected, abs=1e-9)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6), st.integers(5, 30))
def test_weighted_spearman_is_spearman_of_the_resample(seed: int, units: int) -> None:
    x, y = scores(seed, 2, units, 0)
    weights = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), 3)
    for row, found in zip(weights, reliability.weighted_spearman(x, y, weights.astype(float)), strict=True):
        a, b = np.repeat(x, row), np.repeat(y, row)
        if np.ptp(a) == 0 or np.ptp(b) == 0:
            assert np.isnan(found)
        else:
            assert found == pytest.approx(stats.spearmanr(a, b).statistic, abs=1e-9)


def test_leave_one_out_by_hand() -> None:
    # Raters 1 and 2 rank alike, 3 ranks the other way round: 1 and 2 each against the mean of the two others (all
    # equal, undefined), 3 against the mean of 1 and 2: -1. The average of what is defined is -1.
    table = np.array([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]], float)
    assert reliability.leave_one_out_correlation(table, whole(table))[0, 0] == pytest.approx(-1)


def test_an_incomplete_design_has_one_way_icc_only() -> None:
    table = scores(1, 4, 20, 0)
    table[0, :10] = table[1, 10:] = np.nan
    found = reliability.icc(table, np.random.default_rng(1), FEW)
    assert found["icc_1"].low < found["icc_1"].value < found["icc_1"].high
    assert found["icc_2"].value is None
    assert "0 units were scored by every rater" in found["icc_2"].reason


@pytest.mark.parametrize("table", [[[1, 2, 3]], [[1, np.nan], [np.nan, 2]], [[4, 4, 4], [4, 4, 4]]])
def test_what_is_not_defined_has_a_reason(table: list[list[float]]) -> None:
    random = np.random.default_rng(1)
    made = np.array(table, float)
    found = [
        reliability.fleiss(made, random, FEW),
        reliability.weighted_kappa(made, random, FEW),
        reliability.leave_one_out(made, random, FEW),
        *reliability.icc(made, random, FEW).values(),
    ]
    assert all(value.value is None and value.reason for value in found)

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from muse.quality import estimate


def test_the_mean_of_few_values_has_the_width_of_a_t_interval() -> None:
    values = np.random.default_rng(1).normal(0, 1, 12)
    found = estimate.mean(values, np.random.default_rng(2), 4000, 0.95)
    half = stats.t.ppf(0.975, 11) * values.std(ddof=1) / 12**0.5
    assert found.value == pytest.approx(values.mean())
    assert (found.high - found.low) / 2 == pytest.approx(half, rel=0.06)


@pytest.mark.parametrize("sizes", [(40, 40), (9, 200), (200, 9)])
def test_a_difference_has_the_width_of_welchs_interval(sizes: tuple[int, int]) -> None:
    random = np.random.default_rng(1)
    one, other = random.normal(0, 1, sizes[0]), random.normal(0, 2, sizes[1])
    found = estimate.difference(one, other, np.random.default_rng(2), 3000, 0.95)
    welch = stats.ttest_ind(one, other, equal_var=False)
    low, high = welch.confidence_interval()
    assert estimate.welch(one, other) == pytest.approx(welch.df)
    assert found.value == pytest.approx(one.mean() - other.mean())
    assert found.high - found.low == pytest.approx(high - low, rel=0.08)


@given(st.lists(st.integers(1, 5), min_size=9, max_size=30), st.integers(0, 10**6))
def test_a_mean_of_scores_stays_on_the_scale_and_has_an_interval_unless_all_are_equal(
    given: list[int], seed: int
) -> None:
    found = estimate.mean(np.array(given, float), np.random.default_rng(seed), 200, 0.95)
    if len(set(given)) == 1:
        assert (found.value, found.low, found.reason) == (given[0], None, "the same in every resample: no interval")
    else:
        assert min(given) <= found.low <= found.high <= max(given)
        assert found.low < found.high


def test_a_ratio_resamples_clusters() -> None:
    # All of a cluster's units are alike: 60 units say no more than 12 means.
    means = np.random.default_rng(1).normal(3, 1, 12)
    found = estimate.ratio(means * 5, np.full(12, 5.0), np.random.default_rng(2), 4000, 0.95)
    half = stats.t.ppf(0.975, 11) * means.std(ddof=1) / 12**0.5
    assert (found.value, found.n) == (pytest.approx(means.mean()), 60)
    assert (found.high - found.low) / 2 == pytest.approx(half, rel=0.06)
    assert estimate.ratio(np.zeros(2), np.zeros(2), np.random.default_rng(2), 100, 0.95).reason == "no values"


def test_a_share_of_none_has_an_interval() -> None:
    # Wilson 1927: 0 of 60 reaches up to z^2 / (60 + z^2).
    found = estimate.share(np.zeros(60), 0.95)
    assert (found.value, found.low) == (0, 0)
    assert found.high == pytest.approx(1.959964**2 / (60 + 1.959964**2))
    assert estimate.share(np.zeros(0), 0.95).reason == "no values"


@pytest.mark.parametrize(
    ("values", "reason"), [([], "no values"), ([np.nan], "no values"), ([3.0], "one unit only: no interval")]
)
def test_too_few_values_have_a_reason(values: list[float], reason: str) -> None:
    found = estimate.mean(np.array(values), np.random.default_rng(1), 100, 0.95)
    assert found.reason == reason
    assert found.low is None


def test_a_statistic_that_most_resamples_leave_undefined_has_no_interval() -> None:
    draws = np.array([1.0, 2.0] * 200 + [np.nan] * 600)
    assert estimate.from_draws(1.5, draws, 9, 0.95, 8).low is None
    assert estimate.from_draws(1.5, draws[:600], 9, 0.95, 8).low == 1


def test_an_interval_that_would_end_beyond_the_draws_is_none() -> None:
    # t(4) at .975 times sqrt(5 / 4) is 3.10 normal deviations: one draw in a thousand lies below.
    values = np.arange(5.0)
    found = estimate.mean(values, np.random.default_rng(1), 900, 0.95)
    assert (found.value, found.low, found.reason) == (2, None, "too few units: no interval")
    assert estimate.mean(values, np.random.default_rng(1), 1100, 0.95).low is not None

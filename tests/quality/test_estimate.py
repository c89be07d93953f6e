from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from muse.quality import estimate


def test_the_mean_of_few_values_has_the_width_of_a_t_interval() -> None:
    values = np.random.default_rng(1).normal(0, 1, 12)
    found = estimate.mean(values, np.random.default_rng(2), 4000, 0.95)
    half = stats.t.ppf(0.975, 11) * values.std(ddof=1) / 12**0.5
    assert found.value == pytest.approx(values.mean())
    assert (found.high - found.low) / 2 == pytest.approx(half, rel=0.06)


def test_a_difference_has_the_width_of_welchs_interval() -> None:
    random = np.random.default_rng(1)
    one, other = random.normal(0, 1, 40), random.normal(0, 2, 40)
    found = estimate.difference(one, other, np.random.default_rng(2), 3000, 0.95)
    low, high = stats.ttest_ind(one, other, equal_var=False).confidence_interval()
    assert found.value == pytest.approx(one.mean() - other.mean())
    assert found.high - found.low == pytest.approx(high - low, rel=0.08)


@pytest.mark.parametrize(
    ("values", "reason"), [([], "no values"), ([np.nan], "no values"), ([3.0], "one unit only: no interval")]
)
def test_too_few_values_have_a_reason(values: list[float], reason: str) -> None:
    found = estimate.mean(np.array(values), np.random.default_rng(1), 100, 0.95)
    assert found.reason == reason
    assert found.low is None


def test_a_statistic_that_most_resamples_leave_undefined_has_no_interval() -> None:
    draws = np.array([1.0] * 40 + [np.nan] * 60)
    assert estimate.from_draws(1.0, draws, 9, 0.95, 8).low is None
    assert estimate.from_draws(1.0, draws[:60], 9, 0.95, 8).low == 1

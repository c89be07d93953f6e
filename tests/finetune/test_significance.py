"""Bootstrap and Holm against second implementations and known answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests

from muse.finetune.significance import bootstrap, holm, interval_over_seeds, paired


def test_single_clusters_agree_with_scipy() -> None:
    values = np.random.default_rng(1).normal(0.3, 1.0, 200)
    ours = bootstrap(values.tolist(), [str(i) for i in range(200)], 20_000, np.random.default_rng(2))
    theirs = stats.bootstrap((values,), np.mean, n_resamples=20_000, method="percentile", rng=3).confidence_interval
    assert ours.mean == pytest.approx(values.mean())
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.01)


def test_repeats_within_clusters_do_not_narrow_the_interval() -> None:
    values = np.random.default_rng(1).normal(0.0, 1.0, 50)
    names = [str(i) for i in range(50)]
    once = bootstrap(values.tolist(), names, 5000, np.random.default_rng(2))
    often = bootstrap(np.repeat(values, 8).tolist(), np.repeat(names, 8).tolist(), 5000, np.random.default_rng(2))
    assert often.high - often.low == pytest.approx(once.high - once.low, rel=0.02)


def test_p_values() -> None:
    names = [str(i) for i in range(40)]
    clear = bootstrap([1.0] * 40, names, 999, np.random.default_rng(1))
    none = bootstrap([0.0] * 40, names, 999, np.random.default_rng(1))
    assert clear.p == pytest.approx(2 / 1000)
    assert none.p == 1.0


def test_paired_uses_the_examples_that_both_have() -> None:
    one, other = {"a": 1.0, "b": 0.5, "c": 1.0}, {"b": 0.25, "c": 0.0, "d": 9.0}
    found = paired(one, other, {"a": "t", "b": "t", "c": "u", "d": "u"}, 100, np.random.default_rng(1))
    assert found.mean == pytest.approx((0.25 + 1.0) / 2)


@settings(max_examples=30)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_holm_agrees_with_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1])


def test_interval_over_seeds_by_hand() -> None:
    # mean .5, standard deviation .1, t(2, .975) = 4.30265: half-width 4.30265 * .1 / sqrt 3 = .24841
    mean, low, high = interval_over_seeds([0.4, 0.5, 0.6])
    assert (mean, low, high) == pytest.approx((0.5, 0.25159, 0.74841), abs=1e-5)
    assert math.isnan(interval_over_seeds([0.4])[1])

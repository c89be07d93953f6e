from __future__ import annotations

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muse.quality.ratings import agreement, reliability
from muse.quality.settings import ResamplingSettings
from quality.ratings.drawn import scores

NAN = np.nan


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(2, 6), st.integers(3, 30), st.floats(0, 0.6))
@pytest.mark.parametrize("level", agreement.LEVELS)
def test_alphas_of_many_resamples_are_those_of_the_library(
    level: agreement.Level, seed: int, raters: int, units: int, missing: float
) -> None:
    table = scores(seed, raters, units, missing)
    if agreement.why_not(table):
        return
    domain = np.unique(table[~np.isnan(table)])
    counts = (table.T[:, :, None] == domain).sum(axis=1).astype(float)
    counts = counts[counts.sum(axis=1) > 1]
    weights = np.random.default_rng(seed).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), 3)
    for row, found in zip(weights, agreement.alphas(counts, domain, level, weights.astype(float)), strict=True):
        resample = np.repeat(counts, row, axis=0)
        with np.errstate(invalid="ignore"):
            expected = krippendorff.alpha(value_counts=resample, value_domain=domain, level_of_measurement=level)
        if np.isnan(found):
            assert np.isnan(expected) or (resample.sum(axis=0) > 0).sum() == 1
        else:
            assert found == pytest.approx(expected, abs=1e-9)


def test_alpha_of_krippendorffs_own_example() -> None:
    # Krippendorff 2011, example C: 4 observers, 12 units, missing data; nominal .743, ordinal .815, interval .849.
    table = np.array(
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
            [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
        ]
    )
    few = ResamplingSettings(draws=200, confidence=0.95)
    for level, expected in (("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)):
        found = agreement.alpha(table, level, np.random.default_rng(1), few)
        assert found.value == pytest.approx(expected, abs=5e-4)
        assert found.n == 11
        assert found.low < found.value < found.high


def test_versions_of_an_item_say_no_more_than_the_item() -> None:
    many = ResamplingSettings(draws=2000, confidence=0.95)
    once = scores(1, 4, 40, 0.1)
    twice, items = np.concatenate([once, once], axis=1), np.tile(np.arange(40), 2)

    def widths(table: np.ndarray, items: np.ndarray | None) -> list[float]:
        random = np.random.default_rng(2)
        found = [
            agreement.alpha(table, "ordinal", random, many, items),
            reliability.fleiss(table, random, many, items),
            reliability.weighted_kappa(table, random, many, items),
            *list(reliability.icc(table, random, many, items).values())[:2],
        ]
        return [estimate.high - estimate.low for estimate in found]

    assert widths(twice, items) == pytest.approx(widths(once, None), rel=0.1)
    assert max(widths(twice, None)) < 0.8 * max(widths(once, None))


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([[1, 2, 3]], "one rater only"),
        ([[1, 2, NAN], [NAN, NAN, NAN]], "one rater only"),
        ([[NAN, NAN]], "no scores"),
        ([[1, NAN, 3, NAN], [NAN, 2, NAN, 4]], "no unit was scored by two raters"),
        ([[3, 3, 3], [3, 3, 3]], "all scores are equal"),
        ([[3, 3, 1], [3, 3, NAN]], "all scores are equal"),
    ],
)
def test_what_has_no_agreement_says_why(table: list[list[float]], reason: str) -> None:
    few = ResamplingSettings(draws=100, confidence=0.95)
    found = agreement.alpha(np.array(table), "ordinal", np.random.default_rng(1), few)
    assert found.value is None
    assert reason in found.reason

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from muse.quality.judge import bradley_terry
from muse.quality.settings import ResamplingSettings

FEW = ResamplingSettings(draws=200, confidence=0.95)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10**6), st.integers(2, 5))
def test_strengths_are_those_of_a_logistic_regression(seed: int, size: int) -> None:
    wins = np.random.default_rng(seed).integers(1, 30, (size, size)).astype(float)
    np.fill_diagonal(wins, 0)
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    design = np.zeros((len(pairs), size))
    for row, (a, b) in enumerate(pairs):
        design[row, a], design[row, b] = 1, -1
    counts = np.array([[wins[a, b] + 0.5, wins[b, a] + 0.5] for a, b in pairs])  # the added tie
    fit = sm.GLM(counts, design[:, 1:], family=sm.families.Binomial()).fit(tol=1e-12)
    expected = np.concatenate([[0], fit.params])
    np.testing.assert_allclose(bradley_terry.strengths(wins[None])[0], expected - expected.mean(), atol=1e-6)


def judged(winners: list[tuple[str, str, str]]) -> pd.DataFrame:
    """Rows for (dataset shown first, second, winner); two rows in a row are one pair in both orders."""
    return pd.DataFrame(
        [
            {
                "pair": f"p{at // 2}",
                "first_dataset": first,
                "first_id": "c1",
                "first_tokens": 90 if first == "long" else 50,
                "second_dataset": second,
                "second_id": "c1",
                "second_tokens": 90 if second == "long" else 50,
                "winner": winner,
            }
            for at, (first, second, winner) in enumerate(winners)
        ]
    )


def analyse(winners: list[tuple[str, str, str]]) -> dict:
    return bradley_terry.analyse(judged(winners), np.random.default_rng(1), FEW)


def test_a_judge_who_always_takes_the_first_is_seen_as_biased_and_the_datasets_as_equal() -> None:
    found = analyse([("a", "b", "first"), ("b", "a", "first")] * 20)
    assert found["first_wins"]["value"] == 1
    assert found["same_in_both_orders"]["value"] == 0
    assert found["strengths"]["a"]["value"] == pytest.approx(0)


def test_a_judge_who_takes_the_longer_is_seen_as_such() -> None:
    found = analyse([("long", "b", "first"), ("b", "long", "second")] * 20)
    assert found["longer_wins"]["value"] == 1
    assert found["first_wins"]["value"] == 0.5
    assert found["same_in_both_orders"]["value"] == 1
    # 40 wins of 40 and one tie added: log(40.5 / .5), half of it on each side of 0.
    assert found["strengths"]["long"]["value"] == pytest.approx(np.log(81) / 2)
    assert found["wins"] == [{"first": "b", "second": "long", "wins": 0, "losses": 40}]


def test_ties_are_half_a_win_each() -> None:
    found = analyse([("a", "b", "tie"), ("b", "a", "tie")] * 10)
    assert found["tie_share"] == 1
    assert found["wins"][0]["wins"] == found["wins"][0]["losses"] == 10
    assert found["first_wins"]["value"] is None
    assert found["first_wins"]["reason"]


def test_nothing_judged() -> None:
    assert bradley_terry.analyse(judged([]), np.random.default_rng(1), FEW) == {"reason": "no pairs were judged"}

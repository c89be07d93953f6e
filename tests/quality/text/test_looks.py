from __future__ import annotations

import numpy as np
import pytest

from muse.quality.dialogues import Dialogue, Utterance
from muse.quality.settings import ResamplingSettings
from muse.quality.text import looks, scenarios

FEW = ResamplingSettings(draws=200, confidence=0.95)
TRUTH = {
    "a": {"colour": "sky blue", "second_colour": "white", "pattern": "floral"},
    "b": {"colour": "blue", "second_colour": "", "pattern": "plain"},
}


def test_only_the_assistants_words_about_one_picture_count() -> None:
    lines = (
        Utterance("user", "A blue one", ("a",), ("a",)),
        Utterance("assistant", "This is blue", ("a",), ("a",)),
        Utterance("assistant", "Which of the two?", ("a", "b"), ("a", "b")),
        Utterance("assistant", "Hello"),
    )
    assert looks.recommendations([Dialogue("d", "x", "w", "", "", lines)]) == [("d", "This is blue", "a")]


def test_names_are_counted_longest_first_and_held_against_the_truth() -> None:
    said = [
        ("d1", "A sky blue dress with a floral print, white trim.", "a"),  # sky blue, white, floral: true
        ("d2", "It is blue and floral.", "b"),  # blue true, floral false
        ("d3", "It is blue.", "a"),  # false: the item is sky blue
        ("d4", "Blue!", "unknown"),  # nothing known of the item
    ]
    said = [(f"{dialogue}/{copy}", words, item) for copy in range(3) for dialogue, words, item in said]
    found = looks.true_share(said, TRUTH, FEW, 1)
    assert (found["colour"]["value"], found["colour"]["n"]) == (3 / 4, 3 * 4)
    assert (found["pattern"]["value"], found["pattern"]["n"]) == (1 / 2, 3 * 2)
    assert found["colour"]["low"] < 3 / 4 < found["colour"]["high"]


def test_without_truth_or_names_it_says_so() -> None:
    assert looks.true_share([("d", "blue", "a")], {}, FEW, 1)["colour"]["reason"] == "no true attributes at hand"
    assert looks.true_share([("d", "nice", "a")], TRUTH, FEW, 1)["colour"]["reason"] == "none is named"


def test_likeness_is_one_for_its_own_and_half_for_anything() -> None:
    seen = np.eye(6)
    assert (looks.likeness(seen, seen) == 1).all()
    assert looks.likeness(np.full((6, 6), 6**-0.5), seen) == pytest.approx(0.5)
    assert (looks.likeness(seen, np.roll(seen, 1, axis=0)) < 0.5).all()
    assert np.isnan(looks.likeness(seen, np.tile(seen[:1], (6, 1)))).all()  # one picture: no other


def test_a_rewriter_that_loses_the_truth_is_seen_pair_by_pair() -> None:
    before = [(f"d{at}", "It is blue.", "b") for at in range(20)] + [("e", "It is sky blue.", "b")]
    after = [(f"d{at}", "It is white." if at % 2 else "It is blue.", "b") for at in range(20)] + [before[-1]]
    (colour, pattern) = looks.true_share_difference(after, before, TRUTH, FEW, 1, paired=True)
    # 10 of 21 names true after, 20 of 21 before.
    assert colour["value"] == pytest.approx(-10 / 21)
    assert colour["high"] < 0
    assert pattern["reason"] == "none is named on one side"
    (same, _) = looks.true_share_difference(before, before, TRUTH, FEW, 1, paired=True)
    assert (same["value"], same["low"], same["reason"]) == (0, None, "the same in every resample: no interval")
    (apart, _) = looks.true_share_difference(after, before, TRUTH, FEW, 1, paired=False)
    assert apart["low"] < apart["value"] < apart["high"] < 0
    assert looks.true_share_difference(after, before, {}, FEW, 1, paired=False)[0]["reason"]


def test_scenarios_by_hand() -> None:
    # Two at right angles, one equal to the first: distances 1, 0, 1 between the three pairs.
    vectors = np.array([[1, 0], [1, 0], [0, 1]], float)
    found = scenarios.diversity(vectors, FEW, 1)
    assert found["dispersion"]["value"] == pytest.approx(2 / 3)
    assert found["nearest_neighbour"]["value"] == pytest.approx((1 + 1 + 0) / 3)
    assert scenarios.diversity(vectors[:2], FEW, 1)["dispersion"]["value"] is None


def test_the_spread_of_the_dispersion_is_that_of_a_mean_of_pairs() -> None:
    # Over many samples of 40 unit vectors: the standard error that pseudo-values tell is the one that is seen.
    random = np.random.default_rng(1)
    seen, told = [], []
    for _ in range(300):
        vectors = random.normal([1, 0, 0], 1, (40, 3))
        values = scenarios.dispersion(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
        seen.append(values.mean())
        told.append(values.std(ddof=1) / 40**0.5)
    assert np.mean(told) == pytest.approx(np.std(seen), rel=0.15)

from __future__ import annotations

import numpy as np

from muse.quality.dialogues import Dialogue, Utterance
from muse.quality.settings import QualitySettings
from muse.quality.text.resemblance import between, paired


def dialogues(*texts: str, scenario: str = "at") -> list[Dialogue]:
    return [
        Dialogue(f"d{at}", "x", "w", "all", f"{scenario} {at}", (Utterance("user", text),))
        for at, text in enumerate(texts)
    ]


def encode(texts: list[str]) -> np.ndarray:
    """Scenarios "same .." all alike, others at right angles to each other."""
    vectors = np.zeros((len(texts), 20))
    for row, text in enumerate(texts):
        vectors[row, 0 if text.startswith("same") else 1 + row] = 1
    return vectors


def unlike(count: int) -> list[str]:
    return [" ".join(f"word{place}{at}" for at in range(30)) for place in range(count)]


def test_a_version_that_says_the_same_twice(settings: QualitySettings) -> None:
    before = unlike(12)
    after = [before[0]] * 6 + before[6:]
    rows = paired(dialogues(*after), dialogues(*before), settings.text, settings.resampling, 1)
    assert [row["measure"] for row in rows] == ["duplicate", "near_duplicate"]
    for row in rows:
        assert (row["value"], row["n"]) == (0.5, 12)
        assert row["low"] < 0.5 < row["high"]


def test_kinds_are_compared_by_equally_many(settings: QualitySettings) -> None:
    few, many = unlike(4), [*unlike(4), *unlike(4)]  # of the eight, every one has a copy; of four of them, at most four
    rows = between(dialogues(*few, scenario="same"), dialogues(*many), encode, settings.text, settings.resampling, 1)
    found = {row["measure"]: row for row in rows}
    assert found["near_duplicate"]["n"] == found["nearest_scenario"]["n"] == 8
    assert -1 <= found["near_duplicate"]["value"] <= 0
    assert found["nearest_scenario"]["value"] == 1
    assert found["scenario_dispersion"]["value"] == -1


def test_nothing_to_compare_with_has_its_reason(settings: QualitySettings) -> None:
    rows = between(dialogues(*unlike(3)), [], encode, settings.text, settings.resampling, 1)
    assert all(row["value"] is None and row["reason"] for row in rows)

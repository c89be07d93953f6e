from __future__ import annotations

import numpy as np
import pytest

from muse.quality.dialogues import Dialogue, Utterance
from muse.quality.settings import QualitySettings, TextSettings
from muse.quality.text import differences


@pytest.fixture
def text(settings: QualitySettings) -> TextSettings:
    return settings.text.model_copy(update={"block_tokens": 60, "max_blocks": 8})


def made(count: int, words: int, types: int) -> list[Dialogue]:
    """Dialogues of one utterance whose words are drawn from so many types."""
    random = np.random.default_rng(1)
    return [
        Dialogue(
            f"d{at}",
            "x",
            "w",
            "all",
            "",
            (Utterance("user", " ".join(f"w{word}" for word in random.integers(types, size=words))),),
        )
        for at in range(count)
    ]


def test_versions_that_are_equal_differ_by_nothing(settings: QualitySettings, text: TextSettings) -> None:
    same = made(40, 20, 50)
    for found in differences.paired(same, same, text, settings.resampling, 1):
        assert (found["value"], found["low"]) == (0, None), found["measure"]
        assert found["reason"] == "the same in every resample: no interval"
        assert found["n"] == (8 if found["measure"] in differences.OF_GROUPS else 40)


def test_a_richer_and_longer_version_is_seen(settings: QualitySettings, text: TextSettings) -> None:
    found = {
        entry["measure"]: entry
        for entry in differences.paired(made(40, 24, 400), made(40, 20, 30), text, settings.resampling, 1)
    }
    assert found["distinct_1"]["low"] > 0.2
    assert found["tokens_per_utterance"]["value"] == 4


def test_kinds_of_different_dialogues(settings: QualitySettings, text: TextSettings) -> None:
    found = differences.between(made(30, 20, 400), made(20, 20, 30), text, settings.resampling, 1)
    assert {entry["measure"] for entry in found} == {
        *differences.OF_GROUPS,
        *differences.OF_DIALOGUES,
    }
    assert found[0]["low"] > 0.2


def test_too_little_text_says_so(settings: QualitySettings, text: TextSettings) -> None:
    for found in (
        differences.paired([], [], text, settings.resampling, 1),
        differences.between(made(9, 20, 9), [], text, settings.resampling, 1),
    ):
        assert all(entry["value"] is None and entry["reason"] for entry in found)
        assert "fewer than 60 tokens" in found[0]["reason"]

from __future__ import annotations

import support

from muse.quality import dialogues
from muse.quality.settings import QualitySettings
from muse.quality.text import statistics


def describe(settings: QualitySettings, count: int, block_tokens: int = 200) -> dict:
    group = [dialogues.released(support.conversation(number)) for number in range(count)]
    text = settings.text.model_copy(update={"block_tokens": block_tokens, "self_bleu_sample": 12})
    return statistics.describe(group, text, settings.resampling, seed=1)


def test_measures_have_intervals_around_their_values(settings: QualitySettings) -> None:
    described = describe(settings, 20)
    assert described["dialogues"] == 20
    assert described["utterances"] == 160
    assert described["blocks"] == min(described["tokens"] // 200, settings.text.max_blocks)
    for name, found in described["measures"].items():
        assert found["low"] <= found["value"] <= found["high"], name
    assert described["measures"]["utterances_per_dialogue"]["value"] == 8


def test_too_little_text_is_said_not_guessed(settings: QualitySettings) -> None:
    described = describe(settings, 1, block_tokens=5000)
    assert described["measures"]["mtld"]["value"] is None
    assert "fewer than 5000 tokens" in described["measures"]["mtld"]["reason"]
    assert described["at_reference"] is None


def test_no_dialogues_at_all(settings: QualitySettings) -> None:
    described = describe(settings, 0)
    assert all(found["value"] is None and found["reason"] for found in described["measures"].values())
    assert described["repeated_utterances"] is None

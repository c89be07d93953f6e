from __future__ import annotations

import support

from muse.quality import dialogues
from muse.quality.dialogues import Dialogue, Utterance
from muse.quality.settings import QualitySettings
from muse.quality.text import statistics


def describe(settings: QualitySettings, count: int, block_tokens: int = 200) -> dict:
    group = [dialogues.released(support.conversation(number)) for number in range(count)]
    few = {"block_tokens": block_tokens, "self_bleu_sample": 12, "reference_tokens": 400}
    text = settings.text.model_copy(update=few)
    return statistics.describe(group, text, settings.resampling, seed=1)


def dialogue(name: str, *texts: str) -> Dialogue:
    return Dialogue(name, "x", "w", "all", "", tuple(Utterance("user", text) for text in texts))


def test_measures_have_intervals_around_their_values(settings: QualitySettings) -> None:
    described = describe(settings, 20)
    assert described["dialogues"] == 20
    assert described["utterances"] == 160
    assert described["blocks"] == min(described["tokens"] // 200, settings.text.max_blocks)
    without = {name: found["reason"] for name, found in described["measures"].items() if found["reason"]}
    # The conversations are all alike.
    assert set(without) == {"utterances_per_dialogue", "tokens_per_utterance", "repeated_utterances"}
    assert described["measures"]["near_duplicate"]["value"] == 1
    for name, found in described["measures"].items():
        assert name in without or found["low"] <= found["value"] <= found["high"], name
    assert described["measures"]["utterances_per_dialogue"]["value"] == 8


def test_what_more_text_has_more_of_is_measured_on_equally_much(settings: QualitySettings) -> None:
    texts = [" ".join(f"word{word}" for word in range(at, at + 20)) for at in range(0, 1600, 20)]
    once = [dialogue(f"d{at}", text) for at, text in enumerate(texts)]
    text = settings.text.model_copy(update={"block_tokens": 400, "reference_tokens": 400, "max_blocks": 4})
    few, many = (statistics.describe(group, text, settings.resampling, 1) for group in (once, once * 8))
    assert few["repeated_utterances"] == 0
    assert many["repeated_utterances"] == 7 / 8
    # Of 20 utterances in a block, few stand there twice.
    assert many["measures"]["repeated_utterances"]["value"] < 0.3
    assert many["measures"]["duplicate"]["n"] == few["measures"]["duplicate"]["n"] == 20
    assert few["measures"]["duplicate"]["value"] == 0
    assert 0 < few["measures"]["duplicate"]["high"] < 0.2


def test_utterances_of_one_dialogue_are_no_independent_sample(settings: QualitySettings) -> None:
    long, short = "word " * 30, "word " * 10
    apart = [dialogue(f"d{at}", *[long if at % 2 else short] * 20) for at in range(20)]
    mixed = [dialogue(f"d{at}", *[long, short] * 10) for at in range(19)] + [
        dialogue("d19", *[long] * 11, *[short] * 9)
    ]
    found = [
        statistics.describe(group, settings.text, settings.resampling, 1)["measures"]["tokens_per_utterance"]
        for group in (apart, mixed)
    ]
    assert [round(each["value"]) for each in found] == [20, 20]
    assert found[0]["high"] - found[0]["low"] > 5 * (found[1]["high"] - found[1]["low"])


def test_too_little_text_is_said_not_guessed(settings: QualitySettings) -> None:
    described = describe(settings, 1, block_tokens=5000)
    assert described["measures"]["mtld"]["value"] is None
    assert "fewer than 5000 tokens" in described["measures"]["mtld"]["reason"]
    assert described["at_reference"] is None


def test_no_dialogues_at_all(settings: QualitySettings) -> None:
    described = describe(settings, 0)
    assert all(found["value"] is None and found["reason"] for found in described["measures"].values())
    assert described["repeated_utterances"] is None

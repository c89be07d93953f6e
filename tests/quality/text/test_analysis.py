from __future__ import annotations

import json

import numpy as np
import support

from muse.core.records import Conversation
from muse.core.seeding import generator
from muse.quality.settings import QualitySettings
from muse.quality.text import differences, resemblance
from muse.quality.text.analysis import analyse

SEEN = {f"i{number}": f"a plain thing number {number}" for number in range(12)}
TRUTH = {item: {"colour": "red", "second_colour": "", "pattern": "plain"} for item in SEEN}


def encode(texts: list[str]) -> np.ndarray:
    vectors = np.array([generator(1, "words", text).normal(size=8) for text in texts]).reshape(len(texts), 8)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def spoken(number: int, text: str, before: str | None = None) -> Conversation:
    record = support.conversation(number, f"i{number % 6}", f"i{number % 6 + 6}")
    turns = [turn.model_copy(update={"text": text, "original_text": before}) for turn in record.turns]
    return record.model_copy(update={"turns": tuple(turns), "opening": "multimodal" if number % 2 else "text"})


def found(settings: QualitySettings, dropped: list[Conversation]) -> dict:
    small = settings.model_copy(update={"text": settings.text.model_copy(update={"block_tokens": 40})})
    kept = [spoken(number, f"A plain red one, number {number}.", "One.") for number in range(20)]
    made = analyse(kept, dropped, [], SEEN, TRUTH, encode, small, 1)
    json.dumps(made, allow_nan=False)
    return made


def values(made: dict, name: str) -> dict[str, dict]:
    return {entry["measure"]: entry for entry in made["differences"][name]}


def test_each_difference_is_on_every_measure(settings: QualitySettings) -> None:
    made = found(settings, [spoken(50 + number, "Blue.") for number in range(4)])
    first, last = [*differences.OF_GROUPS, *differences.OF_DIALOGUES], ["true_colour", "true_pattern", "likeness"]
    assert list(values(made, "rewriter")) == [*first, "duplicate", "near_duplicate", *last]
    for name in ("reviewer", "opening"):
        assert list(values(made, name)) == [*first, *resemblance.BETWEEN, *last]
    assert made["reviewed"] == {"kept": 20, "dropped": 4}
    # A plain red one , number 0 . | One . | Blue .
    assert values(made, "rewriter")["tokens_per_utterance"]["value"] == 8 - 2
    assert values(made, "reviewer")["tokens_per_utterance"]["value"] == 8 - 2
    assert values(made, "opening")["tokens_per_utterance"]["value"] == 0
    # Groups of 40 tokens: before rewriting a conversation has 16, so three make a group; after, each is one.
    assert (values(made, "rewriter")["distinct_1"]["n"], values(made, "opening")["distinct_1"]["n"]) == (6, 20)
    assert values(made, "rewriter")["true_colour"]["reason"] == "none is named on one side"
    assert values(made, "opening")["true_colour"]["value"] == 0
    assert made["looks"]["true"]["pattern"]["value"] == 1


def test_where_nothing_was_dropped_the_reviewer_has_reasons(settings: QualitySettings) -> None:
    assert all(entry["value"] is None and entry["reason"] for entry in found(settings, [])["differences"]["reviewer"])

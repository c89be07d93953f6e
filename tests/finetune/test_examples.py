"""Examples from conversations, and the base's warm-up."""

from __future__ import annotations

from pathlib import Path

import pytest
import support
from stubs import Nearest

from muse.core.errors import MuseError
from muse.finetune.candidates import Candidates
from muse.finetune.examples import chosen, examples, recommendation, responses
from muse.finetune.settings import CandidateSettings
from muse.finetune.warmup import warm_up

SIZES = CandidateSettings(total=6, hard=2, near=1)
ITEMS = [support.item(number) for number in range(24)]


def candidates() -> Candidates:
    return Candidates(ITEMS, Path("images"), Nearest(ITEMS), SIZES, seed=1)


def test_recommendation_is_what_was_said_before_the_target() -> None:
    example = recommendation(support.conversation(3, target="i1", shown="i0"), "test", candidates())
    assert example is not None
    assert example.text.startswith("Hello, I have been asked")
    assert example.text.endswith("blue rather than red.")
    assert "lovely" not in example.text
    assert len(example.dialogue) == 5
    assert example.shown == ("i0",)
    assert "i1" in example.candidates
    assert "i0" not in example.candidates, "what was shown before is no candidate"


def test_target_never_recommended() -> None:
    conversation = support.conversation()
    cut = conversation.model_copy(update={"turns": conversation.turns[:4]})
    assert recommendation(cut, "test", None) is None


def test_responses_are_the_assistants_recommendations() -> None:
    made = list(responses(support.conversation(0, target="i1", shown="i0"), "train"))
    assert [example.item_id for example in made] == ["i0", "i1"]
    assert [len(example.dialogue) for example in made] == [3, 5]
    assert made[1].text == "Then look at this blue one, also cotton."


def test_examples_of_a_limited_split_keep_whole_conversations() -> None:
    conversations = [support.conversation(number) for number in range(20)]
    picked = chosen(conversations, 5, 1, "train")
    assert len(picked) == 5
    assert picked == sorted(picked, key=lambda one: one.conversation_id)
    assert len(examples(conversations, "train", 5, 1, None)) == 15


def test_candidates_are_as_asked() -> None:
    found = candidates().around("i1", exclude={"i0"})
    assert len(set(found)) == SIZES.total
    looks = {item.item_id: item for item in ITEMS}
    hard = [
        one
        for one in found
        if one != "i1"
        and looks[one].category == looks["i1"].category
        and looks[one].visual_description != looks["i1"].visual_description
    ]
    assert len(hard) >= SIZES.hard
    assert found == candidates().around("i1", exclude={"i0"})


def test_too_small_a_catalog() -> None:
    with pytest.raises(MuseError, match="3 items cannot give 6 candidates"):
        Candidates(ITEMS[:3], Path("images"), Nearest(ITEMS), SIZES, seed=1)


def test_warm_up_never_uses_what_the_test_split_uses() -> None:
    used = {f"i{number}" for number in range(20)}
    made = warm_up(ITEMS, used, 100, seed=1)
    assert {example.item_id for example in made} == {f"i{number}" for number in range(20, 24)}
    assert {example.task for example in made} == {"look", "describe", "chat"}
    with pytest.raises(MuseError, match="every item"):
        warm_up(ITEMS, {item.item_id for item in ITEMS}, 100, seed=1)

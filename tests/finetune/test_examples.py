"""Examples from conversations, and the base's warm-up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import support
from stubs import LIMITS, Nearest, told, wishes

from muse.core.errors import MuseError
from muse.finetune.candidates import Candidates
from muse.finetune.examples import examples, ranked, recommendation, responses
from muse.finetune.settings import CandidateSettings, WarmUpSettings
from muse.finetune.warmup import warm_up

EACH = WarmUpSettings(look=1, describe=1, chat=1)
SIZES = CandidateSettings(total=6, hard=2, near=1)
ITEMS = [support.item(number) for number in range(24)]


def candidates() -> Candidates:
    return Candidates(ITEMS, Path("images"), Nearest(ITEMS), SIZES, seed=1)


def test_recommendation_is_what_was_wished_for_before_the_target() -> None:
    example = recommendation(told(3, target="i1", shown="i0"), "test", wishes())
    assert example is not None
    assert example.text == "I was hoping for blue."
    assert len(example.dialogue) == 5
    assert example.shown == ("i0",)
    found = ranked(example, candidates()).candidates
    assert "i1" in found
    assert "i0" not in found, "what was shown before is no candidate"


def test_no_recommendation_without_a_target() -> None:
    conversation = told(3, target="i1")
    cut = conversation.model_copy(update={"turns": conversation.turns[:4]})
    assert recommendation(cut, "test", wishes()) is None


def test_wishes_that_tell_nothing_are_taken_where_none_does() -> None:
    silent = [support.conversation(number, target="i2") for number in range(2)]  # blue is another's colour
    assert len(examples(silent, "test", LIMITS, 1, wishes(), None)) == 6
    assert len(examples([*silent, told(3, target="i1")], "test", LIMITS, 1, wishes(), None)) == 3


def test_responses_are_the_assistants_recommendations() -> None:
    made = list(responses(support.conversation(0, target="i1", shown="i0"), "train"))
    assert [example.item_id for example in made] == ["i0", "i1"]
    assert [len(example.dialogue) for example in made] == [3, 5]
    assert made[1].text == "Then look at this blue one, also cotton."


def test_examples_of_a_limited_split_keep_whole_conversations() -> None:
    conversations = [told(number, target="i1") for number in range(20)] + [support.conversation(20, target="i2")]
    five = LIMITS.model_copy(update={"train": 5})
    made = examples(conversations, "train", five, 1, wishes(), None)
    assert [example.task for example in made] == ["recommend", "respond", "respond"] * 5
    kept = [example.conversation_id for example in made]
    assert kept == sorted(kept, key=str)
    fewer = examples(conversations, "train", five.model_copy(update={"replies": 1}), 1, wishes(), None)
    assert [example.task for example in fewer] == ["recommend", "respond"] * 5
    assert {example.item_id == example.target for example in fewer if example.task == "respond"} == {True, False}
    assert len(examples(conversations, "train", LIMITS, 1, wishes(), None)) == 60, "the last one tells nothing"


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


def test_a_target_alone_in_its_category_is_ranked_among_as_many_others() -> None:
    lone = ITEMS[1].model_copy(update={"categories": (*ITEMS[1].categories[:-1], "Ponchos")})
    items = [lone if item.item_id == "i1" else item for item in ITEMS]
    found = Candidates(items, Path("images"), Nearest(items), SIZES, seed=1).around("i1", exclude={"i0"})
    assert len(set(found)) == SIZES.total
    assert "i1" in found


def test_too_small_a_catalog() -> None:
    with pytest.raises(MuseError, match="3 items cannot give 6 candidates"):
        Candidates(ITEMS[:3], Path("images"), Nearest(ITEMS), SIZES, seed=1)


def test_warm_up_never_uses_what_the_test_split_uses() -> None:
    used = {f"i{number}" for number in range(20)}
    made = warm_up(ITEMS, used, EACH, seed=1)
    assert {example.item_id for example in made} == {f"i{number}" for number in range(20, 24)}
    assert {example.task for example in made} == {"look", "describe", "chat"}
    with pytest.raises(MuseError, match="every item"):
        warm_up(ITEMS, {item.item_id for item in ITEMS}, EACH, seed=1)


def test_warm_up_shows_each_kind_for_a_share_of_the_items() -> None:
    items = [support.item(number) for number in range(200)]
    found = Counter(made.task for made in warm_up(items, (), WarmUpSettings(look=1, describe=0.2, chat=0), seed=1))
    assert found["look"] == 200
    assert 20 < found["describe"] < 60
    assert "chat" not in found

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.core.seeding import generator
from muse.dialogue.policy import draw_opening, draw_plan
from muse.dialogue.settings import DialogueSettings

OFF = {"change_mind": 0, "ask_price": 0, "ask_size": 0, "ask_care": 0, "compare": 0, "clarify": 0}
AUTHORS = {
    "multimodal_share": 0.2,
    "text": {"chat_rounds": 2, "max_rounds": 4},
    "multimodal": {"chat_rounds": 3, "max_rounds": 3},
    "item_chat": {2: 0.3, 3: 0.2},
    "top_k": 8,
    "companion_candidates": 3,
    "reveal_target": True,
    "wanderings": OFF,
}


def settings(**changes: object) -> DialogueSettings:
    return DialogueSettings.model_validate({**AUTHORS, **changes})


def test_four_in_five_open_with_text() -> None:
    openings = [draw_opening(settings(), generator(1, "t", number)) for number in range(4000)]
    assert openings.count("multimodal") / 4000 == pytest.approx(0.2, abs=0.02)


def test_item_chat_rates_are_those_of_the_table() -> None:
    plans = [draw_plan(settings(), "text", generator(1, "t", number)) for number in range(4000)]
    assert sum(2 in plan.item_chats for plan in plans) / 4000 == pytest.approx(0.3, abs=0.025)
    # Round 3 has its .2 only where round 2 had none: .7 * .2
    assert sum(3 in plan.item_chats for plan in plans) / 4000 == pytest.approx(0.14, abs=0.02)


@given(st.integers(0, 2**32), st.sampled_from(["text", "multimodal"]), st.floats(0, 1), st.floats(0, 1))
def test_item_chat_is_never_first_last_or_twice_running(seed: int, opening: str, two: float, three: float) -> None:
    plan = draw_plan(settings(item_chat={2: two, 3: three}), opening, generator(seed, "t", 0))  # type: ignore[arg-type]
    assert plan.item_chats <= set(range(2, plan.max_rounds))
    assert not any(number + 1 in plan.item_chats for number in plan.item_chats)


def test_nothing_wanders_in_the_authors_preset() -> None:
    for number in range(200):
        plan = draw_plan(settings(), "text", generator(1, "t", number))
        assert (plan.questions, plan.change_of_mind, plan.clarify) == ({}, 0, False)


def test_wanderings_come_at_their_rates_and_in_deciding_rounds() -> None:
    always = settings(item_chat={}, wanderings={**OFF, "ask_price": 1, "compare": 1, "change_mind": 1, "clarify": 1})
    plan = draw_plan(always, "text", generator(1, "t", 0))
    assert "price" in plan.questions.values()
    assert set(plan.questions) <= {2, 3, 4}
    assert plan.change_of_mind == 3
    assert plan.clarify
    half = settings(wanderings={**OFF, "clarify": 0.5})
    shares = [draw_plan(half, "text", generator(1, "t", number)).clarify for number in range(2000)]
    assert sum(shares) / 2000 == pytest.approx(0.5, abs=0.04)

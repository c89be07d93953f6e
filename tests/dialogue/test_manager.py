"""Whole conversations over a scripted model that counts what it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from support import catalog, profile

from dialogue.test_policy import OFF, settings
from muse.core.errors import RecordRejected
from muse.core.records import Conversation, Cost
from muse.dialogue import manager
from muse.dialogue.manager import World, converse
from muse.dialogue.views import Shown
from muse.llm.settings import LlmSettings
from muse.llm.spent import spending

ANSWERS: dict[str, dict[str, Any]] = {
    "user_difference": {"aspect": "colour", "shown": "red", "wanted": "blue"},
    "assistant_query": {"query": "something blue"},
    "assistant_choose": {"number": 1},
    "companion_query": {"query": "a skirt"},
    "companion_judge": {"matches": True, "reason": "both plain"},
}
ROLE = {"endpoint": "e", "model": "m", "temperature": 0.0, "max_tokens": 9}


class Script:
    """Stands in for the client: answers by the prompt's name and notes who was asked for what."""

    def __init__(self, **answers: dict[str, Any]) -> None:
        self.answers, self.asked = ANSWERS | answers, list[tuple[str, Mapping[str, Path]]]()
        self.seed = 1
        endpoint = {"base_url": "http://localhost/v1", "key_env": None, "timeout_s": 1}
        fields = {"endpoints": {"e": endpoint}, "roles": dict.fromkeys(("user", "recommender", "manager"), ROLE)}
        self.settings = LlmSettings.model_construct(
            endpoints={"e": type("E", (), endpoint)()},
            roles={name: type("R", (), ROLE)() for name in fields["roles"]},
        )

    async def ask(self, role: str, prompt: Any, inputs: BaseModel, **how: Any) -> Any:
        prompt.render(inputs)
        self.asked.append((prompt.name, how.get("images") or {}))
        spending().add(100, 7, 0.25)
        answer = self.answers.get(prompt.name, {"text": f"{prompt.name} {len(self.asked)}"})
        return prompt.answer.model_validate(answer)


def held(
    folder: Path, script: Script, *, order: list[str] | None = None, target: str = "i1", number: int = 1, **changes: Any
) -> Conversation:
    items = {item.item_id: item for item in catalog(folder, 8)}
    ranked = order or sorted(items)

    def search(text: str, k: int, exclude: frozenset[str]) -> list[Shown]:
        return [Shown(items[name], folder / f"{name}.jpg") for name in ranked if name not in exclude][:k]

    world = World(script, settings(**{"item_chat": {}, "multimodal_share": 0.0} | changes), 1, items, folder, search)  # type: ignore[arg-type]
    return asyncio.run(converse(world, profile(number, target)))


def actions(talk: Conversation) -> list[str]:
    return [f"{turn.speaker[0]}:{turn.action}" for turn in talk.turns]


CHAT = ["a:chit-chat", "u:chit-chat"]
AGAIN = ["u:reject", "a:recommend"]


def test_text_conversation_that_search_never_ends_has_twelve_utterances(tmp_path: Path) -> None:
    order = ["i0", "i2", "i3", "i4", "i5", "i6", "i7"]
    talk = held(tmp_path, Script(), order=order)
    assert actions(talk) == [*CHAT, *CHAT, "a:recommend", *AGAIN, *AGAIN, *AGAIN, "u:accept"]
    assert talk.reached == "revealed"
    assert [turn.items[0] for turn in talk.turns if turn.action == "recommend"] == ["i0", "i2", "i3", "i1"]
    assert talk.turns[-1].items == ("i1",)
    revealed = talk.turns[-2]
    assert (revealed.query, revealed.images) == (None, ("i1",))


def test_found_in_round_one_is_accepted_at_once(tmp_path: Path) -> None:
    talk = held(tmp_path, Script(), order=["i1", "i0"])
    assert actions(talk) == [*CHAT, *CHAT, "a:recommend", "u:accept"]
    assert talk.reached == "retrieved"
    assert talk.turns[-2].query == "something blue"


def test_multimodal_opening_shows_a_companion_and_has_three_rounds_of_chat(tmp_path: Path) -> None:
    script = Script()
    talk = held(tmp_path, script, multimodal_share=1.0, order=["i5", "i0", "i2", "i3", "i4"])
    assert talk.opening == "multimodal"
    assert actions(talk) == [*CHAT, *CHAT, *CHAT, "a:recommend", *AGAIN, *AGAIN, "u:accept"]
    brought = talk.turns[1]
    assert brought.images == brought.items == ("i5",)  # a dress, since the target is a shirt
    assert "i5" not in [item for turn in talk.turns if turn.action == "recommend" for item in turn.items]
    judged = [images for name, images in script.asked if name == "companion_judge"]
    assert set(judged[0]) == {"own item", "wanted item"}


def test_falls_back_to_text_where_no_companion_matches(tmp_path: Path) -> None:
    script = Script(companion_judge={"matches": False, "reason": "they jar"})
    talk = held(tmp_path, script, multimodal_share=1.0, order=["i4", "i5", "i6", "i7"])
    assert talk.opening == "text"
    assert [name for name, _ in script.asked].count("companion_judge") == 3  # companion_candidates


def test_item_chat_takes_a_round(tmp_path: Path) -> None:
    talk = held(tmp_path, Script(), item_chat={2: 1.0, 3: 1.0}, order=["i0", "i2", "i3"])
    assert actions(talk) == [*CHAT, *CHAT, "a:recommend", "u:chit-chat", "a:chit-chat", *AGAIN, *AGAIN, "u:accept"]
    assert talk.turns[5].items == ("i0",)


def test_without_the_revealed_round_a_talk_may_end_unaccepted(tmp_path: Path) -> None:
    talk = held(tmp_path, Script(), reveal_target=False, order=["i0", "i2", "i3", "i4", "i5"])
    assert talk.reached == "not reached"
    assert actions(talk)[-3:] == ["u:reject", "a:recommend", "u:reject"]
    assert "i1" not in talk.mentioned_items


def test_turns_down_compares_both_pictures(tmp_path: Path) -> None:
    script = Script()
    held(tmp_path, script, order=["i0", "i2", "i3", "i4"])
    seen = [images for name, images in script.asked if name == "user_difference"]
    assert [set(images) for images in seen] == [{"shown item", "wanted item"}] * 3
    assert {images["wanted item"].name for images in seen} == {"i1.jpg"}


def test_wanderings_add_utterances(tmp_path: Path) -> None:
    rates = {**OFF, "ask_price": 1.0, "compare": 1.0, "clarify": 1.0}
    talk = held(tmp_path, Script(), wanderings=rates, order=["i0", "i2", "i3", "i4"])
    assert len(talk.turns) == 12 + 2 + 2 + 2
    compared = [turn for turn in talk.turns if len(turn.items) == 2]
    assert len(compared) == 2


def test_choice_beyond_the_candidates_takes_the_first(tmp_path: Path) -> None:
    talk = held(tmp_path, Script(assistant_choose={"number": 99}), order=["i1"])
    assert talk.reached == "retrieved"


def test_catalog_of_three_items_still_ends_at_the_target(tmp_path: Path) -> None:
    # Two others can be shown; the third search finds the target alone.
    talk = held(tmp_path, Script(), order=["i0", "i2", "i1"])
    assert talk.reached == "retrieved"
    assert [turn.items[0] for turn in talk.turns if turn.action == "recommend"] == ["i0", "i2", "i1"]


def test_unknown_target_is_rejected_with_its_id(tmp_path: Path) -> None:
    with pytest.raises(RecordRejected, match="'nowhere'") as caught:
        held(tmp_path, Script(), target="nowhere")
    assert caught.value.reason == "unknown-item"


def test_nothing_left_to_recommend_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(RecordRejected) as caught:
        held(tmp_path, Script(), order=["i0"])
    assert caught.value.reason == "nothing-to-recommend"


def test_empty_utterance_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(RecordRejected) as caught:
        held(tmp_path, Script(user_chat={"text": " \n "}), order=["i0", "i2", "i3"])
    assert caught.value.reason == "empty-utterance"


def test_same_seed_same_conversation_and_every_prompt_in_the_provenance(tmp_path: Path) -> None:
    first, second = (held(tmp_path, Script(), order=["i0", "i2", "i3", "i4"]) for _ in range(2))
    assert first == second
    assert set(first.provenance.prompts) == {prompt.name for prompt in manager.PROMPTS}
    assert first.provenance.writer == "e/m"
    assert first.provenance.models == {"user": "e/m", "recommender": "e/m", "manager": "e/m"}
    assert not first.provenance.scripted


def test_each_turn_has_the_cost_of_the_calls_that_led_to_it(tmp_path: Path) -> None:
    script = Script()
    talk = held(tmp_path, script, order=["i4", "i2", "i1"], multimodal_share=1.0)
    costs = [turn.cost for turn in talk.turns if turn.cost]
    assert [cost.calls for cost in costs[:3]] == [3, 1, 1]  # the search for a companion and its judgement come first
    by_action = {turn.action: turn.cost for turn in talk.turns}
    assert by_action["recommend"] == Cost(calls=3, prompt_tokens=300, completion_tokens=21, cost_usd=0.75)
    assert sum(cost.calls for cost in costs) == len(script.asked)

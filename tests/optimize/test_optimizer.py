from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import BaseModel
from support import catalog, conversation

from muse.core.errors import RecordRejected
from muse.core.records import Conversation, Cost
from muse.llm.spent import spending
from muse.optimize.optimizer import PROMPTS, optimize
from muse.optimize.settings import OptimizerSettings


class Script:
    """Stands in for the client: a rewriter that marks its text, and the verdicts given."""

    def __init__(self, *, same: bool = True, scores: tuple[int, int, int] = (2, 2, 2), fits: bool = True) -> None:
        self.answers: dict[str, dict[str, Any]] = {
            "check_rewrite": {"same_meaning": same, "reason": "-"},
            "review_conversation": dict(
                zip(("content_quality", "logical_fluency", "user_consistency"), scores, strict=True)
            ),
            "check_context": {"fits": fits, "reason": "-"},
        }
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.seed = 1
        models = {"rewriter": ("new", "r"), "checker": ("new", "c"), "reviewer": ("offline", "v")}
        self.settings = SimpleNamespace(
            endpoints={name: SimpleNamespace(base_url=name) for name in ("new", "offline")},
            roles={role: SimpleNamespace(endpoint=at, model=model) for role, (at, model) in models.items()},
        )

    async def ask(self, role: str, prompt: Any, inputs: BaseModel, **how: Any) -> Any:
        prompt.render(inputs)
        fields = inputs.model_dump()
        self.asked.append((prompt.name, fields))
        spending().add(10, 1, 0.5)
        default = {"text": f"{fields.get('utterance')} [again]"}
        return prompt.answer.model_validate(self.answers.get(prompt.name, default))


def optimized(folder: Path, script: Script, record: Conversation | None = None, **changes: Any) -> Conversation:
    settings = OptimizerSettings(**{"colloquial_share": 0.2, "min_review_total": 4} | changes)
    items = {item.item_id: item for item in catalog(folder, 4)}
    return asyncio.run(optimize(script, settings, 1, record or conversation(), items))  # type: ignore[arg-type]


def test_an_accepted_rewrite_keeps_the_text_before(tmp_path: Path) -> None:
    before = conversation()
    after = optimized(tmp_path, Script())
    for old, new in zip(before.turns, after.turns, strict=True):
        assert (new.text, new.original_text, new.refused_text) == (f"{old.text} [again]", old.text, None)
    assert after.review is not None
    assert after.review.total == 6


def test_the_provenance_names_all_models_and_prompts(tmp_path: Path) -> None:
    before, after = conversation().provenance, optimized(tmp_path, Script()).provenance
    assert after.writer == f"{before.writer} + new/r"
    assert after.models == before.models | {"rewriter": "new/r", "checker": "new/c", "reviewer": "offline/v"}
    assert set(after.prompts) == set(before.prompts) | {prompt.name for prompt in PROMPTS}


def test_a_rewrite_adds_to_the_cost_of_its_turn(tmp_path: Path) -> None:
    before = conversation()
    dear = Cost(calls=1, prompt_tokens=5, completion_tokens=2, cost_usd=1.0)
    before = before.model_copy(update={"turns": tuple(turn.model_copy(update={"cost": dear}) for turn in before.turns)})
    after = optimized(tmp_path, Script(), before)
    assert {turn.cost for turn in after.turns} == {Cost(calls=3, prompt_tokens=25, completion_tokens=4, cost_usd=2.0)}


def test_a_refused_rewrite_leaves_the_text_and_is_kept_beside_it(tmp_path: Path) -> None:
    before = conversation()
    after = optimized(tmp_path, Script(same=False))
    for old, new in zip(before.turns, after.turns, strict=True):
        assert (new.text, new.original_text, new.refused_text) == (old.text, None, f"{old.text} [again]")


def test_the_history_of_a_rewrite_is_already_rewritten(tmp_path: Path) -> None:
    script = Script()
    optimized(tmp_path, script)
    second = [fields for name, fields in script.asked if name == "rewrite_utterance"][1]
    assert second["history"] == ["User (chit-chat): Hello, I have been asked to a garden party on day 0. [again]"]


def test_the_colloquial_share(tmp_path: Path) -> None:
    script = Script()
    for number in range(100):
        optimized(tmp_path, script, conversation(number))
    styles = [fields["style"] for name, fields in script.asked if name == "rewrite_utterance"]
    assert styles.count("colloquial") / len(styles) == pytest.approx(0.2, abs=0.05)


@pytest.mark.parametrize(("scores", "kept"), [((2, 1, 1), True), ((1, 1, 1), False), ((0, 2, 2), True)])
def test_the_threshold_is_on_the_sum(tmp_path: Path, scores: tuple[int, int, int], kept: bool) -> None:
    if kept:
        assert optimized(tmp_path, Script(scores=scores)).review is not None
    else:
        with pytest.raises(RecordRejected, match=r"1 \+ 1 \+ 1 < 4") as caught:
            optimized(tmp_path, Script(scores=scores))
        assert caught.value.reason == "review-below-threshold"
        dropped = caught.value.finished  # as it was when the reviewer read it
        assert dropped is not None
        assert dropped.review is not None
        assert dropped.review.total == 3
        assert all(turn.text.endswith("[again]") for turn in dropped.turns)


def test_items_that_do_not_fit_drop_the_conversation(tmp_path: Path) -> None:
    with pytest.raises(RecordRejected) as caught:
        optimized(tmp_path, Script(fits=False))
    assert caught.value.reason == "items-do-not-fit"


def test_an_item_that_the_catalog_lacks_is_rejected_by_name(tmp_path: Path) -> None:
    with pytest.raises(RecordRejected, match="'i99'"):
        optimized(tmp_path, Script(), conversation(target="i99"))

"""Small stand-ins for the tests of this package: an index, settings, examples."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import support

from muse.config import merge, read_yaml
from muse.core.records import Conversation, Item
from muse.finetune.examples import examples
from muse.finetune.records import Condition, Example, Scored
from muse.finetune.settings import FinetuneSettings, LimitSettings, WarmUpSettings
from muse.finetune.warmup import warm_up
from muse.finetune.wishes import Wishes

ROOT = Path(__file__).parents[2]
SMALL = {
    "image_size_px": 64,
    "size": {"vocabulary": 400, "width": 32, "layers": 2, "heads": 2, "feed_forward": 64, "vision_layers": 1},
    "base": {"steps": 4, "batch_size": 4, "checkpoints": 2},
    "training": {"steps": 4, "batch_size": 4, "checkpoints": 2},
    "lora": {"rank": 4, "alpha": 8, "whole": []},
}
LIMITS = LimitSettings(train=100, validation=100, test=100, replies=2)


@dataclass(frozen=True)
class Found:
    item_id: str


class Nearest:
    """An index that finds the catalog in reverse."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items

    def search(self, text: str | None, image: Path | None, k: int, exclude: Collection[str] = ()) -> list[Found]:
        ids = [item.item_id for item in reversed(self._items) if item.item_id not in exclude]
        return [Found(item_id) for item_id in ids[:k]]


def settings(**changes: Any) -> FinetuneSettings:
    """The smoke scale's settings at an even smaller size."""
    return FinetuneSettings.model_validate(merge(merge(section("finetune", "smoke"), SMALL), changes))


def section(name: str, scale: str) -> dict[str, Any]:
    """One section of the configuration at a scale."""
    over = read_yaml(ROOT / "config/scales" / f"{scale}.yaml").get(name, {})
    return merge(read_yaml(ROOT / "config/config.yaml")[name], over)


def told(number: int, target: str, shown: str = "i0") -> Conversation:
    """A conversation whose shopper wishes for the target's colour."""
    colour = support.item(int(target[1:])).visual_description.split()[2]
    made = support.conversation(number, target, shown)
    turns = [
        turn.model_copy(update={"text": f"No. I was hoping for {colour}."}) if turn.action == "reject" else turn
        for turn in made.turns
    ]
    return made.model_copy(update={"turns": tuple(turns)})


def wishes(count: int = 24) -> Wishes:
    """Of a catalog of `count` items."""
    return Wishes([support.item(number) for number in range(count)])


def training(count: int = 6) -> list[Example]:
    """Examples of both tasks from `count` conversations."""
    conversations = [told(n, f"i{n % 8}", f"i{(n + 1) % 8}") for n in range(count)]
    return examples(conversations, "train", LIMITS, 1, wishes(), None)


def warming(items: Sequence[Item]) -> list[Example]:
    """The warm-up on all items."""
    return warm_up(items, (), WarmUpSettings(look=1, describe=1, chat=1), seed=1)


def scored(tested: Sequence[Example], run: str, condition: Condition, place: int, reply: str) -> list[Scored]:
    """What a run of model "m" made of the examples: the target at that place, that reply."""
    return [
        Scored(
            model="m",
            run=run,
            condition=condition,
            task=example.task,
            example_id=example.example_id,
            target=example.target,
            place=place if example.task == "recommend" else None,
            reply=reply if example.task == "respond" else None,
        )
        for example in tested
    ]

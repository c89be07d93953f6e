"""What the small bases are warmed up on: captions, product descriptions and general talk about catalog items."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from muse.core.errors import MuseError
from muse.core.records import Item, Speaker
from muse.core.seeding import generator
from muse.finetune.records import Example, Task, Utterance
from muse.finetune.settings import WarmUpSettings

_ASK = (
    "Hello, do you sell anything like {category}?",
    "Hi, what do you have among {category}?",
    "Good day. I am after {category}, can you help?",
    "I need a present and thought of {category}.",
)
_OFFER = (
    "We do. There is the {title}.",
    "Have a look at the {title}.",
    "Many people like the {title}.",
    "Of course, for instance the {title}.",
)
_MORE = ("What does it cost?", "How much is that one?", "Who makes it?", "What is special about it?")


def warm_up(items: Sequence[Item], used: Collection[str], shares: WarmUpSettings, seed: int) -> list[Example]:
    """Examples about items outside of `used` (whatever the test split contains), of each kind for a share of them."""
    free = [item for item in items if item.item_id not in used]
    if not free:
        raise MuseError("the test split uses every item of the catalog", remedy="use a larger catalog")
    return [example for item in free for example in _about(item, shares, seed)]


def _about(item: Item, shares: WarmUpSettings, seed: int) -> Iterator[Example]:
    draws = generator(seed, "finetune-warm-up", item.item_id)
    look, describe, chat = draws.random(3) < (shares.look, shares.describe, shares.chat)
    if look and item.visual_description:
        yield _example(item, "look", (), item.visual_description)
    text = " ".join(part for part in (item.description, ", ".join(item.features)) if part)
    if describe and text:
        yield _example(item, "describe", (), text)
    if chat:
        yield _example(item, "chat", *_talk(item, draws))


def _talk(item: Item, draws: np.random.Generator) -> tuple[tuple[Utterance, ...], str]:
    """A question of an exchange in a shop and its answer, from the item's text alone."""
    ask = _ASK[draws.integers(len(_ASK))].format(category=item.category)
    offer = _OFFER[draws.integers(len(_OFFER))].format(title=item.title)
    opening = _utterance("user", ask)
    answers = [f"It is ${item.price:.2f}."] * 2 if item.price is not None else ["I would have to ask."] * 2
    answers += [f"It comes from {item.store}." if item.store else "The label does not say."]
    answers += [item.features[0] if item.features else item.category]
    which = int(draws.integers(2 * len(_MORE)))
    if which >= len(_MORE):
        return (opening,), offer
    return (opening, _utterance("assistant", offer), _utterance("user", _MORE[which])), answers[which]


def _utterance(speaker: Speaker, text: str) -> Utterance:
    return Utterance(speaker=speaker, action="chit-chat", text=text)


def _example(item: Item, task: Task, dialogue: tuple[Utterance, ...], text: str) -> Example:
    return Example(
        example_id=f"{item.item_id}-{task}",
        task=task,
        split="train",
        conversation_id=None,
        target=item.item_id,
        item_id=item.item_id,
        dialogue=dialogue,
        text=text,
        candidates=(),
        shown=(),
    )

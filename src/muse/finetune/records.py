"""What the models are trained and tested on: one record type for all tasks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from muse.core.records import Action, Record, Speaker, Split

Task = Literal["recommend", "respond", "look", "describe", "chat"]


class Utterance(Record):
    """Who said what, and to what end."""

    speaker: Speaker
    action: Action
    text: str


class Example(Record):
    """One thing to learn or to be tested on: after `dialogue` and the picture and title of an item comes `text`.

    recommend: `text` is what the shopper wished for (`wishes.Wishes`); `item_id` is the target, of the `candidates`.
    respond: `text` is the assistant's next turn about `item_id`.
    look, describe, chat: the base's warm-up on visual descriptions, product descriptions and general talk.
    """

    example_id: str
    task: Task
    split: Split
    conversation_id: str | None
    target: str = Field(description="the conversation's target: bootstrap clusters by it")
    item_id: str
    dialogue: tuple[Utterance, ...]
    text: str
    candidates: tuple[str, ...]
    shown: tuple[str, ...] = Field(description="items of the dialogue before, in the order of their first mention")


Condition = Literal["full", "blank", "no-title"]


class Scored(Record):
    """What a model made of one test example under one condition: the target's `place` or a `reply`."""

    model: str
    run: str
    condition: Condition
    task: Task
    example_id: str
    target: str
    place: int | None
    reply: str | None

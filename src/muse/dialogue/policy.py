"""The manager's policy: what happens in which round, drawn before a word is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from muse.core.records import Opening
from muse.dialogue.settings import DialogueSettings

Subject = Literal["impression", "price", "size", "care", "compare"]


@dataclass(frozen=True)
class Plan:
    """One conversation's course, should search never find the target.

    `chat_rounds` pairs of chit-chat come first; then up to `max_rounds` rounds, of which `item_chats` only talk about
    the shown item. `questions` maps a round to what the user asks before deciding in it; in `change_of_mind` (a
    round, or 0 for never) the user takes back an earlier wish; `clarify` has the assistant ask before round 1.
    """

    opening: Opening
    chat_rounds: int
    max_rounds: int
    item_chats: frozenset[int]
    questions: dict[int, Subject]
    change_of_mind: int
    clarify: bool


def draw_opening(settings: DialogueSettings, random: np.random.Generator) -> Opening:
    """Multimodal in `multimodal_share` of the conversations (when a companion item is found)."""
    return "multimodal" if random.random() < settings.multimodal_share else "text"


def draw_plan(settings: DialogueSettings, opening: Opening, random: np.random.Generator) -> Plan:
    """The course of a conversation with this opening.

    Chit-chat about the shown item never comes in round 1 (nothing is shown before it), in the last round (which
    must end in a decision) or twice running.
    """
    shape = settings.text if opening == "text" else settings.multimodal
    item_chats: set[int] = set()
    for number in range(2, shape.max_rounds):
        wants = random.random() < settings.item_chat.get(number, 0.0)
        if wants and number - 1 not in item_chats:
            item_chats.add(number)
    rates = settings.wanderings
    deciding = [number for number in range(2, shape.max_rounds + 1) if number not in item_chats]
    questions: dict[int, Subject] = {}
    asked: list[tuple[Subject, float]] = [
        ("price", rates.ask_price),
        ("size", rates.ask_size),
        ("care", rates.ask_care),
    ]
    for subject, rate in asked:
        free = [number for number in deciding if number not in questions]
        if random.random() < rate and free:
            questions[int(random.choice(free))] = subject
    late = [number for number in deciding if number >= 3 and number not in questions]
    if random.random() < rates.compare and late:
        questions[late[0]] = "compare"
    minds = [number for number in deciding if number >= 3]
    change_of_mind = minds[0] if random.random() < rates.change_mind and minds else 0
    return Plan(
        opening=opening,
        chat_rounds=shape.chat_rounds,
        max_rounds=shape.max_rounds,
        item_chats=frozenset(item_chats),
        questions=questions,
        change_of_mind=change_of_mind,
        clarify=bool(random.random() < rates.clarify),
    )

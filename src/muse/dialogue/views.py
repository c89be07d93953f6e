"""What the agents are told: items and the talk so far, as lines for a prompt's sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from muse.core.records import Item, Persona, Profile, Turn


class Utterance(BaseModel):
    """What an agent says next."""

    text: str


@dataclass(frozen=True)
class Shown:
    """An item with the file of its picture."""

    item: Item
    picture: Path


def item_lines(item: Item, *, seen: bool = False) -> list[str]:
    """An item as a shop page shows it, one fact a line; with `seen`, also what was seen in its picture.

    An agent that is given the picture itself is not told what others saw in it.
    """
    lines = [f"Title: {item.title}", f"Category: {' > '.join(item.categories)}"]
    if item.price is not None:
        lines.append(f"Price: ${item.price:.2f}")
    if item.store:
        lines.append(f"Store: {item.store}")
    if item.features:
        lines.append(f"Features: {'; '.join(item.features)}")
    if item.description:
        lines.append(f"Description: {item.description}")
    if seen and item.visual_description:
        lines.append(f"Seen: {item.visual_description}")
    return [" ".join(line.split()) for line in lines]


def persona_lines(persona: Persona) -> list[str]:
    """The persona, one fact a line."""
    return [
        f"Name: {persona.name}",
        f"Gender: {persona.gender}",
        f"Age: {persona.age}",
        f"Profession: {persona.profession}",
    ]


def history_lines(turns: Iterable[Turn]) -> list[str]:
    """The utterances so far, one a line, after the speaker and the action."""
    return [f"{turn.speaker.capitalize()} ({turn.action}): {turn.text}" for turn in turns]


class Situation(BaseModel):
    """Inputs that every prompt of the user has: who they are, why they shop, what was said."""

    persona: list[str]
    reason: str
    scenario: str
    requirements: list[str]
    history: list[str]


def situation(profile: Profile, history: list[str]) -> Situation:
    """The user's situation from their profile."""
    return Situation(
        persona=persona_lines(profile.persona),
        reason=f"{profile.reason.group}: {profile.reason.text}",
        scenario=profile.scenario,
        requirements=list(profile.requirements),
        history=history,
    )

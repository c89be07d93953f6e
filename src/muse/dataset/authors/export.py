"""Our records in the authors' format: `detail_convs`, `convs`, `user_scenarios.json`, `category2items.json`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from muse.core.records import Conversation, Item, Persona, Profile, Turn

SPEAKERS = {"user": "User", "assistant": "Assistant"}


def files(conversations: Sequence[Conversation], catalog: Sequence[Item]) -> Iterator[tuple[str, Any]]:
    """(path, JSON value) of every file but the pictures.

    A file's number is that of the conversation's id, so a conversation that was dropped leaves a gap and shifts no
    other. `provenance.json` is ours: the authors' format has no place for who wrote a conversation.
    """
    by_id = {item.item_id: item for item in catalog}
    for conversation in conversations:
        name = f"conv_{number(conversation)}.json"
        yield f"detail_convs/{name}", detailed(conversation)
        yield f"convs/{name}", [{SPEAKERS[turn.speaker]: turn.text} for turn in conversation.turns]
    yield "user_scenarios.json", [scenario(conversation.profile, by_id) for conversation in conversations]
    yield "category2items.json", by_category(catalog)
    yield "item_profile.json", {item.item_id: product(item) for item in catalog}
    yield (
        "provenance.json",
        {
            f"conv_{number(conversation)}": {
                "reached": conversation.reached,
                **conversation.provenance.model_dump(mode="json"),
            }
            for conversation in conversations
        },
    )


def number(conversation: Conversation) -> int:
    """The number in a conversation's id: `c000012` is 12."""
    return int(re.sub(r"\D", "", conversation.conversation_id))


def detailed(conversation: Conversation) -> dict[str, Any]:
    """One file of `detail_convs`."""
    return {
        "Persona": persona(conversation.profile.persona),
        "Scenario": conversation.profile.scenario,
        "Target_item": conversation.profile.target_item,
        "Mentioned_items": list(conversation.mentioned_items),
        "Conversations": [_utterance(turn) for turn in conversation.turns],
    }


def _utterance(turn: Turn) -> dict[str, Any]:
    return {
        SPEAKERS[turn.speaker]: turn.text,
        "Action": turn.action,
        "Mentioned_item": list(turn.items),
        "Image": [f"images_main/{image}" for image in turn.images],
    }


def persona(person: Persona) -> str:
    """A persona as the authors write it, with their stray quote and their missing blank."""
    return f"'Name: {person.name}, Gender: {person.gender}, Age: {person.age},Profession: {person.profession}"


def scenario(profile: Profile, catalog: Mapping[str, Item]) -> dict[str, Any]:
    """One entry of `user_scenarios.json`; a target that the catalog lacks has its id only."""
    target = catalog.get(profile.target_item)
    return {
        "profile": persona(profile.persona),
        "scenario": profile.scenario,
        "requirements": "\n".join(profile.requirements),
        "target_item": product(target) if target else {"item_id": profile.target_item},
    }


def product(item: Item) -> dict[str, Any]:
    """An item as the authors hold it. They have a rating and details; we know none and say so with null."""
    return {
        "title": item.title,
        "description": [item.description] if item.description else [],
        "average_rating": None,
        "price": item.price,
        "features": list(item.features),
        "categories": list(item.categories),
        "details": {"Store": item.store} if item.store else {},
        "images": f"images_main/{item.item_id}.jpg",
        "new_description": item.visual_description,
        "item_id": item.item_id,
    }


def by_category(catalog: Sequence[Item]) -> dict[str, list[str]]:
    """`category2items.json`: leaf category to item ids, in the catalog's order."""
    members: dict[str, list[str]] = defaultdict(list)
    for item in catalog:
        members[item.category].append(item.item_id)
    return dict(members)

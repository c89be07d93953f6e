"""What a search reads: every word of a conversation, of its profile and of the items it speaks of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from muse.core.records import Conversation, Item

_WORD = re.compile(r"\w+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def words(text: str) -> list[str]:
    """The text's words without case and accents, as `find.js` reads what is typed."""
    letters = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.category(char).startswith("M"))
    return _WORD.findall("".join(letters).lower())


def word_index(conversations: Sequence[Conversation], catalog: Mapping[str, Item]) -> dict[str, Any]:
    """All words, ascending, and for each the places of the conversations that hold it.

    Places stand as their gaps, base 36, divided by blanks: a seventh of what JSON lists would take.
    """
    held: dict[str, list[int]] = defaultdict(list)
    for place, conversation in enumerate(conversations):
        for word in {word for text in _texts(conversation, catalog) for word in words(text)}:
            held[word].append(place)
    ordered = sorted(held)
    return {"words": ordered, "places": [_gaps(held[word]) for word in ordered]}


def _texts(conversation: Conversation, catalog: Mapping[str, Item]) -> Iterator[str]:
    profile, persona = conversation.profile, conversation.profile.persona
    yield from (conversation.conversation_id, profile.scenario, *profile.requirements, profile.category)
    yield from (persona.name, persona.gender, str(persona.age), persona.profession)
    yield from (profile.reason.group, profile.reason.text)
    for turn in conversation.turns:
        yield turn.text
    shown = (image for turn in conversation.turns for image in turn.images)
    for item in {profile.target_item, *conversation.mentioned_items, *shown}:
        yield item
        if item in catalog:
            yield catalog[item].title


def _gaps(places: Sequence[int]) -> str:
    return " ".join(_base36(place - before) for before, place in zip([0, *places], places, strict=False))


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits

"""The columns of the release and the rows that fill them: conversations, items, profiles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datasets import Features, Image, List, Value

from muse.core.records import Conversation, Item, Profile, Provenance

TEXT = Value("string")

_PROVENANCE = {
    "writer": TEXT,
    "scripted": Value("bool"),
    "seed": Value("int64"),
    "prompts": List({"name": TEXT, "sha256": TEXT}),
    "models": List({"role": TEXT, "model": TEXT}),
}
_PROFILE = {
    "profile_id": TEXT,
    "persona": {"name": TEXT, "gender": TEXT, "age": Value("int32"), "profession": TEXT},
    "reason": {"group": TEXT, "text": TEXT},
    "scenario": TEXT,
    "requirements": List(TEXT),
    "target_item": TEXT,
    "category": TEXT,
    "provenance": _PROVENANCE,
}
_TURN = {
    "speaker": TEXT,
    "action": TEXT,
    "text": TEXT,
    "items": List(TEXT),
    "images": List(TEXT),
    "query": TEXT,
    "original_text": TEXT,
    "refused_text": TEXT,
    "colloquial": Value("bool"),
    "cost": {
        "calls": Value("int32"),
        "prompt_tokens": Value("int64"),
        "completion_tokens": Value("int64"),
        "cost_usd": Value("float64"),
    },
}
_REVIEW = {
    "content_quality": Value("int32"),
    "logical_fluency": Value("int32"),
    "user_consistency": Value("int32"),
    "fits_context": Value("bool"),
}

CONVERSATIONS = Features(
    {
        "conversation_id": TEXT,
        "opening": TEXT,
        "reached": TEXT,
        "profile": _PROFILE,
        "turns": List(_TURN),
        "review": _REVIEW,
        "mentioned_items": List(TEXT),
        "images": List(Image()),
        "provenance": _PROVENANCE,
    }
)
ITEMS = Features(
    {
        "item_id": TEXT,
        "title": TEXT,
        "description": TEXT,
        "features": List(TEXT),
        "categories": List(TEXT),
        "price": Value("float64"),
        "store": TEXT,
        "source": TEXT,
        "visual_description": TEXT,
        "image": Image(),
    }
)
PROFILES = Features(_PROFILE)
# A fine-tuning example; `item_id` and `candidates` refer to the items.
TASK = Features(
    {
        "example_id": TEXT,
        "conversation_id": TEXT,
        "target": TEXT,
        "item_id": TEXT,
        "dialogue": List({"speaker": TEXT, "text": TEXT}),
        "text": TEXT,
        "candidates": List(TEXT),
        "shown": List(TEXT),
    }
)


class Pictures:
    """The catalog's pictures as the release stores them; remembers which were asked for and are missing."""

    def __init__(self, catalog: Mapping[str, Item], folder: Path) -> None:
        self.catalog, self.folder = catalog, folder
        self.missing: set[str] = set()

    def __getitem__(self, item_id: str) -> dict[str, Any] | None:
        """The bytes and file name of an item's picture; None where the catalog or the folder lacks it."""
        item = self.catalog.get(item_id)
        path = self.folder / item.image if item and item.image else None
        if path is None or not path.is_file():
            self.missing.add(item_id)
            return None
        return {"bytes": path.read_bytes(), "path": path.name}


def conversation_row(conversation: Conversation, pictures: Pictures) -> dict[str, Any]:
    """A conversation with the picture of each mentioned item, in the order of `mentioned_items`."""
    row = conversation.model_dump(mode="json")
    row["profile"] = profile_row(conversation.profile)
    row["provenance"] = _provenance(conversation.provenance)
    row["mentioned_items"] = list(conversation.mentioned_items)
    row["images"] = [pictures[item] for item in conversation.mentioned_items]
    return row


def item_row(item: Item, pictures: Pictures) -> dict[str, Any]:
    """An item with its picture."""
    return {**item.model_dump(mode="json"), "image": pictures[item.item_id]}


def profile_row(profile: Profile) -> dict[str, Any]:
    """A profile."""
    return {**profile.model_dump(mode="json"), "provenance": _provenance(profile.provenance)}


def _provenance(provenance: Provenance) -> dict[str, Any]:
    # Parquet has no open mappings that `datasets` reads: they become lists in the order of their names.
    prompts = [{"name": name, "sha256": digest} for name, digest in sorted(provenance.prompts.items())]
    models = [{"role": role, "model": model} for role, model in sorted(provenance.models.items())]
    return {**provenance.model_dump(mode="json"), "prompts": prompts, "models": models}

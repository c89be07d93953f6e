"""What the pages show, as scripts that the browser loads one by one (`file://` forbids fetch, not script tags)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, get_args

from muse.core import escape
from muse.core.records import Action, Conversation, Item, Split
from muse.dataset.splits import SPLITS

ACTIONS: tuple[str, ...] = get_args(Action)
CLIPPED_CHARS = 180  # of a scenario in the list: three lines
Placed = tuple[Split, Conversation]


class Facet:
    """The values of a filter; a row holds a value's position instead of its text."""

    def __init__(self, values: Sequence[Hashable]) -> None:
        self.values = list(dict.fromkeys(values))
        self._positions = {value: position for position, value in enumerate(self.values)}

    def __getitem__(self, value: Hashable) -> int:
        return self._positions[value]


def placed(splits: Mapping[Split, Sequence[Conversation]]) -> list[Placed]:
    """All conversations with their split, in the order of their ids."""
    everything = [(name, conversation) for name in SPLITS for conversation in splits[name]]
    return sorted(everything, key=lambda pair: pair[1].conversation_id)


def index(
    rows: Sequence[Placed], catalog: Mapping[str, Item], pictures: Mapping[str, str], shard: int
) -> dict[str, Any]:
    """What lists and filters need of every conversation; `core.js` names the columns of a row.

    `pictures` maps an item's id to its file in the site; an item without a picture is not in it.
    """
    conversations = [conversation for _, conversation in rows]
    facets = {
        "group": Facet(sorted(each.profile.reason.group for each in conversations)),
        "category": Facet(sorted(each.profile.category for each in conversations)),
        "action": Facet(ACTIONS),
        "split": Facet(SPLITS),
        "reached": Facet(sorted(each.reached for each in conversations)),
        "opening": Facet(sorted(each.opening for each in conversations)),
    }
    return {
        "shard": shard,
        "facets": {name: facet.values for name, facet in facets.items()},
        "rows": [
            [
                each.conversation_id,
                facets["group"][each.profile.reason.group],
                facets["category"][each.profile.category],
                sorted({facets["action"][turn.action] for turn in each.turns}),
                facets["split"][split],
                facets["reached"][each.reached],
                facets["opening"][each.opening],
                each.profile.persona.name,
                clipped(each.profile.scenario),
                title(each.profile.target_item, catalog),
                pictures.get(each.profile.target_item),
                len(each.turns),
                each.review.total if each.review else None,
            ]
            for split, each in rows
        ],
    }


def conversation_data(
    placed: Placed, catalog: Mapping[str, Item], pictures: Mapping[str, str], judged: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """All of one conversation, with title and picture of each item that it speaks of, and what judges gave it."""
    split, conversation = placed
    items = dict.fromkeys([*conversation.mentioned_items, *_shown(conversation), conversation.profile.target_item])
    return {
        **conversation.model_dump(mode="json"),
        "split": split,
        "item_titles": {item: title(item, catalog) for item in items},
        "pictures": {item: pictures[item] for item in items if item in pictures},
        "judged": judged,
        "absent": [item for item in items if item not in catalog],
    }


def item_data(rows: Sequence[Placed], catalog: Mapping[str, Item], pictures: Mapping[str, str]) -> list[dict[str, Any]]:
    """All items that a conversation speaks of, in the order of their ids, each with its conversations."""
    uses: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for _, conversation in rows:
        target = conversation.profile.target_item
        for item in dict.fromkeys([target, *conversation.mentioned_items, *_shown(conversation)]):
            part = "target" if item == target else "shown"
            profile = conversation.profile
            uses[item].append((conversation.conversation_id, part, profile.persona.name, clipped(profile.scenario)))
    return [
        {
            **(catalog[item].model_dump(mode="json") if item in catalog else {"item_id": item, "absent": True}),
            "title": title(item, catalog),
            "picture": pictures.get(item),
            "conversations": uses[item],
        }
        for item in sorted(uses)
    ]


def item_index(items: Sequence[Mapping[str, Any]], shard: int) -> dict[str, Any]:
    """What the list of items needs of each."""
    return {
        "shard": shard,
        "rows": [
            [item["item_id"], item["title"], category(item), item["picture"], len(item["conversations"])]
            for item in items
        ],
    }


def clipped(text: str) -> str:
    """The text's beginning, as much of it as a list shows."""
    return text if len(text) <= CLIPPED_CHARS else text[:CLIPPED_CHARS].rsplit(maxsplit=1)[0] + " …"


def category(item: Mapping[str, Any]) -> str:
    """The leaf category, or that there is none."""
    return str(item["categories"][-1]) if item.get("categories") else "(not in the catalog)"


def title(item_id: str, catalog: Mapping[str, Item]) -> str:
    """The item's title; an item that the catalog lacks is shown by its id."""
    return catalog[item_id].title if item_id in catalog else f"item {item_id} (not in the catalog)"


def scripts(kind: str, records: list[Any], shard: int) -> Iterator[tuple[str, str]]:
    """(file, text) of the scripts that hold the records, `shard` of them each."""
    for number, start in enumerate(range(0, len(records), shard)):
        yield f"data/{kind}-{number}.js", script(f"{kind}-{number}", records[start : start + shard])


def script(name: str, value: Any) -> str:
    """A script that hands the pages a value."""
    return f"MUSE.put({escape.script(name)}, {escape.script(value)});\n"


def _shown(conversation: Conversation) -> Iterator[str]:
    return (image for turn in conversation.turns for image in turn.images)

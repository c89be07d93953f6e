"""Train, validation and test, so that no target item, persona or near-duplicate scenario crosses a split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from muse.core.errors import MuseError
from muse.core.records import Conversation, Split
from muse.core.seeding import generator
from muse.dataset.groups import UnionFind, closest_apart, near_duplicates, same
from muse.dataset.settings import SplitSettings

SPLITS: tuple[Split, ...] = get_args(Split)
ABOUT = (
    "Computed anew from the finished splits. `pairs` counts the pairs of conversations that share what is checked (for"
    " target item and persona each later one with the first), `crossing` those of them that lie in two splits. `groups`"
    " are conversations tied together, directly or through others: each lies whole in one split. `information` tells"
    " what the splits may share."
)
MEANINGS = {
    "target item": "the same target item, by its id",
    "persona": "the same name, gender, age and profession",
    "near-duplicate scenario": "a Jaccard similarity of the scenarios' word 3-grams of at least {threshold}",
}
LEAST_TOLD = 0.1  # pairs of scenarios less similar than this are not looked for


def split(conversations: Sequence[Conversation], settings: SplitSettings, seed: int) -> dict[Split, list[Conversation]]:
    """The conversations of each split, in the order given.

    Groups (conversations tied by a target item, a persona or near-duplicate scenarios) are placed whole, in a seeded
    order, each into the emptiest split that it fits. MuseError where a wanted split stays empty.
    """
    groups = UnionFind(len(conversations))
    for ties in links(conversations, settings.near_duplicate).values():
        for one, other in ties:
            groups.union(one, other)
    total = len(conversations)
    wanted: dict[Split, float] = {"validation": settings.validation * total, "test": settings.test * total}
    wanted = {"train": total - sum(wanted.values()), **wanted}
    placed: dict[Split, list[int]] = {name: [] for name in SPLITS}
    for group in sorted(groups.sets(), key=lambda g: _draw(conversations[g[0]], seed)):
        placed[_place(len(group), wanted, placed)] += group
    for name, members in placed.items():
        if wanted[name] > 0 and not members:
            largest = max(map(len, groups.sets()), default=0)
            raise MuseError(
                f"no conversation left for the {name} split: {total} conversations in {len(groups.sets())} groups"
                f" that may not be divided, the largest of {largest}",
                remedy="make more conversations, or raise dataset.split.near_duplicate if scenarios tie them together",
            )
    return {name: [conversations[index] for index in sorted(placed[name])] for name in SPLITS}


def links(conversations: Sequence[Conversation], near_duplicate: float) -> dict[str, list[tuple[int, int]]]:
    """For each kind of tie the pairs of positions that it ties together."""
    profiles = [conversation.profile for conversation in conversations]
    return {
        "target item": list(same(profile.target_item for profile in profiles)),
        "persona": list(same(_persona(conversation) for conversation in conversations)),
        "near-duplicate scenario": list(near_duplicates([profile.scenario for profile in profiles], near_duplicate)),
    }


def leakage(splits: dict[Split, list[Conversation]], settings: SplitSettings) -> dict[str, Any]:
    """What was checked between the splits and what was found, computed anew from the finished splits."""
    everything = [conversation for name in SPLITS for conversation in splits[name]]
    place = [name for name in SPLITS for _ in splits[name]]
    ties = links(everything, settings.near_duplicate)
    groups = UnionFind(len(everything))
    for one, other in (pair for pairs in ties.values() for pair in pairs):
        groups.union(one, other)
    sizes = Counter(len(group) for group in groups.sets())
    return {
        "about": ABOUT,
        "conversations": {name: len(splits[name]) for name in SPLITS},
        "near_duplicate": settings.near_duplicate,
        "checks": {
            kind: {
                "means": MEANINGS[kind].format(threshold=settings.near_duplicate),
                "pairs": len(pairs),
                "crossing": sum(place[one] != place[other] for one, other in pairs),
            }
            for kind, pairs in ties.items()
        },
        "groups": {"count": sum(sizes.values()), "largest": max(sizes, default=0), "by_size": _by_size(sizes)},
        "information": {
            "closest_scenarios_across_splits": _closest(everything, place),
            "test_targets_mentioned_in_training": len(
                {conversation.profile.target_item for conversation in splits["test"]}
                & {item for conversation in splits["train"] for item in conversation.mentioned_items}
            ),
            "test_utterances_verbatim_in_training": _repeated(splits["test"], splits["train"]),
        },
    }


def _closest(conversations: Sequence[Conversation], place: Sequence[Split]) -> dict[str, Any] | None:
    """The most similar scenarios of two splits; None where none are similar at all."""
    found = closest_apart([each.profile.scenario for each in conversations], place, LEAST_TOLD)
    if found is None:
        return None
    similarity, *pair = found
    return {"similarity": round(similarity, 4), "conversations": [conversations[at].conversation_id for at in pair]}


def _draw(conversation: Conversation, seed: int) -> float:
    return float(generator(seed, "split", conversation.conversation_id).random())


def _place(size: int, wanted: dict[Split, float], placed: dict[Split, list[int]]) -> Split:
    room = {name: wanted[name] - len(placed[name]) for name in SPLITS}
    fitting = [name for name in SPLITS if wanted[name] > 0 and room[name] >= size]
    if fitting:
        return max(fitting, key=lambda name: room[name] / wanted[name])
    return max(SPLITS, key=lambda name: room[name])


def _persona(conversation: Conversation) -> tuple[str, str, int, str] | None:
    persona = conversation.profile.persona
    return (persona.name, persona.gender, persona.age, persona.profession) if persona.name else None


def _by_size(sizes: Counter[int]) -> dict[str, int]:
    return {f"{size:05d}": sizes[size] for size in sorted(sizes)}


def _repeated(some: Sequence[Conversation], others: Sequence[Conversation]) -> dict[str, int]:
    known = set(_texts(others))
    texts = list(_texts(some))
    return {"utterances": len(texts), "repeated": sum(text in known for text in texts)}


def _texts(conversations: Sequence[Conversation]) -> Iterator[str]:
    return (turn.text for conversation in conversations for turn in conversation.turns)

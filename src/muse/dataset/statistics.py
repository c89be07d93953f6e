"""Counts of a dataset: conversations, utterances, tokens, actions, items, and how targets were reached."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from muse.core.records import Conversation, Item, Split
from muse.core.text import tokens
from muse.dataset.splits import SPLITS


def statistics_of(splits: Mapping[Split, Sequence[Conversation]], catalog: Sequence[Item]) -> dict[str, Any]:
    """All counts of the whole dataset (`all`) and of each split, with who wrote it."""
    everything = [conversation for name in SPLITS for conversation in splits[name]]
    by_id = {item.item_id: item for item in catalog}
    return {
        "writers": count(conversation.provenance.writer for conversation in everything),
        "scripted": sum(conversation.provenance.scripted for conversation in everything),
        "catalog": {"items": len(catalog), "categories": len({item.category for item in catalog})},
        "all": describe(everything, by_id),
        "splits": {name: describe(splits[name], by_id) for name in SPLITS},
    }


def describe(conversations: Sequence[Conversation], catalog: Mapping[str, Item]) -> dict[str, Any]:
    """The counts of some conversations. Items that the catalog lacks are counted, and counted as missing too."""
    turns = [turn for conversation in conversations for turn in conversation.turns]
    lengths = [(turn, tokens(turn.text)) for turn in turns]
    mentioned = [item for conversation in conversations for item in conversation.mentioned_items]
    reviews = [conversation.review for conversation in conversations if conversation.review]
    targets = [conversation.profile.target_item for conversation in conversations]
    return {
        "conversations": len(conversations),
        "utterances": len(turns),
        "utterances_per_conversation": summary([len(conversation.turns) for conversation in conversations]),
        "tokens": sum(len(words) for _, words in lengths),
        "tokens_per_utterance": summary([len(words) for _, words in lengths]),
        "vocabulary": len({word for _, words in lengths for word in words}),
        "speakers": {
            speaker: {
                "utterances": len(said),
                "tokens": sum(said),
                "tokens_per_utterance": summary(said),
            }
            for speaker in ("user", "assistant")
            for said in [[len(words) for turn, words in lengths if turn.speaker == speaker]]
        },
        "actions": count(turn.action for turn in turns),
        "openings": count(conversation.opening for conversation in conversations),
        "reached": count(conversation.reached for conversation in conversations),
        "recommendations": count(_recommendations(conversation) for conversation in conversations),
        "recommendations_per_conversation": summary([_recommendations(each) for each in conversations]),
        "shape": {
            "lengths": count(len(conversation.turns) for conversation in conversations),
            "actions_by_place": _actions_by_place(conversations),
            "steps_by_place": _steps_by_place(conversations),
        },
        "items": {
            "targets": len(set(targets)),
            "mentioned": len(set(mentioned)),
            "mentioned_per_conversation": summary([len(each.mentioned_items) for each in conversations]),
            "not_in_catalog": len({item for item in [*mentioned, *targets] if item not in catalog}),
        },
        "images": {
            "shown": sum(len(turn.images) for turn in turns),
            "distinct": len({image for turn in turns for image in turn.images}),
            "recommended_without": sum(
                turn.action == "recommend" and not set(turn.items) <= set(turn.images) for turn in turns
            ),
        },
        "categories": count(conversation.profile.category for conversation in conversations),
        "scenario_groups": count(conversation.profile.reason.group for conversation in conversations),
        "genders": count(conversation.profile.persona.gender for conversation in conversations),
        "ages": summary([conversation.profile.persona.age for conversation in conversations]),
        "rewritten_utterances": sum(turn.original_text is not None for turn in turns),
        "review": {
            "reviewed": len(reviews),
            "total": summary([review.total for review in reviews]),
            "totals": count(review.total for review in reviews),
            "fits_context": sum(review.fits_context for review in reviews),
        },
    }


def count(values: Iterable[Hashable]) -> dict[str, int]:
    """How often each value occurs, in the order of the values' text."""
    return {str(value): n for value, n in sorted(Counter(values).items(), key=lambda pair: str(pair[0]))}


def summary(values: Sequence[float]) -> dict[str, float | int | None]:
    """Mean, standard deviation (n - 1), minimum, median and maximum; None where they are not defined."""
    return {
        "mean": round(statistics.fmean(values), 4) if values else None,
        "sd": round(statistics.stdev(values), 4) if len(values) > 1 else None,
        "min": min(values, default=None),
        "median": statistics.median(values) if values else None,
        "max": max(values, default=None),
    }


def _recommendations(conversation: Conversation) -> int:
    return sum(turn.action == "recommend" for turn in conversation.turns)


def _actions_by_place(conversations: Sequence[Conversation]) -> list[dict[str, int]]:
    """For each place, first utterance first: how often each action stands there."""
    longest = max((len(conversation.turns) for conversation in conversations), default=0)
    return [
        count(conversation.turns[place].action for conversation in conversations if place < len(conversation.turns))
        for place in range(longest)
    ]


def _steps_by_place(conversations: Sequence[Conversation]) -> list[dict[str, int]]:
    """For each place, first utterance first: how often each action there is followed by which ("recommend > reject").

    A conversation's last action is followed by "end".
    """
    steps = [
        [f"{one} > {other}" for one, other in pairwise([*(turn.action for turn in conversation.turns), "end"])]
        for conversation in conversations
    ]
    longest = max(map(len, steps), default=0)
    return [count(each[place] for each in steps if place < len(each)) for place in range(longest)]

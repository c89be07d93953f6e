"""The statistics page's tables: numbers of the dataset by split, and the datasets beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from muse.dataset.splits import SPLITS

COLUMNS = ("all", *SPLITS)
# Lines by heading. A path leads to a number; `#path` to counts of which their number is shown; `%path` to counts that
# each get a line, with its share.
LINES: dict[str, dict[str, str]] = {
    "Size": {
        "conversations": "conversations",
        "utterances": "utterances",
        "utterances of users": "speakers.user.utterances",
        "utterances of the assistant": "speakers.assistant.utterances",
        "utterances a conversation": "utterances_per_conversation.mean",
        "standard deviation": "utterances_per_conversation.sd",
        "fewest utterances in a conversation": "utterances_per_conversation.min",
        "most utterances in a conversation": "utterances_per_conversation.max",
    },
    "Words": {
        "tokens": "tokens",
        "tokens an utterance": "tokens_per_utterance.mean",
        "tokens an utterance of users": "speakers.user.tokens_per_utterance.mean",
        "tokens an utterance of the assistant": "speakers.assistant.tokens_per_utterance.mean",
        "tokens in the longest utterance": "tokens_per_utterance.max",
        "distinct tokens": "vocabulary",
        "utterances that the rewriter changed": "rewritten_utterances",
    },
    "How the target was reached": {"": "%reached"},
    "Openings": {"": "%openings"},
    "Utterances by action": {"": "%actions"},
    "Rounds": {
        "recommendations a conversation": "recommendations_per_conversation.mean",
        "most recommendations in a conversation": "recommendations_per_conversation.max",
    },
    "Items and pictures": {
        "distinct target items": "items.targets",
        "categories of target items": "#categories",
        "distinct items mentioned": "items.mentioned",
        "items mentioned in a conversation": "items.mentioned_per_conversation.mean",
        "pictures shown": "images.shown",
        "distinct pictures shown": "images.distinct",
        "items that the catalog lacks": "items.not_in_catalog",
    },
    "Scenario groups": {"": "%scenario_groups"},
    "Personas": {"": "%genders", "mean age": "ages.mean"},
}
COMPARED = {
    "dialogues": "dialogues",
    "utterances": "utterances",
    "a dialogue": "utterances_per_dialogue.mean",
    "tokens an utterance": "tokens_per_utterance",
    "distinct tokens": "vocabulary",
    "items": "items",
    "pictures": "images",
}


def by_split(statistics: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """(heading, lines) of the table; a line is a label and a text for each of COLUMNS."""
    columns = [statistics["all"], *(statistics["splits"][name] for name in SPLITS)]
    return [
        (heading, [line for label, path in lines.items() for line in _lines(label, path, columns)])
        for heading, lines in LINES.items()
    ]


def beside(row: Mapping[str, Any]) -> dict[str, str]:
    """A line of the dataset table: what was computed here, and what others published."""
    computed, published = row["computed"], row["published"]
    shown = {label: number(_find(computed, path)) if computed else "" for label, path in COMPARED.items()}
    told = ""
    if published:
        told = f"{number(published['dialogues'])} dialogues"
        if published["utterances"] is not None:
            told += f", {number(published['utterances'])} utterances"
        told += f" ({published['source']})"
    return {**shown, "dataset": row["dataset"], "status": row["status"], "published": told}


def number(value: float | None) -> str:
    """A number with its thousands divided, two places where it is no whole number."""
    if value is None:
        return "not defined"
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"


def _lines(label: str, path: str, columns: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[str]]]:
    if path.startswith("#"):
        return [(label, [number(len(_find(column, path[1:]))) for column in columns])]
    if path.startswith("%"):
        held = [_find(column, path[1:]) for column in columns]
        return [(key, [_share(counts, key) for counts in held]) for key in held[0]]
    return [(label, [number(_find(column, path)) for column in columns])]


def _share(counts: Mapping[str, int], key: str) -> str:
    total = sum(counts.values())
    value = counts.get(key, 0)
    return f"{value:,} ({value / total:.0%})" if total else "0"


def _find(counts: Any, path: str) -> Any:
    for key in path.split("."):
        counts = counts[key]
    return counts

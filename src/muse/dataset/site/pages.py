"""The site as a whole: which files it has and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from muse.core.records import Conversation, Item, Split
from muse.dataset.site import data, tables
from muse.dataset.site.charts import bars, by_number, by_size
from muse.dataset.site.words import word_index
from muse.dataset.splits import SPLITS

HERE = Path(__file__).parent
ASSETS = ("site.css", "core.js", "find.js", "browse.js", "difference.js", "conversation.js", "item.js")
TOP_CATEGORIES = 20
_JINJA = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True)
class Content:
    """What the site shows.

    `pictures` maps an item's id to its file in the site; `judged` a conversation's id to lines of `judge`, `scripted`,
    `dimension` and `score` (a mean); `comparison` holds the rows of the dataset table, `rejected` how many
    conversations were begun and dropped for which reason.
    """

    splits: Mapping[Split, Sequence[Conversation]]
    catalog: Mapping[str, Item]
    pictures: Mapping[str, str]
    statistics: Mapping[str, Any]
    leakage: Mapping[str, Any]
    comparison: Sequence[Mapping[str, Any]]
    rejected: Mapping[str, int]
    judged: Mapping[str, Sequence[Mapping[str, Any]]]


def files(content: Content, shard: int) -> Iterator[tuple[str, str]]:
    """(path, text) of every file of the site but the pictures; `shard` records stand in one data file."""
    rows = data.placed(content.splits)
    items = data.item_data(rows, content.catalog, content.pictures)
    yield "data/index.js", data.script("index", data.index(rows, content.catalog, content.pictures, shard))
    yield "data/words.js", data.script("words", word_index([each for _, each in rows], content.catalog))
    yield "data/items.js", data.script("items", data.item_index(items, shard))
    conversations = [
        data.conversation_data(row, content.catalog, content.pictures, content.judged.get(row[1].conversation_id, ()))
        for row in rows
    ]
    yield from data.scripts("conversations", conversations, shard)
    yield from data.scripts("items", items, shard)
    for name in ASSETS:
        yield f"assets/{name}", (HERE / name).read_text(encoding="utf-8")
    yield from _pages(content, len(items))


def pictured(splits: Mapping[Split, Sequence[Conversation]]) -> list[str]:
    """Ids of the items whose pictures the site shows, sorted."""
    everything = [conversation for name in SPLITS for conversation in splits[name]]
    shown = {image for each in everything for turn in each.turns for image in turn.images}
    targets = {each.profile.target_item for each in everything}
    return sorted(shown | targets | {item for each in everything for item in each.mentioned_items})


def _pages(content: Content, items: int) -> Iterator[tuple[str, str]]:
    shared = {
        "total": content.statistics["all"]["conversations"],
        "items": items,
        "scripted": content.statistics["scripted"],
        "writers": sorted(content.statistics["writers"]),
    }
    scripts = {
        "index": ["data/index.js", "assets/find.js", "assets/browse.js"],
        "items": ["data/items.js", "assets/find.js", "assets/browse.js"],
        "conversation": ["data/index.js", "assets/find.js", "assets/difference.js", "assets/conversation.js"],
        "item": ["data/items.js", "assets/item.js"],
        "statistics": [],
    }
    for page, own in scripts.items():
        needed = ["assets/core.js", *own] if own else []
        here = {"here": f"{page}.html", "page": page, "scripts": needed}
        extra = _statistics(content) if page == "statistics" else {}
        yield f"{page}.html", _JINJA.get_template(f"{page}.jinja").render(**shared, **here, **extra)


def _statistics(content: Content) -> dict[str, Any]:
    whole = content.statistics["all"]
    charts = {
        "How the target was reached": (whole["reached"], "conversations"),
        "Scenario groups": (by_size(whole["scenario_groups"], TOP_CATEGORIES), "conversations"),
        "Openings": (whole["openings"], "conversations"),
        "Utterances in a conversation": (by_number(whole["shape"]["lengths"]), "conversations"),
        "Recommendations in a conversation": (by_number(whole["recommendations"]), "conversations"),
        "Utterances by action": (whole["actions"], "utterances"),
        "Gender of the persona": (whole["genders"], "conversations"),
        "The reviewer's total score (0 to 6)": (by_number(whole["review"]["totals"]), "conversations"),
        "Categories of the target item": (by_size(whole["categories"], TOP_CATEGORIES), "conversations"),
    }
    return {
        "columns": tables.COLUMNS,
        "table": tables.by_split(content.statistics),
        "charts": [bars(heading, *drawn) for heading, drawn in charts.items()],
        "leakage": content.leakage,
        "rejected": content.rejected,
        "compared": list(tables.COMPARED),
        "others": [tables.beside(row) for row in content.comparison],
    }

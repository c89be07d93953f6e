"""Does search find the item that a query was written for? Words, text vectors, image vectors, and all of them fused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pydantic import BaseModel

from muse.catalog.index import Index, fused
from muse.catalog.words import tokens
from muse.core.records import Item
from muse.core.seeding import generator

K = 8
CONFIDENCE = 0.95
# The rankings that each method fuses.
METHODS: dict[str, tuple[str, ...]] = {
    "words": ("words",),
    "text vectors": ("text",),
    "image vectors": ("imagined", "image"),
    "words + text": ("words", "text"),
    "hybrid": ("words", "text", "imagined", "image"),
}
UNSAID = {"", "plain", "none"}
LOOKS = ("colour", "pattern", "material")
TRUTH = "true attributes of rendered items, whose titles leave some of them out"
DESCRIBED = (
    "what the describing model saw, which the indexed texts hold too; or a picture, and any of its category is right"
)


@dataclass(frozen=True)
class Query:
    """What is asked by text and by an item's picture, the ids that are right, and the one that is not looked for."""

    text: str | None
    picture: str | None
    right: frozenset[str]
    own: str | None = None


class Share(BaseModel):
    """A mean over queries with its bootstrap percentile interval."""

    value: float
    low: float
    high: float


def queries(
    items: Sequence[Item], truth: Mapping[str, Mapping[str, str]], count: int, seed: int
) -> tuple[str, dict[str, list[Query]]]:
    """Where the queries are from, and at most `count` of each kind."""
    order = generator(seed, "retrieval", "targets").permutation(len(items))[:count]
    drawn = [items[place] for place in order]
    if truth:
        return TRUTH, _from_truth(drawn, items, truth, seed)
    return DESCRIBED, _from_descriptions(drawn, items, seed)


def evaluate(
    index: Index, kinds: Mapping[str, Sequence[Query]], resamples: int, seed: int
) -> dict[str, dict[str, object]]:
    """Recall@8 and mean reciprocal rank by method, over all queries and by kind."""
    ranks = {kind: [_ranks(index, query) for query in asked] for kind, asked in kinds.items()}

    def measured(found: Sequence[Mapping[str, float]], method: str) -> dict[str, object]:
        places = np.array([one[method] for one in found])
        draws = generator(seed, "retrieval-bootstrap", method).integers(0, len(places), (resamples, len(places)))
        return {
            f"recall@{K}": _share((places <= K).astype(float), draws).model_dump(),
            "mrr": _share(1 / places, draws).model_dump(),
            "n": len(places),
        }

    everything = [one for found in ranks.values() for one in found]
    return {
        method: {
            **measured(everything, method),
            "by_kind": {kind: measured(found, method) for kind, found in ranks.items() if found},
        }
        for method in METHODS
    }


def _ranks(index: Index, query: Query) -> dict[str, float]:
    """The place of the first right item by each method, infinite where it is not among those fused."""
    found = index.rankings(query.text, query.picture, index.settings.depth + 1)
    places = {}
    for method, parts in METHODS.items():
        rows, _ = fused({name: rows for name, rows in found.items() if name in parts}, index.settings)
        ids = [item_id for item_id in map(index.ids.__getitem__, rows) if item_id != query.own]
        places[method] = next((float(rank) for rank, item_id in enumerate(ids, 1) if item_id in query.right), np.inf)
    return places


def _share(values: np.ndarray, draws: np.ndarray) -> Share:
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(values[draws].mean(1), [tail, 1 - tail])
    return Share(value=float(values.mean()), low=float(low), high=float(high))


def _from_truth(
    drawn: Sequence[Item], items: Sequence[Item], truth: Mapping[str, Mapping[str, str]], seed: int
) -> dict[str, list[Query]]:
    """All attributes; the garment and two of the rest; the garment, its material and a picture like it in looks."""
    alike: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        alike.setdefault((truth[item.item_id]["colour"], truth[item.item_id]["pattern"]), []).append(item)
    kinds: dict[str, list[Query]] = {"all attributes": [], "three attributes": [], "text and a companion's picture": []}
    for item in drawn:
        known, right = truth[item.item_id], frozenset([item.item_id])
        random = generator(seed, "retrieval", item.item_id)
        said = _said(known)
        kinds["all attributes"].append(Query(" ".join(said), None, right))
        some = [said[place] for place in random.permutation(len(said) - 1)[:2]]
        kinds["three attributes"].append(Query(f"a {' '.join([*some, said[-1]])}", None, right))
        others = [other for other in alike[known["colour"], known["pattern"]] if other.item_id != item.item_id]
        if others:
            picture = others[random.integers(len(others))].item_id
            kinds["text and a companion's picture"].append(Query(f"{said[-1]} {known['material']}", picture, right))
    return kinds


def _said(attributes: Mapping[str, str]) -> list[str]:
    """What there is to say of an item, its garment last."""
    details = sorted(name for name in attributes if name not in {"garment", "second_colour", *LOOKS})
    named = [attributes[name] for name in LOOKS]
    named += [f"{attributes[name]} {name.replace('_', ' ')}" for name in details if attributes[name] not in UNSAID]
    return [*(value for value in named if value not in UNSAID), attributes["garment"]]


def _from_descriptions(drawn: Sequence[Item], items: Sequence[Item], seed: int) -> dict[str, list[Query]]:
    """Three words of the visual description and the category; a picture, for which others of its category are right."""
    bearing: dict[str, set[str]] = {}
    for item in items:
        bearing.setdefault(item.category, set()).add(item.item_id)
    kinds: dict[str, list[Query]] = {"described attributes": [], "a picture": []}
    for item in drawn:
        random = generator(seed, "retrieval", item.item_id)
        said = [word for word in dict.fromkeys(tokens(item.visual_description)) if word not in UNSAID]
        some = [said[place] for place in sorted(random.permutation(len(said))[:3])]
        text = " ".join([*some, item.category])
        kinds["described attributes"].append(Query(text, None, frozenset([item.item_id])))
        others = frozenset(bearing[item.category] - {item.item_id})
        if others:
            kinds["a picture"].append(Query(None, item.item_id, others, item.item_id))
    return kinds

"""Does search find the item that a query was written for? Words, text vectors, image vectors, and all of them fused.

    python benchmarks/retrieval.py data/catalog [--queries 400] [--table results/benchmarks/retrieval.json]

The folder holds the outputs of `muse catalog` and `muse describe`. Queries about rendered items are written from their
true attributes (truth.json), some of which the titles leave out and the picture shows; a companion query adds the
picture of another item of the same colour and pattern. Photos have a class alone: a query is the class's name or a
photo, and any photo of the class is right.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from muse import config
from muse.catalog.index import Index, build
from muse.catalog.settings import IndexSettings, WeightSettings
from muse.core.files import read_json, read_jsonl, write_json
from muse.core.records import Item
from muse.core.seeding import generator

SEED = 7
K = 8
UNSAID = {"", "plain", "none"}
# text, picture, the ids that are right, and those that are left out (a query's own picture)
Query = tuple[str | None, Path | None, set[str], set[str]]
# The rankings that each row of the table fuses.
ROWS: dict[str, tuple[str, ...]] = {
    "words": ("words",),
    "text vectors": ("text",),
    "image vectors": ("imagined", "image"),
    "words + text": ("words", "text"),
    "hybrid": ("words", "text", "imagined", "image"),
}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--queries", default=400, help="How many of each kind.")
@click.option("--index", "saved", type=click.Path(path_type=Path), help="A saved index; built where it is missing.")
@click.option("--table", type=click.Path(path_type=Path), help="Write the table as JSON.")
def main(folder: Path, queries: int, saved: Path | None, table: Path | None) -> None:
    items = read_jsonl(folder / "described.jsonl", Item)
    settings = IndexSettings.model_validate(config.load()["index"])
    found = _index(items, folder / "images", settings, saved)
    truth = read_json(folder / "truth.json")
    kinds = _rendered(items, truth, folder / "images", queries) if truth else _photos(items, folder / "images", queries)
    result = {kind: {row: _score(found, asked, parts) for row, parts in ROWS.items()} for kind, asked in kinds.items()}
    for kind, rows in result.items():
        print(f"\n{kind}, {len(kinds[kind])} queries, {len(items)} items")
        for row, (recall, rank) in rows.items():
            print(f"  {row:14} Recall@{K} {recall:.3f}  MRR {rank:.3f}")
    if table:
        write_json(table, {"k": K, "items": len(items), "rows": result})


def _index(items: Sequence[Item], images: Path, settings: IndexSettings, saved: Path | None) -> Index:
    if saved and saved.exists():
        return Index.load(saved)
    start, used = time.perf_counter(), time.process_time()
    found = build(items, images, settings)
    print(f"built in {time.perf_counter() - start:.1f} s ({time.process_time() - used:.1f} s of processor time)")
    if saved:
        found.save(saved)
    return found


def _score(index: Index, queries: Sequence[Query], parts: tuple[str, ...]) -> tuple[float, float]:
    """Recall@8 and the mean reciprocal rank (among as many as are fused) of the first right item."""
    configured = index.settings
    weights = {name: weight if name in parts else 0.0 for name, weight in configured.weights.model_dump().items()}
    index.settings = configured.model_copy(update={"weights": WeightSettings(**weights)})
    ranks: list[float] = []
    for text, picture, right, own in queries:
        hits = [hit.item_id for hit in index.search(text, picture, configured.depth, own) if hit.score > 0]
        ranks.append(next((rank for rank, item_id in enumerate(hits, 1) if item_id in right), np.inf))
    index.settings = configured
    return float(np.mean([rank <= K for rank in ranks])), float(np.mean([1 / rank for rank in ranks]))


def _rendered(
    items: Sequence[Item], truth: dict[str, dict[str, str]], images: Path, count: int
) -> dict[str, list[Query]]:
    known = {item.item_id: item for item in items}
    ids = sorted(known)
    drawn = [ids[place] for place in generator(SEED, "retrieval", "targets").permutation(len(ids))[:count]]
    looks = {item_id: (truth[item_id]["colour"], truth[item_id]["pattern"]) for item_id in ids}
    kinds: dict[str, list[Query]] = {"all attributes": [], "three attributes": [], "text and a companion's picture": []}
    for item_id in drawn:
        random = generator(SEED, "retrieval", item_id)
        said = _said(truth[item_id])
        kinds["all attributes"].append((" ".join(said), None, {item_id}, set()))
        # As users do: the garment and some of the rest, in their own order.
        some = [said[place] for place in random.permutation(len(said) - 1)[:2]]
        kinds["three attributes"].append((f"a {' '.join([*some, said[-1]])}", None, {item_id}, set()))
        alike = [other for other in ids if looks[other] == looks[item_id] and other != item_id]
        if alike:
            picture = images / known[alike[random.integers(len(alike))]].image
            kinds["text and a companion's picture"].append(
                (f"{said[-1]} {truth[item_id]['material']}", picture, {item_id}, set())
            )
    return kinds


def _said(attributes: dict[str, str]) -> list[str]:
    """What there is to say of an item, its garment last."""
    order = sorted(
        name for name in attributes if name not in {"garment", "colour", "second_colour", "pattern", "material"}
    )
    named = [attributes["colour"], attributes["pattern"], attributes["material"]]
    named += [f"{attributes[name]} {name.replace('_', ' ')}" for name in order if attributes[name] not in UNSAID]
    return [*(value for value in named if value not in UNSAID), attributes["garment"]]


def _photos(items: Sequence[Item], images: Path, count: int) -> dict[str, list[Query]]:
    classes = sorted({item.category for item in items})
    of_class = {name: {item.item_id for item in items if item.category == name} for name in classes}
    drawn = [items[place] for place in generator(SEED, "retrieval", "photos").permutation(len(items))[:count]]
    by_photo: list[Query] = [(None, images / item.image, of_class[item.category], {item.item_id}) for item in drawn]
    return {"a class's name": [(name, None, of_class[name], set()) for name in classes], "a photo": by_photo}


if __name__ == "__main__":
    main()

"""Does search find the item that a query was written for? Words, text vectors, image vectors, and all of them fused.

    python benchmarks/retrieval.py data/catalog [--queries 400] [--seed 777] [--index data/catalog/index]

The folder holds the outputs of `muse catalog` and `muse describe`. The queries and measures are those of the step
`retrieval`; here by kind, in a table, also for a catalog outside the DAG, and with what building and asking takes.
Whoever chooses weights asks queries of another seed: those of the configuration's are the ones that are reported.
"""

from __future__ import annotations

import time
from pathlib import Path

import click

from muse import config
from muse.catalog.index import Index, build
from muse.catalog.retrieval import K, evaluate, queries
from muse.catalog.settings import IndexSettings
from muse.core.files import read_json, read_jsonl
from muse.core.records import Item


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--queries", "count", default=400, help="How many of each kind.")
@click.option("--seed", type=int, help="Of the queries; the configuration's where it is not given.")
@click.option("--index", "saved", type=click.Path(path_type=Path), help="A saved index; built where it is missing.")
def main(folder: Path, count: int, seed: int | None, saved: Path | None) -> None:
    items, values = read_jsonl(folder / "described.jsonl", Item), config.load()
    seed = values["seed"] if seed is None else seed
    index = _index(items, folder / "images", IndexSettings.model_validate(values["index"]), saved)
    source, kinds = queries(items, read_json(folder / "truth.json"), count, seed)
    _time(index, [query.text for query in kinds[next(iter(kinds))] if query.text])
    found = evaluate(index, kinds, values["retrieval"]["resamples"], seed)
    print(f"queries: {source}")
    for kind in ("all", *kinds):
        print(f"\n{kind}, {len(items)} items")
        for method, row in found.items():
            measured = row if kind == "all" else row["by_kind"][kind]
            recall, rank = measured[f"recall@{K}"], measured["mrr"]
            print(
                f"  {method:14} Recall@{K} {recall['value']:.3f} [{recall['low']:.3f}, {recall['high']:.3f}]"
                f"  MRR {rank['value']:.3f} [{rank['low']:.3f}, {rank['high']:.3f}]  n {measured['n']}"
            )


def _index(items: list[Item], images: Path, settings: IndexSettings, saved: Path | None) -> Index:
    if saved and saved.exists():
        index = Index.load(saved)
        index.settings = settings  # weights and depth as they are set now
        return index
    start, used = time.perf_counter(), time.process_time()
    found = build(items, images, settings)
    print(f"built in {time.perf_counter() - start:.1f} s ({time.process_time() - used:.1f} s of processor time)")
    if saved:
        found.save(saved)
    return found


def _time(index: Index, texts: list[str]) -> None:
    """Queries by text that were not asked before."""
    index.search("something warm", None, K)
    start, used = time.perf_counter(), time.process_time()
    for text in texts:
        index.search(text, None, K)
    took, busy = time.perf_counter() - start, time.process_time() - used
    print(f"a query by text: {took / len(texts) * 1e3:.1f} ms ({busy / len(texts) * 1e3:.1f} ms of processor time)")


if __name__ == "__main__":
    main()

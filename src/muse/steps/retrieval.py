"""Ask the index for items by queries written from their attributes."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, write_json
from muse.core.records import Item
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--items", required=True, type=FILE, help="The described items, JSON lines.")
@click.option("--truth", required=True, type=FILE, help="What is true of rendered items; {} for others.")
@click.option("--index", required=True, type=FILE, help="The catalog's index.")
@click.option("--output", required=True, type=FILE, help="Output: Recall@8 and MRR by method, JSON.")
def main(config: StepConfig, items: Path, truth: Path, index: Path, output: Path) -> None:
    """Measure how well search finds the item that a query was written for."""
    from muse.catalog.index import Index
    from muse.catalog.retrieval import evaluate, queries

    settings = config.retrieval
    source, kinds = queries(read_jsonl(items, Item), read_json(truth), settings.queries, config.seed)
    found = evaluate(Index.load(index), kinds, settings.resamples, config.seed)
    write_json(output, {method: {**row, "queries": source} for method, row in found.items()})

"""Count the dataset: utterances, tokens, actions, items, by split."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import read_jsonl, write_json
from muse.core.records import Item
from muse.dataset.statistics import statistics_of
from muse.steps._options import FILE
from muse.steps._splits import read_splits, splits_option


@click.command()
@splits_option
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--output", required=True, type=FILE, help="Output: all counts.")
def main(splits: Path, catalog: Path, output: Path) -> None:
    """Count conversations, utterances, tokens, actions, items and images, for all and by split."""
    write_json(output, statistics_of(read_splits(splits), read_jsonl(catalog, Item)))

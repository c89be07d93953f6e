"""Build the index that finds items by words, by meaning and by picture."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, replacing
from muse.core.records import Item
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--items", required=True, type=FILE, help="The described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="The folder of their images.")
@click.option("--index", required=True, type=FILE, help="Output: folder of the index.")
def main(config: StepConfig, items: Path, images: Path, index: Path) -> None:
    """Build the search index of the catalog."""
    from muse.catalog.index import build

    built = build(read_jsonl(items, Item), images, config.index)
    with replacing(index) as folder:
        built.save(folder)

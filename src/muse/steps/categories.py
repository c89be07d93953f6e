"""Decide which categories are kept: those whose tag names something worn, with enough items."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.catalog.categories import kept_categories
from muse.config import StepConfig
from muse.core.errors import MuseError
from muse.core.files import read_jsonl, write_json
from muse.core.records import Item
from muse.steps._models import client
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--items", required=True, type=FILE, help="Items, JSON lines.")
@click.option("--categories", required=True, type=FILE, help="Output: which categories are kept, and why.")
def main(config: StepConfig, items: Path, categories: Path) -> None:
    """Decide which categories are kept: those whose tag names something worn, with enough items."""
    catalog = read_jsonl(items, Item)
    verdicts = asyncio.run(kept_categories(client(config, "categories"), catalog, config.description.min_items))
    if not any(verdict.kept for verdict in verdicts.values()):
        raise MuseError(
            f"none of {len(verdicts)} categories is kept",
            where=items,
            remedy=f"check the tags, or lower description.min_items ({config.description.min_items})",
        )
    write_json(categories, {tag: verdict.model_dump() for tag, verdict in verdicts.items()})

"""Keep the categories that are worn and well filled, and have a model describe each item of them from its picture."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.catalog.categories import CategoryVerdict, kept_categories
from muse.catalog.description import describe
from muse.config import StepConfig
from muse.core.errors import MuseError
from muse.core.files import read_jsonl, write_json, write_jsonl
from muse.core.records import Item, Rejection
from muse.llm.pool import for_each
from muse.steps._models import client
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--items", required=True, type=FILE, help="Items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of images.")
@click.option("--described", required=True, type=FILE, help="Output: items of kept categories, described.")
@click.option("--categories", required=True, type=FILE, help="Output: which categories are kept, and why.")
@click.option("--quarantine", required=True, type=FILE, help="Output: items that could not be described.")
def main(*, config: StepConfig, items: Path, images: Path, described: Path, categories: Path, quarantine: Path) -> None:
    """Choose the categories and describe their items."""
    catalog = read_jsonl(items, Item)
    verdicts, results = asyncio.run(_describe(config, catalog, images))
    kept = [result for result in results if isinstance(result, Item)]
    if not kept:
        raise MuseError("no item is left to describe", where=categories, remedy="read the reasons there")
    write_json(categories, {tag: verdict.model_dump() for tag, verdict in verdicts.items()})
    write_jsonl(described, kept)
    write_jsonl(quarantine, [result for result in results if isinstance(result, Rejection)])


async def _describe(
    config: StepConfig, catalog: list[Item], images: Path
) -> tuple[dict[str, CategoryVerdict], list[Item | Rejection]]:
    models = client(config, "describe")
    verdicts = await kept_categories(models, catalog, config.description.min_items)
    worn = [(item.item_id, item) for item in catalog if verdicts[item.category].kept]

    async def one(item: Item) -> Item:
        return await describe(models, item, images)

    return verdicts, await for_each(worn, one, stage="describe", concurrency=config.llm.concurrency)

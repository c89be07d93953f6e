"""Have a model describe each item of a kept category from its picture and title: one shard of them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.catalog.description import describe
from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, write_jsonl
from muse.core.records import Item, Rejection
from muse.llm.pool import for_each
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--items", required=True, type=FILE, help="Items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--categories", required=True, type=FILE, help="Which categories are kept.")
@click.option("--shard", required=True, help="As in 2-of-4: this step describes every fourth item.")
@click.option("--described", required=True, type=FILE, help="Output: the described items of this shard.")
@click.option("--quarantine", required=True, type=FILE, help="Output: items that could not be described.")
def main(
    *, config: StepConfig, items: Path, images: Path, categories: Path, shard: str, described: Path, quarantine: Path
) -> None:
    """Have a model describe each item of a kept category from its picture and title: one shard of them."""
    verdicts = read_json(categories)
    number, shards = map(int, shard.split("-of-"))
    worn = [item for item in read_jsonl(items, Item) if verdicts[item.category]["kept"]]
    models = client(config, "describe")

    async def one(item: Item) -> Item:
        return await describe(models, item, images)

    with kept(Item) as before:
        results = asyncio.run(
            for_each(
                [(item.item_id, item) for item in worn[number - 1 :: shards]],
                one,
                stage="describe",
                concurrency=config.llm.concurrency,
                kept=before,
            )
        )
        write_jsonl(described, [result for result in results if isinstance(result, Item)])
        write_jsonl(quarantine, [result for result in results if isinstance(result, Rejection)])

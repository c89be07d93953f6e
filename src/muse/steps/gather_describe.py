"""Join the shards of described items into the catalog that all later steps read."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.errors import MuseError
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Item, Rejection
from muse.steps._options import FILE


@click.command()
@click.option("--items", required=True, type=FILE, help="Items, JSON lines: they give the order.")
@click.option("--described", required=True, type=FILE, help="Output: items of kept categories, described.")
@click.option("--quarantine", required=True, type=FILE, help="Output: items that could not be described.")
@click.option("--shard", "shards", required=True, multiple=True, type=FILE, help="Described items of a shard.")
@click.option("--rejected", required=True, multiple=True, type=FILE, help="Quarantined items of a shard.")
def main(
    *, items: Path, described: Path, quarantine: Path, shards: tuple[Path, ...], rejected: tuple[Path, ...]
) -> None:
    """Join the shards of described items into the catalog that all later steps read."""
    place = {item.item_id: number for number, item in enumerate(read_jsonl(items, Item))}
    kept = [item for shard in shards for item in read_jsonl(shard, Item)]
    lost = [rejection for shard in rejected for rejection in read_jsonl(shard, Rejection)]
    if not kept:
        raise MuseError(f"no item is described ({len(lost)} rejected)", where=rejected[0], remedy="read the reasons")
    kept.sort(key=lambda item: place[item.item_id])
    lost.sort(key=lambda rejection: place[rejection.record_id])
    write_jsonl(described, kept)
    write_jsonl(quarantine, lost)

"""Make the catalog: items, their images, and the true attributes of rendered ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from muse.catalog.sources import entries
from muse.config import StepConfig
from muse.core.errors import MuseError
from muse.core.files import replacing, write_json, write_jsonl
from muse.core.progress import track
from muse.core.records import Item, Rejection
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--items", required=True, type=FILE, help="Output: items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Output: folder of images.")
@click.option("--truth", required=True, type=FILE, help="Output: true attributes of rendered items, by id.")
@click.option("--quarantine", required=True, type=FILE, help="Output: rejected items with reasons.")
def main(config: StepConfig, items: Path, images: Path, truth: Path, quarantine: Path) -> None:
    """Make the catalog from the configured source."""
    settings = config.catalog
    kept: list[Item] = []
    rejected: list[Rejection] = []
    true: dict[str, Any] = {}
    with replacing(images) as folder:
        folder.mkdir()
        expected = {"rendered": settings.rendered.items, "amazon": settings.amazon.items}.get(settings.source)
        for entry in track(entries(settings, config.seed), "catalog", unit="item", total=expected):
            if isinstance(entry, Rejection):
                rejected.append(entry)
                continue
            (folder / entry.item.image).write_bytes(entry.image)
            kept.append(entry.item)
            if entry.truth is not None:
                true[entry.item.item_id] = entry.truth
        if not kept:
            raise MuseError(
                f"no usable item in the {settings.source} catalog ({len(rejected)} rejected)",
                where=quarantine,
                remedy="read the reasons there, correct the source",
            )
    write_jsonl(items, kept)
    write_json(truth, true)
    write_jsonl(quarantine, rejected)

"""Write the browser pages: conversations like a chat, items, statistics; opened from disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from muse.catalog import images as pictures
from muse.config import StepConfig
from muse.core.errors import RecordRejected
from muse.core.files import read_json, read_jsonl, replacing
from muse.core.progress import track
from muse.core.records import Item
from muse.dataset.names import portable
from muse.dataset.site.pages import Content, files, pictured
from muse.steps._options import FILE, config
from muse.steps._splits import read_splits, splits_option


@click.command()
@config
@splits_option
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="The catalog's folder of images.")
@click.option("--statistics", required=True, type=FILE, help="Counts of the dataset.")
@click.option("--leakage", required=True, type=FILE, help="What was checked between the splits.")
@click.option("--output", required=True, type=FILE, help="Output: folder of pages.")
def main(
    *, config: StepConfig, splits: Path, catalog: Path, images: Path, statistics: Path, leakage: Path, output: Path
) -> None:
    """Write pages to look at the dataset: open <output>/index.html from disk, no server needed."""
    settings = config.dataset.site
    conversations = read_splits(splits)
    by_id = {item.item_id: item for item in read_jsonl(catalog, Item)}
    with replacing(output) as folder:
        shown = _write_pictures(pictured(conversations), by_id, images, folder, settings.picture_px)
        content = Content(conversations, by_id, shown, read_json(statistics), read_json(leakage))
        for name, text in files(content, settings.shard):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def _write_pictures(
    ids: Sequence[str], catalog: dict[str, Item], images: Path, folder: Path, size_px: int
) -> dict[str, str]:
    """File within the site of each item's picture; one that is missing or unreadable is reported on stderr."""
    (folder / "images").mkdir(parents=True)
    written: dict[str, str] = {}
    for item_id in track(ids, "pictures", len(ids), unit="picture"):
        if item_id not in catalog:
            click.echo(f"{images}: item {item_id!r} is not in the catalog: shown without a picture", err=True)
            continue
        try:
            picture = pictures.encode(pictures.load(images / catalog[item_id].image, size_px))
        except RecordRejected as verdict:
            click.echo(f"item {item_id!r}: {verdict.message}: shown without a picture", err=True)
            continue
        written[item_id] = f"images/{portable(item_id)}.jpg"
        (folder / written[item_id]).write_bytes(picture)
    return written

"""Write the dataset in the authors' format, field for field."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click

from muse.core.files import read_jsonl, replacing
from muse.core.progress import track
from muse.core.records import Conversation, Item
from muse.dataset.authors.export import files
from muse.dataset.names import portable
from muse.steps._options import FILE


@click.command()
@click.option("--conversations", required=True, type=FILE, help="Conversations, JSON lines.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="The catalog's folder of images.")
@click.option("--output", required=True, type=FILE, help="Output: folder in the authors' format.")
def main(conversations: Path, catalog: Path, images: Path, output: Path) -> None:
    """Write detail_convs, convs, user_scenarios.json, category2items.json and images_main."""
    records, items = read_jsonl(conversations, Conversation), read_jsonl(catalog, Item)
    with replacing(output) as folder:
        for name, value in files(records, items):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value, indent=4, ensure_ascii=False) + "\n", encoding="utf-8")
        (folder / "images_main").mkdir()
        for item in track(items, "pictures", len(items), unit="picture"):
            if (images / item.image).is_file():
                shutil.copyfile(images / item.image, folder / "images_main" / f"{portable(item.item_id)}.jpg")
            else:
                click.echo(f"{images / item.image}: no such file: item {item.item_id!r} has no picture", err=True)

"""Read a release in the authors' format in the place of catalog, profiles and conversations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from PIL import Image, ImageDraw

from muse.catalog import images as pictures
from muse.config import StepConfig
from muse.core.errors import RecordRejected
from muse.core.files import replacing, write_json, write_jsonl
from muse.core.progress import track
from muse.core.records import Item, Rejection
from muse.dataset.authors.imports import Imported, read_release
from muse.dataset.names import portable
from muse.dataset.statistics import count
from muse.optimize.gathering import Gathered
from muse.optimize.gathering import report as report_of
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--catalog", required=True, type=FILE, help="Output: items, JSON lines.")
@click.option("--described", required=True, type=FILE, help="Output: the same items, as the described catalog.")
@click.option("--images", required=True, type=FILE, help="Output: folder of images.")
@click.option("--categories", required=True, type=FILE, help="Output: categories and their numbers of items.")
@click.option("--profiles", required=True, type=FILE, help="Output: profiles, JSON lines.")
@click.option("--conversations", required=True, type=FILE, help="Output: conversations, JSON lines.")
@click.option("--quarantine", required=True, type=FILE, help="Output: files that are no conversations, and why.")
@click.option("--report", required=True, type=FILE, help="Output: counts, and all that was read with an assumption.")
def main(
    *,
    config: StepConfig,
    catalog: Path,
    described: Path,
    images: Path,
    categories: Path,
    profiles: Path,
    conversations: Path,
    quarantine: Path,
    report: Path,
) -> None:
    """Import a release of the paper's authors, or any folder of that shape."""
    imported = read_release(Path(config.dataset.import_folder))
    with replacing(images) as folder:
        items, lacking = _store(imported, folder, config.catalog.image_size_px)
    write_jsonl(catalog, items)
    write_jsonl(described, items)
    members = count(item.category for item in items)
    write_json(categories, {tag: {"kept": True, "count": n, "reason": "imported"} for tag, n in members.items()})
    write_jsonl(profiles, [each.profile for each in imported.conversations])
    write_jsonl(conversations, imported.conversations)
    write_jsonl(quarantine, imported.rejected)
    write_json(report, _report(imported, lacking))
    for line in imported.rejected:
        click.echo(f"not imported: {line.detail} ({line.reason})", err=True)


def _store(imported: Imported, folder: Path, size_px: int) -> tuple[list[Item], Sequence[Rejection]]:
    """Write every item's picture; one without a picture gets a card that says so, since all later steps look at one."""
    folder.mkdir(parents=True)
    items: list[Item] = []
    lacking: list[Rejection] = []
    card = pictures.encode(_card(size_px))
    for item in track(imported.items, "import", len(imported.items), unit="item"):
        stored = item.model_copy(update={"image": f"{portable(item.item_id)}.jpg"})
        try:
            data = pictures.encode(pictures.load(_source(imported.pictures, item.item_id), size_px))
        except RecordRejected as verdict:
            data = card
            lacking.append(
                Rejection(record_id=item.item_id, stage="import", reason=verdict.reason, detail=verdict.message)
            )
        (folder / stored.image).write_bytes(data)
        items.append(stored)
    return items, lacking


def _source(files: Mapping[str, Path], item_id: str) -> Path:
    if item_id not in files:
        raise RecordRejected("missing-image", f"images_main has no picture of item {item_id}")
    return files[item_id]


def _card(size_px: int) -> Image.Image:
    card = Image.new("RGB", (size_px, size_px), (238, 238, 238))
    middle = (size_px // 2, size_px // 2)
    ImageDraw.Draw(card).text(middle, "no picture", fill=(90, 90, 90), anchor="mm", font_size=size_px / 7)
    return card


def _report(imported: Imported, lacking: Sequence[Rejection]) -> dict[str, object]:
    """The counts that generated conversations have, and what the import assumed and missed."""
    return {
        **report_of(Gathered(imported.conversations, imported.rejected)),
        "import": {
            "items": len(imported.items),
            "assumed": count(line.reason for line in imported.notes),
            "without_picture": count(line.reason for line in lacking),
            "lines": [line.model_dump(mode="json") for line in (*imported.rejected, *imported.notes, *lacking)],
        },
    }

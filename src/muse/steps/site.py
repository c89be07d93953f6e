"""Write the browser pages: conversations like a chat, items, statistics; opened from disk."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

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

JUDGED_AS = "muse"  # what results/quality/judge_scores.csv calls this dataset's conversations


@click.command()
@config
@splits_option
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="The catalog's folder of images.")
@click.option("--statistics", required=True, type=FILE, help="Counts of the dataset.")
@click.option("--leakage", required=True, type=FILE, help="What was checked between the splits.")
@click.option("--comparison", required=True, type=FILE, help="The dataset table.")
@click.option("--generation", required=True, type=FILE, help="Counts of the conversations made and dropped.")
@click.option("--judge", required=True, type=FILE, help="Scores of the judges, CSV.")
@click.option("--output", required=True, type=FILE, help="Output: folder of pages.")
def main(
    *,
    config: StepConfig,
    splits: Path,
    catalog: Path,
    images: Path,
    statistics: Path,
    leakage: Path,
    comparison: Path,
    generation: Path,
    judge: Path,
    output: Path,
) -> None:
    """Write pages to look at the dataset: open <output>/index.html from disk, no server needed."""
    settings = config.dataset.site
    conversations = read_splits(splits)
    by_id = {item.item_id: item for item in read_jsonl(catalog, Item)}
    with replacing(output) as folder:
        shown = _write_pictures(pictured(conversations), by_id, images, folder, settings.picture_px)
        content = Content(
            splits=conversations,
            catalog=by_id,
            pictures=shown,
            statistics=read_json(statistics),
            leakage=read_json(leakage),
            comparison=read_json(comparison),
            rejected=read_json(generation)["rejected"],
            judged=_judged(judge),
        )
        for name, text in files(content, settings.shard):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def _judged(path: Path) -> dict[str, list[dict[str, Any]]]:
    """For each judged conversation the mean score by judge and dimension."""
    scores: dict[str, dict[tuple[str, bool, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["dataset"] == JUDGED_AS:
                judge = (line["judge"], line["scripted"] == "true", line["dimension"])
                scores[line["conversation_id"]][judge].append(int(line["score"]))
    return {
        conversation: [
            {"judge": judge, "scripted": scripted, "dimension": dimension, "score": fmean(given)}
            for (judge, scripted, dimension), given in lines.items()
        ]
        for conversation, lines in scores.items()
    }


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

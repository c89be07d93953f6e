"""Write the release: Parquet with images, card, datasheet, licences, schemas, Croissant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, replacing
from muse.core.records import Item, Profile
from muse.dataset.splits import SPLITS
from muse.finetune.records import Example
from muse.steps._options import FILE, config
from muse.steps._splits import read_splits, splits_option

TASKS = ("recommend", "respond")


@click.command()
@config
@splits_option
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="The catalog's folder of images.")
@click.option("--profiles", required=True, type=FILE, help="Profiles, JSON lines.")
@click.option("--examples", required=True, type=FILE, help="Folder of fine-tuning examples, a file for each split.")
@click.option("--statistics", required=True, type=FILE, help="Counts of the dataset.")
@click.option("--leakage", required=True, type=FILE, help="What was checked between the splits.")
@click.option("--output", required=True, type=FILE, help="Output: folder of the release.")
def main(
    *,
    config: StepConfig,
    splits: Path,
    catalog: Path,
    images: Path,
    profiles: Path,
    examples: Path,
    statistics: Path,
    leakage: Path,
    output: Path,
) -> None:
    """Write the release that load_dataset reads, with card, datasheet, licences, JSON Schema and Croissant."""
    from muse.dataset.release.publish import Material, publish

    material = Material(
        splits=read_splits(splits),
        catalog=read_jsonl(catalog, Item),
        profiles=read_jsonl(profiles, Profile),
        images=images,
        statistics=read_json(statistics),
        leakage=read_json(leakage),
        tasks={task: _rows(examples, task) for task in TASKS},
    )
    with replacing(output) as folder:
        folder.mkdir()
        missing = publish(folder, material, config.dataset.release)
    for item_id in sorted(missing):
        click.echo(f"{images}: no picture of item {item_id!r}: null in the release", err=True)


def _rows(examples: Path, task: str) -> dict[str, Sequence[dict[str, Any]]]:
    return {
        name: [
            example.model_dump(mode="json", exclude={"task", "split"})
            for example in read_jsonl(examples / f"{name}.jsonl", Example)
            if example.task == task
        ]
        for name in SPLITS
    }

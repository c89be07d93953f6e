"""Rank the test candidates by baselines that learn nothing from the dialogues."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Item
from muse.finetune.records import Example
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--examples", required=True, type=FILE, help="Folder of examples.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--index", required=True, type=FILE, help="The catalog's index.")
@click.option("--output", required=True, type=FILE, help="Output: the target's place by each baseline, JSON lines.")
def main(*, config: StepConfig, examples: Path, catalog: Path, images: Path, index: Path, output: Path) -> None:
    """Rank the test candidates by baselines that learn nothing from the dialogues."""
    from muse.catalog.index import Index
    from muse.finetune.baselines import baselines

    write_jsonl(
        output,
        baselines(
            read_jsonl(examples / "test.jsonl", Example),
            read_jsonl(examples / "train.jsonl", Example),
            read_jsonl(catalog, Item),
            images,
            Index.load(index),
            config.finetune.evaluation.ridge,
            config.seed,
        ),
    )

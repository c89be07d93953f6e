"""Warm up a base: a small model of a real architecture, before it has seen any conversation of the dataset."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, replacing, sha256_file, write_json
from muse.core.records import Item
from muse.finetune.records import Example
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--model", required=True, help="Name in the configuration's finetune.models.")
@click.option("--examples", required=True, type=FILE, help="Folder of examples.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--work", required=True, type=FILE, help="Folder for the state of an unfinished training.")
@click.option("--output", required=True, type=FILE, help="Output: the base, a checkpoint folder.")
def main(
    *, config: StepConfig, model: str, examples: Path, catalog: Path, images: Path, work: Path, output: Path
) -> None:
    """Warm up the base of a model, or note which checkpoint is the base."""
    from muse.finetune import base, checkpoint

    settings = config.finetune
    source = settings.models[model]
    with replacing(output) as folder:
        if source.checkpoint is not None:
            write_json(folder / "base.json", {"checkpoint": source.checkpoint})
            checkpoint.load(source.checkpoint, settings)
            return
        files = examples / "warm-up.jsonl", examples / "train.jsonl"
        warming, training = (read_jsonl(file, Example) for file in files)
        made, losses = base.warm_up(
            source,
            warming,
            training,
            {item.item_id: item for item in read_jsonl(catalog, Item)},
            images,
            settings,
            seed=config.seed,
            folder=work,
            fingerprint=base.fingerprint(settings, config.seed, *map(sha256_file, files)),
        )
        made.save(folder)
        write_json(folder / "losses.json", losses)

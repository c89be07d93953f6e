"""Fine-tune a model on the training split by LoRA."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, replacing, sha256_file, sha256_tree, write_json
from muse.core.records import Item
from muse.finetune.records import Example
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--base", required=True, type=FILE, help="The base, a checkpoint folder.")
@click.option("--seed", required=True, type=int, help="Seed of this fine-tune.")
@click.option("--share", required=True, type=float, help="Share of the training conversations.")
@click.option("--examples", required=True, type=FILE, help="Folder of examples.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--work", required=True, type=FILE, help="Folder for the state of an unfinished training.")
@click.option("--output", required=True, type=FILE, help="Output: the adapter, a folder.")
def main(
    *,
    config: StepConfig,
    base: Path,
    seed: int,
    share: float,
    examples: Path,
    catalog: Path,
    images: Path,
    work: Path,
    output: Path,
) -> None:
    """Fine-tune a base on the training split; the state of least validation loss is kept.

    Under `accelerate launch` the processes share the work, and the first one writes.
    """
    from accelerate import PartialState

    from muse.finetune.base import fingerprint
    from muse.finetune.tune import Run, save, tune

    settings = config.finetune
    train, validation = examples / "train.jsonl", examples / "validation.jsonl"
    model, losses = tune(
        base,
        read_jsonl(train, Example),
        read_jsonl(validation, Example),
        {item.item_id: item for item in read_jsonl(catalog, Item)},
        images,
        settings,
        run=Run(seed, share),
        folder=work,
        fingerprint=fingerprint(
            settings, seed, str(share), sha256_tree(base), sha256_file(train), sha256_file(validation)
        ),
    )
    if not PartialState().is_main_process:
        return
    with replacing(output) as folder:
        save(model, folder)
        write_json(folder / "losses.json", losses)

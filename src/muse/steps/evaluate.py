"""Score a model on the test split: both tasks, and with pictures or titles taken away."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Item
from muse.finetune.records import Condition, Example
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--model", required=True, help="Name in the configuration's finetune.models.")
@click.option("--run", required=True, help="Name of the run: base, or a fine-tune's.")
@click.option("--base", required=True, type=FILE, help="The base, a checkpoint folder.")
@click.option("--adapter", type=FILE, help="The fine-tune's adapter; without it the base is scored.")
@click.option("--examples", required=True, type=FILE, help="Folder of examples.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option(
    "--condition", required=True, multiple=True, type=click.Choice(get_args(Condition)), help="How it is shown."
)
@click.option("--output", required=True, type=FILE, help="Output: what the model made of each example, JSON lines.")
def main(
    *,
    config: StepConfig,
    model: str,
    run: str,
    base: Path,
    adapter: Path | None,
    examples: Path,
    catalog: Path,
    images: Path,
    condition: tuple[Condition, ...],
    output: Path,
) -> None:
    """Score a base or a fine-tune on the test split, under each condition: full, blank pictures, no titles."""
    from muse.finetune import checkpoint
    from muse.finetune.base import encoder_for
    from muse.finetune.evaluate import Tested, evaluate
    from muse.finetune.tune import load

    settings = config.finetune
    checkpoint.prepare(settings)
    loaded = load(base, adapter, settings)
    encoder = encoder_for(loaded, {item.item_id: item for item in read_jsonl(catalog, Item)}, images, settings)
    scored = evaluate(
        Tested(model, run),
        loaded,
        encoder,
        read_jsonl(examples / "test.jsonl", Example),
        condition,
        settings.evaluation,
        config.seed,
    )
    write_jsonl(output, scored)

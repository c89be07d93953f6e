"""Make the examples that the models learn from and are tested on."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Conversation, Item
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--train", "train_in", required=True, type=FILE, help="Training conversations, JSON lines.")
@click.option("--validation", "validation_in", required=True, type=FILE, help="Validation conversations.")
@click.option("--test", "test_in", required=True, type=FILE, help="Test conversations.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--index", required=True, type=FILE, help="The catalog's index.")
@click.option("--output", required=True, type=FILE, help="Output: folder of train, validation, test and warm-up.")
def main(
    *,
    config: StepConfig,
    train_in: Path,
    validation_in: Path,
    test_in: Path,
    catalog: Path,
    images: Path,
    index: Path,
    output: Path,
) -> None:
    """Make the examples of both tasks from the splits, and the bases' warm-up from the catalog."""
    from muse.catalog.index import Index
    from muse.core.files import replacing
    from muse.finetune.candidates import Candidates
    from muse.finetune.examples import examples
    from muse.finetune.warmup import warm_up
    from muse.finetune.wishes import Wishes

    settings, seed = config.finetune, config.seed
    described = read_jsonl(catalog, Item)
    ranked = Candidates(described, images, Index.load(index), settings.candidates, seed)
    wishes, limits = Wishes(described), settings.limits
    unseen = read_jsonl(test_in, Conversation)
    test = examples(unseen, "test", limits, seed, wishes, ranked)
    used = {candidate for example in test for candidate in example.candidates}
    for conversation in unseen:
        used |= {conversation.profile.target_item, *conversation.mentioned_items}
    with replacing(output) as folder:
        write_jsonl(folder / "test.jsonl", test)
        write_jsonl(
            folder / "validation.jsonl",
            examples(read_jsonl(validation_in, Conversation), "validation", limits, seed, wishes, None),
        )
        write_jsonl(
            folder / "train.jsonl", examples(read_jsonl(train_in, Conversation), "train", limits, seed, wishes, None)
        )
        write_jsonl(folder / "warm-up.jsonl", warm_up(described, used, settings.warm_up, seed))

"""Compute the dataset table: ours beside INSPIRED, ReDial, MMConv and PEARL where their files are present."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_json
from muse.core.records import Conversation
from muse.dataset.comparison import compare
from muse.dataset.readers import muse
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--conversations", required=True, type=FILE, help="Conversations, JSON lines.")
@click.option("--output", required=True, type=FILE, help="Output: a row for each dataset.")
def main(config: StepConfig, conversations: Path, output: Path) -> None:
    """Compute the dataset table from the files that are present; the others are said to be absent."""
    ours = read_jsonl(conversations, Conversation)
    settings = config.dataset
    name = f"{settings.release.name} (this run)"
    scripted = any(conversation.provenance.scripted for conversation in ours)
    write_json(output, compare(map(muse, ours), name, scripted, settings.comparison.model_dump()))

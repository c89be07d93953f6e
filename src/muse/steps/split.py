"""Divide the conversations into train, validation and test, and report leakage."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_json, write_jsonl
from muse.core.records import Conversation
from muse.dataset.splits import leakage, split
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--conversations", required=True, type=FILE, help="Conversations, JSON lines.")
@click.option("--train", required=True, type=FILE, help="Output: conversations for training.")
@click.option("--validation", required=True, type=FILE, help="Output: conversations for validation.")
@click.option("--test", required=True, type=FILE, help="Output: conversations for testing.")
@click.option("--leakage", "report", required=True, type=FILE, help="Output: what was checked between the splits.")
def main(*, config: StepConfig, conversations: Path, train: Path, validation: Path, test: Path, report: Path) -> None:
    """Divide the conversations so that no target item, persona or near-duplicate scenario crosses a split."""
    splits = split(read_jsonl(conversations, Conversation), config.dataset.split, config.seed)
    write_jsonl(train, splits["train"])
    write_jsonl(validation, splits["validation"])
    write_jsonl(test, splits["test"])
    write_json(report, leakage(splits, config.dataset.split))

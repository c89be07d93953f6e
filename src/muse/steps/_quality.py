"""What the steps of the quality part share: which conversations they take, and the judges' options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl
from muse.core.records import Conversation, Item, Rejection
from muse.quality import others
from muse.quality.dialogues import Dialogue
from muse.quality.judge.sample import samples
from muse.steps._options import FILE, config

conversations_option = click.option("--conversations", required=True, type=FILE, help="Conversations, JSON lines.")
dropped_option = click.option(
    "--dropped", required=True, type=FILE, help="Their quarantine file, which holds what the reviewer dropped."
)
items_option = click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
images_option = click.option("--images", required=True, type=FILE, help="Folder of the items' images.")


def judging(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of a step that lets judges read samples and writes `what`."""
    options = (
        config,
        conversations_option,
        dropped_option,
        items_option,
        images_option,
        click.option("--out", required=True, type=FILE, help=f"Output: {what}, CSV."),
        click.option("--quarantine", required=True, type=FILE, help="Output: what was rejected, with reasons."),
    )

    def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def read_dropped(path: Path) -> list[Conversation]:
    """The conversations that the reviewer dropped, from the quarantine file."""
    return [line.finished for line in read_jsonl(path, Rejection) if line.finished]


def sampled(config: StepConfig, conversations: Path, dropped: Path) -> tuple[dict[str, list[Dialogue]], dict[str, str]]:
    """What the judges and the raters read, by dataset; and why other datasets are absent."""
    compared, absent = others.read_all(config.quality.compare)
    records = read_jsonl(conversations, Conversation)
    return samples(records, read_dropped(dropped), compared, config.quality.judge, config.seed), absent


def pictures_of(items: Path, images: Path) -> dict[str, Path]:
    """Item ids to files."""
    return {item.item_id: images / item.image for item in read_jsonl(items, Item)}

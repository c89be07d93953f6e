"""What the two steps that gather scored runs share: their inputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from muse.core.files import read_json, read_jsonl
from muse.core.records import Item
from muse.finetune.records import Example, Scored
from muse.finetune.summary import Measured, measure, references
from muse.steps._options import FILE, config

_OPTIONS = (
    config,
    click.option("--scores", required=True, multiple=True, type=FILE, help="Scored examples of a run, JSON lines."),
    click.option("--examples", required=True, type=FILE, help="Folder of examples."),
    click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines."),
    click.option("--truth", required=True, type=FILE, help="True attributes of rendered items."),
)


def gathering(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a step that reads scored runs."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def measured(scores: Sequence[Path], tested: Sequence[Example], catalog: Path, truth: Path) -> Measured:
    """Every measure of every scored run, and of the dataset's own replies."""
    from muse.finetune.facts import Facts

    scored = [record for path in scores for record in read_jsonl(path, Scored)] + references(tested)
    described = {item.item_id: item for item in read_jsonl(catalog, Item)}
    return measure(scored, tested, described, Facts.of(read_json(truth)))

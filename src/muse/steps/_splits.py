"""What the steps over the finished splits share: the folder option, and reading it."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import read_jsonl
from muse.core.records import Conversation, Split
from muse.dataset.splits import SPLITS
from muse.steps._options import FILE

splits_option = click.option("--splits", required=True, type=FILE, help="Folder of train, validation and test.")


def read_splits(folder: Path) -> dict[Split, list[Conversation]]:
    """The conversations of each split, from `<split>.jsonl` in the folder."""
    return {name: read_jsonl(folder / f"{name}.jsonl", Conversation) for name in SPLITS}

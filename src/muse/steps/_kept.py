"""Where a step keeps what it has finished, until all of it is written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TypeVar

import click

from muse.config import StepConfig
from muse.core.files import sha256_file, sha256_tree
from muse.core.kept import Kept
from muse.core.records import Record
from muse.steps._models import call_name, clients

R = TypeVar("R", bound=Record)

FOLDER = Path("work/kept")
SOURCES = Path("work/sources")


def kept(record: type[R], *beside: Path) -> Kept[R]:
    """What a killed run of this very step left: same shard, settings, sources and contents of its inputs.

    Its inputs are the files and folders among its parameters, and `beside` those, what its settings name.

    Outputs are not there when a rule begins, and so count for nothing. The step's client, made before, counts the
    answers that those records used.
    """
    context = click.get_current_context()
    made_of = {name: _digest(value) for name, value in context.params.items()}
    made_of["beside"] = _digest(beside)
    made_of["sources"] = _digest(SOURCES / f"{str(context.info_name).replace('-', '_')}.json")
    digest = hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()
    before = Kept(FOLDER / f"{call_name(context)}.jsonl", digest, record)
    for client in clients(context):
        client.resume(before.answers)
    return before


def _digest(value: object) -> str:
    if isinstance(value, StepConfig):
        return sha256_file(value.path)
    if isinstance(value, Path):
        return sha256_tree(value) if value.exists() else ""
    if isinstance(value, tuple):
        return " ".join(map(_digest, value))
    return str(value)

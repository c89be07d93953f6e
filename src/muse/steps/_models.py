"""The client with the offline model behind it, for the steps that ask a model."""

from __future__ import annotations

import re
from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_json
from muse.llm.client import Client
from muse.llm.usage import FOLDER
from muse.offline.transport import OfflineTransport
from muse.offline.vision import remember

SIGHTS = Path("work/sights")
_CLIENTS = "muse.steps.clients"


def client(config: StepConfig, stage: str) -> Client:
    """The way to the models for a step (its rule declares the sections `seed` and `llm`).

    When the step ends, well or not, what its calls took is written to `work/usage/<step>[-<shard>].json`: not to the
    results, since times differ from run to run. What the offline model sees is kept in `work/sights` for other steps.
    """
    made = Client(config.llm, seed=config.seed, stage=stage, transports={"offline": OfflineTransport()})
    context = click.get_current_context()
    made_before = clients(context)
    if not made_before and context.parent:  # a test that calls a step's `main` by itself leaves nothing behind
        remember(SIGHTS)
        context.call_on_close(lambda: _write(context))
    made_before.append(made)
    return made


def clients(context: click.Context) -> list[Client]:
    """The clients that this call of a step has made."""
    made: list[Client] = context.meta.setdefault(_CLIENTS, [])
    return made


def call_name(context: click.Context) -> str:
    """The step, and where it works on one the shard: `converse-2-of-4`."""
    return "-".join(filter(None, (context.info_name, _shard(context))))


def _shard(context: click.Context) -> str | None:
    given = (str(value) for value in context.params.values() if isinstance(value, str | Path))
    return next((found.group() for value in given if (found := re.search(r"\d+-of-\d+", value))), None)


def _write(context: click.Context) -> None:
    reports = [made.report() for made in clients(context)]
    left = {"step": context.info_name, "shard": _shard(context), "clients": reports}
    write_json(FOLDER / f"{call_name(context)}.json", left)

"""Look into the store of a model's answers, check it, share it."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.errors import MuseError
from muse.llm import audit
from muse.llm.store import Store
from muse.steps._options import FILE

_SHOWN = 20
_store = click.argument("store", type=FILE)


@click.group()
def main() -> None:
    """Look into the store of a model's answers, check it, share it. STORE is the folder that llm.store names."""


@main.command()
@_store
def stats(store: Path) -> None:
    """Answers, tokens and cost by stage and model."""
    click.echo(audit.summary(audit.segments(store)))


@main.command()
@_store
def verify(store: Path) -> None:
    """Check every answer: whole, under the key of its request, the only one."""
    _check(list(audit.problems(audit.segments(store))), store)
    click.echo(f"{len(Store(store)):,} answers, all whole")


@main.command()
@_store
@click.argument("file", type=FILE)
def export(store: Path, file: Path) -> None:
    """Write all answers to one compressed FILE: same answers, same bytes."""
    _check(list(audit.problems(audit.segments(store))), store)
    kept = Store(store)
    kept.pack(file)
    click.echo(f"{len(kept):,} answers in {file}")


@main.command(name="import")
@_store
@click.argument("file", type=FILE)
def import_(store: Path, file: Path) -> None:
    """Take over the answers of an exported FILE that the store lacks, once all of them are whole."""
    _check(list(audit.problems(audit.packed(file))), file)
    click.echo(f"{Store(store).unpack(file):,} new answers")


def _check(problems: list[str], where: Path) -> None:
    for problem in problems[:_SHOWN]:
        click.echo(problem, err=True)
    if problems:
        raise MuseError(f"{len(problems)} problems", where=where, remedy="delete these lines: they are asked for again")

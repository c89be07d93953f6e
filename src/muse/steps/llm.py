"""Look into the store of a model's answers, check it, share it."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Look into the store of a model's answers, check it, share it. STORE is the folder that llm.store names.

    `stats` and `verify` read an exported file, too.
    """


@main.command()
@_store
def stats(store: Path) -> None:
    """Answers, tokens and cost by stage and model."""
    click.echo(audit.summary(audit.lines(store)))


@main.command()
@_store
def verify(store: Path) -> None:
    """Check every answer: whole, under the key of its request, the only one."""
    _check(store, audit.lines(store))
    click.echo(f"{audit.answers(audit.lines(store)):,} answers, all whole")


@main.command()
@_store
@click.argument("file", type=FILE)
def export(store: Path, file: Path) -> None:
    """Write all answers to one compressed FILE: same answers, same bytes."""
    _check(store, audit.lines(store))
    kept = Store(store)
    kept.pack(file)
    click.echo(f"{len(kept):,} answers in {file}")


@main.command(name="import")
@_store
@click.argument("file", type=FILE)
def import_(store: Path, file: Path) -> None:
    """Take over the answers of an exported FILE that the store lacks, once all of them are whole."""
    _check(file, audit.packed(file))
    click.echo(f"{Store(store).unpack(file):,} new answers")


def _check(store: Path, lines: Iterable[audit.Line]) -> None:
    problems = list(audit.problems(lines))
    for problem in problems[:_SHOWN]:
        click.echo(problem, err=True)
    if problems:
        remedy = "fetch it again" if store.is_file() else "delete these lines: they are asked for again"
        raise MuseError(f"damaged or changed lines: {len(problems)}", where=store, remedy=remedy)

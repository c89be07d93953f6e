"""`muse <step>`: every rule of the DAG calls one. The steps stand in `muse.steps`, one module each."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import sys
from pathlib import Path

import click

from muse import steps
from muse.core.errors import MuseError


class Steps(click.Group):
    """A group whose commands are the modules of `muse.steps`, imported only when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all steps."""
        names = [module.name for module in pkgutil.iter_modules(steps.__path__)]
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The step's `main`, or None where there is no such step."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"muse.steps.{cmd_name.replace('-', '_')}").main
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the steps with the first line of each docstring, without importing any."""
        with formatter.section("Steps"):
            formatter.write_dl([(name, _summary(name)) for name in self.list_commands(ctx)])


def _summary(step: str) -> str:
    source = Path(steps.__path__[0], f"{step.replace('-', '_')}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").split("\n", 1)[0]


@click.command(cls=Steps, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="muse-artifact")
def muse() -> None:
    """The steps of the MUSE artifact. `snakemake` calls them in order; each can be called by hand."""


def main() -> None:
    """Entry point: a MuseError is one line on stderr and exit status 2."""
    # Waiting threads sleep: where other jobs have the cores, ones that spin take ten times as long.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        muse(prog_name="muse")
    except MuseError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)

"""Print what each step took: time, memory, disk."""

from __future__ import annotations

from pathlib import Path

import click

from muse.artifact import times
from muse.config import StepConfig
from muse.core.files import write_text
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--benchmarks", default="work/benchmarks", type=FILE, show_default=True, help="Snakemake's measurements.")
@click.option("--into", type=FILE, help="A page with lines <!-- times SCALE --> and <!-- /times SCALE --> to fill.")
def main(config: StepConfig, benchmarks: Path, into: Path | None) -> None:
    """Print what each step took: time, memory, disk."""
    scale = config.sections["scale"]
    text = times.markdown(scale, times.costs(benchmarks), times.disk(Path()))
    click.echo(text, nl=False)
    if into:
        write_text(into, times.put(text, f"times {scale}", into.read_text(encoding="utf-8")))

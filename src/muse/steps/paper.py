"""Set the paper as PDF from its Typst source and the results."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import write_bytes
from muse.paper.pdf import compile_paper
from muse.steps._options import FILE


@click.command()
@click.option("--source", required=True, type=FILE, help="Typst source; reads what it needs below the current folder.")
@click.option("--output", required=True, type=FILE, help="Output: the PDF.")
def main(source: Path, output: Path) -> None:
    """Set the paper as PDF from its Typst source and the results."""
    write_bytes(output, compile_paper(source, Path()))

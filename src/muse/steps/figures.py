"""Draw the figures from the results, each as PDF, SVG and PNG."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import replacing
from muse.paper.figures import FIGURES
from muse.paper.results import Results
from muse.paper.style import save
from muse.steps._options import FILE


@click.command()
@click.option("--results", required=True, type=FILE, help="Folder of results.")
@click.option("--output", required=True, type=FILE, help="Output: folder of figures.")
def main(results: Path, output: Path) -> None:
    """Draw the figures from the results, each as PDF, SVG and PNG."""
    found = Results.read(results)
    with replacing(output) as folder:
        folder.mkdir()
        for name, draw in FIGURES.items():
            save(draw(found), folder, name)

"""Draw the figures from the results, each as PDF, SVG and PNG."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import replacing, write_bytes
from muse.paper.figures import FIGURES
from muse.paper.pdf import FORMS, compile_paper
from muse.paper.results import Results
from muse.paper.style import save
from muse.steps._options import FILE


@click.command()
@click.option("--results", required=True, type=FILE, help="Folder of results.")
@click.option("--drawn", required=True, type=FILE, help="Folder of the figures that are set: Typst sources.")
@click.option("--output", required=True, type=FILE, help="Output: folder of figures.")
def main(results: Path, drawn: Path, output: Path) -> None:
    """Draw the figures from the results, each as PDF, SVG and PNG."""
    found = Results.read(results)
    with replacing(output) as folder:
        folder.mkdir()
        for name, draw in FIGURES.items():
            save(draw(found), folder, name)
        for source in sorted(drawn.glob("*.typ")):
            for form in FORMS:
                write_bytes(folder / f"{source.stem}.{form}", compile_paper(source, Path(), form))

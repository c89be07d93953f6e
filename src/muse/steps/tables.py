"""Write the tables from the results, each as CSV, LaTeX and the JSON that the paper sets."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import replacing, write_text
from muse.paper.figures import DRAWN, FIGURES
from muse.paper.results import Results
from muse.paper.tables import TABLES
from muse.paper.tables.form import preview, write
from muse.steps._options import FILE


@click.command()
@click.option("--results", required=True, type=FILE, help="Folder of results.")
@click.option("--output", required=True, type=FILE, help="Output: folder of tables.")
def main(results: Path, output: Path) -> None:
    """Write the tables from the results, each as CSV, LaTeX and the JSON that the paper sets.

    `all.tex` is a document that shows all tables and figures: `pdflatex all.tex` in their folder.
    """
    found = Results.read(results)
    with replacing(output) as folder:
        folder.mkdir()
        for make in TABLES.values():
            write(make(found), folder)
        write_text(folder / "all.tex", preview(list(TABLES), [*DRAWN, *FIGURES]))

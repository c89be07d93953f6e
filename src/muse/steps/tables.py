"""Write the tables from the results, each as CSV, LaTeX and the JSON that the paper sets."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import replacing, write_text
from muse.paper.claims import read_decisions
from muse.paper.figures import DRAWN, FIGURES
from muse.paper.results import Results
from muse.paper.tables import TABLES
from muse.paper.tables.claims import claims as claims_table
from muse.paper.tables.form import preview, write
from muse.steps._options import FILE


@click.command()
@click.option("--results", required=True, type=FILE, help="Folder of results.")
@click.option("--claims", required=True, type=FILE, help="The decided claims, JSON.")
@click.option("--output", required=True, type=FILE, help="Output: folder of tables.")
def main(results: Path, claims: Path, output: Path) -> None:
    """Write the tables from the results, each as CSV, LaTeX and the JSON that the paper sets.

    `all.tex` is a document that shows all tables and figures: `pdflatex all.tex` in their folder.
    """
    found = Results.read(results)
    tables = [*(make(found) for make in TABLES.values()), claims_table(read_decisions(claims))]
    with replacing(output) as folder:
        folder.mkdir()
        for table in tables:
            write(table, folder)
        write_text(folder / "all.tex", preview([table.name for table in tables], [*DRAWN, *FIGURES]))

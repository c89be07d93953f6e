"""Draw the rules of the DAG and what each needs, as PDF, SVG and PNG."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from muse.core.errors import MuseError
from muse.core.files import replacing
from muse.paper.figures.rule_graph import rule_graph
from muse.paper.style import save
from muse.steps._options import FILE

READ = ("Snakefile", "workflow", "config", "src", "paper")  # all that building the DAG reads
OWN = ("catalog={source: rendered}", "dataset={source: generated}")  # whose inputs nobody has to bring
TARGETS = ("all", "dataset", "quality", "finetune")  # rules that only gather


@click.command()
@click.option("--output", required=True, type=FILE, help="Output: folder of the drawing.")
def main(output: Path) -> None:
    """Draw the rules of the DAG and what each needs, as PDF, SVG and PNG."""
    root = Path.cwd()
    rules = (root / "workflow/rules").glob("*.smk")
    parts = {name: file.stem for file in rules for name in re.findall(r"^\s*rule (\w+):", file.read_text(), re.M)}
    with replacing(output) as folder:
        folder.mkdir()
        save(rule_graph(edges(graph(root)), parts), folder, "rule_graph")


def graph(root: Path) -> str:
    """What `snakemake --rulegraph` prints of the DAG of `all` on the artifact's own catalog; nothing needs to exist."""
    with tempfile.TemporaryDirectory() as folder:
        for name in READ:
            (Path(folder) / name).symlink_to(root / name)
        command = [sys.executable, "-m", "snakemake", "--rulegraph", "dot", "--forceall", "all", "--config", *OWN]
        said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if said.returncode:
        raise MuseError(f"snakemake --rulegraph failed: {said.stderr[-2000:]}", where=root / "Snakefile")
    return said.stdout


def edges(dot: str) -> dict[str, set[str]]:
    """The rules that each rule needs, of a graph in the DOT language; rules that only gather are left out."""
    names = dict(re.findall(r'^\s*(\d+)\[label = "(\w+)"', dot, re.M))
    needs: dict[str, set[str]] = {name: set() for name in names.values() if name not in TARGETS}
    for needed, rule in re.findall(r"^\s*(\d+) -> (\d+)", dot, re.M):
        if names[rule] in needs and names[needed] in needs:
            needs[names[rule]].add(names[needed])
    return needs

"""Print the SHA-256 of each part of the dataset and the results, to compare two runs."""

from __future__ import annotations

from pathlib import Path

import click

from muse.artifact import digests
from muse.core.errors import MuseError
from muse.core.files import write_json
from muse.steps._options import FILE


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(digests.PARTS)))
@click.option("--files", is_flag=True, help="A line for each file, as `sha256sum --check` reads it.")
@click.option("--json", "output", type=FILE, help="Write the parts' digests to this file, too.")
def main(parts: tuple[str, ...], files: bool, output: Path | None) -> None:
    """Print the SHA-256 of each part of the dataset and the results, to compare two runs.

    Without PARTS, of all that are there. Pictures and the PDF count by their bytes, like everything else.
    """
    wanted = parts or digests.made(Path())
    if not wanted:
        raise MuseError("nothing has been run here yet", remedy="make reproduce SCALE=smoke")
    if files:
        for digest, path in digests.files(Path(), wanted):
            click.echo(f"{digest}  {path}")
        return
    found = digests.digests(Path(), wanted)
    for part, digest in found.items():
        click.echo(f"{digest}  {part}")
    if output:
        write_json(output, found)

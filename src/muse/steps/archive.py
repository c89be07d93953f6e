"""Write the versioned tarball for an archive with a DOI: source, release, results, checksums, manifest."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click

from muse.artifact import archive
from muse.config import StepConfig
from muse.core.files import sha256_file
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--folder", required=True, type=FILE, help="Where to put the tarball.")
def main(config: StepConfig, folder: Path) -> None:
    """Write the versioned tarball for an archive with a DOI: source, release, results, checksums, manifest.

    Run in a clone without uncommitted changes, after the DAG.
    """
    name = f"muse-artifact-{version('muse-artifact')}"
    output = folder / f"{name}.tar.gz"
    archive.write(Path(), output, name, config.sections)
    click.echo(f"{sha256_file(output)}  {output}  ({output.stat().st_size / 1e6:,.1f} MB)")

"""Gather the training and validation losses of all runs into one table."""

from __future__ import annotations

from pathlib import Path

import click

from muse.core.files import read_json, replacing
from muse.steps._options import FILE


@click.command()
@click.option("--run", "runs", required=True, multiple=True, type=FILE, help="Folder of a base or a fine-tune.")
@click.option("--output", required=True, type=FILE, help="Output: losses by model, run and step, CSV.")
def main(runs: tuple[Path, ...], output: Path) -> None:
    """Gather the training and validation losses of all runs into one table.

    A run's folder is <model>/<run>; a checkpoint that was taken as it is has no losses.
    """
    import pandas as pd

    from muse.finetune.losses import table

    found = [
        (folder.parent.name, folder.name, read_json(folder / "losses.json"))
        for folder in runs
        if (folder / "losses.json").exists()
    ]
    columns = ["model", "run", "step", "training", "validation"]
    with replacing(output) as temporary:
        pd.DataFrame(table(found), columns=columns).to_csv(temporary, index=False, lineterminator="\n")

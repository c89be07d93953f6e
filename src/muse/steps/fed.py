"""Analyse the human ratings of FED (Mehri and Eskenazi 2020), where they are at hand.

results/quality/fed.json: {"source": "human (FED)", "available": true, "scale", "dimensions", "systems", "analysis": as
in ratings.json}; or {"source", "available": false, "reason": "not available here: .."} where the file is not there.
The file's raters are places in a list (slot1 to slot5), not persons: intervals resample dialogues.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_json
from muse.quality.ratings.analysis import analyse
from muse.quality.ratings.table import read
from muse.steps._options import FILE, config

SOURCE = "human (FED)"


@click.command()
@config
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, out: Path) -> None:
    """Analyse the file that the configuration names."""
    settings = config.quality.fed
    if not settings.path.exists():
        write_json(
            out, {"source": SOURCE, "available": False, "reason": f"not available here: no file {settings.path.name}"}
        )
        return
    table = read(settings.path, settings.scale, None)
    write_json(
        out,
        {
            "source": SOURCE,
            "available": True,
            "scale": settings.scale.model_dump(),
            "dimensions": table.dimensions,
            "systems": table.systems,
            "analysis": analyse(table, config.quality.resampling, config.seed, raters_known=False),
        },
    )

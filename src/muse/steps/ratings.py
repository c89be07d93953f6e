"""Analyse ratings: means with intervals, agreement; with and without raters who failed attention checks.

results/quality/ratings.json: {"source": "simulated raters" or "human", "scale": {"lowest", "highest"}, "dimensions",
"systems", "failed_attention": [rater], "all": analysis, "attentive": analysis}, where an analysis is {"ratings",
"missing", "units", "raters", "means": [{"system", "dimension", "value", "low", "high", "n", "reason"}], "agreement":
{dimension: {"alpha_nominal" | "alpha_ordinal" | "alpha_interval": {"value", "low", "high", "n", "reason"}}}}.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_json
from muse.quality.judge.rubric import NAMES
from muse.quality.ratings import attention as checks
from muse.quality.ratings.analysis import analyse
from muse.quality.ratings.simulate import SOURCE
from muse.quality.ratings.table import read
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--ratings", required=True, type=FILE, help="Ratings, CSV in long form.")
@click.option("--attention", required=True, type=FILE, help="Attention checks, CSV.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, ratings: Path, attention: Path, out: Path) -> None:
    """Analyse the ratings of the study."""
    settings = config.quality
    table = read(ratings, settings.scale, NAMES)
    failed = checks.failed(checks.read(attention))
    write_json(
        out,
        {
            "source": SOURCE if settings.ratings is None else "human",
            "scale": settings.scale.model_dump(),
            "dimensions": table.dimensions,
            "systems": table.systems,
            "failed_attention": failed,
            "all": analyse(table, settings.resampling, config.seed, raters_known=True),
            "attentive": analyse(table.without(failed), settings.resampling, config.seed, raters_known=True),
        },
    )

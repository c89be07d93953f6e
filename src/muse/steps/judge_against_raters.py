"""Compare the judge's scores with those of human raters, or of simulated raters with a simulated judge.

results/quality/judge_against_raters.json: {"source": "human and LLM judge" or "simulated raters and simulated judge",
"judges": {judge: {dimension: {"spearman", "kendall": estimate, "alternative_annotator": {"raters", "winning_rate",
"passes", "advantage", "cost_benefit"} or {"reason"}, "pairs": [[mean of raters, judge's score]]} or {"reason"}}}}. An
estimate is {"value", "low", "high", "n", "reason"}. Raters who failed attention checks are left out.
"""

from __future__ import annotations

from pathlib import Path

import click
import pandas as pd

from muse.config import StepConfig
from muse.core.files import write_json
from muse.quality.judge.against_raters import compare
from muse.quality.judge.rubric import NAMES
from muse.quality.ratings import attention as checks
from muse.quality.ratings.table import read
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--ratings", required=True, type=FILE, help="Ratings, CSV in long form.")
@click.option("--attention", required=True, type=FILE, help="Attention checks, CSV.")
@click.option("--scores", required=True, type=FILE, help="A judge's scores, CSV.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, ratings: Path, attention: Path, scores: Path, out: Path) -> None:
    """Rank correlations and the alternative annotator test, judge by judge."""
    settings = config.quality
    table = read(ratings, settings.scale, NAMES).without(checks.failed(checks.read(attention)))
    given = pd.read_csv(scores)
    first = given[given["repeat"] == 0]
    write_json(
        out,
        {
            "source": "simulated raters and simulated judge" if settings.ratings is None else "human and LLM judge",
            "judges": {
                str(judge): compare(table, part, settings.agreement, settings.resampling, config.seed)
                for judge, part in first.groupby("judge", sort=True)
            },
        },
    )

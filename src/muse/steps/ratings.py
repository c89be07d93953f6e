"""Analyse ratings: means with intervals, agreement; with and without raters who failed attention checks.

results/quality/ratings.json: {"source": "simulated raters" or "human", "scale": {"lowest", "highest"}, "dimensions",
"systems", "failed_attention": [rater], "all": analysis, "attentive": analysis, "self_agreement": {"all", "attentive":
{"dimensions": {dimension: {"scores", "equal_share", "shift" (estimates), "sd_within", "alpha_interval",
"weighted_kappa" (estimates)}}, "raters": {rater: {"scores", "equal_share"}}} or {"reason"}}}. An analysis is
{"ratings", "missing", "units", "raters", "power", "means": [{"system", "dimension"} + estimate], "agreement":
{dimension: {measure: estimate}}, "comparison": {dimension: {"pairs", "mixed_model", "cumulative_link", "rank_test"}}}.
An estimate is {"value", "low", "high", "n", "reason"}; measures are alpha_nominal, alpha_ordinal, alpha_interval,
icc_1, icc_2, icc_3, icc_1k, icc_2k, icc_3k, fleiss_kappa, weighted_kappa, leave_one_out_rho. A pair has "first",
"second", "difference" (estimate), "cliffs_delta", "hedges_g", "detectable_difference" (found with "power"); the models'
and tests' pairs have "p" (Holm-corrected) and "p_raw". What can't be computed is null, or {"reason"}.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_json
from muse.quality.judge.rubric import NAMES
from muse.quality.ratings import attention as checks
from muse.quality.ratings import repeats as twice
from muse.quality.ratings.analysis import analyse
from muse.quality.ratings.simulate import SOURCE
from muse.quality.ratings.table import read
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--ratings", required=True, type=FILE, help="Ratings, CSV in long form.")
@click.option("--attention", required=True, type=FILE, help="Attention checks, CSV.")
@click.option("--repeats", required=True, type=FILE, help="What raters scored twice, CSV.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, ratings: Path, attention: Path, repeats: Path, out: Path) -> None:
    """Analyse the ratings of the study."""
    settings = config.quality
    table = read(ratings, settings.scale, NAMES)
    failed = checks.failed(checks.read(attention))
    again = twice.read(repeats, settings.scale, NAMES)
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
            "self_agreement": {
                "all": twice.analyse(again, settings.resampling, config.seed),
                "attentive": twice.analyse(again[~again["rater"].isin(failed)], settings.resampling, config.seed),
            },
        },
    )

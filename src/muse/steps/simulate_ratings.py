"""Simulate raters from a stated model whose truth is known; they have read nothing.

results/quality/ratings.csv: item, system, dimension, rater, score (long form; score empty where missing).
results/quality/attention.csv: rater, check, passed.
results/quality/repeats.csv: item, system, dimension, rater, first, again.
results/quality/simulated_judge.csv: laid out as judge_scores.csv; a simulated judge of the same items.
results/quality/ratings_truth.json: {"source": "simulated raters", "model": the settings, "means": [{"system",
"dimension", "mean"}]}.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_json, write_text
from muse.quality.ratings.simulate import SOURCE, simulate
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--out", required=True, type=FILE, help="Output: ratings, CSV.")
@click.option("--attention", required=True, type=FILE, help="Output: attention checks, CSV.")
@click.option("--repeats", required=True, type=FILE, help="Output: what raters scored twice, CSV.")
@click.option("--judge", required=True, type=FILE, help="Output: the simulated judge's scores, CSV.")
@click.option("--truth", required=True, type=FILE, help="Output: the model and its true means, JSON.")
def main(config: StepConfig, out: Path, attention: Path, repeats: Path, judge: Path, truth: Path) -> None:
    """Draw one study."""
    settings = config.quality
    study = simulate(settings.simulation, settings.scale, config.seed, 0)
    write_text(out, study.ratings.to_csv(index=False, lineterminator="\n"))
    write_text(attention, study.attention.to_csv(index=False, lineterminator="\n"))
    write_text(repeats, study.repeats.to_csv(index=False, lineterminator="\n"))
    write_text(judge, study.judge.to_csv(index=False, lineterminator="\n"))
    write_json(
        truth,
        {
            "source": SOURCE,
            "model": settings.simulation.model_dump(mode="json"),
            "means": study.truth.to_dict(orient="records"),
        },
    )

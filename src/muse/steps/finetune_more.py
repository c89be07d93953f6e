"""Gather further seeds and the learning curve."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, replacing
from muse.finetune.records import Example
from muse.steps._finetune import gathering, measured
from muse.steps._options import FILE


@click.command()
@gathering
@click.option("--seeds", required=True, type=FILE, help="Output: means over seeds with intervals.")
@click.option("--curve", required=True, type=FILE, help="Output: means over the share of training conversations.")
def main(
    *,
    config: StepConfig,
    scores: tuple[Path, ...],
    examples: Path,
    catalog: Path,
    truth: Path,
    seeds: Path,
    curve: Path,
) -> None:
    """Gather further seeds and the learning curve."""
    import pandas as pd

    from muse.finetune import summary

    settings = config.finetune
    runs = measured(scores, read_jsonl(examples / "test.jsonl", Example), catalog, truth)
    names = (*summary.RANKING, *summary.REPLY)
    rows = summary.table(runs, names, settings.evaluation.resamples, config.seed)
    for path, table in ((seeds, summary.over_seeds(rows)), (curve, summary.curve(rows, settings.seeds[0]))):
        with replacing(path) as temporary:
            pd.DataFrame(table).to_csv(temporary, index=False, lineterminator="\n")

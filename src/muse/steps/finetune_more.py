"""Gather further seeds and the learning curve."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, replacing
from muse.core.records import Item
from muse.finetune.records import Example, Scored
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--scores", required=True, multiple=True, type=FILE, help="Scored examples of a run, JSON lines.")
@click.option("--examples", required=True, type=FILE, help="Folder of examples.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--truth", required=True, type=FILE, help="True attributes of rendered items.")
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
    from muse.finetune.facts import Facts

    settings = config.finetune
    measured = summary.measure(
        [record for path in scores for record in read_jsonl(path, Scored)],
        read_jsonl(examples / "test.jsonl", Example),
        {item.item_id: item for item in read_jsonl(catalog, Item)},
        Facts.of(read_json(truth)),
    )
    names = (*summary.RANKING, *summary.REPLY)
    rows = summary.table(measured, names, settings.evaluation.resamples, config.seed)
    for path, table in ((seeds, summary.over_seeds(rows)), (curve, summary.curve(rows, settings.seeds[0]))):
        with replacing(path) as temporary:
            pd.DataFrame(table).to_csv(temporary, index=False, lineterminator="\n")

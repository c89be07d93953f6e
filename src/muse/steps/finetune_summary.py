"""Gather all scored runs into tables, comparisons and one summary."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, replacing, write_json
from muse.core.records import Item
from muse.finetune.records import Example, Scored
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--scores", required=True, multiple=True, type=FILE, help="Scored examples of a run, JSON lines.")
@click.option("--examples", required=True, type=FILE, help="Folder of examples.")
@click.option("--catalog", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--truth", required=True, type=FILE, help="True attributes of rendered items.")
@click.option("--recommendation", required=True, type=FILE, help="Output: table of the ranking task.")
@click.option("--response", required=True, type=FILE, help="Output: table of the reply task.")
@click.option("--comparisons", required=True, type=FILE, help="Output: paired differences.")
@click.option("--summary", required=True, type=FILE, help="Output: what the paper and the claims read.")
def main(
    *,
    config: StepConfig,
    scores: tuple[Path, ...],
    examples: Path,
    catalog: Path,
    truth: Path,
    recommendation: Path,
    response: Path,
    comparisons: Path,
    summary: Path,
) -> None:
    """Gather all scored runs into tables, comparisons and one summary."""
    import pandas as pd

    from muse.finetune import summary as tables
    from muse.finetune.facts import Facts

    settings = config.finetune
    tested = read_jsonl(examples / "test.jsonl", Example)
    scored = [record for path in scores for record in read_jsonl(path, Scored)] + tables.references(tested)
    described = {item.item_id: item for item in read_jsonl(catalog, Item)}
    measured = tables.measure(scored, tested, described, Facts.of(read_json(truth)))
    resamples, seed = settings.evaluation.resamples, config.seed
    ranked = tables.table(measured, tables.RANKING, resamples, seed)
    replied = [*tables.table(measured, tables.REPLY, resamples, seed), *tables.whole_set(measured)]
    compared = tables.compare(measured, tables.pairs(measured), ("recall_at_1", "attribute_accuracy"), resamples, seed)
    for path, rows in ((recommendation, ranked), (response, replied), (comparisons, compared)):
        with replacing(path) as temporary:
            pd.DataFrame(rows).to_csv(temporary, index=False, lineterminator="\n")
    write_json(
        summary,
        {
            "examples": {
                "recommend": sum(bool(example.candidates) for example in tested),
                "respond": sum(example.task == "respond" for example in tested),
            },
            "candidates": settings.candidates.total,
            "recommendation": ranked,
            "response": replied,
            "comparisons": compared,
        },
    )

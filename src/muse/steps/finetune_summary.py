"""Gather all scored runs into tables, comparisons and one summary."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, replacing, write_json
from muse.finetune.records import Example
from muse.steps._finetune import gathering, measured
from muse.steps._options import FILE


@click.command()
@gathering
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
    from muse.finetune.bertscore import token_encoder

    settings = config.finetune
    tested = read_jsonl(examples / "test.jsonl", Example)
    runs = measured(scores, tested, catalog, truth)
    encoder = settings.evaluation.bertscore
    if encoder:
        runs = tables.with_bertscore(runs, token_encoder(encoder, settings.threads))
    resamples, seed = settings.evaluation.resamples, config.seed
    ranked = tables.table(runs, tables.RANKING, resamples, seed)
    replied = [*tables.table(runs, tables.REPLY, resamples, seed), *tables.whole_set(runs)]
    compared = tables.compare(runs, tables.pairs(runs), ("recall_at_1", "attribute_accuracy"), resamples, seed)
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
            "bertscore": encoder,
            "recommendation": ranked,
            "response": replied,
            "comparisons": compared,
        },
    )

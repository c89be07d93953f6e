"""Sum up what the judges said: means, differences, self-consistency, biases, Bradley-Terry strengths.

results/quality/judge.json: {"source": "scripted heuristic" or "LLM judge", "absent": {dataset: why}, "judges": {judge:
{"scripted", "means": [{"dataset", "dimension"} + estimate], "self_consistency": {dimension: {"dialogues", "repeats",
"all_equal_share", "sd_within", "alpha_interval"} or {"reason"}}, "length_bias": {dimension: estimate, Spearman of
score and tokens within a dataset}, "differences": {"rewriter" (released less before), "pictures" (with less without),
"reviewer" (kept less dropped), "opening" (multimodal less text), each [{"dimension"} + estimate]}, "pairwise":
{"pairs", "judgements", "tie_share", "strengths": {dataset: estimate of the log strength, sum 0}, "wins": [{"first",
"second", "wins", "losses"}], "first_wins", "longer_wins", "same_in_both_orders": estimates} or {"reason"}}},
"among_judges": {dimension: estimate of alpha} or {"reason"}, "self_preference": {judge: estimate} or {"reason"}}. An
estimate is {"value", "low", "high", "n", "reason"}.
"""

from __future__ import annotations

from pathlib import Path

import click
import pandas as pd

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_json
from muse.core.records import Conversation
from muse.core.seeding import generator
from muse.quality.dialogues import BEFORE, BLIND, DROPPED, MUSE, length
from muse.quality.judge import bradley_terry, summary
from muse.steps._options import FILE, config
from muse.steps._quality import conversations_option, dropped_option, sampled


@click.command()
@config
@conversations_option
@dropped_option
@click.option("--scores", required=True, type=FILE, help="Scores, CSV.")
@click.option("--pairwise", required=True, type=FILE, help="Pairwise judgements, CSV.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, conversations: Path, dropped: Path, scores: Path, pairwise: Path, out: Path) -> None:
    """Analyse scores and pairwise judgements, judge by judge."""
    resampling, seed = config.quality.resampling, config.seed
    records = read_jsonl(conversations, Conversation)
    chosen, absent = sampled(config, conversations, dropped)
    read = [dialogue for group in chosen.values() for dialogue in group]
    lengths = {(dialogue.dataset, dialogue.dialogue_id): length(dialogue) for dialogue in read}
    writers = {(dialogue.dataset, dialogue.dialogue_id): dialogue.writer for dialogue in read}
    openings = {record.conversation_id: record.opening for record in records}
    given, versus = pd.read_csv(scores), pd.read_csv(pairwise)
    judges = {}
    for judge, part in given.groupby("judge", sort=True):
        released = part[part["dataset"] == MUSE]
        judges[str(judge)] = {
            "scripted": bool(part["scripted"].all()),
            **summary.summarise(part, lengths, resampling, seed),
            "differences": {
                "rewriter": summary.paired(part, MUSE, BEFORE, resampling, seed),
                "reviewer": summary.between(part, part["dataset"], MUSE, DROPPED, resampling, seed),
                "pictures": summary.paired(part, MUSE, BLIND, resampling, seed),
                "opening": summary.between(
                    released, released["conversation_id"].map(openings), "multimodal", "text", resampling, seed
                ),
            },
            "pairwise": bradley_terry.analyse(
                versus[versus["judge"] == judge], generator(seed, "pairwise-summary", str(judge)), resampling
            ),
        }
    write_json(
        out,
        {
            "source": "scripted heuristic" if given["scripted"].all() else "LLM judge",
            "absent": absent,
            "judges": judges,
            "among_judges": summary.among_judges(given, resampling, seed),
            "self_preference": summary.self_preference(given, writers, resampling, seed),
        },
    )

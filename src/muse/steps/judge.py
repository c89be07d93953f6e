"""Judge a sample of dialogues of each dataset on five dimensions, by each configured judge.

results/quality/judge_scores.csv: conversation_id, dataset, judge, scripted, dimension, repeat, score, reason; one row a
score. `scripted` is true where the offline model judged: then it's a heuristic and nothing more. Datasets are "muse",
the same conversations as "muse before rewriting" and "muse without pictures", "muse dropped by the reviewer" where it
dropped any, and those of `quality.compare`. Rejected dialogues go to the quarantine file, with judge, dataset and
repeat in their id.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_jsonl
from muse.core.records import Record, Rejection
from muse.llm.pool import for_each
from muse.quality import tables
from muse.quality.dialogues import MUSE, Dialogue
from muse.quality.judge.sample import STAGE
from muse.quality.judge.score import JudgeScore, judge, told_apart
from muse.quality.settings import JudgeSettings
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._quality import judging, pictures_of, sampled


class Judged(Record):
    """What one judge said of one dialogue, as it is kept."""

    scores: tuple[JudgeScore, ...]


@click.command()
@judging("scores")
def main(
    *, config: StepConfig, conversations: Path, dropped: Path, items: Path, images: Path, out: Path, quarantine: Path
) -> None:
    """Score a stratified sample of each dataset."""
    settings: JudgeSettings = config.quality.judge
    pictures = pictures_of(items, images)
    chosen, _ = sampled(config, conversations, dropped)
    judges = client(config, STAGE)
    told_apart(judges, settings.roles)

    async def worker(task: tuple[str, Dialogue, int]) -> Judged:
        role, dialogue, repeat = task
        scores = await judge(judges, role, dialogue, pictures, repeat=repeat, most_images=settings.max_images)
        return Judged(scores=tuple(scores))

    tasks = [
        (f"{role}/{name}/{dialogue.dialogue_id}/{repeat}", (role, dialogue, repeat))
        for role in settings.roles
        for name, group in chosen.items()
        for place, dialogue in enumerate(group)
        for repeat in range(settings.repeats if name == MUSE and place < settings.repeat_sample else 1)
    ]
    with kept(Judged, *config.quality.compare.values()) as before:
        results = asyncio.run(for_each(tasks, worker, stage=STAGE, concurrency=config.llm.concurrency, kept=before))
        scores = [score for judged in results if isinstance(judged, Judged) for score in judged.scores]
        tables.write_csv(out, JudgeScore, scores)
        write_jsonl(quarantine, [verdict for verdict in results if isinstance(verdict, Rejection)])

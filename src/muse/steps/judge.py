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
from muse.core.records import Rejection
from muse.llm.pool import for_each
from muse.quality import tables
from muse.quality.dialogues import MUSE, Dialogue
from muse.quality.judge.sample import STAGE
from muse.quality.judge.score import JudgeScore, judge
from muse.quality.settings import JudgeSettings
from muse.steps._models import client
from muse.steps._quality import judging, pictures_of, sampled


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

    async def worker(task: tuple[str, Dialogue, int]) -> list[JudgeScore]:
        role, dialogue, repeat = task
        return await judge(judges, role, dialogue, pictures, repeat=repeat, most_images=settings.max_images)

    tasks = [
        (f"{role}/{name}/{dialogue.dialogue_id}/{repeat}", (role, dialogue, repeat))
        for role in settings.roles
        for name, group in chosen.items()
        for place, dialogue in enumerate(group)
        for repeat in range(settings.repeats if name == MUSE and place < settings.repeat_sample else 1)
    ]
    results = asyncio.run(for_each(tasks, worker, stage=STAGE, concurrency=config.llm.concurrency))
    tables.write_csv(
        out, JudgeScore, [score for scores in results if not isinstance(scores, Rejection) for score in scores]
    )
    write_jsonl(quarantine, [verdict for verdict in results if isinstance(verdict, Rejection)])

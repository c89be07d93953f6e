"""Let each judge compare dialogues of every two datasets, in both orders.

results/quality/pairwise.csv: pair, judge, scripted, first_dataset, first_id, first_tokens, second_dataset, second_id,
second_tokens, winner (first, second or tie), reason; two rows a pair. Versions of the same conversation are compared
with each other, other datasets at random.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_jsonl
from muse.core.records import Rejection
from muse.core.seeding import generator
from muse.llm.pool import for_each
from muse.quality import tables
from muse.quality.dialogues import BLIND, Dialogue
from muse.quality.judge.pairwise import PairJudgement, compare, pairs
from muse.quality.judge.score import told_apart
from muse.quality.settings import JudgeSettings
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._quality import judging, pictures_of, sampled

STAGE = "pairwise"


@click.command()
@judging("judgements")
def main(
    *, config: StepConfig, conversations: Path, dropped: Path, items: Path, images: Path, out: Path, quarantine: Path
) -> None:
    """Compare the judge's sample of each dataset with that of each other."""
    settings: JudgeSettings = config.quality.judge
    pictures = pictures_of(items, images)
    chosen, _ = sampled(config, conversations, dropped)
    del chosen[BLIND]  # the same words: a comparison would be of pictures with none
    judges = client(config, STAGE)
    told_apart(judges, settings.roles)

    async def worker(task: tuple[str, Dialogue, Dialogue]) -> PairJudgement:
        role, first, second = task
        return await compare(judges, role, first, second, pictures, most_images=settings.max_images)

    tasks = [
        (f"{role}/{first.dataset}/{first.dialogue_id}/{second.dataset}/{second.dialogue_id}", (role, first, second))
        for role in settings.roles
        for one, other in pairs(chosen, settings.pairs, generator(config.seed, STAGE, "pairs"))
        for first, second in ((one, other), (other, one))
    ]
    with kept(PairJudgement, *config.quality.compare.values()) as before:
        results = asyncio.run(for_each(tasks, worker, stage=STAGE, concurrency=config.llm.concurrency, kept=before))
        tables.write_csv(out, PairJudgement, [result for result in results if isinstance(result, PairJudgement)])
        write_jsonl(quarantine, [verdict for verdict in results if isinstance(verdict, Rejection)])

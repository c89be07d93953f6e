"""Two dialogues side by side: which is better? Asked in both orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from muse.core.records import Record
from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.quality.dialogues import Dialogue, length
from muse.quality.judge.score import identity, transcript


class Preference(BaseModel):
    """The judge's answer; the reason comes first."""

    model_config = ConfigDict(extra="forbid")

    reason: str
    winner: Literal["A", "B", "tie"]


class PairQuestion(BaseModel):
    """What the judge is shown."""

    scenario_a: str
    transcript_a: tuple[str, ...]
    scenario_b: str
    transcript_b: tuple[str, ...]


class PairJudgement(Record):
    """A line of results/quality/pairwise.csv: `first` stood first; `winner` is "first", "second" or "tie"."""

    pair: str
    judge: str
    scripted: bool
    first_dataset: str
    first_id: str
    first_tokens: int
    second_dataset: str
    second_id: str
    second_tokens: int
    winner: Literal["first", "second", "tie"]
    reason: str


COMPARE = Prompt("compare_conversations", Path(__file__).with_name("compare.jinja"), Preference)


def pairs(
    groups: Mapping[str, Sequence[Dialogue]], count: int, random: np.random.Generator
) -> list[tuple[Dialogue, Dialogue]]:
    """`count` pairs for every two datasets: versions of the same conversation where ids are shared, else at random."""
    found: list[tuple[Dialogue, Dialogue]] = []
    for one, other in combinations(groups, 2):
        by_id = {dialogue.dialogue_id: dialogue for dialogue in groups[other]}
        shared = [dialogue for dialogue in groups[one] if dialogue.dialogue_id in by_id]
        if shared:
            picks = sorted(random.permutation(len(shared))[:count])
            found += [(shared[pick], by_id[shared[pick].dialogue_id]) for pick in picks]
        else:
            left, right = (random.permutation(len(groups[name])) for name in (one, other))
            few = min(count, len(left), len(right))
            found += [(groups[one][a], groups[other][b]) for a, b in zip(left[:few], right[:few], strict=True)]
    return found


async def compare(
    client: Client, role: str, first: Dialogue, second: Dialogue, pictures: Mapping[str, Path], *, most_images: int
) -> PairJudgement:
    """One judgement in the order given. Raises RecordRejected where no usable answer can be had."""
    named, scripted = identity(client, role)
    lines_a, images_a = transcript(first, pictures, most_images // 2)
    lines_b, images_b = transcript(second, pictures, most_images // 2)
    question = PairQuestion(
        scenario_a=first.scenario, transcript_a=lines_a, scenario_b=second.scenario, transcript_b=lines_b
    )
    images = {f"A, {label}": path for label, path in images_a.items()}
    images |= {f"B, {label}": path for label, path in images_b.items()}
    record = f"{first.dataset}/{first.dialogue_id} : {second.dataset}/{second.dialogue_id}"
    answer = await client.ask(role, COMPARE, question, record=record, images=images)
    names = sorted([f"{first.dataset}/{first.dialogue_id}", f"{second.dataset}/{second.dialogue_id}"])
    winner: Literal["first", "second", "tie"] = "tie"
    if answer.winner != "tie":
        winner = "first" if answer.winner == "A" else "second"
    return PairJudgement(
        pair=" : ".join(names),
        judge=named,
        scripted=scripted,
        first_dataset=first.dataset,
        first_id=first.dialogue_id,
        first_tokens=length(first),
        second_dataset=second.dataset,
        second_id=second.dialogue_id,
        second_tokens=length(second),
        winner=winner,
        reason=answer.reason,
    )

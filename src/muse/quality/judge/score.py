"""Scores for one dialogue at a time, by any model that `llm.roles` names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from muse.core.errors import MuseError
from muse.core.records import Record
from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.quality.dialogues import Dialogue
from muse.quality.judge.rubric import HIGHEST, LOWEST, RUBRIC, Dimension


class Mark(BaseModel):
    """A score with what decided it; the reason comes first, so that it is not made up afterwards."""

    model_config = ConfigDict(extra="forbid")

    reason: str
    score: Annotated[int, Field(ge=LOWEST, le=HIGHEST)]


class Verdict(BaseModel):
    """One mark for each dimension of the rubric."""

    model_config = ConfigDict(extra="forbid")

    naturalness: Mark
    logical_coherence: Mark
    information_richness: Mark
    product_context_relevance: Mark
    image_text_consistency: Mark


class Question(BaseModel):
    """What the judge is shown."""

    dimensions: tuple[Dimension, ...]
    scenario: str
    transcript: tuple[str, ...]


class JudgeScore(Record):
    """A line of results/quality/judge_scores.csv."""

    conversation_id: str
    dataset: str
    judge: str
    scripted: bool
    dimension: str
    repeat: int
    score: int
    reason: str


SCORE = Prompt("judge_conversation", Path(__file__).with_name("score.jinja"), Verdict)


def transcript(dialogue: Dialogue, pictures: Mapping[str, Path], most: int) -> tuple[tuple[str, ...], dict[str, Path]]:
    """The dialogue's lines, and its pictures by the label that the lines speak of.

    At most `most` pictures, those shown first; a picture shown again keeps its label. `pictures`: item ids to files.
    """
    labels: dict[str, str] = {}
    lines = []
    for utterance in dialogue.utterances:
        for item in utterance.images:
            if item in pictures and item not in labels and len(labels) < most:
                labels[item] = f"picture {len(labels) + 1}"
        shown = [labels[item] for item in utterance.images if item in labels]
        mark = f" [shows {', '.join(shown)}]" if shown else ""
        lines.append(f"{utterance.speaker}{mark}: {' '.join(utterance.text.split())}")
    return tuple(lines), {label: pictures[item] for item, label in labels.items()}


def identity(client: Client, role: str) -> tuple[str, bool]:
    """A judge's name, endpoint and model, and whether it is the scripted offline model."""
    if role not in client.settings.roles:
        raise MuseError(
            f"no role {role!r} in the section llm",
            where="config/config.yaml",
            remedy="name roles of llm.roles in quality.judge.roles",
        )
    played = client.settings.roles[role]
    return f"{played.endpoint}/{played.model}", client.settings.endpoints[played.endpoint].base_url == "offline"


def told_apart(client: Client, roles: Sequence[str]) -> None:
    """Raise MuseError where two judges are the same model of the same endpoint: they would be taken for one."""
    played: dict[str, str] = {}
    for role in roles:
        named, _ = identity(client, role)
        if named in played:
            raise MuseError(
                f"the judges {played[named]!r} and {role!r} are both {named}",
                where="config/config.yaml",
                remedy="give each role of quality.judge.roles a model of its own; for repeats there is repeat_sample",
            )
        played[named] = role


async def judge(
    client: Client, role: str, dialogue: Dialogue, pictures: Mapping[str, Path], *, repeat: int, most_images: int
) -> list[JudgeScore]:
    """The scores of one judge for one dialogue, in the rubric's order.

    Each repeat asks for the dimensions in another order (rotated by one), so that repeats also show whether the order
    of the questions matters. Raises RecordRejected where no usable answer can be had.
    """
    named, scripted = identity(client, role)
    lines, images = transcript(dialogue, pictures, most_images)
    start = repeat % len(RUBRIC)
    question = Question(dimensions=RUBRIC[start:] + RUBRIC[:start], scenario=dialogue.scenario, transcript=lines)
    record = f"{dialogue.dataset}/{dialogue.dialogue_id}"
    verdict = await client.ask(role, SCORE, question, record=record, turn=repeat, images=images)
    marks: dict[str, Mark] = {dimension.name: getattr(verdict, dimension.name) for dimension in RUBRIC}
    return [
        JudgeScore(
            conversation_id=dialogue.dialogue_id,
            dataset=dialogue.dataset,
            judge=named,
            scripted=scripted,
            dimension=name,
            repeat=repeat,
            score=mark.score,
            reason=mark.reason,
        )
        for name, mark in marks.items()
    ]

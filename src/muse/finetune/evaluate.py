"""The test split, scored: both tasks, as it is and with pictures or titles taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from muse.core.seeding import generator
from muse.finetune.checkpoint import Checkpoint
from muse.finetune.encode import Encoder
from muse.finetune.records import Condition, Example, Scored
from muse.finetune.score import log_likelihoods, place, replies
from muse.finetune.settings import EvaluationSettings

_DIGITS = 3  # of a log-probability: the ones after depend on what else is in the batch


@dataclass(frozen=True)
class Tested:
    """Who is tested: a model and one of its runs (`base` or a fine-tune)."""

    model: str
    run: str


def evaluate(
    who: Tested,
    checkpoint: Checkpoint,
    encoder: Encoder,
    examples: Sequence[Example],
    conditions: Sequence[Condition],
    settings: EvaluationSettings,
    seed: int,
) -> list[Scored]:
    """One record for each condition and example, in that order; ties among candidates are drawn by seed."""
    encoder.check(examples)
    scored: list[Scored] = []
    for condition in conditions:
        shelf = replace(encoder.shelf, blank=condition == "blank", titles=condition != "no-title")
        seen = replace(encoder, shelf=shelf)
        label = f"{who.model} {who.run}, {condition}"
        scored += _ranked(
            who, checkpoint, seen, [e for e in examples if e.candidates], condition, settings, label, seed
        )
        asked = [example for example in examples if example.task == "respond"]
        said = replies(checkpoint, [seen.row(e) for e in asked], settings.batch_size, settings.new_tokens, label)
        scored += [_scored(who, condition, example, reply=reply) for example, reply in zip(asked, said, strict=True)]
    return scored


def _ranked(
    who: Tested,
    checkpoint: Checkpoint,
    encoder: Encoder,
    examples: Sequence[Example],
    condition: Condition,
    settings: EvaluationSettings,
    label: str,
    seed: int,
) -> list[Scored]:
    rows = [encoder.row(example, candidate) for example in examples for candidate in example.candidates]
    found = log_likelihoods(checkpoint, rows, settings.batch_size, label)
    places: list[Scored] = []
    start = 0
    for example in examples:
        scores = [round(score, _DIGITS) for score in found[start : start + len(example.candidates)]]
        start += len(scores)
        draws = generator(seed, f"finetune-{label}", example.example_id)
        places.append(
            _scored(who, condition, example, place=place(scores, example.candidates.index(example.item_id), draws))
        )
    return places


def _scored(
    who: Tested, condition: Condition, example: Example, *, place: int | None = None, reply: str | None = None
) -> Scored:
    return Scored(
        model=who.model,
        run=who.run,
        condition=condition,
        task=example.task,
        example_id=example.example_id,
        target=example.target,
        place=place,
        reply=reply,
    )

"""Text statistics of two versions or two kinds of dialogues, as differences with intervals.

Diversity and repetition are measured on groups of dialogues with equally many tokens, length and readability on each
dialogue; the intervals resample groups or dialogues.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.core.text import tokens
from muse.quality import estimate
from muse.quality.dialogues import Dialogue, length, texts_of
from muse.quality.estimate import Estimate, Floats
from muse.quality.settings import ResamplingSettings, TextSettings
from muse.quality.text import diversity

STAGE = "text-differences"
OF_GROUPS = ("distinct_1", "distinct_2", "distinct_3", "distinct_4", "mtld", "self_bleu", "repeated_utterances")
OF_DIALOGUES = ("tokens_per_utterance", "utterances_per_dialogue", "readability")


def paired(
    after: Sequence[Dialogue],
    before: Sequence[Dialogue],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of after less before]. The two are versions of the same dialogues in the same order.

    Dialogues are grouped, in a seeded order, until both versions of a group have `block_tokens` tokens; of each the
    first so many are measured.
    """
    order = diversity.shuffled(len(after), generator(seed, STAGE, "order"))
    lengths = [(length(one), length(other)) for one, other in zip(after, before, strict=True)]
    groups = diversity.groups(order, lengths, settings.block_tokens, settings.max_blocks)
    sides = [
        (_of_groups([[version[at] for at in group] for group in groups], settings), _of_dialogues(version, settings))
        for version in (after, before)
    ]

    def compare(one: Floats, other: Floats, random: np.random.Generator) -> Estimate:
        return estimate.mean(one - other, random, resampling.draws, resampling.confidence)

    return _estimates(sides, compare, settings, "paired", seed)


def between(
    one: Sequence[Dialogue],
    other: Sequence[Dialogue],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of one less other] for different dialogues."""
    grouped = []
    for part in (one, other):
        order = diversity.shuffled(len(part), generator(seed, STAGE, "order"))
        lengths = [(length(dialogue),) for dialogue in part]
        groups = diversity.groups(order, lengths, settings.block_tokens, settings.max_blocks)
        grouped.append([[part[at] for at in group] for group in groups])
    if not all(grouped):
        grouped = [[], []]  # nothing to compare with: nothing is measured
    sides = [
        (_of_groups(groups, settings), _of_dialogues(part, settings))
        for groups, part in zip(grouped, (one, other), strict=True)
    ]

    def compare(one: Floats, other: Floats, random: np.random.Generator) -> Estimate:
        kept = one[np.isfinite(one)], other[np.isfinite(other)]
        return estimate.difference(*kept, random, resampling.draws, resampling.confidence)

    return _estimates(sides, compare, settings, "between", seed)


def _estimates(
    sides: Sequence[tuple[Floats, Floats]],
    compare: Callable[[Floats, Floats, np.random.Generator], Estimate],
    settings: TextSettings,
    name: str,
    seed: int,
) -> list[dict[str, Any]]:
    found = []
    for part, measures in enumerate((OF_GROUPS, OF_DIALOGUES)):
        one, other = (side[part] for side in sides)
        for column, measure in enumerate(measures):
            if part == 0 and min(len(one), len(other)) == 0:
                value = estimate.undefined(f"fewer than {settings.block_tokens} tokens on one side")
            else:
                random = generator(seed, STAGE, f"{name}/{measure}")
                value = compare(one[:, column], other[:, column], random)
            found.append({"measure": measure} | value.model_dump())
    return found


def _of_groups(groups: Sequence[Sequence[Dialogue]], settings: TextSettings) -> Floats:
    """The values of OF_GROUPS, a row a group."""
    rows = []
    for group in groups:
        texts = [text for dialogue in group for text in texts_of(dialogue)]
        block = [word for text in texts for word in tokens(text)][: settings.block_tokens]
        sample = [text for text in texts if text.strip()][: settings.group_self_bleu_sample]
        rows.append(
            [
                *(diversity.distinct(block, size) for size in (1, 2, 3, 4)),
                diversity.mtld(block, settings.mtld_threshold),
                float(np.mean(diversity.self_bleu(sample))) if len(sample) > 1 else float("nan"),
                diversity.repeated_share(texts),
            ]
        )
    return np.array(rows, float).reshape(len(groups), len(OF_GROUPS))


def _of_dialogues(dialogues: Sequence[Dialogue], settings: TextSettings) -> Floats:
    """The values of OF_DIALOGUES, a row a dialogue; readability of the first `encoded_sample`, NaN for the rest."""
    rows = []
    for place, dialogue in enumerate(dialogues):
        texts = texts_of(dialogue)
        easy = diversity.readability(texts) if place < settings.encoded_sample else float("nan")
        rows.append([length(dialogue) / len(texts) if texts else float("nan"), len(texts), easy])
    return np.array(rows, float).reshape(len(dialogues), len(OF_DIALOGUES))

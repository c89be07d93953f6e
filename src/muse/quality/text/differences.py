"""Text statistics of two versions or two kinds of dialogues, as differences with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.dialogues import Dialogue, tokens
from muse.quality.settings import ResamplingSettings, TextSettings
from muse.quality.text import diversity

STAGE = "text-differences"
MEASURES = ("distinct_1", "distinct_2", "distinct_3", "mtld", "tokens_per_utterance")


def paired(
    after: Sequence[Dialogue],
    before: Sequence[Dialogue],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of after less before]. The two are versions of the same dialogues in the same order.

    Dialogues are grouped, in a seeded order, until both versions of a group have `block_tokens` tokens; of each the
    first so many are measured. The interval resamples groups.
    """
    order = diversity.shuffled(len(after), generator(seed, STAGE, "order"))
    rows: list[list[float]] = []
    group: list[int] = []
    sizes = np.zeros(2, int)
    lengths = [[_length(after[place]), _length(before[place])] for place in range(len(after))]
    for place in order:
        group.append(place)
        sizes += lengths[place]
        if sizes.min() >= settings.block_tokens:
            pair = [_measure([version[at] for at in group], settings) for version in (after, before)]
            rows.append([a - b for a, b in zip(*pair, strict=True)])
            group, sizes = [], np.zeros(2, int)
        if len(rows) == settings.max_blocks:
            break
    if not rows:
        reason = f"fewer than {settings.block_tokens} tokens"
        return [{"measure": name} | estimate.undefined(reason).model_dump() for name in MEASURES]
    table = np.array(rows)
    return [
        {"measure": name}
        | estimate.mean(
            table[:, column], generator(seed, STAGE, f"paired/{name}"), resampling.draws, resampling.confidence
        ).model_dump()
        for column, name in enumerate(MEASURES)
    ]


def between(
    one: Sequence[Dialogue],
    other: Sequence[Dialogue],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of one less other] for different dialogues, on groups of `block_tokens` tokens each."""
    sides = [np.array([_measure(group, settings) for group in _groups(part, settings, seed)]) for part in (one, other)]
    if min(map(len, sides)) == 0:
        reason = f"fewer than {settings.block_tokens} tokens on one side"
        return [{"measure": name} | estimate.undefined(reason).model_dump() for name in MEASURES]
    return [
        {"measure": name}
        | estimate.difference(
            sides[0][:, column],
            sides[1][:, column],
            generator(seed, STAGE, f"between/{name}"),
            resampling.draws,
            resampling.confidence,
        ).model_dump()
        for column, name in enumerate(MEASURES)
    ]


def _groups(dialogues: Sequence[Dialogue], settings: TextSettings, seed: int) -> list[list[Dialogue]]:
    groups: list[list[Dialogue]] = []
    group: list[Dialogue] = []
    size = 0
    for place in diversity.shuffled(len(dialogues), generator(seed, STAGE, "order")):
        group.append(dialogues[place])
        size += _length(dialogues[place])
        if size >= settings.block_tokens:
            groups.append(group)
            group, size = [], 0
        if len(groups) == settings.max_blocks:
            break
    return groups


def _length(dialogue: Dialogue) -> int:
    return sum(len(tokens(utterance.text)) for utterance in dialogue.utterances)


def _measure(dialogues: Sequence[Dialogue], settings: TextSettings) -> list[float]:
    """The values of MEASURES: diversity of the first `block_tokens` tokens, and the mean length of all utterances."""
    words = [tokens(utterance.text) for dialogue in dialogues for utterance in dialogue.utterances]
    block = [word for text in words for word in text][: settings.block_tokens]
    return [
        *(diversity.distinct(block, size) for size in (1, 2, 3)),
        diversity.mtld(block, settings.mtld_threshold),
        float(np.mean([len(text) for text in words])),
    ]

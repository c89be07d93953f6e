"""How much dialogues of a group resemble each other, as differences of two versions or two kinds of them.

The more dialogues there are, the likelier one has a like: two kinds are compared by equally many of each. What each
dialogue resembles is found once, among all of its group; the intervals then resample the dialogues' values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.dialogues import Dialogue
from muse.quality.estimate import Estimate, Vectors
from muse.quality.settings import ResamplingSettings, TextSettings
from muse.quality.text.duplicates import near_duplicates
from muse.quality.text.scenarios import nearest_neighbour

STAGE = "resemblance"


def paired(
    after: Sequence[Dialogue],
    before: Sequence[Dialogue],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of after less before] for versions of the same dialogues: near_duplicate.

    A version changes no scenario.
    """
    gain = near_duplicates(after, settings.near_duplicate) - near_duplicates(before, settings.near_duplicate)
    random = generator(seed, STAGE, "paired/near_duplicate")
    return _rows(near_duplicate=estimate.mean(gain, random, resampling.draws, resampling.confidence))


def between(
    one: Sequence[Dialogue],
    other: Sequence[Dialogue],
    encode: Callable[[list[str]], Vectors],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of one less other] for different dialogues: near_duplicate, nearest_scenario.

    nearest_scenario is the cosine similarity of a scenario with the one most like it, of `encoded_sample` at most.
    """
    count = min(len(one), len(other))
    sides = [
        [part[at] for at in generator(seed, STAGE, name).permutation(len(part))[:count]]
        for name, part in (("one", one), ("other", other))
    ]
    copies = [near_duplicates(side, settings.near_duplicate) for side in sides]
    told = [[dialogue.scenario for dialogue in side if dialogue.scenario] for side in sides]
    fewest = min(*map(len, told), settings.encoded_sample)
    nearest = [nearest_neighbour(encode(scenarios[:fewest])) if fewest > 1 else np.empty(0) for scenarios in told]

    def difference(name: str, values: Sequence[estimate.Floats]) -> Estimate:
        random = generator(seed, STAGE, f"between/{name}")
        return estimate.difference(values[0], values[1], random, resampling.draws, resampling.confidence)

    return _rows(
        near_duplicate=difference("near_duplicate", copies), nearest_scenario=difference("nearest_scenario", nearest)
    )


def _rows(**measures: Estimate) -> list[dict[str, Any]]:
    return [{"measure": name} | value.model_dump() for name, value in measures.items()]

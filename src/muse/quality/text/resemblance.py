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
from muse.quality.estimate import Vectors
from muse.quality.settings import ResamplingSettings, TextSettings
from muse.quality.text.duplicates import exact_duplicates, near_duplicates
from muse.quality.text.scenarios import dispersion, nearest_neighbour

STAGE = "resemblance"
BETWEEN = ("duplicate", "near_duplicate", "nearest_scenario", "scenario_dispersion")


def paired(
    after: Sequence[Dialogue],
    before: Sequence[Dialogue],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of after less before] for versions of the same dialogues: duplicate, near_duplicate.

    A version changes no scenario.
    """
    gains = {
        "duplicate": exact_duplicates(after) - exact_duplicates(before),
        "near_duplicate": near_duplicates(after, settings.near_duplicate)
        - near_duplicates(before, settings.near_duplicate),
    }
    return [
        {"measure": name}
        | estimate.mean(
            gain, generator(seed, STAGE, f"paired/{name}"), resampling.draws, resampling.confidence
        ).model_dump()
        for name, gain in gains.items()
    ]


def between(
    one: Sequence[Dialogue],
    other: Sequence[Dialogue],
    encode: Callable[[list[str]], Vectors],
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> list[dict[str, Any]]:
    """[{"measure"} + estimate of one less other] for different dialogues: BETWEEN.

    nearest_scenario is the cosine similarity of a scenario with the one most like it, scenario_dispersion the cosine
    distance of two, of `encoded_sample` at most.
    """
    count = min(len(one), len(other))
    sides = [
        [part[at] for at in generator(seed, STAGE, name).permutation(len(part))[:count]]
        for name, part in (("one", one), ("other", other))
    ]
    told = [[dialogue.scenario for dialogue in side if dialogue.scenario] for side in sides]
    fewest = min(*map(len, told), settings.encoded_sample)
    vectors = [encode(scenarios[:fewest]) if fewest > 2 else None for scenarios in told]
    each = [
        (
            exact_duplicates(side),
            near_duplicates(side, settings.near_duplicate),
            np.empty(0) if given is None else nearest_neighbour(given),
            np.empty(0) if given is None else dispersion(given),
        )
        for side, given in zip(sides, vectors, strict=True)
    ]
    return [
        {"measure": name}
        | estimate.difference(
            a, b, generator(seed, STAGE, f"between/{name}"), resampling.draws, resampling.confidence
        ).model_dump()
        for name, a, b in zip(BETWEEN, *each, strict=True)
    ]

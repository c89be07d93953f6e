"""Is what a recommendation says about looks true of the picture shown with it?

Two answers: by the true attributes of rendered items, and by the likeness of the words to what a model saw in the
picture, compared with other items' pictures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.quality import estimate
from muse.quality.dialogues import Dialogue
from muse.quality.estimate import Floats, Vectors
from muse.quality.settings import ResamplingSettings

STAGE = "looks"
ATTRIBUTES = {"colour": ("colour", "second_colour"), "pattern": ("pattern",)}
NO_TRUTH = estimate.undefined("no true attributes at hand")
Said = tuple[str, str, str]  # dialogue id, words, item
Truth = Mapping[str, Mapping[str, str]]


def recommendations(dialogues: Sequence[Dialogue]) -> list[Said]:
    """(dialogue id, words, item) of each utterance of the assistant that shows exactly one picture."""
    return [
        (dialogue.dialogue_id, utterance.text, utterance.images[0])
        for dialogue in dialogues
        for utterance in dialogue.utterances
        if utterance.speaker == "assistant" and len(utterance.images) == 1
    ]


def true_share(
    said: Sequence[Said], truth: Truth, resampling: ResamplingSettings, seed: int
) -> dict[str, dict[str, Any]]:
    """By attribute: the share of named colours and patterns that the item has, as an estimate; `n` counts the names.

    A name counts if it is the value of some item of the catalog. The interval resamples dialogues.
    """
    found = {}
    for attribute in ATTRIBUTES:
        named = _named(said, truth, attribute)
        if named is None:
            found[attribute] = NO_TRUTH.model_dump()
            continue
        clusters = list(dict.fromkeys(dialogue for dialogue, _ in named))
        random = generator(seed, STAGE, attribute)
        value = _contrast([_sums(named, clusters)], [_weights(len(clusters), random, resampling)], resampling)
        found[attribute] = value.model_dump()
    return found


def true_share_difference(
    one: Sequence[Said], other: Sequence[Said], truth: Truth, resampling: ResamplingSettings, seed: int, *, paired: bool
) -> list[dict[str, Any]]:
    """[{"measure": "true_colour" or "true_pattern"} + estimate of one's share less the other's].

    `paired`: both are versions of the same dialogues, which are resampled together; else each side is on its own.
    """
    found = []
    for attribute in ATTRIBUTES:
        sides = [_named(said, truth, attribute) for said in (one, other)]
        random = generator(seed, STAGE, f"difference/{attribute}/{paired}")
        if sides[0] is None or sides[1] is None:
            value = NO_TRUTH
        else:
            clusters = [list(dict.fromkeys(dialogue for dialogue, _ in side)) for side in sides if side is not None]
            if paired:
                both = list(dict.fromkeys(clusters[0] + clusters[1]))
                clusters, weights = [both, both], [_weights(len(both), random, resampling)] * 2
            else:
                weights = [_weights(len(names), random, resampling) for names in clusters]
            sums = [_sums(side, names) for side, names in zip(sides, clusters, strict=True) if side is not None]
            value = _contrast(sums, weights, resampling)
        found.append({"measure": f"true_{attribute}"} | value.model_dump())
    return found


def _named(said: Sequence[Said], truth: Truth, attribute: str) -> list[tuple[str, bool]] | None:
    """(dialogue, whether it is true) of each name of the attribute; None where no item has it."""
    fields = ATTRIBUTES[attribute]
    has = {item: {given.get(field, "") for field in fields} - {""} for item, given in truth.items()}
    words = sorted({value for values in has.values() for value in values}, key=lambda value: (-len(value), value))
    if not words:
        return None
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
    return [
        (dialogue, value in has[item])
        for dialogue, text, item in said
        if item in has
        for value in sorted(set(pattern.findall(text.lower())))
    ]


def _sums(named: Sequence[tuple[str, bool]], dialogues: Sequence[str]) -> Floats:
    """True names and all names of each dialogue, 2 x dialogues."""
    places = {dialogue: place for place, dialogue in enumerate(dialogues)}
    sums = np.zeros((2, len(places)))
    for dialogue, true in named:
        sums[:, places[dialogue]] += (true, 1)
    return sums


def _weights(clusters: int, random: np.random.Generator, resampling: ResamplingSettings) -> Floats:
    return estimate.resample(np.arange(clusters), random, resampling.draws)


def _contrast(sums: Sequence[Floats], weights: Sequence[Floats], resampling: ResamplingSettings) -> estimate.Estimate:
    """The share of the only side, or of the first less that of the second."""
    count = int(sum(side[1].sum() for side in sums))
    if any(side[1].sum() == 0 for side in sums):
        return estimate.undefined("none is named" if len(sums) == 1 else "none is named on one side", count)
    with np.errstate(invalid="ignore", divide="ignore"):
        draws = [(each @ side[0]) / (each @ side[1]) for side, each in zip(sums, weights, strict=True)]
    shares = [float(side[0].sum() / side[1].sum()) for side in sums]
    value, spread = (shares[0], draws[0]) if len(sums) == 1 else (shares[0] - shares[1], draws[0] - draws[1])
    clusters = min(side.shape[1] for side in sums)
    return estimate.from_draws(value, spread, count, resampling.confidence, clusters - 1)


def likeness(words: Vectors, seen: Vectors) -> Floats:
    """Of each recommendation: how often its words are more like its own item's picture than another's; .5 is chance.

    `words` and `seen` are unit vectors (n, dimensions) of the recommendations and of their items' visual descriptions.
    NaN where there is no other item.
    """
    if not len(words):
        return np.zeros(0)
    similarity = np.asarray(words, float) @ np.asarray(seen, float).T
    own = np.diag(similarity)[:, None]
    wins = (similarity < own - 1e-9) + 0.5 * (np.abs(similarity - own) <= 1e-9)
    # The item itself, and other recommendations of the same item, are no others.
    same = np.asarray(seen, float) @ np.asarray(seen, float).T > 1 - 1e-6
    others = (~same).sum(axis=1)
    return np.where(others > 0, (wins * ~same).sum(axis=1) / np.maximum(others, 1), np.nan)

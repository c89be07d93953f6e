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
from muse.quality.estimate import Vectors
from muse.quality.settings import ResamplingSettings

STAGE = "looks"
ATTRIBUTES = {"colour": ("colour", "second_colour"), "pattern": ("pattern",)}


def recommendations(dialogues: Sequence[Dialogue]) -> list[tuple[str, str, str]]:
    """(dialogue id, words, item) of each utterance of the assistant that shows exactly one picture."""
    return [
        (dialogue.dialogue_id, utterance.text, utterance.images[0])
        for dialogue in dialogues
        for utterance in dialogue.utterances
        if utterance.speaker == "assistant" and len(utterance.images) == 1
    ]


def true_share(
    said: Sequence[tuple[str, str, str]],
    truth: Mapping[str, Mapping[str, str]],
    resampling: ResamplingSettings,
    seed: int,
) -> dict[str, Any]:
    """By attribute: the share of named colours and patterns that the item has, as an estimate; `n` counts the names.

    A name counts if it is the value of some item of the catalog. The interval resamples dialogues.
    """
    found = {}
    for attribute, fields in ATTRIBUTES.items():
        has = {item: {given.get(field, "") for field in fields} - {""} for item, given in truth.items()}
        words = sorted({value for values in has.values() for value in values}, key=lambda value: (-len(value), value))
        if not words:
            found[attribute] = estimate.undefined("no true attributes at hand").model_dump()
            continue
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
        named = [
            (dialogue, value in has[item])
            for dialogue, text, item in said
            if item in has
            for value in sorted(set(pattern.findall(text.lower())))
        ]
        found[attribute] = _share(named, generator(seed, STAGE, attribute), resampling).model_dump()
    return found


def _share(
    named: Sequence[tuple[str, bool]], random: np.random.Generator, resampling: ResamplingSettings
) -> estimate.Estimate:
    if not named:
        return estimate.undefined("none is named")
    places = {dialogue: place for place, dialogue in enumerate(dict.fromkeys(dialogue for dialogue, _ in named))}
    count, right = np.zeros(len(places)), np.zeros(len(places))
    for dialogue, true in named:
        count[places[dialogue]] += 1
        right[places[dialogue]] += true
    clusters = len(places)
    weights = random.multinomial(clusters, np.full(clusters, 1 / clusters), resampling.draws).astype(float)
    value = float(right.sum() / count.sum())
    draws = estimate.unbiased(value, (weights @ right) / (weights @ count), clusters)
    return estimate.from_draws(value, draws, len(named), resampling.confidence, clusters - 1)


def likeness(words: Vectors, seen: Vectors, resampling: ResamplingSettings, seed: int) -> dict[str, Any]:
    """How often a recommendation is more like what was seen in its own item's picture than in another's: .5 is chance.

    `words` and `seen` are unit vectors (n, dimensions) of the recommendations and of their items' visual descriptions.
    """
    count = len(words)
    if count < 2:
        return estimate.undefined("fewer than two recommendations", count).model_dump()
    similarity = np.asarray(words, float) @ np.asarray(seen, float).T
    own = np.diag(similarity)[:, None]
    wins = (similarity < own - 1e-9) + 0.5 * (np.abs(similarity - own) <= 1e-9)
    # The item itself, and other recommendations of the same item, are no others.
    same = np.asarray(seen, float) @ np.asarray(seen, float).T > 1 - 1e-6
    others = (~same).sum(axis=1)
    shares = np.where(others > 0, (wins * ~same).sum(axis=1) / np.maximum(others, 1), np.nan)
    random = generator(seed, STAGE, "likeness")
    return estimate.mean(shares, random, resampling.draws, resampling.confidence).model_dump()

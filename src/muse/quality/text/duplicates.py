"""Dialogues that say the same: word for word, or nearly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from datasketch import MinHash, MinHashLSH

from muse.core.text import tokens
from muse.quality.dialogues import Dialogue
from muse.quality.estimate import Floats

SHINGLE = 5
PERMUTATIONS = 64


def duplicates(dialogues: Sequence[Dialogue], similarity: float) -> dict[str, Any]:
    """{"dialogues", "exact_share", "near_share"}: dialogues that another one equals, or is at least so similar to."""
    total = len(dialogues)
    return {
        "dialogues": total,
        "exact_share": float(exact_duplicates(dialogues).mean()) if total else None,
        "near_share": float(near_duplicates(dialogues, similarity).mean()) if total else None,
    }


def exact_duplicates(dialogues: Sequence[Dialogue]) -> Floats:
    """For each dialogue 1 where another one has the same set of 5-token shingles, else 0."""
    shingles = [frozenset(_shingles(dialogue)) for dialogue in dialogues]
    counted = Counter(shingles)
    return np.array([counted[own] > 1 for own in shingles], float)


def near_duplicates(dialogues: Sequence[Dialogue], similarity: float) -> Floats:
    """For each dialogue 1 where another one is at least so similar to it, else 0.

    Similarity is the Jaccard index of the sets of 5-token shingles. Candidates come from MinHash signatures
    (datasketch), each is then checked exactly: none that is counted is wrong, a few near the threshold may be missed.
    """
    shingles = [_shingles(dialogue) for dialogue in dialogues]
    index = MinHashLSH(threshold=similarity, num_perm=PERMUTATIONS)
    near = np.zeros(len(dialogues))
    for place, own in enumerate(shingles):
        signature = MinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update_batch([" ".join(shingle).encode() for shingle in sorted(own)])
        for other in index.query(signature):
            if _jaccard(own, shingles[other]) >= similarity:
                near[[place, other]] = 1
        index.insert(place, signature)
    return near


def _shingles(dialogue: Dialogue) -> set[tuple[str, ...]]:
    words = [word for utterance in dialogue.utterances for word in tokens(utterance.text)]
    return {tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1))}


def _jaccard(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)

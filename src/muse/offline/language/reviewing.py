"""Scores for a conversation, from what a careful reader would count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from muse.offline.language.items import find_noun, find_nouns


def scores(conversation: Sequence[str], requirements: Sequence[str]) -> dict[str, int]:
    """The three aspects, each 0..2."""
    texts = [line.partition(": ")[2] for line in conversation]
    words = [word for text in texts for word in re.findall(r"[a-z']+", text.lower())]
    richness = len(set(words)) / max(1, len(words)) ** 0.75
    repeated = len(texts) - len(set(texts))
    speakers = [line.split(" ", 1)[0] for line in conversation]
    double = sum(one == other for one, other in pairwise(speakers))
    users = " ".join(text for text, who in zip(texts, speakers, strict=True) if who == "User").lower()
    named = [need for need in requirements if any(word in users for word in need.lower().split() if len(word) > 3)]
    return {
        "content_quality": 2 if richness > 1.6 else 1 if richness > 1.0 else 0,
        "logical_fluency": max(0, 2 - repeated - double),
        "user_consistency": 2 if not requirements or named else 1,
    }


def context_problem(recommended: Sequence[str], conversation: Sequence[str]) -> str:
    """What does not fit about the recommended items, or nothing: the taken one must be of a kind that was spoken of."""
    wishes = [line.partition(": ")[2] for line in conversation if line.startswith("User (reject)")]
    spoken_of = {noun.family for wish in wishes for noun in find_nouns(wish)}
    last = find_noun(recommended[-1].split(" | ")[0]) if recommended else None
    fits = not spoken_of or last is None or last.family in spoken_of
    return "" if fits else "not of a kind that was asked for"

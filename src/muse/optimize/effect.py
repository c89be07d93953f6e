"""What the rewriter did to the texts: the same measures before and after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from muse.core.records import Turn

_WORD = re.compile(r"[a-z0-9']+")


def effect(turns: Sequence[Turn]) -> dict[str, Any]:
    """Shares of what was rewritten, refused and colloquial, and length and distinct-n before and after."""
    before = [_WORD.findall((turn.original_text or turn.text).lower()) for turn in turns]
    after = [_WORD.findall(turn.text.lower()) for turn in turns]
    count = max(1, len(turns))
    return {
        "rewritten_share": sum(turn.original_text is not None for turn in turns) / count,
        "refused_share": sum(turn.refused_text is not None for turn in turns) / count,
        "colloquial_share": sum(turn.colloquial for turn in turns) / count,
        "before": measures(before),
        "after": measures(after),
    }


def measures(utterances: Sequence[Sequence[str]]) -> dict[str, float]:
    """Mean length in words, and distinct-n: different n-grams by all n-grams (Li et al. 2016), within utterances."""
    return {
        "words_per_utterance": sum(map(len, utterances)) / max(1, len(utterances)),
        "distinct_2": distinct(utterances, 2),
        "distinct_3": distinct(utterances, 3),
    }


def distinct(utterances: Sequence[Sequence[str]], n: int) -> float:
    """Different n-grams by all n-grams; 0 where there are none."""
    grams = [tuple(words[i : i + n]) for words in utterances for i in range(len(words) - n + 1)]
    return len(set(grams)) / len(grams) if grams else 0.0

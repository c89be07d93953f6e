"""What the rewriter did to the texts: the same measures before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from muse.core.records import Turn
from muse.core.text import distinct, tokens


def effect(turns: Sequence[Turn]) -> dict[str, Any]:
    """Shares of what was rewritten, refused and colloquial, and length and distinct-n before and after."""
    before = [tokens(turn.original_text or turn.text) for turn in turns]
    after = [tokens(turn.text) for turn in turns]
    count = max(1, len(turns))
    return {
        "rewritten_share": sum(turn.original_text is not None for turn in turns) / count,
        "refused_share": sum(turn.refused_text is not None for turn in turns) / count,
        "colloquial_share": sum(turn.colloquial for turn in turns) / count,
        "before": measures(before),
        "after": measures(after),
    }


def measures(utterances: Sequence[Sequence[str]]) -> dict[str, float]:
    """Mean length in words and punctuation marks, and distinct-n within utterances."""
    return {
        "words_per_utterance": sum(map(len, utterances)) / max(1, len(utterances)),
        "distinct_2": distinct(utterances, 2),
        "distinct_3": distinct(utterances, 3),
    }

"""BLEU of one text against one other, from counts of shared n-grams."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

ORDER = 4
_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str) -> list[str]:
    """Lower-case words and punctuation marks."""
    return _TOKEN.findall(text.lower())


def sentence_bleu(hypothesis: list[str], reference: list[str]) -> float:
    """BLEU-4 in 0..1 with one reference (Papineni et al. 2002, eq. 3), not smoothed: without a shared 4-gram it is 0.

    exp(min(0, 1 - r/h)) * (p1 p2 p3 p4)^(1/4), where p_n is the clipped n-gram precision, h and r are the lengths.
    Equal to sacrebleu's sentence BLEU with smooth_method="none" on the same tokens.
    """
    matches = []
    for order in range(1, ORDER + 1):
        ours, theirs = (Counter(ngrams(text, order)) for text in (hypothesis, reference))
        matches.append((ours & theirs).total())
    return from_matches(matches, len(hypothesis), len(reference))


def ngrams(spoken: list[str], order: int) -> Iterator[tuple[str, ...]]:
    """The n-grams of a text, in order."""
    return zip(*(spoken[at:] for at in range(order)), strict=False)


def from_matches(matches: list[int], length: int, reference_length: int) -> float:
    """BLEU from the clipped matches of orders 1..4 and the lengths in tokens."""
    if min(matches) == 0:
        return 0.0
    logs = sum(math.log(match / (length - order)) for order, match in enumerate(matches)) / ORDER
    return math.exp(logs + min(0.0, 1 - reference_length / length))

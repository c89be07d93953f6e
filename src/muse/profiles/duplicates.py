"""Finding near-duplicates among thousands of texts without comparing all pairs, and without missing one."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from muse.profiles.bleu import ORDER, from_matches, ngrams, tokens

Ints = NDArray[np.int64]


class Earlier:
    """Texts kept so far, and the question whether a new one is too near to any of them.

    Exact: without smoothing, BLEU is above 0 only if a 4-gram is shared, so the texts in the postings of the new
    text's 4-grams are all that can matter. Clipped matches become plain set intersections when the second "the" of a
    text counts as another feature than the first. Orders are taken from 4 down to 1; after each, texts whose BLEU
    would stay below the limit even if all shorter n-grams matched are let go.
    """

    def __init__(self, max_bleu: float) -> None:
        self.max_bleu = max_bleu
        self._lengths = array("q")
        self._orders = [_Features() for _ in range(ORDER)]
        self._postings: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._lengths)

    def nearest(self, text: str) -> tuple[float, int] | None:
        """The highest BLEU above the limit, `text` being the hypothesis, and the index of that earlier text."""
        spoken = tokens(text)
        length = len(spoken)
        features = [order.of(_features(spoken, n)) for n, order in enumerate(self._orders, 1)]
        places = [self._postings[feature] for feature in features[-1].tolist() if feature in self._postings]
        if not places:
            return None
        shared = np.bincount(np.concatenate([np.frombuffer(place, dtype=np.int64) for place in places]))
        found = np.flatnonzero(shared)
        references = np.frombuffer(self._lengths, dtype=np.int64)[found]
        matches = [shared[found]]
        bound = np.minimum(0.0, 1 - references / length) + np.log(matches[0] / (length - ORDER + 1)) / ORDER
        for n in range(ORDER - 1, 0, -1):
            near = bound > math.log(self.max_bleu) - 1e-9
            found, bound, matches = found[near], bound[near], [match[near] for match in matches]
            if not len(found):
                return None
            matches.append(self._orders[n - 1].shared(features[n - 1], found))
            bound = bound + np.log(matches[-1] / (length - n + 1)) / ORDER
        best: tuple[float, int] | None = None
        for at, index in enumerate(found.tolist()):
            score = from_matches([int(match[at]) for match in reversed(matches)], length, self._lengths[index])
            if score > self.max_bleu and (best is None or score > best[0]):
                best = score, index
        return best

    def add(self, text: str) -> None:
        """Keep a text."""
        spoken = tokens(text)
        index = len(self._lengths)
        self._lengths.append(len(spoken))
        for n, order in enumerate(self._orders, 1):
            order.keep(_features(spoken, n))
        for feature in self._orders[-1].kept[-1].tolist():
            self._postings.setdefault(feature, array("q")).append(index)


class _Features:
    """Numbers for the n-grams of one order, and the numbers that each kept text holds."""

    def __init__(self) -> None:
        self.kept: list[Ints] = []
        self._numbers: dict[tuple[object, ...], int] = {}
        self._mark = np.zeros(1024, dtype=bool)

    def of(self, features: Iterator[tuple[object, ...]]) -> Ints:
        """Numbers of those features that are known."""
        known = (self._numbers.get(feature) for feature in features)
        return np.array([number for number in known if number is not None], dtype=np.int64)

    def keep(self, features: Iterator[tuple[object, ...]]) -> None:
        """Number a text's features and hold them."""
        numbers = [self._numbers.setdefault(feature, len(self._numbers)) for feature in features]
        self.kept.append(np.array(numbers, dtype=np.int64))
        if len(self._numbers) > len(self._mark):
            self._mark = np.zeros(2 * len(self._numbers), dtype=bool)

    def shared(self, numbers: Ints, texts: Ints) -> Ints:
        """How many of these features each of these kept texts holds."""
        held = [self.kept[index] for index in texts.tolist()]
        self._mark[numbers] = True
        hits = self._mark[np.concatenate(held)]
        self._mark[numbers] = False
        starts = np.cumsum([0, *map(len, held[:-1])])
        counts: Ints = np.add.reduceat(hits, starts, dtype=np.int64)
        return counts


def _features(spoken: list[str], order: int) -> Iterator[tuple[object, ...]]:
    """The n-grams, the second occurrence of one told from its first."""
    times: Counter[tuple[str, ...]] = Counter()
    for gram in ngrams(spoken, order):
        times[gram] += 1
        yield (*gram, times[gram])

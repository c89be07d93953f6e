"""Finding near-duplicates among thousands of texts without comparing all pairs, and without missing one."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from muse.profiles.bleu import ORDER, from_matches, ngrams, tokens

Feature = tuple[object, ...]
Ints = NDArray[np.int64]


class Earlier:
    """Texts kept so far, and the question whether a new one is too near to any of them.

    Exact: without smoothing, BLEU is above 0 only if a 4-gram is shared, so the texts in the postings of the new
    text's 4-grams are all that can matter. Clipped matches become plain set intersections when the second "the" of a
    text counts as another feature than the first. Orders are taken from 4 down to 1; after each, texts whose BLEU
    would stay below the limit even if all shorter n-grams matched are let go, and mostly none is left for the long
    postings of single words.
    """

    def __init__(self, max_bleu: float) -> None:
        self.max_bleu = max_bleu
        self._lengths = array("i")
        self._postings: list[dict[Feature, array[int]]] = [{} for _ in range(ORDER)]  # the texts that hold a feature

    def __len__(self) -> int:
        return len(self._lengths)

    def keep_unless_near(self, text: str) -> tuple[float, int] | None:
        """The highest BLEU above the limit, `text` being the hypothesis, and the index of that earlier text.

        Where there is none, the text is kept, under the next index.
        """
        spoken = tokens(text)
        features = [list(_features(spoken, order)) for order in range(1, ORDER + 1)]
        near = self._nearest(len(spoken), features)
        if near is None:
            self._keep(len(spoken), features)
        return near

    def _nearest(self, length: int, features: list[list[Feature]]) -> tuple[float, int] | None:
        shared = self._shared(features, ORDER)
        found = np.flatnonzero(shared)
        if not len(found):
            return None
        references = np.frombuffer(self._lengths, dtype=np.int32)[found]
        matches = [shared[found]]
        bound = np.minimum(0.0, 1 - references / length) + np.log(matches[0] / (length - ORDER + 1)) / ORDER
        for n in range(ORDER - 1, 0, -1):
            near = bound > math.log(self.max_bleu) - 1e-9
            found, bound, matches = found[near], bound[near], [match[near] for match in matches]
            if not len(found):
                return None
            matches.append(self._shared(features, n)[found])
            bound = bound + np.log(matches[-1] / (length - n + 1)) / ORDER
        best: tuple[float, int] | None = None
        for at, index in enumerate(found.tolist()):
            score = from_matches([int(match[at]) for match in reversed(matches)], length, self._lengths[index])
            if score > self.max_bleu and (best is None or score > best[0]):
                best = score, index
        return best

    def _shared(self, features: list[list[Feature]], order: int) -> Ints:
        """How many of the features of this order each kept text holds."""
        held = (self._postings[order - 1].get(feature) for feature in features[order - 1])
        texts = np.frombuffer(b"".join(texts for texts in held if texts is not None), dtype=np.int32)
        return np.bincount(texts, minlength=len(self))

    def _keep(self, length: int, features: list[list[Feature]]) -> None:
        index = len(self._lengths)
        self._lengths.append(length)
        for postings, held in zip(self._postings, features, strict=True):
            for feature in held:
                postings.setdefault(feature, array("i")).append(index)


def _features(spoken: list[str], order: int) -> Iterator[Feature]:
    """The n-grams, the second occurrence of one told from its first."""
    before: Counter[tuple[str, ...]] = Counter()
    for gram in ngrams(spoken, order):
        times = before[gram]
        before[gram] += 1
        yield (*gram, times) if times else gram

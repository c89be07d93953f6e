"""Which conversations belong together: records that share something that must not cross a split."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

_WORD = re.compile(r"\w+")
SHINGLE_WORDS = 3


class UnionFind:
    """Disjoint sets of 0..count-1; a set's name is its smallest member."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def find(self, member: int) -> int:
        """The smallest member of the set that `member` is in."""
        while self.parent[member] != member:
            self.parent[member] = self.parent[self.parent[member]]
            member = self.parent[member]
        return member

    def union(self, one: int, other: int) -> None:
        """Join the two sets."""
        one, other = self.find(one), self.find(other)
        self.parent[max(one, other)] = min(one, other)

    def sets(self) -> list[list[int]]:
        """All sets, members ascending, in the order of their smallest members."""
        members: dict[int, list[int]] = defaultdict(list)
        for member in range(len(self.parent)):
            members[self.find(member)].append(member)
        return list(members.values())


def same(keys: Iterable[Hashable | None]) -> Iterator[tuple[int, int]]:
    """Pairs (first, later) of positions with an equal key; None equals nothing."""
    first: dict[Hashable, int] = {}
    for position, key in enumerate(keys):
        if key is None:
            continue
        if key in first:
            yield first[key], position
        else:
            first[key] = position


def shingles(text: str) -> frozenset[str]:
    """The text's word 3-grams, lower case; a shorter text is one shingle, an empty one none."""
    words = _WORD.findall(text.lower())
    last = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    return frozenset(" ".join(words[start : start + SHINGLE_WORDS]) for start in range(last))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Size of the intersection over size of the union (Jaccard 1901); 0 for two empty sets."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def near_duplicates(texts: Sequence[str], threshold: float) -> Iterator[tuple[int, int]]:
    """All pairs of positions whose texts' shingles have a Jaccard similarity of at least `threshold`.

    Exact, by prefix filtering (Chaudhuri et al. 2006; Bayardo et al. 2007): with shingles ordered from rare to
    common, two sets that similar share one of their first |s| - ceil(threshold |s|) + 1.
    """
    sets = [shingles(text) for text in texts]
    frequency = Counter(shingle for each in sets for shingle in each)
    seen: dict[str, list[int]] = defaultdict(list)
    for position, own in enumerate(sets):
        rare_first = sorted(own, key=lambda shingle: (frequency[shingle], shingle))
        # 1e-9: a product such as 0.7 * 10 may land just above the integer it stands for.
        prefix = rare_first[: len(own) - math.ceil(threshold * len(own) - 1e-9) + 1]
        for other in sorted({other for shingle in prefix for other in seen[shingle]}):
            if jaccard(own, sets[other]) >= threshold:
                yield other, position
        for shingle in prefix:
            seen[shingle].append(position)


def closest_apart(texts: Sequence[str], places: Sequence[Hashable], least: float) -> tuple[float, int, int] | None:
    """Similarity and positions of the most similar texts in different places; None where all are below `least`.

    The first of equally similar pairs is taken. Thresholds are halved until some pair reaches one, which spares
    comparing all with all.
    """
    threshold = 1.0
    while threshold > least:
        threshold = max(threshold / 2, least)
        apart = [pair for pair in near_duplicates(texts, threshold) if places[pair[0]] != places[pair[1]]]
        if apart:
            sets = {place: shingles(texts[place]) for pair in apart for place in pair}
            found = [(jaccard(sets[one], sets[other]), one, other) for one, other in apart]
            return max(found, key=lambda pair: (pair[0], -pair[1], -pair[2]))
    return None

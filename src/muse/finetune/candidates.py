"""What is ranked: the target among hard, near and random others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from muse.core.errors import MuseError
from muse.core.records import Item
from muse.core.seeding import generator
from muse.finetune.settings import CandidateSettings

_WORD = re.compile(r"[a-z]+")


class Hit(Protocol):
    """One answer of the index."""

    @property
    def item_id(self) -> str:
        """The item found."""
        ...


class Search(Protocol):
    """What is asked of `muse.catalog.index.Index`."""

    def search(self, text: str | None, image: Path | None, k: int, exclude: Collection[str] = ()) -> Sequence[Hit]:
        """The `k` items most like the text and the image."""
        ...


class Candidates:
    """Draws the others to a target; the same target and exclusions always give the same candidates."""

    def __init__(
        self, items: Sequence[Item], images: Path, index: Search, settings: CandidateSettings, seed: int
    ) -> None:
        if len(items) < settings.total:
            raise MuseError(
                f"{len(items)} items cannot give {settings.total} candidates",
                remedy="lower finetune.candidates.total or use a larger catalog",
            )
        self._by_id = {item.item_id: item for item in items}
        self._ids = [item.item_id for item in items]
        self._by_category: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            self._by_category[item.category].append(item)
        self._images, self._index, self._settings, self._seed = images, index, settings, seed

    def around(self, target: str, exclude: Collection[str]) -> tuple[str, ...]:
        """The target and the others, shuffled; `exclude` (what was shown before) is left out."""
        item = self._by_id[target]
        taken = {target, *exclude}
        chosen = self._take(self._hard(item), self._settings.hard, taken)
        chosen += self._take(self._near(item), self._settings.near, taken)
        draws = generator(self._seed, "finetune-candidates", target)
        order = [self._ids[place] for place in draws.permutation(len(self._ids))]
        chosen += self._take(order, self._settings.total - 1 - len(chosen), taken)
        everyone = [target, *chosen]
        return tuple(everyone[place] for place in draws.permutation(len(everyone)))

    @staticmethod
    def _take(ids: Sequence[str], count: int, taken: set[str]) -> list[str]:
        chosen = [item_id for item_id in ids if item_id not in taken][:count]
        taken.update(chosen)
        return chosen

    def _hard(self, item: Item) -> list[str]:
        """Others of the category whose picture looks different, those with the most similar titles first."""
        words = title_words(item)
        others = [
            other
            for other in self._by_category[item.category]
            if other.item_id != item.item_id and other.visual_description != item.visual_description
        ]
        others.sort(key=lambda other: (-_overlap(words, title_words(other)), other.item_id))
        return [other.item_id for other in others]

    def _near(self, item: Item) -> list[str]:
        size = min(len(self._ids), 4 * self._settings.total)
        hits = self._index.search(item.title, self._images / item.image, size, exclude=(item.item_id,))
        return [hit.item_id for hit in hits]


def title_words(item: Item) -> frozenset[str]:
    """The distinct words of a title, lower case."""
    return frozenset(_WORD.findall(item.title.lower()))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard similarity."""
    return len(one & other) / max(1, len(one | other))

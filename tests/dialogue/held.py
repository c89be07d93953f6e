"""Runs `muse converse` with a search by shared words in the place of the index: `python held.py --config ..`.

The steps' own tests use it in process, the test of the kills as a process of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from muse.catalog.index import Hit
from muse.core.files import read_jsonl
from muse.core.records import Item
from muse.steps import _dialogue


class WordIndex:
    """Finds the items that share most words with a query; reads the items' file where the index would be."""

    def __init__(self, items: list[Item]) -> None:
        self._words = {item.item_id: set(_words(f"{item.title} {item.visual_description}")) for item in items}

    @classmethod
    def load(cls, path: Path) -> WordIndex:
        return cls(read_jsonl(path, Item))

    def search(self, text: str, image: Path | None, k: int, exclude: Collection[str] = ()) -> list[Hit]:
        asked = set(_words(text))
        shared = {item: len(words & asked) for item, words in self._words.items() if item not in exclude}
        best = sorted(shared, key=lambda item: (-shared[item], item))[:k]
        return [Hit(item, float(shared[item])) for item in best]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


if __name__ == "__main__":
    from muse.steps.converse import main

    here: Any = _dialogue
    here.Index = WordIndex
    sys.argv[0] = "converse"
    main()

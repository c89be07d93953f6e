"""Words as they stand: BM25 over the items' search texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np

_WORD = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """Lower-case words, a plural's final s taken off: "Women's striped DRESSES" is women striped dresse.

    Both sides of a search are cut alike, so a stem need not be a word.
    """
    return [_stem(word) for word in _WORD.findall(text.lower()) if len(word) > 1 and word not in _STOP]


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_STOP_TEXT = """
    a an and are as at be but by for from has have he her him his i if in into is it its me my no not of on or our she
    so such that the their them then there these they this to us was we were will with would you your
"""
_STOP = frozenset(_STOP_TEXT.split())


class Words:
    """BM25 (Robertson and Zaragoza 2009, as in Lucene) with scores computed when the index is built."""

    def __init__(self, ranker: bm25s.BM25) -> None:
        self._ranker = ranker

    @classmethod
    def build(cls, texts: Sequence[str]) -> Words:
        """Of the texts, by row number."""
        found = [tokens(text) or [""] for text in texts]
        # Numbered in sorted order: left to itself the library numbers words as a set yields them, anew each time.
        numbers = {word: number for number, word in enumerate(sorted({word for words in found for word in words}))}
        ranker = bm25s.BM25()
        ranker.index(([[numbers[word] for word in words] for words in found], numbers), show_progress=False)
        return cls(ranker)

    def best(self, query: str, count: int) -> list[int]:
        """Row numbers of the best matches, best first; equal ones in row order, rows without a common word never."""
        known = [word for word in tokens(query) if word in self._ranker.vocab_dict]
        if not known:
            return []
        scores = self._ranker.get_scores(known)
        matched = np.flatnonzero(scores > 0)
        if len(matched) > count:
            floor = np.partition(scores[matched], len(matched) - count)[len(matched) - count]
            matched = matched[scores[matched] >= floor]
        ranked: list[int] = matched[np.argsort(-scores[matched], kind="stable")][:count].tolist()
        return ranked

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        self._ranker.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> Words:
        """Read from a folder."""
        return cls(bm25s.BM25.load(folder, show_progress=False))

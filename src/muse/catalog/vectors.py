"""Nearest vectors by inner product: exact for small catalogs, a graph (HNSW) beyond."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import faiss
import numpy as np

from muse.catalog.encoders import Matrix

# Malkov and Yashunin 2018: links a node, and the width of the search while building and while asking.
LINKS, BUILD_WIDTH, SEARCH_WIDTH = 32, 200, 128


class Vectors:
    """Unit vectors by row number. The same rows give the same index, byte for byte: it is built on one thread."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(cls, rows: Matrix, exact_up_to: int) -> Vectors:
        """Of rows (n, dimensions), each of length 1: exact when n is at most `exact_up_to`."""
        if len(rows) <= exact_up_to:
            index: Any = faiss.IndexFlatIP(rows.shape[1])
        else:
            index = faiss.IndexHNSWFlat(rows.shape[1], LINKS, faiss.METRIC_INNER_PRODUCT)
            index.hnsw.efConstruction = BUILD_WIDTH
        faiss.omp_set_num_threads(1)
        index.add(rows)
        return cls(index)

    @property
    def exact(self) -> bool:
        """Whether no neighbour can be missed."""
        return isinstance(self._index, faiss.IndexFlat)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def nearest(self, query: Matrix, count: int) -> list[int]:
        """Row numbers of the `count` nearest to a query (dimensions,), nearest first; equal ones in row order."""
        faiss.omp_set_num_threads(1)
        if not self.exact:
            graph: Any = faiss.downcast_index(self._index)
            graph.hnsw.efSearch = max(SEARCH_WIDTH, count)
        scores, rows = self._index.search(query.reshape(1, -1), min(count, len(self)))
        pairs = zip((-scores[0]).tolist(), rows[0].tolist(), strict=True)
        return [row for _, row in sorted(pairs) if row >= 0]

    def row(self, number: int) -> Matrix:
        """One vector back."""
        vector: Matrix = np.asarray(self._index.reconstruct(number), np.float32)
        return vector

    def save(self, path: Path) -> None:
        """Write to a file."""
        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> Vectors:
        """Read from a file."""
        return cls(faiss.read_index(str(path)))

"""Nearest vectors by inner product: exact for small catalogs, by cells (an inverted file) beyond."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from muse.catalog.encoders import Matrix

# Sivic and Zisserman 2003, Jegou, Douze and Schmid 2011: cells for n rows, how many of them a query looks into, and
# from how many rows each cell's middle is learned. Built on one thread, as faiss builds a graph of neighbours (HNSW)
# alike only there, and there slowly.
CELLS_A_ROOT, PROBES, ROWS_A_CELL = 4, 32, 40


class Vectors:
    """Unit vectors by row number. The same rows give the same index, byte for byte."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(cls, rows: Matrix, exact_up_to: int) -> Vectors:
        """Of rows (n, dimensions), each of length 1: exact when n is at most `exact_up_to`."""
        faiss.omp_set_num_threads(1)
        dimensions = rows.shape[1]
        flat: Any = faiss.IndexFlatIP(dimensions)
        if len(rows) <= exact_up_to:
            flat.add(rows)
            return cls(flat)
        cells = min(max(1, round(CELLS_A_ROOT * math.sqrt(len(rows)))), len(rows))
        index: Any = faiss.IndexIVFFlat(flat, dimensions, cells, faiss.METRIC_INNER_PRODUCT)
        index.cp.max_points_per_centroid = ROWS_A_CELL
        index.cp.min_points_per_centroid = 1
        index.cp.spherical = True
        index.train(rows)
        index.add(rows)
        index.make_direct_map()  # where each row is, for `row`
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
            # enough cells for `count` rows, however few rows a cell holds
            self._index.nprobe = max(PROBES, math.ceil(2 * count * self._index.nlist / len(self)))
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

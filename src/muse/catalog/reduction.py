"""Image vectors made short: the directions in which a catalog's pictures differ."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from muse.catalog.encoders import Matrix, unit

NEGLIGIBLE = 1e-6  # share of the largest variance below which a direction is noise


class Reduction:
    """An affine map to few dimensions, and scaling to length 1."""

    def __init__(self, mean: Matrix, basis: Matrix) -> None:
        self._mean, self._basis = mean, basis

    @classmethod
    def fit(cls, rows: Matrix, dimensions: int, whitening: float) -> Reduction:
        """Principal components (Jolliffe 2002) of rows (n, wide), at most `dimensions` of them.

        Each component is divided by the power `whitening` of its standard deviation: 0 leaves likeness as it is, 1
        counts all components alike (Jegou and Chum 2012).
        """
        mean = rows.mean(0)
        centred = (rows - mean).astype(np.float64)
        variances, directions = np.linalg.eigh(centred.T @ centred / len(rows))
        variances, directions = variances[::-1], directions[:, ::-1]
        kept = max(1, min(dimensions, int((variances > NEGLIGIBLE * variances[0]).sum())))
        spread = np.maximum(variances[:kept], np.finfo(np.float32).eps) ** (whitening / 2)
        return cls(mean, (directions[:, :kept] / spread).astype(np.float32))

    @classmethod
    def none(cls, dimensions: int) -> Reduction:
        """The map that leaves vectors as they are: where texts have their own vectors among those of pictures."""
        return cls(np.zeros(dimensions, np.float32), np.eye(dimensions, dtype=np.float32))

    def apply(self, rows: Matrix) -> Matrix:
        """(n, wide) to (n, dimensions), each of length 1."""
        return unit(np.asarray((rows - self._mean) @ self._basis, np.float32))

    def save(self, path: Path) -> None:
        """Write to a file (.npz)."""
        np.savez(path, mean=self._mean, basis=self._basis)

    @classmethod
    def load(cls, path: Path) -> Reduction:
        """Read from a file."""
        parts = np.load(path)
        return cls(parts["mean"], parts["basis"])

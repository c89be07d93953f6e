"""From texts to pictures: what the picture of an item of this text would look like, as the catalog has it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from muse.catalog.encoders import Matrix, unit


class Bridge:
    """A linear map from text vectors to image vectors, for backbones that know pictures alone."""

    def __init__(self, weights: Matrix, text_mean: Matrix, image_mean: Matrix) -> None:
        self._weights, self._text_mean, self._image_mean = weights, text_mean, image_mean

    @classmethod
    def fit(cls, texts: Matrix, pictures: Matrix, penalty: float) -> Bridge:
        """Ridge regression (Hoerl and Kennard 1970) on the items themselves, row by row, about their means."""
        text_mean, image_mean = texts.mean(0), pictures.mean(0)
        centred = (texts - text_mean).astype(np.float64)
        with threadpool_limits(1):  # sums over rows come out alike whatever number of cores there is
            square = centred.T @ centred + penalty * np.eye(texts.shape[1])
            weights = np.linalg.solve(square, centred.T @ (pictures - image_mean).astype(np.float64))
        return cls(weights.astype(np.float32), text_mean, image_mean)

    def picture(self, text: Matrix) -> Matrix:
        """The image vector that a text vector leads to: (text dimensions,) to (image dimensions,), of length 1."""
        imagined = (text - self._text_mean) @ self._weights + self._image_mean
        vector: Matrix = unit(imagined[None].astype(np.float32))[0]
        return vector

    def save(self, path: Path) -> None:
        """Write to a file (.npz)."""
        np.savez(path, weights=self._weights, text_mean=self._text_mean, image_mean=self._image_mean)

    @classmethod
    def load(cls, path: Path) -> Bridge:
        """Read from a file."""
        parts = np.load(path)
        return cls(parts["weights"], parts["text_mean"], parts["image_mean"])

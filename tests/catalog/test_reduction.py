from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from muse.catalog.reduction import Reduction

# Four points on a cross: along the first axis the variance is 4 / 2 = 2, along the second 1 / 2, along the third none.
CROSS = np.array([[2, 0, 5], [-2, 0, 5], [0, 1, 5], [0, -1, 5]], np.float32)


def test_directions_and_whitening_by_hand() -> None:
    # centred (1, 1, 0): each component is divided by its variance, 2 or 1 / 2, to the power of half the whitening
    point = np.array([[1, 1, 5]], np.float32)
    for whitening in (0.0, 0.5, 1.0):
        expected = np.array([2.0, 0.5]) ** (-whitening / 2)
        found = np.abs(Reduction.fit(CROSS, 3, whitening).apply(point)[0])
        assert found == pytest.approx(expected / np.linalg.norm(expected), abs=1e-6)


def test_the_directions_of_most_variance_are_kept_and_those_of_none_left_out() -> None:
    assert Reduction.fit(CROSS, 1, 0.0).apply(CROSS).shape == (4, 1)
    assert Reduction.fit(CROSS, 3, 0.0).apply(CROSS).shape == (4, 2)
    assert np.abs(Reduction.fit(CROSS, 1, 0.0).apply(CROSS)[:2]).tolist() == [[1], [1]]


def test_likeness_is_kept_where_nothing_is_cut() -> None:
    rows = np.random.default_rng(0).standard_normal((50, 6)).astype(np.float32)
    centred = rows - rows.mean(0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    short = Reduction.fit(rows, 6, 0.0).apply(rows)
    np.testing.assert_allclose(short @ short.T, centred @ centred.T, atol=1e-5)


def test_one_picture_or_many_alike_are_no_trouble() -> None:
    for count in (1, 5):
        assert np.isfinite(
            Reduction.fit(np.ones((count, 4), np.float32), 2, 0.5).apply(np.eye(4, dtype=np.float32))
        ).all()


def test_none_changes_nothing_but_the_length() -> None:
    assert Reduction.none(2).apply(np.array([[3, 4]], np.float32)).tolist() == pytest.approx(np.array([[0.6, 0.8]]))


def test_saved_and_loaded_it_does_the_same(tmp_path: Path) -> None:
    made = Reduction.fit(CROSS, 2, 0.5)
    made.save(tmp_path / "r.npz")
    assert Reduction.load(tmp_path / "r.npz").apply(CROSS).tobytes() == made.apply(CROSS).tobytes()

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from muse.catalog.encoders import Matrix, unit
from muse.catalog.vectors import Vectors


def rows(count: int, dimensions: int = 32, seed: int = 0) -> Matrix:
    """Vectors in clumps, as those of texts are."""
    random = np.random.default_rng(seed)
    middles = random.normal(size=(max(count // 50, 1), dimensions))
    return unit(
        (middles[random.integers(0, len(middles), count)] + 0.5 * random.normal(size=(count, dimensions))).astype(
            np.float32
        )
    )


def by_hand(vectors: Matrix, query: Matrix, count: int) -> list[int]:
    return np.argsort(-(vectors @ query), kind="stable")[:count].tolist()


def test_small_catalogs_are_searched_exactly() -> None:
    vectors = rows(500)
    index = Vectors.build(vectors, exact_up_to=500)
    assert index.exact
    for query in rows(20, seed=1):
        assert index.nearest(query, 8) == by_hand(vectors, query, 8)


def test_equal_vectors_come_in_row_order() -> None:
    index = Vectors.build(np.repeat(rows(1), 40, axis=0), exact_up_to=100)
    assert index.nearest(rows(1)[0], 40) == list(range(40))


def test_beyond_the_limit_nearly_all_neighbours_are_found() -> None:
    vectors = rows(3000)
    index = Vectors.build(vectors, exact_up_to=2999)
    assert not index.exact
    found = [len(set(index.nearest(query, 8)) & set(by_hand(vectors, query, 8))) for query in rows(100, seed=1)]
    assert np.mean(found) / 8 >= 0.95


@pytest.mark.parametrize("exact_up_to", [0, 1000])
def test_the_same_rows_give_the_same_bytes_and_answers(tmp_path: Path, exact_up_to: int) -> None:
    for name in ("a", "b"):
        Vectors.build(rows(600), exact_up_to).save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    loaded, built = Vectors.load(tmp_path / "a"), Vectors.build(rows(600), exact_up_to)
    assert loaded.exact == built.exact
    assert [loaded.nearest(query, 8) for query in rows(9, seed=2)] == [built.nearest(q, 8) for q in rows(9, seed=2)]


def test_more_asked_for_than_there_are() -> None:
    for exact_up_to in (0, 10):
        assert sorted(Vectors.build(rows(5), exact_up_to).nearest(rows(1)[0], 50)) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("exact_up_to", [0, 1000])
def test_a_row_comes_back(tmp_path: Path, exact_up_to: int) -> None:
    vectors = rows(300)
    Vectors.build(vectors, exact_up_to).save(tmp_path / "v")
    np.testing.assert_allclose(Vectors.load(tmp_path / "v").row(123), vectors[123])

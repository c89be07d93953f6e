from __future__ import annotations

from pathlib import Path

import numpy as np

from muse.catalog.bridge import Bridge
from muse.catalog.encoders import Matrix, unit


def made(count: int = 400) -> tuple[Matrix, Matrix]:
    """Texts, and pictures that are a linear map of them with a little noise."""
    random = np.random.default_rng(0)
    texts = unit(random.normal(size=(count, 12)).astype(np.float32))
    return texts, unit(
        (texts @ random.normal(size=(12, 20)) + 0.02 * random.normal(size=(count, 20))).astype(np.float32)
    )


def test_the_weights_are_those_of_the_augmented_least_squares() -> None:
    # Ridge regression is least squares with sqrt(penalty) I under the inputs and 0 under the outputs.
    texts, pictures = made(50)
    x, y = texts - texts.mean(0), pictures - pictures.mean(0)
    expected, *_ = np.linalg.lstsq(np.vstack([x, np.sqrt(0.7) * np.eye(12)]), np.vstack([y, np.zeros((12, 20))]))
    np.testing.assert_allclose(Bridge.fit(texts, pictures, 0.7)._weights, expected, atol=1e-5)


def test_an_unseen_text_leads_to_its_picture() -> None:
    texts, pictures = made()
    bridge = Bridge.fit(texts[:300], pictures[:300], 0.1)
    nearest = [int(np.argmax(pictures @ bridge.picture(text))) for text in texts[300:]]
    assert np.mean(np.array(nearest) == np.arange(300, 400)) > 0.9


def test_saved_and_loaded_and_saved_again(tmp_path: Path) -> None:
    texts, pictures = made(30)
    bridge = Bridge.fit(texts, pictures, 1.0)
    bridge.save(tmp_path / "a.npz")
    loaded = Bridge.load(tmp_path / "a.npz")
    loaded.save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    np.testing.assert_array_equal(loaded.picture(texts[0]), bridge.picture(texts[0]))

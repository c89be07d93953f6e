from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.signal import correlate2d

from muse.core.errors import MuseError
from muse.offline.vision.eye import net as packaged
from muse.offline.vision.net import Net


def layer(name: str, weight: np.ndarray, scale: float = 1.0) -> dict[str, np.ndarray]:
    """A layer of `weight` (outputs, side, side, inputs)."""
    flat = weight.reshape(len(weight), -1).astype(np.int8)
    ones = np.ones(len(weight), np.float32)
    return {f"{name}.weight": flat, f"{name}.scale": ones * np.float32(scale), f"{name}.bias": 0 * ones}


def small(random: np.random.Generator, side: int, stride: int, pad: int) -> tuple[Net, np.ndarray]:
    kernel = random.integers(-3, 4, (2, side, side, 3))
    one = np.ones((1, 1, 1, 1))
    arrays = layer("c1", kernel, 0.01) | layer("narrow", np.ones((1, 1, 1, 2)))
    arrays |= layer("blend", np.ones((1, 3, 3, 3)), 0.01) | layer("grid", one) | layer("hidden", np.ones((1, 4, 4, 1)))
    arrays |= layer("head.garment", np.array([[1], [-1]]).reshape(2, 1, 1, 1), 0.01)
    plan = {"size_px": 8, "trunk": [["c1", side, stride, pad]], "near": "c1", "heads": {"garment": ["a", "b"]}}
    return Net(plan, arrays), kernel


@pytest.mark.parametrize(("side", "stride", "pad"), [(3, 2, 1), (6, 4, 1), (1, 1, 0)])
def test_convolution_against_scipy(side: int, stride: int, pad: int) -> None:
    random = np.random.default_rng(3)
    net, kernel = small(random, side, stride, pad)
    flow = random.integers(0, 128, (8, 8, 3)).astype(np.float32)
    padded = np.pad(flow, ((pad, pad), (pad, pad), (0, 0)))
    for output in range(2):
        sums = sum(correlate2d(padded[..., c], kernel[output, ..., c], "valid") for c in range(3))
        expected = np.clip(np.rint(np.float32(0.01) * sums[::stride, ::stride].astype(np.float32)), 0, 127)
        assert np.array_equal(net._convolve("c1", flow, side, stride, pad)[..., output], expected)


def test_probabilities_and_repeatable() -> None:
    net, _ = small(np.random.default_rng(4), 3, 2, 1)
    picture = np.random.default_rng(5).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    heads, grid = net(picture)
    assert heads["garment"].sum() == pytest.approx(1, abs=1e-6)
    assert grid.shape == (4, 4)
    assert ((grid >= 0) & (grid <= 1)).all()
    again = net(picture.copy())
    assert again[0]["garment"].tobytes() == heads["garment"].tobytes()
    assert again[1].tobytes() == grid.tobytes()


@pytest.mark.parametrize("view", ["whole", "cloth"])
def test_sums_of_the_packaged_weights_stay_exact(view: str) -> None:
    arrays = packaged(view).arrays
    for name, weight in arrays.items():
        if name.endswith(".weight"):
            assert weight.dtype == np.int8
            largest = np.abs(weight.astype(np.int64)).sum(axis=1).max() * 127
            assert largest < (2**53 if name.startswith(("head.", "hidden", "grid")) else 2**24), name


def test_unreadable_weights_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    path.write_bytes(b"nothing")
    with pytest.raises(MuseError, match="unreadable weights"):
        Net.load(path)

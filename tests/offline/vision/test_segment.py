from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from muse.offline.vision.pixels import Picture, to_lab
from muse.offline.vision.segment import STEP, garment_mask, plain_ground_mask


def drawn(ground: tuple[int, int, int], fill: tuple[int, int, int], *, seed: int | None = None) -> Picture:
    """A block of 100 x 120 pixels in a picture of 192 x 192, on a plain or a noisy ground."""
    image = Image.new("RGB", (192, 192), ground)
    ImageDraw.Draw(image).rectangle([46, 36, 145, 155], fill=fill)
    rgb = np.asarray(image).astype(int)
    if seed is not None:
        rgb = rgb + np.random.default_rng(seed).normal(0, 6, rgb.shape).astype(int)
    made = np.clip(rgb, 0, 255).astype(np.uint8)
    return Picture(made, to_lab(made))


TRUE = np.zeros((192, 192), bool)
TRUE[36:156, 46:146] = True
TRUE = TRUE[::STEP, ::STEP]


def overlap(mask: np.ndarray) -> float:
    return float((mask & TRUE).sum() / (mask | TRUE).sum())


def test_block_on_a_plain_ground() -> None:
    mask, sure = plain_ground_mask(drawn((240, 240, 238), (180, 30, 40)))
    assert overlap(mask) > 0.97
    assert sure == 1.0


def test_pale_block_on_a_pale_ground() -> None:
    assert overlap(plain_ground_mask(drawn((198, 200, 202), (247, 246, 243), seed=1))[0]) > 0.9


def test_nothing_but_ground_is_unsure() -> None:
    _, sure = plain_ground_mask(drawn((200, 200, 200), (200, 200, 200)))
    assert sure <= 0.2


def test_colour_sharpens_a_coarse_grid() -> None:
    grid = np.full((12, 12), 0.1, np.float32)
    grid[3:9, 3:9] = 0.9  # roughly right, and 8 pixels short on every side
    mask, _ = garment_mask(drawn((120, 90, 60), (40, 70, 200), seed=2), grid)
    assert overlap(mask) > 0.9


def test_a_grid_that_sees_nothing_gives_the_centre_and_no_trust() -> None:
    mask, sure = garment_mask(drawn((120, 90, 60), (120, 90, 60)), np.zeros((12, 12), np.float32))
    assert mask[48, 48]
    assert not mask[0, 0]
    assert sure <= 0.2

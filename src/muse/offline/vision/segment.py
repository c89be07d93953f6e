"""The garment set apart from what lies behind it."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy import ndimage
from scipy.spatial.distance import cdist

from muse.offline.vision.pixels import Bytes, Floats, Mask, Picture, padding

STEP = 2  # masks are made on every second pixel of a picture, both ways
BORDER = 0.04
NEAR = 12.0
CELL = 9.0
TRUST = 1.5
ROUNDS = 2


def plain_ground_mask(picture: Picture) -> tuple[Mask, float]:
    """Where the garment is in a picture with a plain background, and how sure that is (0..1).

    A pixel is background when its colour is within NEAR (CIELAB distance) of a colour that the border has and it is
    joined to the border through such pixels; of the rest the pieces that matter are kept and their holes filled.
    Needs no network: it teaches the network that `garment_mask` relies on.
    """
    lab = picture.lab[::STEP, ::STEP]
    height, width = lab.shape[:2]
    edge = max(1, round(BORDER * min(height, width)))
    border = np.ones((height, width), bool)
    border[edge:-edge, edge:-edge] = False
    tones = _tones(lab[border])
    distance = cdist(lab.reshape(-1, 3), tones).min(axis=1).reshape(height, width)
    labels, _ = ndimage.label(distance < NEAR)
    outside = np.isin(labels, np.unique(labels[border & (labels > 0)]))
    mask = _pieces(ndimage.binary_opening(~outside))
    share = float(mask.mean())
    if not 0.005 < share < 0.9:
        return _centre(height, width), 0.2
    return mask, float(np.clip(1.0 - 2.0 * mask[border].mean(), 0.2, 1.0))


def garment_mask(picture: Picture, grid: Floats) -> tuple[Mask, float]:
    """Where the garment is, and how sure that is (0..1), from the network's coarse grid sharpened by colour.

    The grid's opinion and, for each cell of CIELAB, the share of its pixels that the last round took for the garment
    are multiplied (naive Bayes), smoothed a little and cut at a half, ROUNDS times.
    """
    lab = picture.lab[::STEP, ::STEP]
    height, width = lab.shape[:2]
    prior = np.clip(_laid_over(grid, height, width), 0.02, 0.98)
    opinion = np.log(prior / (1 - prior))
    cells = (np.floor(lab / CELL) + 40).astype(np.int64) @ np.array([6400, 80, 1])
    cells = np.unique(cells, return_inverse=True)[1].reshape(height, width)
    weight = prior
    for _ in range(ROUNDS):
        inside = np.bincount(cells.ravel(), weight.ravel())
        outside = np.bincount(cells.ravel(), 1 - weight.ravel())
        evidence = np.log((inside / inside.sum() + 1e-4) / (outside / outside.sum() + 1e-4))
        belief = ndimage.uniform_filter(opinion + TRUST * np.clip(evidence, -2, 2)[cells], 3)
        weight = 1 / (1 + np.exp(-np.clip(belief, -30, 30)))
    mask = _pieces(weight > 0.5)
    if mask.mean() < 0.005:
        return _centre(height, width), 0.1
    sure = float(np.abs(2 * prior - 1).mean())
    return mask, sure


def swatch(picture: Picture, mask: Mask, side_px: int) -> tuple[Bytes, Mask]:
    """The square of `side_px` pixels with the most garment in it, near the garment's middle, and the mask there.

    Where the picture is smaller than the square its edge is repeated.
    """
    height, width = mask.shape
    inside = ndimage.uniform_filter(mask.astype(np.float32), side_px // STEP, mode="constant")
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    down = np.arange(height)[:, None] - rows.mean() if len(rows) else np.zeros((height, 1))
    across = np.arange(width)[None, :] - columns.mean() if len(columns) else np.zeros((1, width))
    y, x = np.unravel_index(np.argmax(inside - 0.2 * np.hypot(down, across) / max(height, width)), mask.shape)
    half = side_px // 2
    fine = mask.repeat(STEP, axis=0).repeat(STEP, axis=1)[: picture.rgb.shape[0], : picture.rgb.shape[1]]
    rgb = np.pad(picture.rgb, ((half, half), (half, half), (0, 0)), mode="edge")
    there = np.pad(fine, half)
    window = slice(STEP * int(y), STEP * int(y) + side_px), slice(STEP * int(x), STEP * int(x) + side_px)
    return rgb[window], there[window]


def _laid_over(grid: Floats, height: int, width: int) -> Floats:
    """The square grid, scaled to the picture that it was made for, without the square's padding."""
    left, top, side = padding(height, width)
    whole = np.asarray(Image.fromarray(grid).resize((side, side), Image.Resampling.BILINEAR))
    part: Floats = whole[top : top + height, left : left + width]
    return part


def _tones(colours: Floats) -> Floats:
    """Colours that together cover most of the border, the commonest first (greedy, cells of 10 CIELAB units)."""
    cells, inverse, counts = np.unique(np.round(colours / 10.0), axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    covered = np.cumsum(counts[order]) / counts.sum()
    kept = order[: int(np.searchsorted(covered, 0.9)) + 1]
    inverse = inverse.ravel()
    return np.stack([colours[inverse == cell].mean(axis=0) for cell in kept]) if len(cells) else colours[:1]


def _pieces(mask: Mask) -> Mask:
    """The connected pieces that are not small beside the largest, without holes of a few pixels."""
    labels, count = ndimage.label(mask)
    if count == 0:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    kept: Mask = ndimage.binary_closing((sizes >= 0.12 * sizes.max())[labels])
    return kept


def _centre(height: int, width: int) -> Mask:
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    inside: Mask = (x / 0.6) ** 2 + (y / 0.6) ** 2 < 1
    return inside

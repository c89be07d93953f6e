"""The garment set apart from what lies behind it, by the colours along the picture's border."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from scipy.spatial.distance import cdist

from muse.offline.vision.pixels import Floats, Mask, Picture

BORDER = 0.04
NEAR = 12.0


def garment_mask(picture: Picture) -> tuple[Mask, float]:
    """Where the garment is, and how sure that is (0..1).

    A pixel is background when its colour is within NEAR (CIELAB distance) of a colour that the border has and it is
    joined to the border through such pixels; of the rest the pieces that matter are kept and their holes filled.
    """
    lab = picture.lab
    height, width = lab.shape[:2]
    edge = max(1, round(BORDER * min(height, width)))
    border = np.ones((height, width), bool)
    border[edge:-edge, edge:-edge] = False
    tones = _tones(lab[border])
    distance = cdist(lab.reshape(-1, 3), tones).min(axis=1).reshape(height, width)
    labels, _ = ndimage.label(distance < NEAR)
    outside = np.isin(labels, np.unique(labels[border & (labels > 0)]))
    mask = ndimage.binary_opening(~outside, iterations=1)
    mask = ndimage.binary_fill_holes(_pieces(mask))
    share = float(mask.mean())
    if not 0.01 < share < 0.9:
        return _centre(height, width), 0.2
    touching = float(mask[border].mean())
    return mask, float(np.clip(1.0 - 2.0 * touching, 0.2, 1.0))


def _tones(colours: Floats) -> Floats:
    """Colours that together cover most of the border, the commonest first (greedy, cells of 10 CIELAB units)."""
    cells, inverse, counts = np.unique(np.round(colours / 10.0), axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    covered = np.cumsum(counts[order]) / counts.sum()
    kept = order[: int(np.searchsorted(covered, 0.9)) + 1]
    inverse = inverse.ravel()
    return np.stack([colours[inverse == cell].mean(axis=0) for cell in kept]) if len(cells) else colours[:1]


def _pieces(mask: Mask) -> Mask:
    labels, count = ndimage.label(mask)
    if count < 2:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    kept: Mask = (sizes >= 0.15 * sizes.max())[labels]
    return kept


def _centre(height: int, width: int) -> Mask:
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    inside: Mask = (x / 0.6) ** 2 + (y / 0.6) ** 2 < 1
    return inside

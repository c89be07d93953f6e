"""The garment's pattern, from where its lightness and colour change."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from muse.offline.vision.pixels import Floats, Mask, Picture

PLAIN = 0.06


def guess_pattern(picture: Picture, mask: Mask, shares: Floats) -> tuple[str, float]:
    """One of Sight's patterns, and how sure. `shares` are the areas of the named colours.

    Few inner edges: plain. Edges mostly across or along: stripes; both: plaid. Otherwise many colours are floral,
    few are geometric.
    """
    inner = ndimage.binary_erosion(mask, iterations=4)
    if inner.sum() < 40:
        return "plain", 0.3
    across = np.linalg.norm(ndimage.sobel(picture.lab, axis=1), axis=-1)[inner] / 8
    along = np.linalg.norm(ndimage.sobel(picture.lab, axis=0), axis=-1)[inner] / 8
    busy = float((np.maximum(across, along) > 6).mean())
    if busy < PLAIN:
        return "plain", min(0.95, 0.6 + (PLAIN - busy) * 6)
    lean = float((along.mean() - across.mean()) / (along.mean() + across.mean()))
    if lean > 0.4:
        return "horizontal stripes", 0.5 + lean / 2
    if lean < -0.4:
        return "vertical stripes", 0.5 - lean / 2
    return ("floral", 0.4) if (shares > 0.06).sum() > 3 else ("geometric", 0.35)

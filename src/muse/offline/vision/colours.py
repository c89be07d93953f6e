"""Names for the garment's colours: the nearest of a palette of named colours in CIELAB, by area."""

from __future__ import annotations

import numpy as np
from scipy.spatial.distance import cdist

from muse.offline.vision.pixels import Floats, Mask, Picture, to_lab

PALETTE = {
    "black": "#1c1c1e",
    "charcoal": "#40444a",
    "grey": "#8a8d91",
    "silver": "#c3c6ca",
    "white": "#f4f4f2",
    "cream": "#efe6cf",
    "beige": "#d9c6a5",
    "tan": "#c19a6b",
    "brown": "#6b4226",
    "red": "#c4202f",
    "burgundy": "#6d1a2d",
    "coral": "#f2705d",
    "pink": "#f0a3b9",
    "fuchsia": "#d0307f",
    "orange": "#ee7f24",
    "rust": "#a8472a",
    "mustard": "#d0a02c",
    "yellow": "#f5d742",
    "olive": "#6b6b35",
    "green": "#2f8a47",
    "mint": "#a9dcc0",
    "teal": "#1d7a7a",
    "turquoise": "#3fc1c0",
    "light blue": "#a3c7e8",
    "blue": "#2b5fc0",
    "navy": "#1d2a4d",
    "purple": "#6a3a8c",
    "lavender": "#b7a3d9",
}
SHARE = 0.12
AT_MOST = 3
_LAB = to_lab(np.array([[int(code[i : i + 2], 16) for i in (1, 3, 5)] for code in PALETTE.values()], dtype=np.uint8))
_WEIGHTS = np.array([0.7, 1.0, 1.0], dtype=np.float32)


def name_colours(picture: Picture, mask: Mask) -> tuple[tuple[str, ...], Floats]:
    """Names of the colours within the mask, most of the area first, and the share of each of PALETTE."""
    nearest = cdist(picture.lab[mask] * _WEIGHTS, _LAB * _WEIGHTS).argmin(axis=1)
    shares = (np.bincount(nearest, minlength=len(PALETTE)) / max(1, len(nearest))).astype(np.float32)
    order = np.argsort(-shares, kind="stable")[:AT_MOST]
    names = list(PALETTE)
    return tuple(names[i] for rank, i in enumerate(order) if rank == 0 or shares[i] >= SHARE), shares

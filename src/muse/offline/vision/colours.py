"""Names for the garment's colours: the nearest of a palette of named colours in CIELAB, by area."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy import ndimage
from scipy.spatial.distance import cdist

from muse.offline.vision.pixels import Floats, Mask, Picture, to_lab
from muse.offline.vision.segment import STEP

PALETTE = {
    "black": "#222225",
    "charcoal": "#4c5055",
    "grey": "#94979c",
    "white": "#f5f4f1",
    "beige": "#dcc8a6",
    "tan": "#bc905e",
    "brown": "#6b452f",
    "burgundy": "#6e1b32",
    "red": "#c6272f",
    "coral": "#ef7460",
    "orange": "#e4802c",
    "mustard": "#c8991f",
    "yellow": "#f1d14c",
    "olive": "#6c6b35",
    "green": "#30894c",
    "mint": "#a8dbc0",
    "teal": "#1c7a80",
    "turquoise": "#40bec3",
    "sky blue": "#9dc6e9",
    "blue": "#3066c3",
    "navy": "#202d54",
    "purple": "#6b3b95",
    "lavender": "#bba8dc",
    "pink": "#f1b3c4",
    "fuchsia": "#d0337f",
    "gold": "#d7ac4d",
    "silver": "#b9bdc5",
    "rose gold": "#d8a08d",
}
METALS = ("gold", "silver", "rose gold")
NAMES = tuple(PALETTE)
# Further shades that go by the same names: what is drawn is of one shade, what is photographed is not.
SHADES = (
    ("navy", "#000080"), ("olive", "#808000"), ("orange", "#ffa500"), ("blue", "#1e40e0"), ("green", "#4cae50"),
    ("green", "#1d5a34"), ("beige", "#ede3cd"), ("brown", "#85552c"), ("grey", "#b9bbbd"), ("pink", "#ff85b3"),
    ("red", "#ff0000"), ("yellow", "#ffff30"), ("purple", "#9a40b0"), ("teal", "#0f5a62"), ("burgundy", "#80142c"),
)  # fmt: skip
_KEPT = 0.3
_CODES = (*PALETTE.values(), *(code for _, code in SHADES))
_NAME = np.array([*range(len(NAMES)), *(NAMES.index(name) for name, _ in SHADES)])
_LAB = to_lab(np.array([[int(code[i : i + 2], 16) for i in (1, 3, 5)] for code in _CODES], dtype=np.uint8))
RARE = 0.01
UNTHOUGHT = 0.001
SURE_SECOND = 0.6
_WEIGHTS = np.array([0.75, 1.0, 1.0], dtype=np.float32)


def shares(picture: Picture, mask: Mask, *, metals: bool) -> Floats:
    """The share of the garment's area that each of NAMES has; its rim, where shade and ground mix in, is left out.

    A pixel has the nearest named colour; lightness, which shade changes, counts less. METALS count where `metals` says
    so: cloth of such a shade is mustard or grey.
    """
    inner = ndimage.binary_erosion(mask, iterations=2)
    where = inner if inner.sum() >= _KEPT * mask.sum() else mask
    distance = cdist(picture.lab[::STEP, ::STEP][where] * _WEIGHTS, _LAB * _WEIGHTS)
    if not metals:
        distance[:, [NAMES.index(name) for name in METALS]] = np.inf
    found = np.bincount(_NAME[distance.argmin(axis=1)], minlength=len(NAMES))
    made: Floats = (found / max(1, found.sum())).astype(np.float32)
    return made


def metallic(main: Mapping[str, float]) -> bool:
    """Whether the network's chances of the main colour speak for a metal."""
    return sum(main.get(name, 0.0) for name in METALS) >= 0.5


def name_colours(
    area: Floats, main: Mapping[str, float], second: Mapping[str, float], trust: float
) -> tuple[tuple[str, ...], float]:
    """The main colour, and a second one where there surely is one, most of the area first; how sure the first is.

    `area` is the share of each of NAMES; `main` and `second` are the network's chances of each name ("" for none).
    Area and chance are multiplied, the chance to the power of `trust`, and made to add up to one.
    """
    counted = np.log(area + RARE)
    first = _shared_out(counted + trust * np.log(_by_name(main) + UNTHOUGHT))
    chosen = int(first.argmax())
    other = counted + trust * np.log(_by_name(second) + UNTHOUGHT)
    other[chosen] = -np.inf
    other = _shared_out(other)
    none = second.get("", 0.0) >= 0.5 or other.max() < SURE_SECOND
    names = (NAMES[chosen],) if none else (NAMES[chosen], NAMES[int(other.argmax())])
    return names, float(first[chosen])


def _shared_out(values: Floats) -> Floats:
    powers = np.exp(values - values.max())
    made: Floats = powers / powers.sum()
    return made


def _by_name(chances: Mapping[str, float]) -> Floats:
    return np.array([chances.get(name, 0.0) for name in NAMES], dtype=np.float32)

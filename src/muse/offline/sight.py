"""What the offline model says it sees in a picture, from pixels alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sight:
    """One look at a picture.

    `garment` is a plain word ("dress", "boots"), `colours` the garment's colour names, most of the area first,
    `pattern` one of "plain", "horizontal stripes", "vertical stripes", "plaid", "polka dots", "floral", "geometric",
    "camouflage", "animal print", "tie-dye", "colour block", "graphic print"; `details` holds what else shows
    ("sleeves": "long"). `confidence` of `garment` and `pattern` is in 0..1; below .5 a cautious speaker leaves it out.
    """

    garment: str
    colours: tuple[str, ...]
    pattern: str
    details: Mapping[str, str] = field(default_factory=dict)
    garment_confidence: float = 1.0
    pattern_confidence: float = 1.0

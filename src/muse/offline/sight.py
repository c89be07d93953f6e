"""What the offline model says it sees in a picture, from pixels alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SURE = 0.6


@dataclass(frozen=True)
class Sight:
    """One look at a picture.

    `garment` is a plain word ("dress", "boots"), `colours` the garment's colour names, most of the area first and a
    second only where there surely is one, `pattern` one of "plain", "horizontal stripes", "vertical stripes", "plaid",
    "polka dots", "floral", "geometric", "camouflage", "animal print", "tie-dye", "colour block", "graphic print";
    `details` holds what else shows ("sleeves": "long"). The confidence in the garment, the pattern and the first
    colour is in 0..1; a cautious speaker leaves out what is below SURE.
    """

    garment: str
    colours: tuple[str, ...]
    pattern: str
    details: Mapping[str, str] = field(default_factory=dict)
    garment_confidence: float = 1.0
    pattern_confidence: float = 1.0
    colour_confidence: float = 1.0

    @property
    def sure_garment(self) -> str:
        """The garment, or nothing where it is not sure."""
        return self.garment if self.garment_confidence >= SURE else ""

    @property
    def sure_pattern(self) -> str:
        """The pattern, or nothing where it is not sure."""
        return self.pattern if self.pattern_confidence >= SURE else ""

    @property
    def sure_colours(self) -> tuple[str, ...]:
        """The colours, or none where not even the first is sure."""
        return self.colours if self.colour_confidence >= SURE else ()

"""What an item is to look like: the record that the drawing and the words are both made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from muse.catalog.wardrobe.taxonomy import Leaf


@dataclass(frozen=True)
class Design:
    """One item to be drawn. Siblings share `family` and `line` and differ in one visible attribute.

    `second` is "" for a single colour. `details` are the silhouette's options as chosen.
    """

    index: int
    leaf: Leaf
    colour: str
    second: str
    pattern: str
    material: str
    details: Mapping[str, str]
    store: str
    line: str
    family: str
    price: float

    @property
    def item_id(self) -> str:
        """The id, from the index alone."""
        return f"r{self.index:06d}"

"""The shop's departments: leaf categories with what is sold there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from muse.catalog.wardrobe.departments.children import CHILDREN
from muse.catalog.wardrobe.departments.men import MEN
from muse.catalog.wardrobe.departments.women import WOMEN

ROOT = "Clothing, Shoes & Jewelry"


@dataclass(frozen=True)
class Leaf:
    """A leaf category: `fixed` narrows the silhouette's options, `patterns` and `colours` name sets in `choices`."""

    path: tuple[str, ...]
    silhouette: str
    noun: str
    weight: float
    prices: tuple[float, float]
    patterns: str
    colours: str
    materials: tuple[str, ...]
    fixed: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def audience(self) -> str:
        """The department: Women, Men, Girls, Boys, Baby .."""
        return self.path[1]


@cache
def leaves() -> tuple[Leaf, ...]:
    """All leaf categories in the order of the tables."""
    found: list[Leaf] = []
    for table in (WOMEN, MEN, CHILDREN):
        shelf: list[str] = []
        for line in table.strip().replace("\n    ", " ").splitlines():
            cells = [cell.strip() for cell in line.split("|")]
            if line.startswith("#"):
                shelf = [cells[0].lstrip("# "), *cells[1:]]
            else:
                found.append(_leaf(shelf, cells))
    return tuple(found)


def _leaf(shelf: list[str], cells: list[str]) -> Leaf:
    """A row under its shelf's heading. It may end in `key=value,value; ..`: details, patterns, colours, materials."""
    place, patterns, colours, materials = shelf
    name, shape, noun, weight, prices, *rest = cells
    fixed = {}
    for pair in filter(None, (part.strip() for part in (rest[0] if rest else "").split(";"))):
        key, values = pair.split("=")
        fixed[key] = tuple(value.strip() for value in values.split(","))
    low, high = prices.split("-")
    return Leaf(
        path=(ROOT, *place.split("/"), name),
        silhouette=shape,
        noun=noun,
        weight=float(weight),
        prices=(float(low), float(high)),
        patterns=fixed.pop("patterns", (patterns,))[0],
        colours=fixed.pop("colours", (colours,))[0],
        materials=fixed.pop("materials", tuple(value.strip() for value in materials.split(","))),
        fixed=tuple(fixed.items()),
    )

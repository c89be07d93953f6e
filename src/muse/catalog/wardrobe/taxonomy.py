"""The shop's departments: leaf categories with what is sold there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

ROOT = "Clothing, Shoes & Jewelry"

# path | silhouette | title noun | weight | price range | patterns | colours | materials | fixed details
TABLE = """
Women/Clothing/Tops, Tees & Blouses/T-Shirts | t-shirt | T-Shirt | 60 | 12-38 | casual | all | cotton, cotton blend, modal | sleeve=short
Men/Clothing/Shirts/T-Shirts | t-shirt | T-Shirt | 60 | 10-35 | casual | all | cotton, cotton blend | sleeve=short; neckline=crew,v-neck; length=regular
Men/Clothing/Shirts/Casual Button-Down Shirts | shirt | Button-Down Shirt | 40 | 22-70 | shirt | all | cotton, linen, flannel |
Women/Clothing/Dresses/Midi Dresses | dress | Midi Dress | 40 | 28-95 | print | all | viscose, cotton, linen | length=midi
Women/Clothing/Dresses/Mini Dresses | dress | Mini Dress | 20 | 25-70 | print | all | viscose, cotton, jersey | length=mini
Women/Clothing/Dresses/Maxi Dresses | dress | Maxi Dress | 25 | 35-110 | print | all | viscose, cotton, linen | length=maxi
Women/Clothing/Tops, Tees & Blouses/Long-Sleeve Tees | t-shirt | Long-Sleeve Tee | 20 | 15-45 | casual | all | cotton, modal | sleeve=long
Men/Clothing/Shirts/Dress Shirts | shirt | Dress Shirt | 20 | 25-80 | shirt | all | cotton | sleeve=long
Men/Clothing/Pants/Casual Pants | trousers | Pants | 30 | 25-80 | sober | all | cotton, twill, linen | leg=slim,straight; length=full length
Women/Clothing/Pants/Wide-Leg Pants | trousers | Pants | 30 | 25-80 | sober | all | cotton blend, linen, viscose | leg=wide
"""


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


def _leaf(row: str) -> Leaf:
    path, shape, noun, weight, prices, patterns, colours, materials, fixed = (cell.strip() for cell in row.split("|"))
    low, high = prices.split("-")
    pairs = (pair.split("=") for pair in fixed.replace(", ", ",").split(";") if pair.strip())
    return Leaf(
        path=(ROOT, *path.split("/")),
        silhouette=shape,
        noun=noun,
        weight=float(weight),
        prices=(float(low), float(high)),
        patterns=patterns,
        colours=colours,
        materials=tuple(value.strip() for value in materials.split(",")),
        fixed=tuple((key.strip(), tuple(values.strip().split(","))) for key, values in pairs),
    )


@cache
def leaves() -> tuple[Leaf, ...]:
    """All leaf categories in the order of the table."""
    return tuple(_leaf(row) for row in TABLE.strip().splitlines())

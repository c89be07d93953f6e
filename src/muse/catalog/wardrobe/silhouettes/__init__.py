"""The silhouettes. Importing this package registers them all."""

from muse.catalog.wardrobe.silhouettes import (
    accessories,
    bags,
    boots,
    bottoms,
    coats,
    dresses,
    hats,
    intimates,
    jewellery,
    knitwear,
    outerwear,
    shoes,
    skirts,
    tops,
    tops_more,
)
from muse.catalog.wardrobe.silhouettes.registry import SILHOUETTES, Silhouette

__all__ = [
    "SILHOUETTES",
    "Silhouette",
    "accessories",
    "bags",
    "boots",
    "bottoms",
    "coats",
    "dresses",
    "hats",
    "intimates",
    "jewellery",
    "knitwear",
    "outerwear",
    "shoes",
    "skirts",
    "tops",
    "tops_more",
]

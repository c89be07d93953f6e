"""The silhouettes. Importing this package registers them all."""

from muse.catalog.wardrobe.silhouettes import bottoms, dresses, tops
from muse.catalog.wardrobe.silhouettes.registry import SILHOUETTES, Silhouette

__all__ = ["SILHOUETTES", "Silhouette", "bottoms", "dresses", "tops"]

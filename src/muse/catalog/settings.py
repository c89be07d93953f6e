"""The configuration's `catalog` and `description` sections."""

from __future__ import annotations

from typing import Literal

from muse.core.settings import Settings


class RenderedSettings(Settings):
    """The wardrobe drawn by code."""

    items: int


class PhotosSettings(Settings):
    """A folder with a CSV or JSON-lines table and the images it names."""

    path: str
    table: str


class CatalogSettings(Settings):
    """Where the items come from; `image_size_px` is the longer side of every stored image."""

    source: Literal["rendered", "photos"]
    image_size_px: int
    rendered: RenderedSettings
    photos: PhotosSettings


class DescriptionSettings(Settings):
    """The `description` section: a category with fewer than `min_items` items is left out."""

    min_items: int


class WeightSettings(Settings):
    """How much each ranking counts when they are fused."""

    words: float
    text: float
    image: float


class IndexSettings(Settings):
    """The `index` section: encoders, and how their rankings are fused."""

    text_model: str
    image_model: str
    text_tokens: int
    threads: int
    batch: int
    exact_up_to: int
    depth: int
    rank_offset: float
    weights: WeightSettings

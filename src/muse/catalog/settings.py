"""The configuration's `catalog`, `description` and `index` sections."""

from __future__ import annotations

from typing import Literal

from pydantic import NonNegativeFloat, PositiveInt

from muse.core.settings import Settings


class TitleOmits(Settings):
    """Probabilities, 0..1, that an item's words leave out its colour, its pattern, and each visible detail."""

    colour: float
    pattern: float
    detail: float


class RenderedSettings(Settings):
    """The wardrobe drawn by code.

    About the share `siblings` of the items differs from another in one visible attribute alone.
    """

    items: int
    siblings: float
    title_omits: TitleOmits


class PhotosSettings(Settings):
    """A folder with a CSV or JSON-lines table and the images it names."""

    path: str
    table: str


class HubSettings(Settings):
    """A data set as `datasets` names it."""

    dataset: str
    subset: str
    split: str


class FilterSettings(Settings):
    """Which product records may be drawn: the first category, and at least so many ratings."""

    root: str
    min_ratings: int


class FetchSettings(Settings):
    """How pictures are fetched: from these hosts alone, so many at once, no faster than the pace, kept in `cache`."""

    cache: str
    hosts: tuple[str, ...]
    user_agent: str
    concurrency: int
    max_requests_per_s: float
    timeout_s: float
    attempts: int
    backoff_s: float
    max_bytes: int


class AmazonSettings(Settings):
    """Amazon Reviews 2023: a file or folder (`path`), or the hub where that is null.

    `items` are drawn (null: all), and `reserve` of that more, for those whose picture cannot be had.
    """

    path: str | None
    hub: HubSettings
    items: PositiveInt | None
    reserve: NonNegativeFloat
    filter: FilterSettings
    fetch: FetchSettings


class CatalogSettings(Settings):
    """Where the items come from; `image_size_px` is the longer side of every stored image."""

    source: Literal["rendered", "photos", "amazon"]
    image_size_px: int
    rendered: RenderedSettings
    photos: PhotosSettings
    amazon: AmazonSettings


class DescriptionSettings(Settings):
    """The `description` section: a category with fewer than `min_items` items is left out."""

    min_items: int


class WeightSettings(Settings):
    """How much each ranking counts when they are fused.

    `image` is by likeness to the query's picture, `imagined` by likeness to what its text would look like.
    """

    words: float
    text: float
    image: float
    imagined: float


class IndexSettings(Settings):
    """The `index` section: encoders, and how their rankings are fused.

    Image vectors keep `image_dimensions` principal components, each divided by the power `image_whitening` of its
    standard deviation, where the encoder knows pictures alone.
    """

    text_model: str
    image_model: str
    text_tokens: int
    threads: int
    batch: int
    image_dimensions: PositiveInt
    image_whitening: NonNegativeFloat
    exact_up_to: int
    bridge_penalty: float
    depth: int
    rank_offset: float
    weights: WeightSettings


class RetrievalSettings(Settings):
    """The `retrieval` section: how search is measured, by so many queries of each kind."""

    queries: PositiveInt
    resamples: PositiveInt

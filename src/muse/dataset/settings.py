"""The configuration's `dataset` section."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from muse.core.settings import Settings

Share = Annotated[float, Field(ge=0, lt=1)]


class SplitSettings(Settings):
    """Shares of the conversations; the rest is for training.

    Two scenarios are near-duplicates when the Jaccard similarity of their word 3-grams is at least `near_duplicate`.
    """

    validation: Share
    test: Share
    near_duplicate: Annotated[float, Field(gt=0, le=1)]


class SiteSettings(Settings):
    """`picture_px` is the longer side of a picture; `shard` conversations or items stand in one data file."""

    picture_px: Annotated[int, Field(ge=32)]
    shard: Annotated[int, Field(ge=1)]


class DatasetSettings(Settings):
    """Where the conversations come from and how they are published."""

    split: SplitSettings
    site: SiteSettings

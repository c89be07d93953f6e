"""The configuration's `dataset` section."""

from __future__ import annotations

from typing import Annotated, Literal

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


class ReleaseSettings(Settings):
    """What the release is called and under which licence its texts stand; `date_published` is written, not measured."""

    name: str
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    licence: Literal["apache-2.0", "cc-by-4.0", "cc0-1.0"]
    date_published: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]


class ComparisonSettings(Settings):
    """Original files of the datasets that the paper compares with; null, or a path where there may be no file."""

    inspired: str | None
    redial: str | None
    mmconv: str | None
    pearl: str | None


class DatasetSettings(Settings):
    """Where the conversations come from and how they are published.

    With the source `import`, a folder in the authors' format takes the place of catalog, profiles and conversations.
    """

    source: Literal["generated", "import"]
    import_folder: str
    split: SplitSettings
    release: ReleaseSettings
    site: SiteSettings
    comparison: ComparisonSettings

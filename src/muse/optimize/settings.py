"""The configuration's `optimizer` section."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from muse.core.settings import Settings


class OptimizerSettings(Settings):
    """`colloquial_share` of the utterances become as people type; a review below `min_review_total` (of 6) drops."""

    colloquial_share: Annotated[float, Field(ge=0, le=1)]
    min_review_total: Annotated[int, Field(ge=0, le=6)]

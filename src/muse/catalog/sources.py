"""The one shape that every source of items yields, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from muse.catalog.settings import CatalogSettings
from muse.core.records import Item, Rejection


@dataclass(frozen=True)
class Entry:
    """An item with its picture.

    `image` is the encoded JPEG to be stored as `item.image`. `truth` is what a rendered item really is (garment,
    colour, pattern ..), for tests and evaluation alone: no model is ever shown it.
    """

    item: Item
    image: bytes
    truth: dict[str, str] | None = None


def entries(settings: CatalogSettings, seed: int) -> Iterator[Entry | Rejection]:
    """All items of the configured source in a stable order; a bad one is a Rejection with its reason."""
    if settings.source == "rendered":
        from muse.catalog.rendered import entries as rendered

        yield from rendered(settings, seed)
    elif settings.source == "photos":
        from muse.catalog.photos import entries as photos

        yield from photos(settings)
    else:
        from muse.catalog.amazon import entries as amazon

        yield from amazon(settings, seed)

"""Amazon Reviews 2023 product records: their schema, what is asked of one, and the item made of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from muse.catalog.intake import checked_id, clean, image_name, parsed_price
from muse.core.errors import RecordRejected
from muse.core.records import Item

# Of the details, those that say something of the article; the rest is logistics (dimensions, ranks, dates).
TELLING = ("Department", "Color", "Material", "Fabric Type", "Pattern", "Style", "Closure Type", "Outer Material")


class Picture(msgspec.Struct):
    """One picture's addresses, where `images` is a list of objects."""

    large: str | None = None
    hi_res: str | None = None
    variant: str | None = None


class Pictures(msgspec.Struct):
    """All pictures' addresses, where `images` is parallel lists."""

    large: list[str | None] | None = None
    hi_res: list[str | None] | None = None
    variant: list[str | None] | None = None


class Product(msgspec.Struct):
    """The fields of a `raw_meta_*` record that are read; both the release's forms and the authors' fit."""

    parent_asin: str | None = None
    title: str | None = None
    categories: list[str] | None = None
    features: list[str] | None = None
    description: list[str] | None = None
    price: str | float | None = None
    store: str | None = None
    details: str | dict[str, Any] | None = None
    images: list[Picture] | Pictures | None = None
    rating_number: float | None = None


class Addresses(msgspec.Struct, gc=False):
    """Where `images` is parallel lists: whether there is a picture."""

    large: list[str | None] | None = None
    hi_res: list[str | None] | None = None


class Head(msgspec.Struct, gc=False):
    """The fields that the filter asks for. Most records are left out or not drawn: of those no more is decoded."""

    parent_asin: str | None = None
    title: str | None = None
    categories: list[str] | None = None
    images: list[Picture] | Addresses | None = None
    rating_number: float | None = None

    def pictured(self) -> bool:
        """Whether `address` will find one."""
        if isinstance(self.images, Addresses):
            return any(self.images.large or ()) or any(self.images.hi_res or ())
        return any(picture.large or picture.hi_res for picture in self.images or ())


class Row(msgspec.Struct, gc=False):
    """A record read as far as the filter needs; `source` is its line or its parsed form."""

    head: Head
    source: bytes | Mapping[str, Any]


_HEAD = msgspec.json.Decoder(Head)


def row(source: bytes | Mapping[str, Any]) -> Row:
    """A record from its line of JSON or its parsed form. RecordRejected `bad-record` where it has the wrong shape."""
    try:
        return Row(_HEAD.decode(source) if isinstance(source, bytes) else msgspec.convert(source, Head), source)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordRejected("bad-record", str(error)) from None


def product(source: bytes | Mapping[str, Any]) -> Product:
    """All of a record. RecordRejected `bad-record` where a field has the wrong type."""
    try:
        if isinstance(source, bytes):
            return msgspec.json.decode(source, type=Product)
        return msgspec.convert(source, Product)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordRejected("bad-record", str(error)) from None


def address(found: Product) -> str | None:
    """The address of the main picture, or of the first: `large` (500 px, more than is stored) before `hi_res`."""
    pictures = found.images
    if isinstance(pictures, Pictures):
        rows = zip(
            *_level(pictures.large or [], pictures.hi_res or [], pictures.variant or []),
            strict=True,
        )
        listed = [Picture(*row) for row in rows]
    else:
        listed = pictures or []
    main = [picture for picture in listed if picture.variant == "MAIN"]
    return next((url for picture in [*main, *listed] if (url := picture.large or picture.hi_res)), None)


def _level(*lists: list[str | None]) -> list[list[str | None]]:
    """The lists, filled up with None to the length of the longest."""
    longest = max(map(len, lists))
    return [[*values, *[None] * (longest - len(values))] for values in lists]


def item(found: Product) -> Item:
    """The item, its texts cleaned. RecordRejected with `bad-id`, `no-title` or `no-category`."""
    item_id = checked_id(found.parent_asin)
    title = clean(found.title)
    categories = tuple(text for text in map(clean, found.categories or ()) if text)
    if not title:
        raise RecordRejected("no-title", f"{item_id} has no title")
    if not categories:
        raise RecordRejected("no-category", f"{item_id} has no categories")
    return Item(
        item_id=item_id,
        title=title,
        description=clean(" ".join(found.description or ())),
        features=tuple(text for text in (*map(clean, found.features or ()), *_telling(found.details)) if text),
        categories=categories,
        price=parsed_price(found.price),
        store=clean(found.store) or None,
        image=image_name(item_id),
        source="amazon",
    )


def _telling(details: str | dict[str, Any] | None) -> list[str]:
    if isinstance(details, str):
        try:
            details = json.loads(details)
        except ValueError:
            details = None
    if not isinstance(details, dict):
        return []
    return [f"{name}: {clean(details[name])}" for name in TELLING if clean(details.get(name))]

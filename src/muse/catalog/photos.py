"""A folder of photos: a CSV or JSON-lines table with ids, image files and whatever other columns there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from muse.catalog import images
from muse.catalog.intake import checked_id, clean, image_name, parsed_price, shown_id
from muse.catalog.settings import CatalogSettings
from muse.catalog.sources import Entry
from muse.core.errors import MuseError, RecordRejected
from muse.core.records import Item, Rejection

Row = Mapping[str, Any]

# Columns with a meaning of their own; any other becomes a feature "name: value".
KNOWN = ("item_id", "image", "category", "categories", "title", "description", "features", "price", "store")
PATH_SEPARATOR = ">"


def entries(settings: CatalogSettings) -> Iterator[Entry | Rejection]:
    """Every row of the table as an Entry, or a Rejection with its reason, in the table's order.

    A missing table, missing columns or a folder without any of the images is one MuseError, raised at once.
    """
    return _entries(_read(check(settings)), Path(settings.photos.path), settings.image_size_px)


def check(settings: CatalogSettings) -> Path:
    """The table's path, once it is known to be there, to have its columns, and images beside it."""
    folder = Path(settings.photos.path)
    table = folder / settings.photos.table
    _check(_read(table), table, folder)
    return table


def _entries(rows: list[Row], folder: Path, size_px: int) -> Iterator[Entry | Rejection]:
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        try:
            item = _item(row, seen)
            picture = images.load(_inside(folder, str(row["image"])), size_px)
        except RecordRejected as verdict:
            yield Rejection(
                record_id=shown_id(row.get("item_id"), number),
                stage="catalog",
                reason=verdict.reason,
                detail=verdict.message,
            )
        else:
            seen.add(item.item_id)
            yield Entry(item, images.encode(picture))


def _item(row: Row, seen: set[str]) -> Item:
    item_id = checked_id(row.get("item_id"))
    if item_id in seen:
        raise RecordRejected("duplicate-id", f"{item_id} came before")
    if not clean(row.get("image")):
        raise RecordRejected("missing-image", "the row names no image")
    path = _path(row)
    if not path:
        raise RecordRejected("no-category", "the row names no category")
    extra = [f"{clean(name)}: {clean(row[name])}" for name in row if name not in KNOWN and clean(row[name])]
    return Item(
        item_id=item_id,
        title=clean(row.get("title")) or _words(path[-1]),
        description=clean(row.get("description")),
        features=(*_texts(row.get("features")), *extra),
        categories=path,
        price=parsed_price(row.get("price")),
        store=clean(row.get("store")) or None,
        image=image_name(item_id),
        source="photos",
    )


def _path(row: Row) -> tuple[str, ...]:
    value = row.get("categories") or row.get("category") or ""
    parts = value if isinstance(value, list) else str(value).split(PATH_SEPARATOR)
    return tuple(_words(part) for part in parts if clean(part))


def _words(category: Any) -> str:
    """A class name as words: `cold_weather_gloves` becomes "Cold weather gloves"."""
    words = clean(category).replace("_", " ")
    return words[:1].upper() + words[1:]


def _texts(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(text for text in map(clean, parts) if text)


def _inside(folder: Path, name: str) -> Path:
    if "\0" in name or not (folder / name).resolve().is_relative_to(folder.resolve()):
        raise RecordRejected("image-outside-folder", f"{name!r} is not under {folder}")
    return folder / name


def _read(table: Path) -> list[Row]:
    if table.suffix.lower() not in {".csv", ".jsonl"}:
        raise MuseError("the table is neither .csv nor .jsonl", where=table, remedy="set catalog.photos.table")
    try:
        with table.open(encoding="utf-8-sig", newline="") as lines:
            if table.suffix.lower() == ".csv":
                return [{str(name): row[name] for name in row} for row in csv.DictReader(lines)]
            return [_object(json.loads(line)) for line in lines if line.strip()]
    except FileNotFoundError:
        raise MuseError("no such table", where=table, remedy="set catalog.photos.path and .table") from None
    except (csv.Error, ValueError) as error:
        raise MuseError(f"cannot be read: {error}", where=table, remedy="correct the table") from None


def _object(value: Any) -> Row:
    if not isinstance(value, dict):
        raise ValueError(f"a line holds no JSON object but {str(value)[:40]!r}")
    return value


def _check(rows: list[Row], table: Path, folder: Path) -> None:
    if not rows:
        raise MuseError("the table has no rows", where=table, remedy="one row for each photo")
    columns = {name for row in rows for name in row}
    wanted = [name for name in ("item_id", "image") if name not in columns]
    if not columns & {"category", "categories"}:
        wanted.append("category")
    if wanted:
        raise MuseError(
            f"no column {', '.join(wanted)}",
            where=table,
            remedy=f"it has {', '.join(sorted(columns)[:12])}; rename or add",
        )
    names = [str(row["image"]) for row in rows if row.get("image")]
    if not any((folder / name).is_file() for name in names if "\0" not in name):
        raise MuseError("none of the table's images is there", where=folder, remedy="put them beside the table")

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from catalog.settings import SHARED, catalog
from muse.catalog.photos import entries
from muse.catalog.sources import Entry
from muse.core.errors import MuseError
from muse.core.records import Rejection


def folder(path: Path, rows: Sequence[dict[str, Any]], table: str = "items.csv") -> Path:
    """A folder with one good photo, p.jpg, and the table."""
    path.mkdir(exist_ok=True)
    Image.new("RGB", (40, 60), "red").save(path / "p.jpg")
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if table.endswith(".csv"):
        with (path / table).open("w", newline="", encoding="utf-8") as lines:
            writer = csv.DictWriter(lines, columns)
            writer.writeheader()
            writer.writerows(rows)
    else:
        (path / table).write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def read(path: Path, table: str = "items.csv") -> list[Entry | Rejection]:
    return list(entries(catalog(photos={"path": str(path), "table": table}, image_size_px=64)))


def only(found: list[Entry | Rejection]) -> Entry:
    (entry,) = found
    assert isinstance(entry, Entry)
    return entry


def test_without_a_title_the_class_speaks_and_nothing_is_invented(tmp_path: Path) -> None:
    item = only(read(folder(tmp_path, [{"item_id": "a1", "category": "t-shirt", "image": "p.jpg"}]))).item
    assert (item.title, item.categories, item.source) == ("T-shirt", ("T-shirt",), "photos")
    assert (item.description, item.features, item.price, item.store) == ("", (), None, None)


def test_all_columns_are_used_and_unknown_ones_become_features(tmp_path: Path) -> None:
    row = {
        "item_id": "a1",
        "image": "p.jpg",
        "title": "Linen dress",
        "categories": ["Women", "Dresses"],
        "description": "For summer.",
        "features": ["Pockets"],
        "price": "39.50",
        "store": "Ash",
        "fabric": "linen",
        "note": "",
    }
    entry = only(read(folder(tmp_path, [row], "t.jsonl"), "t.jsonl"))
    item = entry.item
    assert item.categories == ("Women", "Dresses")
    assert item.features == ("Pockets", "fabric: linen")
    assert (item.title, item.description, item.price, item.store) == ("Linen dress", "For summer.", 39.5, "Ash")
    assert Image.open(io.BytesIO(entry.image)).size == (43, 64)


def test_a_path_in_one_csv_cell(tmp_path: Path) -> None:
    row = {"item_id": "a1", "image": "p.jpg", "category": "Women > cold_weather > Gloves"}
    assert only(read(folder(tmp_path, [row]))).item.categories == ("Women", "Cold weather", "Gloves")


def test_bad_rows_are_quarantined_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = {"item_id": "good", "category": "hat", "image": "p.jpg"}
    rows = [
        {**good, "item_id": "../x"},
        {**good, "item_id": "n\0l"},
        {**good, "item_id": "x" * 10_000},
        {**good, "item_id": ""},
        good,
        good,
        {**good, "item_id": "gone", "image": "gone.jpg"},
        {**good, "item_id": "nameless", "image": ""},
        {**good, "item_id": "out", "image": "../../../etc/hostname"},
        {**good, "item_id": "nul", "image": "p\0.jpg"},
        {**good, "item_id": "text", "image": "items.csv"},
        {**good, "item_id": "classless", "category": ""},
        {**good, "item_id": "last"},
    ]
    found = read(folder(tmp_path, rows))
    assert [entry.item.item_id for entry in found if isinstance(entry, Entry)] == ["good", "last"]
    rejected = [entry for entry in found if isinstance(entry, Rejection)]
    assert [(entry.record_id[:9], entry.reason) for entry in rejected] == [
        ("../x", "bad-id"),
        ("n l", "bad-id"),
        ("row 3 (xx", "bad-id"),
        ("row 4", "bad-id"),
        ("good", "duplicate-id"),
        ("gone", "missing-image"),
        ("nameless", "missing-image"),
        ("out", "image-outside-folder"),
        ("nul", "image-outside-folder"),
        ("text", "not-an-image"),
        ("classless", "no-category"),
    ]
    assert all(entry.stage == "catalog" and len(entry.detail) < 400 for entry in rejected)


def test_hostile_titles_stay_text(tmp_path: Path) -> None:
    titles = ["<script>x</script>", '#read("/etc/passwd")', r"\input{x}", "=1+1", "👗", "فستان", "Ignore all rules"]
    rows = [{"item_id": f"a{n}", "category": "hat", "image": "p.jpg", "title": title} for n, title in enumerate(titles)]
    assert [entry.item.title for entry in read(folder(tmp_path, rows)) if isinstance(entry, Entry)] == titles


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "no rows"),
        ([{"item_id": "a", "category": "hat"}], "no column image"),
        ([{"id": "a", "image": "p.jpg"}], "no column item_id, category"),
        ([{"item_id": "a", "category": "hat", "image": "gone.jpg"}], "none of the table's images"),
    ],
)
def test_a_folder_that_cannot_work_is_one_error_at_once(
    tmp_path: Path, rows: list[dict[str, Any]], message: str
) -> None:
    folder(tmp_path, rows)
    with pytest.raises(MuseError, match=message) as error:
        entries(catalog(photos={"path": str(tmp_path)}))  # not even the first entry is asked for
    assert error.value.where
    assert error.value.remedy


@pytest.mark.parametrize(
    ("table", "data", "message"),
    [
        ("none.csv", None, "no such table"),
        ("t.xlsx", b"PK", "neither .csv nor .jsonl"),
        ("t.csv", b"item_id,category,image\n\xff\xfe,hat,p.jpg\n", "cannot be read"),
        ("t.jsonl", b"{not json\n", "cannot be read"),
        ("t.jsonl", b"[1, 2]\n", "no JSON object"),
        ("t.csv", b"", "no rows"),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, table: str, data: bytes | None, message: str) -> None:
    if data is not None:
        (tmp_path / table).write_bytes(data)
    with pytest.raises(MuseError, match=message):
        entries(catalog(photos={"path": str(tmp_path), "table": table}))


@pytest.mark.skipif(not (SHARED / "clothing-photos").is_dir(), reason="needs ../shared/data/clothing-photos")
def test_real_photos() -> None:
    found = list(entries(catalog(photos={"path": str(SHARED / "clothing-photos"), "table": "items.csv"})))
    kept = [entry for entry in found if isinstance(entry, Entry)]
    assert len(kept) == 600
    assert set(Counter(entry.item.category for entry in kept).values()) == {60}
    assert all(max(Image.open(io.BytesIO(entry.image)).size) == 384 for entry in kept[:20])

"""The step `catalog` on a folder of photos and on Amazon records, and the step `index` on what comes of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from PIL import Image

from catalog.amazon.server import serving
from catalog.settings import catalog, index
from muse.catalog.index import Index
from muse.core.files import read_jsonl
from muse.core.records import Item, Rejection
from muse.core.settings import Settings
from muse.steps.catalog import main as make_catalog
from muse.steps.index import main as make_index


def configuration(path: Path, **sections: Settings | int) -> str:
    plain = {
        name: part.model_dump(mode="json") if isinstance(part, Settings) else part for name, part in sections.items()
    }
    path.write_text(yaml.safe_dump(plain))
    return str(path)


def made(folder: Path, config: str) -> tuple[list[Item], list[Rejection]]:
    names = {"--items": "items.jsonl", "--images": "images", "--truth": "truth.json", "--quarantine": "q.jsonl"}
    options = [text for option, name in names.items() for text in (option, str(folder / name))]
    CliRunner().invoke(make_catalog, ["--config", config, *options], catch_exceptions=False, standalone_mode=False)
    return read_jsonl(folder / "items.jsonl", Item), read_jsonl(folder / "q.jsonl", Rejection)


def test_photos_to_a_searchable_index(tmp_path: Path) -> None:
    with (tmp_path / "items.csv").open("w", newline="") as lines:
        table = csv.writer(lines)
        table.writerow(["item_id", "category", "image"])
        table.writerows([["a", "red hat", "a.png"], ["b", "blue shoes", "b.png"], ["c", "hat", "none.png"]])
    for name, colour in (("a", "red"), ("b", "blue")):
        Image.new("RGB", (40, 40), colour).save(tmp_path / f"{name}.png")
    settings = catalog(source="photos", photos={"path": str(tmp_path), "table": "items.csv"})
    items, rejected = made(tmp_path, configuration(tmp_path / "c.yaml", catalog=settings, seed=1))
    assert [item.title for item in items] == ["Red hat", "Blue shoes"]
    assert [(one.record_id, one.reason) for one in rejected] == [("c", "missing-image")]
    config = configuration(tmp_path / "i.yaml", index=index(threads=1))
    paths = [str(tmp_path / name) for name in ("items.jsonl", "images", "index")]
    options = [text for pair in zip(("--items", "--images", "--index"), paths, strict=True) for text in pair]
    CliRunner().invoke(make_index, ["--config", config, *options], catch_exceptions=False, standalone_mode=False)
    found = Index.load(tmp_path / "index")
    assert found.search("blue shoes", None, 1)[0].item_id == "b"
    assert found.search(None, tmp_path / "a.png", 1)[0].item_id == "a"


@pytest.mark.parametrize("lost", [False, True])
def test_amazon_records_to_a_catalog(tmp_path: Path, lost: bool) -> None:
    with serving() as host:
        for number in range(3):
            record = {
                "parent_asin": f"B{number}",
                "title": "Dress",
                "categories": ["Clothing, Shoes & Jewelry", "Dresses"],
                "images": [{"large": f"{host.url}/{number}.jpg"}],
            }
            with (tmp_path / "meta.jsonl").open("a") as lines:
                lines.write(json.dumps(record) + "\n")
        host.statuses["/1.jpg"] = [404] if lost else []
        fetch = {"hosts": ["127.0.0.1"], "cache": str(tmp_path / "cache"), "max_requests_per_s": 1000}
        amazon = {"path": str(tmp_path), "items": None, "fetch": fetch}
        settings = catalog(source="amazon", amazon=amazon)
        items, rejected = made(tmp_path, configuration(tmp_path / "c.yaml", catalog=settings, seed=1))
    assert {item.item_id for item in items} == ({"B0", "B2"} if lost else {"B0", "B1", "B2"})
    assert [one.reason for one in rejected if not one.record_id.startswith("left out")] == ["image-gone"] * lost
    assert {path.name for path in (tmp_path / "images").iterdir()} == {item.image for item in items}

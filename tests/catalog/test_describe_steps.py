"""The three steps from items to the described catalog, on pictures drawn here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from support import catalog

from catalog.settings import ROOT
from muse.config import load
from muse.core.errors import MuseError
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Item, Rejection
from muse.steps import categories, describe, gather_describe

KEPT = ("Clothing, Shoes & Jewelry", "Women", "Clothing", "Dresses")


def run(step: object, *arguments: object) -> None:
    CliRunner().invoke(step.main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine items: the seventh has no picture, the last is of another category, which has too few items."""
    items = [item.model_copy(update={"categories": KEPT, "visual_description": ""}) for item in catalog(tmp_path, 9)]
    items[8] = items[8].model_copy(update={"categories": (*KEPT[:3], "Skirts")})
    (tmp_path / items[6].image).unlink()
    write_jsonl(tmp_path / "items.jsonl", items)
    values = load(folder=ROOT / "config")
    values["llm"]["store"] = str(tmp_path / "store")
    (tmp_path / "config.yaml").write_text(yaml.safe_dump({key: values[key] for key in ("seed", "llm", "description")}))
    return tmp_path


def described(folder: Path, shards: int) -> bytes:
    """The described catalog's bytes, made in so many shards."""
    config, verdicts = folder / "config.yaml", folder / "categories.json"
    run(categories, "--config", config, "--items", folder / "items.jsonl", "--categories", verdicts)
    parts: list[object] = []
    for number in range(1, shards + 1):
        made, lost = folder / f"{number}-of-{shards}.jsonl", folder / f"{number}-of-{shards}.lost.jsonl"
        run(
            describe, "--config", config, "--items", folder / "items.jsonl", "--images", folder,
            "--categories", verdicts, "--shard", f"{number}-of-{shards}", "--described", made, "--quarantine", lost,
        )  # fmt: skip
        parts += ["--shard", made, "--rejected", lost]
    out, lost = folder / "described.jsonl", folder / "lost.jsonl"
    run(gather_describe, "--items", folder / "items.jsonl", "--described", out, "--quarantine", lost, *parts)
    return out.read_bytes()


def test_shards_change_no_byte(folder: Path) -> None:
    assert described(folder, 1) == described(folder, 3)


def test_every_item_is_described_or_accounted_for(folder: Path) -> None:
    described(folder, 2)
    items = read_jsonl(folder / "described.jsonl", Item)
    assert [item.item_id for item in items] == ["i0", "i1", "i2", "i3", "i4", "i5", "i7"]
    assert all(item.visual_description for item in items)
    lost = read_jsonl(folder / "lost.jsonl", Rejection)
    assert [(one.record_id, one.stage, one.reason) for one in lost] == [("i6", "describe", "no-image")]
    verdicts = json.loads((folder / "categories.json").read_text())
    assert verdicts["Skirts"] == {"count": 1, "kept": False, "reason": "fewer than 5 items"}
    assert verdicts["Dresses"]["kept"]


def test_no_category_left_is_an_error(folder: Path) -> None:
    write_jsonl(folder / "items.jsonl", read_jsonl(folder / "items.jsonl", Item)[:3])
    with pytest.raises(MuseError, match="none of 1 categories is kept"):
        described(folder, 1)

"""One small base and catalog for all tests of the package."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import support
from stubs import settings, training, warming

from muse.core.records import Item
from muse.finetune import base
from muse.finetune.checkpoint import Checkpoint


@dataclass(frozen=True)
class Shop:
    """A catalog, its pictures, and a base that was warmed up on it."""

    items: list[Item]
    images: Path
    base: Path

    @property
    def catalog(self) -> dict[str, Item]:
        return {item.item_id: item for item in self.items}

    def load(self) -> Checkpoint:
        return base.load(self.base, settings())


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    folder = tmp_path_factory.mktemp("shop")
    items = support.catalog(folder / "images", 8)
    catalog = {item.item_id: item for item in items}
    made, _ = base.warm_up(
        settings().models["qwen2-vl"],
        warming(items),
        training(),
        catalog,
        folder / "images",
        settings(),
        seed=1,
        folder=folder / "work",
        fingerprint="base",
    )
    made.save(folder / "base")
    return Shop(items, folder / "images", folder / "base")

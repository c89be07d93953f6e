"""What the steps of the conversations share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from muse.catalog.index import Index
from muse.config import StepConfig
from muse.core.errors import MuseError
from muse.core.files import read_jsonl
from muse.core.records import Item, Profile
from muse.dialogue.manager import STAGE, World
from muse.dialogue.views import Shown
from muse.profiles.check import check_profiles
from muse.steps._models import client


def shard_of(profiles: Path, catalog: Mapping[str, Item], count: int, shard: str) -> list[Profile]:
    """The profiles of a shard ("2-of-4"): every fourth of the first `count`; the rest are spare. All are checked."""
    number, shards = map(int, shard.split("-of-"))
    known = read_jsonl(profiles, Profile)
    check_profiles(known, catalog.values(), profiles)
    if len(known) < count:
        raise MuseError(
            f"{len(known)} profiles for {count} conversations", where=profiles, remedy="run gather_profiles again"
        )
    return known[:count][number - 1 :: shards]


def world(config: StepConfig, items: Path, images: Path, index: Path) -> World:
    """The catalog, its search and the models, as the conversations share them."""
    catalog = {item.item_id: item for item in read_jsonl(items, Item)}
    found = Index.load(index)

    def search(text: str, k: int, exclude: frozenset[str]) -> list[Shown]:
        hits = found.search(text, None, k, exclude)
        return [Shown(catalog[hit.item_id], images / catalog[hit.item_id].image) for hit in hits]

    return World(client(config, STAGE), config.dialogue, config.seed, catalog, images, search)

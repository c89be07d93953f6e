from __future__ import annotations

from pathlib import Path

import pytest
import support

from muse.core.errors import MuseError
from muse.core.files import write_jsonl
from muse.profiles.check import check_profiles
from muse.steps._dialogue import shard_of

ITEMS = [support.item(k, categories=("Root", "Shirts")) for k in range(3)]


def test_sound_profiles_pass() -> None:
    check_profiles([support.profile(0), support.profile(1)], ITEMS, Path("p.jsonl"))


def test_an_unknown_item_is_named_with_its_line() -> None:
    profiles = [support.profile(0), support.profile(1, target="gone")]
    with pytest.raises(MuseError, match=r"p\.jsonl:2: profile p000001: the catalog has no item 'gone'"):
        check_profiles(profiles, ITEMS, Path("p.jsonl"))


def test_an_id_that_comes_twice_is_named() -> None:
    with pytest.raises(MuseError, match="p000000 stands there twice"):
        check_profiles([support.profile(0), support.profile(0)], ITEMS, Path("p.jsonl"))


def test_a_category_that_is_not_the_items_is_named() -> None:
    wrong = support.profile(0).model_copy(update={"category": "Hats"})
    with pytest.raises(MuseError, match="of category 'Shirts', not 'Hats'"):
        check_profiles([wrong], ITEMS, Path("p.jsonl"))


def test_conversations_do_not_start_on_a_file_edited_badly(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "p.jsonl", [support.profile(0), support.profile(1, target="gone")])
    with pytest.raises(MuseError, match=r"p\.jsonl:2: profile p000001: the catalog has no item 'gone'"):
        shard_of(tmp_path / "p.jsonl", {item.item_id: item for item in ITEMS}, 1, "1-of-1")

"""Profiles from a file may have been edited by hand: consumers check them before they start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from muse.core.errors import MuseError
from muse.core.records import Item, Profile


def check_profiles(profiles: Sequence[Profile], items: Iterable[Item], where: Path) -> None:
    """Raise a MuseError that names the first profile with an unknown target, a wrong category or an id seen before."""
    known = {item.item_id: item for item in items}
    seen: set[str] = set()
    for number, profile in enumerate(profiles, 1):
        place = f"{where}:{number}"
        if profile.profile_id in seen:
            raise MuseError(f"profile {profile.profile_id} stands there twice", where=place, remedy="delete one")
        seen.add(profile.profile_id)
        target = known.get(profile.target_item)
        if target is None:
            raise MuseError(
                f"profile {profile.profile_id}: the catalog has no item {profile.target_item!r}",
                where=place,
                remedy="correct target_item, or delete the file and run gather_profiles again",
            )
        if target.category != profile.category:
            raise MuseError(
                f"profile {profile.profile_id}: item {target.item_id!r} is of category {target.category!r},"
                f" not {profile.category!r}",
                where=place,
                remedy="correct category or target_item",
            )

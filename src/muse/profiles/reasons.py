"""Why people shop: the reasons of config/purchase_reasons.yaml, in groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError

Reasons = Mapping[str, tuple[str, ...]]


def check_reasons(value: Any, groups: Iterable[str], where: Path) -> Reasons:
    """The parsed file as group -> reasons; every group that has a share must stand in it, with at least one reason."""
    if not isinstance(value, Mapping):
        raise MuseError("not a mapping of groups to reasons", where=where, remedy="write `Group:` and a list under it")
    reasons: dict[str, tuple[str, ...]] = {}
    for group, texts in value.items():
        if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text for text in texts):
            raise MuseError(f"group {group!r} is not a list of reasons", where=where, remedy="one text a line")
        if len(set(texts)) < len(texts):
            twice = next(text for text in texts if texts.count(text) > 1)
            raise MuseError(f"group {group!r} has {twice!r} twice", where=where, remedy="delete one")
        reasons[str(group)] = tuple(texts)
    if missing := sorted(set(groups) - set(reasons)):
        raise MuseError(
            f"no reasons for the group {missing[0]!r} of profiles.reason_group_shares",
            where=where,
            remedy="add the group, or take its share away",
        )
    return reasons

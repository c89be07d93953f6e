"""A reproducible sample of a stream of any length, in memory for the sample alone."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from muse.catalog.amazon.files import Problem
from muse.catalog.amazon.records import Head, Product, Row, product
from muse.catalog.settings import FilterSettings
from muse.core.errors import RecordRejected


@dataclass
class Tally:
    """What happened to the records: how many were read, and of each reason how many and the first."""

    read: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)

    def leave_out(self, reason: str, where: str) -> None:
        """Count one."""
        self.left_out[reason] = self.left_out.get(reason, 0) + 1
        self.first.setdefault(reason, where)


def sample(
    stream: Iterable[Row | Problem], rule: FilterSettings, count: int | None, seed: int
) -> tuple[list[Product], Tally]:
    """`count` of the records that pass the filter (all where None), in the order of the sample, and the tally.

    Each id has a priority, a hash of seed and id; the smallest are taken. So the sample depends on neither the order
    of the records nor their files, and a larger one only adds (bottom-k sampling: Cohen and Kaplan 2007).
    """
    tally = Tally()
    salt = f"{seed}\x1famazon\x1f".encode()
    kept: list[tuple[int, str, Row]] = []
    taken: set[str] = set()
    for found in stream:
        tally.read += 1
        if isinstance(found, Problem):
            tally.leave_out(found.reason, f"{found.where}: {found.detail}")
            continue
        item_id = found.head.parent_asin or ""
        if reason := unfit(found.head, rule):
            tally.leave_out(reason, item_id or f"record {tally.read}")
            continue
        priority = -_priority(salt, item_id)
        full = count is not None and len(kept) >= count
        if full and priority <= kept[0][0] and item_id not in taken:
            continue
        if item_id in taken:
            tally.leave_out("duplicate-id", item_id)
            continue
        taken.add(item_id)
        if full:
            taken.discard(heapq.heapreplace(kept, (priority, item_id, found))[1])
        else:
            heapq.heappush(kept, (priority, item_id, found))
    drawn: list[Product] = []
    for _, item_id, found in sorted(kept, key=lambda entry: (-entry[0], entry[1])):
        try:
            drawn.append(product(found.source))
        except RecordRejected as verdict:
            tally.leave_out(verdict.reason, f"{item_id}: {verdict.message}")
    return drawn, tally


def unfit(found: Head, rule: FilterSettings) -> str | None:
    """Why a record is left out; None where it passes."""
    if not found.parent_asin:
        return "bad-id"
    if not found.title:
        return "no-title"
    if not found.categories or len(found.categories) < 2 or found.categories[0] != rule.root:
        return "other-category"
    if (found.rating_number or 0) < rule.min_ratings:
        return "few-ratings"
    return None if found.pictured() else "no-image"


def _priority(salt: bytes, item_id: str) -> int:
    digest = hashlib.sha256(salt + item_id.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big")

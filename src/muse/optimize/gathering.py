"""From shards to exactly N conversations, and what became of all that were begun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError
from muse.core.records import Conversation, Profile, Rejection
from muse.optimize.effect import effect


@dataclass(frozen=True)
class Gathered:
    """N conversations and all rejected records, each sorted by id."""

    conversations: list[Conversation]
    rejections: list[Rejection]


async def gather(
    accepted: Sequence[Conversation],
    rejected: Sequence[Rejection],
    spare: Sequence[Profile],
    wanted: int,
    hold: Callable[[list[Profile]], Awaitable[list[Conversation | Rejection]]],
    *,
    where: Path,
) -> Gathered:
    """Exactly `wanted` conversations: those accepted, and as many of the `spare` profiles, in order, as it takes.

    `hold` turns profiles into finished conversations or rejections. Raises MuseError where the spares run out.
    """
    kept, dropped, at = list(accepted), list(rejected), 0
    while len(kept) < wanted:
        batch = list(spare[at : at + wanted - len(kept)])
        at += len(batch)
        if not batch:
            reasons = Counter(record.reason for record in dropped)
            raise MuseError(
                f"{len(kept)} conversations of {wanted}: {len(dropped)} were rejected ("
                + ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
                + f") and all {len(spare)} spare profiles are used up",
                where=where,
                remedy="raise profiles.spare_share, or see why so many are rejected",
            )
        for record in await hold(batch):
            if isinstance(record, Conversation):
                kept.append(record)
            else:
                dropped.append(record)
    return Gathered(
        sorted(kept, key=lambda record: record.conversation_id),
        sorted(dropped, key=lambda record: (record.record_id, record.stage)),
    )


def report(gathered: Gathered) -> dict[str, Any]:
    """Counts for the paper: what was accepted, how the target was reached, why records were dropped, the rewriter."""
    held = gathered.conversations
    turns = [turn for record in held for turn in record.turns]
    reviews = [record.review for record in held if record.review]
    return {
        "conversations": len(held),
        "utterances": len(turns),
        "utterances_per_conversation": len(turns) / max(1, len(held)),
        "scripted": any(record.provenance.scripted for record in held),
        "writers": sorted({record.provenance.writer for record in held}),
        "openings": dict(sorted(Counter(record.opening for record in held).items())),
        "reached": dict(sorted(Counter(record.reached for record in held).items())),
        "actions": dict(sorted(Counter(turn.action for turn in turns).items())),
        "rejected": dict(sorted(Counter(f"{one.stage}/{one.reason}" for one in gathered.rejections).items())),
        "review_totals": {str(total): count for total, count in sorted(Counter(one.total for one in reviews).items())},
        "rewriter": effect(turns),
    }

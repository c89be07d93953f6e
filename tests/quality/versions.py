from __future__ import annotations

from collections.abc import Sequence

from muse.core.records import Conversation
from muse.quality import dialogues


def both(conversations: Sequence[Conversation]) -> list[dialogues.Dialogue]:
    """All as released, then all before rewriting."""
    return [read(record) for read in (dialogues.released, dialogues.before_rewriting) for record in conversations]

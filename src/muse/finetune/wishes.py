"""What a shopper said that a picture or title can answer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from muse.core.records import Item
from muse.finetune.records import Utterance

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_END = re.compile(r"(?<=[.?!])\s+")
_FRAME_TEXT = """
    a all also among an and any at be can effect for has in is it mostly no of on one over pair picture piece see seen
    sees show shows the to view visible what with without
"""
_FRAME = frozenset(_FRAME_TEXT.split())  # of visual descriptions, about no look


class Wishes:
    """Finds the sentences that say what is wanted, by the words that the catalog has for looks.

    Those are the words of the visual descriptions: colours, patterns, garments, cuts.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        looks = {item.item_id: _words(item.visual_description) for item in items}
        self._looks = frozenset[str]().union(*looks.values()) - _FRAME
        members: dict[str, list[str]] = defaultdict(list)
        for item in items:
            members[item.category].append(item.item_id)
        self._own: dict[str, frozenset[str]] = {}
        for ids in members.values():
            shared = Counter(word for item_id in ids for word in looks[item_id])
            for item_id in ids:
                words = looks[item_id] & self._looks
                self._own[item_id] = frozenset(word for word in words if 2 * shared[word] <= len(ids))

    def said(self, dialogue: Sequence[Utterance]) -> list[str]:
        """The sentences with such a word among those that turn a suggestion down, and so say what is wanted instead.

        Among all of the shopper's sentences where none turns one down; and all of them where none has such a word.
        """
        spoken = [past for past in dialogue if past.speaker == "user"]
        telling = [past for past in spoken if past.action == "reject"] or spoken
        parts = [part for past in telling for part in sentences(past.text)]
        return [part for part in parts if _words(part) & self._looks] or parts

    def tell(self, text: str, target: str) -> bool:
        """The text names something of the target's look that at most half of its category have."""
        return bool(_words(text) & self._own[target])


def sentences(text: str) -> list[str]:
    """A text cut after each full stop, question mark and exclamation mark."""
    return [part for part in _END.split(text) if part]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))

"""Whether a text names the item: the one thing that a scenario must never do. Checked, not hoped."""

from __future__ import annotations

import re

from muse.core.records import Item
from muse.profiles.garments import GARMENTS

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Words of category tags that say for whom or how, not what: a scenario may use them.
_GENERIC_WORDS = """
accessories active and athletic baby body boys button casual clothing cold collections compression competitive day
everyday evening eyewear fashion for formal girls half industrial kids knee-high knit ladies liner men mens money
no novelty one-piece pocket school set sets show sleep sleepwear special sport sports store sun swim swimwear the
thermal track training travel unisex up ups water weather wear wedding winter women womens work wrist
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_RUN = 3


class Namer:
    """Finds an item's names in a text: its garment words, singular or plural, its brand, runs of its title."""

    def __init__(self, item: Item) -> None:
        title = words(item.title)
        leaf = [word for word in words(item.category) if word not in _GENERIC]
        garments = [word for word in (*title, *words(item.category)) if not GARMENTS.isdisjoint(forms(word))]
        self._words = {form for word in (*leaf, *garments) for form in forms(word)}
        self._runs = {tuple(title[at : at + _RUN]) for at in range(len(title) - _RUN + 1)}
        if item.store and (brand := tuple(words(item.store))):
            self._runs.add(brand)

    def find(self, text: str) -> str | None:
        """The first name of the item in the text, or None."""
        spoken = words(text)
        for at, word in enumerate(spoken):
            if any(not self._words.isdisjoint(forms(part)) for part in (word, *word.split("-"))):
                return word
            for run in self._runs:
                if tuple(spoken[at : at + len(run)]) == run:
                    return " ".join(run)
        return None


def words(text: str) -> list[str]:
    """Lower-case words; a hyphen within a word stays, an apostrophe and what follows it goes."""
    return _WORD.findall(re.sub(r"['’]\w*", "", text.lower()))


def forms(word: str) -> set[str]:
    """The word and what it may be the plural of: "dresses" gives "dresse" and "dress", "scarves" also "scarf"."""
    found = {word}
    if word.endswith("s") and not word.endswith("ss"):
        found |= {word[:-1], word.removesuffix("es")}
        found |= {word[:-3] + "y"} if word.endswith("ies") else set()
        found |= {word[:-3] + "f", word[:-3] + "fe"} if word.endswith("ves") else set()
    return found

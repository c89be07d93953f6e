"""Are the attributes that a reply states true of the item? Checked against what rendered items really are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from muse.core.records import Item

# Attribute to the names it has among a rendered item's true attributes.
CHECKED = {"colour": ("colour", "second_colour"), "pattern": ("pattern",), "garment": ("garment",)}
_PRICE = re.compile(r"\$\s?(\d+(?:,\d{3})*(?:\.\d{1,2})?)")
_PARTS = re.compile(r",\s*|\s+and\s+|\s*/\s*")


@dataclass(frozen=True)
class Facts:
    """What is true of each item, and the words by which a reply states something.

    `true` maps item id to attribute to the values that hold (lower case); `words` attribute to all values there are.
    """

    true: Mapping[str, Mapping[str, frozenset[str]]]
    words: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, truth: Mapping[str, Mapping[str, str]]) -> Facts:
        """From the catalog's true attributes; an attribute that no item has is not checked."""
        true = {
            item_id: {
                name: frozenset().union(*(values(given.get(source, "")) for source in sources))
                for name, sources in CHECKED.items()
                if given.get(sources[0])
            }
            for item_id, given in truth.items()
        }
        every = {name: {value for each in true.values() for value in each.get(name, ())} for name in CHECKED}
        return cls(true, {name: _any_of(found) for name, found in every.items() if found})

    def stated(self, text: str) -> dict[str, frozenset[str]]:
        """The values of each attribute that a text names, price included (as dollars and cents)."""
        lower = text.lower()
        found = {name: frozenset(_singular(hit) for hit in words.findall(lower)) for name, words in self.words.items()}
        found["price"] = frozenset(f"{float(hit.replace(',', '')):.2f}" for hit in _PRICE.findall(text))
        return {name: hits for name, hits in found.items() if hits}

    def check(self, reply: str, reference: str, item: Item) -> dict[str, float]:
        """Of one reply: shares of true statements, and what it leaves unsaid.

        An attribute counts where the reply or the reference states it. `attribute_accuracy` is the share of those
        that the reply states and of which all its values hold: silence and falsehood both cost. What the title names
        is true as well ("Dress Shirt" is no dress). `stated` is the number that the reply states, `false` the number
        of those that do not hold. Without anything to count the accuracy is left out.
        """
        title = self.stated(item.title)
        known = self.true.get(item.item_id, {})
        true = {name: known[name] | title.get(name, frozenset()) for name in known}
        if item.price is not None:
            true["price"] = frozenset({f"{item.price:.2f}"})
        said, expected = self.stated(reply), self.stated(reference)
        right = {name: said[name] <= true[name] for name in said if name in true}
        counted = [name for name in true if name in said or name in expected]
        checked: dict[str, float] = {"stated": float(len(right)), "false": float(sum(not ok for ok in right.values()))}
        for name in counted:
            checked[f"{name}_accuracy"] = float(right.get(name, False))
        if counted:
            checked["attribute_accuracy"] = sum(right.get(name, False) for name in counted) / len(counted)
        return checked


def values(text: str) -> frozenset[str]:
    """The values in an attribute's text: "navy and white" are two."""
    return frozenset(_singular(part) for part in _PARTS.split(text.lower().strip()) if part)


def _any_of(found: Iterable[str]) -> re.Pattern[str]:
    """Any of the values as whole words, the longest first, a plural s allowed."""
    ordered = sorted(found, key=lambda value: (-len(value), value))
    return re.compile(r"\b(?:" + "|".join(f"{re.escape(value)}(?:e?s)?" for value in ordered) + r")\b")


def _singular(word: str) -> str:
    """Values are compared without a plural ending."""
    return re.sub(r"(?<=[a-z]{3})(?<!s)s$", "", re.sub(r"(?<=ss)es$", "", word))

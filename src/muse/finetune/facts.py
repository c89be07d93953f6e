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

    `true` maps item id to attribute to the values that hold (lower case); `words` attribute to every form of all values
    there are, and `found` to what finds those forms.
    """

    true: Mapping[str, Mapping[str, frozenset[str]]]
    words: Mapping[str, Mapping[str, str]]
    found: Mapping[str, re.Pattern[str]]

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
        words = {name: {form: value for value in found for form in forms(value)} for name, found in every.items()}
        return cls(true, words, {name: _any_of(each) for name, each in words.items() if each})

    def stated(self, text: str) -> dict[str, frozenset[str]]:
        """The values of each attribute that a text names, price included (as dollars and cents)."""
        lower = text.lower()
        found = {
            name: frozenset(self.words[name][hit] for hit in wanted.findall(lower))
            for name, wanted in self.found.items()
        }
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
    return frozenset(part for part in _PARTS.split(text.lower().strip()) if part)


def forms(value: str) -> tuple[str, ...]:
    """How a text names a value: as it is, and in the other number.

    Not the singular of one word: shorts, flats and heels are garments, short, flat and heel are said of others.
    """
    if not value.endswith("s") or value.endswith("ss"):
        return value, f"{value}s", f"{value}es"
    return (value, value[:-1]) if " " in value else (value,)


def _any_of(found: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words, the longest first; a hyphen joins: "tie-dye" names no tie."""
    ordered = sorted(found, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")

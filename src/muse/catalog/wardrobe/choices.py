"""Which colours, second colours and patterns are usual for which goods, with their weights."""

from __future__ import annotations

import numpy as np

from muse.catalog.wardrobe import palette

_EVERYDAY = {
    "black": 10, "white": 8, "navy": 8, "grey": 5, "charcoal": 4, "beige": 4, "olive": 4, "burgundy": 4, "red": 5,
    "blue": 5, "sky blue": 5, "green": 4, "teal": 3, "pink": 5, "coral": 2, "mustard": 3, "lavender": 3, "purple": 2,
    "brown": 3, "tan": 2, "mint": 2, "turquoise": 2, "orange": 2, "yellow": 3, "fuchsia": 2,
}  # fmt: skip
COLOURS: dict[str, dict[str, int]] = {
    "all": _EVERYDAY,
    "bright": {name: 4 if name in {"red", "blue", "green", "pink", "fuchsia", "yellow", "turquoise", "coral", "orange",
               "purple", "teal", "mint", "lavender", "navy", "white", "black"} else 1 for name in _EVERYDAY},
    "sober": {"black": 10, "navy": 9, "charcoal": 7, "grey": 6, "beige": 5, "brown": 4, "tan": 4, "olive": 4,
              "burgundy": 3, "white": 3, "green": 1, "blue": 1, "teal": 1},
    "denim": {"navy": 8, "blue": 6, "sky blue": 5, "black": 5, "grey": 3, "charcoal": 2, "white": 2},
    "leather": {"black": 10, "brown": 8, "tan": 8, "burgundy": 4, "navy": 3, "grey": 2, "beige": 4, "red": 2,
                "white": 3, "olive": 2, "green": 1, "pink": 1, "mustard": 1, "teal": 1},
    "pearl": {"white": 8, "beige": 4, "pink": 3, "grey": 3, "charcoal": 2, "lavender": 1},
    "metal": {"gold": 10, "silver": 10, "rose gold": 5},
    "soft": {"white": 6, "pink": 6, "lavender": 4, "beige": 5, "sky blue": 5, "mint": 4, "black": 6, "grey": 4,
             "navy": 4, "burgundy": 3, "coral": 2, "red": 2, "teal": 2},
}  # fmt: skip
PATTERNS: dict[str, dict[str, int]] = {
    "plain": {"plain": 1},
    "sober": {"plain": 70, "vertical stripes": 9, "plaid": 11, "geometric": 5,
              "horizontal stripes": 3, "polka dots": 2},
    "casual": {"plain": 38, "horizontal stripes": 14, "graphic print": 14, "colour block": 9, "tie-dye": 7, "floral": 5,
               "polka dots": 4, "camouflage": 4, "geometric": 3, "animal print": 2},
    "shirt": {"plain": 36, "plaid": 24, "vertical stripes": 16, "floral": 7, "geometric": 6, "polka dots": 5,
              "horizontal stripes": 3, "camouflage": 2, "colour block": 1},
    "print": {"plain": 28, "floral": 24, "polka dots": 10, "geometric": 8, "animal print": 7, "horizontal stripes": 6,
              "vertical stripes": 5, "plaid": 4, "colour block": 4, "tie-dye": 4},
    "knit": {"plain": 56, "horizontal stripes": 20, "geometric": 14, "colour block": 10},
    "sport": {"plain": 50, "colour block": 14, "geometric": 10, "camouflage": 8, "tie-dye": 8, "horizontal stripes": 5,
              "animal print": 5},
    "accessory": {"plain": 52, "floral": 9, "polka dots": 8, "plaid": 9, "geometric": 8, "animal print": 7,
                  "horizontal stripes": 4, "vertical stripes": 3},
    "shoe": {"plain": 78, "animal print": 6, "plaid": 3, "floral": 5, "camouflage": 3, "polka dots": 3, "geometric": 2},
}  # fmt: skip
_PARTNERS = ("white", "black", "navy", "beige", "red", "mustard", "pink", "sky blue", "burgundy", "teal", "coral",
             "yellow", "green", "grey", "brown", "blue", "mint", "lavender", "turquoise", "orange")  # fmt: skip
_FORCED = {"camouflage": ({"olive": "beige", "grey": "black", "beige": "brown", "navy": "sky blue", "tan": "olive",
                           "green": "black", "charcoal": "grey", "pink": "burgundy", "sky blue": "navy"}),
           "animal print": {"tan": "black", "beige": "brown", "mustard": "black", "white": "black", "grey": "black",
                            "pink": "black", "red": "black", "sky blue": "navy", 
                            "coral": "black"}}  # fmt: skip


def draw(weights: dict[str, int], random: np.random.Generator) -> str:
    """A key with probability in proportion to its weight."""
    names = list(weights)
    shares = np.array([weights[name] for name in names], dtype=float)
    return names[int(random.choice(len(names), p=shares / shares.sum()))]


def bases(pattern: str, colours: str) -> dict[str, int]:
    """Weights of the main colours that go with the pattern (camouflage and animal prints have theirs)."""
    weights = COLOURS[colours]
    usual = {name: weights.get(name, 1) for name in _FORCED.get(pattern, {}) if name in palette.COLOURS}
    return usual or weights


def second(colour: str, pattern: str, random: np.random.Generator) -> str:
    """A second colour that is told from the first at a glance; "" for a plain piece."""
    if pattern == "plain":
        return ""
    forced = _FORCED.get(pattern, {})
    if colour in forced:
        return forced[colour]
    names = [name for name in _PARTNERS if tell_apart(name, colour)]
    shares = np.array([3.0 if name in {"white", "black", "navy", "beige"} else 1.0 for name in names])
    return names[int(random.choice(len(names), p=shares / shares.sum()))]


def tell_apart(one: str, two: str) -> bool:
    """Whether two named colours are told apart at a glance, side by side in a pattern."""
    return palette.distance(palette.ALL[one], palette.ALL[two]) > 210

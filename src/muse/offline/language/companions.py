"""Which pieces are worn together, and which colours."""

from __future__ import annotations

import numpy as np

from muse.offline.language.items import Thing

PARTNERS = {
    "top": ("trousers", "jeans", "skirt", "cardigan"),
    "warm": ("jeans", "trousers", "boots", "shirt"),
    "outer": ("jeans", "dress", "boots", "scarf"),
    "dress": ("heels", "cardigan", "clutch", "necklace", "sandals"),
    "bottom": ("shirt", "sweater", "sneakers", "blouse"),
    "swim": ("sandals", "sun hat", "tote bag", "sunglasses"),
    "night": ("slippers", "robe"),
    "under": ("dress", "shirt"),
    "legs": ("skirt", "shoes", "boots"),
    "shoe": ("trousers", "jeans", "dress", "skirt"),
    "head": ("coat", "jacket", "sundress"),
    "neck": ("coat", "blazer", "shirt"),
    "hand": ("coat", "parka"),
    "waist": ("trousers", "jeans", "dress"),
    "bag": ("coat", "dress", "blazer", "loafers"),
    "jewel": ("dress", "blouse", "sweater"),
    "time": ("shirt", "blazer", "sweater"),
    "eyes": ("t-shirt", "sundress", "sun hat"),
}
NEUTRAL = {
    "black", "white", "grey", "charcoal", "silver", "gold", "rose gold", "cream", "beige", "tan", "brown", "navy",
    "blue", "light blue", "denim", "olive", "burgundy",
}  # fmt: skip
CLASHES = [
    {"red", "pink"}, {"red", "orange"}, {"red", "fuchsia"}, {"orange", "fuchsia"}, {"orange", "pink"},
    {"red", "coral"}, {"green", "fuchsia"}, {"purple", "orange"}, {"green", "orange"}, {"mustard", "fuchsia"},
    {"yellow", "purple"}, {"red", "purple"}, {"turquoise", "red"}, {"turquoise", "orange"}, {"coral", "purple"},
]  # fmt: skip


def goes_with(wanted: Thing, random: np.random.Generator) -> str:
    """A search for a piece worn with the wanted one, for the same people."""
    partners = PARTNERS.get(wanted.noun.family, ("jeans", "shirt", "shoes"))
    return f"{wanted.audience} {partners[int(random.integers(len(partners)))]}".strip()


def matches(own: Thing, wanted: Thing) -> tuple[bool, str]:
    """Whether two things are worn together, with the reason: kinds first, then people, patterns and colours."""
    against = _against(own, wanted)
    return not against, against or "nothing speaks against it"


def _against(own: Thing, wanted: Thing) -> str:
    one, other = (thing.colours[0] if thing.colours else "" for thing in (own, wanted))
    loud = one not in NEUTRAL and other not in NEUTRAL and one != other
    objections = (
        (own.noun.family in (wanted.noun.family, "other"), "not another kind of piece"),
        (own.audience and wanted.audience and own.audience != wanted.audience, "made for different people"),
        (own.pattern and wanted.pattern, "two patterns side by side"),
        ({one, other} in CLASHES, f"{one} beside {other} jars"),
        (one and other and loud, f"{one} and {other} fight for attention"),
    )
    return next((reason for met, reason in objections if met), "")

"""The words of a shop: titles, features and descriptions that leave out part of what the picture shows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from muse.catalog.settings import TitleOmits
from muse.catalog.wardrobe.design import Design

_FIRST = ("Alder", "Wren", "Tarn", "Ost", "Bramble", "Corvin", "Linden", "Marl", "Sorrel", "Thistle", "Hazel",
          "Fenna", "Juniper", "Calder", "Rowan", "Pell", "Oriel", "Vesper", "Larkin", "Moss", "Quill", "Hollis",
          "Ember", "Isla")  # fmt: skip
_SECOND = (
    "fold & Co",
    " Lane",
    " & Finch",
    "wick",
    " Row",
    " Atelier",
    "mere",
    " House",
    " & Daughters",
    "field",
    " Supply",
    " No. 9",
)
STORES = tuple(first + second for first in _FIRST for second in _SECOND)
LINES = ("Solenne", "Ashby", "Marta", "Kestrel", "Delphine", "Arlo", "Bexley", "Cosima", "Dune", "Elio", "Fjord", "Gia",
         "Harlow", "Ines", "Juno", "Kinsale", "Lumen", "Mirela", "Nadir", "Oona", "Perrin", "Quinta", "Romy", "Saskia",
         "Tilda", "Umbra", "Vale", "Willa", "Xenia", "Yarrow", "Zora", "Amaro", "Brisa", "Celeste", "Dorian", "Estrid",
         "Fable", "Greer", "Halden", "Iver", "Jolie", "Kaia", "Lorne", "Maren", "Nell", "Orla",
         "Piper", "Rune")  # fmt: skip
CARE = {
    "silk": "Dry clean only", "wool": "Dry clean or hand wash cold", "wool blend": "Dry clean recommended",
    "cashmere": "Hand wash cold, dry flat", "merino wool": "Hand wash cold, dry flat", 
    "leather": "Wipe with a damp cloth", "faux leather": "Wipe with a damp cloth", "suede": "Brush gently, keep dry",
    "patent leather": "Wipe with a soft cloth",
    "straw": "Spot clean only", "felt": "Spot clean only", "gold": "Store in a dry place", "rubber": "Rinse with water",
    "velvet": "Dry clean recommended", "sequins": "Hand wash cold, hang to dry",
}  # fmt: skip
_SAYINGS = (
    "Made for days that run from morning into evening.",
    "An easy piece that earns its place in the wardrobe.",
    "Cut for comfort and made to last.",
    "A piece to reach for again and again.",
    "Finished by hand and checked twice before it leaves the workshop.",
    "Light enough to pack, good enough to keep on.",
    "Designed in our small studio.",
    "A quiet favourite of our regular customers.",
    "Pairs well with what you already own.",
)


def told(design: Design, omits: TitleOmits, random: np.random.Generator) -> dict[str, str]:
    """The visible attributes that the words may name; each is left out with the probability set for its kind.

    What the leaf fixes (the midi of a midi dress) is in the noun or path anyway and is not drawn.
    """
    fixed = {key for key, values in design.leaf.fixed if len(values) == 1}
    kept = {}
    for name, kind, value in (
        ("colour", "colour", design.colour),
        ("pattern", "pattern", "" if design.pattern == "plain" else design.pattern),
        *((key, "detail", value) for key, value in design.details.items() if key not in fixed),
    ):
        left_out = random.random() < getattr(omits, kind)
        if value and not left_out:
            kept[name] = value
    return kept


_PHRASES = {
    "sleeve": "{} sleeve", "neckline": "{} neck", "fit": "{} fit", "leg": "{} leg", "skirt": "{}", "length": "{}",
    "heel": "{} heel", "toe": "{} toe", "brim": "{} brim", "strap": "{} strap", "rise": "{} rise", "closure": "{}",
}  # fmt: skip


def phrase(key: str, value: str) -> str:
    """A detail as it stands in a title: sleeve, long -> "long sleeve"; "" for what nobody would mention."""
    if value == "regular" or value.startswith(("no ", "plain", "tonal", "un")):
        return ""
    if value.endswith(("neck", "less", key)) or value in {"turtleneck", "strapless"}:
        return value
    if key == "neckline" and value == "collar":
        return "collared"
    return _PHRASES.get(key, "{}").format(value)


def title(design: Design, told_: Mapping[str, str]) -> str:
    """The store, the audience, what is told, and the noun; nothing twice running, as in "Gloves Gloves"."""
    audience = {"Women": "Women's", "Men": "Men's", "Girls": "Girls'", "Boys": "Boys'", "Baby": "Baby"}.get(
        design.leaf.audience, ""
    )
    details = [phrase(key, value) for key, value in told_.items() if key not in {"colour", "pattern"}][:2]
    noun = design.leaf.noun.lower()
    parts = [
        design.store,
        audience,
        design.line,
        *(detail for detail in dict.fromkeys(details) if not noun.startswith(detail.rpartition(" ")[2])),
        told_.get("colour", ""),
        told_.get("pattern", ""),
        design.leaf.noun,
    ]
    return " ".join(_capital(part) for part in parts if part)


def _capital(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def features(design: Design, told_: Mapping[str, str]) -> tuple[str, ...]:
    """Material, what is told of the details, care."""
    lines = [f"Material: {design.material}"]
    for key, value in told_.items():
        if key in {"colour", "pattern"}:
            continue
        shown = phrase(key, value)
        if shown:
            lines.append(_capital(shown[:1]) + shown[1:])
    lines.append(care(design))
    return tuple(lines)


def care(design: Design) -> str:
    """How to look after it: by the material, or by the department for what is not washed."""
    if design.material in CARE:
        return CARE[design.material]
    place = " ".join(design.leaf.path[1:])
    if "Jewelry" in place or "Watches" in place:
        return "Polish with a soft cloth, keep dry"
    if any(
        word in place for word in ("Shoes", "Handbags", "Luggage", "Backpacks", "Sunglasses", "Umbrellas", "Wallets")
    ):
        return "Wipe clean with a damp cloth"
    return "Machine wash cold, tumble dry low"


def description(design: Design, told_: Mapping[str, str], random: np.random.Generator) -> str:
    """One to three sentences."""
    look = " ".join(part for part in (told_.get("colour", ""), told_.get("pattern", "")) if part)
    start = f"The {design.line} {design.leaf.noun.lower()} in {look + ' ' if look else ''}{design.material}."
    sayings = [_SAYINGS[k] for k in random.choice(len(_SAYINGS), size=int(random.integers(0, 3)), replace=False)]
    return " ".join([start, *sayings])

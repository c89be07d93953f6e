"""What else shows, in words that can be spoken: `f"{value} {name}"` reads as English."""

from __future__ import annotations

from collections.abc import Mapping

NAMES = {"sleeve": "sleeves", "strap": "straps", "leg": "legs", "breast": "front"}
SAID = {
    "sleeveless": ("sleeves", "no"),
    "v-neck": ("neckline", "V"),
    "collar": ("neckline", "collared"),
    "ruffle collar": ("neckline", "ruffled"),
    "turtleneck": ("neckline", "high"),
    "tie neck": ("neckline", "tied"),
    "hooded": ("hood", "attached"),
    "belted": ("belt", "visible"),
    "sash": ("sash", "tied"),
    "cuffed": ("cuffs", "turned-up"),
    "strapped": ("cuffs", "strapped"),
    "toggles": ("closure", "toggle"),
    "laces": ("closure", "lace-up"),
    "straps": ("closure", "strap"),
    "zip top": ("closure", "zip"),
    "flap top": ("closure", "flap"),
    "black leather": ("strap", "black leather"),
    "brown leather": ("strap", "brown leather"),
    "tan leather": ("strap", "tan leather"),
    "slingback": ("strap", "slingback"),
    "tassels": ("detail", "tassel"),
    "buckles": ("detail", "buckle"),
}
UNSPOKEN = {
    "garment", "pattern", "colour", "second_colour", "fit", "lining", "wash", "style", "fold_", "finish", "size", "tab",
    "canopy", "metal", "width", "knot", "cut", "opacity", "foot", "studs", "clips", "edge", "regular", "straight",
    "pullover", "waistband", "flat front", "shorts", "unbelted", "classic", "open hem", "banded", "clip-on",
    "double ring", "height", "swoosh line", "medium", "fitted",
}  # fmt: skip
UNSPOKEN_STARTS = ("no ", "plain")


def spoken(said: Mapping[str, str]) -> dict[str, str]:
    """Attributes of the network and their answers as details, without what is not worth saying."""
    details: dict[str, str] = {}
    for head, answer in said.items():
        if not answer or {head, answer} & UNSPOKEN or answer.startswith(UNSPOKEN_STARTS):
            continue
        name, value = NAMES.get(head, head), answer
        if answer in SAID:
            name, value = SAID[answer]
        elif " " in answer:
            value, name = answer.rsplit(" ", 1)
        details.setdefault(name, value)
    return details

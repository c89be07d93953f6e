"""What an item's own text says of care and sizes, and its points worth telling."""

from __future__ import annotations

import re

import numpy as np

from muse.offline.language.audience import limit
from muse.offline.language.items import Thing, with_article
from muse.offline.language.person import Facts

_CARE = re.compile(r"wash|clean|iron|tumble|bleach|rinse|wipe|polish", re.IGNORECASE)
_SIZE = re.compile(
    r"\bsiz|\bfit\b|\bfits\b|\bregular\b|\bslim\b|\brelaxed\b|\binches\b|\blength\b|adjust", re.IGNORECASE
)


def care(thing: Thing) -> str:
    """The listed feature on care, or nothing."""
    return next((feature for feature in thing.features if _CARE.search(feature)), "")


def sizes(thing: Thing) -> str:
    """The listed feature on size or fit, or nothing."""
    return next((feature for feature in thing.features if _SIZE.search(feature)), "")


def good_points(thing: Thing, random: np.random.Generator) -> Facts:
    """One listed feature to tell and one detail that shows, drawn anew each time."""
    facts: Facts = {}
    if thing.points:
        point = thing.points[int(random.integers(len(thing.points)))]
        facts["point"] = point if point[:2].isupper() else point[0].lower() + point[1:]
    if thing.details:
        detail = thing.details[int(random.integers(len(thing.details)))]
        facts |= {"detail": detail, "a_detail": with_article(detail), "detail_plural": detail.endswith("s")}
    return facts


def told_apart(name: str, heard: str) -> str:
    """A name that was said before, as that of a second or a further thing: the shop has several of one name."""
    times = len(set(re.findall(rf"the (?:other |next )?{re.escape(name)}(?=[^\w-])", heard)))
    return f"{('', 'other ', 'next ')[min(times, 2)]}{name}"


def spending(price: float | None, said: str) -> Facts:
    """How a price stands to the most that the shopper said: within it, or beyond, where it is told as such only."""
    most = limit(said)
    if most is None or price is None:
        return {}
    if price <= most:
        return {"in_budget": True, "limit": f"${most:.0f}"}
    return {"dear": f"${round(price)}", "limit": f"${most:.0f}", "price": "", "round_price": ""}


def met(wishes: Facts, thing: Thing) -> Facts:
    """Of what was wished for, only what this thing has: nobody is told to get what they do not get."""
    has = {
        "got_noun": thing.noun.word,
        "got_material": thing.material,
        "got_print": thing.facts()["print"],
        "got_plain": thing.facts()["plain"],
    }
    kept = {name: value for name, value in wishes.items() if name in has and value == has[name]}
    if str(wishes.get("got_colour", "")) in thing.colours[:2]:
        kept["got_colour"] = wishes["got_colour"]
    if "got_noun" in kept:
        kept |= {"got_many": thing.noun.many, "got_a": thing.noun.one}
    return kept

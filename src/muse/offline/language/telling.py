"""What an item's own text says of care and sizes, and its points worth telling."""

from __future__ import annotations

import re

import numpy as np

from muse.offline.language.items import Thing
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
    points = [feature for feature in thing.features if not _CARE.search(feature)] or list(thing.features)
    if points:
        point = points[int(random.integers(len(points)))]
        facts["point"] = point if point[:2].isupper() else point[0].lower() + point[1:]
    if thing.details:
        facts["detail"] = thing.details[int(random.integers(len(thing.details)))]
    return facts

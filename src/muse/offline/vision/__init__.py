"""Looking at a picture: the garment set apart from its background, its colours, its pattern, its shape. Pixels only."""

from __future__ import annotations

import hashlib
from collections import OrderedDict

from muse.offline.sight import Sight
from muse.offline.vision.colours import name_colours
from muse.offline.vision.pattern import guess_pattern
from muse.offline.vision.pixels import Picture, decode
from muse.offline.vision.segment import garment_mask
from muse.offline.vision.shape import guess_garment

__all__ = ["Picture", "decode", "see"]

REMEMBERED = 20_000
_seen: OrderedDict[bytes, Sight] = OrderedDict()


def see(picture: bytes) -> Sight:
    """What shows in an encoded picture. BadRequestError where the bytes are no picture.

    The same bytes are looked at once in a process.
    """
    digest = hashlib.sha256(picture).digest()
    sight = _seen.get(digest)
    if sight is None:
        sight = _seen[digest] = _look(decode(picture))
        if len(_seen) > REMEMBERED:
            _seen.popitem(last=False)
    return sight


def _look(picture: Picture) -> Sight:
    mask, sure = garment_mask(picture)
    colours, shares = name_colours(picture, mask)
    pattern, pattern_confidence = guess_pattern(picture, mask, shares)
    garment, garment_confidence = guess_garment(mask)
    return Sight(
        garment=garment,
        colours=colours,
        pattern=pattern,
        garment_confidence=round(garment_confidence * sure, 3),
        pattern_confidence=round(pattern_confidence * sure, 3),
    )

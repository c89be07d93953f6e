"""One look at a picture: what the network says of it, and the colours of the garment that it finds."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import cache
from pathlib import Path

from muse.offline.sight import Sight
from muse.offline.vision.colours import name_colours, shares
from muse.offline.vision.details import spoken
from muse.offline.vision.net import Net
from muse.offline.vision.pixels import Floats, Mask, Picture, decode, square
from muse.offline.vision.segment import garment_mask, plain_ground_mask

REMEMBERED = 20_000
SURE = 0.6  # of a detail
SAME = 0.8
TRUST_DRAWN, TRUST_PHOTO = 0.5, 0.1
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


@cache
def _net() -> Net:
    return Net.load(Path(__file__).with_name("weights.npz"))


def _look(picture: Picture) -> Sight:
    net = _net()
    found, grid = net(square(picture.rgb, net.size_px))
    chances = {head: dict(zip(net.answers[head], map(float, values), strict=True)) for head, values in found.items()}
    said = {head: max(options.items(), key=lambda option: option[1]) for head, options in chances.items()}
    mask, drawn = _garment(picture, grid)
    trust = TRUST_DRAWN if drawn else TRUST_PHOTO
    return Sight(
        garment=said["garment"][0],
        colours=name_colours(shares(picture, mask), chances["colour"], chances["second_colour"], trust),
        pattern=said["pattern"][0],
        details=spoken({head: answer for head, (answer, chance) in said.items() if chance >= SURE}),
        garment_confidence=round(said["garment"][1], 3),
        pattern_confidence=round(said["pattern"][1], 3),
    )


def _garment(picture: Picture, grid: Floats) -> tuple[Mask, bool]:
    """Where the garment is, and whether it lies on a plain ground as in a shop's picture.

    The sharp mask that a plain ground allows is taken where it is much the same as the network's coarse one.
    """
    coarse, _ = garment_mask(picture, grid)
    sharp, sure = plain_ground_mask(picture)
    same = float((coarse & sharp).sum() / max(1, (coarse | sharp).sum()))
    return (sharp, True) if sure > 0.9 and same > SAME else (coarse, False)

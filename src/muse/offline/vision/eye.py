"""One look at a picture: what two small networks say of the whole and of a swatch, and the colours by area."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from muse.offline.sight import SURE, Sight
from muse.offline.vision.colours import metallic, name_colours, shares
from muse.offline.vision.details import spoken
from muse.offline.vision.memory import Memory
from muse.offline.vision.net import Net
from muse.offline.vision.pixels import Bytes, Floats, Mask, Picture, decode, square
from muse.offline.vision.segment import garment_mask, plain_ground_mask, swatch

REMEMBERED = 20_000
SAME = 0.8  # overlap of two masks that agree
TRUST_DRAWN, TRUST_PHOTO = 0.8, 0.4  # in the networks' idea of a colour, against its area
# What is left of a confidence where the picture is none of a shop's plain ones, unlike all that the networks saw.
STRANGE_GARMENT, STRANGE_PATTERN = 0.5, 0.7

Chances = Mapping[str, float]
_seen: OrderedDict[str, Sight] = OrderedDict()
_memories: list[Memory] = []


def see(picture: bytes) -> Sight:
    """What shows in an encoded picture. BadRequestError where the bytes are no picture.

    The same bytes are looked at once in a process, or once at all where sights are kept.
    """
    digest = hashlib.sha256(picture).hexdigest()
    if digest not in _seen:
        _seen[digest] = _recall(digest) or _first_look(digest, picture)
        if len(_seen) > REMEMBERED:
            _seen.popitem(last=False)
    return _seen[digest]


def remember(folder: Path) -> None:
    """Keep what this process sees in a folder, and use what others have kept there; the sights are the same."""
    _memories[:] = [Memory(folder)]


def _recall(digest: str) -> Sight | None:
    return next((sight for memory in _memories if (sight := memory.get(digest))), None)


def _first_look(digest: str, picture: bytes) -> Sight:
    sight = _look(decode(picture))
    for memory in _memories:
        memory.put(digest, sight)
    return sight


@cache
def net(view: str) -> Net:
    """The network for a `whole` picture, or for a swatch of `cloth`."""
    return Net.load(Path(__file__).with_name(f"{view}.npz"))


def _look(picture: Picture) -> Sight:
    chances, grid = _ask("whole", square(picture.rgb, net("whole").size_px))
    mask, drawn = _garment(picture, grid)
    close, _ = _ask("cloth", swatch(picture, mask, net("cloth").size_px)[0])
    chances |= {head: _agreed(chances[head], options) for head, options in close.items()}
    said = {head: max(options.items(), key=lambda option: option[1]) for head, options in chances.items()}
    area = shares(picture, mask, metals=metallic(chances["colour"]))
    trust = TRUST_DRAWN if drawn else TRUST_PHOTO
    colours, colour_confidence = name_colours(area, chances["colour"], chances["second_colour"], trust)
    of_garment, of_pattern = (1.0, 1.0) if drawn else (STRANGE_GARMENT, STRANGE_PATTERN)
    return Sight(
        garment=said["garment"][0],
        colours=colours,
        pattern=said["pattern"][0],
        details=spoken({head: answer for head, (answer, chance) in said.items() if chance * of_garment >= SURE}),
        garment_confidence=round(said["garment"][1] * of_garment, 3),
        pattern_confidence=round(said["pattern"][1] * of_pattern, 3),
        colour_confidence=round(colour_confidence, 3),
    )


def _ask(view: str, rgb: Bytes) -> tuple[dict[str, Chances], Floats]:
    heads, grid = net(view)(rgb)
    answers = net(view).answers
    return {head: dict(zip(answers[head], map(float, found), strict=True)) for head, found in heads.items()}, grid


def _agreed(one: Chances, other: Chances) -> Chances:
    """Two opinions as one: the geometric mean of the chances, made to add up to one."""
    both = {answer: (chance * other.get(answer, 0.0)) ** 0.5 for answer, chance in one.items()}
    total = sum(both.values())
    return {answer: chance / total for answer, chance in both.items()} if total > 0 else one


def _garment(picture: Picture, grid: Floats) -> tuple[Mask, bool]:
    """Where the garment is, and whether it lies on a plain ground as in a shop's picture.

    The sharp mask that a plain ground allows is taken where it is much the same as the network's coarse one.
    """
    coarse, _ = garment_mask(picture, grid)
    sharp, sure = plain_ground_mask(picture)
    same = float((coarse & sharp).sum() / max(1, (coarse | sharp).sum()))
    return (sharp, True) if sure > 0.9 and same > SAME else (coarse, False)

"""Patterns of cloth as SVG tiles that are laid over the base colour of a panel."""

from __future__ import annotations

from collections.abc import Callable

from muse.catalog.wardrobe import grown, palette
from muse.catalog.wardrobe.motifs import Random, Tile


def tile(pattern: str, base: str, second: str, random: Random) -> Tile | None:
    """The tile of a named pattern in two colour codes; None for a plain cloth and for a single print."""
    maker = _MAKERS.get(pattern)
    return maker(base, second, random) if maker else None


def _rect(x: float, y: float, width: float, height: float, fill: str, opacity: float = 1) -> str:
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{fill}" opacity="{opacity}"/>'
    )


def _stripes(base: str, second: str, random: Random) -> Tile:
    period = float(random.uniform(22, 36))
    kind = random.integers(3)
    if kind == 0:
        content = _rect(0, 0, 300, period * 0.5, second)
    elif kind == 1:
        content = _rect(0, 0, 300, period * 0.36, second)
    else:
        content = _rect(0, 0, 300, period * 0.3, second) + _rect(0, period * 0.46, 300, period * 0.12, second)
    return Tile(300, period, content)


def _vertical(base: str, second: str, random: Random) -> Tile:
    period = float(random.uniform(18, 30))
    content = _rect(0, 0, period * float(random.choice([0.3, 0.42, 0.5])), 300, second)
    if random.random() < 0.35:
        content += _rect(period * 0.66, 0, period * 0.1, 300, second)
    return Tile(period, 300, content)


def _plaid(base: str, second: str, random: Random) -> Tile:
    size = float(random.uniform(46, 62))
    band, thin = size * float(random.uniform(0.36, 0.46)), size * 0.05
    line = palette.lighter(second, 0.65) if palette.luminance(second) < 0.45 else palette.darker(second, 0.55)
    content = _rect(0, 0, band, size, second, 0.6) + _rect(0, 0, size, band, second, 0.6)
    for place in (band + (size - band) * 0.5,):
        content += _rect(place, 0, thin, size, line, 0.9) + _rect(0, place, size, thin, line, 0.9)
    return Tile(size, size, content)


def _dots(base: str, second: str, random: Random) -> Tile:
    size = float(random.uniform(26, 40))
    radius = size * float(random.uniform(0.17, 0.23))
    spots = "".join(
        f'<circle cx="{x * size:.2f}" cy="{y * size:.2f}" r="{radius:.2f}" fill="{second}"/>'
        for x, y in ((0.25, 0.25), (0.75, 0.75))
    )
    return Tile(size, size, spots)


def _geometric(base: str, second: str, random: Random) -> Tile:
    kind, size = random.integers(4), float(random.uniform(30, 42))
    third = palette.mix(base, second, 0.45)
    if kind == 0:  # diamonds with a fine lattice
        content = (
            f'<path d="M{size / 2},2 L{size - 3},{size / 2} L{size / 2},{size - 2} L3,{size / 2} Z" fill="{second}"/>'
        )
        content += (
            f'<path d="M{size / 2},{size * 0.3} L{size * 0.68},{size / 2} '
            f'L{size / 2},{size * 0.7} L{size * 0.32},{size / 2} Z" fill="{base}"/>'
        )
    elif kind == 1:  # chevrons
        rise = size * 0.38
        content = "".join(
            (
                f'<path d="M0,{y + rise} L{size / 2},{y} L{size},{y + rise}" fill="none" '
                f'stroke="{fill}" stroke-width="{width}"/>'
            )
            for y, fill, width in (
                (-rise, second, size * 0.24),
                (size - rise, second, size * 0.24),
                (size * 0.5 - rise, third, size * 0.12),
                (size * 1.5 - rise, third, size * 0.12),
                (-size * 0.5 - rise, third, size * 0.12),
            )
        )
    elif kind == 2:  # triangles
        content = f'<path d="M0,{size} L{size / 2},0 L{size},{size} Z" fill="{second}"/>'
        content += f'<path d="M{size * 0.25},{size} L{size / 2},{size / 2} L{size * 0.75},{size} Z" fill="{base}"/>'
    else:  # ogee rings
        content = "".join(
            f'<circle cx="{x}" cy="{y}" r="{size * 0.36:.2f}" fill="none" stroke="{second}" '
            f'stroke-width="{size * 0.13:.2f}"/>'
            f'<circle cx="{x}" cy="{y}" r="{size * 0.1:.2f}" fill="{second}"/>'
            for x, y in ((size / 2, size / 2),)
        )
    return Tile(size, size, content)


def _block(base: str, second: str, random: Random) -> Tile:
    edge = float(random.uniform(150, 205))
    if random.random() < 0.3:
        lean = float(random.uniform(30, 60))
        return Tile(
            384, 384, f'<path d="M-40,{edge + lean} L424,{edge - lean} L424,430 L-40,430 Z" fill="{second}"/>', True
        )
    return Tile(384, 384, _rect(-40, edge, 470, 300, second), whole=True)


_MAKERS: dict[str, Callable[[str, str, Random], Tile]] = {
    "horizontal stripes": _stripes,
    "vertical stripes": _vertical,
    "plaid": _plaid,
    "polka dots": _dots,
    "floral": grown.floral,
    "geometric": _geometric,
    "camouflage": grown.camouflage,
    "animal print": grown.animal,
    "tie-dye": grown.tie_dye,
    "colour block": _block,
}
NAMES = ("plain", *_MAKERS, "graphic print")

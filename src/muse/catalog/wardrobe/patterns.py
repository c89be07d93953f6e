"""Patterns of cloth as SVG tiles that are laid over the base colour of a panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.motifs import Random, blob, petals, scatter


@dataclass(frozen=True)
class Tile:
    """`content` repeats every `width` x `height` units; `whole` means one tile over the picture, never turned."""

    width: float
    height: float
    content: str
    whole: bool = False


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


def _floral(base: str, second: str, random: Random) -> Tile:
    size = 112.0
    heart = "#e9bd3f" if second not in {palette.COLOURS["yellow"], palette.COLOURS["mustard"]} else "#7a4a22"
    green = "#4f8a54" if palette.luminance(base) > 0.3 or palette.luminance(base) < 0.1 else "#b8d6a8"
    big, small = float(random.uniform(13, 17)), float(random.uniform(6, 8))
    count = int(random.choice([5, 5, 6]))

    def flower(x: float, y: float, turn: float) -> str:
        leaf = "".join(
            f'<path d="M0,0 Q{big * 0.9:.1f},{-big * 0.5:.1f} {big * 1.55:.1f},0 '
            f'Q{big * 0.9:.1f},{big * 0.5:.1f} 0,0 Z" '
            f'fill="{green}" transform="rotate({angle})"/>'
            for angle in (25, 160)
        )
        return (
            f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f})">{leaf}'
            f"{petals(big, count, second, heart)}</g>"
        )

    def bud(x: float, y: float, turn: float) -> str:
        return f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f})">{petals(small, 5, second, heart)}</g>'

    big_ones = scatter(size, 6, big * 2.35, random, flower)
    return Tile(size, size, scatter(size, 7, small * 3.2, random, bud) + big_ones)


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


def _camouflage(base: str, second: str, random: Random) -> Tile:
    size = 120.0
    shades = [second, palette.darker(palette.mix(base, second, 0.35), 0.55), palette.mix(base, second, 0.5)]
    content = ""
    for fill, count, radius in zip(shades, (8, 6, 6), (17.0, 13.0, 12.0), strict=True):
        shapes = [blob(radius, random) for _ in range(3)]

        def patch(x: float, y: float, turn: float, shapes: list[str] = shapes, fill: str = fill) -> str:
            shape = shapes[int(turn) % len(shapes)]
            return (
                f'<path d="{shape}" fill="{fill}" transform="translate({x:.1f} {y:.1f}) rotate({turn % 60 - 30:.0f})"/>'
            )

        content += scatter(size, count, radius * 1.6, random, patch)
    return Tile(size, size, content)


def _animal(base: str, second: str, random: Random) -> Tile:
    if random.random() < 0.3:
        return _zebra(second, random)
    size = 96.0
    heart = palette.mix(base, second, 0.35)
    shapes = [blob(8.0, random, 1.2, 7) for _ in range(4)]
    gaps = [float(gap) for gap in random.uniform(16, 26, 4)]

    def rosette(x: float, y: float, turn: float) -> str:
        k = int(turn) % 4
        return (
            f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f})"><path d="{shapes[k]}" fill="{heart}" '
            f'stroke="{second}" stroke-width="5" stroke-dasharray="{gaps[k]:.1f} 4.5"/></g>'
        )

    def spot(x: float, y: float, turn: float) -> str:
        return (
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="3.2" ry="2" fill="{second}" '
            f'transform="rotate({turn:.0f} {x:.1f} {y:.1f})"/>'
        )

    return Tile(size, size, scatter(size, 10, 11, random, spot) + scatter(size, 15, 20, random, rosette))


def _zebra(second: str, random: Random) -> Tile:
    size, content = 96.0, ""
    for row in range(6):
        y = row * 16.0
        a, b = (float(value) for value in random.uniform(-7, 7, 2))
        for shift in (-size, 0, size):
            top, wide = y + shift, 8.5
            content += (
                f'<path d="M-1,{top:.1f} C{size * 0.3:.1f},{top + a:.1f} '
                f"{size * 0.3:.1f},{top + b:.1f} {size * 0.5:.1f},{top + b:.1f} "
                f"S{size * 0.8:.1f},{top - a:.1f} {size + 1},{top:.1f} L{size + 1},{top + wide:.1f} "
                f"C{size * 0.7:.1f},{top + wide * 0.6 - a:.1f} "
                f"{size * 0.6:.1f},{top + wide * 0.5 + b:.1f} "
                f"{size * 0.5:.1f},{top + wide * 0.45 + b:.1f} "
                f'S{size * 0.2:.1f},{top + wide + a:.1f} -1,{top + wide:.1f} Z" fill="{second}"/>'
            )
    return Tile(size, size, content)


def _tie_dye(base: str, second: str, random: Random) -> Tile:
    x, y = 192 + float(random.uniform(-22, 22)), 180 + float(random.uniform(-26, 26))
    pale = palette.mix(palette.mix(base, second, 0.5), "#ffffff", 0.25)
    corners, rings = 24, ""
    for index, radius in enumerate(np.arange(290, 8, -20)):
        turn = radius / 90
        wobble = random.uniform(0.82, 1.14, corners)
        points = " ".join(
            f"{x + radius * w * cos(angle + turn):.0f},{y + radius * w * sin(angle + turn):.0f}"
            for angle, w in zip(2 * pi * np.arange(corners) / corners, wobble, strict=True)
        )
        fill = (base, second, base, second, pale)[index % 5]
        # two pale rims bleed the ring into its neighbour; a blur would cost a hundred times as much
        rim = palette.mix(base, second, 0.5)
        rings += f'<polygon points="{points}" fill="{fill}" stroke="{rim}" stroke-opacity=".35" stroke-width="7"/>'
        rings += f'<polygon points="{points}" fill="none" stroke="{rim}" stroke-opacity=".45" stroke-width="3"/>'
    return Tile(384, 384, rings, whole=True)


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
    "floral": _floral,
    "geometric": _geometric,
    "camouflage": _camouflage,
    "animal print": _animal,
    "tie-dye": _tie_dye,
    "colour block": _block,
}
NAMES = ("plain", *_MAKERS, "graphic print")

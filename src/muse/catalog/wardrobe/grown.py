"""Patterns that look grown rather than ruled: flowers, camouflage, animal skins, tie-dye."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.motifs import Random, Tile, blob, petals, scatter


def floral(base: str, second: str, random: Random) -> Tile:
    """Flowers of two sizes, strewn."""
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


def camouflage(base: str, second: str, random: Random) -> Tile:
    """Patches of three shades over one another."""
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


def animal(base: str, second: str, random: Random) -> Tile:
    """Rosettes and spots, or now and then a zebra's stripes."""
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


def tie_dye(base: str, second: str, random: Random) -> Tile:
    """Wobbling rings around a point, one tile over the picture."""
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

"""Necklaces and pearls."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, polygon
from muse.catalog.wardrobe.silhouettes.gems import STONES, bead, chain, gem, plate
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


def neck_line(depth: float, wide: float = 118) -> list[tuple[float, float]]:
    """61 points of a chain that hangs from both sides to the middle at y = 60 + depth."""
    turns = [-pi / 2 + pi * k / 60 for k in range(61)]
    return [(192 + wide * sin(t) * (1 - 0.12 * cos(2 * t)), 60 + depth * cos(t)) for t in turns]


@silhouette("necklace", style=("pendant", "chain", "layered", "choker"), stone=STONES)
def necklace(canvas: Canvas, details: Details) -> None:
    """A necklace laid out as worn."""
    style, stone = details["style"], details["stone"]
    deep = 120.0 if style == "choker" else 196.0
    points = neck_line(deep)
    canvas.reach.append(polygon(*points))
    chain(canvas, points, 7.5 if style == "chain" else 7.0 if style == "choker" else 3.6)
    canvas.outlines.extend(ellipse(x, y, 3, 3) for x, y in points[::2])
    foot = 60 + deep
    if style == "layered":
        lower = neck_line(252.0, 112)
        chain(canvas, lower, 3.4)
        canvas.reach.append(polygon(*lower))
        canvas.outlines.extend(ellipse(x, y, 3, 3) for x, y in lower[::2])
        plate(canvas, ellipse(192, 326, 17, 17))
        gem(canvas, 192, 326, 10, stone)
        for k in range(-2, 3):
            x, y = points[30 + k * 5]
            gem(canvas, x, y + 7, 7, stone)
    elif style == "pendant":
        canvas.metal(ellipse(192, foot + 6, 5, 8), canvas.main, 3)
        plate(
            canvas,
            (
                f"M192,{foot + 10} C204,{foot + 26} 226,{foot + 40} 226,{foot + 62} "
                f"C226,{foot + 92} 158,{foot + 92} 158,{foot + 62} C158,{foot + 40} "
                f"180,{foot + 26} 192,{foot + 10} Z"
            ),
        )
        gem(canvas, 192, foot + 59, 21, stone)
    elif style == "choker":
        for k in range(-8, 9):
            x, y = points[30 + k * 2]
            gem(canvas, x, y + 9, 7.0 - abs(k) * 0.3, stone)
            canvas.outlines.append(ellipse(x, y + 9, 8, 10))


@silhouette(
    "pearl necklace",
    "necklace",
    strands=("single strand", "double strand", "triple strand"),
    clasp=("gold clasp", "silver clasp"),
)
def pearl_necklace(canvas: Canvas, details: Details) -> None:
    """Strings of pearls; the main colour is the pearls'."""
    count = {"single strand": 1, "double strand": 2, "triple strand": 3}[details["strands"]]
    for strand in range(count):
        points = neck_line(196.0 - 34 * strand, 118 - 9 * strand)
        for k, (x, y) in enumerate(points[::2]):
            size = (9.5 if count > 1 else 10.5) + 2.0 * (1 - abs(k - 15) / 15)
            bead(canvas, x, y, size)
    metal = palette.METALS[details["clasp"].split()[0]]
    for x in (74, 310):
        canvas.panel(ellipse(x, 56, 9, 9), metal, grain="", depth=1.3)

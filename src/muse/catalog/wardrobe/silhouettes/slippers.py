"""Slippers and clogs."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, fold
from muse.catalog.wardrobe.silhouettes.boots import CORK, GOLD
from muse.catalog.wardrobe.silhouettes.footwear import pair
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("slippers", standing=True, style=("closed back", "open back"), lining=("fluffy collar", "plain"))
def slippers(canvas: Canvas, details: Details) -> None:
    """House slippers, mules, clogs."""
    start = len(canvas.body)
    closed = details["style"] == "closed back"
    canvas.panel(
        "M64,236 C70,216 130,206 200,218 L250,240 Q150,262 70,250 Z", "#e6dccb", grain="", patterned=False, depth=0.8
    )
    if closed:
        upper = (
            "M62,262 C54,236 58,212 70,200 Q78,226 110,236 C150,246 176,230 190,196 "
            "C220,188 262,200 296,226 Q326,244 326,262 Z"
        )
    else:
        upper = "M150,264 C152,234 166,206 192,196 C230,188 268,204 298,228 Q326,246 326,264 Z"
    canvas.panel(upper, folds=[fold((214, 204), (226, 226), (218, 250), 6)], depth=1.2)
    if details["lining"] == "fluffy collar":
        fur = "#f0e8da" if palette.luminance(canvas.main) < 0.7 else "#a58e74"
        spots = (
            [(70 + k * 10.5, 203 + 30 * (1 - ((k - 5.5) / 5.5) ** 2)) for k in range(12)]
            if closed
            else [(152 + k * 6.5, 262 - k * 10) for k in range(7)]
        )
        for k, (x, y) in enumerate(spots):
            canvas.flat(
                ellipse(x, y, 10, 9),
                fur if k % 2 else palette.darker(fur, 0.08),
                1,
                stroke=palette.darker(fur, 0.2),
                width=0.5,
            )
    canvas.panel(
        "M60,258 Q56,278 70,278 L312,278 Q332,278 329,258 Q200,268 60,258 Z",
        "#5a4636" if palette.luminance(canvas.main) > 0.2 else CORK,
        grain="",
        patterned=False,
        depth=0.7,
    )
    pair(canvas, start)


@silhouette("clogs", standing=True, style=("backless", "heel strap"), studs=("studded", "plain"))
def clogs(canvas: Canvas, details: Details) -> None:
    """Wooden-soled clogs."""
    start = len(canvas.body)
    canvas.panel(
        "M64,224 C80,206 130,206 190,222 L240,244 Q150,256 70,240 Z", "#dcbf98", grain="", patterned=False, depth=0.7
    )
    if details["style"] == "heel strap":
        canvas.panel("M150,226 C120,180 80,176 64,196 L66,206 C86,190 116,194 140,232 Z", depth=0.8)
    canvas.panel(
        "M142,256 C144,224 162,198 194,190 C236,186 280,208 306,232 Q324,246 322,258 Q230,268 142,256 Z",
        depth=1.2,
        lights=["M190,204 Q240,204 286,236 Q236,222 190,204 Z"],
    )
    canvas.panel(
        (
            "M62,232 L66,284 L118,284 Q126,264 160,268 Q200,274 220,284 L306,284 Q334,280 "
            "328,254 Q230,268 142,254 Q90,246 62,232 Z"
        ),
        "#b98a58",
        grain="cord",
        patterned=False,
        depth=0.9,
    )
    if details["studs"] == "studded":
        for k in range(13):
            share = k / 12
            canvas.flat(
                ellipse(148 + 172 * share, 254 + 7 * (1 - (2 * share - 1) ** 2), 2.4, 2.4),
                GOLD,
                1,
                stroke="#7a5a1e",
                width=0.6,
            )
    pair(canvas, start)

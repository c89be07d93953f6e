"""Bracelets."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import annulus, ellipse
from muse.catalog.wardrobe.silhouettes.gems import STONES, bead, chain, gem, plate
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("bracelet", style=("bangle", "chain", "cuff", "tennis"), stone=STONES)
def bracelet(canvas: Canvas, details: Details) -> None:
    """A bracelet seen from above at a slant."""
    style, stone = details["style"], details["stone"]
    around = [(192 + 124 * cos(2 * pi * k / 64), 196 + 88 * sin(2 * pi * k / 64)) for k in range(65)]
    if style == "bangle":
        canvas.metal(ellipse(192, 196, 124, 88), canvas.main, 17)
        canvas.outlines.append(annulus(192, 196, 124, 88, 17))
        for k in range(5, 28, 3):
            gem(canvas, *around[k], 6.5, stone)
    elif style == "chain":
        chain(canvas, around, 11)
        canvas.outlines.append(annulus(192, 196, 124, 88, 11))
        plate(
            canvas,
            (
                "M192,284 C202,276 222,276 222,296 C222,314 200,326 192,334 C184,326 162,314 "
                "162,296 C162,276 182,276 192,284 Z"
            ),
        )
        gem(canvas, 192, 302, 12, stone)
    elif style == "cuff":
        path = (
            "M90,128 C40,190 90,292 192,292 C294,292 344,190 294,128 L274,146 C306,190 "
            "270,258 192,258 C114,258 78,190 110,146 Z"
        )
        plate(canvas, path)
        canvas.flat("M84,190 C92,246 130,276 180,282 C134,262 106,236 100,190 Z", "#ffffff", 0.45)
        for x, y in ((100.0, 136.0), (284.0, 136.0)):
            plate(canvas, ellipse(x, y, 17, 17))
            gem(canvas, x, y, 12, stone)
    else:
        canvas.metal(ellipse(192, 196, 124, 88), canvas.main, 6)
        for x, y in around[:64:2]:
            plate(canvas, ellipse(x, y, 10.5, 10.5))
            gem(canvas, x, y, 5.4, stone)


@silhouette(
    "bead bracelet", "bracelet", beads=("small beads", "large beads"), charm=("gold charm", "silver charm", "tassel")
)
def bead_bracelet(canvas: Canvas, details: Details) -> None:
    """A string of beads; the main colour is theirs."""
    large = details["beads"] == "large beads"
    count, size = (26, 15.0) if large else (40, 10.0)
    for k in range(count):
        a = 2 * pi * (k + 0.5) / count + pi / 2
        bead(canvas, 192 + 122 * cos(a), 180 + 88 * sin(a), size)
    if details["charm"] == "tassel":
        canvas.panel("M184,276 L200,276 L206,346 Q192,352 178,346 Z", grain="rib", depth=0.8)
        canvas.panel(ellipse(192, 276, 10, 9), palette.METALS["gold"], grain="", depth=1.2)
        return
    metal = palette.METALS[details["charm"].split()[0]]
    main, canvas.main = canvas.main, metal
    plate(canvas, ellipse(192, 300, 19, 19))
    canvas.metal(ellipse(192, 277, 5, 6), metal, 3)
    canvas.main = main

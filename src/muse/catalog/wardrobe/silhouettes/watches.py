"""Wristwatches."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse
from muse.catalog.wardrobe.silhouettes.gems import plate
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

DIALS = {"white dial": "#f5f4ef", "black dial": "#202127", "blue dial": "#1f3a6e", "green dial": "#1f5a44"}


UPPER = "M164,20 L220,20 Q224,22 224,28 L230,140 L154,140 L160,28 Q160,22 164,20 Z"


LOWER = "M154,244 L230,244 L224,356 Q224,362 220,364 L164,364 Q160,362 160,356 Z"


def face(canvas: Canvas, details: Details, metal: str) -> None:
    """A watch's case of a metal's colour code, with dial and hands."""
    square = details["face"] == "square face"
    canvas.panel(box(266, 182, 14, 20, 4), metal, grain="", patterned=False, depth=1.2)
    main, canvas.main = canvas.main, metal
    plate(canvas, box(114, 118, 156, 148, 26) if square else ellipse(192, 192, 80, 80))
    canvas.main = main
    dial = DIALS[details["dial"]]
    ink = "#f2efe6" if palette.luminance(dial) < 0.5 else "#2b2b30"
    inner = box(126, 130, 132, 124, 18) if square else ellipse(192, 192, 66, 66)
    canvas.flat(inner, dial, 1, stroke=palette.darker(metal, 0.5), width=1.6)
    count, outer = (12, 54) if square else (60, 60)
    for k in range(count):
        a, hour = 2 * pi * k / count, square or k % 5 == 0
        r0 = outer - (11 if hour else 4)
        mark = (
            f"M{192 + r0 * sin(a):.1f},{192 - r0 * cos(a):.1f} L{192 + outer * sin(a):.1f},{192 - outer * cos(a):.1f}"
        )
        canvas.seam(mark, 3 if hour else 1, ink, 0.95)
    for a, reach, wide in ((-1.05, 34, 5.0), (0.95, 48, 3.6)):
        canvas.seam(f"M192,192 L{192 + reach * sin(a):.1f},{192 - reach * cos(a):.1f}", wide, ink, 1)
    canvas.seam("M188,204 L204,144", 1.2, "#c8262e", 1)
    canvas.flat(ellipse(192, 192, 4.5, 4.5), metal, 1, stroke=ink, width=0.8)
    canvas.flat("M136,160 Q160,132 206,130 Q160,150 146,196 Z", "#ffffff", 0.16)


@silhouette("watch", strap=("link bracelet", "mesh bracelet"), dial=tuple(DIALS), face=("round face", "square face"))
def watch(canvas: Canvas, details: Details) -> None:
    """A wristwatch on a metal bracelet; the main colour is the metal's."""
    linked = details["strap"] == "link bracelet"
    dark = palette.darker(canvas.main, 0.5)
    for path, first in ((UPPER, 24), (LOWER, 248)):
        canvas.panel(path, grain="" if linked else "mesh", depth=1.3)
        for k in range(11) if linked else ():
            y = first + k * 10.6
            canvas.seam(f"M156,{y + 5} L228,{y + 5}", 1.2, dark, 0.8, within=path)
            canvas.seam(f"M156,{y + 8} L228,{y + 8}", 1.4, "#ffffff", 0.4, within=path)
        for x in (178, 206) if linked else ():
            canvas.seam(f"M{x},{first} L{x},{first + 114}", 1.2, dark, 0.7)
    face(canvas, details, canvas.main)


@silhouette(
    "strap watch",
    "watch",
    case=("gold", "silver", "rose gold"),
    dial=tuple(DIALS),
    face=("round face", "square face"),
)
def strap_watch(canvas: Canvas, details: Details) -> None:
    """A wristwatch on a leather or cloth strap; the main colour is the strap's."""
    thread = "#e8d8b8" if palette.luminance(canvas.main) < 0.5 else "#7a6a58"
    for path in (UPPER, LOWER):
        canvas.panel(path, depth=1.2)
    for stitches in ("M166,26 L160,136 M218,26 L224,136", "M160,250 L166,358 M224,250 L218,358"):
        canvas.stitch(stitches, thread)
    for k in range(4):
        canvas.flat(ellipse(192, 290 + k * 16, 2.6, 2.6), "#15100c", 0.85)
    face(canvas, details, palette.METALS[details["case"]])

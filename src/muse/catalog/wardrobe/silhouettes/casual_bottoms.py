"""Joggers, leggings, shorts."""

from __future__ import annotations

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.bottoms import (
    FEET,
    drawstring,
    elastic,
    fly,
    leg,
    leg_folds,
    legs,
    side_pockets,
    waistband,
)
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("joggers", cuff=("cuffed", "open hem"), pocket=("side pockets", "cargo pockets"))
def joggers(canvas: Canvas, details: Details) -> None:
    """Sweatpants with an elastic waist."""
    foot = 344.0
    cuffed = details["cuff"] == "cuffed"
    ankle = 32.0 if cuffed else 42.0
    path = leg(56, 66, foot, 52, ankle, 44)
    legs(canvas, path, leg_folds(foot, 50, ankle))
    if cuffed:
        cuff = polygon((203, foot - 2), (204 + ankle, foot - 2), (202 + ankle - 5, foot + 18), (207, foot + 18))
        for side in (cuff, flip(cuff)):
            canvas.panel(side, "trim", grain="rib", depth=0.7)
    canvas.seam("M192,60 L192,148", 1.2)
    side_pockets(canvas, 56, 46)
    if details["pocket"] == "cargo pockets":
        pocket = "M222,198 L250,195 L248,236 L223,238 Z"
        lid = "M220,194 L252,191 L251,204 L221,207 Z"
        for piece in (pocket, flip(pocket), lid, flip(lid)):
            canvas.panel(piece, depth=0.5, casts=False)
    elastic(canvas, 56, 36)
    drawstring(canvas, 40)


@silhouette("leggings", length=("full length", "capri"), rise=("high rise", "mid rise"))
def leggings(canvas: Canvas, details: Details) -> None:
    """Close-fitting stretch trousers."""
    foot = FEET[details["length"]]
    high = details["rise"] == "high rise"
    top = 34.0 if high else 50.0
    path = leg(44, 56, foot, 34, 21 if foot > 300 else 27, top, 148 - top)
    folds = [
        fold((196, 156), (206, 164), (228, 156), 5),
        fold((200, 250), (210, 256), (224, 250), 4),
        fold((204, foot - 18), (210, foot - 12), (220, foot - 18), 4),
    ]
    legs(canvas, path, folds)
    height = 34 if high else 18
    band = whole(
        f"M192,{top} L{192 + 43},{top - 2} Q{192 + 46},{top + height * 0.6} "
        f"{192 + 50},{top + height} Q{192 + 24},{top + height + 8} "
        f"192,{top + height + 8}"
    )
    canvas.panel(band, turn=90, depth=0.7)
    canvas.seam(f"M192,{top + height + 8} L192,148", 1.1)
    for side in (lambda d: d, flip):
        canvas.stitch(side(f"M246,{top + 60} Q240,200 {216},{foot - 6}"), None, 0.7)


@silhouette(
    "shorts",
    length=("mid-thigh", "knee", "short"),
    waist=("button waist", "drawstring waist"),
    pocket=("side pockets", "cargo pockets"),
)
def shorts(canvas: Canvas, details: Details) -> None:
    """Shorts."""
    foot = {"short": 196.0, "mid-thigh": 226.0, "knee": 264.0}[details["length"]]
    path = (
        f"M192,60 L{192 + 58},60 C{192 + 64},90 {192 + 72},120 {192 + 76},{foot - 4} "
        f"Q{192 + 40},{foot + 6} {192 + 8},{foot + 2} "
        f"C{198},{foot - 30} 194,176 192,164 Z"
    )
    folds = [
        fold((195, 168), (216, 176), (238, 164), 7),
        fold((222, 120), (232, 160), (228, foot - 8), 7),
        fold((204, 178), (212, 196), (208, foot - 6), 6),
    ]
    legs(canvas, path, folds)
    hem = f"M{192 + 75},{foot - 14} Q{192 + 40},{foot - 5} {192 + 6},{foot - 8}"
    for side in (hem, flip(hem)):
        canvas.stitch(side)
    side_pockets(canvas, 58, 60)
    if details["pocket"] == "cargo pockets" and foot > 200:
        pocket = f"M222,{foot - 66} L256,{foot - 69} L257,{foot - 24} L223,{foot - 22} Z"
        lid = f"M220,{foot - 70} L258,{foot - 74} L258,{foot - 59} L221,{foot - 55} Z"
        for side_of in (lambda d: d, flip):
            canvas.panel(side_of(pocket), depth=0.5, casts=False)
            canvas.panel(side_of(lid), depth=0.5, casts=False)
    if details["waist"] == "button waist":
        fly(canvas, 60)
        waistband(canvas, 58, 56, 15)
        canvas.button(192, 66, 3.4)
    else:
        canvas.seam("M192,74 L192,164", 1.2)
        elastic(canvas, 58, 54, 17)
        drawstring(canvas, 58)

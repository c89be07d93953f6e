"""Long coats: overcoat, trench, parka, raincoat, cape-like robes are elsewhere."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, flip, fold, whole
from muse.catalog.wardrobe.silhouettes.knitwear import open_front
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tailoring import flap_pocket, lapels, lining
from muse.catalog.wardrobe.silhouettes.tops import fitted
from muse.catalog.wardrobe.silhouettes.torso import Torso, body_folds, draw_sleeves, sleeve


def coat_body(foot: float, flare: float = 80.0) -> Torso:
    """The torso of a coat that ends at `foot`."""
    return fitted(
        {"neckline": "v-neck"}, hem_y=foot, hem=flare, waist=66.0, chest=68.0, waist_y=214.0, neck=25.0, shoulder=80.0
    )


def long_folds(torso: Torso) -> list[str]:
    """Creases of a long skirt part."""
    foot = torso.hem_y
    return [
        *body_folds(torso)[:2],
        fold((230, 226), (238, 280), (246, foot - 10), 9),
        fold((154, 230), (146, 290), (140, foot - 10), 9),
    ]


def belt_of(canvas: Canvas, torso: Torso, y: float) -> None:
    """A tied cloth belt."""
    half = torso.waist + 3
    band = whole(
        f"M192,{y} Q{192 + half * 0.5},{y - 1} {192 + half},{y - 3} "
        f"L{192 + half},{y + 12} Q{192 + half * 0.5},{y + 14} 192,{y + 15}"
    )
    canvas.shadow(band, 0.3)
    canvas.panel(band, turn=90, depth=0.6, casts=False)
    canvas.panel(f"M200,{y + 6} L214,{y + 70} L202,{y + 74} L192,{y + 8} Z", turn=80, depth=0.6, casts=False)
    canvas.panel(f"M190,{y + 6} L184,{y + 58} L172,{y + 56} L182,{y + 4} Z", turn=-80, depth=0.6, casts=False)
    canvas.panel(box(184, y - 2, 18, 19, 4), depth=0.8, casts=False)


@silhouette(
    "coat", length=("knee", "long", "short"), breast=("single-breasted", "double-breasted"), lapel=("notch", "shawl")
)
def coat(canvas: Canvas, details: Details) -> None:
    """A wool coat."""
    foot = {"short": 300.0, "knee": 346.0, "long": 388.0}[details["length"]]
    torso = coat_body(foot)
    double = details["breast"] == "double-breasted"
    depth = 96.0
    lining(canvas, torso, torso.top + depth)
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.12))
    right = open_front(torso, depth, 0)
    for path in (right, flip(right)):
        canvas.panel(path, folds=long_folds(torso))
    lapels(canvas, torso, depth, 0, details["lapel"], 1.15)
    x = 170 if double else 192
    canvas.seam(f"M{x},{torso.top + depth + (18 if double else 0)} L{x},{foot - 2}", 1.4)
    flap_pocket(canvas, 220, 236, 40, 13)
    for k in range(3):
        for bx in (180, 212) if double else (197,):
            canvas.button(bx, torso.top + depth + 12 + k * 38, 5)


@silhouette("trench coat", "coat", length=("knee", "long"), cuff=("strapped", "plain cuff"))
def trench(canvas: Canvas, details: Details) -> None:
    """A belted double-breasted coat with storm flaps."""
    foot = 350.0 if details["length"] == "knee" else 392.0
    torso = coat_body(foot, 90.0)
    lining(canvas, torso, torso.top + 84)
    made = sleeve(torso, "long", width=1.1)
    draw_sleeves(canvas, torso, made)
    (out, inner), (sx, sy), (px, py) = made.end, torso.tip, torso.pit
    if details["cuff"] == "strapped":
        a = (out[0] - 5, out[1] - 26)
        b = (inner[0] - 4, inner[1] - 24)
        strap = f"M{a[0]},{a[1]} L{b[0]},{b[1]} L{b[0] + 1},{b[1] + 9} L{a[0] + 2},{a[1] + 9} Z"
        for path in (strap, flip(strap)):
            canvas.panel(path, "trim", depth=0.5, casts=False)
    right = open_front(torso, 84, 0)
    for path in (right, flip(right)):
        canvas.panel(path, folds=long_folds(torso))
    flap = (
        f"M{192 + 22},{torso.top + 12} L{sx - 6},{sy} Q{px - 12},{py - 14} "
        f"{px - 8},{py + 4} Q{192 + 34},{py + 16} {192 + 6},{py + 2} Z"
    )
    canvas.shadow(flap, 0.35, torso.outline())
    canvas.panel(flap, depth=0.7, casts=False)
    lapels(canvas, torso, 84, 0, "notch", 1.2)
    canvas.seam(f"M170,{torso.top + 100} L170,{foot - 2}", 1.4)
    epaulet = f"M{sx - 4},{sy - 2} L{192 + 34},{torso.top + 2} L{192 + 34},{torso.top + 10} L{sx - 2},{sy + 7} Z"
    for path in (epaulet, flip(epaulet)):
        canvas.panel(path, "trim", depth=0.4, casts=False)
    for k in (0, 1, 3):
        for bx in (178, 212):
            canvas.button(bx, torso.top + 102 + k * 38, 4.6)
    belt_of(canvas, torso, 208)
    for path in ("M236,262 L248,234 L256,238 L244,266 Z", flip("M236,262 L248,234 L256,238 L244,266 Z")):
        canvas.panel(path, depth=0.4, casts=False)


@silhouette(
    "parka", "coat", hood=("fur-trimmed hood", "plain hood"), closure=("zip", "toggles"), length=("short", "knee")
)
def parka(canvas: Canvas, details: Details) -> None:
    """A hooded coat with big pockets: parka, duffle or raincoat."""
    foot = 316.0 if details["length"] == "short" else 350.0
    torso = fitted(
        {"neckline": "high crew"}, hem_y=foot, hem=76.0, waist=70.0, chest=70.0, waist_y=220.0, shoulder=80.0, neck=30.0
    )
    hood = whole("M192,16 C234,16 252,52 246,86 Q236,106 192,110")
    canvas.panel(hood)
    hollow = whole("M192,38 C216,38 226,62 222,84 Q210,106 192,110")
    if details["hood"] == "fur-trimmed hood":
        fur = "#d9c7a8" if palette.luminance(canvas.main) < 0.45 else "#8a6f52"
        rim = "M158,96 Q150,30 192,30 Q234,30 226,96"
        for k in range(34):
            share = k / 33
            angle = pi * (1.28 - 1.56 * share)
            x, y = 192 + 39 * cos(angle), 74 - 48 * sin(angle)
            canvas.flat(ellipse(x, y, 7.5, 7), fur if k % 2 else palette.darker(fur, 0.12))
        canvas.seam(rim, 8, fur, 0.9)
        canvas.outlines.append(ellipse(192, 70, 46, 54))
    canvas.panel(hollow, "lining", grain="", casts=False)
    draw_sleeves(
        canvas, torso, sleeve(torso, "long", width=1.15, puff=2), cuff=8, cuff_role="main", cuff_grain="smooth"
    )
    canvas.panel(torso.outline(), folds=long_folds(torso))
    collar = whole(
        f"M192,{torso.top + 4} Q{192 + 22},{torso.top} {192 + 34},{torso.top - 4} "
        f"L{192 + 38},{torso.top + 14} Q{192 + 20},{torso.top + 30} "
        f"192,{torso.top + 32}"
    )
    canvas.panel(collar, depth=0.7, casts=False)
    front = f"M192,{torso.top + 8} L192,{foot - 2}"
    if details["closure"] == "zip":
        canvas.zip(front)
        canvas.stitch(f"M200,{torso.top + 34} L200,{foot - 3}")
    else:
        canvas.seam(front, 1.5)
        for k in range(4):
            y = torso.top + 46 + k * 44
            canvas.metal(f"M172,{y} L212,{y}", "#d9c9a8", 2.2)
            canvas.metal(f"M184,{y} L201,{y}", "#8a5a34", 6)
    pocket = f"M{212},{238} L{254},{238} L{254},{276} Q{254},{282} {248},{282} L{218},{282} Q{212},{282} {212},{276} Z"
    for path in (pocket, flip(pocket)):
        canvas.panel(path, depth=0.5, casts=False)
    lid = "M210,234 L256,234 L256,246 L233,253 L210,246 Z"
    for path in (lid, flip(lid)):
        canvas.shadow(path, 0.25)
        canvas.panel(path, depth=0.5, casts=False)
        canvas.stitch(path)

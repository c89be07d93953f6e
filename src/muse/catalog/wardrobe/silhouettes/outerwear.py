"""Jackets: denim, bomber, biker, padded."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import THREAD, Canvas
from muse.catalog.wardrobe.paths import box, ellipse, flip, whole
from muse.catalog.wardrobe.silhouettes.knitwear import open_front, ribbed_hem
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tailoring import lapels, lining
from muse.catalog.wardrobe.silhouettes.tops import fitted, shirt_collar
from muse.catalog.wardrobe.silhouettes.torso import Torso, body_folds, draw_sleeves, hem_band, sleeve

SILVER = palette.METALS["silver"]


@silhouette("denim jacket", "jacket", length=("regular", "cropped"), lining=("plain collar", "shearling collar"))
def denim_jacket(canvas: Canvas, details: Details) -> None:
    """A trucker jacket with topstitching and metal buttons."""
    foot = 288.0 if details["length"] == "regular" else 254.0
    torso = fitted({"neckline": "collar"}, hem_y=foot, hem=60.0, waist=60.0, waist_y=210.0, shoulder=80.0)
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.02), cuff=14, cuff_role="main", cuff_grain="twill")
    canvas.panel(hem_band(torso, 15, 1), depth=0.5)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    yoke = f"M{192 + torso.chest - 3},138 L193,138"
    vee = f"M{192 + 46},142 L{192 + 34},{foot - 4} M{192 + 14},142 L{192 + 26},{foot - 4}"
    for path in (yoke, flip(yoke), vee, flip(vee)):
        canvas.seam(path, 1.3)
        canvas.stitch(path, THREAD)
    pocket = "M208,138 L242,138 L242,152 L225,162 L208,152 Z"
    for path in (pocket, flip(pocket)):
        canvas.panel(path, depth=0.4, casts=False)
        canvas.stitch(path, THREAD, 0.7)
    canvas.seam(f"M186,{torso.top + 20} L186,{foot + 13}", 1.2)
    canvas.stitch(f"M198,{torso.top + 26} L198,{foot + 13}", THREAD)
    for k in range(6):
        canvas.button(192, torso.top + 36 + k * (foot - torso.top - 30) / 5, 3.2, "#b98a5a")
    for x in (225, 159):
        canvas.button(x, 153, 2.6, "#b98a5a")
    shirt_collar(canvas, torso, "#efe6d4" if details["lining"] == "shearling collar" else "main", 1.15)


@silhouette("bomber jacket", "jacket", style=("bomber", "varsity"), pocket=("slant pockets", "zip pockets"))
def bomber(canvas: Canvas, details: Details) -> None:
    """A zipped jacket with ribbed edges; a varsity one has sleeves of another colour."""
    torso = fitted({"neckline": "high crew"}, hem_y=282.0, hem=62.0, waist=70.0, chest=70.0, waist_y=230.0)
    varsity = details["style"] == "varsity"
    sleeves = canvas.second if canvas.second != canvas.main else palette.lighter(canvas.main, 0.7)
    if palette.distance(sleeves, canvas.main) < 120:
        sleeves = palette.darker(canvas.main, 0.5)
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.14, puff=3), sleeves if varsity else "main", cuff=17)
    ribbed_hem(canvas, torso, 18)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    collar = whole(
        f"M192,{torso.top - 5} L{192 + torso.neck - 4},{torso.top - 12} "
        f"Q{192 + torso.neck + 4},{torso.top - 6} "
        f"{192 + torso.neck + 3},{torso.top + 4} "
        f"Q{192 + torso.neck * 0.7},{torso.top + 18} 192,{torso.top + 22}"
    )
    canvas.panel(collar, "trim", grain="rib", depth=0.8)
    canvas.panel(ellipse(192, torso.top - 8, torso.neck - 4, 4.5), "lining", grain="", depth=0, edge=0.4)
    front = f"M192,{torso.top + (2 if not varsity else 20)} L192,{torso.hem_y + 16}"
    if varsity:
        canvas.seam(front, 1.4)
        for k in range(6):
            canvas.button(192, torso.top + 32 + k * 36, 3.4, "#f1efe9")
        for y in (torso.hem_y + 4, torso.hem_y + 10):
            canvas.seam(f"M{194 - torso.hem},{y - 4} Q192,{y + 2} {190 + torso.hem},{y - 4}", 2, sleeves, 0.9)
    else:
        canvas.zip(front)
    pocket = f"M{192 + 28},{torso.hem_y - 30} L{192 + 46},{torso.hem_y - 72}"
    for path in (pocket, flip(pocket)):
        if details["pocket"] == "zip pockets":
            canvas.zip(path)
        else:
            canvas.seam(path, 5, "trim", 1)
            canvas.stitch(path)


@silhouette("biker jacket", "jacket", closure=("diagonal zip", "straight zip"), belt=("belted", "no belt"))
def biker(canvas: Canvas, details: Details) -> None:
    """A leather jacket with zips and wide lapels."""
    torso = fitted({"neckline": "v-neck"}, hem_y=276.0, hem=62.0, waist=60.0, waist_y=222.0, dip=3, neck=25.0)
    diagonal = details["closure"] == "diagonal zip"
    lining(canvas, torso, 150)
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.05))
    right = open_front(torso, 66, 0)
    canvas.panel(right, folds=body_folds(torso))
    canvas.panel(flip(right), folds=body_folds(torso))
    lapels(canvas, torso, 96 if diagonal else 76, 2 if diagonal else 0, "notch", 1.25)
    canvas.zip(
        f"M{198 if not diagonal else 206},{torso.top + 90} L{192 if not diagonal else 174},{torso.hem_y - 2}"
        if diagonal
        else f"M192,{torso.top + 74} L192,{torso.hem_y - 2}"
    )
    for path in ("M222,208 L246,184", flip("M222,208 L246,184")):
        canvas.zip(path)
    for path in ("M263,116 Q255,120 250,134", flip("M263,116 Q255,120 250,134")):
        canvas.stitch(path)
    if details["belt"] == "belted":
        y = torso.hem_y - 16
        canvas.panel(box(192 - torso.hem + 1, y - 5, torso.hem * 2 - 2, 13, 2), "trim", depth=0.6, casts=False)
        canvas.raw(
            f'<rect x="178" y="{y - 7}" width="22" height="17" rx="3" fill="none" stroke="{SILVER}" stroke-width="3"/>'
        )
        canvas.metal(f"M189,{y + 1} L201,{y + 1}", SILVER, 2.4)


def padding(canvas: Canvas, torso: Torso, top: float, foot: float, step: float) -> None:
    """The quilted ridges of a padded body."""
    half = torso.chest + 6
    count = round((foot - top) / step)
    for k in range(1, count):
        y = top + (foot - top) * k / count
        line = f"M{192 - half},{y - 3} Q192,{y + 5} {192 + half},{y - 3}"
        canvas.raw(f'<g clip-path="url(#{canvas.clip(torso.outline())})">')
        canvas.seam(line, 5, canvas.shade, 0.16)
        canvas.seam(line, 2.4, canvas.shade, 0.3)
        canvas.seam(f"M{192 - half},{y + 3} Q192,{y + 11} {192 + half},{y + 3}", 5, "#ffffff", 0.2)
        canvas.seam(line, 1, canvas.edge, 0.7)
        canvas.raw("</g>")


@silhouette(
    "puffer jacket",
    "jacket",
    hood=("hooded", "stand collar"),
    length=("regular", "long"),
    sleeve=("long", "sleeveless"),
)
def puffer(canvas: Canvas, details: Details) -> None:
    """A padded jacket or vest."""
    foot = 296.0 if details["length"] == "regular" else 346.0
    torso = fitted(
        {"neckline": "high crew"}, hem_y=foot, hem=68.0, waist=70.0, chest=70.0, waist_y=226.0, shoulder=78.0
    )
    if details["sleeve"] == "sleeveless":
        torso = replace(torso, shoulder=64.0, shoulder_y=84.0)
    if details["hood"] == "hooded":
        hood = whole("M192,22 C228,22 242,48 240,76 Q232,94 192,98")
        canvas.panel(hood)
        canvas.panel(whole("M192,40 C214,40 222,60 220,78 Q208,96 192,98"), "lining", grain="", casts=False)
    if details["sleeve"] == "long":
        made = sleeve(torso, "long", width=1.28, puff=7)
        draw_sleeves(canvas, torso, made, cuff=9)
        (sx, sy), (px, py) = torso.tip, torso.pit
        out, inner = made.end
        for side in (lambda d: d, flip):
            canvas.raw(f'<g clip-path="url(#{canvas.clip(side(made.path))})">')
            for k in range(1, 7):
                share = k / 7
                x1, y1 = sx + 20 + (out[0] - sx - 14) * share, sy + 12 + (out[1] - sy - 12) * share
                x2, y2 = px - 6 + (inner[0] - px + 2) * share, py - 16 + (inner[1] - py + 16) * share
                line = side(f"M{x1 + 8},{y1 - 2} Q{(x1 + x2) / 2},{(y1 + y2) / 2 + 7} {x2 - 4},{y2}")
                canvas.seam(line, 5, canvas.shade, 0.18)
                canvas.seam(line, 1.2, canvas.edge, 0.75)
            canvas.raw("</g>")
    canvas.panel(torso.outline(), depth=1.25)
    padding(canvas, torso, torso.top + 20, foot, 31)
    collar = whole(
        f"M192,{torso.top - 8} L{192 + torso.neck - 3},{torso.top - 15} "
        f"Q{192 + torso.neck + 7},{torso.top - 8} "
        f"{192 + torso.neck + 5},{torso.top + 6} "
        f"Q{192 + torso.neck * 0.7},{torso.top + 19} 192,{torso.top + 22}"
    )
    canvas.panel(collar, depth=1.1)
    canvas.panel(ellipse(192, torso.top - 11, torso.neck - 4, 4.5), "lining", grain="", depth=0, edge=0.4)
    canvas.zip(f"M192,{torso.top - 4} L192,{foot - 1}")
    for path in ("M226,262 L240,226", flip("M226,262 L240,226")):
        canvas.seam(path, 3.4, canvas.edge, 0.8)

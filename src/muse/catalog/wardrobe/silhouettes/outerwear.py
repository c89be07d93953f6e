"""Jackets: blazers, denim, bomber, biker, padded; and vests."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import THREAD, Canvas
from muse.catalog.wardrobe.paths import box, ellipse, flip, polygon, whole
from muse.catalog.wardrobe.silhouettes.knitwear import open_front, ribbed_hem
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted, shirt_collar
from muse.catalog.wardrobe.silhouettes.torso import Torso, body_folds, draw_sleeves, hem_band, sleeve

SILVER = palette.METALS["silver"]


def lining(canvas: Canvas, torso: Torso, foot: float, shirt: str | None = None) -> None:
    """What shows between the fronts: the back's inside."""
    path = whole(
        f"M192,{torso.top + 6} Q208,{torso.top + 5} {192 + torso.neck},{torso.top} "
        f"L{192 + torso.neck + 8},{foot} L192,{foot}"
    )
    canvas.panel(path, shirt or "lining", grain="", depth=0.6, casts=False, edge=0.5)


def lapels(canvas: Canvas, torso: Torso, depth: float, gap: float, kind: str, wide: float = 1.0) -> None:
    """A collar with lapels that end at `depth` below the top."""
    n, top = torso.neck, torso.top
    foot = top + depth
    if kind == "shawl":
        leaf = (
            f"M{192 + n - 3},{top - 6} Q{192 + n + 8},{top - 2} {192 + n + 10},{top + 8} "
            f"C{192 + n + 26 * wide},{top + 50} {192 + n + 8},{foot - 44} "
            f"{192 + gap},{foot} "
            f"Q{192 + n * 0.72},{top + depth * 0.5} {192 + n - 3},{top - 6} Z"
        )
        leaves = [leaf]
    else:
        peak = kind == "peak"
        notch_y = top + 40
        tip = (192 + n + 30 * wide, notch_y - 16) if peak else (192 + n + 26 * wide, notch_y + 3)
        lapel = (
            f"M{192 + n * 0.86},{notch_y - 14} L{192 + n + 12},{notch_y} L{tip[0]},{tip[1]} "
            f"Q{192 + n + 24 * wide},{notch_y + (foot - notch_y) * 0.42} {192 + gap},{foot} "
            f"Q{192 + n * 0.62},{notch_y + 10} {192 + n * 0.86},{notch_y - 14} Z"
        )
        collar = (
            f"M{192 + n - 4},{top - 7} Q{192 + n + 10},{top - 4} {192 + n + 14},{top + 8} "
            f"L{192 + n + 22 * wide},{notch_y - 11} L{192 + n + 11},{notch_y} "
            f"L{192 + n * 0.8},{notch_y - 14} Q{192 + n * 0.96},{top + 12} {192 + n - 4},{top - 7} Z"
        )
        leaves = [lapel, collar]
    for side in (flip, lambda d: d):
        for leaf in leaves:
            canvas.shadow(side(leaf), 0.4, torso.outline())
        for leaf in leaves:
            canvas.panel(side(leaf), turn=-18 if side is flip else 18, depth=0.75, casts=False)


def flap_pocket(canvas: Canvas, x: float, y: float, width: float = 40, height: float = 11) -> None:
    """A flap pocket on both sides."""
    right = (
        f"M{x},{y} L{x + width},{y - 2} L{x + width},{y + height - 2} "
        f"Q{x + width / 2},{y + height + 2} {x},{y + height} Z"
    )
    for path in (right, flip(right)):
        canvas.shadow(path, 0.25)
        canvas.panel(path, depth=0.5, casts=False)


@silhouette(
    "blazer",
    lapel=("notch", "peak", "shawl"),
    breast=("single-breasted", "double-breasted"),
    fit=("slim", "regular", "oversized"),
)
def blazer(canvas: Canvas, details: Details) -> None:
    """A tailored jacket."""
    double = details["breast"] == "double-breasted"
    torso = fitted(
        {"neckline": "v-neck", "fit": details["fit"]},
        hem_y=312.0,
        hem=69.0,
        waist=60.0,
        chest=67.0,
        dip=10,
        neck=24.0,
        shoulder=80.0,
    )
    depth = 108.0 if double else 124.0
    lining(canvas, torso, torso.top + depth, "#f1f0ec" if palette.luminance(canvas.main) < 0.5 else "#3a3d46")
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.02))
    right = open_front(torso, depth, 0)
    canvas.panel(right, folds=body_folds(torso))
    left = flip(right)
    if double:
        left = flip(right).replace("Z", "Z")
    canvas.panel(left, folds=body_folds(torso))
    lapels(canvas, torso, depth, 0, details["lapel"])
    canvas.seam(f"M192,{torso.top + depth} L192,{torso.hem_y - 1}", 1.4)
    flap_pocket(canvas, 216, torso.waist_y + 20)
    canvas.panel("M213,150 L241,146 L242,154 L214,158 Z", depth=0.3, casts=False)
    foot = torso.top + depth
    for k in range(2):
        if double:
            for x in (172, 212):
                canvas.button(x, foot + 14 + k * 34, 4.6)
        else:
            canvas.button(195, foot + 10 + k * 34, 4.8)


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


@silhouette("waistcoat", "vest", breast=("single-breasted", "double-breasted"), lapel=("no lapel", "notch"))
def waistcoat(canvas: Canvas, details: Details) -> None:
    """A suit vest with points."""
    torso = fitted(
        {"neckline": "v-neck"},
        hem_y=270.0,
        hem=62.0,
        waist=57.0,
        waist_y=216.0,
        shoulder=58.0,
        shoulder_y=82.0,
        armpit_y=150.0,
        neck=26.0,
    )
    lining(canvas, torso, torso.top + 92)
    (sx, sy), (px, py) = torso.tip, torso.pit
    right = (
        f"M192,{torso.top + 92} Q{192 + 22},{torso.top + 40} "
        f"{192 + torso.neck},{torso.top} L{sx},{sy} C{sx - 9},{sy + 26} "
        f"{px - 8},{py - 12} {px},{py} "
        f"C{px - 2},{py + 30} {192 + 57},200 {192 + 58},220 Q{192 + 61},246 {192 + 62},262 L{192 + 26},290 L192,262 Z"
    )
    for path in (right, flip(right)):
        canvas.panel(path, folds=body_folds(torso)[:2])
    if details["lapel"] == "notch":
        lapels(canvas, torso, 92, 0, "notch", 0.7)
    for path in ("M212,226 L242,222 L242,229 L212,233 Z", flip("M212,226 L242,222 L242,229 L212,233 Z")):
        canvas.panel(path, depth=0.3, casts=False)
    for k in range(4):
        for x in (180, 204) if details["breast"] == "double-breasted" else (194,):
            canvas.button(x, torso.top + 102 + k * 26, 3.6)
    canvas.stitch(polygon((196, 262), (219, 284)))

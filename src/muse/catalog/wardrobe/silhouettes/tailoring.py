"""Blazers and waistcoats, and what tailored pieces share."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, polygon, whole
from muse.catalog.wardrobe.silhouettes.knitwear import open_front
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted
from muse.catalog.wardrobe.silhouettes.torso import Torso, body_folds, draw_sleeves, sleeve


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

"""Sweaters, cardigans, hoodies, sweatshirts, knitted vests, ponchos."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, flip, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.registry import CHEST, Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted
from muse.catalog.wardrobe.silhouettes.torso import Torso, body_folds, draw_sleeves, hem_band, sleeve

KNIT_FITS = ("slim", "regular", "oversized")


def ribbed_hem(canvas: Canvas, torso: Torso, height: float = 16, role: str = "trim") -> None:
    """A knitted band under the hem."""
    canvas.panel(hem_band(torso, height), role, grain="rib", depth=0.7)


def cables(canvas: Canvas, torso: Torso) -> None:
    """Knitted cables down the front."""
    for x in (-38.0, 0.0, 38.0):
        steps = range(int(torso.top + torso.depth + (14 if x == 0 else -4)), int(torso.hem_y - 16), 14)
        for y in steps:
            one = f"M{192 + x - 7},{y} C{192 + x - 7},{y + 8} {192 + x + 7},{y + 6} {192 + x + 7},{y + 14}"
            two = f"M{192 + x + 7},{y} C{192 + x + 7},{y + 8} {192 + x - 7},{y + 6} {192 + x - 7},{y + 14}"
            canvas.seam(two, 4.6, canvas.edge, 0.25)
            canvas.seam(one, 4.6, canvas.edge, 0.42)
            canvas.seam(one, 1.5, "#ffffff", 0.28)


@silhouette(
    "sweater", neckline=("crew", "v-neck", "turtleneck", "boat"), fit=KNIT_FITS, knit=("fine knit", "cable knit")
)
def sweater(canvas: Canvas, details: Details) -> None:
    """A knitted pullover with ribbed edges."""
    torso = fitted({**details, "length": "regular"}, hem_y=296.0, hem=62.0)
    made = sleeve(torso, "long", width=1.04)
    if details["neckline"] != "turtleneck":
        torso.draw_back(canvas)
    draw_sleeves(canvas, torso, made, cuff=18)
    ribbed_hem(canvas, torso)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    if details["knit"] == "cable knit":
        cables(canvas, torso)
    if details["neckline"] == "turtleneck":
        n, top = torso.neck, torso.top
        roll = whole(
            f"M192,{top - 24} Q{192 + n - 2},{top - 24} {192 + n},{top - 19} "
            f"Q{192 + n + 4},{top - 4} {192 + n + 4},{top + 6} Q{192 + n * 0.6},{top + 17} "
            f"192,{top + 17}"
        )
        canvas.shadow(roll, 0.5, torso.outline())
        canvas.panel(roll, "trim", grain="rib", depth=0.9)
        canvas.panel(ellipse(192, top - 21, n - 2, 4), "lining", grain="", depth=0, edge=0.5)
    else:
        torso.neck_band(canvas, 9)


def open_front(torso: Torso, depth: float, gap: float) -> str:
    """The right front of an open garment: neckline slanting to the middle at `depth`, then down."""
    (sx, sy), (px, py) = torso.tip, torso.pit
    arm = f"C{sx - 9},{sy + (py - sy) * 0.38} {px - 8},{py - 12} {px},{py}"
    side = torso.side_path().rsplit("Q", 1)[0]
    return (
        f"M{192 + gap},{torso.top + depth} "
        f"Q{192 + torso.neck * 0.9},{torso.top + depth * 0.45} "
        f"{192 + torso.neck},{torso.top} L{sx},{sy} {arm} "
        f"{side} Q{192 + torso.hem * 0.5},{torso.hem_y} {192 + gap},{torso.hem_y} Z"
    )


@silhouette(
    "cardigan",
    closure=("button front", "open front"),
    length=("regular", "long"),
    pocket=("patch pockets", "no pocket"),
)
def cardigan(canvas: Canvas, details: Details) -> None:
    """A knitted jacket."""
    long = details["length"] == "long"
    torso = fitted({"neckline": "v-neck"}, hem_y=348.0 if long else 292.0, hem=66.0, neck=27)
    buttoned = details["closure"] == "button front"
    gap, depth = (0.0, 92.0) if buttoned else (13.0, 120.0)
    inside = whole(
        f"M192,{torso.top + 7} Q206,{torso.top + 6} {192 + torso.neck},{torso.top} "
        f"L{192 + torso.neck + 6},{torso.top + 90} L{192 + 30},{torso.hem_y - 6} "
        f"L192,{torso.hem_y - 6}"
    )
    canvas.panel(inside, "lining", grain="knit", depth=0.6, casts=not buttoned)
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.04), cuff=17)
    right = open_front(torso, depth, gap)
    folds = body_folds(torso)
    for side in (flip(right), right):
        canvas.panel(side, folds=folds)
    hem = hem_band(torso, 14)
    for path in (hem,) if buttoned else ():
        canvas.panel(path, "trim", grain="rib", depth=0.7)
    edge = (
        f"M{192 + gap},{torso.hem_y + (12 if buttoned else 0)} "
        f"L{192 + gap},{torso.top + depth} "
        f"Q{192 + torso.neck * 0.9},{torso.top + depth * 0.45} "
        f"{192 + torso.neck},{torso.top - 1}"
    )
    for path in (flip(edge), edge):
        canvas.seam(path, 10.5, canvas.edge, 0.6)
        canvas.seam(path, 9, "trim", 1)
    if buttoned:
        for k in range(5):
            canvas.button(192, torso.top + depth + 8 + k * (torso.hem_y - torso.top - depth - 6) / 4.3, 4)
    if details["pocket"] == "patch pockets":
        y = torso.hem_y - 62
        pocket = f"M{192 + 20},{y} L{192 + 54},{y} L{192 + 54},{y + 42} L{192 + 20},{y + 42} Z"
        for path in (pocket, flip(pocket)):
            canvas.panel(path, depth=0.5, casts=False)
        band = f"M{192 + 20},{y + 4} L{192 + 54},{y + 4}"
        canvas.seam(f"{band} {flip(band)}", 7, "trim", 1)


@silhouette("hoodie", print_at=(192, 180, 27), closure=("pullover", "zip front"), fit=("regular", "oversized"))
def hoodie(canvas: Canvas, details: Details) -> None:
    """A hooded sweatshirt with a pouch."""
    torso = fitted({**details, "neckline": "crew"}, hem_y=300.0, hem=64.0, neck=34, depth=34)
    hood = whole(
        f"M192,{torso.top - 46} C{192 + 34},{torso.top - 46} {192 + 50},{torso.top - 20} {192 + 47},{torso.top + 8} "
        f"Q{192 + 44},{torso.top + 24} {192 + 34},{torso.top + 26} L192,{torso.top + 34}"
    )
    canvas.panel(hood, folds=[fold((160, 40), (176, 30), (196, 34), 5)])
    hollow = whole(
        f"M192,{torso.top - 30} C{192 + 26},{torso.top - 30} {192 + 34},{torso.top - 8} {192 + 31},{torso.top + 12} "
        f"Q{192 + 22},{torso.top + 28} 192,{torso.top + 42}"
    )
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.1), cuff=17)
    ribbed_hem(canvas, torso, 17)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    canvas.panel(hollow, "lining", grain="", depth=1.2, casts=False)
    canvas.panel(whole("M192,210 L214,210 L238,252 L238,286 Q216,290 192,290"), depth=0.6, casts=False)
    canvas.stitch("M213,213 L236,254 M171,213 L148,254")
    lap = (
        f"M{192 + 31},{torso.top + 6} C{192 + 40},{torso.top - 4} "
        f"{192 + 48},{torso.top + 2} {192 + 47},{torso.top + 10} "
        f"Q{192 + 40},{torso.top + 40} 190,{torso.top + 60} Q190,{torso.top + 44} "
        f"193,{torso.top + 38} Q{192 + 24},{torso.top + 28} {192 + 31},{torso.top + 6} "
        "Z"
    )
    for path in (lap, flip(lap)):
        canvas.panel(path, depth=0.8, casts=False)
    if details["closure"] == "zip front":
        canvas.zip(f"M192,{torso.top + 50} L192,{torso.hem_y + 15}")
    cord = "#f1efe9" if canvas.tone("main") != "#f7f6f3" else "#8d8d92"
    for path in ("M178,122 Q174,150 177,182", "M206,122 Q211,148 207,176"):
        canvas.seam(path, 3.2, "#00000055", 1)
        canvas.seam(path, 2.4, cord, 1)
    for x, y in ((177, 184), (207, 178)):
        canvas.flat(polygon((x - 1.6, y - 3), (x + 1.6, y - 3), (x + 1.6, y + 6), (x - 1.6, y + 6)), "#b9bec6")


@silhouette("sweatshirt", print_at=CHEST, neckline=("crew", "half zip"), fit=("regular", "oversized"))
def sweatshirt(canvas: Canvas, details: Details) -> None:
    """A fleece-backed pullover."""
    torso = fitted({**details, "neckline": "crew"}, hem_y=298.0, hem=62.0)
    half_zip = details["neckline"] == "half zip"
    if not half_zip:
        torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, "long", width=1.08), cuff=17)
    ribbed_hem(canvas, torso, 17)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    if half_zip:
        n, top = torso.neck, torso.top
        collar = whole(
            f"M192,{top - 10} L{192 + n - 3},{top - 16} Q{192 + n + 2},{top - 4} "
            f"{192 + n + 3},{top + 5} Q{192 + n * 0.6},{top + 24} 192,{top + 28}"
        )
        canvas.panel(collar, "trim", depth=0.8)
        canvas.panel(ellipse(192, top - 12, n - 3, 5), "lining", grain="", depth=0, edge=0.5)
        canvas.zip(f"M192,{top - 7} L192,{top + 84}")
    else:
        torso.neck_band(canvas, 9)
        canvas.seam(f"M180,{torso.top + 28} L192,{torso.top + 48} L204,{torso.top + 28}", 1.2)


@silhouette("sweater vest", "vest", neckline=("v-neck", "crew"), closure=("pullover", "button front"))
def sweater_vest(canvas: Canvas, details: Details) -> None:
    """A sleeveless knitted pullover."""
    torso = fitted({"neckline": details["neckline"]}, hem_y=290.0, hem=61.0, shoulder=62, shoulder_y=84, armpit_y=150)
    torso.draw_back(canvas)
    ribbed_hem(canvas, torso, 17)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    torso.neck_band(canvas, 9)
    (sx, sy), (px, py) = torso.tip, torso.pit
    arm = f"M{sx},{sy} C{sx - 9},{sy + (py - sy) * 0.38} {px - 8},{py - 12} {px},{py}"
    for path in (arm, flip(arm)):
        canvas.seam(path, 8, "trim", 1)
        canvas.seam(path, 0.8, canvas.edge, 0.6)
    if details["closure"] == "button front":
        top = torso.top + torso.depth
        canvas.seam(f"M192,{top} L192,{torso.hem_y + 15}", 10, "trim", 1)
        for k in range(5):
            canvas.button(192, top + 10 + k * (torso.hem_y - top) / 4.4, 3.6)


@silhouette("poncho", neckline=("turtleneck", "v-neck"), hem=("fringed", "plain"))
def poncho(canvas: Canvas, details: Details) -> None:
    """A wide wrap that falls to points."""
    torso = replace(
        Torso(),
        neckline="v-neck" if details["neckline"] == "v-neck" else "crew",
        depth=44 if details["neckline"] == "v-neck" else 20,
    )
    cape = whole(f"{torso.neck_path()} C252,88 300,150 334,248 Q260,286 192,318")
    if details["hem"] == "fringed":
        for k in range(27):
            share = k / 26
            x = 192 + 140 * share
            y = 318 - 68 * share - 8 * share * (1 - share)
            for side in (x, 384 - x):
                canvas.seam(f"M{side},{y - 4} Q{side + 1},{y + 10} {side - 1},{y + 24}", 2.4, "trim", 1)
    canvas.panel(torso.back(), "lining", grain="", depth=0.5, casts=False, edge=0)
    folds = [
        fold((192 + s * 30, 100), (192 + s * 76, 190), (192 + s * 104, 282), 11) for s in (-1.0, -0.45, 0.1, 0.55, 1.05)
    ]
    canvas.panel(cape, folds=folds)
    canvas.stitch("M56,242 Q124,280 192,311 Q260,280 328,242")
    if details["neckline"] == "turtleneck":
        roll = whole("M192,44 Q214,44 218,50 Q226,66 224,80 Q208,94 192,94")
        canvas.panel(roll, "trim", grain="rib")
        canvas.panel(ellipse(192, 47, 24, 4), "lining", grain="", depth=0, edge=0.5)
    else:
        torso.neck_band(canvas, 8)

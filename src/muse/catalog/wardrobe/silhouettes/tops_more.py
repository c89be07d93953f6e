"""Tanks, camisoles, polos, blouses and tunics."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import FITS, fitted, placket, shirt_collar
from muse.catalog.wardrobe.silhouettes.torso import body_folds, draw_sleeves, sleeve


@silhouette(
    "tank top",
    print_at=(192, 185, 32),
    neckline=("scoop", "crew", "v-neck", "square"),
    fit=FITS,
    length=("regular", "cropped", "long"),
)
def tank_top(canvas: Canvas, details: Details) -> None:
    """A sleeveless jersey top."""
    torso = fitted(details, shoulder=50, shoulder_y=78, armpit_y=146, chest=62, waist=58)
    torso.draw_back(canvas)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    torso.neck_band(canvas, 5)
    (sx, sy), (px, py) = torso.tip, torso.pit
    arm = f"M{sx},{sy} C{sx - 9},{sy + (py - sy) * 0.38} {px - 8},{py - 12} {px},{py}"
    for path in (arm, flip(arm)):
        canvas.seam(path, 4.2, "trim", 1)
    canvas.stitch(f"M{194 - torso.hem},{torso.hem_y - 11} Q192,{torso.hem_y - 4} {190 + torso.hem},{torso.hem_y - 11}")


@silhouette(
    "camisole", trim=("lace trim", "plain edge"), neckline=("v-neck", "straight"), length=("regular", "cropped")
)
def camisole(canvas: Canvas, details: Details) -> None:
    """A top on thin straps."""
    foot = 300 if details["length"] == "regular" else 236
    dip = 40 if details["neckline"] == "v-neck" else 10
    front = whole(
        f"M192,{104 + dip} Q{212},{108 + dip * 0.4} 230,100 C236,112 244,128 256,140 "
        f"C252,180 248,210 250,230 Q254,{foot - 30} 258,{foot - 6} Q224,{foot} 192,{foot}"
    )
    straps = "M230,102 Q232,74 225,50 M154,102 Q152,74 159,50"
    canvas.panel(whole("M192,112 Q226,112 240,122 L250,140 L192,150"), "lining", grain="", depth=0.4, casts=False)
    canvas.seam(straps, 4.2, canvas.edge, 1)
    canvas.seam(straps, 3, "main", 1)
    canvas.reach.append("M150,50 L154,102 L158,102 Z")
    folds = [
        fold((228, 112), (214, 170), (222, 250), 7),
        fold((160, 116), (172, 180), (160, 250), 7),
        fold((196, 150), (190, 220), (198, foot - 8), 8),
    ]
    canvas.panel(front, folds=folds)
    edge = f"M192,{104 + dip} Q{212},{108 + dip * 0.4} 230,100"
    if details["trim"] == "lace trim":
        for path in (edge, flip(edge)):
            canvas.raw(
                f'<path d="{path}" fill="none" stroke="{canvas.edge}" stroke-width="9" stroke-dasharray="3 2.5"/>'
            )
            canvas.seam(path, 6, "trim", 1)
        hem = f"M134,{foot - 6} Q192,{foot + 5} 250,{foot - 6}"
        canvas.raw(
            f'<path d="{hem}" fill="none" stroke="{canvas.tone("trim")}" stroke-width="9" stroke-dasharray="4 2"/>'
        )
        canvas.seam(hem, 4, "trim", 1)
    else:
        canvas.seam(f"{edge} {flip(edge)}", 2.4, "trim", 1)


@silhouette("polo shirt", print_at=None, sleeve=("short", "long"), fit=FITS)
def polo_shirt(canvas: Canvas, details: Details) -> None:
    """A pique shirt with a knitted collar and a short placket."""
    torso = fitted({**details, "neckline": "collar"})
    draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"]), cuff=9)
    canvas.panel(torso.outline(), folds=body_folds(torso))
    placket(canvas, torso, torso.top + torso.depth - 2, 158, 3, 13)
    shirt_collar(canvas, torso, "trim")
    canvas.stitch(f"M{194 - torso.hem},{torso.hem_y - 11} Q192,{torso.hem_y - 4} {190 + torso.hem},{torso.hem_y - 11}")


def bow(canvas: Canvas, x: float, y: float, size: float, role: str = "main") -> None:
    """A tied bow with two loops and two ends."""
    ends = f"M{x - 4},{y} L{x - 26 * size},{y + 62 * size} L{x - 8 * size},{y + 66 * size} L{x + 3},{y} Z"
    other = f"M{x + 4},{y} L{x + 20 * size},{y + 70 * size} L{x + 2 * size},{y + 72 * size} L{x - 3},{y} Z"
    loop = (
        f"M{x},{y} C{x + 14 * size},{y - 26 * size} {x + 46 * size},{y - 22 * size} {x + 44 * size},{y + 2} "
        f"C{x + 44 * size},{y + 20 * size} {x + 16 * size},{y + 16 * size} {x},{y} Z"
    )
    left = (
        f"M{x},{y} C{x - 14 * size},{y - 26 * size} {x - 46 * size},{y - 22 * size} {x - 44 * size},{y + 2} "
        f"C{x - 44 * size},{y + 20 * size} {x - 16 * size},{y + 16 * size} {x},{y} Z"
    )
    for path, turn in ((ends, 20), (other, -15), (loop, 70), (left, -70)):
        canvas.panel(path, role, turn=turn, depth=0.8)
    knot = (
        f"M{x - 6 * size},{y - 8 * size} L{x + 6 * size},{y - 8 * size} "
        f"L{x + 7 * size},{y + 8 * size} L{x - 7 * size},{y + 8 * size} Z"
    )
    canvas.panel(knot, role, depth=0.8)


@silhouette("blouse", neckline=("v-neck", "tie neck", "ruffle collar"), sleeve=("puff", "bell", "long"))
def blouse(canvas: Canvas, details: Details) -> None:
    """A loose blouse with full sleeves."""
    neckline = details["neckline"]
    torso = fitted({"neckline": "v-neck" if neckline == "v-neck" else "high crew"}, chest=70, waist=72, hem=80)
    if neckline == "v-neck":
        torso = replace(torso, depth=50)
    torso.draw_back(canvas)
    kind = details["sleeve"]
    if kind == "puff":
        made = sleeve(torso, "short", width=1.12, puff=15)
        draw_sleeves(canvas, torso, made, cuff=9, cuff_role="main", cuff_grain="smooth")
    elif kind == "bell":
        draw_sleeves(canvas, torso, sleeve(torso, "three-quarter", width=1.5, puff=2))
    else:
        draw_sleeves(
            canvas, torso, sleeve(torso, "long", width=1.15, puff=9), cuff=14, cuff_role="main", cuff_grain="smooth"
        )
    canvas.panel(torso.outline(), folds=[*body_folds(torso), fold((160, 120), (156, 180), (164, 250), 7),
                                         fold((226, 124), (230, 180), (222, 260), 7)])  # fmt: skip
    if neckline == "tie neck":
        torso.neck_band(canvas, 9, "main")
        bow(canvas, 192, torso.top + torso.depth + 6, 0.95)
    elif neckline == "ruffle collar":
        for y in (0.0, 13.0):
            frill = whole(
                f"M192,{torso.top + torso.depth + 2 + y} Q204,{torso.top + torso.depth + y} "
                f"212,{torso.top + 12 + y * 0.7} "
                f"L219,{torso.top - 4} Q{232 + y},{torso.top + 4} {228 + y},{torso.top + 14 + y} "
                f"Q{222 + y},{torso.top + 18 + y} {221 + y},{torso.top + 28 + y} "
                f"Q{210 + y},{torso.top + 30 + y} 206,{torso.top + 38 + y} "
                f"Q198,{torso.top + 38 + y} 192,{torso.top + 44 + y}"
            )
            if y == 0.0:
                under = frill
            else:
                canvas.panel(frill, depth=0.8, casts=False)
                canvas.panel(under, depth=0.8, casts=False)
        placket(canvas, torso, torso.top + 50, torso.hem_y - 2, 6, 9)
    else:
        torso.neck_band(canvas, 3, "main")
        canvas.seam(f"M192,{torso.top + torso.depth} L192,{torso.hem_y - 2}", 1)


@silhouette("tunic", "tunic", neckline=("notch", "crew"), sleeve=("three-quarter", "long"), hem=("curved", "straight"))
def tunic(canvas: Canvas, details: Details) -> None:
    """A long loose top with side slits."""
    torso = fitted({"neckline": "high crew", "length": "tunic"}, chest=68, waist=70, hem=82)
    torso = replace(torso, dip=24 if details["hem"] == "curved" else 4)
    torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=1.05))
    canvas.panel(torso.outline(), folds=body_folds(torso))
    torso.neck_band(canvas, 4, "trim")
    if details["neckline"] == "notch":
        top = torso.top + torso.depth - 2
        canvas.flat(polygon((188, top), (196, top), (192, top + 44)), "lining")
        canvas.seam(f"M187,{top} L192,{top + 45} L197,{top}", 2.4, "trim", 1)
    slit = f"M{192 + torso.hem - 3},{torso.hem_y - torso.dip - 4} L{192 + torso.hem - 5},{torso.hem_y - 74}"
    canvas.stitch(f"{slit} {flip(slit)}")

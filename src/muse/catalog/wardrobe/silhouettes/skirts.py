"""Skirts, jumpsuits, overalls, rompers."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import THREAD, Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.bottoms import elastic, leg, legs, waistband
from muse.catalog.wardrobe.silhouettes.dresses import arm_edges
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted
from muse.catalog.wardrobe.silhouettes.torso import draw_sleeves, sleeve

FEET = {"mini": 190.0, "knee": 250.0, "midi": 310.0, "maxi": 370.0}


@silhouette(
    "skirt",
    shape=("a-line", "pencil", "flared"),
    length=("mini", "knee", "midi"),
    detail=("side slit", "button front", "plain front"),
)
def skirt(canvas: Canvas, details: Details) -> None:
    """A skirt with a waistband."""
    foot = FEET[details["length"]]
    drop = foot - 60
    hem = {"a-line": 66 + drop * 0.22, "pencil": 68 - drop * 0.03, "flared": 66 + drop * 0.42}[details["shape"]]
    body = whole(
        f"M192,60 L246,58 C254,80 {192 + 66},96 "
        f"{192 + 66 + (hem - 66) * 0.35},{60 + drop * 0.42} "
        f"Q{192 + hem - 3},{foot - drop * 0.3} {192 + hem},{foot - 8} "
        f"Q{192 + hem * 0.5},{foot} 192,{foot}"
    )
    count = 6 if details["shape"] == "flared" else 4
    folds = [
        fold((192 + s * 36, 84 + 20 * (k % 2)), (192 + s * 56, 60 + drop * 0.55), (192 + s * hem * 0.95, foot - 8), 8)
        for k, s in enumerate([-0.85 + 1.7 * j / (count - 1) for j in range(count)])
    ]
    canvas.panel(body, folds=folds)
    if details["detail"] == "button front":
        canvas.seam(f"M186,74 L186,{foot - 1}", 1.1)
        canvas.stitch(f"M199,74 L199,{foot - 1}")
        for k in range(max(3, int(drop / 36))):
            canvas.button(192.5, 88 + k * 36, 4)
    elif details["detail"] == "side slit":
        x = 192 + hem * 0.42
        canvas.flat(
            f"M{x},{foot - drop * 0.4} L{x + 9},{foot - 3} L{x - 4},{foot - 2} Z", palette.darker(canvas.main, 0.5)
        )
        canvas.seam(f"M{x},{foot - drop * 0.4} L{x - 5},{foot - 2}", 1.3)
    canvas.stitch(f"M{194 - hem},{foot - 15} Q192,{foot - 3} {190 + hem},{foot - 15}")
    waistband(canvas, 54, 48, 15, loops=False)


@silhouette("pleated skirt", "skirt", length=("mini", "knee", "midi"), waist=("elastic waist", "waistband"))
def pleated_skirt(canvas: Canvas, details: Details) -> None:
    """A skirt of knife pleats."""
    foot = FEET[details["length"]]
    hem = 62 + (foot - 60) * 0.36
    count = 13
    for k in range(count):
        a, b = -1 + 2 * k / count, -1 + 2 * (k + 1) / count
        drop = 8 * (1 - ((a + b) / 2) ** 2)
        pleat = polygon(
            (192 + a * 54, 62),
            (192 + b * 54, 62),
            (192 + b * hem, foot - 10 + drop + 3),
            (192 + a * hem, foot - 10 + drop),
        )
        canvas.panel(pleat, turn=-8 * (a + b) / 2, depth=0.5, edge=0.5)
        canvas.flat(
            polygon(
                (192 + b * 54 - 2, 64),
                (192 + b * 54, 64),
                (192 + b * hem, foot - 8 + drop),
                (192 + b * hem - hem * 0.06, foot - 8 + drop),
            ),
            canvas.shade,
            0.28,
        )
    if details["waist"] == "elastic waist":
        elastic(canvas, 54, 46)
    else:
        waistband(canvas, 54, 48, 15, loops=False)
        canvas.button(192, 57, 3.4)


@silhouette("maxi skirt", "skirt", shape=("tiered", "straight"), waist=("elastic waist", "tie waist"))
def maxi_skirt(canvas: Canvas, details: Details) -> None:
    """A long skirt."""
    foot, tiered = 372.0, details["shape"] == "tiered"
    hem = 122.0 if tiered else 84.0
    body = whole(
        f"M192,44 L{192 + 50},43 C{192 + 60},110 {192 + hem - 14},260 "
        f"{192 + hem},{foot - 10} Q{192 + hem * 0.5},{foot + 2} 192,{foot}"
    )
    folds = [
        fold((192 + s * 40, 64), (192 + s * (hem * 0.62), 210), (192 + s * hem * 0.95, foot - 8), 10)
        for s in (-0.9, -0.55, -0.2, 0.2, 0.5, 0.85)
    ]
    canvas.panel(body, folds=folds)
    if tiered:
        for y in (146.0, 254.0):
            half = 50 + (hem - 50) * ((y - 44) / (foot - 44)) ** 0.85 + 1
            line = f"M{192 - half},{y - 4} Q192,{y + 8} {192 + half},{y - 4}"
            canvas.seam(line, 6, canvas.shade, 0.22, within=body)
            canvas.seam(line, 1.4, within=body)
            for k in range(-10, 11):
                x = 192 + k * half / 10.6
                canvas.seam(f"M{x},{y + 3} L{192 + (x - 192) * 1.04},{y + 17}", 1, canvas.shade, 0.32)
    elastic(canvas, 50, 32, 14, "main")
    if details["waist"] == "tie waist":
        canvas.panel("M194,42 L212,104 L202,107 L190,46 Z", turn=70, depth=0.6, casts=False)
        canvas.panel("M190,42 L178,96 L168,93 L184,42 Z", turn=-70, depth=0.6, casts=False)
        canvas.panel(box(184, 36, 16, 15, 4), depth=0.7, casts=False)


@silhouette(
    "jumpsuit",
    neckline=("v-neck", "crew", "square"),
    sleeve=("sleeveless", "short", "long"),
    leg=("wide", "straight", "tapered"),
)
def jumpsuit(canvas: Canvas, details: Details) -> None:
    """A top and trousers in one."""
    knee, ankle = {"wide": (56.0, 64.0), "straight": (46.0, 42.0), "tapered": (46.0, 28.0)}[details["leg"]]
    path = leg(46, 57, 382, knee, ankle, 166, 90)
    legs(canvas, path, [fold((195, 262), (212, 270), (230, 258), 6), fold((216, 290), (220, 330), (212, 374), 6)])
    bare = details["sleeve"] == "sleeveless"
    torso = fitted({"neckline": details["neckline"]}, shoulder=48.0 if bare else 58.0, chest=52.0, waist=46.0,
                   waist_y=166.0, armpit_y=112.0, shoulder_y=66.0, top=50.0, hem=47.0, hem_y=176.0)  # fmt: skip
    torso = replace(torso, depth=torso.depth * 0.85)
    torso.draw_back(canvas)
    if not bare:
        draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=0.88))
    canvas.panel(
        torso.outline(),
        folds=[fold((222, 116), (206, 130), (190, 132), 6), fold((162, 116), (176, 130), (192, 134), 6)],
    )
    torso.neck_band(canvas, 3)
    if bare:
        arm_edges(canvas, torso)
    waist = whole("M192,166 L238,163 L239,177 Q214,182 192,182")
    canvas.panel(waist, turn=90, depth=0.6, casts=False)
    canvas.panel("M196,172 L206,222 L197,224 L190,174 Z", turn=80, depth=0.5, casts=False)
    canvas.panel("M190,172 L182,216 L173,213 L184,172 Z", turn=-80, depth=0.5, casts=False)


@silhouette(
    "romper", neckline=("v-neck", "scoop"), sleeve=("sleeveless", "short"), waist=("elastic waist", "tie waist")
)
def romper(canvas: Canvas, details: Details) -> None:
    """A top and shorts in one."""
    short = "M192,176 L238,174 C250,196 262,226 266,258 Q232,270 202,264 C198,250 195,240 192,232 Z"
    legs(canvas, short, [fold((196, 236), (212, 242), (232, 234), 6), fold((214, 190), (226, 220), (232, 256), 7)])
    bare = details["sleeve"] == "sleeveless"
    torso = fitted({"neckline": details["neckline"]}, shoulder=48.0 if bare else 58.0, chest=54.0, waist=46.0,
                   waist_y=168.0, armpit_y=118.0, shoulder_y=72.0, top=56.0, hem=47.0, hem_y=182.0)  # fmt: skip
    torso.draw_back(canvas)
    if not bare:
        draw_sleeves(canvas, torso, sleeve(torso, "short", width=0.9))
    canvas.panel(
        torso.outline(),
        folds=[fold((222, 122), (206, 140), (190, 142), 6), fold((166, 124), (176, 146), (172, 172), 6)],
    )
    torso.neck_band(canvas, 3)
    if bare:
        arm_edges(canvas, torso)
    elastic(canvas, 47, 168, 12, "main")
    if details["waist"] == "tie waist":
        canvas.panel("M196,174 L210,222 L200,225 L190,176 Z", turn=70, depth=0.6, casts=False)
        canvas.panel("M190,174 L180,216 L170,213 L184,174 Z", turn=-70, depth=0.6, casts=False)
        canvas.panel(box(185, 168, 14, 13, 4), depth=0.7, casts=False)


@silhouette("overalls", leg=("straight", "tapered", "shorts"), pocket=("bib pocket", "no pocket"))
def overalls(canvas: Canvas, details: Details) -> None:
    """Trousers with a bib and straps."""
    short = details["leg"] == "shorts"
    knee, ankle = (54.0, 54.0) if short else (50.0, 46.0) if details["leg"] == "straight" else (48.0, 30.0)
    foot = 290.0 if short else 380.0
    for d in ("M166,112 L150,40 L164,36 L184,110 Z", "M218,112 L234,40 L220,36 L200,110 Z"):
        canvas.panel(d, depth=0.6)
    path = leg(56, 66, foot, knee, ankle, 160, 96)
    folds = [
        fold((195, 262), (214, 270), (238, 258), 7),
        fold((222, 280), (226, 320), (216, foot - 8), 6),
    ]
    legs(canvas, path, folds)
    bib = whole("M192,100 L228,98 Q232,130 250,160 L250,176 L192,180")
    canvas.panel(bib, depth=0.7)
    canvas.stitch("M160,104 L224,104", THREAD)
    if details["pocket"] == "bib pocket":
        pocket = whole("M192,122 L216,122 L216,148 L192,156")
        canvas.panel(pocket, depth=0.4, casts=False)
        canvas.stitch("M170,128 L214,128", THREAD)
    for x in (172, 212):
        canvas.raw(
            f'<rect x="{x - 7}" y="92" width="14" height="16" rx="3" fill="none" stroke="#b98a5a" stroke-width="2.6"/>'
        )
        canvas.button(x, 110, 4.2, "#b98a5a")
    waistband(canvas, 57, 168, 12, loops=False)
    pocket = "M232,184 Q236,206 258,210"
    for side in (pocket, flip(pocket)):
        canvas.seam(side, 1.4)
        canvas.stitch(side, THREAD)
    canvas.seam(f"M192,182 L192,{256}", 1.2)

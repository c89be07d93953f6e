"""Robes, pajamas, nightgowns."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, shift
from muse.catalog.wardrobe.silhouettes.bottoms import elastic, leg, legs
from muse.catalog.wardrobe.silhouettes.coats import belt_of
from muse.catalog.wardrobe.silhouettes.knitwear import open_front
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tailoring import lapels, lining
from muse.catalog.wardrobe.silhouettes.tops import fitted, placket, shirt_collar
from muse.catalog.wardrobe.silhouettes.tops_more import bow
from muse.catalog.wardrobe.silhouettes.torso import body_folds, draw_sleeves, sleeve


@silhouette("robe", length=("knee", "long", "short"), collar=("shawl", "kimono"))
def robe(canvas: Canvas, details: Details) -> None:
    """A bathrobe or kimono, tied."""
    foot = {"short": 270.0, "knee": 324.0, "long": 384.0}[details["length"]]
    kimono = details["collar"] == "kimono"
    torso = fitted(
        {"neckline": "v-neck"}, hem_y=foot, hem=82.0, waist=68.0, chest=70.0, waist_y=206.0, neck=24.0, shoulder=82.0
    )
    lining(canvas, torso, torso.top + 110)
    draw_sleeves(canvas, torso, sleeve(torso, "three-quarter" if kimono else "long", width=1.6 if kimono else 1.3))
    right = open_front(torso, 112, 0)
    folds = [
        *body_folds(torso)[:2],
        fold((226, 230), (236, 280), (244, foot - 10), 9),
        fold((156, 230), (148, 280), (142, foot - 10), 9),
    ]
    for path in (flip(right), right):
        canvas.panel(path, folds=folds)
    if kimono:
        edge = f"M{192 - 8},{foot - 2} L{192 - 8},206 Q{192 + 4},150 {192 + 26},{torso.top - 2}"
        for path in (flip(edge), edge):
            canvas.seam(path, 15, canvas.edge, 0.7)
            canvas.seam(path, 13.4, "trim", 1)
    else:
        canvas.seam(f"M184,{torso.top + 112} L184,{foot - 2}", 1.5)
        lapels(canvas, torso, 130, 0, "shawl", 1.3)
    belt_of(canvas, torso, 204)
    if not kimono:
        pocket = "M216,240 L250,240 L250,278 L216,278 Z"
        for path in (pocket, flip(pocket)):
            canvas.panel(path, depth=0.5, casts=False)


@silhouette("pajamas", top=("button shirt", "long-sleeve tee", "short-sleeve tee"), bottom=("long pants", "shorts"))
def pajamas(canvas: Canvas, details: Details) -> None:
    """A two-piece set: the top above, the trousers below."""
    short = details["bottom"] == "shorts"
    start = len(canvas.body)
    foot = 250.0 if short else 350.0
    path = leg(54, 66, foot, 54 if not short else 62, 46 if not short else 60, 100, 88)
    legs(canvas, path, [fold((195, 200), (216, 208), (238, 196), 7), fold((222, 210), (226, 270), (220, foot - 10), 7)])
    elastic(canvas, 55, 92, 13, "main")
    lower = canvas.body[start:]
    del canvas.body[start:]
    outlines = [shift(p, 86, 34) for p in canvas.outlines]
    canvas.outlines.clear()
    canvas.raw(f'<g transform="translate(86 34)">{"".join(lower)}</g>')
    begin = len(canvas.body)
    kind = details["top"]
    torso = fitted({"neckline": "collar" if kind == "button shirt" else "crew"}, hem_y=268.0, waist_y=200.0)
    if kind != "button shirt":
        torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, "short" if kind == "short-sleeve tee" else "long", width=1.05))
    canvas.panel(torso.outline(), folds=body_folds(torso))
    if kind == "button shirt":
        placket(canvas, torso, torso.top + torso.depth, 266, 5)
        shirt_collar(canvas, torso)
    else:
        torso.neck_band(canvas, 6)
    upper = canvas.body[begin:]
    del canvas.body[begin:]
    canvas.raw(f'<g transform="translate(-46 -30)">{"".join(upper)}</g>')
    canvas.outlines[:] = [*outlines, *(shift(p, -46, -30) for p in canvas.outlines)]


@silhouette(
    "nightgown", neckline=("scoop", "v-neck"), sleeve=("short", "long", "sleeveless"), trim=("lace trim", "plain edge")
)
def nightgown(canvas: Canvas, details: Details) -> None:
    """A loose nightdress."""
    bare = details["sleeve"] == "sleeveless"
    torso = fitted(
        {"neckline": details["neckline"]},
        hem_y=352.0,
        hem=98.0,
        waist=68.0,
        chest=62.0,
        waist_y=190.0,
        shoulder=52.0 if bare else 70.0,
    )
    torso = replace(torso, dip=9)
    torso.draw_back(canvas)
    if not bare:
        draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=1.05))
    folds = [
        fold((192 + s * 40, 160), (192 + s * 62, 240), (192 + s * 92, 340), 10) for s in (-0.9, -0.45, 0.05, 0.5, 0.9)
    ]
    canvas.panel(torso.outline(), folds=folds)
    torso.neck_band(canvas, 4)
    if details["trim"] == "lace trim":
        for y in (0, 1):
            hem = (
                f"M{192 - torso.hem},{torso.hem_y - torso.dip} "
                f"Q192,{torso.hem_y + torso.dip - 2} "
                f"{192 + torso.hem},{torso.hem_y - torso.dip}"
            )
            canvas.raw(
                f'<path d="{hem}" fill="none" stroke="{canvas.tone("trim")}" '
                f'stroke-width="{13 - 5 * y}" stroke-dasharray="{4 if y == 0 else 60} '
                f'{2 if y == 0 else 0.1}"/>'
            )
    bow(canvas, 192, torso.top + torso.depth + 4, 0.3)

"""Dresses."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import fold
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted
from muse.catalog.wardrobe.silhouettes.torso import draw_sleeves, sleeve

HEMS = {"mini": 262, "knee": 312, "midi": 350, "maxi": 392}


@silhouette(
    "dress",
    neckline=("crew", "v-neck", "scoop", "square"),
    sleeve=("sleeveless", "short", "long"),
    length=("mini", "knee", "midi", "maxi"),
    skirt=("a-line", "straight"),
)
def dress(canvas: Canvas, details: Details) -> None:
    """A dress with a fitted waist."""
    foot = HEMS[details["length"]]
    flare = 0.34 if details["skirt"] == "a-line" else 0.02
    base = fitted(
        {"neckline": details["neckline"], "fit": "slim"},
        shoulder=58,
        chest=56,
        waist=44,
        waist_y=168,
        armpit_y=118,
        shoulder_y=78,
        top=62,
    )
    torso = replace(base, hem=50 + (foot - 168) * flare + 8, hem_y=foot, dip=7)
    torso.draw_back(canvas)
    if details["sleeve"] != "sleeveless":
        draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=0.85))
    reach = torso.hem * 0.8
    folds = [
        fold(
            (192 + share * 30, 172),
            (192 + share * reach * 0.7, 172 + (foot - 172) * 0.5),
            (192 + share * reach, foot - 8),
            9,
        )
        for share in (-0.9, -0.5, -0.1, 0.35, 0.8)
    ]
    canvas.panel(torso.outline(), folds=folds)
    canvas.seam(f"M{192 - torso.waist},{torso.waist_y} Q192,{torso.waist_y + 6} {192 + torso.waist},{torso.waist_y}")
    torso.neck_band(canvas, 3)

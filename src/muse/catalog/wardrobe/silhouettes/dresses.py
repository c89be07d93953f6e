"""Day dresses, shirt dresses, wrap dresses."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted, placket, shirt_collar
from muse.catalog.wardrobe.silhouettes.torso import Torso, draw_sleeves, sleeve

HEMS = {"mini": 258.0, "knee": 304.0, "midi": 346.0, "maxi": 392.0}


def dress_body(neckline: str, foot: float, flare: float, **changes: float) -> Torso:
    """A fitted bodice with a skirt that widens by `flare` units a unit below the waist."""
    shape = {
        "shoulder": 60.0,
        "chest": 55.0,
        "waist": 45.0,
        "waist_y": 168.0,
        "armpit_y": 120.0,
        "shoulder_y": 78.0,
        "top": 62.0,
    }
    base = fitted({"neckline": neckline}, **{**shape, **changes})
    return replace(base, hem=base.waist + 10 + (foot - base.waist_y) * flare, hem_y=foot, waist_y=168.0, dip=8)


def skirt_folds(torso: Torso, count: int = 5) -> list[str]:
    """Creases that fan out from the waist to the hem."""
    made = []
    for k in range(count):
        share = -0.86 + 1.72 * k / (count - 1)
        top, foot = torso.waist_y + 4 + 8 * (k % 2), torso.hem_y - 4
        made.append(
            fold(
                (192 + share * torso.waist * 0.8, top),
                (192 + share * (torso.waist + torso.hem) * 0.46, (top + foot) / 2),
                (192 + share * torso.hem * 0.94, foot - 6 * (k % 3)),
                5 + torso.hem * 0.06,
            )
        )
    return made


def arm_edges(canvas: Canvas, torso: Torso, width: float = 2.6) -> None:
    """Bound armholes of a sleeveless piece."""
    (sx, sy), (px, py) = torso.tip, torso.pit
    arm = f"M{sx},{sy} C{sx - 9},{sy + (py - sy) * 0.38} {px - 8},{py - 12} {px},{py}"
    for path in (arm, flip(arm)):
        canvas.seam(path, width, "trim", 1)


def waist_seam(canvas: Canvas, torso: Torso) -> None:
    """The seam between bodice and skirt."""
    canvas.seam(
        f"M{192 - torso.waist},{torso.waist_y} Q192,{torso.waist_y + 7} {192 + torso.waist},{torso.waist_y}", 1.3
    )


@silhouette(
    "dress",
    neckline=("crew", "v-neck", "scoop", "square"),
    sleeve=("sleeveless", "short", "three-quarter", "long"),
    length=("mini", "knee", "midi", "maxi"),
    skirt=("a-line", "straight", "tiered"),
)
def dress(canvas: Canvas, details: Details) -> None:
    """A day dress with a seam at the waist."""
    flare = {"a-line": 0.34, "straight": 0.03, "tiered": 0.36}[details["skirt"]]
    bare = details["sleeve"] == "sleeveless"
    torso = dress_body(details["neckline"], HEMS[details["length"]], flare, shoulder=50.0 if bare else 60.0)
    torso.draw_back(canvas)
    if not bare:
        draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=0.9))
    canvas.panel(torso.outline(), folds=skirt_folds(torso, 4 if details["skirt"] == "straight" else 6))
    waist_seam(canvas, torso)
    if details["skirt"] == "tiered":
        drop = torso.hem_y - torso.waist_y
        for share in (0.36, 0.68):
            y, half = torso.waist_y + drop * share, torso.waist + 10 + drop * share * flare + 1
            line = f"M{192 - half},{y - 5} Q192,{y + 8} {192 + half},{y - 5}"
            canvas.seam(line, 6, canvas.shade, 0.2, within=torso.outline())
            canvas.seam(line, 1.4, within=torso.outline())
            for k in range(-8, 9):
                x = 192 + k * half / 8.6
                canvas.seam(f"M{x},{y + 3} L{192 + (x - 192) * 1.04},{y + 16}", 1, canvas.shade, 0.3)
    torso.neck_band(canvas, 3)
    if bare:
        arm_edges(canvas, torso)


@silhouette(
    "shirt dress",
    "dress",
    sleeve=("short", "long", "three-quarter"),
    length=("knee", "midi", "mini"),
    belt=("belted", "unbelted"),
)
def shirt_dress(canvas: Canvas, details: Details) -> None:
    """A dress like a long shirt."""
    torso = dress_body("collar", HEMS[details["length"]], 0.2, waist=50.0, chest=58.0, shoulder=64.0)
    draw_sleeves(
        canvas, torso, sleeve(torso, details["sleeve"], width=0.95), cuff=10, cuff_role="main", cuff_grain="smooth"
    )
    canvas.panel(torso.outline(), folds=skirt_folds(torso, 5))
    placket(canvas, torso, torso.top + torso.depth, torso.hem_y - 4, 8, 10)
    pocket = "M208,116 L234,116 L234,138 L221,146 L208,138 Z"
    for path in (pocket, flip(pocket)):
        canvas.panel(path, depth=0.4, casts=False)
    if details["belt"] == "belted":
        y = torso.waist_y
        band = whole(
            f"M192,{y} Q{192 + torso.waist * 0.5},{y} {192 + torso.waist + 1},{y - 4} "
            f"L{192 + torso.waist + 1},{y + 7} Q{192 + torso.waist * 0.5},{y + 12} "
            f"192,{y + 12}"
        )
        canvas.panel(band, "trim", depth=0.6, casts=False)
        canvas.panel(f"M196,{y + 4} L210,{y + 60} L200,{y + 62} L190,{y + 8} Z", "trim", depth=0.5, casts=False)
        canvas.panel(f"M190,{y + 4} L180,{y + 50} L170,{y + 47} L184,{y + 4} Z", "trim", depth=0.5, casts=False)
    shirt_collar(canvas, torso, "main", 0.85)


@silhouette(
    "wrap dress",
    "dress",
    sleeve=("short", "three-quarter", "long"),
    length=("knee", "midi", "maxi"),
    hem=("plain hem", "ruffled hem"),
)
def wrap_dress(canvas: Canvas, details: Details) -> None:
    """A dress wrapped to one side and tied."""
    foot = HEMS[details["length"]]
    torso = dress_body("v-neck", foot, 0.28, shoulder=62.0)
    torso = replace(torso, depth=76.0)
    torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=1.05, puff=3))
    canvas.panel(torso.outline(), folds=skirt_folds(torso, 6))
    lap = f"M{192 - torso.neck},{torso.top} Q178,110 {192 + 40},166"
    canvas.seam(lap, 5, canvas.shade, 0.28)
    canvas.seam(lap, 2.2, "trim", 1)
    edge = f"M{192 + 34},172 Q{192 + 46},{(172 + foot) / 2} {192 + 26},{foot - 2}"
    canvas.seam(edge, 6, canvas.shade, 0.26)
    canvas.seam(edge, 1.5)
    if details["hem"] == "ruffled hem":
        for k in range(9):
            y = 176 + (foot - 180) * k / 8.5
            x = 192 + 34 + 11 * (1 - (2 * k / 8.5 - 1) ** 2)
            canvas.panel(
                f"M{x - 4},{y} Q{x + 18},{y + 2} {x + 14},{y + 18} Q{x + 6},{y + 22} {x - 5},{y + 17} Z",
                depth=0.8,
                casts=False,
                edge=0.6,
            )
    waist = whole("M192,164 Q214,163 237,160 L238,171 Q214,177 192,177")
    canvas.panel(waist, turn=90, depth=0.6, casts=False)
    canvas.panel("M226,168 L246,226 L234,230 L222,172 Z", turn=70, depth=0.6, casts=False)
    canvas.panel("M228,168 L228,236 L216,236 L220,170 Z", turn=90, depth=0.6, casts=False)
    canvas.panel("M216,160 Q228,156 234,164 Q236,176 224,178 Q214,174 216,160 Z", depth=0.8, casts=False)

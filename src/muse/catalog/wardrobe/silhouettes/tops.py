"""T-shirts, tanks, polos, shirts and blouses."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, polygon, whole
from muse.catalog.wardrobe.silhouettes.registry import CHEST, Details, silhouette
from muse.catalog.wardrobe.silhouettes.torso import NECKS, WIDTHS, Torso, body_folds, draw_sleeves, sleeve

FITS = ("slim", "regular", "relaxed")


def fitted(details: Details, **changes: float) -> Torso:
    """A torso for the neckline, the fit and the length among the details."""
    neckline = details.get("neckline", "crew")
    neck, depth = NECKS[neckline]
    wide = WIDTHS[details.get("fit", "regular")]
    base = replace(Torso(), neckline=neckline, **{"neck": float(neck), "depth": float(depth), **changes})
    extra = {"cropped": -74, "regular": 0, "long": 26, "tunic": 48}[details.get("length", "regular")]
    return replace(
        base,
        chest=base.chest * wide,
        waist=base.waist * wide,
        hem=base.hem * wide,
        shoulder=base.shoulder * (1 + (wide - 1) * 0.7),
        hem_y=base.hem_y + extra,
        waist_y=min(base.waist_y, base.hem_y + extra - 46),
    )


@silhouette(
    "t-shirt",
    print_at=CHEST,
    neckline=("crew", "v-neck", "scoop"),
    sleeve=("short", "long", "three-quarter"),
    fit=FITS,
    length=("regular", "cropped"),
)
def t_shirt(canvas: Canvas, details: Details) -> None:
    """A T-shirt with a ribbed neckband."""
    torso = fitted(details)
    torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"]))
    canvas.panel(torso.outline(), folds=body_folds(torso))
    torso.neck_band(canvas, 6)
    canvas.stitch(
        f"M{192 - torso.hem + 2},{torso.hem_y - torso.dip - 6} Q192,{torso.hem_y - 4} "
        f"{190 + torso.hem},{torso.hem_y - torso.dip - 6}"
    )


def shirt_collar(canvas: Canvas, torso: Torso, role: str = "main", size: float = 1.0) -> None:
    """A turned-down collar on a stand, open by a button."""
    n, top = torso.neck, torso.top
    stand = whole(
        f"M192,{top + torso.depth + 4} L{192 + n * 0.5},{top + torso.depth - 4} "
        f"Q{192 + n},{top + 8} {192 + n},{top - 7} Q192,{top + 3} 192,{top + 3}"
    )
    canvas.panel(stand, "lining", grain="", depth=0.5, edge=0.6)
    leaf = (
        f"M{192 + n - 2},{top - 10} Q{192 + n + 9},{top - 4} {192 + n + 9},{top + 6} "
        f"L{192 + n * 0.75 + 12 * size},{top + 40 * size} "
        f"Q{192 + n * 0.3},{top + 32} {193},{top + torso.depth + 3} "
        f"Q{192 + n * 0.8},{top + torso.depth * 0.7} {192 + n - 2},{top - 10} Z"
    )
    for path, turn in ((leaf, 30), (flip(leaf), -30)):
        canvas.shadow(path.replace("Z", "Z"), 0.35)
        canvas.panel(path, role, turn=turn, depth=0.7)


def placket(canvas: Canvas, torso: Torso, top: float, foot: float, buttons: int, width: float = 11) -> None:
    """A buttoned strip down the middle."""
    canvas.panel(
        polygon((192 - width / 2, top), (192 + width / 2, top), (192 + width / 2, foot), (192 - width / 2, foot)),
        depth=0.35,
        casts=False,
        edge=0.7,
    )
    canvas.stitch(
        f"M{192 - width / 2 + 2},{top} L{192 - width / 2 + 2},{foot} "
        f"M{192 + width / 2 - 2},{top} L{192 + width / 2 - 2},{foot}"
    )
    for index in range(buttons):
        canvas.button(192, top + 7 + (foot - top - 14) * index / max(1, buttons - 1), 3)


@silhouette("shirt", sleeve=("long", "short"), fit=FITS, pocket=("chest pocket", "no pocket"))
def shirt(canvas: Canvas, details: Details) -> None:
    """A button-down shirt."""
    torso = fitted({**details, "neckline": "collar"})
    made = sleeve(torso, details["sleeve"])
    draw_sleeves(
        canvas, torso, made, cuff=13 if details["sleeve"] == "long" else 0, cuff_role="main", cuff_grain="smooth"
    )
    canvas.panel(torso.outline(), folds=body_folds(torso))
    placket(canvas, torso, torso.top + torso.depth, torso.hem_y - 2, 7)
    if details["pocket"] == "chest pocket":
        canvas.panel("M212,138 L244,138 L244,166 L228,176 L212,166 Z", depth=0.4, casts=False)
        canvas.stitch("M213,145 L243,145")
    shirt_collar(canvas, torso)

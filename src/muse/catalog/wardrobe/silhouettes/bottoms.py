"""Trousers, shorts and skirts."""

from __future__ import annotations

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

LEGS = {
    "skinny": (0.62, 0.30),
    "slim": (0.7, 0.4),
    "straight": (0.8, 0.62),
    "wide": (0.95, 1.0),
    "bootcut": (0.68, 0.78),
}


def leg(waist: float, hip: float, foot: float, knee: float, ankle: float, top: float = 40) -> str:
    """The right leg from the waistband to its opening, the seam in the middle."""
    crotch = top + 112
    return (
        f"M192,{top} L{192 + waist},{top} C{192 + waist + 5},{top + 34} {192 + hip},{top + 60} {192 + hip},{top + 96} "
        f"C{192 + hip},{top + 150} {196 + knee},{(crotch + foot) / 2 - 20} {198 + ankle + 2},{foot} "
        f"Q{198 + ankle * 0.5},{foot + 4} 200,{foot} C198,{(crotch + foot) / 2} 195,{crotch + 30} 192,{crotch} Z"
    )


def waistband(canvas: Canvas, waist: float, top: float, height: float = 13, loops: bool = True) -> None:
    """A waistband with loops and a button."""
    band = whole(
        f"M192,{top + 3} Q{192 + waist * 0.5},{top + 2} {192 + waist - 1},{top - 1} L{192 + waist + 1},{top + height - 2} Q{192 + waist * 0.5},{top + height + 2} 192,{top + height + 3}"
    )
    canvas.panel(band, depth=0.5)
    if loops:
        for x in (-0.62, 0.62, -0.2, 0.2):
            canvas.panel(box(192 + x * waist - 2.5, top - 1, 5, height + 5, 1), depth=0.2, casts=False)


@silhouette("trousers", leg=("skinny", "slim", "straight", "wide"), length=("full length", "cropped"))
def trousers(canvas: Canvas, details: Details) -> None:
    """Trousers with a fly and slanted pockets."""
    knee, ankle = LEGS[details["leg"]]
    foot = 358 if details["length"] == "full length" else 318
    path = leg(50, 64, foot, 64 * knee, 60 * ankle + 6)
    creases = [
        fold((196, 156), (214, 162), (236, 152), 7),
        fold((198, 166), (212, 182), (230, 186), 6),
        fold((216, 250), (226, 258), (238, 246), 5),
        fold((224, 190), (226, 270), (224, foot - 6), 6),
    ]
    for side, turn in ((path, -2), (flip(path), 2)):
        canvas.panel(side, turn=turn, folds=[c if turn < 0 else flip(c) for c in creases])
    canvas.seam("M192,54 L192,112 Q186,112 183,100 L183,54", 1)
    for pocket in ("M238,52 Q240,74 254,92", flip("M238,52 Q240,74 254,92")):
        canvas.seam(pocket, 1.3)
    waistband(canvas, 50, 40)
    canvas.button(192, 48, 3.2)

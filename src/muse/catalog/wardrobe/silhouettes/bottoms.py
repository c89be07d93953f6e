"""Trousers and jeans, and what all trousers share."""

from __future__ import annotations

from muse.catalog.wardrobe.canvas import THREAD, Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

# knee and ankle half widths
LEGS = {
    "skinny": (38.0, 24.0),
    "slim": (44.0, 32.0),
    "straight": (52.0, 46.0),
    "wide": (64.0, 74.0),
    "bootcut": (44.0, 58.0),
    "tapered": (54.0, 30.0),
}


FEET = {"full length": 360.0, "cropped": 314.0, "capri": 276.0}


def leg(waist: float, hip: float, foot: float, knee: float, ankle: float, top: float = 40, rise: float = 104) -> str:
    """The right leg from the waistband to its opening; the seat's seam is the middle line."""
    crotch = top + rise
    bend = crotch + (foot - crotch) * 0.5
    return (
        f"M192,{top} L{192 + waist},{top} C{192 + waist + 4},{top + 24} "
        f"{192 + hip - 1},{top + 44} {192 + hip},{top + 76} "
        f"C{192 + hip},{top + 120} {199 + knee},{bend - 46} {198 + knee},{bend} "
        f"C{198 + knee - 1},{bend + 50} {202 + ankle},{foot - 50} {202 + ankle},{foot} "
        f"Q{203 + ankle * 0.5},{foot + 5} 203,{foot} C202,{foot - 60} 197,{crotch + 40} 192,{crotch} Z"
    )


def leg_folds(foot: float, knee: float, ankle: float) -> list[str]:
    """Creases of the right leg: whiskers at the crotch, a few at the knee, a long quiet one."""
    return [
        fold((195, 150), (214, 160), (238, 150), 7),
        fold((197, 162), (212, 178), (230, 186), 6),
        fold((202, 250), (214, 258), (196 + knee * 0.8, 248), 5),
        fold((218, 190), (220, 262), (206 + ankle * 0.5, foot - 8), 6),
        fold((205, foot - 26), (212, foot - 18), (202 + ankle * 0.8, foot - 24), 5),
    ]


def legs(canvas: Canvas, path: str, folds: list[str]) -> None:
    """Both legs."""
    canvas.panel(flip(path), turn=3, folds=[flip(crease) for crease in folds])
    canvas.panel(path, turn=-3, folds=folds)


def waistband(
    canvas: Canvas, waist: float, top: float, height: float = 13, loops: bool = True, role: str = "main"
) -> None:
    """A waistband, with belt loops where asked; it dips a little in front."""
    band = whole(
        f"M192,{top + 3} Q{192 + waist * 0.5},{top + 2} {192 + waist - 1},{top - 1} "
        f"L{192 + waist + 1},{top + height - 2} "
        f"Q{192 + waist * 0.5},{top + height + 2} 192,{top + height + 3}"
    )
    canvas.panel(band, role, turn=90, depth=0.5)
    if loops:
        for x in (-0.66, 0.66, -0.24, 0.24):
            canvas.panel(box(192 + x * waist - 2.5, top - 1, 5, height + 5, 1), depth=0.2, casts=False)


def elastic(canvas: Canvas, waist: float, top: float, height: float = 16, role: str = "trim") -> None:
    """An elastic waistband, gathered."""
    band = whole(
        f"M192,{top + 2} L{192 + waist - 2},{top} Q{192 + waist + 2},{top + height / 2} "
        f"{192 + waist},{top + height} L192,{top + height + 2}"
    )
    canvas.panel(band, role, grain="rib", depth=0.7)
    for k in range(-9, 10):
        x = 192 + k * waist / 9.6
        canvas.seam(f"M{x},{top + height + 1} L{x + k * 0.15},{top + height + 7 + 4 * (k % 2)}", 1, canvas.shade, 0.35)


def drawstring(canvas: Canvas, top: float) -> None:
    """Two cords."""
    for path in (f"M188,{top + 8} Q182,{top + 30} 184,{top + 48}", f"M196,{top + 8} Q203,{top + 28} 200,{top + 44}"):
        canvas.seam(path, 3.2, "#00000060", 1)
        canvas.seam(path, 2.3, "#f1efe9", 1)


def fly(canvas: Canvas, top: float, colour: str | None = None) -> None:
    """The fly's seams."""
    canvas.seam(f"M192,{top + 15} L192,{top + 104}", 1.2)
    canvas.stitch(f"M201,{top + 15} L201,{top + 62} Q199,{top + 76} 193,{top + 80}", colour)


def side_pockets(canvas: Canvas, waist: float, top: float, thread: str | None = None, curved: bool = False) -> None:
    """Pocket openings left and right."""
    x = 192 + waist
    path = (
        f"M{x - 20},{top + 15} Q{x - 17},{top + 34} {x + 6},{top + 36}"
        if curved
        else f"M{x - 13},{top + 15} L{x + 6},{top + 56}"
    )
    for side in (path, flip(path)):
        canvas.seam(side, 1.5)
        canvas.stitch(side, thread)


@silhouette(
    "trousers",
    leg=("slim", "straight", "wide", "tapered"),
    length=("full length", "cropped"),
    front=("pleated", "flat front"),
)
def trousers(canvas: Canvas, details: Details) -> None:
    """Trousers with a fly and slanted pockets."""
    knee, ankle = LEGS[details["leg"]]
    foot = FEET[details["length"]]
    legs(canvas, leg(54, 66, foot, knee, ankle), leg_folds(foot, knee, ankle))
    fly(canvas, 40)
    side_pockets(canvas, 54, 40)
    if details["front"] == "pleated":
        crease = f"M222,56 Q226,150 {202 + ankle * 0.5},{foot}"
        for path in (crease, flip(crease)):
            canvas.seam(path, 3, canvas.shade, 0.2)
            canvas.seam(path, 1.1, canvas.seam_colour, 0.8)
    waistband(canvas, 54, 40)
    canvas.button(192, 49, 3.2)


@silhouette(
    "jeans",
    leg=("skinny", "straight", "bootcut", "wide"),
    wash=("faded", "clean", "ripped"),
    length=("full length", "cropped"),
)
def jeans(canvas: Canvas, details: Details) -> None:
    """Five-pocket jeans."""
    knee, ankle = LEGS[details["leg"]]
    foot = FEET[details["length"]]
    path = leg(52, 65, foot, knee, ankle)
    fades = []
    if details["wash"] != "clean":
        fades = [
            fold((222, 120), (222 + knee * 0.1, 200), (216, 300), 26),
            fold((226, 150), (218, 190), (224, 230), 20),
        ]
    canvas.panel(
        flip(path), turn=3, folds=[flip(c) for c in leg_folds(foot, knee, ankle)], lights=[flip(f) for f in fades]
    )
    canvas.panel(path, turn=-3, folds=leg_folds(foot, knee, ankle), lights=fades)
    if details["wash"] == "ripped":
        for x, y in ((226, 236), (160, 226), (222, 182)):
            tear = f"M{x - 15},{y} Q{x},{y - 9} {x + 15},{y - 1} Q{x + 2},{y + 9} {x - 15},{y} Z"
            canvas.flat(tear, "#e9e4da", 1, stroke=canvas.edge, width=0.8)
            for k in range(-3, 4):
                canvas.seam(f"M{x - 13},{y + k * 1.3} L{x + 13},{y + k * 1.2 - 0.5}", 0.5, "#ffffff", 0.9)
    canvas.stitch(f"M{198 + ankle},{foot - 8} L205,{foot - 6}", THREAD)
    canvas.stitch(flip(f"M{198 + ankle},{foot - 8} L205,{foot - 6}"), THREAD)
    fly(canvas, 40, THREAD)
    side_pockets(canvas, 52, 40, THREAD, True)
    for x, y in ((242, 76), (142, 76), (226, 58), (158, 58)):
        canvas.button(x, y, 1.7, "#b98a5a")
    waistband(canvas, 52, 40)
    canvas.stitch("M140,50 Q192,56 244,50", THREAD)
    canvas.button(192, 49, 3.6, "#b98a5a")

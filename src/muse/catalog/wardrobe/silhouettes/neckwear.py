"""Ties, bow ties, braces, pocket squares."""

from __future__ import annotations

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, polygon
from muse.catalog.wardrobe.silhouettes.accessories import METAL
from muse.catalog.wardrobe.silhouettes.footwear import trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("tie", knot=("half windsor", "slim knot"), width=("classic", "skinny"))
def tie(canvas: Canvas, details: Details) -> None:
    """A knotted tie."""
    wide = 36.0 if details["width"] == "classic" else 24.0
    canvas.panel(
        f"M188,72 L202,72 L{206 + wide * 0.4},312 L{196},330 L{186 - wide * 0.1},312 Z", "trim", turn=-20, depth=0.7
    )
    loop = "M148,62 C140,30 164,18 192,18 C220,18 244,30 236,62 L216,66 C224,42 210,34 192,34 C174,34 160,42 168,66 Z"
    canvas.panel(loop, turn=30, depth=1.0)
    blade = (
        f"M180,92 L204,92 C{208},160 {192 + wide},250 {192 + wide},318 L192,360 "
        f"L{192 - wide},318 C{192 - wide},250 176,160 180,92 Z"
    )
    canvas.panel(blade, turn=0, folds=[fold((190, 100), (184, 150), (178, 210), 6)], depth=1.1)
    half = 20.0 if details["knot"] == "half windsor" else 15.0
    canvas.shadow("M180,94 L204,94 L202,108 L182,108 Z", 0.4, blade)
    canvas.panel(
        f"M{192 - half},56 Q192,64 {192 + half},56 L206,94 Q192,100 178,94 Z",
        turn=40,
        folds=[fold((182, 62), (192, 78), (200, 90), 5)],
        depth=1.1,
    )


@silhouette("bow tie", shape=("butterfly", "slim"), band=("banded", "clip-on"))
def bow_tie(canvas: Canvas, details: Details) -> None:
    """A bow tie."""
    tall = 62.0 if details["shape"] == "butterfly" else 34.0
    if details["band"] == "banded":
        canvas.seam("M60,192 C84,92 300,92 324,192", 12, canvas.edge, 1)
        canvas.seam("M60,192 C84,92 300,92 324,192", 10.6, "main", 1)
    back = (
        f"M192,192 C220,{180 - tall * 0.4} 280,{186 - tall} 318,{196 - tall * 0.8} "
        f"Q328,196 318,{200 + tall * 0.8} C280,{204 + tall} 220,{212 + tall * 0.4} "
        "192,204 Z"
    )
    for path in (back, flip(back)):
        canvas.panel(path, "trim", turn=5, depth=0.8)
    front = (
        f"M192,198 C216,{186 - tall * 0.3} 262,{190 - tall} 298,{194 - tall * 0.7} "
        f"Q306,198 298,{204 + tall * 0.7} C262,{206 + tall} 216,{210 + tall * 0.3} "
        "192,198 Z"
    )
    for path, sign in ((front, 1), (flip(front), -1)):
        canvas.panel(
            path,
            turn=-8 * sign,
            folds=[
                fold((192 + 14 * sign, 198), (192 + 50 * sign, 180), (192 + 88 * sign, 176), 8),
                fold((192 + 14 * sign, 200), (192 + 50 * sign, 216), (192 + 84 * sign, 226), 8),
            ],
            depth=1.2,
        )
    canvas.panel(box(174, 172, 36, 52, 9), turn=90, depth=1.2, folds=[fold((182, 178), (188, 198), (184, 218), 5)])


@silhouette("suspenders", clips=("silver clips", "leather ends"), width=("wide", "narrow"))
def suspenders(canvas: Canvas, details: Details) -> None:
    """Braces, crossed at the back, laid out."""
    thick = 26.0 if details["width"] == "wide" else 16.0
    wide = thick / 2
    for path, turn in (
        (f"M{112 - wide},60 L{112 + wide},60 L{214 + wide},300 L{214 - wide},300 Z", -22),
        (f"M{272 - wide},60 L{272 + wide},60 L{170 + wide},300 L{170 - wide},300 Z", 22),
    ):
        canvas.panel(path, turn=turn, depth=0.8)
    canvas.panel(
        polygon((192, 198), (192 + thick, 236), (192, 276), (192 - thick, 236)),
        "#5a3c28",
        grain="",
        patterned=False,
        depth=1.0,
    )
    silver = METAL["silver"]
    for x, y in ((112, 52), (272, 52), (216, 304), (168, 304)):
        if details["clips"] == "silver clips":
            canvas.panel(
                box(x - wide - 2, y - 16 if y < 100 else y - 6, thick + 4, 24, 4),
                silver,
                grain="",
                patterned=False,
                depth=1.2,
            )
        else:
            canvas.panel(
                f"M{x - wide},{y - 12} L{x + wide},{y - 12} L{x + 5},{y + 16} L{x - 5},{y + 16} Z",
                "#5a3c28",
                grain="",
                patterned=False,
                depth=0.8,
            )


@silhouette("pocket square", fold_=("presidential", "peaks"), edge=("hand-rolled edge", "contrast edge"))
def pocket_square(canvas: Canvas, details: Details) -> None:
    """A folded pocket square."""
    tone = trim_tone(canvas, 0.5) if details["edge"] == "contrast edge" else canvas.edge
    if details["fold_"] == "presidential":
        for k in range(3):
            path = box(96 + 6 * k, 96 + 9 * k, 184, 196, 5)
            canvas.panel(path, depth=0.7)
            canvas.seam(path, 3 if tone != canvas.edge else 1.2, tone, 0.9)
    else:
        for x, top, lean in ((130, 110, -12), (254, 112, 12), (192, 84, 0), (160, 132, -6)):
            path = f"M{x + lean},{top} L{x + 74},{300} Q{192},{316} {x - 74},{300} Z"
            canvas.panel(path, turn=lean, depth=0.9, folds=[fold((x + lean, top + 14), (x + 6, 220), (x + 12, 292), 8)])
            canvas.seam(
                f"M{x - 74},300 L{x + lean},{top} L{x + 74},300", 2.6 if tone != canvas.edge else 1.2, tone, 0.9
            )

"""Sandals, flat and heeled."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse
from muse.catalog.wardrobe.silhouettes.boots import CORK
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.shoes import ankle_strap, insole, pair


@silhouette("sandals", standing=True, style=("slide", "thong", "strappy", "gladiator"), sole=("flat", "platform"))
def sandals(canvas: Canvas, details: Details) -> None:
    """Flat sandals."""
    start = len(canvas.body)
    style = details["style"]
    thick = 22.0 if details["sole"] == "platform" else 9.0
    foot = 276.0
    top = foot - thick
    bed = (
        f"M62,{top - 6} C74,{top - 22} 130,{top - 26} 190,{top - 20} C250,{top - 16} "
        f"310,{top - 18} 332,{top - 4} Q300,{top + 4} 196,{top + 2} Q100,{top + 4} "
        f"62,{top - 6} Z"
    )
    canvas.panel(
        f"M60,{top - 6} Q54,{foot} 70,{foot} L318,{foot} Q338,{foot} 334,{top - 6} Q200,{top + 8} 60,{top - 6} Z",
        CORK if thick > 10 else palette.darker(canvas.main, 0.35),
        grain="",
        patterned=False,
        depth=0.8,
    )
    canvas.panel(bed, insole(canvas), grain="", patterned=False, depth=0.5)

    def strap(left: float, right: float, high: float, wide: float) -> None:
        middle = (left + right) / 2
        path = (
            f"M{left},{top - 2} Q{left + 4},{top - high} {middle},{top - high - 4} "
            f"Q{right + 8},{top - high} {right + 16},{top - 8} "
            f"L{right + 16 + wide},{top - 8} Q{right + wide},{top - high - wide * 0.55} "
            f"{middle + wide * 0.2},{top - high - wide * 0.6} "
            f"Q{left - wide * 0.3},{top - high - wide * 0.3} {left - wide},{top - 2} Z"
        )
        canvas.panel(path, turn=70)

    if style == "slide":
        path = (
            f"M196,{top + 2} C198,{top - 40} 214,{top - 58} 246,{top - 58} C284,{top - 54} "
            f"306,{top - 30} 310,{top - 4} Q250,{top + 8} 196,{top + 2} Z"
        )
        canvas.panel(path, turn=20, depth=1.2)
        canvas.stitch(
            f"M202,{top - 4} C204,{top - 36} 218,{top - 52} 246,{top - 52} C280,{top - 48} 300,{top - 28} 304,{top - 8}"
        )
    elif style == "thong":
        for d in (
            f"M286,{top - 12} C262,{top - 50} 200,{top - 46} 168,{top}",
            f"M286,{top - 12} C270,{top - 54} 240,{top - 40} 214,{top - 16}",
        ):
            canvas.seam(d, 12, canvas.edge, 1)
            canvas.seam(d, 10.4, "main", 1)
            canvas.seam(d, 2, "#ffffff", 0.25)
        canvas.flat(ellipse(286, top - 12, 6, 5), "trim", 1, stroke=canvas.edge, width=1)
    elif style == "strappy":
        strap(232, 262, 42, 18)
        strap(186, 214, 50, 16)
        ankle_strap(canvas, 112, top - 66, top - 6)
    else:
        for k in range(3):
            strap(248 - k * 44, 270 - k * 40, 40 + k * 12, 13)
        canvas.panel(f"M92,{top - 4} L86,{top - 100} L104,{top - 104} L112,{top - 6} Z", depth=0.7)
        for k in range(2):
            ankle_strap(canvas, 126, top - 62 - k * 36, top - 62 - k * 36)
    pair(canvas, start)


@silhouette(
    "heeled sandals", "heels", standing=True, heel=("stiletto", "block", "wedge"), strap=("ankle strap", "slingback")
)
def heeled_sandals(canvas: Canvas, details: Details) -> None:
    """Open shoes with a heel."""
    start = len(canvas.body)
    rise = {"stiletto": 74.0, "block": 60.0, "wedge": 56.0}[details["heel"]]
    y = 274 - rise
    if details["heel"] == "wedge":
        canvas.panel(
            f"M66,{y - 4} L78,277 L306,277 Q250,272 196,{y + 40} Q140,{y + 8} 66,{y - 4} Z",
            CORK,
            grain="straw",
            patterned=False,
            depth=0.9,
        )
    else:
        foot = 5 if details["heel"] == "stiletto" else 32
        canvas.panel(
            (
                f"M66,{y - 6} L108,{y + 8} Q{80 + foot},{y + rise * 0.45} {78 + foot},277 "
                f"L77,277 Q78,{y + rise * 0.5} 66,{y - 6} Z"
            ),
            palette.darker(canvas.main, 0.3),
            patterned=False,
            depth=0.9,
        )
    canvas.panel(
        (
            f"M62,{y - 8} C90,{y - 22} 150,{y + 8} 206,262 Q262,262 328,264 Q334,276 "
            f"322,278 L268,279 C216,276 176,{y + 38} 136,{y + 14} Q100,{y} 62,{y - 8} Z"
        ),
        insole(canvas),
        grain="",
        patterned=False,
        depth=0.7,
    )
    canvas.seam("M206,274 Q262,280 322,278", 3, "#4a372a", 1)
    canvas.panel(
        (
            "M228,266 C232,232 252,222 276,228 C300,236 312,250 314,268 Q290,262 284,250 "
            "Q268,240 252,250 Q244,258 250,272 Z"
        ),
        turn=30,
        depth=1.0,
    )
    if details["strap"] == "ankle strap":
        canvas.panel(
            f"M62,{y - 6} C58,{y - 40} 68,{y - 66} 76,{y - 82} L92,{y - 76} Q84,{y - 30} 106,{y + 2} Z", depth=0.8
        )
        ankle_strap(canvas, 118, y - 78, y - 78)
    else:
        d = f"M234,262 C190,{y + 4} 130,{y - 58} 72,{y - 48} Q62,{y - 30} 70,{y - 8}"
        canvas.seam(d, 8, canvas.edge, 1)
        canvas.seam(d, 6.4, "main", 1)
        canvas.reach.append(f"M70,{y - 56} L180,{y} L80,{y} Z")
    pair(canvas, start)

"""Sandals, flat and heeled."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse
from muse.catalog.wardrobe.silhouettes.boots import CORK
from muse.catalog.wardrobe.silhouettes.footwear import ankle_strap, band, heel, insole, pair
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


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
    arch = f"C160,{y + 20} 192,260 236,270"
    heel(canvas, details["heel"], y, arch, CORK, "straw")
    canvas.panel(
        f"M66,{y - 6} Q92,{y - 2} 122,{y + 2} C162,{y + 12} 196,256 238,262 Q284,266 332,264 Q336,274 324,277 "
        f"L236,277 C192,268 160,{y + 26} 120,{y + 12} Q92,{y + 6} 66,{y + 2} Z",
        insole(canvas),
        grain="",
        patterned=False,
        depth=0.6,
    )
    canvas.seam("M238,278 Q284,280 324,278", 2.4, "#4a372a", 1)
    for across, share in ((0.0, 1.0), (42.0, 0.78)):
        _strap(canvas, 226 + across, share)
    if details["strap"] == "ankle strap":
        canvas.panel(
            f"M66,{y} C60,{y - 26} 64,{y - 50} 76,{y - 64} L90,{y - 60} C92,{y - 34} 108,{y - 12} 134,{y + 6} "
            f"Q98,{y + 4} 66,{y} Z",
            depth=0.9,
        )
        ankle_strap(canvas, 116, y - 66, y - 60)
    else:
        far, near = (
            f"M262,234 C200,{y - 14} 124,{y - 46} 74,{y - 42}",
            f"M240,250 C190,{y + 6} 124,{y - 34} 72,{y - 40}",
        )
        canvas.seam(far, 7, "lining", 1)
        band(canvas, near, 8)
        canvas.reach.append(f"M70,{y - 48} L180,{y} L80,{y} Z")
    pair(canvas, start)


def _strap(canvas: Canvas, x: float, share: float) -> None:
    """A strap over the toes from the sole at (x, 270), seen from its near side; `share` scales its height."""

    def at(right: float, up: float) -> str:
        return f"{x + right:.1f},{270 - up * share:.1f}"

    canvas.panel(
        f"M{at(30, 48)} C{at(58, 50)} {at(78, 28)} {at(82, 2)} L{at(62, 2)} C{at(58, 22)} {at(48, 34)} {at(30, 36)} Z",
        "lining",
        grain="",
        depth=0.5,
    )
    canvas.panel(
        f"M{at(0, -2)} C{at(0, 24)} {at(14, 48)} {at(36, 50)} C{at(44, 50)} {at(50, 48)} {at(56, 45)} "
        f"C{at(44, 36)} {at(36, 18)} {at(36, -4)} Q{at(18, -5)} {at(0, -2)} Z",
        turn=30,
        depth=1.0,
    )

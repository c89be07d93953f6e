"""Belts and gloves."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, fold
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

METAL = palette.METALS


@silhouette(
    "belt", width=("wide", "narrow"), buckle=("square buckle", "round buckle", "double ring"), metal=("gold", "silver")
)
def belt(canvas: Canvas, details: Details) -> None:
    """A coiled belt."""
    thick = 34.0 if details["width"] == "wide" else 22.0
    metal = METAL[details["metal"]]
    y = 196.0
    canvas.panel(
        (
            f"M96,{y - 60} C150,{y - 92} 260,{y - 92} 308,{y - 56} Q330,{y - 36} "
            f"322,{y - 20} L300,{y - 18} Q304,{y - 36} 280,{y - 50} C236,{y - 72} "
            f"150,{y - 70} 104,{y - 44} Z"
        ),
        "lining",
        grain="",
        depth=0.8,
    )
    body = (
        f"M60,{y - 30} Q60,{y - 60} 100,{y - 60} Q84,{y - 44} 84,{y - 30} C84,{y - 8} "
        f"140,{y} 200,{y} L330,{y - 6} Q344,{y - 6} 344,{y + thick * 0.5} "
        f"Q344,{y + thick - 2} 330,{y + thick} L200,{y + thick + 4} "
        f"C120,{y + thick + 4} 60,{y + thick - 10} 60,{y - 30} Z"
    )
    canvas.panel(body, depth=1.2)
    canvas.stitch(f"M70,{y - 26} C70,{y + 4} 130,{y + 7} 200,{y + 7} L334,{y + 1}")
    canvas.stitch(f"M66,{y - 10} C74,{y + thick - 10} 130,{y + thick - 2} 200,{y + thick - 3} L334,{y + thick - 7}")
    for k in range(5):
        canvas.flat(ellipse(226 + k * 18, y + thick * 0.5 - k * 0.9, 2.6, 2.6), palette.darker(canvas.main, 0.7))
    middle = y + thick * 0.5 + 1
    if details["buckle"] == "square buckle":
        canvas.metal(box(138, middle - thick * 0.78, 46, thick * 1.56, 5), metal, 6)
        canvas.metal(f"M160,{middle} L186,{middle - 1}", metal, 4.4)
    elif details["buckle"] == "round buckle":
        canvas.metal(ellipse(160, middle, thick * 0.92, thick * 0.92), metal, 6)
        canvas.metal(f"M160,{middle} L{160 + thick * 0.9},{middle - 1}", metal, 4.4)
    else:
        canvas.metal(ellipse(152, middle, thick * 0.62, thick * 0.86), metal, 5)
        canvas.metal(ellipse(170, middle, thick * 0.62, thick * 0.86), metal, 5)
    canvas.panel(box(198, middle - thick * 0.62, 12, thick * 1.24, 2), "trim", patterned=False, depth=0.7, casts=False)


@silhouette("gloves", style=("gloves", "mittens", "fingerless"), cuff=("ribbed cuff", "fur cuff", "plain cuff"))
def gloves(canvas: Canvas, details: Details) -> None:
    """A pair of gloves."""
    start = len(canvas.body)
    style = details["style"]
    short = 30.0 if style == "fingerless" else 0.0
    thumb = (
        "M226,236 C246,214 258,190 264,168 C270,154 286,160 284,176 C278,212 262,246 234,272 Z"
        if not short
        else "M226,236 C240,222 250,206 254,194 L272,202 C266,228 254,252 234,272 Z"
    )
    canvas.panel(thumb, turn=24)
    if style == "mittens":
        hand = (
            "M168,300 C160,250 154,200 160,150 C164,104 184,84 204,84 C226,84 240,104 "
            "242,150 C244,196 240,250 236,300 Z"
        )
        canvas.panel(hand, folds=[fold((186, 250), (200, 240), (230, 248), 6)], depth=1.2)
    else:
        fingers = ((162, 104, -5.0), (182, 84, -1.5), (203, 82, 1.5), (224, 98, 5.0))
        for x, top, lean in fingers:
            tip = top + short * 1.6
            canvas.panel(
                (
                    f"M{x - 9},200 L{x - 9 + lean},{tip + 8} "
                    f"Q{x + lean},{tip - (0 if short else 8)} {x + 10 + lean},{tip + 8} "
                    f"L{x + 11},200 Z"
                ),
                depth=1.0,
            )
        hand = "M168,302 C158,262 150,224 153,176 Q192,166 236,176 C240,224 240,262 236,302 Z"
        canvas.panel(hand, folds=[fold((176, 260), (200, 250), (232, 258), 6)], edge=0)
        canvas.seam("M168,302 C158,262 150,224 153,186 M236,302 C240,262 240,224 235,186", 0.9, canvas.edge, 0.75)
        for x in (176, 194, 212):
            canvas.seam(f"M{x},186 L{x + 1},222", 1.2)
    cuff = "M164,292 Q200,300 240,292 L244,336 Q202,344 160,336 Z"
    if details["cuff"] == "fur cuff":
        fur = "#eadfce" if palette.luminance(canvas.main) < 0.6 else "#94795c"
        for k in range(30):
            x, y = 162 + (k % 10) * 9, 302 + (k // 10) * 14
            canvas.flat(
                ellipse(x, y, 9, 9),
                fur if k % 2 else palette.darker(fur, 0.1),
                1,
                stroke=palette.darker(fur, 0.25),
                width=0.4,
            )
        canvas.reach.append(cuff)
    else:
        canvas.panel(cuff, "trim", grain="rib" if details["cuff"] == "ribbed cuff" else None, depth=0.9)
        if details["cuff"] == "plain cuff":
            canvas.stitch("M163,300 Q202,308 241,300")
    canvas.twin(start, 52 - 64, 6, mirror=True)

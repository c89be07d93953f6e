"""Belts and gloves."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import Point, box, ellipse, fold, line, polygon
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

METAL = palette.METALS
REACH, BEND = 146.0, 46.0  # half the width and half the depth of a closed belt
BUCKLE = -0.12  # where on the front the buckle is, from -1 to 1


@silhouette(
    "belt", width=("wide", "narrow"), buckle=("square buckle", "round buckle", "double ring"), metal=("gold", "silver")
)
def belt(canvas: Canvas, details: Details) -> None:
    """A closed belt seen from a little above: its lining behind, its buckle and its tail in front."""
    thick = 38.0 if details["width"] == "wide" else 25.0
    metal = METAL[details["metal"]]
    top = 188 - thick / 2

    def front(down: float, left: float = -1.0, right: float = 1.0) -> list[Point]:
        """Points of the front's curve, `down` below its upper edge, between two shares of its half width."""
        return [
            (192 + REACH * sin(turn), top + down + BEND * cos(turn))
            for turn in (pi / 2 * (left + (right - left) * k / 24) for k in range(25))
        ]

    def behind(down: float) -> list[Point]:
        return [(x, 2 * (top + down) - y) for x, y in front(down)]

    canvas.panel(polygon(*behind(0), *reversed(behind(thick))), "lining", grain="", depth=0.8)
    canvas.panel(polygon(*front(0), *reversed(front(thick))), depth=1.2)
    for down in (4.0, thick - 4):
        canvas.stitch(line(*front(down)))
    middle = front(thick / 2, BUCKLE, BUCKLE)[0]
    tail = [*front(-1.5, BUCKLE, 0.56), *front(thick / 2, 0.61, 0.61), *reversed(front(thick + 1.5, BUCKLE, 0.56))]
    canvas.shadow(polygon(*((x + 2, y + 3) for x, y in tail)), 0.4)
    canvas.panel(polygon(*tail), depth=1.0)
    for down in (4.0, thick - 4):
        canvas.stitch(line(*front(down, BUCKLE, 0.56)))
    for k in range(5):
        place = 0.16 + 0.08 * k
        x, y = front(thick / 2, place, place)[0]
        canvas.flat(ellipse(x, y, 2.6, 2.6), palette.darker(canvas.main, 0.7))
    _buckle(canvas, details["buckle"], middle, thick, metal)
    (left, y), (right, _) = front(-4, 0.04, 0.04)[0], front(-4, 0.1, 0.1)[0]
    canvas.panel(box(left, y, right - left, thick + 8, 2), "trim", patterned=False, depth=0.7, casts=False)


def _buckle(canvas: Canvas, kind: str, middle: Point, thick: float, metal: str) -> None:
    """The buckle about a point, with its prong to the right."""
    x, y = middle
    if kind == "double ring":
        for across in (-9, 9):
            canvas.metal(ellipse(x + across, y, thick * 0.55, thick * 0.74), metal, 5)
        return
    if kind == "square buckle":
        canvas.metal(box(x - 24, y - thick * 0.74, 46, thick * 1.48, 5), metal, 6)
    else:
        canvas.metal(ellipse(x, y, thick * 0.82, thick * 0.82), metal, 6)
    canvas.metal(f"M{x - 18},{y} L{x + 22},{y}", metal, 4.4)


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

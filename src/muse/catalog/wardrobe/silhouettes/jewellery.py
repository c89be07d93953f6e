"""Earrings, rings, brooches. The main colour is the metal's."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import annulus, box, ellipse, polygon
from muse.catalog.wardrobe.silhouettes.gems import GEMS, STONES, gem, plate
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

EAR = 262.0  # the right earring's middle


@silhouette("earrings", style=("studs", "hoops", "drops", "chandelier"), stone=(*STONES, "no stone"))
def earrings(canvas: Canvas, details: Details) -> None:
    """A pair of earrings."""
    start = len(canvas.body)
    stone = None if details["stone"] == "no stone" else details["stone"]
    {"studs": stud, "hoops": hoop, "drops": drop, "chandelier": chandelier}[details["style"]](canvas, stone)
    canvas.twin(start, 0, 0, mirror=True)


def stud(canvas: Canvas, stone: str | None) -> None:
    """A round stud with four claws."""
    plate(canvas, ellipse(EAR, 192, 40, 40))
    for k in range(4):
        a = pi / 4 + pi / 2 * k
        plate(canvas, ellipse(EAR + 36 * cos(a), 192 + 36 * sin(a), 6, 6))
    if stone:
        gem(canvas, EAR, 192, 22, stone)
    else:
        canvas.flat(ellipse(EAR - 10, 180, 12, 9), "#ffffff", 0.6)


def hoop(canvas: Canvas, stone: str | None) -> None:
    """A hoop, its foot set with stones."""
    canvas.metal(ellipse(EAR, 206, 58, 70), canvas.main, 13)
    canvas.outlines.append(annulus(EAR, 206, 58, 70, 13))
    plate(canvas, ellipse(EAR, 136, 8, 8))
    for k in range(9) if stone else ():
        a = pi * (0.16 + 0.085 * k)
        gem(canvas, EAR + 58 * cos(a), 206 + 70 * sin(a), 6, stone or "")


def drop(canvas: Canvas, stone: str | None) -> None:
    """A drop on a hook."""
    x = EAR
    canvas.metal(f"M{x},120 Q{x + 22},84 {x + 20},116 M{x},120 L{x},186", canvas.main, 3.6)
    plate(canvas, ellipse(x, 132, 12, 12))
    if stone:
        plate(canvas, ellipse(x, 222, 40, 52 if stone != "pearl" else 40))
        gem(canvas, x, 222, 22, stone, "oval")
        return
    tear = (
        f"M{x},156 C{x + 10},190 {x + 38},214 {x + 38},246 C{x + 38},290 {x - 38},290 "
        f"{x - 38},246 C{x - 38},214 {x - 10},190 {x},156 Z"
    )
    plate(canvas, tear)
    canvas.flat(ellipse(x - 13, 240, 7, 18), "#ffffff", 0.5)


def chandelier(canvas: Canvas, stone: str | None) -> None:
    """A fan with five hanging drops."""
    x = EAR
    canvas.metal(f"M{x},96 Q{x + 18},66 {x + 18},96 M{x},96 L{x},120", canvas.main, 3.4)
    fan = f"M{x},112 C{x + 24},124 {x + 44},150 {x + 48},184 Q{x},204 {x - 48},184 C{x - 44},150 {x - 24},124 {x},112 Z"
    plate(canvas, fan)
    if stone:
        gem(canvas, x, 160, 19, stone, "oval")
    for k in range(-2, 3):
        hang, foot = x + 22 * k, 262 - abs(k) * 16
        canvas.metal(f"M{hang},{190 - abs(k) * 2} L{hang},{foot}", canvas.main, 2.4)
        if stone:
            gem(canvas, hang, foot + 8, 9, stone, "oval")
        else:
            plate(canvas, ellipse(hang, foot + 8, 7, 10))


@silhouette("ring", style=("solitaire", "halo", "band", "three-stone", "signet"), stone=STONES)
def ring(canvas: Canvas, details: Details) -> None:
    """A finger ring seen from a little above."""
    style, stone = details["style"], details["stone"]
    thick = {"band": 26.0, "signet": 24.0}.get(style, 13.0)
    canvas.outlines.append(annulus(192, 232, 88, 84, thick))
    canvas.raw(
        f'<path d="{ellipse(192, 238, 88, 82)}" fill="none" '
        f'stroke="{palette.darker(canvas.main, 0.5)}" stroke-width="{thick * 0.8}"/>'
    )
    canvas.metal(ellipse(192, 232, 88, 84), canvas.main, thick)
    canvas.raw(
        '<path d="M112,196 Q130,158 170,150" fill="none" stroke="#fff" '
        f'stroke-opacity=".75" stroke-width="{thick * 0.3}" stroke-linecap="round"/>'
    )
    top = 148.0
    if style in {"solitaire", "halo"}:
        for dx in (-20, 20):
            canvas.metal(f"M{192 + dx * 0.5},{top + 6} L{192 + dx * 1.3},{top - 34}", canvas.main, 6)
        if style == "halo":
            plate(canvas, ellipse(192, top - 34, 46, 46))
            for k in range(16):
                a = 2 * pi * k / 16
                gem(canvas, 192 + 39 * cos(a), top - 34 + 39 * sin(a), 6.4, "clear")
        gem(canvas, 192, top - 34, 31 if style == "halo" else 36, stone)
        canvas.outlines.append(ellipse(192, top - 34, 36, 36))
        if style == "solitaire":
            for k in range(4):
                a = pi / 4 + pi / 2 * k
                canvas.flat(
                    ellipse(192 + 33 * cos(a), top - 34 + 33 * sin(a), 4.6, 4.6),
                    canvas.main,
                    1,
                    stroke=palette.darker(canvas.main, 0.5),
                    width=0.8,
                )
    elif style == "three-stone":
        for dx, size in ((-40, 21), (40, 21), (0, 29)):
            plate(canvas, ellipse(192 + dx, top - 12 + abs(dx) * 0.28, size + 4, size + 4))
            gem(canvas, 192 + dx, top - 12 + abs(dx) * 0.28, size, stone)
    elif style == "signet":
        plate(canvas, box(146, 106, 92, 74, 22))
        canvas.flat(
            box(158, 117, 68, 52, 14),
            GEMS[stone] if stone != "clear" else palette.lighter(canvas.main, 0.35),
            1,
            stroke=palette.darker(canvas.main, 0.5),
            width=1.2,
        )
        canvas.flat("M164,126 Q182,118 204,120 Q180,130 172,150 Z", "#ffffff", 0.4)
    else:
        for k in range(-4, 5):
            a = -pi / 2 + k * 0.2
            gem(canvas, 192 + 88 * cos(a), 232 + 84 * sin(a), 8, stone)


@silhouette("brooch", style=("flower", "leaf", "bow", "star"), stone=STONES)
def brooch(canvas: Canvas, details: Details) -> None:
    """A brooch."""
    style, stone = details["style"], details["stone"]
    if style == "flower":
        for k in range(6):
            a = 2 * pi * k / 6 + 0.3
            x, y = 192 + 66 * cos(a), 192 + 66 * sin(a)
            plate(canvas, ellipse(x, y, 43, 43))
            canvas.flat(ellipse(x - 8, y - 10, 14, 9), "#ffffff", 0.3)
            canvas.metal(
                f"M192,192 L{x + 22 * cos(a):.1f},{y + 22 * sin(a):.1f}", palette.darker(canvas.main, 0.2), 2.4
            )
            gem(canvas, x + 14 * cos(a), y + 14 * sin(a), 8, stone)
        plate(canvas, ellipse(192, 192, 31, 31))
        gem(canvas, 192, 192, 23, stone)
    elif style == "leaf":
        plate(canvas, "M110,308 C70,214 130,96 290,76 C306,206 226,296 130,284 Z")
        canvas.metal("M98,322 C140,250 196,170 268,96", palette.darker(canvas.main, 0.25), 5)
        for k in range(5):
            x, y = 142 + k * 27, 256 - k * 33
            canvas.metal(
                f"M{x},{y} L{x - 22},{y - 34} M{x},{y} L{x + 34},{y - 2}", palette.darker(canvas.main, 0.2), 2.6
            )
            gem(canvas, x, y, 9, stone)
    elif style == "bow":
        for s in (1, -1):
            plate(
                canvas,
                (
                    f"M192,186 C{192 + 30 * s},110 {192 + 130 * s},100 {192 + 134 * s},176 "
                    f"C{192 + 136 * s},244 {192 + 40 * s},238 192,196 Z"
                ),
            )
            plate(canvas, f"M192,200 L{192 + 76 * s},300 L{192 + 42 * s},302 L{192 + 26 * s},330 Z")
            for k in range(5):
                gem(canvas, 192 + (40 + k * 19) * s, 150 + abs(k - 2) * 6, 7.5, stone)
        plate(canvas, ellipse(192, 192, 29, 29))
        gem(canvas, 192, 192, 21, stone)
    else:
        points = [
            (192 + (130 if k % 2 == 0 else 54) * sin(pi * k / 5), 200 - (130 if k % 2 == 0 else 54) * cos(pi * k / 5))
            for k in range(10)
        ]
        plate(canvas, polygon(*points))
        for k in range(0, 10, 2):
            x, y = points[k]
            canvas.metal(
                f"M192,200 L{192 + (x - 192) * 0.86:.1f},{200 + (y - 200) * 0.86:.1f}",
                palette.darker(canvas.main, 0.15),
                2,
            )
            gem(canvas, 192 + (x - 192) * 0.62, 200 + (y - 200) * 0.62, 9, stone)
        gem(canvas, 192, 200, 28, stone)

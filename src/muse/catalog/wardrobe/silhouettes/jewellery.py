"""Watches, earrings, necklaces, rings, bracelets, brooches. The main colour is the metal's, the second the gem's."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import annulus, box, ellipse, polygon
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

GEMS = {
    "clear": "#e3eef6",
    "red": "#b8142c",
    "green": "#0f7a4f",
    "blue": "#1d4fae",
    "purple": "#6f3aa0",
    "black": "#26262b",
    "pearl": "#f4efe6",
}
STONES = ("clear", "red", "green", "blue", "pearl")


def gem(canvas: Canvas, x: float, y: float, size: float, stone: str, cut: str = "round") -> None:
    """A faceted stone (or a pearl) with its lights."""
    tone = GEMS[stone]
    dark, pale = palette.darker(tone, 0.45), palette.lighter(tone, 0.7)
    if stone == "pearl":
        name = f"pearl{len(canvas.defs)}"
        canvas.defs[name] = (
            f'<radialGradient id="{name}" cx=".36" cy=".32" r=".75"><stop offset="0" stop-color="#ffffff"/>'
            '<stop offset=".5" stop-color="#f1ebe0"/><stop offset="1" stop-color="#a79c8d"/></radialGradient>'
        )
        canvas.raw(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="url(#{name})" stroke="#8d8476" stroke-width=".6"/>'
        )
        return
    count, ry = (8, 1.0) if cut == "round" else (8, 1.32) if cut == "oval" else (4, 1.0)
    turn = pi / 8 if count == 8 else pi / 4
    rim = [
        (x + size * cos(2 * pi * k / count + turn), y + size * ry * sin(2 * pi * k / count + turn))
        for k in range(count)
    ]
    table = [(x + (a - x) * 0.55, y + (b - y) * 0.55) for a, b in rim]
    for k in range(count):
        one, two, three, four = rim[k], rim[(k + 1) % count], table[(k + 1) % count], table[k]
        light = 0.5 + 0.5 * cos(2 * pi * (k + 0.5) / count + turn + 2.4)
        canvas.flat(polygon(one, two, three, four), palette.mix(dark, pale, light * 0.8 + (0.2 if k % 2 else 0)))
    canvas.flat(polygon(*table), palette.mix(tone, pale, 0.3))
    canvas.flat(polygon(table[count // 2], table[(count // 2 + 1) % count], (x, y)), "#ffffff", 0.65)
    canvas.flat(polygon(*rim), "none", 1, stroke=palette.darker(tone, 0.55), width=0.7)


def gold_fill(canvas: Canvas) -> str:
    """A polished-metal gradient of the main colour."""
    main = canvas.main
    canvas.defs["polish"] = (
        '<linearGradient id="polish" x1="0" y1="0" x2=".8" y2="1"><stop offset="0" '
        f'stop-color="{palette.lighter(main, 0.65)}"/>'
        f'<stop offset=".35" stop-color="{main}"/><stop offset=".62" stop-color="{palette.darker(main, 0.38)}"/>'
        f'<stop offset=".8" stop-color="{palette.lighter(main, 0.4)}"/><stop offset="1" '
        f'stop-color="{palette.darker(main, 0.3)}"/></linearGradient>'
    )
    return "url(#polish)"


def plate(canvas: Canvas, path: str) -> None:
    """A polished piece of metal."""
    canvas.raw(
        f'<path d="{path}" fill="{gold_fill(canvas)}" stroke="{palette.darker(canvas.main, 0.5)}" stroke-width="1"/>'
    )
    canvas.outlines.append(path)


def chain(canvas: Canvas, points: list[tuple[float, float]], size: float) -> None:
    """Links along points."""
    path = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    canvas.seam(path, size + 0.8, palette.darker(canvas.main, 0.5), 0.85)
    canvas.raw(
        f'<path d="{path}" fill="none" stroke="{canvas.main}" stroke-width="{size}" '
        f'stroke-dasharray="{size * 1.5:.1f} {size * 0.7:.1f}" stroke-linecap="round"/>'
    )
    canvas.raw(
        f'<path d="{path}" fill="none" stroke="{palette.lighter(canvas.main, 0.7)}" '
        f'stroke-width="{size * 0.3:.1f}" stroke-dasharray="{size * 1.5:.1f} '
        f'{size * 0.7:.1f}"/>'
    )


DIALS = {"white dial": "#f5f4ef", "black dial": "#202127", "blue dial": "#1f3a6e", "green dial": "#1f5a44"}
UPPER = "M164,20 L220,20 Q224,22 224,28 L230,140 L154,140 L160,28 Q160,22 164,20 Z"
LOWER = "M154,244 L230,244 L224,356 Q224,362 220,364 L164,364 Q160,362 160,356 Z"


def face(canvas: Canvas, details: Details, metal: str) -> None:
    """A watch's case of a metal's colour code, with dial and hands."""
    square = details["face"] == "square face"
    canvas.panel(box(266, 182, 14, 20, 4), metal, grain="", patterned=False, depth=1.2)
    main, canvas.main = canvas.main, metal
    plate(canvas, box(114, 118, 156, 148, 26) if square else ellipse(192, 192, 80, 80))
    canvas.main = main
    dial = DIALS[details["dial"]]
    ink = "#f2efe6" if palette.luminance(dial) < 0.5 else "#2b2b30"
    inner = box(126, 130, 132, 124, 18) if square else ellipse(192, 192, 66, 66)
    canvas.flat(inner, dial, 1, stroke=palette.darker(metal, 0.5), width=1.6)
    count, outer = (12, 54) if square else (60, 60)
    for k in range(count):
        a, hour = 2 * pi * k / count, square or k % 5 == 0
        r0 = outer - (11 if hour else 4)
        mark = (
            f"M{192 + r0 * sin(a):.1f},{192 - r0 * cos(a):.1f} L{192 + outer * sin(a):.1f},{192 - outer * cos(a):.1f}"
        )
        canvas.seam(mark, 3 if hour else 1, ink, 0.95)
    for a, reach, wide in ((-1.05, 34, 5.0), (0.95, 48, 3.6)):
        canvas.seam(f"M192,192 L{192 + reach * sin(a):.1f},{192 - reach * cos(a):.1f}", wide, ink, 1)
    canvas.seam("M188,204 L204,144", 1.2, "#c8262e", 1)
    canvas.flat(ellipse(192, 192, 4.5, 4.5), metal, 1, stroke=ink, width=0.8)
    canvas.flat("M136,160 Q160,132 206,130 Q160,150 146,196 Z", "#ffffff", 0.16)


@silhouette("watch", strap=("link bracelet", "mesh bracelet"), dial=tuple(DIALS), face=("round face", "square face"))
def watch(canvas: Canvas, details: Details) -> None:
    """A wristwatch on a metal bracelet; the main colour is the metal's."""
    linked = details["strap"] == "link bracelet"
    dark = palette.darker(canvas.main, 0.5)
    for path, first in ((UPPER, 24), (LOWER, 248)):
        canvas.panel(path, grain="" if linked else "mesh", depth=1.3)
        for k in range(11) if linked else ():
            y = first + k * 10.6
            canvas.seam(f"M156,{y + 5} L228,{y + 5}", 1.2, dark, 0.8, within=path)
            canvas.seam(f"M156,{y + 8} L228,{y + 8}", 1.4, "#ffffff", 0.4, within=path)
        for x in (178, 206) if linked else ():
            canvas.seam(f"M{x},{first} L{x},{first + 114}", 1.2, dark, 0.7)
    face(canvas, details, canvas.main)


@silhouette(
    "strap watch",
    "watch",
    case=("gold", "silver", "rose gold"),
    dial=tuple(DIALS),
    face=("round face", "square face"),
)
def strap_watch(canvas: Canvas, details: Details) -> None:
    """A wristwatch on a leather or cloth strap; the main colour is the strap's."""
    thread = "#e8d8b8" if palette.luminance(canvas.main) < 0.5 else "#7a6a58"
    for path in (UPPER, LOWER):
        canvas.panel(path, depth=1.2)
    for stitches in ("M166,26 L160,136 M218,26 L224,136", "M160,250 L166,358 M224,250 L218,358"):
        canvas.stitch(stitches, thread)
    for k in range(4):
        canvas.flat(ellipse(192, 290 + k * 16, 2.6, 2.6), "#15100c", 0.85)
    face(canvas, details, palette.METALS[details["case"]])


@silhouette("earrings", style=("studs", "hoops", "drops", "chandelier"), stone=(*STONES, "no stone"))
def earrings(canvas: Canvas, details: Details) -> None:
    """A pair of earrings."""
    start = len(canvas.body)
    style = details["style"]
    stone = details["stone"]
    x = 262.0
    if style == "studs":
        plate(canvas, ellipse(x, 192, 40, 40))
        for k in range(4):
            a = pi / 4 + pi / 2 * k
            plate(canvas, ellipse(x + 36 * cos(a), 192 + 36 * sin(a), 6, 6))
        if stone != "no stone":
            gem(canvas, x, 192, 22, stone)
        else:
            canvas.flat(ellipse(x - 10, 180, 12, 9), "#ffffff", 0.6)
    elif style == "hoops":
        canvas.metal(ellipse(x, 206, 58, 70), canvas.main, 13)
        canvas.outlines.append(annulus(x, 206, 58, 70, 13))
        plate(canvas, ellipse(x, 136, 8, 8))
        if stone != "no stone":
            for k in range(9):
                a = pi * (0.16 + 0.085 * k)
                gem(canvas, x + 58 * cos(a), 206 + 70 * sin(a), 6, stone)
    elif style == "drops":
        canvas.metal(f"M{x},120 Q{x + 22},84 {x + 20},116 M{x},120 L{x},186", canvas.main, 3.6)
        plate(canvas, ellipse(x, 132, 12, 12))
        if stone == "no stone":
            plate(
                canvas,
                (
                    f"M{x},156 C{x + 10},190 {x + 38},214 {x + 38},246 C{x + 38},290 {x - 38},290 "
                    f"{x - 38},246 C{x - 38},214 {x - 10},190 {x},156 Z"
                ),
            )
            canvas.flat(ellipse(x - 13, 240, 7, 18), "#ffffff", 0.5)
        else:
            plate(canvas, ellipse(x, 222, 40, 52 if stone != "pearl" else 40))
            gem(canvas, x, 222, 22, stone, "oval")
    else:
        canvas.metal(f"M{x},96 Q{x + 18},66 {x + 18},96 M{x},96 L{x},120", canvas.main, 3.4)
        plate(
            canvas,
            (
                f"M{x},112 C{x + 24},124 {x + 44},150 {x + 48},184 Q{x},204 {x - 48},184 "
                f"C{x - 44},150 {x - 24},124 {x},112 Z"
            ),
        )
        if stone != "no stone":
            gem(canvas, x, 160, 19, stone, "oval")
        for k in range(5):
            dx = (k - 2) * 22
            foot = 262 - abs(k - 2) * 16
            canvas.metal(f"M{x + dx},{190 - abs(k - 2) * 2} L{x + dx},{foot}", canvas.main, 2.4)
            if stone != "no stone":
                gem(canvas, x + dx, foot + 8, 9, stone, "oval")
            else:
                plate(canvas, ellipse(x + dx, foot + 8, 7, 10))
    canvas.twin(start, 0, 0, mirror=True)


def neck_line(depth: float, wide: float = 118) -> list[tuple[float, float]]:
    """61 points of a chain that hangs from both sides to the middle at y = 60 + depth."""
    turns = [-pi / 2 + pi * k / 60 for k in range(61)]
    return [(192 + wide * sin(t) * (1 - 0.12 * cos(2 * t)), 60 + depth * cos(t)) for t in turns]


@silhouette("necklace", style=("pendant", "chain", "layered", "choker"), stone=STONES)
def necklace(canvas: Canvas, details: Details) -> None:
    """A necklace laid out as worn."""
    style, stone = details["style"], details["stone"]
    deep = 120.0 if style == "choker" else 196.0
    points = neck_line(deep)
    canvas.reach.append(polygon(*points))
    chain(canvas, points, 7.5 if style == "chain" else 7.0 if style == "choker" else 3.6)
    canvas.outlines.extend(ellipse(x, y, 3, 3) for x, y in points[::2])
    foot = 60 + deep
    if style == "layered":
        lower = neck_line(252.0, 112)
        chain(canvas, lower, 3.4)
        canvas.reach.append(polygon(*lower))
        canvas.outlines.extend(ellipse(x, y, 3, 3) for x, y in lower[::2])
        plate(canvas, ellipse(192, 326, 17, 17))
        gem(canvas, 192, 326, 10, stone)
        for k in range(-2, 3):
            x, y = points[30 + k * 5]
            gem(canvas, x, y + 7, 7, stone)
    elif style == "pendant":
        canvas.metal(ellipse(192, foot + 6, 5, 8), canvas.main, 3)
        plate(
            canvas,
            (
                f"M192,{foot + 10} C204,{foot + 26} 226,{foot + 40} 226,{foot + 62} "
                f"C226,{foot + 92} 158,{foot + 92} 158,{foot + 62} C158,{foot + 40} "
                f"180,{foot + 26} 192,{foot + 10} Z"
            ),
        )
        gem(canvas, 192, foot + 59, 21, stone)
    elif style == "choker":
        for k in range(-8, 9):
            x, y = points[30 + k * 2]
            gem(canvas, x, y + 9, 7.0 - abs(k) * 0.3, stone)
            canvas.outlines.append(ellipse(x, y + 9, 8, 10))


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


@silhouette("bracelet", style=("bangle", "chain", "cuff", "tennis"), stone=STONES)
def bracelet(canvas: Canvas, details: Details) -> None:
    """A bracelet seen from above at a slant."""
    style, stone = details["style"], details["stone"]
    around = [(192 + 124 * cos(2 * pi * k / 64), 196 + 88 * sin(2 * pi * k / 64)) for k in range(65)]
    if style == "bangle":
        canvas.metal(ellipse(192, 196, 124, 88), canvas.main, 17)
        canvas.outlines.append(annulus(192, 196, 124, 88, 17))
        for k in range(5, 28, 3):
            gem(canvas, *around[k], 6.5, stone)
    elif style == "chain":
        chain(canvas, around, 11)
        canvas.outlines.append(annulus(192, 196, 124, 88, 11))
        plate(
            canvas,
            (
                "M192,284 C202,276 222,276 222,296 C222,314 200,326 192,334 C184,326 162,314 "
                "162,296 C162,276 182,276 192,284 Z"
            ),
        )
        gem(canvas, 192, 302, 12, stone)
    elif style == "cuff":
        path = (
            "M90,128 C40,190 90,292 192,292 C294,292 344,190 294,128 L274,146 C306,190 "
            "270,258 192,258 C114,258 78,190 110,146 Z"
        )
        plate(canvas, path)
        canvas.flat("M84,190 C92,246 130,276 180,282 C134,262 106,236 100,190 Z", "#ffffff", 0.45)
        for x, y in ((100, 136), (284, 136)):
            plate(canvas, ellipse(x, y, 17, 17))
            gem(canvas, x, y, 12, stone)
    else:
        canvas.metal(ellipse(192, 196, 124, 88), canvas.main, 6)
        for k in range(64):
            if k % 2 == 0:
                x, y = around[k]
                plate(canvas, ellipse(x, y, 10.5, 10.5))
                gem(canvas, x, y, 5.4, stone)


@silhouette(
    "pearl necklace",
    "necklace",
    strands=("single strand", "double strand", "triple strand"),
    clasp=("gold clasp", "silver clasp"),
)
def pearl_necklace(canvas: Canvas, details: Details) -> None:
    """Strings of pearls; the main colour is the pearls'."""
    count = {"single strand": 1, "double strand": 2, "triple strand": 3}[details["strands"]]
    for strand in range(count):
        points = neck_line(196.0 - 34 * strand, 118 - 9 * strand)
        for k, (x, y) in enumerate(points[::2]):
            size = (9.5 if count > 1 else 10.5) + 2.0 * (1 - abs(k - 15) / 15)
            bead(canvas, x, y, size)
    metal = palette.METALS[details["clasp"].split()[0]]
    for x in (74, 310):
        canvas.panel(ellipse(x, 56, 9, 9), metal, grain="", depth=1.3)


def bead(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A round bead of the main colour with a gleam."""
    main = canvas.main
    if "bead" not in canvas.defs:
        canvas.defs["bead"] = (
            '<radialGradient id="bead" cx=".38" cy=".34" r=".78"><stop offset="0" '
            f'stop-color="{palette.lighter(main, 0.55)}"/>'
            f'<stop offset=".4" stop-color="{main}"/><stop offset=".75" stop-color="{palette.darker(main, 0.12)}"/>'
            f'<stop offset="1" stop-color="{palette.darker(main, 0.45)}"/></radialGradient>'
        )
    path = ellipse(x, y, size, size)
    canvas.flat(path, "url(#bead)", 1, stroke=palette.darker(main, 0.5), width=0.6)
    canvas.flat(ellipse(x - size * 0.3, y - size * 0.36, size * 0.26, size * 0.2), "#ffffff", 0.8)
    canvas.outlines.append(path)


@silhouette(
    "bead bracelet", "bracelet", beads=("small beads", "large beads"), charm=("gold charm", "silver charm", "tassel")
)
def bead_bracelet(canvas: Canvas, details: Details) -> None:
    """A string of beads; the main colour is theirs."""
    large = details["beads"] == "large beads"
    count, size = (26, 15.0) if large else (40, 10.0)
    for k in range(count):
        a = 2 * pi * (k + 0.5) / count + pi / 2
        bead(canvas, 192 + 122 * cos(a), 180 + 88 * sin(a), size)
    if details["charm"] == "tassel":
        canvas.panel("M184,276 L200,276 L206,346 Q192,352 178,346 Z", grain="rib", depth=0.8)
        canvas.panel(ellipse(192, 276, 10, 9), palette.METALS["gold"], grain="", depth=1.2)
        return
    metal = palette.METALS[details["charm"].split()[0]]
    main, canvas.main = canvas.main, metal
    plate(canvas, ellipse(192, 300, 19, 19))
    canvas.metal(ellipse(192, 277, 5, 6), metal, 3)
    canvas.main = main


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

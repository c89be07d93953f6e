"""Scarves, belts, gloves, glasses, ties, umbrellas."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, flip, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.shoes import trim_tone
from muse.catalog.wardrobe.silhouettes.tops_more import bow

METAL = palette.METALS


@silhouette("scarf", style=("draped", "folded"), ends=("fringed", "plain"))
def scarf(canvas: Canvas, details: Details) -> None:
    """A long scarf."""
    fringed = details["ends"] == "fringed"
    if details["style"] == "draped":
        back = "M222,120 C250,170 252,240 262,322 L210,330 C206,250 204,180 196,140 Z"
        front = "M162,120 C140,180 136,260 122,344 L182,352 C188,270 196,200 206,150 Z"
        collar = (
            "M120,92 C116,58 150,38 192,38 C234,38 268,58 264,92 C262,132 226,158 192,158 C158,158 122,132 120,92 Z"
        )
        tails = (((212, 328), (262, 321)), ((122, 344), (182, 352)))
        for (x1, y1), (x2, y2) in tails if fringed else ():
            for k in range(12):
                x, y = x1 + (x2 - x1) * k / 11, y1 + (y2 - y1) * k / 11
                canvas.seam(f"M{x},{y - 3} Q{x + 1},{y + 10} {x - 1},{y + 22}", 2.6, "main", 1)
                canvas.seam(f"M{x},{y - 3} Q{x + 1},{y + 10} {x - 1},{y + 22}", 0.6, canvas.edge, 0.6)
        canvas.panel(
            back,
            turn=-4,
            folds=[fold((224, 150), (230, 230), (240, 316), 8), fold((210, 150), (220, 230), (222, 320), 6)],
        )
        canvas.panel(
            front,
            turn=6,
            folds=[fold((172, 160), (158, 250), (146, 340), 8), fold((188, 160), (178, 250), (168, 340), 6)],
        )
        canvas.panel(
            collar,
            turn=12,
            folds=[
                fold((128, 84), (170, 140), (246, 120), 11),
                fold((136, 66), (190, 128), (256, 96), 10),
                fold((150, 52), (206, 108), (258, 76), 8),
            ],
            depth=1.2,
        )
        canvas.panel(
            "M158,72 C170,92 214,92 226,72 C222,56 162,56 158,72 Z", "lining", grain="", depth=0.7, casts=False
        )
        return
    for x, y in ((70, 150), (86, 132), (102, 114)):
        canvas.panel(box(x, y, 196, 168, 10), folds=[fold((x + 20, y + 20), (x + 30, y + 90), (x + 18, y + 150), 8)])
    if fringed:
        for k in range(24):
            x = 74 + k * 8.2
            canvas.seam(f"M{x},316 Q{x + 1},328 {x - 1},340", 2.6, "main", 1)
            canvas.seam(f"M{x},316 Q{x + 1},328 {x - 1},340", 0.6, canvas.edge, 0.6)
        canvas.reach.append(polygon((74, 318), (262, 318), (262, 342), (74, 342)))
    canvas.panel(box(70, 232, 196, 88, 8), folds=[fold((92, 250), (170, 262), (250, 250), 6)])


@silhouette("shawl", "scarf", hem=("fringed", "scalloped", "plain"), fold_=("triangle", "wide"))
def shawl(canvas: Canvas, details: Details) -> None:
    """A square or triangular wrap, spread out."""
    wide = details["fold_"] == "wide"
    body = (
        whole("M192,96 L332,96 Q340,100 338,110 L200,318 Q196,322 192,322")
        if not wide
        else whole("M192,92 L318,92 L326,300 L192,308")
    )
    if details["hem"] == "fringed":
        for k in range(25):
            share = k / 24
            x, y = (192 + 142 * share, 318 - 208 * share) if not wide else (192 + 132 * share, 306 - 6 * share)
            for side in (x, 384 - x):
                canvas.seam(f"M{side},{y - 4} Q{side + 1},{y + 8} {side - 1},{y + 20}", 2.4, "trim", 1)
    elif details["hem"] == "scalloped":
        for k in range(13):
            share = (k + 0.5) / 13
            x, y = (192 + 140 * share, 318 - 212 * share) if not wide else (192 + 130 * share, 306 - 6 * share)
            for side in (x, 384 - x):
                canvas.flat(ellipse(side, y, 9, 9), "main", 1, stroke=canvas.edge, width=0.7)
    canvas.panel(
        body,
        folds=[
            fold((192 + s * 26, 108), (192 + s * 50, 180), (192 + s * 62, 240 - 30 * abs(s)), 9)
            for s in (-1.7, -0.8, 0.1, 0.9, 1.8)
        ],
    )
    canvas.seam("M60,104 L324,104" if not wide else "M68,100 L316,100", 3, trim_tone(canvas, 0.35), 0.9)


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


def lens(x: float, y: float, shape: str) -> str:
    """One lens of a pair of glasses about (x, y)."""
    if shape == "round":
        return ellipse(x, y, 48, 46)
    if shape == "cat-eye":
        s = 1 if x > 192 else -1
        return (
            f"M{x - 46 * s},{y - 14} Q{x - 10 * s},{y - 34} {x + 58 * s},{y - 46} "
            f"Q{x + 60 * s},{y + 6} {x + 30 * s},{y + 32} Q{x - 14 * s},{y + 46} "
            f"{x - 38 * s},{y + 20} Q{x - 48 * s},{y + 4} {x - 46 * s},{y - 14} Z"
        )
    if shape == "aviator":
        s = 1 if x > 192 else -1
        return (
            f"M{x - 44 * s},{y - 30} Q{x + 10 * s},{y - 40} {x + 54 * s},{y - 30} "
            f"Q{x + 60 * s},{y + 10} {x + 34 * s},{y + 40} Q{x + 6 * s},{y + 58} "
            f"{x - 20 * s},{y + 40} Q{x - 42 * s},{y + 14} {x - 44 * s},{y - 30} Z"
        )
    return box(x - 52, y - 36, 104, 72, 16)


@silhouette(
    "sunglasses",
    frame=("square", "round", "cat-eye", "aviator"),
    lens=("dark lenses", "brown lenses", "mirrored lenses"),
)
def sunglasses(canvas: Canvas, details: Details) -> None:
    """Sunglasses from the front."""
    shape = details["frame"]
    tones = {
        "dark lenses": ("#2f3236", "#5b6067"),
        "brown lenses": ("#5a3a22", "#a9794c"),
        "mirrored lenses": ("#6d8fb5", "#dce8f4"),
    }
    dark, pale = tones[details["lens"]]
    canvas.defs["lens"] = (
        '<linearGradient id="lens" x1="0" y1="0" x2=".35" y2="1"><stop offset="0" '
        f'stop-color="{dark}"/><stop offset="1" stop-color="{pale}"/></linearGradient>'
    )
    thin = shape == "aviator"
    canvas.reach.append(box(40, 108, 304, 60))
    x, y = {"square": (80, 172), "round": (82, 188), "cat-eye": (74, 156), "aviator": (77, 172)}[shape]
    arm = f"M{x},{y} C{x - 22},{y - 4} {x - 34},{y - 22} {x - 30},{y - 62}"
    for d in (arm, flip(arm)):
        canvas.seam(d, 8 if not thin else 5, canvas.edge, 1)
        canvas.seam(d, 6.4 if not thin else 3.6, "main", 1)
    for x in (128, 256):
        path = lens(x, 200, shape)
        width = 5.0 if thin else 13.0
        canvas.raw(f'<path d="{path}" fill="url(#lens)"/>')
        canvas.raw(
            f'<g clip-path="url(#{canvas.clip(path)})"><path d="M{x - 40},250 L{x - 4},150 '
            f'L{x + 14},150 L{x - 22},250 Z" fill="#fff" opacity=".2"/><path '
            f'd="M{x - 14},250 L{x + 22},150 L{x + 28},150 L{x - 8},250 Z" fill="#fff" '
            'opacity=".16"/></g>'
        )
        canvas.seam(path, width + 1.6, canvas.edge, 1)
        canvas.seam(path, width, "main", 1)
        if canvas.tile is not None and not thin:
            canvas.raw(f'<path d="{path}" fill="none" stroke="url(#{canvas.pattern(0)})" stroke-width="{width}"/>')
        canvas.raw(
            f'<path d="{path}" fill="none" stroke="#fff" stroke-opacity=".35" '
            'stroke-width="1.6" transform="translate(-1.5 -2)"/>'
        )
        canvas.outlines.append(path)
    bridge = "M176,184 Q192,172 208,184" if not thin else "M172,176 Q192,168 212,176 M176,190 Q192,180 208,190"
    canvas.seam(bridge, 9.4 if not thin else 4.4, canvas.edge, 1)
    canvas.seam(bridge, 8 if not thin else 3.2, "main", 1)


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


@silhouette("umbrella", handle=("crook handle", "straight handle"), canopy=("dome", "classic"))
def umbrella(canvas: Canvas, details: Details) -> None:
    """An open umbrella from the side."""
    deep = details["canopy"] == "dome"
    top = 40.0 if deep else 66.0
    canvas.metal(f"M192,{top - 18} L192,{top}", METAL["silver"], 4)
    canvas.metal("M192,180 L192,318", METAL["silver"], 5)
    wood = "#7a4b2a"
    if details["handle"] == "crook handle":
        canvas.metal("M192,296 L192,330 Q192,356 216,356 Q238,356 238,334", wood, 10)
        canvas.reach.append(box(186, 290, 56, 70))
    else:
        canvas.metal("M192,300 L192,352", wood, 12)
        canvas.reach.append(box(186, 290, 12, 66))
    edges = [40, 92, 148, 192, 236, 292, 344]
    foot = 206.0
    for k in range(6):
        a, b = edges[k], edges[k + 1]
        sway = (a + b) / 2 - 192
        bulge = 0.55 if deep else 0.4
        panel = (
            f"M192,{top} C{192 + (a - 192) * bulge},{top + 4} "
            f"{a + (192 - a) * 0.08},{top + 70} {a},{foot} Q{(a + b) / 2},{foot - 24} "
            f"{b},{foot} "
            f"C{b + (192 - b) * 0.08},{top + 70} {192 + (b - 192) * bulge},{top + 4} 192,{top} Z"
        )
        canvas.panel(panel, turn=sway * 0.12, depth=0.9)


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


@silhouette("hair clip", "hair accessory", style=("claw clip", "scrunchie", "barrette bow"), finish=("glossy", "matte"))
def hair_clip(canvas: Canvas, details: Details) -> None:
    """Hair accessories."""
    glossy = 1.6 if details["finish"] == "glossy" else 0.8
    if details["style"] == "scrunchie":
        for k in range(22):
            a = 2 * pi * k / 22
            x, y = 192 + 84 * cos(a), 192 + 78 * sin(a)
            canvas.panel(
                ellipse(x, y, 34, 32),
                turn=k * 16,
                depth=0.9,
                folds=[fold((x - 14 * cos(a), y - 14 * sin(a)), (x + 4, y - 4), (x + 24 * cos(a), y + 24 * sin(a)), 6)],
            )
        return
    if details["style"] == "claw clip":
        for k in range(7):
            x = 96 + k * 32
            canvas.panel(
                f"M{x - 9},196 Q{x - 12},270 {x},{292 + 8 * (k % 2)} Q{x + 12},270 {x + 9},196 Z", depth=glossy
            )
        canvas.panel(
            "M66,210 C66,140 120,112 192,112 C264,112 318,140 318,210 Q192,236 66,210 Z",
            depth=glossy,
            lights=["M96,180 Q130,136 200,132 Q140,150 116,190 Z"],
        )
        canvas.metal("M150,112 Q192,92 234,112", METAL["silver"], 6)
        return
    canvas.metal("M110,232 L274,232", METAL["gold"], 9)
    bow(canvas, 192, 170, 2.1)

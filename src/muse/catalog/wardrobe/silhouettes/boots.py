"""Boots, sandals and slippers. The toe points right."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import THREAD, Canvas
from muse.catalog.wardrobe.paths import ellipse, fold
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.shoes import (
    CREAM,
    RUBBER,
    ankle_strap,
    insole,
    laces,
    pair,
    sole_tone,
    trim_tone,
)

GOLD = palette.METALS["gold"]
CORK = "#c49a6c"


def boot_heel(canvas: Canvas, kind: str, rise: float) -> None:
    """A heel under a boot whose sole lies at y = 282 - rise at the back."""
    y = 282 - rise
    if kind == "flat":
        canvas.panel(f"M70,{y - 4} L122,{y - 4} L122,282 L72,282 Z", RUBBER, grain="", patterned=False, depth=0.6)
    elif kind == "block":
        canvas.panel(f"M68,{y - 8} L122,{y + 2} L116,282 L74,282 Z", "#3a2b22", grain="", patterned=False, depth=0.9)
    else:
        canvas.panel(
            f"M68,{y - 8} L112,{y + 4} Q88,{y + rise * 0.4} 86,282 L77,282 Q78,{y + rise * 0.5} 68,{y - 8} Z",
            "#2b2226",
            grain="",
            patterned=False,
            depth=0.9,
        )


def boot_upper(top: float, rise: float, wide: float, toe: float = 330.0) -> str:
    """A boot's outline from its opening at `top` to the toe; `rise` is the heel's height."""
    y = 282 - rise
    return (
        f"M{118 - wide},{top + 4} Q{128},{top - 4} {138 + wide},{top} "
        f"C{142 + wide * 0.6},{top + (200 - top) * 0.5} {150 + wide * 0.2},186 164,204 "
        f"C190,226 236,228 {toe - 60},{236 + rise * 0.1} Q{toe - 4},{242 + rise * 0.12} "
        f"{toe},272 L{toe - 6},276 L190,276 Q150,{y + 4} 118,{y} L68,{y - 2} "
        f"C58,{y - 40} 76,{y - 66} 80,{y - 96} C82,{top + 60} {112 - wide},{top + 40} {118 - wide},{top + 4} Z"
    )


def opening(canvas: Canvas, top: float, wide: float) -> None:
    """The dark inside at a boot's top."""
    canvas.panel(ellipse(128, top + 1, 10 + wide, 6), "lining", grain="", depth=0.4)


@silhouette(
    "ankle boots",
    "boots",
    standing=True,
    heel=("block", "flat", "stiletto"),
    closure=("side zip", "laces", "buckle"),
    toe=("round", "pointed"),
)
def ankle_boots(canvas: Canvas, details: Details) -> None:
    """Boots to the ankle."""
    start = len(canvas.body)
    rise = {"flat": 16.0, "block": 40.0, "stiletto": 62.0}[details["heel"]]
    toe = 304.0 if details["toe"] == "round" else 326.0
    top = 128.0 - rise * 0.3
    boot_heel(canvas, details["heel"], rise)
    opening(canvas, top + 2, 27)
    canvas.panel(boot_upper(top, rise, 26, toe), folds=[fold((92, 206), (120, 214), (150, 202), 7), fold((96, 218), (126, 228), (160, 212), 6)],
                 lights=["M108,160 Q116,200 150,226 Q120,214 104,190 Z"])  # fmt: skip
    closure = details["closure"]
    if closure == "side zip":
        canvas.zip(f"M124,{top + 8} Q122,190 132,{262 - rise * 0.6}", palette.METALS["gold"])
    elif closure == "laces":
        tone = trim_tone(canvas, 0.2)
        canvas.panel(
            f"M{146},{top + 4} L{164},{top + 2} C158,170 170,196 214,224 L200,234 C164,214 146,180 {146},{top + 4} Z",
            tone,
            patterned=False,
            depth=0.5,
            casts=False,
        )
        laces(canvas, 155, top + 16, 1.5, 15, 4, 20)
        laces(canvas, 164, 196, 13, 9, 3, 20)
    else:
        canvas.panel(
            "M84,196 Q124,212 160,194 L164,206 Q124,226 80,210 Z", "trim", patterned=False, depth=0.6, casts=False
        )
        canvas.raw(
            f'<rect x="112" y="199" width="19" height="19" rx="3" fill="none" stroke="{GOLD}" stroke-width="3"/>'
        )
    canvas.seam(f"M118,{284 - rise} Q150,{288 - rise} 190,279 L{toe - 4},279", 4.4, "#2b211c", 1)
    pair(canvas, start)


@silhouette("chelsea boots", "boots", standing=True, sole=("slim sole", "lug sole"), tab=("pull tab", "no tab"))
def chelsea_boots(canvas: Canvas, details: Details) -> None:
    """Slip-on boots with elastic sides."""
    start = len(canvas.body)
    lug = details["sole"] == "lug sole"
    opening(canvas, 122, 28)
    if details["tab"] == "pull tab":
        canvas.panel("M98,126 L96,104 L108,102 L108,124 Z", "trim", patterned=False, depth=0.4)
    canvas.panel(
        boot_upper(120, 18, 27, 328),
        lights=["M100,170 Q108,206 150,232 Q116,218 96,196 Z"],
        folds=[fold((170, 212), (184, 226), (178, 244), 5)],
    )
    gore = "M116,126 L146,124 Q142,170 150,196 Q134,210 118,200 Q120,160 116,126 Z"
    canvas.panel(
        gore,
        RUBBER if palette.luminance(canvas.main) > 0.1 else "#55575e",
        grain="rib",
        patterned=False,
        depth=0.5,
        casts=False,
    )
    canvas.stitch(gore)
    if lug:
        canvas.panel("M62,258 L330,268 Q336,276 332,282 L60,282 Z", RUBBER, grain="", patterned=False, depth=0.5)
        for k in range(17):
            canvas.panel(
                f"M{64 + k * 15.6},280 L{75 + k * 15.6},280 L{74 + k * 15.6},292 L{66 + k * 15.6},292 Z",
                RUBBER,
                grain="",
                patterned=False,
                depth=0.3,
            )
    else:
        boot_heel(canvas, "flat", 14)
        canvas.seam("M68,268 L330,277", 5, "#2b211c", 1)
    pair(canvas, start)


@silhouette(
    "knee boots",
    "boots",
    standing=True,
    heel=("flat", "block", "stiletto"),
    detail=("plain shaft", "buckles", "side zip"),
)
def knee_boots(canvas: Canvas, details: Details) -> None:
    """Tall boots."""
    start = len(canvas.body)
    rise = {"flat": 16.0, "block": 44.0, "stiletto": 64.0}[details["heel"]]
    boot_heel(canvas, details["heel"], rise)
    opening(canvas, 22, 36)
    canvas.panel(boot_upper(20, rise, 36, 296), folds=[fold((88, 196), (116, 206), (148, 190), 7), fold((90, 180), (118, 186), (150, 172), 6), fold((96, 90), (110, 130), (104, 176), 8)],
                 lights=["M116,40 Q110,110 122,170 Q128,100 128,40 Z"])  # fmt: skip
    if details["detail"] == "buckles":
        for y in (46, 190):
            canvas.panel(
                f"M84,{y} Q126,{y + 12} 168,{y - 2} L168,{y + 10} Q126,{y + 25} 84,{y + 13} Z"
                if y < 100
                else f"M82,{y} Q122,{y + 14} 156,{y} L160,{y + 11} Q122,{y + 27} 80,{y + 13} Z",
                "trim",
                patterned=False,
                depth=0.5,
                casts=False,
            )
            canvas.raw(
                f'<rect x="118" y="{y + 5}" width="17" height="18" rx="3" fill="none" '
                f'stroke="{GOLD}" stroke-width="2.8"/>'
            )
    elif details["detail"] == "side zip":
        canvas.zip(f"M128,30 Q120,140 126,{250 - rise * 0.5}", GOLD)
    canvas.seam(f"M118,{284 - rise} Q150,{288 - rise} 190,279 L292,279", 4.4, "#2b211c", 1)
    pair(canvas, start)


@silhouette("rain boots", "boots", standing=True, height=("tall", "mid"), finish=("glossy", "matte"))
def rain_boots(canvas: Canvas, details: Details) -> None:
    """Rubber boots."""
    start = len(canvas.body)
    top = 56.0 if details["height"] == "tall" else 118.0
    glossy = details["finish"] == "glossy"
    opening(canvas, top + 2, 35)
    lights = (
        [f"M112,{top + 26} Q104,150 112,200 Q124,150 124,{top + 26} Z", "M250,240 Q280,240 298,256 Q274,250 250,240 Z"]
        if glossy
        else []
    )
    canvas.panel(boot_upper(top, 14, 34, 308), lights=[*lights, *lights], depth=1.2 if glossy else 0.8, grain="smooth")
    canvas.seam(f"M86,{top + 20} Q130,{top + 28} 171,{top + 16}", 5, trim_tone(canvas, 0.35), 1)
    canvas.panel(
        "M62,258 Q58,274 64,286 L112,286 L114,279 L300,284 Q316,280 313,266 Q200,278 62,258 Z",
        sole_tone(canvas, RUBBER, CREAM),
        grain="",
        patterned=False,
        depth=0.7,
    )
    pair(canvas, start)


@silhouette(
    "work boots", "boots", standing=True, sole=("lug sole", "wedge sole"), collar=("padded collar", "plain collar")
)
def work_boots(canvas: Canvas, details: Details) -> None:
    """Laced boots with a stout sole: hiking, work, combat."""
    start = len(canvas.body)
    canvas.panel("M134,110 Q142,92 160,94 Q174,100 172,130 L212,214 L158,212 Z", "trim", patterned=False, depth=0.8)
    opening(canvas, 116, 28)
    canvas.panel(boot_upper(114, 14, 28, 332), folds=[fold((90, 206), (114, 214), (142, 200), 6)])
    canvas.panel(
        "M278,237 Q322,240 332,270 L270,270 Q262,250 278,237 Z", "trim", patterned=False, depth=0.8, casts=False
    )
    canvas.panel(
        "M66,262 C58,232 72,206 78,186 L108,196 Q98,230 106,264 Z", "trim", patterned=False, depth=0.7, casts=False
    )
    for path in ("M106,196 Q98,230 106,262", "M274,238 Q258,252 266,270"):
        canvas.stitch(path, THREAD)
    canvas.panel(
        "M146,118 L166,114 C160,166 172,192 218,222 L204,236 C164,214 144,180 146,118 Z",
        "trim",
        patterned=False,
        depth=0.5,
        casts=False,
    )
    laces(canvas, 157, 126, 1.5, 15, 5, 24)
    laces(canvas, 168, 200, 13, 8, 4, 24)
    if details["collar"] == "padded collar":
        canvas.panel("M90,114 Q130,100 168,112 L167,130 Q130,142 92,132 Z", trim_tone(canvas, 0.5), grain="", depth=1.1)
    if details["sole"] == "lug sole":
        canvas.panel("M58,258 L334,266 Q340,276 336,284 L58,284 Z", RUBBER, grain="", patterned=False, depth=0.5)
        for k in range(17):
            canvas.panel(
                f"M{60 + k * 16},282 L{72 + k * 16},282 L{71 + k * 16},295 L{62 + k * 16},295 Z",
                RUBBER,
                grain="",
                patterned=False,
                depth=0.3,
            )
    else:
        canvas.panel("M58,256 L334,266 Q340,276 334,288 Q200,280 58,290 Z", CREAM, grain="", patterned=False, depth=0.7)
    pair(canvas, start)


@silhouette(
    "cowboy boots", "boots", standing=True, height=("mid-calf", "ankle"), detail=("stitched shaft", "plain shaft")
)
def cowboy_boots(canvas: Canvas, details: Details) -> None:
    """Western boots with a slanted heel and a dipped top."""
    start = len(canvas.body)
    top = 66.0 if details["height"] == "mid-calf" else 122.0
    canvas.panel("M68,244 L122,252 L110,284 L82,284 Z", "#3a2b22", grain="", patterned=False, depth=0.8)
    y = 246
    path = (
        f"M88,{top} Q110,{top + 2} 128,{top + 20} Q146,{top + 2} 172,{top - 2} "
        f"C168,{top + 60} 156,180 170,206 C200,228 250,230 296,244 Q340,256 346,276 "
        f"L336,280 L196,280 Q156,{y + 14} 118,{y + 8} L68,{y} "
        f"C60,216 80,190 86,160 C90,130 86,{top + 40} 88,{top} Z"
    )
    canvas.panel(
        path,
        folds=[fold((92, 204), (118, 214), (150, 200), 7), fold((94, 216), (122, 228), (160, 212), 6)],
        lights=[f"M108,{top + 26} Q104,150 114,196 Q124,150 122,{top + 34} Z"],
    )
    if details["detail"] == "stitched shaft":
        tone = THREAD if palette.distance(canvas.main, THREAD) > 150 else "#f3ead8"
        for k in range(3):
            canvas.seam(
                (
                    f"M{104 + k * 6},{top + 26 + k * 4} Q{128},{top + 66 + k * 16} "
                    f"{156 - k * 6},{top + 22 + k * 4} M128,{top + 40 + k * 8} L128,{top + 96}"
                ),
                1.3,
                tone,
                0.9,
                within=path,
            )
        canvas.seam("M196,224 Q224,232 228,248 Q246,236 268,240 M206,236 Q222,240 226,256", 1.3, tone, 0.9)
    canvas.panel(
        f"M90,{top - 4} L84,{top - 6} L84,{top + 22} L92,{top + 22} Z", "trim", patterned=False, depth=0.4, casts=False
    )
    canvas.seam("M118,258 Q156,266 196,282 L338,282", 4.2, "#2b211c", 1)
    pair(canvas, start)


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


@silhouette("slippers", standing=True, style=("closed back", "open back"), lining=("fluffy collar", "plain"))
def slippers(canvas: Canvas, details: Details) -> None:
    """House slippers, mules, clogs."""
    start = len(canvas.body)
    closed = details["style"] == "closed back"
    canvas.panel(
        "M64,236 C70,216 130,206 200,218 L250,240 Q150,262 70,250 Z", "#e6dccb", grain="", patterned=False, depth=0.8
    )
    if closed:
        upper = (
            "M62,262 C54,236 58,212 70,200 Q78,226 110,236 C150,246 176,230 190,196 "
            "C220,188 262,200 296,226 Q326,244 326,262 Z"
        )
    else:
        upper = "M150,264 C152,234 166,206 192,196 C230,188 268,204 298,228 Q326,246 326,264 Z"
    canvas.panel(upper, folds=[fold((214, 204), (226, 226), (218, 250), 6)], depth=1.2)
    if details["lining"] == "fluffy collar":
        fur = "#f0e8da" if palette.luminance(canvas.main) < 0.7 else "#a58e74"
        spots = (
            [(70 + k * 10.5, 203 + 30 * (1 - ((k - 5.5) / 5.5) ** 2)) for k in range(12)]
            if closed
            else [(152 + k * 6.5, 262 - k * 10) for k in range(7)]
        )
        for k, (x, y) in enumerate(spots):
            canvas.flat(
                ellipse(x, y, 10, 9),
                fur if k % 2 else palette.darker(fur, 0.08),
                1,
                stroke=palette.darker(fur, 0.2),
                width=0.5,
            )
    canvas.panel(
        "M60,258 Q56,278 70,278 L312,278 Q332,278 329,258 Q200,268 60,258 Z",
        "#5a4636" if palette.luminance(canvas.main) > 0.2 else CORK,
        grain="",
        patterned=False,
        depth=0.7,
    )
    pair(canvas, start)


@silhouette("clogs", standing=True, style=("backless", "heel strap"), studs=("studded", "plain"))
def clogs(canvas: Canvas, details: Details) -> None:
    """Wooden-soled clogs."""
    start = len(canvas.body)
    canvas.panel(
        "M64,224 C80,206 130,206 190,222 L240,244 Q150,256 70,240 Z", "#dcbf98", grain="", patterned=False, depth=0.7
    )
    if details["style"] == "heel strap":
        canvas.panel("M150,226 C120,180 80,176 64,196 L66,206 C86,190 116,194 140,232 Z", depth=0.8)
    canvas.panel(
        "M142,256 C144,224 162,198 194,190 C236,186 280,208 306,232 Q324,246 322,258 Q230,268 142,256 Z",
        depth=1.2,
        lights=["M190,204 Q240,204 286,236 Q236,222 190,204 Z"],
    )
    canvas.panel(
        (
            "M62,232 L66,284 L118,284 Q126,264 160,268 Q200,274 220,284 L306,284 Q334,280 "
            "328,254 Q230,268 142,254 Q90,246 62,232 Z"
        ),
        "#b98a58",
        grain="cord",
        patterned=False,
        depth=0.9,
    )
    if details["studs"] == "studded":
        for k in range(13):
            share = k / 12
            canvas.flat(
                ellipse(148 + 172 * share, 254 + 7 * (1 - (2 * share - 1) ** 2), 2.4, 2.4),
                GOLD,
                1,
                stroke="#7a5a1e",
                width=0.6,
            )
    pair(canvas, start)

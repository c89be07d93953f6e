"""Backpacks, wallets, duffels, suitcases, waist packs."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, flip, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.bags import METAL, strap
from muse.catalog.wardrobe.silhouettes.footwear import trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette(
    "backpack",
    standing=True,
    print_at=(192, 170, 32),
    closure=("zip top", "flap top"),
    pocket=("front pocket", "side pockets"),
)
def backpack(canvas: Canvas, details: Details) -> None:
    """A rucksack."""
    for d in ("M120,110 C84,150 82,240 108,296", flip("M120,110 C84,150 82,240 108,296")):
        strap(canvas, d, 16, "trim")
    strap(canvas, "M172,64 C172,36 212,36 212,64", 8, "trim")
    if details["pocket"] == "side pockets":
        side = "M104,232 Q84,236 84,262 L88,318 L112,322 Z"
        for path in (side, flip(side)):
            canvas.panel(path, "trim", patterned=False, depth=0.8)
    body = whole("M192,58 C248,58 276,84 280,130 L288,306 Q288,332 262,334 L192,336")
    canvas.panel(body, lights=["M122,110 Q134,80 170,74 Q144,104 136,160 Z"])
    if details["closure"] == "zip top":
        canvas.zip("M108,200 C106,110 132,84 192,84 C252,84 278,110 276,200", METAL["silver"])
        canvas.panel("M268,194 L282,194 L280,218 L270,218 Z", "trim", patterned=False, depth=0.4, casts=False)
    else:
        flap = whole("M192,54 C250,54 282,84 286,140 L286,180 Q240,200 192,200")
        canvas.shadow("M100,186 Q192,214 284,186 L284,196 Q192,224 100,196 Z", 0.4, body)
        canvas.panel(flap, depth=1.0)
        canvas.stitch("M104,176 Q192,194 280,176")
        for x in (156, 228):
            canvas.panel(box(x - 7, 178, 14, 60, 3), "trim", patterned=False, depth=0.5, casts=False)
            canvas.raw(
                f'<rect x="{x - 10}" y="204" width="20" height="14" rx="2" fill="none" '
                f'stroke="{METAL["gold"]}" stroke-width="3"/>'
            )
    if details["pocket"] == "front pocket":
        pocket = whole("M192,232 L254,232 Q266,234 266,246 L268,306 Q266,318 254,318 L192,320")
        canvas.panel(pocket, depth=0.8, casts=False)
        canvas.zip("M126,244 L258,244", METAL["silver"])


@silhouette(
    "wallet",
    standing=True,
    style=("bifold", "long zip", "card holder"),
    stitching=("contrast stitching", "tonal stitching"),
)
def wallet(canvas: Canvas, details: Details) -> None:
    """A wallet."""
    thread = "#f0e2c4" if palette.luminance(canvas.main) < 0.5 else "#6a4a30"
    tone = thread if details["stitching"] == "contrast stitching" else None
    style = details["style"]
    if style == "long zip":
        path = box(48, 150, 288, 150, 14)
        canvas.panel(path)
        canvas.zip("M60,162 L324,162", METAL["gold"])
        canvas.panel("M318,160 L344,158 L352,200 L336,202 Z", "trim", patterned=False, depth=0.6)
        canvas.stitch(box(56, 172, 272, 121, 9), tone, 1.1)
        canvas.panel(box(150, 214, 84, 30, 4), "trim", patterned=False, depth=0.3, casts=False)
    elif style == "bifold":
        canvas.panel(box(84, 128, 220, 176, 12), "trim", patterned=False)
        path = box(76, 136, 220, 176, 12)
        canvas.panel(path)
        canvas.stitch(box(84, 144, 204, 160, 8), tone, 1.1)
        canvas.seam("M284,140 L284,308", 2.2, canvas.shade, 0.4)
        canvas.panel(box(204, 268, 58, 22, 3), "trim", patterned=False, depth=0.3, casts=False)
    else:
        for k, card in enumerate(("#d9dde2", "#b7c7d8", "#e8dcc6")):
            canvas.panel(box(108 + 6 * k, 112 + 16 * k, 164, 110, 9), card, grain="", patterned=False, depth=0.4)
        canvas.panel(box(92, 164, 204, 146, 12))
        for k in range(2):
            y = 196 + k * 34
            canvas.seam(f"M94,{y} L172,{y} Q192,{y + 16} 212,{y} L294,{y}", 1.6)
            canvas.stitch(f"M96,{y + 5} L170,{y + 5} Q192,{y + 22} 214,{y + 5} L292,{y + 5}", tone)
        canvas.stitch(box(99, 171, 190, 132, 8), tone, 1.1)


@silhouette("duffel bag", standing=True, pocket=("end pocket", "front pocket"), strap=("shoulder strap", "hand straps"))
def duffel(canvas: Canvas, details: Details) -> None:
    """A travel bag."""
    if details["strap"] == "shoulder strap":
        strap(canvas, "M52,214 C60,70 324,70 332,214", 9, "trim")
        canvas.reach.append(polygon((52, 106), (332, 106), (332, 200), (52, 200)))
    canvas.seam("M140,190 C140,120 244,120 244,190", 11, canvas.edge, 1)
    canvas.seam("M140,190 C140,120 244,120 244,190", 9.6, "trim", 1)
    canvas.reach.append(polygon((140, 130), (244, 130), (244, 190), (140, 190)))
    body = whole("M192,182 L300,182 C330,184 346,214 344,256 C342,296 330,314 300,316 L192,318")
    canvas.panel(body, folds=[fold((110, 196), (120, 220), (108, 300), 8), fold((274, 196), (266, 226), (280, 300), 8)])
    canvas.zip("M78,190 L306,190", METAL["silver"])
    for x in (140, 244):
        canvas.panel(box(x - 7, 180, 14, 136, 2), "trim", patterned=False, depth=0.4, casts=False)
        canvas.stitch(f"M{x - 4},186 L{x - 4},314 M{x + 4},186 L{x + 4},314")
    end = "M62,196 C44,220 44,286 66,308 Q88,312 92,300 L92,206 Q86,194 62,196 Z"
    for path in (end, flip(end)):
        canvas.panel(path, "trim" if details["pocket"] == "end pocket" else "main", depth=0.7, casts=False)
    if details["pocket"] == "front pocket":
        canvas.panel(box(156, 224, 72, 70, 6), depth=0.5, casts=False)
        canvas.zip("M160,232 L224,232", METAL["silver"])


@silhouette("suitcase", standing=True, shell=("hard shell", "soft shell"), size=("cabin", "large"))
def suitcase(canvas: Canvas, details: Details) -> None:
    """A case on wheels."""
    top = 118.0 if details["size"] == "cabin" else 92.0
    half = 78.0 if details["size"] == "cabin" else 92.0
    for x in (166.0, 218.0):
        canvas.metal(f"M{x},{top + 4} L{x},{top - 54}", METAL["silver"], 6)
    canvas.panel(box(156, top - 66, 72, 15, 7), "#3a3b40", grain="", patterned=False, depth=0.9)
    for x in (192 - half + 18, 192 + half - 18):
        canvas.panel(ellipse(x, 334, 11, 12), "#2c2d31", grain="", patterned=False, depth=1.2)
        canvas.flat(ellipse(x, 334, 4, 4.4), "#8d9096")
    body = box(192 - half, top, half * 2, 326 - top, 20)
    canvas.panel(body, lights=[box(192 - half + 12, top + 20, 14, 130, 7)], depth=1.2)
    if details["shell"] == "hard shell":
        for k in range(1, 8):
            x = 192 - half + half * 2 * k / 8
            canvas.seam(f"M{x},{top + 16} L{x},312", 4, canvas.shade, 0.28)
            canvas.seam(f"M{x - 3},{top + 16} L{x - 3},312", 2, "#ffffff", 0.28)
    else:
        canvas.panel(box(192 - half + 16, top + 76, half * 2 - 32, 128, 8), depth=0.7, casts=False)
        canvas.zip(f"M{192 - half + 22},{top + 90} L{192 + half - 22},{top + 90}", METAL["silver"])
        canvas.panel(box(192 - half + 24, top + 22, half * 2 - 48, 38, 6), depth=0.6, casts=False)
        canvas.stitch(box(192 - half + 8, top + 8, half * 2 - 16, 310 - top, 14))
    canvas.panel(
        box(170, top + 8, 44, 11, 5), trim_tone(canvas, 0.5), grain="", patterned=False, depth=0.9, casts=False
    )


@silhouette("belt bag", standing=False, closure=("zip top", "flap"), buckle=("plastic buckle", "metal buckle"))
def belt_bag(canvas: Canvas, details: Details) -> None:
    """A bag worn at the waist."""
    strap(canvas, "M100,196 C30,170 20,120 60,96 C120,64 264,64 324,96 C364,120 354,170 284,196", 14, "trim")
    canvas.reach.append(polygon((30, 70), (354, 70), (354, 200), (30, 200)))
    x = 192
    tone = "#2c2d31" if details["buckle"] == "plastic buckle" else METAL["silver"]
    canvas.panel(box(x - 24, 62, 48, 24, 6), tone, grain="", patterned=False, depth=1.0)
    canvas.seam(f"M{x},64 L{x},84", 1.6, "#000000", 0.5)
    body = whole("M192,172 L272,172 C300,176 312,200 306,236 C300,276 262,292 192,292")
    canvas.panel(body)
    if details["closure"] == "zip top":
        canvas.zip("M96,206 Q192,190 288,206", METAL["silver"])
        canvas.panel(whole("M192,228 L262,226 Q266,262 236,272 L192,274"), depth=0.6, casts=False)
        canvas.zip("M128,236 L256,236", METAL["silver"])
    else:
        flap = whole("M192,168 L276,168 C306,172 312,206 296,232 Q250,250 192,250")
        canvas.shadow("M88,230 Q192,266 296,230 L294,242 Q192,274 90,242 Z", 0.35, body)
        canvas.panel(flap)
        canvas.panel(ellipse(192, 240, 9, 9), METAL["gold"], grain="", patterned=False, depth=1.3, casts=False)

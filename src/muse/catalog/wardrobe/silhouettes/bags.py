"""Totes, handbags, crossbody bags, clutches."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

METAL = palette.METALS


def strap(canvas: Canvas, path: str, width: float, role: str = "main") -> None:
    """A strap along a line, with a lit edge."""
    canvas.seam(path, width + 1.4, canvas.edge, 1)
    canvas.seam(path, width, role, 1)
    canvas.seam(path, max(0.8, width * 0.18), "#ffffff", 0.22)


def ring(canvas: Canvas, x: float, y: float, size: float = 7, metal: str = "gold") -> None:
    """A metal ring."""
    canvas.metal(ellipse(x, y, size, size), METAL[metal], 2.8)


@silhouette(
    "tote bag",
    standing=True,
    print_at=(192, 232, 38),
    handle=("long handles", "short handles"),
    detail=("front pocket", "plain front"),
)
def tote_bag(canvas: Canvas, details: Details) -> None:
    """An open bag with two handles."""
    high = 36.0 if details["handle"] == "long handles" else 82.0
    canvas.reach.append(polygon((140, high), (244, high), (244, 140), (140, 140)))
    back = f"M146,150 C140,{high + 4} 154,{high - 8} 192,{high - 8} C230,{high - 8} 244,{high + 4} 238,150"
    strap(canvas, back, 9, "trim")
    canvas.panel(whole("M192,136 Q250,136 276,144 L276,158 Q230,164 192,164"), "lining", grain="", depth=0.5)
    body = whole("M192,152 Q240,152 278,146 Q284,230 292,318 Q288,326 278,327 Q240,330 192,330")
    canvas.panel(body, folds=[fold((120, 160), (128, 230), (116, 310), 9), fold((264, 160), (258, 240), (270, 312), 9)])
    front = f"M142,172 C136,{high + 14} 152,{high + 2} 192,{high + 2} C232,{high + 2} 248,{high + 14} 242,172"
    strap(canvas, front, 10, "trim")
    for x in (142, 242):
        canvas.panel(box(x - 8, 152, 16, 30, 3), "trim", patterned=False, depth=0.6, casts=False)
        canvas.stitch(box(x - 6, 154, 12, 26, 2))
    canvas.stitch("M106,158 Q192,166 278,158")
    if details["detail"] == "front pocket":
        pocket = whole("M192,214 L242,212 L246,290 Q220,296 192,296")
        canvas.panel(pocket, depth=0.5, casts=False)
        canvas.stitch("M144,222 Q192,226 240,222")


@silhouette(
    "handbag", standing=True, shape=("structured", "bowling", "bucket"), clasp=("turn lock", "zip top", "buckle flap")
)
def handbag(canvas: Canvas, details: Details) -> None:
    """A leather handbag with a top handle."""
    shape, clasp = details["shape"], details["clasp"]
    outlines = {
        "structured": "M192,150 L268,150 Q280,152 284,170 L306,304 Q306,320 290,322 L192,322",
        "bowling": "M192,156 C250,154 288,168 302,220 C316,270 310,316 284,322 L192,324",
        "bucket": "M192,148 L272,146 Q274,220 290,296 Q292,324 256,328 L192,330",
    }
    rise = {"structured": 66.0, "bowling": 74.0, "bucket": 52.0}[shape]
    arch = f"M150,164 C146,{rise + 10} 162,{rise} 192,{rise} C222,{rise} 238,{rise + 10} 234,164"
    strap(canvas, arch, 11, "trim")
    canvas.reach.append(polygon((150, rise - 6), (234, rise - 6), (234, 150), (150, 150)))
    body = whole(outlines[shape])
    canvas.panel(
        body,
        lights=["M118,180 Q128,164 160,162 Q132,190 124,240 Z"],
        folds=[fold((110, 300), (150, 312), (192, 308), 7)],
    )
    for x in (150, 234):
        canvas.panel(box(x - 9, 158, 18, 26, 4), "trim", patterned=False, depth=0.6, casts=False)
        ring(canvas, x, 160)
    foot = "M104,306 Q192,326 280,306" if shape == "structured" else "M110,300 Q192,318 274,300"
    canvas.seam(foot, 1.2)
    canvas.stitch(foot)
    if clasp == "zip top":
        canvas.zip("M122,172 Q192,164 262,172", METAL["gold"])
        canvas.panel("M258,170 L270,172 L268,196 L260,196 Z", "trim", patterned=False, depth=0.5, casts=False)
    elif clasp == "turn lock":
        flap = whole("M192,150 L270,150 Q276,186 268,214 Q232,236 192,238")
        canvas.shadow("M120,214 Q192,250 264,214 L264,224 Q192,258 120,224 Z", 0.35, body)
        canvas.panel(flap, depth=0.9, casts=False)
        canvas.stitch("M120,210 Q192,242 264,210")
        canvas.panel(box(178, 222, 28, 22, 4), METAL["gold"], grain="", patterned=False, depth=1.2, casts=False)
        canvas.flat(box(189, 226, 6, 14, 2), palette.darker(METAL["gold"], 0.4))
    else:
        canvas.panel("M180,150 L204,150 L204,246 Q192,256 180,246 Z", "trim", patterned=False, depth=0.7, casts=False)
        canvas.raw(
            '<rect x="174" y="218" width="36" height="18" rx="3" fill="none" '
            f'stroke="{METAL["gold"]}" stroke-width="3.6"/>'
        )
        canvas.seam("M124,190 Q192,200 260,190", 1.2)


@silhouette("crossbody bag", standing=True, closure=("flap", "zip top"), strap=("leather strap", "chain strap"))
def crossbody(canvas: Canvas, details: Details) -> None:
    """A small bag on a long strap."""
    loop = "M98,200 C84,110 120,40 192,38 C264,40 300,110 286,200"
    if details["strap"] == "chain strap":
        canvas.seam(loop, 8, palette.darker(METAL["gold"], 0.5), 0.7)
        canvas.raw(
            f'<path d="{loop}" fill="none" stroke="{METAL["gold"]}" stroke-width="6" '
            'stroke-dasharray="7 3" stroke-linecap="round"/>'
        )
    else:
        strap(canvas, loop, 8, "trim")
    canvas.reach.append(polygon((96, 38), (288, 38), (288, 200), (96, 200)))
    body = box(88, 186, 208, 136, 20)
    canvas.panel(body)
    if details["closure"] == "flap":
        flap = (
            "M86,196 Q86,184 100,184 L284,184 Q298,184 298,196 L296,240 C290,272 230,282 "
            "192,282 C154,282 94,272 88,240 Z"
        )
        canvas.shadow("M90,240 C98,284 286,284 294,240 L294,252 C286,296 98,296 90,252 Z", 0.4, body)
        canvas.panel(flap, lights=["M104,196 Q150,190 200,192 Q130,204 104,228 Z"], casts=False)
        canvas.stitch("M94,240 C100,266 152,276 192,276 C232,276 284,266 290,240")
        canvas.panel(ellipse(192, 270, 11, 11), METAL["gold"], grain="", patterned=False, depth=1.3, casts=False)
    else:
        canvas.zip("M104,204 L280,204", METAL["gold"])
        canvas.stitch("M104,212 L280,212")
        canvas.panel("M270,204 L282,204 L280,232 L272,232 Z", "trim", patterned=False, depth=0.5, casts=False)
        canvas.panel(box(116, 236, 152, 66, 8), depth=0.5, casts=False)
    for x in (98, 286):
        ring(canvas, x, 198)


@silhouette(
    "clutch", "clutch bag", standing=True, shape=("envelope", "box", "pouch"), clasp=("gold clasp", "wrist strap")
)
def clutch(canvas: Canvas, details: Details) -> None:
    """A small evening bag."""
    shape = details["shape"]
    if details["clasp"] == "wrist strap":
        strap(canvas, "M64,220 C20,220 24,296 62,284 C76,278 76,240 64,226", 6, "trim")
        canvas.reach.append(polygon((30, 220), (64, 220), (64, 290), (30, 290)))
    body = box(62, 168, 264, 146, 8 if shape == "envelope" else 22)
    if shape == "pouch":
        body = "M74,182 Q194,170 314,182 C334,220 340,290 316,312 Q194,322 72,312 C48,290 54,220 74,182 Z"
    canvas.panel(body, folds=[fold((90, 196), (100, 240), (96, 300), 8)] if shape == "pouch" else [])
    if shape == "envelope":
        flap = "M62,170 L326,170 L200,262 Q194,266 188,262 Z"
        canvas.shadow("M66,178 L194,276 L322,178 Z", 0.35, body)
        canvas.panel(flap, turn=0, depth=0.9, casts=False)
        canvas.stitch("M74,175 L194,256 L314,175")
        canvas.panel(ellipse(194, 250, 9, 9), METAL["gold"], grain="", patterned=False, depth=1.3, casts=False)
    elif shape == "box":
        canvas.metal("M64,206 L324,206", METAL["gold"], 5)
        for x in (184, 204):
            canvas.panel(ellipse(x, 194, 9, 9), METAL["gold"], grain="", patterned=False, depth=1.4, casts=False)
    else:
        canvas.zip("M80,186 Q194,174 308,186", METAL["gold"])
        for k in range(-7, 8):
            canvas.seam(f"M{194 + k * 15},190 L{194 + k * 16},{206 + 5 * (k % 2)}", 1.2, canvas.shade, 0.35)

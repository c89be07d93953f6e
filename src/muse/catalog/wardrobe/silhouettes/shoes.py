"""Sneakers and running shoes."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import fold
from muse.catalog.wardrobe.silhouettes.footwear import RUBBER, laces, pair, sole_tone, trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette(
    "sneakers",
    standing=True,
    height=("low-top", "high-top"),
    closure=("laces", "slip-on", "straps"),
    sole=("flat sole", "platform sole"),
)
def sneakers(canvas: Canvas, details: Details) -> None:
    """Canvas or leather sneakers."""
    start = len(canvas.body)
    high = details["height"] == "high-top"
    thick = 12.0 if details["sole"] == "platform sole" else 0.0
    rubber = sole_tone(canvas)
    top = 118.0 if high else 172.0
    tongue = f"M136,{top + 8} Q142,{top - 11} 158,{top - 11} Q170,{top - 9} 176,{top + 8} L200,202 L150,206 Z"
    canvas.panel(tongue, "trim", patterned=False, depth=0.8)
    if high:
        inside = "M76,122 Q110,110 146,120 L150,134 Q112,142 80,134 Z"
        upper = (
            "M64,256 C56,230 66,196 72,160 L76,122 Q112,138 148,118 L164,134 C170,168 "
            "196,202 236,212 C268,218 300,220 318,232 C330,240 330,250 328,258 Z"
        )
    else:
        inside = "M72,180 Q104,160 148,170 L152,184 Q112,200 78,194 Z"
        upper = (
            "M64,256 C56,226 60,196 70,176 Q82,186 98,190 C120,194 138,186 150,168 "
            "Q158,164 166,172 C192,198 220,210 254,216 C290,220 312,224 322,236 C330,244 "
            "330,250 328,258 Z"
        )
    canvas.panel(inside, "lining", grain="", depth=0.6)
    folds = [fold((232, 214), (240, 230), (236, 246), 5), fold((250, 217), (256, 232), (252, 246), 4)]
    canvas.panel(upper, folds=folds, lights=["M110,206 Q160,216 230,236 Q170,232 110,206 Z"])
    cap = "M282,221 C312,224 330,236 329,258 L280,258 Q268,238 282,221 Z"
    heel = (
        "M64,256 C57,230 62,204 69,180 L86,190 Q82,222 90,257 Z"
        if not high
        else "M64,256 C56,230 66,196 72,164 L90,168 Q84,220 92,257 Z"
    )
    canvas.panel(
        cap, rubber if details["closure"] != "straps" else "trim", grain="", patterned=False, depth=0.9, casts=False
    )
    canvas.panel(heel, trim_tone(canvas), grain="", depth=0.8, casts=False)
    if details["closure"] == "laces":
        stay = (
            f"M148,{top - 2} Q158,{top - 6} 168,{top + 4} C190,{206 if not high else 196} "
            f"216,210 246,215 L236,232 C204,228 168,214 150,{top + 22} Z"
        )
        canvas.panel(stay, "trim", patterned=False, depth=0.6, casts=False)
        canvas.stitch(f"M154,{top + 22} C170,214 204,226 234,230")
        if high:
            laces(canvas, 158, 128, 3.4, 17, 4, 22)
            laces(canvas, 178, 190, 15, 8, 4, 22)
        else:
            laces(canvas, 164, 178, 14.5, 8.2, 5, 22)
    elif details["closure"] == "straps":
        for k in range(2):
            x, y = 168 + 32 * k, 184 + 15 * k
            strap = f"M{x - 12},{y + 36} L{x + 8},{y - 8} L{x + 26},{y - 1} L{x + 8},{y + 42} Z"
            canvas.panel(strap, trim_tone(canvas), grain="", depth=0.6, casts=False)
            canvas.stitch(strap)
    else:
        gore = f"M150,{top + 6} L176,{184 if not high else 170} L166,222 L140,206 Z"
        canvas.panel(
            gore, RUBBER if palette.luminance(canvas.main) > 0.15 else "#5b5d63", grain="rib", depth=0.5, casts=False
        )
    sole = (
        f"M58,252 Q54,{276 + thick} 68,{280 + thick} L316,{280 + thick} "
        f"Q336,{278 + thick} 333,250 Q322,254 312,253 L72,253 Q62,255 58,252 Z"
    )
    canvas.panel(sole, rubber, grain="", patterned=False, depth=0.7)
    canvas.seam(f"M60,266 L332,{264}", 2.6, trim_tone(canvas), 0.9)
    pair(canvas, start)


@silhouette(
    "running shoes",
    "sneakers",
    standing=True,
    stripe=("side stripes", "swoosh line", "no stripe"),
    sole=("cushioned sole", "wavy sole"),
)
def running_shoes(canvas: Canvas, details: Details) -> None:
    """Athletic shoes with a sculpted sole."""
    start = len(canvas.body)
    tone = trim_tone(canvas)
    tongue = "M138,168 Q142,150 158,149 Q170,150 178,168 L204,204 L150,206 Z"
    canvas.panel(tongue, "trim", patterned=False, depth=0.8)
    canvas.panel("M70,170 Q104,150 148,166 L152,182 Q112,198 78,192 Z", "lining", grain="", depth=0.6)
    upper = (
        "M60,254 C50,222 54,190 62,160 Q70,152 78,162 Q90,190 112,190 C136,190 146,176 "
        "154,162 Q164,160 172,172 C196,202 230,214 268,222 C306,228 334,238 338,256 Z"
    )
    canvas.panel(upper, grain="mesh", folds=[fold((240, 218), (248, 234), (244, 248), 5)])
    canvas.panel(
        "M292,229 C322,232 336,242 338,256 L276,257 Q276,240 292,229 Z", tone, grain="", depth=0.8, casts=False
    )
    canvas.panel("M60,254 C50,222 54,190 62,162 L84,176 Q78,220 94,254 Z", tone, grain="", depth=0.8, casts=False)
    if details["stripe"] == "side stripes":
        for k in range(3):
            x = 146 + k * 24
            canvas.panel(
                f"M{x},250 L{x + 26},{203 + k * 6} L{x + 38},{206 + k * 6} L{x + 14},250 Z",
                tone,
                grain="",
                depth=0.4,
                casts=False,
            )
    elif details["stripe"] == "swoosh line":
        canvas.panel(
            "M96,206 C120,250 190,246 262,218 C200,262 110,270 96,206 Z", tone, grain="", depth=0.5, casts=False
        )
    laces(canvas, 168, 172, 15, 8.6, 5, 22)
    if details["sole"] == "wavy sole":
        sole = (
            "M46,238 Q40,262 54,276 Q70,290 92,280 Q116,290 140,281 Q166,291 190,281 "
            "Q216,291 240,281 Q266,290 290,279 Q322,282 346,256 Q338,246 322,250 Q200,262 "
            "92,246 Q64,240 46,238 Z"
        )
    else:
        sole = "M46,236 Q38,266 52,280 L300,284 Q336,280 347,256 Q338,246 322,250 Q200,262 92,246 Q64,240 46,236 Z"
    canvas.panel(sole, sole_tone(canvas), grain="", patterned=False, depth=0.9)
    canvas.seam("M48,262 Q180,282 338,266", 2.2, tone, 0.9)
    canvas.panel(
        "M54,278 L300,284 Q318,283 330,276 L318,290 L64,288 Z",
        RUBBER if palette.luminance(canvas.main) > 0.1 else "#4a4b50",
        grain="",
        patterned=False,
        depth=0.4,
    )
    pair(canvas, start)

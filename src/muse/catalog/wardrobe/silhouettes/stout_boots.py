"""Rain, work and western boots."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import THREAD, Canvas
from muse.catalog.wardrobe.paths import fold
from muse.catalog.wardrobe.silhouettes.boots import boot_upper, opening
from muse.catalog.wardrobe.silhouettes.footwear import CREAM, RUBBER, laces, pair, sole_tone, trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


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

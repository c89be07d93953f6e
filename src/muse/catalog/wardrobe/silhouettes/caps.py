"""Caps, beanies and headbands."""

from __future__ import annotations

from math import cos, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, flip, fold, whole
from muse.catalog.wardrobe.silhouettes.footwear import trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops_more import bow


@silhouette("baseball cap", "cap", print_at=(158, 158, 22), brim=("curved", "flat"), closure=("snapback", "fitted"))
def baseball_cap(canvas: Canvas, details: Details) -> None:
    """A cap with six panels and a peak to the right, whose joint with the crown runs from temple to temple."""
    crown = "M68,228 C59,150 108,92 177,90 C242,90 284,134 287,211 C254,214 212,224 184,240 Q120,246 68,228 Z"
    if details["brim"] == "curved":
        peak = (
            "M184,240 C212,224 254,214 287,211 C324,214 348,232 354,256 C354,265 346,267 337,262 "
            "C302,244 250,242 208,256 Q186,262 184,240 Z"
        )
        lip = "M354,256 C354,265 346,267 337,262 C302,244 250,242 208,256 L206,251 C250,236 304,238 341,256 Z"
    else:
        peak = (
            "M184,240 C212,224 254,214 287,211 C320,211 348,222 358,238 C360,248 354,252 344,252 "
            "C300,246 248,247 208,258 Q186,262 184,240 Z"
        )
        lip = "M358,238 C360,248 354,252 344,252 C300,246 248,247 208,258 L206,252 C248,241 302,239 346,246 Z"
    canvas.panel(crown, lights=["M110,150 Q130,112 168,104 Q132,130 120,172 Z"])
    for seam in (
        "M177,90 C153,120 140,180 144,241",
        "M177,90 C226,114 248,164 250,218",
        "M177,90 C120,104 84,150 83,232",
    ):
        canvas.seam(seam, 1.1)
        canvas.stitch(seam)
    for x, y in ((112, 134), (196, 130), (246, 138)):
        canvas.flat(ellipse(x, y, 3, 3), palette.darker(canvas.main, 0.5), 1, stroke=canvas.seam_colour, width=1)
    canvas.flat(ellipse(177, 90, 8, 5), "trim", 1, stroke=canvas.edge, width=1)
    if details["closure"] == "snapback":
        canvas.flat("M68,228 Q66,204 84,198 Q102,198 106,236 Q86,234 68,228 Z", "#00000055")
        canvas.seam("M70,226 Q88,232 106,234", 5, "trim", 1)
    canvas.shadow("M184,238 C212,222 254,212 287,209 L286,202 C250,206 208,216 184,230 Z", 0.45, crown)
    tone = "trim" if canvas.tile is None else "second"
    canvas.panel(peak, tone, depth=1.1, patterned=False)
    canvas.flat(lip, palette.darker(canvas.tone(tone), 0.35))
    drop = 10.0 if details["brim"] == "curved" else 0.0
    for k in range(1, 5):
        canvas.stitch(
            f"M{186 + 5 * k},{240 + 3 * k} C{214 + 8 * k},{224 + 4 * k} {256 + 9 * k},{215 + 4 * k} "
            f"{294 + 9 * k},{212 + 4 * k + drop * k / 4}",
            None,
            0.7,
        )


@silhouette("beanie", "beanie", top=("pom-pom", "plain top"), cuff=("folded cuff", "no cuff"))
def beanie(canvas: Canvas, details: Details) -> None:
    """A knitted cap."""
    if details["top"] == "pom-pom":
        tone = trim_tone(canvas, 0.2)
        canvas.panel(ellipse(192, 84, 38, 36), tone, grain="", depth=1.2)
        for k in range(60):
            angle, out = k * 2.399, 3 + 4.0 * (k**0.5)
            x, y = 192 + out * cos(angle), 84 + out * 0.95 * sin(angle)
            canvas.seam(
                f"M{x},{y} l{6 * cos(angle):.1f},{6 * sin(angle):.1f}",
                3,
                palette.lighter(tone, 0.25) if k % 2 else palette.darker(tone, 0.16),
                0.9,
            )
    body = whole("M192,108 C250,106 284,160 286,252 Q240,266 192,266")
    canvas.panel(
        body,
        folds=[
            fold((140, 150), (150, 180), (142, 236), 7),
            fold((244, 150), (236, 180), (246, 240), 7),
            fold((192, 122), (196, 170), (190, 240), 6),
        ],
    )
    if details["cuff"] == "folded cuff":
        cuff = whole("M192,226 Q250,226 290,216 Q296,246 290,278 Q244,292 192,292")
        canvas.shadow("M96,222 Q192,240 288,222 L288,230 Q192,246 96,230 Z", 0.4)
        canvas.panel(cuff, "trim", grain="rib", depth=1.0)
    else:
        canvas.seam("M99,262 Q192,276 285,262", 12, "trim", 1, within=body)


@silhouette("headband", "headband", style=("knotted", "wide", "bow"), width=("wide", "narrow"))
def headband(canvas: Canvas, details: Details) -> None:
    """A hairband."""
    thick = 26.0 if details["width"] == "wide" else 16.0
    arc = (
        "M84,286 C60,140 120,76 192,76 C264,76 324,140 300,286 "
        f"L{300 - thick * 0.8},282 C{318 - thick * 1.6},170 264,{76 + thick * 1.4} "
        f"192,{76 + thick * 1.4} C120,{76 + thick * 1.4} {66 + thick * 1.6},170 "
        f"{84 + thick * 0.8},282 Z"
    )
    canvas.panel(
        arc, depth=1.3, folds=[fold((96, 170), (108, 130), (140, 104), 5), fold((288, 170), (276, 130), (244, 104), 5)]
    )
    y = 76 + thick * 0.7
    if details["style"] == "knotted":
        canvas.panel((f"M168,{y - thick * 0.7} Q192,{y - thick * 1.4} 216,{y - thick * 0.7} Q226,{y} "
f"214,{y + thick * 0.8} Q192,{y + thick * 1.4} 170,{y + thick * 0.8} Q158,{y} "
f"168,{y - thick * 0.7} Z"), turn=45, depth=1.3,
                     folds=[fold((176, y + 12), (192, y - 6), (212, y - 12), 6)])  # fmt: skip
    elif details["style"] == "bow":
        bow(canvas, 192, y, 0.8)
    left = "M88,240 Q82,262 84,286"
    canvas.seam(f"{left} {flip(left)}", 1, canvas.edge, 0.5)

"""Hats with a brim, and berets."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, fold, whole
from muse.catalog.wardrobe.silhouettes.footwear import trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops_more import bow


@silhouette("sun hat", "hat", brim=("wide", "medium"), band=("ribbon band", "bow band", "plain band"))
def sun_hat(canvas: Canvas, details: Details) -> None:
    """A straw or cloth hat with a brim."""
    reach, drop = (150.0, 44.0) if details["brim"] == "wide" else (126.0, 34.0)
    brim = ellipse(192, 226, reach, drop)
    canvas.panel(brim, folds=[fold((192 - reach * 0.7, 236), (192, 262), (192 + reach * 0.7, 236), 12)], depth=1.1)
    for k in range(1, 4):
        canvas.seam(ellipse(192, 226, reach * (1 - k * 0.09), drop * (1 - k * 0.1)), 0.8, canvas.edge, 0.35)
    crown = whole("M192,104 C240,104 258,130 264,214 Q240,238 192,238")
    canvas.shadow(ellipse(192, 228, 84, 20), 0.35)
    canvas.panel(crown, lights=["M146,130 Q138,160 140,204 Q156,160 158,124 Z"], depth=1.1)
    tone = trim_tone(canvas, 0.6)
    band = whole("M192,206 Q236,206 262,192 Q264,204 264,216 Q240,238 192,238")
    canvas.panel(
        band, tone if details["band"] != "plain band" else "trim", grain="", patterned=False, depth=0.7, casts=False
    )
    if details["band"] == "bow band":
        main, canvas.main = canvas.main, tone
        bow(canvas, 238, 216, 0.55, tone)
        canvas.main = main


@silhouette("fedora", "hat", brim=("narrow", "wide"), band=("ribbon band", "leather band"))
def fedora(canvas: Canvas, details: Details) -> None:
    """A felt hat with a creased crown."""
    reach = 112.0 if details["brim"] == "narrow" else 146.0
    brim = (
        f"M{192 - reach},222 Q{192 - reach * 0.9},196 {192 - reach * 0.6},212 Q192,238 "
        f"{192 + reach * 0.6},212 Q{192 + reach * 0.9},196 {192 + reach},222 "
        f"Q{192 + reach * 0.7},266 192,266 Q{192 - reach * 0.7},266 {192 - reach},222 Z"
    )
    canvas.panel(brim, depth=1.1)
    canvas.seam(
        f"M{196 - reach},226 Q{192 - reach * 0.7},262 192,262 Q{192 + reach * 0.7},262 {188 + reach},226",
        1.6,
        canvas.edge,
        0.6,
    )
    crown = (
        "M118,230 C120,170 128,120 152,110 Q172,104 192,118 Q212,104 232,110 C256,120 "
        "264,170 266,230 Q192,256 118,230 Z"
    )
    canvas.panel(
        crown,
        folds=[
            fold((192, 116), (188, 146), (192, 186), 12),
            fold((146, 120), (160, 150), (150, 190), 10),
            fold((238, 120), (226, 150), (236, 190), 10),
        ],
        depth=1.1,
    )
    tone = (
        trim_tone(canvas, 0.6)
        if details["band"] == "ribbon band"
        else "#5a3c28"
        if palette.distance(canvas.main, "#5a3c28") > 120
        else "#2a2220"
    )
    band = "M119,206 Q192,232 265,206 Q266,220 266,230 Q192,256 118,230 Q118,218 119,206 Z"
    canvas.panel(band, tone, grain="", patterned=False, depth=0.6, casts=False)
    if details["band"] == "ribbon band":
        canvas.panel("M132,212 L156,220 L158,246 L130,236 Z", tone, grain="", patterned=False, depth=0.9, casts=False)
    else:
        canvas.raw(
            '<rect x="222" y="214" width="18" height="20" rx="3" fill="none" '
            f'stroke="{palette.METALS["gold"]}" stroke-width="3" transform="rotate(-12 231 '
            '224)"/>'
        )


@silhouette("bucket hat", "hat", brim=("short", "deep"), detail=("stitched brim", "chin cord"))
def bucket_hat(canvas: Canvas, details: Details) -> None:
    """A soft hat with a sloping brim."""
    foot = 262.0 if details["brim"] == "short" else 284.0
    if details["detail"] == "chin cord":
        canvas.seam(f"M106,{foot - 40} C130,{foot + 70} 254,{foot + 70} 278,{foot - 40}", 3.6, "#3c332c", 1)
        canvas.seam(f"M186,{foot + 38} L198,{foot + 38}", 9, "#3c332c", 1)
        canvas.reach.append(ellipse(192, foot + 30, 60, 14))
    crown = whole("M192,112 C232,112 246,118 250,132 L262,216 Q230,232 192,232")
    canvas.panel(
        crown, folds=[fold((148, 136), (146, 170), (138, 220), 7), fold((236, 136), (236, 172), (246, 220), 7)]
    )
    canvas.seam("M136,130 Q192,150 248,130", 1.2)
    canvas.stitch("M136,134 Q192,154 248,134")
    brim = whole(f"M192,214 Q238,214 264,202 C280,224 290,{foot - 30} 296,{foot - 16} Q250,{foot + 14} 192,{foot + 14}")
    canvas.shadow("M122,204 Q192,228 262,204 L264,212 Q192,236 120,212 Z", 0.4)
    canvas.panel(brim, turn=3, depth=1.0)
    for k in range(1, 5):
        share = k / 5
        y = 216 + (foot + 12 - 216) * share
        half = 70 + 32 * share
        canvas.stitch(f"M{192 - half},{y - 12 - 6 * share} Q192,{y + 4} {192 + half},{y - 12 - 6 * share}")
    for x in (150, 234):
        canvas.flat(ellipse(x, 176, 3, 3), palette.darker(canvas.main, 0.5), 1, stroke=canvas.seam_colour, width=1)


@silhouette("beret", "hat", top=("stem", "pom-pom"), band=("leather edge", "plain edge"))
def beret(canvas: Canvas, details: Details) -> None:
    """A soft round hat worn to the side."""
    canvas.panel(
        "M110,232 Q192,266 262,226 L264,248 Q192,288 108,254 Z",
        "#3a2b24" if details["band"] == "leather edge" else "trim",
        patterned=False,
        depth=0.8,
    )
    body = "M62,196 C60,142 128,104 206,112 C284,118 334,160 320,200 C308,232 236,250 184,250 C118,252 66,236 62,196 Z"
    canvas.panel(
        body,
        folds=[fold((98, 214), (150, 236), (214, 240), 9), fold((250, 226), (280, 216), (306, 196), 8)],
        depth=1.2,
        lights=["M100,176 Q130,138 190,130 Q140,150 116,192 Z"],
    )
    if details["top"] == "stem":
        canvas.metal("M206,114 Q208,104 214,100", canvas.main, 5)
    else:
        tone = trim_tone(canvas, 0.2)
        canvas.panel(ellipse(208, 106, 22, 20), tone, grain="", depth=1.2)

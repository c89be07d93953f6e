"""Underwear, kept decent."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, whole
from muse.catalog.wardrobe.silhouettes.bottoms import legs
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted
from muse.catalog.wardrobe.silhouettes.tops_more import bow
from muse.catalog.wardrobe.silhouettes.torso import body_folds, draw_sleeves, sleeve


def straps(canvas: Canvas, path: str, width: float, role: str = "main") -> None:
    """A strap and its mirror image."""
    for side in (path, flip(path)):
        canvas.seam(side, width + 1.2, canvas.edge, 1)
        canvas.seam(side, width, role, 1)


@silhouette("bra", style=("full cup", "sports", "bralette"), closure=("hook back", "front clasp"))
def bra(canvas: Canvas, details: Details) -> None:
    """A bra, laid flat."""
    if details["style"] == "sports":
        body = whole("M192,150 C212,150 222,120 226,84 L248,80 C250,120 262,146 282,160 L280,232 Q236,242 192,242")
        canvas.panel(
            whole("M192,108 Q214,104 230,84 L246,84 L252,132 L192,156"), "lining", grain="", depth=0.5, casts=False
        )
        canvas.panel(
            body, folds=[fold((226, 210), (240, 200), (256, 206), 5), fold((150, 212), (140, 200), (126, 206), 5)]
        )
        canvas.panel(whole("M192,226 Q236,226 280,217 L280,239 Q236,249 192,249"), "trim", grain="rib", depth=0.6)
        canvas.seam("M104,161 Q134,146 158,82 M280,161 Q250,146 226,82", 2.2, "trim", 1)
        if details["closure"] == "front clasp":
            canvas.zip("M192,152 L192,246")
        return
    bare = details["style"] == "bralette"
    straps(canvas, "M252,140 C250,100 244,70 226,40", 5 if not bare else 3)
    canvas.reach.append("M158,40 L132,140 L252,140 L226,40 Z")
    wing = "M262,170 Q300,176 326,184 L324,214 Q290,216 240,224 Z"
    for path in (wing, flip(wing)):
        canvas.panel(path, depth=0.7)
    if not bare:
        for path in ("M324,184 L334,185 L332,212 L323,214 Z",):
            canvas.panel(path, "trim", depth=0.4)
    cup = (
        "M196,208 C200,190 226,158 252,138 C266,150 274,176 262,206 C248,232 214,234 196,208 Z"
        if not bare
        else "M195,212 C206,184 232,156 252,138 C264,160 270,190 266,216 Q228,226 195,212 Z"
    )
    for path in (cup, flip(cup)):
        canvas.panel(path, turn=10, depth=1.3)
    seam = "M200,206 Q232,196 264,184"
    canvas.seam(f"{seam} {flip(seam)}", 1)
    if bare:
        canvas.panel(whole("M192,212 Q232,226 268,214 L268,230 Q232,240 192,238"), "trim", grain="lace", depth=0.5)
    edge = "M197,206 C206,188 230,158 252,139"
    canvas.raw(
        f'<path d="{edge} {flip(edge)}" fill="none" stroke="{canvas.tone("trim")}" '
        'stroke-width="6" stroke-dasharray="3 2"/>'
    )
    canvas.seam(f"{edge} {flip(edge)}", 2.6, "trim", 1)
    if details["closure"] == "front clasp":
        canvas.panel(box(186, 198, 12, 16, 3), palette.METALS["silver"], grain="", depth=0.5)
    else:
        bow(canvas, 192, 206, 0.2)


@silhouette("briefs", "underwear", cut=("brief", "high-waist", "bikini cut"), trim=("lace trim", "plain edge"))
def briefs(canvas: Canvas, details: Details) -> None:
    """Women's briefs."""
    top = {"brief": 130.0, "high-waist": 92.0, "bikini cut": 156.0}[details["cut"]]
    half = {"brief": 96.0, "high-waist": 84.0, "bikini cut": 100.0}[details["cut"]]
    canvas.panel(
        whole(
            f"M192,{top - 4} Q{192 + half * 0.6},{top - 6} {192 + half},{top - 10} "
            f"L{192 + half + 2},{top + 20} L192,{top + 34}"
        ),
        "lining",
        grain="",
        depth=0.4,
    )
    body = whole(
        f"M192,{top + 8} Q{192 + half * 0.6},{top + 4} {192 + half},{top - 8} "
        f"Q{192 + half + 10},176 {192 + 104},208 C262,216 226,240 216,278 Q204,284 "
        "192,284"
    )
    canvas.panel(body, folds=[fold((150, 150), (172, 200), (184, 262), 6), fold((236, 150), (214, 204), (202, 262), 6)])
    leg_edge = "M296,208 C262,216 226,240 216,278"
    waist = f"M{192 - half},{top - 8} Q192,{top + 24} {192 + half},{top - 8}"
    if details["trim"] == "lace trim":
        for path in (leg_edge, flip(leg_edge), waist):
            canvas.raw(
                f'<path d="{path}" fill="none" stroke="{canvas.tone("trim")}" stroke-width="9" '
                'stroke-dasharray="3.4 2"/>'
            )
            canvas.seam(path, 4, "trim", 1)
    else:
        for path in (leg_edge, flip(leg_edge), waist):
            canvas.seam(path, 4, "trim", 1)
            canvas.stitch(path)
    bow(canvas, 192, top + 10, 0.2)
    canvas.seam("M176,256 Q192,262 208,256", 1)


@silhouette("boxers", "underwear", cut=("boxer briefs", "trunks", "loose boxers"), band=("wide band", "narrow band"))
def boxers(canvas: Canvas, details: Details) -> None:
    """Men's underwear."""
    foot = {"boxer briefs": 262.0, "trunks": 226.0, "loose boxers": 268.0}[details["cut"]]
    loose = details["cut"] == "loose boxers"
    reach = 98.0 if loose else 84.0
    path = (
        f"M192,110 L{192 + 76},108 C{192 + 82},140 {192 + reach - 4},{foot - 50} "
        f"{192 + reach},{foot - 6} Q{192 + 50},{foot + 6} {192 + 12},{foot} "
        f"C200,{foot - 24} 196,214 192,208 Z"
    )
    legs(canvas, path, [fold((196, 210), (216, 218), (240, 206), 6), fold((236, 130), (244, 180), (240, foot - 12), 6)])
    hem = f"M{192 + reach - 2},{foot - 14} Q{192 + 50},{foot - 3} {192 + 12},{foot - 9}"
    canvas.stitch(f"{hem} {flip(hem)}")
    if loose:
        canvas.seam("M192,122 L192,206", 1.2)
        canvas.button(196, 158, 3)
    else:
        canvas.panel("M172,124 C166,170 172,206 192,214 C212,206 218,170 212,124 Z", depth=0.7, casts=False)
        canvas.seam("M192,124 L192,210", 1)
    height = 24 if details["band"] == "wide band" else 13
    band = whole(f"M192,98 L{192 + 75},96 L{192 + 78},{96 + height} Q{192 + 40},{100 + height} 192,{100 + height}")
    light = palette.luminance(canvas.main) > 0.5
    tone = palette.darker(canvas.main, 0.45) if light else palette.mix(canvas.main, "#ffffff", 0.35)
    canvas.panel(band, tone, grain="rib", depth=0.5)


@silhouette("bodysuit", print_at=(192, 160, 28), sleeve=("short", "long"), closure=("envelope neck", "snap front"))
def bodysuit(canvas: Canvas, details: Details) -> None:
    """A baby's bodysuit with snaps between the legs."""
    torso = fitted(
        {"neckline": "crew"},
        shoulder=70.0,
        chest=66.0,
        waist=66.0,
        waist_y=210.0,
        hem=66.0,
        hem_y=240.0,
        neck=30.0,
        depth=26.0,
    )
    torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=1.1), cuff=7)
    (sx, sy), (px, py) = torso.tip, torso.pit
    body = whole(
        f"{torso.neck_path()} L{sx},{sy} C{sx - 9},{sy + 24} {px - 8},{py - 12} "
        f"{px},{py} C{px},{py + 40} 262,220 264,244 C244,254 222,276 220,300 L192,302"
    )
    canvas.panel(body, folds=body_folds(torso)[:2])
    leg_edge = "M264,244 C244,254 222,276 220,300"
    for path in (leg_edge, flip(leg_edge)):
        canvas.seam(path, 6, "trim", 1)
    torso.neck_band(canvas, 7)
    for x in (176, 192, 208):
        canvas.button(x, 294, 3, "#e9e9e6")
    if details["closure"] == "snap front":
        canvas.seam(f"M192,{torso.top + torso.depth} L192,292", 1.2)
        for k in range(4):
            canvas.button(192, torso.top + torso.depth + 16 + k * 40, 3, "#e9e9e6")
    else:
        lap = f"M{192 + torso.neck},{torso.top} Q{192 + 56},{torso.top + 26} {sx - 4},{sy + 26}"
        canvas.seam(f"{lap} {flip(lap)}", 3, "trim", 1)

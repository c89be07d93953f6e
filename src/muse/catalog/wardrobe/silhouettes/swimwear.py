"""Swimsuits, bikinis, trunks."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, whole
from muse.catalog.wardrobe.silhouettes.bottoms import drawstring, elastic, legs
from muse.catalog.wardrobe.silhouettes.intimates import straps
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette(
    "swimsuit",
    neckline=("scoop", "v-neck", "high neck", "one-shoulder"),
    back=("thin straps", "wide straps"),
    detail=("ruched", "belted", "plain front"),
)
def swimsuit(canvas: Canvas, details: Details) -> None:
    """A one-piece swimsuit."""
    neckline, wide = details["neckline"], details["back"] == "wide straps"
    front = {
        "scoop": "M192,126 C210,126 220,112 226,92",
        "v-neck": "M192,160 Q212,128 226,92",
        "high neck": "M192,72 Q204,71 214,66",
        "one-shoulder": "M192,116 Q210,112 226,92",
    }[neckline]
    width = 14.0 if wide else 7.0
    canvas.panel(whole("M192,150 L236,150 L234,126 Q214,136 192,138"), "lining", grain="", depth=0.4, casts=False)
    strap = f"M{226 - width * 0.2},100 Q230,70 222,44 L{222 + width},44 Q{232 + width},74 {228 + width},104 Z"
    if neckline == "high neck":
        strap = f"M206,70 Q206,52 200,40 L{200 + width},40 Q{212 + width},56 {208 + width},76 Z"
    for side, path in enumerate((strap, flip(strap))):
        if neckline == "one-shoulder" and side == 1:
            continue
        canvas.panel(path, depth=0.6)
    arm = "L238,94 C238,116 244,126 248,140" if neckline != "high neck" else "L220,68 C226,110 240,126 248,140"
    body = whole(
        f"{front} {arm} C244,170 236,186 234,204 C236,230 252,254 258,276 C240,286 216,312 208,348 Q200,352 192,352"
    )
    folds = [fold((234, 150), (214, 160), (198, 156), 6), fold((150, 150), (170, 162), (188, 156), 6)]
    if details["detail"] == "ruched":
        for k in range(8):
            y = 176 + k * 13
            folds += [
                fold((236 - 2 * (k % 2), y), (216, y + 8), (196, y + 2), 5),
                fold((148 + 2 * (k % 2), y), (168, y + 8), (190, y + 2), 5),
            ]
    canvas.panel(body, folds=folds)
    leg_edge = "M258,276 C240,286 216,312 208,348"
    for path in (leg_edge, flip(leg_edge)):
        canvas.seam(path, 2.6, "trim", 1)
    if details["detail"] == "belted":
        canvas.panel(whole("M192,204 Q214,204 234,200 L235,214 Q214,219 192,219"), "trim", depth=0.6, casts=False)
        canvas.raw(
            '<rect x="182" y="200" width="21" height="22" rx="4" fill="none" '
            f'stroke="{palette.METALS["gold"]}" stroke-width="3.4"/>'
        )


@silhouette("bikini", top=("triangle", "bandeau", "halter"), bottom=("tie sides", "high waist", "classic"))
def bikini(canvas: Canvas, details: Details) -> None:
    """A two-piece swimsuit."""
    kind = details["top"]
    if kind == "bandeau":
        canvas.panel(
            whole("M192,112 Q232,96 276,104 L280,150 Q232,160 192,150"),
            folds=[fold((196, 114), (214, 130), (200, 148), 6), fold((188, 114), (170, 130), (184, 148), 6)],
        )
        canvas.panel(box(185, 106, 14, 48, 5), depth=0.9)
    else:
        high = "M236,96 C228,70 214,50 200,38" if kind == "halter" else "M238,94 Q240,66 230,36"
        straps(canvas, high, 4)
        canvas.reach.append("M160,38 L146,96 L238,96 L224,38 Z")
        cup = "M197,150 C204,126 222,106 238,92 C256,108 270,130 274,152 Q234,162 197,150 Z"
        for path in (cup, flip(cup)):
            canvas.panel(path, depth=1.2)
        canvas.seam("M110,153 Q192,164 274,153", 5, "main", 1)
        canvas.seam("M90,150 L112,153 M272,153 L294,150", 3, "main", 1)
    if details["bottom"] == "high waist":
        body = whole("M192,206 Q232,206 262,200 Q274,240 276,268 C250,276 222,300 212,334 Q202,338 192,338")
    else:
        body = whole("M192,244 Q236,242 276,232 L282,252 C250,262 222,292 212,334 Q202,338 192,338")
    canvas.panel(body, folds=[fold((156, 262), (176, 284), (184, 322), 6), fold((228, 262), (210, 284), (202, 322), 6)])
    if details["bottom"] == "tie sides":
        for x, sign in ((282, 1), (102, -1)):
            loops = (
                f"M{x},240 Q{x + 18 * sign},222 {x + 24 * sign},240 Q{x + 16 * sign},252 "
                f"{x},242 M{x},242 L{x + 12 * sign},276 M{x},242 L{x + 22 * sign},268"
            )
            canvas.seam(loops, 4.2, canvas.edge, 1)
            canvas.seam(loops, 3, "main", 1)


@silhouette("swim trunks", length=("short", "knee"), detail=("side stripe", "plain side"))
def swim_trunks(canvas: Canvas, details: Details) -> None:
    """Men's swim shorts with a tied waist."""
    foot = 214.0 if details["length"] == "short" else 262.0
    path = (
        f"M192,70 L{192 + 66},68 C{192 + 74},104 {192 + 88},{foot - 60} "
        f"{192 + 94},{foot - 8} Q{192 + 50},{foot + 4} {192 + 10},{foot} "
        f"C200,{foot - 30} 196,178 192,166 Z"
    )
    legs(canvas, path, [fold((195, 170), (218, 178), (244, 164), 7), fold((236, 110), (246, 150), (246, foot - 12), 8)])
    if details["detail"] == "side stripe":
        tone = (
            canvas.second
            if canvas.tile is not None
            else palette.lighter(canvas.main, 0.6)
            if palette.luminance(canvas.main) < 0.5
            else palette.darker(canvas.main, 0.4)
        )
        stripe = f"M{192 + 62},76 C{192 + 70},110 {192 + 82},{foot - 60} {192 + 88},{foot - 8}"
        for side in (stripe, flip(stripe)):
            canvas.seam(side, 7, tone, 0.95, within=path if side == stripe else flip(path))
    hem = f"M{192 + 92},{foot - 17} Q{192 + 50},{foot - 5} {192 + 8},{foot - 9}"
    canvas.stitch(f"{hem} {flip(hem)}")
    canvas.seam("M192,84 L192,166", 1.2)
    elastic(canvas, 66, 62, 17, "main")
    drawstring(canvas, 66)

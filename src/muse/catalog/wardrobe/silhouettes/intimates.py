"""Underwear, sleepwear, swimwear, socks; all decent."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, flip, fold, shift, whole
from muse.catalog.wardrobe.silhouettes.bottoms import drawstring, elastic, leg, legs
from muse.catalog.wardrobe.silhouettes.coats import belt_of
from muse.catalog.wardrobe.silhouettes.knitwear import open_front
from muse.catalog.wardrobe.silhouettes.outerwear import lapels, lining
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted, placket, shirt_collar
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


@silhouette("robe", length=("knee", "long", "short"), collar=("shawl", "kimono"))
def robe(canvas: Canvas, details: Details) -> None:
    """A bathrobe or kimono, tied."""
    foot = {"short": 270.0, "knee": 324.0, "long": 384.0}[details["length"]]
    kimono = details["collar"] == "kimono"
    torso = fitted(
        {"neckline": "v-neck"}, hem_y=foot, hem=82.0, waist=68.0, chest=70.0, waist_y=206.0, neck=24.0, shoulder=82.0
    )
    lining(canvas, torso, torso.top + 110)
    draw_sleeves(canvas, torso, sleeve(torso, "three-quarter" if kimono else "long", width=1.6 if kimono else 1.3))
    right = open_front(torso, 112, 0)
    folds = [
        *body_folds(torso)[:2],
        fold((226, 230), (236, 280), (244, foot - 10), 9),
        fold((156, 230), (148, 280), (142, foot - 10), 9),
    ]
    for path in (flip(right), right):
        canvas.panel(path, folds=folds)
    if kimono:
        edge = f"M{192 - 8},{foot - 2} L{192 - 8},206 Q{192 + 4},150 {192 + 26},{torso.top - 2}"
        for path in (flip(edge), edge):
            canvas.seam(path, 15, canvas.edge, 0.7)
            canvas.seam(path, 13.4, "trim", 1)
    else:
        canvas.seam(f"M184,{torso.top + 112} L184,{foot - 2}", 1.5)
        lapels(canvas, torso, 130, 0, "shawl", 1.3)
    belt_of(canvas, torso, 204)
    if not kimono:
        pocket = "M216,240 L250,240 L250,278 L216,278 Z"
        for path in (pocket, flip(pocket)):
            canvas.panel(path, depth=0.5, casts=False)


@silhouette("pajamas", top=("button shirt", "long-sleeve tee", "short-sleeve tee"), bottom=("long pants", "shorts"))
def pajamas(canvas: Canvas, details: Details) -> None:
    """A two-piece set: the top above, the trousers below."""
    short = details["bottom"] == "shorts"
    start = len(canvas.body)
    foot = 250.0 if short else 350.0
    path = leg(54, 66, foot, 54 if not short else 62, 46 if not short else 60, 100, 88)
    legs(canvas, path, [fold((195, 200), (216, 208), (238, 196), 7), fold((222, 210), (226, 270), (220, foot - 10), 7)])
    elastic(canvas, 55, 92, 13, "main")
    lower = canvas.body[start:]
    del canvas.body[start:]
    outlines = [shift(p, 86, 34) for p in canvas.outlines]
    canvas.outlines.clear()
    canvas.raw(f'<g transform="translate(86 34)">{"".join(lower)}</g>')
    begin = len(canvas.body)
    kind = details["top"]
    torso = fitted({"neckline": "collar" if kind == "button shirt" else "crew"}, hem_y=268.0, waist_y=200.0)
    if kind != "button shirt":
        torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, "short" if kind == "short-sleeve tee" else "long", width=1.05))
    canvas.panel(torso.outline(), folds=body_folds(torso))
    if kind == "button shirt":
        placket(canvas, torso, torso.top + torso.depth, 266, 5)
        shirt_collar(canvas, torso)
    else:
        torso.neck_band(canvas, 6)
    upper = canvas.body[begin:]
    del canvas.body[begin:]
    canvas.raw(f'<g transform="translate(-46 -30)">{"".join(upper)}</g>')
    canvas.outlines[:] = [*outlines, *(shift(p, -46, -30) for p in canvas.outlines)]


@silhouette(
    "nightgown", neckline=("scoop", "v-neck"), sleeve=("short", "long", "sleeveless"), trim=("lace trim", "plain edge")
)
def nightgown(canvas: Canvas, details: Details) -> None:
    """A loose nightdress."""
    bare = details["sleeve"] == "sleeveless"
    torso = fitted(
        {"neckline": details["neckline"]},
        hem_y=352.0,
        hem=98.0,
        waist=68.0,
        chest=62.0,
        waist_y=190.0,
        shoulder=52.0 if bare else 70.0,
    )
    torso = replace(torso, dip=9)
    torso.draw_back(canvas)
    if not bare:
        draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=1.05))
    folds = [
        fold((192 + s * 40, 160), (192 + s * 62, 240), (192 + s * 92, 340), 10) for s in (-0.9, -0.45, 0.05, 0.5, 0.9)
    ]
    canvas.panel(torso.outline(), folds=folds)
    torso.neck_band(canvas, 4)
    if details["trim"] == "lace trim":
        for y in (0, 1):
            hem = (
                f"M{192 - torso.hem},{torso.hem_y - torso.dip} "
                f"Q192,{torso.hem_y + torso.dip - 2} "
                f"{192 + torso.hem},{torso.hem_y - torso.dip}"
            )
            canvas.raw(
                f'<path d="{hem}" fill="none" stroke="{canvas.tone("trim")}" '
                f'stroke-width="{13 - 5 * y}" stroke-dasharray="{4 if y == 0 else 60} '
                f'{2 if y == 0 else 0.1}"/>'
            )
    bow(canvas, 192, torso.top + torso.depth + 4, 0.3)


@silhouette("socks", length=("ankle", "crew", "knee"), cuff=("contrast cuff", "plain cuff"))
def socks(canvas: Canvas, details: Details) -> None:
    """A pair of socks."""
    top = {"ankle": 176.0, "crew": 110.0, "knee": 44.0}[details["length"]]
    wide = 4.0 if details["length"] == "knee" else 0.0
    contrast = details["cuff"] == "contrast cuff"
    tone = (
        canvas.second
        if canvas.tile is not None
        else palette.darker(canvas.main, 0.4)
        if palette.luminance(canvas.main) > 0.25
        else palette.lighter(canvas.main, 0.5)
    )
    path = (
        f"M{150 - wide},{top} L{206 + wide},{top} C{206 + wide},{top + 40} 204,190 206,214 C210,232 240,246 268,258 "
        "C292,268 296,296 272,302 C240,308 206,300 184,288 C158,274 148,250 150,222 "
        f"C152,190 {150 - wide},{top + 40} {150 - wide},{top} Z"
    )
    start = len(canvas.body)
    canvas.panel(path, folds=[fold((204, 214), (188, 226), (170, 222), 6), fold((206, 226), (196, 240), (184, 246), 5)])
    heel = "M150,226 C150,250 160,274 184,288 C186,262 176,240 150,226 Z"
    toe = "M262,256 C292,268 296,296 272,302 C262,304 252,303.5 244,302.6 C248,284 254,268 262,256 Z"
    for piece in (heel, toe):
        canvas.panel(piece, tone if contrast else "trim", depth=0.7, casts=False)
    canvas.panel(
        f"M{149 - wide},{top - 2} L{207 + wide},{top - 2} L{206 + wide},{top + 24} L{150 - wide},{top + 24} Z",
        tone if contrast else "trim",
        grain="rib",
        depth=0.6,
    )
    canvas.twin(start, -62, -10)


@silhouette("tights", opacity=("opaque", "ribbed"), foot=("footed", "footless"))
def tights(canvas: Canvas, details: Details) -> None:
    """Tights, flat."""
    footed = details["foot"] == "footed"
    path = (
        "M192,44 L236,42 C248,70 250,110 246,140 C244,200 236,250 232,300 C230,330 "
        "230,344 232,356 L208,356 C204,320 200,220 192,146 Z"
    )
    grain = "rib" if details["opacity"] == "ribbed" else None
    for side, fold_of in ((flip(path), flip), (path, lambda d: d)):
        canvas.panel(
            side,
            grain=grain,
            folds=[
                fold_of(fold((196, 150), (210, 160), (232, 150), 5)),
                fold_of(fold((210, 250), (218, 256), (232, 250), 4)),
            ],
        )
    if footed:
        foot = "M208,354 L232,354 Q236,364 254,370 Q262,378 250,381 L216,381 Q206,376 208,354 Z"
        for side in (foot, flip(foot)):
            canvas.panel(side, grain=grain, depth=0.8)
    canvas.panel(whole("M192,42 L237,40 L239,58 Q216,62 192,62"), "trim", grain="rib", depth=0.6)


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

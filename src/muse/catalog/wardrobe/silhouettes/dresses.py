"""Dresses: day dresses, slip dresses, gowns, shirt dresses, wrap dresses."""

from __future__ import annotations

from dataclasses import replace

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops import fitted, placket, shirt_collar
from muse.catalog.wardrobe.silhouettes.tops_more import bow
from muse.catalog.wardrobe.silhouettes.torso import Torso, draw_sleeves, sleeve

HEMS = {"mini": 258.0, "knee": 304.0, "midi": 346.0, "maxi": 392.0}


def dress_body(neckline: str, foot: float, flare: float, **changes: float) -> Torso:
    """A fitted bodice with a skirt that widens by `flare` units a unit below the waist."""
    shape = {
        "shoulder": 60.0,
        "chest": 55.0,
        "waist": 45.0,
        "waist_y": 168.0,
        "armpit_y": 120.0,
        "shoulder_y": 78.0,
        "top": 62.0,
    }
    base = fitted({"neckline": neckline}, **{**shape, **changes})
    return replace(base, hem=base.waist + 10 + (foot - base.waist_y) * flare, hem_y=foot, waist_y=168.0, dip=8)


def skirt_folds(torso: Torso, count: int = 5) -> list[str]:
    """Creases that fan out from the waist to the hem."""
    made = []
    for k in range(count):
        share = -0.86 + 1.72 * k / (count - 1)
        top, foot = torso.waist_y + 4 + 8 * (k % 2), torso.hem_y - 4
        made.append(
            fold(
                (192 + share * torso.waist * 0.8, top),
                (192 + share * (torso.waist + torso.hem) * 0.46, (top + foot) / 2),
                (192 + share * torso.hem * 0.94, foot - 6 * (k % 3)),
                5 + torso.hem * 0.06,
            )
        )
    return made


def arm_edges(canvas: Canvas, torso: Torso, width: float = 2.6) -> None:
    """Bound armholes of a sleeveless piece."""
    (sx, sy), (px, py) = torso.tip, torso.pit
    arm = f"M{sx},{sy} C{sx - 9},{sy + (py - sy) * 0.38} {px - 8},{py - 12} {px},{py}"
    for path in (arm, flip(arm)):
        canvas.seam(path, width, "trim", 1)


def waist_seam(canvas: Canvas, torso: Torso) -> None:
    """The seam between bodice and skirt."""
    canvas.seam(
        f"M{192 - torso.waist},{torso.waist_y} Q192,{torso.waist_y + 7} {192 + torso.waist},{torso.waist_y}", 1.3
    )


@silhouette(
    "dress",
    neckline=("crew", "v-neck", "scoop", "square"),
    sleeve=("sleeveless", "short", "three-quarter", "long"),
    length=("mini", "knee", "midi", "maxi"),
    skirt=("a-line", "straight", "tiered"),
)
def dress(canvas: Canvas, details: Details) -> None:
    """A day dress with a seam at the waist."""
    flare = {"a-line": 0.34, "straight": 0.03, "tiered": 0.36}[details["skirt"]]
    bare = details["sleeve"] == "sleeveless"
    torso = dress_body(details["neckline"], HEMS[details["length"]], flare, shoulder=50.0 if bare else 60.0)
    torso.draw_back(canvas)
    if not bare:
        draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=0.9))
    canvas.panel(torso.outline(), folds=skirt_folds(torso, 4 if details["skirt"] == "straight" else 6))
    waist_seam(canvas, torso)
    if details["skirt"] == "tiered":
        drop = torso.hem_y - torso.waist_y
        for share in (0.36, 0.68):
            y, half = torso.waist_y + drop * share, torso.waist + 10 + drop * share * flare + 1
            line = f"M{192 - half},{y - 5} Q192,{y + 8} {192 + half},{y - 5}"
            canvas.seam(line, 6, canvas.shade, 0.2, within=torso.outline())
            canvas.seam(line, 1.4, within=torso.outline())
            for k in range(-8, 9):
                x = 192 + k * half / 8.6
                canvas.seam(f"M{x},{y + 3} L{192 + (x - 192) * 1.04},{y + 16}", 1, canvas.shade, 0.3)
    torso.neck_band(canvas, 3)
    if bare:
        arm_edges(canvas, torso)


@silhouette(
    "slip dress",
    "dress",
    neckline=("v-neck", "straight", "cowl"),
    length=("mini", "midi", "maxi"),
    strap=("thin", "wide"),
)
def slip_dress(canvas: Canvas, details: Details) -> None:
    """A bias-cut dress on straps."""
    foot = HEMS[details["length"]]
    dip = {"v-neck": 34, "straight": 4, "cowl": 26}[details["neckline"]]
    hem = 54 + (foot - 170) * 0.13
    body = whole(
        f"M192,{98 + dip} Q{208},{100 + dip * 0.3} 224,92 C232,102 238,112 246,126 "
        f"C240,150 236,162 235,176 C240,{176 + (foot - 176) * 0.2} "
        f"246,{176 + (foot - 176) * 0.36} {192 + hem - 4},{176 + (foot - 176) * 0.62} "
        f"Q{192 + hem},{foot - (foot - 176) * 0.2} {192 + hem + 2},{foot - 8} Q{192 + hem * 0.5},{foot} 192,{foot}"
    )
    canvas.panel(whole("M192,106 Q222,106 236,116 L244,126 L192,140"), "lining", grain="", depth=0.4, casts=False)
    strap = "M224,94 Q226,70 220,44"
    thick = 3.0 if details["strap"] == "thin" else 9.0
    for path in (strap, flip(strap)):
        canvas.seam(path, thick + 1.2, canvas.edge, 1)
        canvas.seam(path, thick, "main", 1)
    canvas.reach.append("M160,44 L158,92 L162,92 Z M224,44 L222,92 L226,92 Z")
    folds = [
        fold((226, 104), (206, 170), (216, 240), 7),
        fold((160, 106), (176, 176), (158, 250), 7),
        fold((170, 190), (166, 270), (156, foot - 10), 9),
        fold((212, 200), (222, 280), (230, foot - 14), 9),
        fold((190, 220), (188, 290), (196, foot - 6), 8),
    ]
    if details["neckline"] == "cowl":
        folds += [fold((164, 98), (192, 150), (220, 98), 8), fold((160, 104), (192, 178), (224, 104), 9)]
    canvas.panel(body, folds=folds)
    edge = f"M192,{98 + dip} Q{208},{100 + dip * 0.3} 224,92"
    canvas.seam(f"{edge} {flip(edge)}", 2, "trim", 1)


@silhouette(
    "gown",
    "dress",
    neckline=("sweetheart", "one-shoulder", "halter", "off-shoulder"),
    skirt=("full", "mermaid"),
    trim=("sash", "beaded waist", "no trim"),
)
def gown(canvas: Canvas, details: Details) -> None:
    """A floor-length evening dress."""
    neckline = details["neckline"]
    tops = {
        "sweetheart": "M192,96 C196,80 224,74 234,96",
        "one-shoulder": "M192,88 Q214,92 236,108",
        "halter": "M192,70 L200,58 Q214,80 236,110",
        "off-shoulder": "M192,98 Q222,94 248,78 L256,104 L238,112",
    }
    if details["skirt"] == "full":
        skirt = "C236,140 226,150 226,166 C250,220 284,300 300,384 Q246,396 192,396"
    else:
        skirt = "C236,140 226,150 226,166 C240,196 246,220 236,276 C240,320 270,360 288,386 Q240,397 192,396"
    if neckline == "one-shoulder":
        strap = "M232,112 Q206,86 172,52 L150,54 Q146,84 148,110 L170,130 Z"
        canvas.panel(strap, turn=-30)
    if neckline == "halter":
        canvas.seam("M200,60 Q197,44 192,40 Q187,44 184,60", 5, "main", 1)
        canvas.reach.append("M184,40 L200,40 L200,60 L184,60 Z")
    body = whole(f"{tops[neckline]} {skirt}")
    folds = []
    count = 9 if details["skirt"] == "full" else 5
    for k in range(count):
        share = -0.9 + 1.8 * k / (count - 1)
        start = (192 + share * 30, 176 + 6 * (k % 2)) if details["skirt"] == "full" else (192 + share * 36, 286)
        folds.append(
            fold(start, (192 + share * 62, 280 if details["skirt"] == "full" else 330), (192 + share * 102, 388), 11)
        )
    folds += [fold((170, 108), (178, 130), (172, 160), 5), fold((216, 110), (208, 132), (212, 160), 5)]
    canvas.panel(body, folds=folds)
    if neckline == "off-shoulder":
        band = whole("M192,98 Q222,94 250,76 Q262,92 262,108 Q232,124 192,126")
        canvas.shadow(band, 0.3, body)
        canvas.panel(
            band,
            turn=80,
            folds=[fold((206, 112), (230, 108), (256, 94), 4), fold((178, 112), (150, 108), (128, 94), 4)],
        )
    waist = whole("M192,160 Q210,160 226,157 L227,171 Q210,175 192,175")
    if details["trim"] == "sash":
        canvas.panel(waist, "trim", depth=0.8, casts=False)
        bow(canvas, 204, 167, 0.6, "trim")
    elif details["trim"] == "beaded waist":
        canvas.panel(waist, "trim", grain="sequin", depth=0.6, casts=False)
        for k in range(15):
            canvas.raw(
                f'<circle cx="{160 + k * 4.6:.1f}" cy="{166 + 1.5 * (k % 2)}" r="1.7" '
                'fill="#fff" stroke="#888" stroke-width=".4"/>'
            )
    else:
        canvas.seam("M158,166 Q192,172 226,166", 1.3)


@silhouette(
    "shirt dress",
    "dress",
    sleeve=("short", "long", "three-quarter"),
    length=("knee", "midi", "mini"),
    belt=("belted", "unbelted"),
)
def shirt_dress(canvas: Canvas, details: Details) -> None:
    """A dress like a long shirt."""
    torso = dress_body("collar", HEMS[details["length"]], 0.2, waist=50.0, chest=58.0, shoulder=64.0)
    draw_sleeves(
        canvas, torso, sleeve(torso, details["sleeve"], width=0.95), cuff=10, cuff_role="main", cuff_grain="smooth"
    )
    canvas.panel(torso.outline(), folds=skirt_folds(torso, 5))
    placket(canvas, torso, torso.top + torso.depth, torso.hem_y - 4, 8, 10)
    pocket = "M208,116 L234,116 L234,138 L221,146 L208,138 Z"
    for path in (pocket, flip(pocket)):
        canvas.panel(path, depth=0.4, casts=False)
    if details["belt"] == "belted":
        y = torso.waist_y
        band = whole(
            f"M192,{y} Q{192 + torso.waist * 0.5},{y} {192 + torso.waist + 1},{y - 4} "
            f"L{192 + torso.waist + 1},{y + 7} Q{192 + torso.waist * 0.5},{y + 12} "
            f"192,{y + 12}"
        )
        canvas.panel(band, "trim", depth=0.6, casts=False)
        canvas.panel(f"M196,{y + 4} L210,{y + 60} L200,{y + 62} L190,{y + 8} Z", "trim", depth=0.5, casts=False)
        canvas.panel(f"M190,{y + 4} L180,{y + 50} L170,{y + 47} L184,{y + 4} Z", "trim", depth=0.5, casts=False)
    shirt_collar(canvas, torso, "main", 0.85)


@silhouette(
    "wrap dress",
    "dress",
    sleeve=("short", "three-quarter", "long"),
    length=("knee", "midi", "maxi"),
    hem=("plain hem", "ruffled hem"),
)
def wrap_dress(canvas: Canvas, details: Details) -> None:
    """A dress wrapped to one side and tied."""
    foot = HEMS[details["length"]]
    torso = dress_body("v-neck", foot, 0.28, shoulder=62.0)
    torso = replace(torso, depth=76.0)
    torso.draw_back(canvas)
    draw_sleeves(canvas, torso, sleeve(torso, details["sleeve"], width=1.05, puff=3))
    canvas.panel(torso.outline(), folds=skirt_folds(torso, 6))
    lap = f"M{192 - torso.neck},{torso.top} Q178,110 {192 + 40},166"
    canvas.seam(lap, 5, canvas.shade, 0.28)
    canvas.seam(lap, 2.2, "trim", 1)
    edge = f"M{192 + 34},172 Q{192 + 46},{(172 + foot) / 2} {192 + 26},{foot - 2}"
    canvas.seam(edge, 6, canvas.shade, 0.26)
    canvas.seam(edge, 1.5)
    if details["hem"] == "ruffled hem":
        for k in range(9):
            y = 176 + (foot - 180) * k / 8.5
            x = 192 + 34 + 11 * (1 - (2 * k / 8.5 - 1) ** 2)
            canvas.panel(
                f"M{x - 4},{y} Q{x + 18},{y + 2} {x + 14},{y + 18} Q{x + 6},{y + 22} {x - 5},{y + 17} Z",
                depth=0.8,
                casts=False,
                edge=0.6,
            )
    waist = whole("M192,164 Q214,163 237,160 L238,171 Q214,177 192,177")
    canvas.panel(waist, turn=90, depth=0.6, casts=False)
    canvas.panel("M226,168 L246,226 L234,230 L222,172 Z", turn=70, depth=0.6, casts=False)
    canvas.panel("M228,168 L228,236 L216,236 L220,170 Z", turn=90, depth=0.6, casts=False)
    canvas.panel("M216,160 Q228,156 234,164 Q236,176 224,178 Q214,174 216,160 Z", depth=0.8, casts=False)

"""Slip dresses and gowns."""

from __future__ import annotations

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, whole
from muse.catalog.wardrobe.silhouettes.dresses import HEMS
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops_more import bow


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

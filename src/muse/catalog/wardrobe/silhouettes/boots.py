"""Ankle, Chelsea and knee boots. The toe points right."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, fold
from muse.catalog.wardrobe.silhouettes.footwear import RUBBER, laces, pair, trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette

GOLD = palette.METALS["gold"]


CORK = "#c49a6c"


def boot_heel(canvas: Canvas, kind: str, rise: float) -> None:
    """A heel under a boot whose sole lies at y = 282 - rise at the back."""
    y = 282 - rise
    if kind == "flat":
        canvas.panel(f"M70,{y - 4} L122,{y - 4} L122,282 L72,282 Z", RUBBER, grain="", patterned=False, depth=0.6)
    elif kind == "block":
        canvas.panel(f"M68,{y - 8} L122,{y + 2} L116,282 L74,282 Z", "#3a2b22", grain="", patterned=False, depth=0.9)
    else:
        canvas.panel(
            f"M68,{y - 8} L112,{y + 4} Q88,{y + rise * 0.4} 86,282 L77,282 Q78,{y + rise * 0.5} 68,{y - 8} Z",
            "#2b2226",
            grain="",
            patterned=False,
            depth=0.9,
        )


def boot_upper(top: float, rise: float, wide: float, toe: float = 330.0) -> str:
    """A boot's outline from its opening at `top` to the toe; `rise` is the heel's height."""
    y = 282 - rise
    return (
        f"M{118 - wide},{top + 4} Q{128},{top - 4} {138 + wide},{top} "
        f"C{142 + wide * 0.6},{top + (200 - top) * 0.5} {150 + wide * 0.2},186 164,204 "
        f"C190,226 236,228 {toe - 60},{236 + rise * 0.1} Q{toe - 4},{242 + rise * 0.12} "
        f"{toe},272 L{toe - 6},276 L190,276 Q150,{y + 4} 118,{y} L68,{y - 2} "
        f"C58,{y - 40} 76,{y - 66} 80,{y - 96} C82,{top + 60} {112 - wide},{top + 40} {118 - wide},{top + 4} Z"
    )


def opening(canvas: Canvas, top: float, wide: float) -> None:
    """The dark inside at a boot's top."""
    canvas.panel(ellipse(128, top + 1, 10 + wide, 6), "lining", grain="", depth=0.4)


@silhouette(
    "ankle boots",
    "boots",
    standing=True,
    heel=("block", "flat", "stiletto"),
    closure=("side zip", "laces", "buckle"),
    toe=("round", "pointed"),
)
def ankle_boots(canvas: Canvas, details: Details) -> None:
    """Boots to the ankle."""
    start = len(canvas.body)
    rise = {"flat": 16.0, "block": 40.0, "stiletto": 62.0}[details["heel"]]
    toe = 304.0 if details["toe"] == "round" else 326.0
    top = 128.0 - rise * 0.3
    boot_heel(canvas, details["heel"], rise)
    opening(canvas, top + 2, 27)
    canvas.panel(boot_upper(top, rise, 26, toe),
                 folds=[fold((92, 206), (120, 214), (150, 202), 7), fold((96, 218), (126, 228), (160, 212), 6)],
                 lights=["M108,160 Q116,200 150,226 Q120,214 104,190 Z"])  # fmt: skip
    closure = details["closure"]
    if closure == "side zip":
        canvas.zip(f"M124,{top + 8} Q122,190 132,{262 - rise * 0.6}", palette.METALS["gold"])
    elif closure == "laces":
        tone = trim_tone(canvas, 0.2)
        canvas.panel(
            f"M{146},{top + 4} L{164},{top + 2} C158,170 170,196 214,224 L200,234 C164,214 146,180 {146},{top + 4} Z",
            tone,
            patterned=False,
            depth=0.5,
            casts=False,
        )
        laces(canvas, 155, top + 16, 1.5, 15, 4, 20)
        laces(canvas, 164, 196, 13, 9, 3, 20)
    else:
        canvas.panel(
            "M84,196 Q124,212 160,194 L164,206 Q124,226 80,210 Z", "trim", patterned=False, depth=0.6, casts=False
        )
        canvas.raw(
            f'<rect x="112" y="199" width="19" height="19" rx="3" fill="none" stroke="{GOLD}" stroke-width="3"/>'
        )
    canvas.seam(f"M118,{284 - rise} Q150,{288 - rise} 190,279 L{toe - 4},279", 4.4, "#2b211c", 1)
    pair(canvas, start)


@silhouette("chelsea boots", "boots", standing=True, sole=("slim sole", "lug sole"), tab=("pull tab", "no tab"))
def chelsea_boots(canvas: Canvas, details: Details) -> None:
    """Slip-on boots with elastic sides."""
    start = len(canvas.body)
    lug = details["sole"] == "lug sole"
    opening(canvas, 122, 28)
    if details["tab"] == "pull tab":
        canvas.panel("M98,126 L96,104 L108,102 L108,124 Z", "trim", patterned=False, depth=0.4)
    canvas.panel(
        boot_upper(120, 18, 27, 328),
        lights=["M100,170 Q108,206 150,232 Q116,218 96,196 Z"],
        folds=[fold((170, 212), (184, 226), (178, 244), 5)],
    )
    gore = "M116,126 L146,124 Q142,170 150,196 Q134,210 118,200 Q120,160 116,126 Z"
    canvas.panel(
        gore,
        RUBBER if palette.luminance(canvas.main) > 0.1 else "#55575e",
        grain="rib",
        patterned=False,
        depth=0.5,
        casts=False,
    )
    canvas.stitch(gore)
    if lug:
        canvas.panel("M62,258 L330,268 Q336,276 332,282 L60,282 Z", RUBBER, grain="", patterned=False, depth=0.5)
        for k in range(17):
            canvas.panel(
                f"M{64 + k * 15.6},280 L{75 + k * 15.6},280 L{74 + k * 15.6},292 L{66 + k * 15.6},292 Z",
                RUBBER,
                grain="",
                patterned=False,
                depth=0.3,
            )
    else:
        boot_heel(canvas, "flat", 14)
        canvas.seam("M68,268 L330,277", 5, "#2b211c", 1)
    pair(canvas, start)


@silhouette(
    "knee boots",
    "boots",
    standing=True,
    heel=("flat", "block", "stiletto"),
    detail=("plain shaft", "buckles", "side zip"),
)
def knee_boots(canvas: Canvas, details: Details) -> None:
    """Tall boots."""
    start = len(canvas.body)
    rise = {"flat": 16.0, "block": 44.0, "stiletto": 64.0}[details["heel"]]
    boot_heel(canvas, details["heel"], rise)
    opening(canvas, 22, 36)
    canvas.panel(boot_upper(20, rise, 36, 296),
                 folds=[fold((88, 196), (116, 206), (148, 190), 7), fold((90, 180), (118, 186), (150, 172), 6),
                        fold((96, 90), (110, 130), (104, 176), 8)],
                 lights=["M116,40 Q110,110 122,170 Q128,100 128,40 Z"])  # fmt: skip
    if details["detail"] == "buckles":
        for y in (46, 190):
            canvas.panel(
                f"M84,{y} Q126,{y + 12} 168,{y - 2} L168,{y + 10} Q126,{y + 25} 84,{y + 13} Z"
                if y < 100
                else f"M82,{y} Q122,{y + 14} 156,{y} L160,{y + 11} Q122,{y + 27} 80,{y + 13} Z",
                "trim",
                patterned=False,
                depth=0.5,
                casts=False,
            )
            canvas.raw(
                f'<rect x="118" y="{y + 5}" width="17" height="18" rx="3" fill="none" '
                f'stroke="{GOLD}" stroke-width="2.8"/>'
            )
    elif details["detail"] == "side zip":
        canvas.zip(f"M128,30 Q120,140 126,{250 - rise * 0.5}", GOLD)
    canvas.seam(f"M118,{284 - rise} Q150,{288 - rise} 190,279 L292,279", 4.4, "#2b211c", 1)
    pair(canvas, start)

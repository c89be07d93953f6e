"""Sunglasses, hair clips, umbrellas."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, flip, fold
from muse.catalog.wardrobe.silhouettes.accessories import METAL
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette
from muse.catalog.wardrobe.silhouettes.tops_more import bow


def lens(x: float, y: float, shape: str) -> str:
    """One lens of a pair of glasses about (x, y)."""
    if shape == "round":
        return ellipse(x, y, 48, 46)
    if shape == "cat-eye":
        s = 1 if x > 192 else -1
        return (
            f"M{x - 46 * s},{y - 14} Q{x - 10 * s},{y - 34} {x + 58 * s},{y - 46} "
            f"Q{x + 60 * s},{y + 6} {x + 30 * s},{y + 32} Q{x - 14 * s},{y + 46} "
            f"{x - 38 * s},{y + 20} Q{x - 48 * s},{y + 4} {x - 46 * s},{y - 14} Z"
        )
    if shape == "aviator":
        s = 1 if x > 192 else -1
        return (
            f"M{x - 44 * s},{y - 30} Q{x + 10 * s},{y - 40} {x + 54 * s},{y - 30} "
            f"Q{x + 60 * s},{y + 10} {x + 34 * s},{y + 40} Q{x + 6 * s},{y + 58} "
            f"{x - 20 * s},{y + 40} Q{x - 42 * s},{y + 14} {x - 44 * s},{y - 30} Z"
        )
    return box(x - 52, y - 36, 104, 72, 16)


@silhouette(
    "sunglasses",
    frame=("square", "round", "cat-eye", "aviator"),
    lens=("dark lenses", "brown lenses", "mirrored lenses"),
)
def sunglasses(canvas: Canvas, details: Details) -> None:
    """Sunglasses from the front."""
    shape = details["frame"]
    tones = {
        "dark lenses": ("#2f3236", "#5b6067"),
        "brown lenses": ("#5a3a22", "#a9794c"),
        "mirrored lenses": ("#6d8fb5", "#dce8f4"),
    }
    dark, pale = tones[details["lens"]]
    canvas.defs["lens"] = (
        '<linearGradient id="lens" x1="0" y1="0" x2=".35" y2="1"><stop offset="0" '
        f'stop-color="{dark}"/><stop offset="1" stop-color="{pale}"/></linearGradient>'
    )
    thin = shape == "aviator"
    canvas.reach.append(box(40, 108, 304, 60))
    x, y = {"square": (80, 172), "round": (82, 188), "cat-eye": (74, 156), "aviator": (77, 172)}[shape]
    arm = f"M{x},{y} C{x - 22},{y - 4} {x - 34},{y - 22} {x - 30},{y - 62}"
    for d in (arm, flip(arm)):
        canvas.seam(d, 8 if not thin else 5, canvas.edge, 1)
        canvas.seam(d, 6.4 if not thin else 3.6, "main", 1)
    for x in (128, 256):
        path = lens(x, 200, shape)
        width = 5.0 if thin else 13.0
        canvas.raw(f'<path d="{path}" fill="url(#lens)"/>')
        canvas.raw(
            f'<g clip-path="url(#{canvas.clip(path)})"><path d="M{x - 40},250 L{x - 4},150 '
            f'L{x + 14},150 L{x - 22},250 Z" fill="#fff" opacity=".2"/><path '
            f'd="M{x - 14},250 L{x + 22},150 L{x + 28},150 L{x - 8},250 Z" fill="#fff" '
            'opacity=".16"/></g>'
        )
        canvas.seam(path, width + 1.6, canvas.edge, 1)
        canvas.seam(path, width, "main", 1)
        if canvas.tile is not None and not thin:
            canvas.raw(f'<path d="{path}" fill="none" stroke="url(#{canvas.pattern(0)})" stroke-width="{width}"/>')
        canvas.raw(
            f'<path d="{path}" fill="none" stroke="#fff" stroke-opacity=".35" '
            'stroke-width="1.6" transform="translate(-1.5 -2)"/>'
        )
        canvas.outlines.append(path)
    bridge = "M176,184 Q192,172 208,184" if not thin else "M172,176 Q192,168 212,176 M176,190 Q192,180 208,190"
    canvas.seam(bridge, 9.4 if not thin else 4.4, canvas.edge, 1)
    canvas.seam(bridge, 8 if not thin else 3.2, "main", 1)


@silhouette("umbrella", handle=("crook handle", "straight handle"), canopy=("dome", "classic"))
def umbrella(canvas: Canvas, details: Details) -> None:
    """An open umbrella from the side."""
    deep = details["canopy"] == "dome"
    top = 40.0 if deep else 66.0
    canvas.metal(f"M192,{top - 18} L192,{top}", METAL["silver"], 4)
    canvas.metal("M192,180 L192,318", METAL["silver"], 5)
    wood = "#7a4b2a"
    if details["handle"] == "crook handle":
        canvas.metal("M192,296 L192,330 Q192,356 216,356 Q238,356 238,334", wood, 10)
        canvas.reach.append(box(186, 290, 56, 70))
    else:
        canvas.metal("M192,300 L192,352", wood, 12)
        canvas.reach.append(box(186, 290, 12, 66))
    edges = [40, 92, 148, 192, 236, 292, 344]
    foot = 206.0
    for k in range(6):
        a, b = edges[k], edges[k + 1]
        sway = (a + b) / 2 - 192
        bulge = 0.55 if deep else 0.4
        panel = (
            f"M192,{top} C{192 + (a - 192) * bulge},{top + 4} "
            f"{a + (192 - a) * 0.08},{top + 70} {a},{foot} Q{(a + b) / 2},{foot - 24} "
            f"{b},{foot} "
            f"C{b + (192 - b) * 0.08},{top + 70} {192 + (b - 192) * bulge},{top + 4} 192,{top} Z"
        )
        canvas.panel(panel, turn=sway * 0.12, depth=0.9)


@silhouette("hair clip", "hair accessory", style=("claw clip", "scrunchie", "barrette bow"), finish=("glossy", "matte"))
def hair_clip(canvas: Canvas, details: Details) -> None:
    """Hair accessories."""
    glossy = 1.6 if details["finish"] == "glossy" else 0.8
    if details["style"] == "scrunchie":
        for k in range(22):
            a = 2 * pi * k / 22
            x, y = 192 + 84 * cos(a), 192 + 78 * sin(a)
            canvas.panel(
                ellipse(x, y, 34, 32),
                turn=k * 16,
                depth=0.9,
                folds=[fold((x - 14 * cos(a), y - 14 * sin(a)), (x + 4, y - 4), (x + 24 * cos(a), y + 24 * sin(a)), 6)],
            )
        return
    if details["style"] == "claw clip":
        for k in range(7):
            x = 96 + k * 32
            canvas.panel(
                f"M{x - 9},196 Q{x - 12},270 {x},{292 + 8 * (k % 2)} Q{x + 12},270 {x + 9},196 Z", depth=glossy
            )
        canvas.panel(
            "M66,210 C66,140 120,112 192,112 C264,112 318,140 318,210 Q192,236 66,210 Z",
            depth=glossy,
            lights=["M96,180 Q130,136 200,132 Q140,150 116,190 Z"],
        )
        canvas.metal("M150,112 Q192,92 234,112", METAL["silver"], 6)
        return
    canvas.metal("M110,232 L274,232", METAL["gold"], 9)
    bow(canvas, 192, 170, 2.1)

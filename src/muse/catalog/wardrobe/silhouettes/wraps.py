"""Scarves and shawls."""

from __future__ import annotations

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import box, ellipse, fold, polygon, whole
from muse.catalog.wardrobe.silhouettes.footwear import trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("scarf", style=("draped", "folded"), ends=("fringed", "plain"))
def scarf(canvas: Canvas, details: Details) -> None:
    """A long scarf."""
    fringed = details["ends"] == "fringed"
    if details["style"] == "draped":
        back = "M222,120 C250,170 252,240 262,322 L210,330 C206,250 204,180 196,140 Z"
        front = "M162,120 C140,180 136,260 122,344 L182,352 C188,270 196,200 206,150 Z"
        collar = (
            "M120,92 C116,58 150,38 192,38 C234,38 268,58 264,92 C262,132 226,158 192,158 C158,158 122,132 120,92 Z"
        )
        tails = (((212, 328), (262, 321)), ((122, 344), (182, 352)))
        for (x1, y1), (x2, y2) in tails if fringed else ():
            for k in range(12):
                x, y = x1 + (x2 - x1) * k / 11, y1 + (y2 - y1) * k / 11
                canvas.seam(f"M{x},{y - 3} Q{x + 1},{y + 10} {x - 1},{y + 22}", 2.6, "main", 1)
                canvas.seam(f"M{x},{y - 3} Q{x + 1},{y + 10} {x - 1},{y + 22}", 0.6, canvas.edge, 0.6)
        canvas.panel(
            back,
            turn=-4,
            folds=[fold((224, 150), (230, 230), (240, 316), 8), fold((210, 150), (220, 230), (222, 320), 6)],
        )
        canvas.panel(
            front,
            turn=6,
            folds=[fold((172, 160), (158, 250), (146, 340), 8), fold((188, 160), (178, 250), (168, 340), 6)],
        )
        canvas.panel(
            collar,
            turn=12,
            folds=[
                fold((128, 84), (170, 140), (246, 120), 11),
                fold((136, 66), (190, 128), (256, 96), 10),
                fold((150, 52), (206, 108), (258, 76), 8),
            ],
            depth=1.2,
        )
        canvas.panel(
            "M158,72 C170,92 214,92 226,72 C222,56 162,56 158,72 Z", "lining", grain="", depth=0.7, casts=False
        )
        return
    for x, y in ((70, 150), (86, 132), (102, 114)):
        canvas.panel(box(x, y, 196, 168, 10), folds=[fold((x + 20, y + 20), (x + 30, y + 90), (x + 18, y + 150), 8)])
    if fringed:
        for k in range(24):
            x = 74 + k * 8.2
            canvas.seam(f"M{x},316 Q{x + 1},328 {x - 1},340", 2.6, "main", 1)
            canvas.seam(f"M{x},316 Q{x + 1},328 {x - 1},340", 0.6, canvas.edge, 0.6)
        canvas.reach.append(polygon((74, 318), (262, 318), (262, 342), (74, 342)))
    canvas.panel(box(70, 232, 196, 88, 8), folds=[fold((92, 250), (170, 262), (250, 250), 6)])


@silhouette("shawl", "scarf", hem=("fringed", "scalloped", "plain"), fold_=("triangle", "wide"))
def shawl(canvas: Canvas, details: Details) -> None:
    """A square or triangular wrap, spread out."""
    wide = details["fold_"] == "wide"
    body = (
        whole("M192,96 L332,96 Q340,100 338,110 L200,318 Q196,322 192,322")
        if not wide
        else whole("M192,92 L318,92 L326,300 L192,308")
    )
    if details["hem"] == "fringed":
        for k in range(25):
            share = k / 24
            x, y = (192 + 142 * share, 318 - 208 * share) if not wide else (192 + 132 * share, 306 - 6 * share)
            for side in (x, 384 - x):
                canvas.seam(f"M{side},{y - 4} Q{side + 1},{y + 8} {side - 1},{y + 20}", 2.4, "trim", 1)
    elif details["hem"] == "scalloped":
        for k in range(13):
            share = (k + 0.5) / 13
            x, y = (192 + 140 * share, 318 - 212 * share) if not wide else (192 + 130 * share, 306 - 6 * share)
            for side in (x, 384 - x):
                canvas.flat(ellipse(side, y, 9, 9), "main", 1, stroke=canvas.edge, width=0.7)
    canvas.panel(
        body,
        folds=[
            fold((192 + s * 26, 108), (192 + s * 50, 180), (192 + s * 62, 240 - 30 * abs(s)), 9)
            for s in (-1.7, -0.8, 0.1, 0.9, 1.8)
        ],
    )
    canvas.seam("M60,104 L324,104" if not wide else "M68,100 L316,100", 3, trim_tone(canvas, 0.35), 0.9)

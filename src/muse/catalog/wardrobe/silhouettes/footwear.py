"""What shoes share. The toe points right; a twin stands behind."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse

CREAM, RUBBER, WOOD = "#f3f1ea", "#2a2a2d", "#8a5d3b"


def sole_tone(canvas: Canvas, dark: str = RUBBER, pale: str = CREAM) -> str:
    """A sole that stands out from the upper."""
    return pale if palette.luminance(canvas.main) < 0.72 else palette.mix(dark, pale, 0.45)


def trim_tone(canvas: Canvas, share: float = 0.55) -> str:
    """The second colour where the shoe has one, else a shade that stands out from the main one."""
    if canvas.tile is not None:
        return canvas.second
    return (
        palette.darker(canvas.main, share)
        if palette.luminance(canvas.main) > 0.3
        else palette.lighter(canvas.main, share * 0.7)
    )


def insole(canvas: Canvas) -> str:
    """What shows inside an open shoe: leather near the upper's colour, so that the shoe reads as one."""
    return palette.mix(palette.darker(canvas.main, 0.12), "#c9ab84", 0.3)


def pair(canvas: Canvas, start: int) -> None:
    """The other shoe, behind and to the left."""
    canvas.twin(start, -30, -19)


def band(canvas: Canvas, path: str, wide: float) -> None:
    """A narrow strap along a line."""
    canvas.seam(path, wide, canvas.edge, 1)
    canvas.seam(path, wide * 0.8, "main", 1)


def heel(canvas: Canvas, kind: str, y: float, arch: str, wood: str, grain: str) -> None:
    """The heel of a high shoe under the seat at height `y`; a wedge fills all below the sole's `arch`."""
    if kind == "wedge":
        wedge = f"M68,{y} Q92,{y + 4} 120,{y + 8} {arch} L250,277 L82,277 Z"
        canvas.panel(wedge, wood, grain=grain, patterned=False, depth=0.9)
        return
    top, foot = {"stiletto": (104.0, 5.0), "block": (118.0, 30.0), "kitten": (104.0, 8.0)}[kind]
    middle = (y + 277) / 2
    canvas.panel(
        f"M68,{y} L{top},{y + 7} Q{84 + foot},{middle} {78 + foot},277 L76,277 Q78,{middle} 68,{y} Z",
        palette.darker(canvas.main, 0.3),
        patterned=False,
        depth=0.9,
    )


def ankle_strap(canvas: Canvas, x: float, y: float, heel_y: float) -> None:
    """A buckled strap around the ankle, held by a tab at the heel."""
    ring = ellipse(x, y, 38, 13)
    for path in (f"M{x - 38},{heel_y + 4} Q{x - 42},{(y + heel_y) / 2} {x - 38},{y}", ring):
        band(canvas, path, 7)
    gold = palette.METALS["gold"]
    canvas.raw(
        f'<rect x="{x + 4}" y="{y + 7}" width="12" height="11" rx="2" fill="none" stroke="{gold}" stroke-width="2.4"/>'
    )
    canvas.reach.append(ring)


def laces(canvas: Canvas, x: float, y: float, dx: float, dy: float, count: int, wide: float = 20) -> None:
    """Crossed laces along the instep from (x, y) in steps of (dx, dy)."""
    tone = "#f7f6f2" if palette.luminance(canvas.main) < 0.75 else "#5a5c62"
    for k in range(count):
        a, b = x + dx * k, y + dy * k
        canvas.seam(
            f"M{a - wide * 0.34},{b + wide * 0.52} Q{a + 1},{b - 5} {a + wide * 0.42},{b - wide * 0.1}",
            4.6,
            palette.darker(tone, 0.4),
            0.9,
        )
        canvas.seam(
            f"M{a - wide * 0.34},{b + wide * 0.52} Q{a + 1},{b - 5} {a + wide * 0.42},{b - wide * 0.1}", 3.4, tone, 1
        )

"""Stones, beads, polished metal and chains, for all jewellery."""

from __future__ import annotations

from math import cos, pi, sin

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse, polygon

GEMS = {
    "clear": "#e3eef6",
    "red": "#b8142c",
    "green": "#0f7a4f",
    "blue": "#1d4fae",
    "purple": "#6f3aa0",
    "black": "#26262b",
    "pearl": "#f4efe6",
}


STONES = ("clear", "red", "green", "blue", "pearl")


def gem(canvas: Canvas, x: float, y: float, size: float, stone: str, cut: str = "round") -> None:
    """A faceted stone (or a pearl) with its lights."""
    tone = GEMS[stone]
    dark, pale = palette.darker(tone, 0.45), palette.lighter(tone, 0.7)
    if stone == "pearl":
        name = f"pearl{len(canvas.defs)}"
        canvas.defs[name] = (
            f'<radialGradient id="{name}" cx=".36" cy=".32" r=".75"><stop offset="0" stop-color="#ffffff"/>'
            '<stop offset=".5" stop-color="#f1ebe0"/><stop offset="1" stop-color="#a79c8d"/></radialGradient>'
        )
        canvas.raw(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="url(#{name})" stroke="#8d8476" stroke-width=".6"/>'
        )
        return
    count, ry = (8, 1.0) if cut == "round" else (8, 1.32) if cut == "oval" else (4, 1.0)
    turn = pi / 8 if count == 8 else pi / 4
    rim = [
        (x + size * cos(2 * pi * k / count + turn), y + size * ry * sin(2 * pi * k / count + turn))
        for k in range(count)
    ]
    table = [(x + (a - x) * 0.55, y + (b - y) * 0.55) for a, b in rim]
    for k in range(count):
        one, two, three, four = rim[k], rim[(k + 1) % count], table[(k + 1) % count], table[k]
        light = 0.5 + 0.5 * cos(2 * pi * (k + 0.5) / count + turn + 2.4)
        canvas.flat(polygon(one, two, three, four), palette.mix(dark, pale, light * 0.8 + (0.2 if k % 2 else 0)))
    canvas.flat(polygon(*table), palette.mix(tone, pale, 0.3))
    canvas.flat(polygon(table[count // 2], table[(count // 2 + 1) % count], (x, y)), "#ffffff", 0.65)
    canvas.flat(polygon(*rim), "none", 1, stroke=palette.darker(tone, 0.55), width=0.7)


def gold_fill(canvas: Canvas) -> str:
    """A polished-metal gradient of the main colour."""
    main = canvas.main
    canvas.defs["polish"] = (
        '<linearGradient id="polish" x1="0" y1="0" x2=".8" y2="1"><stop offset="0" '
        f'stop-color="{palette.lighter(main, 0.65)}"/>'
        f'<stop offset=".35" stop-color="{main}"/><stop offset=".62" stop-color="{palette.darker(main, 0.38)}"/>'
        f'<stop offset=".8" stop-color="{palette.lighter(main, 0.4)}"/><stop offset="1" '
        f'stop-color="{palette.darker(main, 0.3)}"/></linearGradient>'
    )
    return "url(#polish)"


def plate(canvas: Canvas, path: str) -> None:
    """A polished piece of metal."""
    canvas.raw(
        f'<path d="{path}" fill="{gold_fill(canvas)}" stroke="{palette.darker(canvas.main, 0.5)}" stroke-width="1"/>'
    )
    canvas.outlines.append(path)


def chain(canvas: Canvas, points: list[tuple[float, float]], size: float) -> None:
    """Links along points."""
    path = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    canvas.seam(path, size + 0.8, palette.darker(canvas.main, 0.5), 0.85)
    canvas.raw(
        f'<path d="{path}" fill="none" stroke="{canvas.main}" stroke-width="{size}" '
        f'stroke-dasharray="{size * 1.5:.1f} {size * 0.7:.1f}" stroke-linecap="round"/>'
    )
    canvas.raw(
        f'<path d="{path}" fill="none" stroke="{palette.lighter(canvas.main, 0.7)}" '
        f'stroke-width="{size * 0.3:.1f}" stroke-dasharray="{size * 1.5:.1f} '
        f'{size * 0.7:.1f}"/>'
    )


def bead(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A round bead of the main colour with a gleam."""
    main = canvas.main
    if "bead" not in canvas.defs:
        canvas.defs["bead"] = (
            '<radialGradient id="bead" cx=".38" cy=".34" r=".78"><stop offset="0" '
            f'stop-color="{palette.lighter(main, 0.55)}"/>'
            f'<stop offset=".4" stop-color="{main}"/><stop offset=".75" stop-color="{palette.darker(main, 0.12)}"/>'
            f'<stop offset="1" stop-color="{palette.darker(main, 0.45)}"/></radialGradient>'
        )
    path = ellipse(x, y, size, size)
    canvas.flat(path, "url(#bead)", 1, stroke=palette.darker(main, 0.5), width=0.6)
    canvas.flat(ellipse(x - size * 0.3, y - size * 0.36, size * 0.26, size * 0.2), "#ffffff", 0.8)
    canvas.outlines.append(path)

"""Motifs: flowers, patches, single prints, and how they are strewn over the tile that repeats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np

Random = np.random.Generator


@dataclass(frozen=True)
class Tile:
    """`content` repeats every `width` x `height` units; `whole` means one tile over the picture, never turned."""

    width: float
    height: float
    content: str
    whole: bool = False


def scatter(size: float, count: int, gap: float, random: Random, motif: Callable[[float, float, float], str]) -> str:
    """`motif(x, y, turn)` at places at least `gap` apart on a torus, so that the tile repeats without a seam."""
    places: list[tuple[float, float]] = []
    for _ in range(count * 30):
        x, y = random.uniform(0, size, 2)
        apart = (min(abs(x - a), size - abs(x - a)) ** 2 + min(abs(y - b), size - abs(y - b)) ** 2 for a, b in places)
        if all(distance >= gap * gap for distance in apart):
            places.append((float(x), float(y)))
        if len(places) == count:
            break
    made: list[str] = []
    for x, y in places:
        turn = float(random.uniform(0, 360))
        made.extend(
            motif(x + dx, y + dy, turn)
            for dx in (-size, 0, size)
            for dy in (-size, 0, size)
            if -gap < x + dx < size + gap and -gap < y + dy < size + gap
        )
    return "".join(made)


def petals(radius: float, count: int, fill: str, heart: str) -> str:
    """A flower about the origin."""
    leaves = "".join(
        f'<ellipse cx="{radius * 0.56 * cos(2 * pi * k / count):.2f}" '
        f'cy="{radius * 0.56 * sin(2 * pi * k / count):.2f}" '
        f'rx="{radius * 0.48:.2f}" ry="{radius * 0.34:.2f}" fill="{fill}" transform="rotate({360 * k / count:.1f} '
        f'{radius * 0.56 * cos(2 * pi * k / count):.2f} {radius * 0.56 * sin(2 * pi * k / count):.2f})"/>'
        for k in range(count)
    )
    return f'{leaves}<circle r="{radius * 0.26:.2f}" fill="{heart}"/>'


def blob(radius: float, random: Random, stretch: float = 1.5, corners: int = 9) -> str:
    """A smooth irregular patch about the origin."""
    radii = radius * random.uniform(0.62, 1.3, corners)
    points = [
        (float(r * stretch * cos(2 * pi * k / corners)), float(r * sin(2 * pi * k / corners)))
        for k, r in enumerate(radii)
    ]
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(points, points[1:] + points[:1], strict=True)]
    curves = " ".join(
        f"Q{p[0]:.1f},{p[1]:.1f} {m[0]:.1f},{m[1]:.1f}"
        for p, m in zip(points[1:] + points[:1], middles[1:] + middles[:1], strict=True)
    )
    return f"M{middles[0][0]:.1f},{middles[0][1]:.1f} {curves} Z"


def motif(second: str, random: Random) -> str:
    """A single printed motif about the origin, of radius 1."""
    kind = int(random.integers(6))
    if kind == 0:  # sun between two peaks, and the shore
        return (
            f'<circle cx="-.1" cy="-.62" r=".3" fill="{second}"/>'
            f'<path d="M-1.05,.5 L-.5,-.2 L-.2,.14 L.32,-.5 L1.05,.5 Z" fill="{second}"/>'
            f'<path d="M-1.05,.66 L1.05,.66 M-.7,.86 L.7,.86" stroke="{second}" stroke-width=".11"/>'
        )
    if kind == 1:  # star in a ring
        points = " ".join(
            f"{reach * sin(pi * k / 5):.3f},{-reach * cos(pi * k / 5):.3f}" for k, reach in enumerate([0.68, 0.28] * 5)
        )
        return (
            f'<polygon points="{points}" fill="{second}"/><circle r=".93" fill="none" '
            f'stroke="{second}" stroke-width=".12"/>'
        )
    if kind == 2:  # waves in a disc
        waves = "".join(
            (
                f'<path d="M-.9,{y} Q-.6,{y - 0.3} -.3,{y} T.3,{y} T.9,{y}" fill="none" '
                f'stroke="{second}" stroke-width=".16"/>'
            )
            for y in (-0.45, 0, 0.45)
        )
        return f'{waves}<circle r="1.05" fill="none" stroke="{second}" stroke-width=".1"/>'
    if kind == 3:  # bolt
        return f'<path d="M.25,-1 L-.55,.15 L-.08,.15 L-.25,1 L.6,-.2 L.1,-.2 Z" fill="{second}"/>'
    if kind == 4:  # heart
        return f'<path d="M0,.85 C-1.3,-.05 -.75,-1 0,-.4 C.75,-1 1.3,-.05 0,.85 Z" fill="{second}"/>'
    leaf = "".join(
        (
            f'<path d="M0,{y} Q.55,{y - 0.5} .8,{y - 0.62} Q.7,{y - 0.1} 0,{y} M0,{y} '
            f'Q-.55,{y - 0.5} -.8,{y - 0.62} Q-.7,{y - 0.1} 0,{y}" fill="{second}"/>'
        )
        for y in (0.1, 0.5, 0.9)
    )
    return (
        f'{leaf}<path d="M0,1.1 L0,-.6" stroke="{second}" stroke-width=".09"/><path '
        f'd="M0,-1.1 Q.3,-.7 0,-.35 Q-.3,-.7 0,-1.1" fill="{second}"/>'
    )

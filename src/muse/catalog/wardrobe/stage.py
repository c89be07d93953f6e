"""The photographer's part: background, framing, shadow and the whole SVG."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import resvg
from PIL import Image, ImageChops, ImageFilter
from resvg import usvg

from muse.catalog.wardrobe import palette, paths, texture
from muse.catalog.wardrobe.canvas import Canvas

SQUARE = 384
BACKDROPS = {
    "white": "#f6f6f4",
    "off-white": "#efece6",
    "pale grey": "#e2e3e4",
    "mid grey": "#c6c8ca",
    "stone": "#d6d1c9",
    "pale blue": "#dbe3ea",
    "blush": "#eee0dc",
    "sage": "#d8dfd6",
}


def backdrop(colours: list[str], random: np.random.Generator) -> str:
    """A background code that stands out from all the piece's colour codes."""
    far = [code for code in BACKDROPS.values() if min(palette.distance(code, colour) for colour in colours) > 95]
    if not far:
        far = [max(BACKDROPS.values(), key=lambda code: min(palette.distance(code, colour) for colour in colours))]
    return far[int(random.integers(len(far)))]


@dataclass(frozen=True)
class Shot:
    """How one picture is taken: the backdrop's colour code, and where the piece stands in it."""

    ground: str
    place: str
    standing: bool
    surface: str = "paper"


def photograph(canvas: Canvas, shot: Shot, size: int) -> Image.Image:
    """The picture, `size` pixels square.

    The piece is drawn by resvg on nothing; backdrop and shadow are made at a quarter of the size and blurred by
    Pillow, which costs a tenth of a filter in SVG.
    """
    scene = _room(shot.ground, size, shot.standing, shot.surface).copy()
    shadow = Image.new("RGB", (size, size), palette.rgb("#1c1a22"))
    scene.paste(shadow, mask=_shadow(canvas, shot, size))
    piece = _render(
        f'<defs>{"".join(canvas.defs.values())}</defs><g transform="{shot.place}">{"".join(canvas.body)}</g>',
        size,
    )
    piece = texture.overlay(piece, canvas.fabric.grain)
    scene.paste(piece, mask=piece.getchannel("A"))
    return scene


def frame(canvas: Canvas, ground: str, random: np.random.Generator, *, standing: bool, stretch: float = 1.0) -> Shot:
    """Centres the piece and scales it to fill the picture as product photographs do, with a human's small errors.

    `stretch` widens it, as children's clothes are wider for their length. What does not stand lies, a little askew,
    on paper, linen or boards.
    """
    left, top, right, foot = paths.bounds(canvas.outlines + canvas.reach)
    width, height = right - left, foot - top
    scale = min(326 / (width * stretch), 326 / height, 1.7) * float(random.uniform(0.93, 1.0))
    turn = 0.0 if standing else float(random.normal(0, 1.6))
    x, y = 192 + float(random.normal(0, 2)), (202 if standing else 192) + float(random.normal(0, 2))
    surface = str(random.choice(["paper", "linen", "boards"], p=[0.7, 0.18, 0.12]))
    return Shot(
        ground,
        f"translate({x:.2f} {y:.2f}) rotate({turn:.2f}) scale({scale * stretch:.4f} {scale:.4f}) "
        f"translate({-(left + right) / 2:.2f} {-(top + foot) / 2:.2f})",
        standing,
        "paper" if standing else surface,
    )


def hang(canvas: Canvas, y: float) -> None:
    """Puts a hanger behind the piece: its hook rises from the neck at `y`."""
    hook = (
        f"M192,{y + 16} L192,{y - 14} Q192,{y - 22} 199,{y - 25} Q210,{y - 31} 206,{y - 41} Q200,{y - 50} 188,{y - 46}"
    )
    wires = (("#6f7276", 4.4), ("#b4b8bd", 3.0), ("#eef0f2", 1.0))
    drawn = "".join(
        f'<path d="{hook}" fill="none" stroke="{tone}" stroke-width="{width}" stroke-linecap="round"/>'
        for tone, width in wires
    )
    canvas.body.insert(0, drawn)
    canvas.reach.append(paths.box(180, y - 52, 30, 60))


def _render(content: str, size: int) -> Image.Image:
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 384 384">{content}</svg>'
    )
    tree = usvg.Tree.from_str(text, usvg.Options.default())
    return Image.open(io.BytesIO(bytes(resvg.render(tree, (1, 0, 0, 0, 1, 0)))))


def _shadow(canvas: Canvas, shot: Shot, size: int) -> Image.Image:
    """The shadow's strength, 0..255: a wide soft one and a close one."""
    small = size // 4
    total = Image.new("L", (small, small), 0)
    if shot.standing:
        far, near = (_stain(path, shot.place, small) for path in _contact(canvas.outlines))
        moves = ((far, 0, 0, 2.0, 0.36), (near, 0, 0, 0.7, 0.42))
    else:
        outline = _stain(" ".join(canvas.outlines), shot.place, small)
        moves = ((outline, 2, 3, 2.2, 0.3), (outline, 0, 1, 0.8, 0.26))
    scale = size / SQUARE
    for stain, dx, dy, radius, strength in moves:
        moved = ImageChops.offset(stain, round(dx * scale), round(dy * scale))
        dimmed = moved.filter(ImageFilter.GaussianBlur(radius * scale)).point([round(v * strength) for v in range(256)])
        total = ImageChops.add(total, dimmed)
    return total.resize((size, size), Image.Resampling.BICUBIC)


def _contact(outlines: list[str]) -> tuple[str, str]:
    """Where a standing piece meets the floor: a wide stain and a close one under each part that reaches down."""
    boxes = [paths.bounds([path]) for path in outlines]
    foot = max(box[3] for box in boxes)
    width = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    low = [box for box in boxes if box[3] > foot - 45 and box[2] - box[0] > width * 0.12]
    wide = [paths.ellipse((b[0] + b[2]) / 2 + 3, b[3] - 2, (b[2] - b[0]) * 0.51, 6 + width * 0.02) for b in low]
    close = [paths.ellipse((b[0] + b[2]) / 2, b[3] - 1, (b[2] - b[0]) * 0.48, 2.5 + width * 0.006) for b in low]
    return " ".join(wide), " ".join(close)


def _stain(path: str, place: str, size: int) -> Image.Image:
    return _render(f'<g transform="{place}"><path d="{path}"/></g>', size).getchannel("A")


@lru_cache(maxsize=64)
def _room(ground: str, size: int, standing: bool, surface: str) -> Image.Image:
    """The empty backdrop: light from the upper left, and for standing things a floor that meets the wall softly."""
    y, x = np.mgrid[0:size, 0:size] / size
    light = 1.02 - 0.085 * np.hypot(x - 0.4, y - 0.34) ** 1.6
    if standing:
        floor = np.clip((y - 0.6) / 0.16, 0, 1)
        light = light * (1 - 0.045 * floor * np.clip(1.6 - 1.1 * y, 0, 1)) + 0.02 * np.clip((y - 0.75) * 4, 0, 1)
    random = np.random.Generator(np.random.PCG64(7))
    noise = random.normal(0, 0.8, (size, size, 1))
    if surface == "linen":  # threads along and across
        threads = random.normal(0, 1.3, (size, 1, 1)) + random.normal(0, 1.3, (1, size, 1))
        noise = noise + threads + random.normal(0, 1.2, (size, size, 1))
    elif surface == "boards":  # pale painted boards, a dark joint between two
        joint = np.abs((y * 4.6) % 1 - 0.5) > 0.487
        grain = np.repeat(random.normal(0, 1.2, (size, 1)), size, axis=1)
        noise = noise + (grain - 16.0 * joint)[..., None]
    channels = np.asarray(palette.rgb(ground), dtype=float) * light[..., None] + noise
    return Image.fromarray(np.clip(np.rint(channels), 0, 255).astype(np.uint8))

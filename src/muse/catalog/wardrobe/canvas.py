"""The canvas a silhouette draws on: panels of shaded cloth, seams, stitches, buttons, metal; SVG comes out."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from muse.catalog.wardrobe import palette, paths, shading
from muse.catalog.wardrobe.fabrics import FABRICS, GRAINS, Fabric
from muse.catalog.wardrobe.motifs import Tile

THREAD = "#c98a3a"


class Canvas:
    """Collects the SVG of one piece. Coordinates are units of a 384-unit square.

    `main` and `second` are colour codes; `tile` is the pattern's tile or None. `random` is for small natural
    irregularities of the drawing; it belongs to this piece alone. `outlines` throw the shadow; `reach` holds
    paths of thin things (straps, chains) that only count for how much of the picture the piece takes.
    """

    def __init__(self, main: str, second: str, material: str, tile: Tile | None, random: np.random.Generator) -> None:
        self.main, self.second, self.tile, self.random = main, second, tile, random
        self.fabric: Fabric = FABRICS.get(material, Fabric("smooth"))
        self.material = material
        self.body: list[str] = []
        self.defs: dict[str, str] = {}
        self.outlines: list[str] = []
        self.reach: list[str] = []
        light = palette.luminance(main)
        self.shade = palette.mix(palette.darker(main, 0.75), "#14121c", 0.35)
        self.edge = palette.darker(main, 0.42) if light > 0.12 else palette.mix(main, "#000000", 0.5)
        self.seam_colour = palette.darker(main, 0.35) if light > 0.12 else palette.lighter(main, 0.18)

    def tone(self, role: str) -> str:
        """The colour code of a role: main, second, trim (a shade of main), lining, or a code as it is."""
        dark = palette.luminance(self.main) < 0.1
        if role == "trim":
            return palette.lighter(self.main, 0.1) if dark else palette.darker(self.main, 0.12)
        if role == "lining":
            return "#121214" if dark else palette.mix(palette.darker(self.main, 0.3), "#2a2830", 0.45)
        return {"main": self.main, "second": self.second}.get(role, role)

    def twin(self, start: int, dx: float, dy: float, *, mirror: bool = False, behind: bool = True) -> None:
        """Draws what was drawn since `start` (a length of `body`) once more, moved, as the other of a pair."""
        drawn = "".join(self.body[start:])
        turn = f" translate({2 * paths.MIDDLE} 0) scale(-1 1)" if mirror else ""
        copy = f'<g transform="translate({dx} {dy}){turn}">{drawn}</g>'
        self.body.insert(start if behind else len(self.body), copy)
        for group in (self.outlines, self.reach):
            group.extend([paths.shift(paths.flip(path) if mirror else path, dx, dy) for path in group])

    def panel(
        self,
        path: str,
        role: str = "main",
        *,
        turn: float = 0,
        folds: Iterable[str] = (),
        lights: Iterable[str] = (),
        grain: str | None = None,
        patterned: bool | None = None,
        depth: float = 1.0,
        casts: bool = True,
        edge: float = 0.9,
    ) -> None:
        """A closed piece of cloth: colour, pattern (main panels only unless told), texture, soft volume, folds.

        `turn` is the angle in degrees by which pattern and texture follow the piece; `depth` scales the shading;
        `casts` says whether the piece belongs to the outline that throws the shadow; `edge` is the rim's width.
        """
        fill = self.tone(role)
        layers = [f'<path d="{path}" fill="{fill}"/>']
        if self.tile is not None and (role == "main" if patterned is None else patterned):
            layers.append(f'<path d="{path}" fill="url(#{self.pattern(turn)})"/>')
        name = self.fabric.grain if grain is None else grain
        if name in GRAINS:
            layers.append(f'<path d="{path}" fill="url(#{self._grain(name, turn)})"/>')
        self.body.extend(layers)
        self.shadeable(path, fill, folds, lights, depth)
        if edge:
            rim = self.edge if role == "main" else palette.darker(fill, 0.42)
            self.body.append(
                f'<path d="{path}" fill="none" stroke="{rim}" stroke-width="{edge}" '
                'stroke-opacity=".75" stroke-linejoin="round"/>'
            )
        if casts:
            self.outlines.append(path)

    def shadeable(
        self, path: str, fill: str, folds: Iterable[str] = (), lights: Iterable[str] = (), depth: float = 1.0
    ) -> None:
        """Volume on a closed outline, all soft: dark to the right and below, light to the left, and its folds."""
        light = palette.luminance(fill)
        dark = (0.2 if light > 0.7 else 0.34 if light > 0.12 else 0.5) * depth
        glow = (0.3 if light > 0.7 else 0.2 if light > 0.12 else 0.12) * depth * min(2.2, self.fabric.shine)
        shade = palette.mix(palette.darker(fill, 0.7), "#17141f", 0.4)
        left, top, right, foot = paths.bounds([path])
        wide = max(4.0, min(24.0, 0.16 * min(right - left, foot - top)))
        content = shading.rims(path, wide, shade, dark, glow)
        for fold in folds:
            content += shading.crease(fold, shade, min(0.8, 1.1 * dark * self.fabric.body), min(0.6, glow * 1.4))
        for gleam in lights:
            content += shading.soft(gleam, "#fff", min(0.8, 2.2 * glow))
        self.body.append(f'<g clip-path="url(#{self.clip(path)})">{content}</g>')

    def flat(self, path: str, fill: str, opacity: float = 1.0, *, stroke: str = "none", width: float = 0) -> None:
        """A plain filled shape without texture or shading."""
        self.body.append(
            f'<path d="{path}" fill="{self.tone(fill)}" opacity="{opacity}" '
            f'stroke="{self.tone(stroke)}" stroke-width="{width}" stroke-linejoin="round"/>'
        )

    def seam(
        self,
        path: str,
        width: float = 1.1,
        colour: str | None = None,
        opacity: float = 0.8,
        *,
        within: str | None = None,
    ) -> None:
        """An open line where pieces are joined, in a role or a colour; `within` keeps it inside an outline."""
        clip = f' clip-path="url(#{self.clip(within)})"' if within else ""
        self.body.append(
            f'<path d="{path}" fill="none" stroke="{self.tone(colour or self.seam_colour)}" stroke-width="{width}" '
            f'stroke-opacity="{opacity}" stroke-linecap="round" stroke-linejoin="round"{clip}/>'
        )

    def stitch(self, path: str, colour: str | None = None, width: float = 0.9) -> None:
        """A row of stitches."""
        self.body.append(
            f'<path d="{path}" fill="none" stroke="{colour or self.seam_colour}" '
            f'stroke-width="{width}" stroke-dasharray="3 2" stroke-opacity=".85"/>'
        )

    def shadow(self, path: str, opacity: float = 0.3, within: str | None = None) -> None:
        """A soft dark patch, as under a collar; `within` keeps it inside an outline."""
        patch = shading.soft(path, self.shade, opacity)
        self.body.append(f'<g clip-path="url(#{self.clip(within)})">{patch}</g>' if within else patch)

    def button(self, x: float, y: float, radius: float = 3.4, colour: str | None = None) -> None:
        """A sewn button with rim, gloss and two holes."""
        base = colour or (
            palette.lighter(self.main, 0.55) if palette.luminance(self.main) < 0.35 else palette.darker(self.main, 0.35)
        )
        dark = palette.darker(base, 0.5)
        self.body.append(
            f'<circle cx="{x + 0.6:.1f}" cy="{y + 0.9:.1f}" r="{radius}" fill="#000" opacity=".25"/>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{base}" stroke="{dark}" stroke-width=".6"/>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius * 0.66:.2f}" fill="none" '
            f'stroke="{dark}" stroke-width=".4" opacity=".6"/>'
            f'<circle cx="{x - radius * 0.22:.2f}" cy="{y:.1f}" r=".55" '
            f'fill="{dark}"/><circle cx="{x + radius * 0.22:.2f}" cy="{y:.1f}" r=".55" '
            f'fill="{dark}"/>'
        )

    def zip(self, path: str, metal: str = "#b9bec6") -> None:
        """A zip fastener along an open line."""
        self.body.append(
            f'<path d="{path}" fill="none" stroke="{palette.darker(self.main, 0.45)}" stroke-width="5"/>'
            f'<path d="{path}" fill="none" stroke="{metal}" stroke-width="2.6" stroke-dasharray="1.5 1"/>'
            f'<path d="{path}" fill="none" stroke="#000" stroke-opacity=".45" stroke-width=".5"/>'
        )

    def metal(self, path: str, colour: str, width: float) -> None:
        """A rounded metal wire along a line: dark rim, body, highlight."""
        for tone, share, shift in (
            (palette.darker(colour, 0.45), 1.0, 0.0),
            (colour, 0.78, 0.0),
            (palette.lighter(colour, 0.7), 0.26, -0.14),
        ):
            self.body.append(
                f'<path d="{path}" fill="none" stroke="{tone}" '
                f'stroke-width="{width * share:.2f}" stroke-linecap="round" '
                f'stroke-linejoin="round" transform="translate({width * shift:.2f} '
                f'{width * shift:.2f})"/>'
            )

    def raw(self, svg: str) -> None:
        """SVG as it is."""
        self.body.append(svg)

    def clip(self, path: str) -> str:
        """The name of a clip that keeps to the outline."""
        for name, content in self.defs.items():
            if name.startswith("clip") and f'd="{path}"' in content:
                return name
        name = f"clip{len(self.defs)}"
        self.defs[name] = f'<clipPath id="{name}"><path d="{path}"/></clipPath>'
        return name

    def pattern(self, turn: float) -> str:
        """The name of the pattern at an angle in degrees, as a paint."""
        tile = self.tile
        assert tile is not None
        turn = 0 if tile.whole else round(turn)
        name = f"cloth{turn}".replace("-", "m")
        self.defs.setdefault(
            name,
            f'<pattern id="{name}" width="{tile.width:.2f}" height="{tile.height:.2f}" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate({turn})">{tile.content}</pattern>',
        )
        return name

    def _grain(self, grain: str, turn: float) -> str:
        name = f"{grain}{round(turn)}".replace("-", "m")
        width, height, content = GRAINS[grain]
        self.defs.setdefault(
            name,
            f'<pattern id="{name}" width="{width}" height="{height}" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate({round(turn)})">{content}</pattern>',
        )
        return name

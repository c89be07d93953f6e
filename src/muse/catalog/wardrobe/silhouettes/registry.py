"""The register of silhouettes: a name, a drawing function, and the details it can vary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from muse.catalog.wardrobe.canvas import Canvas

Details = Mapping[str, str]


Draw = Callable[[Canvas, Details], None]


CHEST = (192.0, 165.0, 34.0)


@dataclass(frozen=True)
class Silhouette:
    """`garment` is the plain word for it. `options` maps each detail to its values.

    `print_at` is centre and radius of a graphic print, for what can bear one. `standing`
    things (shoes, bags) stand on a floor; others hang or lie.
    """

    name: str
    garment: str
    draw: Draw
    options: dict[str, tuple[str, ...]]
    standing: bool = False
    print_at: tuple[float, float, float] | None = None


SILHOUETTES: dict[str, Silhouette] = {}


def silhouette(
    name: str,
    garment: str | None = None,
    *,
    standing: bool = False,
    print_at: tuple[float, float, float] | None = None,
    **options: tuple[str, ...],
) -> Callable[[Draw], Draw]:
    """Registers a drawing function with the details it understands."""

    def register(draw: Draw) -> Draw:
        SILHOUETTES[name] = Silhouette(name, garment or name, draw, options, standing, print_at)
        return draw

    return register

"""Fabrics: the fine texture that is laid over colour and pattern, and how strongly a cloth shines and creases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fabric:
    """`grain` names a texture: a tile of GRAINS that follows each panel, or one of `texture` over the whole piece.

    `shine` is the strength of highlights, `body` that of folds, both about 1.
    """

    grain: str
    shine: float = 1.0
    body: float = 1.0


FABRICS: dict[str, Fabric] = {
    "cotton": Fabric("weave", 0.5),
    "organic cotton": Fabric("weave", 0.5),
    "cotton blend": Fabric("weave", 0.55),
    "jersey": Fabric("weave", 0.55),
    "modal": Fabric("weave", 0.7, 1.1),
    "viscose": Fabric("weave", 0.75, 1.2),
    "polyester": Fabric("weave", 0.9),
    "nylon": Fabric("smooth", 1.3),
    "microfiber": Fabric("weave", 0.9),
    "spandex blend": Fabric("weave", 0.9, 0.8),
    "silk": Fabric("smooth", 1.7, 1.3),
    "satin": Fabric("smooth", 2.0, 1.3),
    "chiffon": Fabric("weave", 0.8, 1.4),
    "velvet": Fabric("pile", 1.2, 1.2),
    "linen": Fabric("linen", 0.4, 1.2),
    "denim": Fabric("twill", 0.5),
    "twill": Fabric("twill", 0.5),
    "canvas": Fabric("linen", 0.45, 0.7),
    "corduroy": Fabric("cord", 0.7),
    "wool": Fabric("felt", 0.4, 0.9),
    "wool blend": Fabric("felt", 0.45, 0.9),
    "felt": Fabric("felt", 0.5, 0.6),
    "cashmere": Fabric("knit", 0.5),
    "merino wool": Fabric("knit", 0.5),
    "acrylic": Fabric("knit", 0.55),
    "chunky knit": Fabric("chunky", 0.55),
    "ribbed cotton": Fabric("rib", 0.55),
    "fleece": Fabric("pile", 0.45, 0.9),
    "flannel": Fabric("felt", 0.4),
    "lace": Fabric("lace", 0.6),
    "mesh": Fabric("mesh", 0.7),
    "leather": Fabric("leather", 1.5, 0.9),
    "faux leather": Fabric("leather", 1.7, 0.9),
    "patent leather": Fabric("smooth", 2.6, 0.8),
    "suede": Fabric("felt", 0.35, 0.7),
    "straw": Fabric("straw", 0.5, 0.5),
    "rubber": Fabric("smooth", 1.6, 0.6),
    "sequins": Fabric("sequin", 1.4, 0.9),
    "quilted nylon": Fabric("smooth", 1.2, 0.8),
}

# name: (width, height, tile in black and white at low opacity, so that it works on every colour)
_D, _L = 'stroke="#000"', 'stroke="#fff"'
GRAINS: dict[str, tuple[float, float, str]] = {
    "cord": (6, 6, f'<path d="M1,0 L1,6" {_D} stroke-width="1.8" opacity=".22"/>'
                   f'<path d="M4,0 L4,6" {_L} stroke-width="1.8" opacity=".16"/>'),
    "knit": (5, 5, f'<path d="M0.3,0.5 L2.5,3.4 L4.7,0.5" fill="none" {_D} stroke-width=".9" opacity=".19"/>'
                   f'<path d="M0.3,2.6 L2.5,5.5 L4.7,2.6" fill="none" {_L} stroke-width=".9" opacity=".17"/>'),
    "chunky": (11, 9, f'<path d="M0.6,0 Q1.5,5 5.5,7.6 Q9.5,5 10.4,0" fill="none" {_D} '
'stroke-width="1.7" opacity=".2"/>'
                      f'<path d="M2.6,-2 Q3.4,2.4 5.5,4 Q7.6,2.4 8.4,-2" fill="none" {_L} '
'stroke-width="1.6" opacity=".18"/>'),
    "rib": (6, 6, f'<path d="M1.2,0 L1.2,6" {_D} stroke-width="1.3" opacity=".2"/>'
                  f'<path d="M3.8,0 L3.8,6" {_L} stroke-width="1.6" opacity=".16"/>'),
    "lace": (18, 18, '<g fill="none" stroke="#fff" opacity=".55" stroke-width="1"><circle cx="9" cy="9" r="3.4"/>'
                     '<circle cx="9" cy="9" r="6.6" stroke-dasharray="2 1.6"/><path d="M0,0 L4,4 '
'M18,0 L14,4 M0,18 L4,14 M18,18 L14,14"/>'
                     '</g><g fill="#000" opacity=".16"><circle cx="0" cy="0" r="2.2"/><circle cx="18" cy="0" r="2.2"/>'
                     '<circle cx="0" cy="18" r="2.2"/><circle cx="18" cy="18" r="2.2"/><circle '
'cx="9" cy="9" r="1.5"/></g>'),
    "mesh": (6, 6, ('<g fill="#000" opacity=".22"><circle cx="1.5" cy="1.5" r="1"/><circle '
'cx="4.5" cy="4.5" r="1"/></g>')),
    "straw": (12, 8, f'<path d="M0,2 L6,6 L12,2 M0,6 L6,10 M6,-2 L12,-6 M6,-2 L0,2" fill="none" {_D} '
'stroke-width="1.1" opacity=".2"/>'
                     f'<path d="M0,4 L6,8 L12,4" fill="none" {_L} stroke-width="1.4" opacity=".25"/>'),
    "sequin": (8, 8, '<g stroke="#000" stroke-opacity=".18" stroke-width=".6"><circle cx="2" cy="2" '
'r="2.1" fill="#fff" fill-opacity=".3"/>'
                     '<circle cx="6" cy="6" r="2.1" fill="#fff" fill-opacity=".2"/><circle cx="6" '
'cy="2" r="2.1" fill="#000" fill-opacity=".1"/>'
                     '<circle cx="2" cy="6" r="2.1" fill="#fff" fill-opacity=".12"/></g>'),
}  # fmt: skip

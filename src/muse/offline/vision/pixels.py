"""Encoded pictures to arrays: upright RGB of a set size, and CIELAB."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from muse.offline.request import BadRequestError

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

SIZE_PX = 128
_CODES = np.arange(256) / 255.0
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4).astype(np.float32)
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
    dtype=np.float32,
) / np.array([[0.95047], [1.0], [1.08883]], dtype=np.float32)


@dataclass(frozen=True)
class Picture:
    """`rgb` is (height, width, 3) of bytes, `lab` the same in CIELAB (D65); the longer side is SIZE_PX."""

    rgb: NDArray[np.uint8]
    lab: Floats


def decode(data: bytes, size_px: int = SIZE_PX) -> Picture:
    """Read an encoded picture, upright, on white where it is transparent, scaled to `size_px`."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (2 * size_px, 2 * size_px))
            upright = ImageOps.exif_transpose(opened)
            if "A" in upright.getbands() or "transparency" in upright.info:
                upright = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
            image = upright.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadRequestError(f"not a picture: {error}") from None
    scale = size_px / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    rgb = np.asarray(image.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR))
    return Picture(rgb, to_lab(rgb))


def to_lab(rgb: NDArray[np.uint8]) -> Floats:
    """CIELAB (D65) of sRGB bytes, any leading shape (CIE 15:2004, equations 8.3 to 8.5)."""
    xyz = _LINEAR[rgb] @ _XYZ.T
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), xyz * (24389 / 27 / 116) + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)

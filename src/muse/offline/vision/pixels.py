"""Encoded pictures to arrays: upright RGB of a set size, and CIELAB."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from muse.offline.request import BadRequestError

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

SIZE_PX = 192
AREA_PX = 40_000_000
_CODES = np.arange(256) / 255.0
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4).astype(np.float32)
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
    dtype=np.float32,
) / np.array([[0.95047], [1.0], [1.08883]], dtype=np.float32)


@dataclass(frozen=True)
class Picture:
    """`rgb` is (height, width, 3) of bytes, `lab` the same in CIELAB (D65); the longer side is SIZE_PX."""

    rgb: Bytes
    lab: Floats


def decode(data: bytes) -> Picture:
    """Read an encoded picture, upright, on white where it is transparent, its longer side scaled to SIZE_PX.

    BadRequestError where the bytes are no picture or one of more than AREA_PX pixels.
    """
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > AREA_PX:
                raise BadRequestError(f"a picture of {opened.width} x {opened.height} pixels is too large")
            opened.draft("RGB", (SIZE_PX, SIZE_PX))
            image = _opaque(ImageOps.exif_transpose(opened)).convert("RGB")
    except UnidentifiedImageError:  # its own words quote an address in memory: the same request, other bytes
        raise BadRequestError("not a picture of a known format") from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadRequestError(f"not a picture: {error}") from None
    scale = SIZE_PX / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    rgb = np.asarray(image.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR))
    return Picture(rgb, to_lab(rgb))


def _opaque(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)


def square(rgb: Bytes, size_px: int) -> Bytes:
    """(height, width, 3) made square by repeating its edges on the shorter sides, then scaled to `size_px`."""
    left, top, side = padding(rgb.shape[0], rgb.shape[1])
    height, width = rgb.shape[:2]
    padded = np.pad(rgb, ((top, side - height - top), (left, side - width - left), (0, 0)), mode="edge")
    return np.asarray(Image.fromarray(padded).resize((size_px, size_px), Image.Resampling.BOX))


def padding(height: int, width: int) -> tuple[int, int, int]:
    """Columns added at the left, rows added at the top, and the side, of the square that `square` makes."""
    side = max(height, width)
    return (side - width) // 2, (side - height) // 2, side


def to_lab(rgb: Bytes) -> Floats:
    """CIELAB (D65) of sRGB bytes, any leading shape (CIE 15:2004, equations 8.3 to 8.5)."""
    xyz = _LINEAR[rgb] @ _XYZ.T
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), xyz * (24389 / 27 / 116) + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)

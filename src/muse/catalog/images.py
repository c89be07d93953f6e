"""Pictures from outside: read safely, turned upright, RGB, one size; or rejected with the reason."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from muse.core.errors import RecordRejected

# Formats that Pillow decodes itself. PostScript and the like, which start other programs, are not among them.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "AVIF")
MIN_SIDE_PX = 16
MAX_SIDE_PX = 16_384
MAX_PIXELS = 100_000_000
JPEG_QUALITY = 90


def load(path: Path, size_px: int) -> Image.Image:
    """The picture in a file: upright, RGB, on white where it is transparent, the longer side `size_px`.

    The content decides the format, not the file's name. Raises RecordRejected with one of `missing-image`,
    `empty-image`, `not-an-image`, `image-too-small`, `image-too-large`, `animated-image` or `damaged-image`.
    """
    if not path.is_file():
        raise RecordRejected("missing-image", f"{path}: no such file")
    if path.stat().st_size == 0:
        raise RecordRejected("empty-image", f"{path}: no bytes")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=FORMATS) as opened:
            _check_size(path, opened)
            return _normalised(opened, size_px)
    except RecordRejected:
        raise
    except UnidentifiedImageError:
        raise RecordRejected("not-an-image", f"{path}: none of {', '.join(FORMATS)}") from None
    except Image.DecompressionBombError as error:
        raise RecordRejected("image-too-large", f"{path}: {error}") from None
    except Exception as error:  # on damaged bytes Pillow's decoders raise whatever they stumble over
        raise RecordRejected("damaged-image", f"{path}: {error!r}") from None


def encode(picture: Image.Image) -> bytes:
    """A JPEG without metadata; the same pixels give the same bytes."""
    buffer = io.BytesIO()
    plain = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    plain.save(buffer, format="JPEG", quality=JPEG_QUALITY)
    return buffer.getvalue()


def _check_size(path: Path, picture: Image.Image) -> None:
    width, height = picture.size
    if min(width, height) < MIN_SIDE_PX:
        raise RecordRejected("image-too-small", f"{path}: {width} x {height}, at least {MIN_SIDE_PX} on each side")
    if max(width, height) > MAX_SIDE_PX or width * height > MAX_PIXELS:
        raise RecordRejected("image-too-large", f"{path}: {width} x {height}")
    # A phone's MPO holds its photo and a preview or a second view; only the first is asked for.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise RecordRejected("animated-image", f"{path}: {getattr(picture, 'n_frames', 1)} frames")


def _normalised(picture: Image.Image, size_px: int) -> Image.Image:
    orientation = picture.getexif()
    # Shrinking comes before turning: a JPEG is then decoded at a fraction of its size.
    picture.draft(None, (2 * size_px, 2 * size_px))
    picture.load()
    rgb = _rgb(picture)
    width, height = rgb.size
    scale = size_px / max(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    rgb = rgb.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    rgb.info = {}
    rgb.getexif().update(orientation)
    upright = ImageOps.exif_transpose(rgb)
    return Image.frombytes("RGB", upright.size, upright.tobytes())


def _rgb(picture: Image.Image) -> Image.Image:
    if picture.mode == "F" or picture.mode.startswith("I"):
        return _grey(picture)
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")
    return picture.convert("RGB")


def _grey(picture: Image.Image) -> Image.Image:
    """Deep grey to 8 bits: white is 65535, or 255 or 1 where no value is above."""
    values = np.asarray(picture, np.float32)
    brightest = float(values.max())
    white = 65535.0 if picture.mode.startswith("I;16") or brightest > 255 else 255.0 if brightest > 1 else 1.0
    return Image.fromarray(np.clip(values * (255.0 / white), 0, 255).astype(np.uint8)).convert("RGB")

"""Textures of cloth and hide as pictures around mid grey, to be laid over a drawn piece."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageFilter

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
TEXTURES = ("weave", "twill", "linen", "felt", "pile", "leather")
MID = 128


def overlay(piece: Image.Image, texture: str) -> Image.Image:
    """The RGBA piece with the named texture on it; any other name leaves it as it is."""
    if texture not in TEXTURES:
        return piece
    made = ImageChops.overlay(piece.convert("RGB"), _texture(texture, piece.width))
    made.putalpha(piece.getchannel("A"))
    return made


@lru_cache(maxsize=16)
def _texture(name: str, size: int) -> Image.Image:
    """The texture, `size` pixels square, RGB (the same in all channels)."""
    random = np.random.Generator(np.random.PCG64(list(map(ord, name))))
    y, x = np.mgrid[0:size, 0:size] * (384 / size)
    grey = {"weave": _weave, "twill": _twill, "linen": _linen, "felt": _felt, "pile": _pile, "leather": _leather}[name](
        x, y, random
    )
    return Image.fromarray(np.clip(np.rint(MID + grey), 0, 255).astype(np.uint8)).convert("RGB")


def _noise(shape: tuple[int, ...], random: np.random.Generator, blur: float) -> Array:
    """Noise of about unit strength, smooth over `blur` pixels."""
    raw = Image.fromarray(np.clip(128 + 40 * random.standard_normal(shape), 0, 255).astype(np.uint8))
    soft = np.asarray(raw.filter(ImageFilter.GaussianBlur(blur)), dtype=float) if blur else np.asarray(raw, dtype=float)
    centred = soft - soft.mean()
    return np.asarray(centred / max(1e-9, float(centred.std())))


def _weave(x: Array, y: Array, random: np.random.Generator) -> Array:
    return 4.0 * _noise(x.shape, random, 0.6) + 3.0 * _noise(x.shape, random, 5)


def _twill(x: Array, y: Array, random: np.random.Generator) -> Array:
    lines = np.sin((x + y) * 2 * np.pi / 3.6)
    return 9.0 * lines + 9.0 * _noise(x.shape, random, 0.7) + 3.0 * _noise(x.shape, random, 6)


def _linen(x: Array, y: Array, random: np.random.Generator) -> Array:
    along = np.repeat(random.standard_normal((x.shape[0], 1)), x.shape[1], axis=1)
    across = np.repeat(random.standard_normal((1, x.shape[1])), x.shape[0], axis=0)
    return 7.0 * (along + across) * (0.6 + 0.4 * _noise(x.shape, random, 3)) + 5.0 * _noise(x.shape, random, 0.6)


def _felt(x: Array, y: Array, random: np.random.Generator) -> Array:
    return 9.0 * _noise(x.shape, random, 0.8) + 3.0 * _noise(x.shape, random, 2.0) + 2.5 * _noise(x.shape, random, 9)


def _pile(x: Array, y: Array, random: np.random.Generator) -> Array:
    return 8.0 * _noise(x.shape, random, 1.1) + 4.0 * _noise(x.shape, random, 3)


def _leather(x: Array, y: Array, random: np.random.Generator) -> Array:
    pores = np.abs(_noise(x.shape, random, 1.6))
    made: Array = 5.0 * (pores - pores.mean()) - 5.0 * (pores < 0.18) + 2.0 * _noise(x.shape, random, 9)
    return made

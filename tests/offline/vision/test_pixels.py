from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from muse.offline.request import BadRequestError
from muse.offline.vision.pixels import SIZE_PX, decode, padding, square, to_lab


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [  # from the CIE formulas with D65, as in colour science tables
        ((255, 255, 255), (100.0, 0.0, 0.0)),
        ((0, 0, 0), (0.0, 0.0, 0.0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
        ((128, 128, 128), (53.59, 0.0, 0.0)),
    ],
)
def test_lab_of_known_colours(rgb: tuple[int, int, int], lab: tuple[float, float, float]) -> None:
    assert to_lab(np.array([rgb], dtype=np.uint8))[0] == pytest.approx(lab, abs=0.02)


@pytest.mark.parametrize(("size", "shape"), [((400, 200), (96, 192)), ((30, 60), (192, 96)), ((1, 1), (192, 192))])
def test_longer_side_is_scaled(size: tuple[int, int], shape: tuple[int, int]) -> None:
    assert decode(encoded(Image.new("RGB", size, "red"))).rgb.shape[:2] == shape


def test_a_sliver_keeps_a_pixel() -> None:
    assert decode(encoded(Image.new("RGB", (2000, 2), "red"))).rgb.shape[:2] == (1, SIZE_PX)


def test_turned_upright_as_exif_says() -> None:
    image = Image.new("RGB", (192, 192), "white")
    image.paste((255, 0, 0), (0, 0, 192, 20))  # a red strip on top, stored as it is
    exif = Image.Exif()
    exif[274] = 6  # "turn by 90 degrees clockwise to view"
    rgb = decode(encoded(image, exif=exif)).rgb
    assert rgb[96, 185, 1] < 50
    assert rgb[5, 20, 1] > 200


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparent_becomes_white(mode: str) -> None:
    clear = Image.new("RGBA", (50, 50), (200, 0, 0, 0)).convert(mode)
    assert decode(encoded(clear)).rgb.min() > 250


@pytest.mark.parametrize("mode", ["L", "1", "CMYK", "I;16"])
def test_any_mode(mode: str) -> None:
    kind = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    assert decode(encoded(Image.new(mode, (20, 20)), kind)).rgb.shape == (192, 192, 3)


@pytest.mark.parametrize("data", [b"", b"not a picture", encoded(Image.new("RGB", (64, 64), "red"), "JPEG")[:300]])
def test_no_picture(data: bytes) -> None:
    with pytest.raises(BadRequestError, match="not a picture") as caught:
        decode(data)
    assert " at 0x" not in str(caught.value)


def test_a_bomb_is_refused() -> None:
    with pytest.raises(BadRequestError, match="too large"):
        decode(encoded(Image.new("1", (10_000, 5_000))))


def test_square_repeats_the_edges() -> None:
    rgb = np.zeros((4, 8, 3), np.uint8)
    rgb[-1] = 200
    made = square(rgb, 8)
    assert made[:4].max() == 0
    assert (made[5:] == 200).all()
    assert padding(4, 8) == (0, 2, 8)

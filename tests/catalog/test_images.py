from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from muse.catalog import images
from muse.core.errors import RecordRejected

RED, BLUE = (220, 20, 30), (20, 40, 200)


def halves(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture.quantize(8) if mode == "P" else picture.convert(mode)


def near(pixel: object, colour: tuple[int, int, int], within: int = 25) -> bool:
    return all(abs(a - b) <= within for a, b in zip(pixel, colour, strict=True))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [
        ("RGB", ".jpg"),
        ("CMYK", ".jpg"),
        ("RGB", ".png"),
        ("RGBA", ".png"),
        ("P", ".png"),
        ("P", ".gif"),
        ("RGB", ".webp"),
        ("RGB", ".bmp"),
        ("CMYK", ".tiff"),
        ("YCbCr", ".tiff"),
        ("LAB", ".tiff"),
    ],
)
def test_any_mode_and_format_becomes_rgb_with_its_colours(tmp_path: Path, mode: str, suffix: str) -> None:
    path = tmp_path / f"p{suffix}"
    if mode == "LAB":
        from PIL import ImageCms

        to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
        made = ImageCms.applyTransform(halves(), to_lab)
        assert made is not None
        made.save(path)
    else:
        halves(mode).save(path)
    picture = images.load(path, 64)
    assert (picture.mode, picture.size) == ("RGB", (64, 32))
    assert near(picture.getpixel((8, 16)), RED)
    assert near(picture.getpixel((56, 16)), BLUE)


@pytest.mark.parametrize(
    ("mode", "value", "grey"),
    [("L", 128, 128), ("1", 1, 255), ("I;16", 32768, 128), ("F", 0.5, 127), ("F", 128.0, 128)],
)
def test_grey_of_any_depth_keeps_its_brightness(tmp_path: Path, mode: str, value: float, grey: int) -> None:
    path = tmp_path / ("p.tiff" if mode == "F" else "p.png")
    Image.new(mode, (32, 32), value).save(path)
    assert near(images.load(path, 32).getpixel((16, 16)), (grey, grey, grey), 2)


def test_transparency_becomes_white(tmp_path: Path) -> None:
    Image.new("RGBA", (32, 32), (255, 0, 0, 0)).save(tmp_path / "p.png")
    assert images.load(tmp_path / "p.png", 32).getpixel((16, 16)) == (255, 255, 255)


# The colour that the left half of the stored picture shows once it is upright, from the Exif standard's table.
@pytest.mark.parametrize(("orientation", "corner"), [(1, RED), (2, BLUE), (3, BLUE), (4, RED), (6, RED), (8, BLUE)])
def test_exif_orientation_is_applied_and_gone(tmp_path: Path, orientation: int, corner: tuple[int, int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    halves().save(tmp_path / "p.jpg", exif=exif)
    picture = images.load(tmp_path / "p.jpg", 64)
    assert picture.size == ((64, 32) if orientation < 5 else (32, 64))
    assert near(picture.getpixel((8, 8)), corner)
    assert 0x0112 not in Image.open(io.BytesIO(images.encode(picture))).getexif()


@settings(max_examples=25, deadline=None)
@given(width=st.integers(16, 600), height=st.integers(16, 600), size_px=st.integers(16, 400))
def test_the_longer_side_is_what_was_asked_for(
    tmp_path_factory: pytest.TempPathFactory, width: int, height: int, size_px: int
) -> None:
    path = tmp_path_factory.mktemp("p") / "p.png"
    Image.new("RGB", (width, height)).save(path)
    picture = images.load(path, size_px)
    assert max(picture.size) == size_px
    assert abs(picture.width * height - picture.height * width) <= max(width, height)  # the ratio, to a pixel


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing: a decompression bomb's first bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def noise(side: int = 128) -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (side, side, 3), np.uint8))


FRAMES = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
BAD = {
    "empty-image": b"",
    "not-an-image": b"<html>404 Not Found</html>",
    "damaged-image": encoded(noise())[:3000],
    "damaged-image ": encoded(noise(), "PNG")[:9000],
    "image-too-small": encoded(Image.new("RGB", (1, 1)), "PNG"),
    "image-too-large": encoded(Image.new("1", (20_000, 20)), "PNG"),
    "image-too-large ": png_header(60_000, 60_000),
    "image-too-large  ": png_header(16_000, 16_000),
    "animated-image": encoded(FRAMES[0], "GIF", save_all=True, append_images=FRAMES[1:]),
    "animated-image ": encoded(FRAMES[0], "WEBP", save_all=True, append_images=FRAMES[1:]),
    "animated-image  ": encoded(FRAMES[0], "PNG", save_all=True, append_images=FRAMES[1:]),
    "not-an-image ": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n(rm) run\n",
}


@pytest.mark.parametrize("reason", BAD)
def test_a_bad_picture_is_rejected_with_its_reason(tmp_path: Path, reason: str) -> None:
    path = tmp_path / "p.jpg"
    path.write_bytes(BAD[reason])
    with pytest.raises(RecordRejected) as verdict:
        images.load(path, 64)
    assert verdict.value.reason == reason.strip()
    assert str(path) in verdict.value.message


def test_a_missing_file_and_a_folder_are_missing_images(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(RecordRejected, match="no such file") as verdict:
            images.load(path, 64)
        assert verdict.value.reason == "missing-image"


def test_a_wrong_suffix_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "p.jpg").write_bytes(encoded(halves(), "PNG"))
    assert near(images.load(tmp_path / "p.jpg", 64).getpixel((8, 8)), RED)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_damage_is_a_picture_or_a_rejection(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    good = encoded(noise(32), data.draw(st.sampled_from(["JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"])))
    damaged = bytearray(good)
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=12)):
        damaged[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path_factory.mktemp("p") / "p.jpg"
    path.write_bytes(bytes(damaged[: data.draw(st.integers(1, len(good)))]))
    try:
        assert images.load(path, 64).mode == "RGB"
    except RecordRejected as verdict:
        assert verdict.reason


def test_encoding_keeps_no_metadata_and_is_repeatable(tmp_path: Path) -> None:
    halves().save(tmp_path / "p.jpg", comment=b"secret", icc_profile=b"x" * 200)
    picture = images.load(tmp_path / "p.jpg", 64)
    data = images.encode(picture)
    assert data == images.encode(picture)
    assert b"secret" not in data
    assert "icc_profile" not in Image.open(io.BytesIO(data)).info

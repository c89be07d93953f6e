"""Pictures on their way to a model: scaled, encoded once, known by their digest."""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image


@dataclass(frozen=True)
class Picture:
    """An encoded picture: the SHA-256 of its bytes (hex), and the data URL that carries them."""

    digest: str
    url: str


@lru_cache(maxsize=512)
def picture(path: Path, longest_px: int) -> Picture:
    """The picture in a file, scaled down where its longer side exceeds `longest_px`, else as it is."""
    data = path.read_bytes()
    with Image.open(io.BytesIO(data)) as opened:
        kind = (opened.format or "JPEG").lower()
        if max(opened.size) > longest_px:
            opened.thumbnail((longest_px, longest_px), Image.Resampling.LANCZOS)
            scaled = io.BytesIO()
            opened.convert("RGB").save(scaled, "JPEG", quality=90)
            data, kind = scaled.getvalue(), "jpeg"
    return Picture(hashlib.sha256(data).hexdigest(), f"data:image/{kind};base64,{base64.b64encode(data).decode()}")

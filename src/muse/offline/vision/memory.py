"""Sights kept for other processes, so that no picture is looked at twice. A sight depends on the pixels alone, so a
picture's digest and the eye's version tell it; what is kept can be deleted at any time."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from muse.core.files import sha256_file
from muse.offline.sight import Sight

_MADE_OF = (".py", ".npz")
_LIBRARIES = ("numpy", "pillow", "scipy")


class Memory:
    """Sights by the hex digest of the picture, in files of a folder.

    A process reads what is there when it begins and adds to a file of its own, a line for each sight: processes never
    wait for one another. What a killed one left half written is no line, and is passed over.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / eye_version()
        self._own: int | None = None
        self._known: dict[str, Sight] = {}
        for path in sorted(self._folder.glob("*.jsonl")):
            for line in path.read_bytes().splitlines():
                self._known |= _read(line)

    def get(self, digest: str) -> Sight | None:
        """The sight of the picture with this digest, if one was kept before this process began."""
        return self._known.get(digest)

    def put(self, digest: str, sight: Sight) -> None:
        """Keep a sight for whoever begins later."""
        if self._own is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"{os.uname().nodename}-{os.getpid()}.jsonl"
            self._own = os.open(self._folder / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        line = json.dumps({"digest": digest, "sight": asdict(sight)}, separators=(",", ":"))
        os.write(self._own, f"\n{line}\n".encode())  # the first break ends what another may have left unfinished


@cache
def eye_version() -> str:
    """Changes with all that a sight comes from besides the picture: weights, code, and the libraries that reckon."""
    files = [path for path in sorted(Path(__file__).parent.iterdir()) if path.suffix in _MADE_OF]
    parts = [*map(sha256_file, files), *(f"{name} {version(name)}" for name in _LIBRARIES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _read(line: bytes) -> dict[str, Sight]:
    try:
        kept = json.loads(line)
        sight = Sight(**kept["sight"] | {"colours": tuple(kept["sight"]["colours"])})
        return {str(kept["digest"]): sight}
    except (ValueError, TypeError, KeyError):
        return {}

"""Random draws that depend on (seed, stage, record id) alone: never on order, time, process or thread."""

from __future__ import annotations

import hashlib

import numpy as np


def generator(seed: int, stage: str, record: str | int) -> np.random.Generator:
    """A generator for one record of one stage; the same three values always give the same draws."""
    digest = hashlib.sha256(f"{seed}\x1f{stage}\x1f{record}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))

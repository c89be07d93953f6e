"""A small convolutional network on whole numbers: the same answer to the last bit on any machine.

Weights are in -127..127, what flows between layers in 0..127. Every sum of products stays below 2**24 in magnitude
(convolutions, float32) or 2**53 (dense layers, float64), where floating point adds whole numbers without rounding,
so neither the order of additions nor the processor can change a result.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from muse.core.errors import MuseError
from muse.offline.vision.pixels import Floats

TOP = 127.0


@dataclass(frozen=True)
class Net:
    """`plan` names the layers and the answers of each head; `arrays` holds `<layer>.weight`, `.scale` and `.bias`."""

    plan: Mapping[str, Any]
    arrays: Mapping[str, NDArray[Any]]

    @classmethod
    def load(cls, path: Path) -> Net:
        """Read a file that benchmarks/fit_vision.py wrote."""
        try:
            with np.load(path, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            plan = json.loads(str(arrays.pop("plan")))
        except (OSError, ValueError, KeyError) as error:
            raise MuseError(
                f"unreadable weights: {error}", where=path, remedy="run `python benchmarks/fit_vision.py`"
            ) from None
        return cls(plan, arrays)

    @property
    def size_px(self) -> int:
        """Side of the square that it looks at."""
        return int(self.plan["size_px"])

    @cached_property
    def answers(self) -> dict[str, list[str]]:
        """Possible answers of each head; "" stands for "has none"."""
        return dict(self.plan["heads"])

    def __call__(self, rgb: NDArray[np.uint8]) -> tuple[dict[str, Floats], Floats]:
        """Probabilities of each head's answers, and of "garment" on a coarse square grid, for (size, size, 3) bytes."""
        flow = (rgb >> 1).astype(np.float32)
        kept: dict[str, Floats] = {}
        for name, side, stride, pad in self.plan["trunk"]:
            flow = kept[name] = self._convolve(name, flow, side, stride, pad)
        near, deep = kept[self.plan["near"]], self._convolve("narrow", flow, 1, 1, 0)
        times = near.shape[0] // deep.shape[0]
        context = deep.repeat(times, axis=0).repeat(times, axis=1)
        grid = self._sums("grid", self._convolve("blend", np.concatenate([near, context], axis=-1), 3, 1, 1))[..., 0]
        hidden = _squeeze(self._sums("hidden", deep.reshape(1, -1)))
        heads = {head: _softmax(self._sums(f"head.{head}", hidden)[0]) for head in self.plan["heads"]}
        garment: Floats = (1.0 / (1.0 + np.exp(-grid))).astype(np.float32)
        return heads, garment

    def _convolve(self, name: str, flow: Floats, side: int, stride: int, pad: int) -> Floats:
        if side > 1:
            padded = np.pad(flow, ((pad, pad), (pad, pad), (0, 0)))
            windows = sliding_window_view(padded, (side, side), axis=(0, 1))[::stride, ::stride]
            flow = windows.transpose(0, 1, 3, 4, 2)
        height, width = flow.shape[:2]
        sums = flow.reshape(height * width, -1) @ self._ready[name]
        scaled = sums * self.arrays[f"{name}.scale"] + self.arrays[f"{name}.bias"]
        return _squeeze(scaled).reshape(height, width, -1)

    def _sums(self, name: str, flow: Floats) -> Floats:
        sums = flow.astype(np.float64) @ self.arrays[f"{name}.weight"].T.astype(np.float64)
        made: Floats = sums.astype(np.float32) * self.arrays[f"{name}.scale"] + self.arrays[f"{name}.bias"]
        return made

    @cached_property
    def _ready(self) -> dict[str, Floats]:
        return {
            name.removesuffix(".weight"): np.ascontiguousarray(array.T.astype(np.float32))
            for name, array in self.arrays.items()
            if name.endswith(".weight")
        }


def _squeeze(values: Floats) -> Floats:
    made: Floats = np.clip(np.rint(values), 0.0, TOP).astype(np.float32)
    return made


def _softmax(values: Floats) -> Floats:
    powers = np.exp(values - values.max())
    made: Floats = powers / powers.sum()
    return made

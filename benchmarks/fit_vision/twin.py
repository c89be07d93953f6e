"""The network of muse.offline.vision.net in torch, with its rounding, so that what is fitted is what will run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

TOP = 127.0
REACH = 6.0  # the real value that 127 stands for between layers
STEP = REACH / TOP

# name, inputs, outputs, side of the kernel, stride, padding
TRUNK = [
    ("c1", 3, 32, 6, 4, 1),
    ("c2", 32, 64, 3, 2, 1),
    ("c3", 64, 64, 3, 1, 1),
    ("c4", 64, 96, 3, 2, 1),
    ("c5", 96, 96, 3, 1, 1),
]
NEAR, NARROW, HIDDEN = "c3", 32, 160


def straight(rounded: Tensor, value: Tensor) -> Tensor:
    """The rounded value with the gradient of the value itself."""
    return value + (rounded - value).detach()


class Squeeze(torch.autograd.Function):
    """Clipped to 0..REACH and rounded to STEP; the gradient is that of the clipping alone."""

    @staticmethod
    def forward(context: Any, value: Tensor) -> Tensor:
        context.save_for_backward((value > 0) & (value < REACH))
        return value.clamp(0, REACH).mul_(1 / STEP).round_().mul_(STEP)

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> Tensor:
        return gradient * context.saved_tensors[0]


class Whole(nn.Module):
    """A layer with whole weights; `squeeze` gives it batch normalisation and whole outputs."""

    def __init__(
        self, inputs: int, outputs: int, side: int, stride: int, pad: int, unit: float, *, squeeze: bool = True
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, side, side) * (2 / (inputs * side * side)) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.norm = nn.BatchNorm2d(outputs) if squeeze else None
        self.stride, self.pad, self.unit = stride, pad, unit

    def step(self) -> Tensor:
        """The real value of one unit of each output's weights."""
        return self.weight.detach().abs().amax(dim=(1, 2, 3)).clamp_min(1e-8) / TOP

    def forward(self, flow: Tensor) -> Tensor:
        step = self.step()[:, None, None, None]
        weight = straight((self.weight / step).round() * step, self.weight)
        made = functional.conv2d(flow, weight, None, self.stride, self.pad)
        if self.norm is None:
            return made + self.bias[:, None, None]
        return Squeeze.apply(self.norm(made))

    def export(self, name: str) -> dict[str, np.ndarray]:
        """int8 weights (outputs, height x width x inputs); `sum * scale + bias` is the output in whole units."""
        step = self.step()
        whole = (self.weight.detach() / step[:, None, None, None]).round()
        scale, bias = step * self.unit, self.bias.detach()
        if self.norm is not None:
            slope = self.norm.weight.detach() / (self.norm.running_var + self.norm.eps).sqrt()
            bias = (self.norm.bias.detach() - self.norm.running_mean * slope) / STEP
            scale = scale * slope / STEP
        flat = whole.permute(0, 2, 3, 1).reshape(len(whole), -1)
        return {
            f"{name}.weight": flat.numpy().astype(np.int8),
            f"{name}.scale": scale.numpy().astype(np.float32),
            f"{name}.bias": bias.numpy().astype(np.float32),
        }


class Twin(nn.Module):
    """Trunk, a coarse grid of "garment or not", and one head for each attribute."""

    def __init__(self, heads: dict[str, list[str]], size_px: int) -> None:
        super().__init__()
        self.heads, self.size_px = heads, size_px
        self.trunk = nn.ModuleDict()
        for index, (name, *shape) in enumerate(TRUNK):
            self.trunk[name] = Whole(*shape, 1 / TOP if index == 0 else STEP)
        last, near = TRUNK[-1][2], next(layer[2] for layer in TRUNK if layer[0] == NEAR)
        side = -(-size_px // 16)
        self.narrow = Whole(last, NARROW, 1, 1, 0, STEP)
        self.blend = Whole(near + NARROW, 16, 3, 1, 1, STEP)
        self.grid = Whole(16, 1, 1, 1, 0, STEP, squeeze=False)
        self.hidden = Whole(NARROW, HIDDEN, side, 1, 0, STEP)
        self.head = nn.ModuleDict(
            {name: Whole(HIDDEN, len(answers), 1, 1, 0, STEP, squeeze=False) for name, answers in heads.items()}
        )
        self.drop = nn.Dropout(0.2)

    def forward(self, pictures: Tensor) -> tuple[dict[str, Tensor], Tensor]:
        """Logits of each head and of the grid, for (n, 3, size, size) bytes."""
        flow, near = torch.floor(pictures / 2) / TOP, torch.empty(0)
        for name, layer in self.trunk.items():
            flow = layer(flow)
            near = flow if name == NEAR else near
        deep = self.narrow(flow)
        context = deep.repeat_interleave(2, 2).repeat_interleave(2, 3)
        grid = self.grid(self.blend(torch.cat([near, context], 1)))[:, 0]
        hidden = self.drop(self.hidden(deep))
        return {name: head(hidden)[:, :, 0, 0] for name, head in self.head.items()}, grid

    def save(self, path: Path) -> None:
        """Write what muse.offline.vision.net.Net.load reads."""
        arrays: dict[str, Any] = {}
        for name, layer in self.trunk.items():
            arrays |= layer.export(name)
        for name in ("narrow", "blend", "grid", "hidden"):
            arrays |= getattr(self, name).export(name)
        for name, layer in self.head.items():
            arrays |= layer.export(f"head.{name}")
        plan = {
            "size_px": self.size_px,
            "trunk": [(name, *shape[2:]) for name, *shape in TRUNK],
            "near": NEAR,
            "heads": self.heads,
        }
        np.savez_compressed(path, plan=np.array(json.dumps(plan)), **arrays)

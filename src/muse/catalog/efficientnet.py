"""EfficientNet-Lite0 (Tan and Le 2019; the Lite variant without squeeze-and-excitation, with ReLU6), as a network to
load weights into. Names of the parts are those of the packaged weights.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

# Of EfficientNet-B0, table 1: repeats, kernel, stride of the first, expansion, channels.
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
STEM, HEAD, CLASSES = 32, 1280, 1000
BATCH_NORM_EPSILON = 1e-3
PAIRS = (
    ("_conv_stem", "_bn0"),
    ("_expand_conv", "_bn0"),
    ("_depthwise_conv", "_bn1"),
    ("_project_conv", "_bn2"),
    ("_conv_head", "_bn1"),
)


class SameConv(nn.Conv2d):
    """A convolution padded as TensorFlow's SAME: the odd pixel of padding goes right and below."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """(n, c, h, w) to (n, d, ceil(h / stride), ceil(w / stride))."""
        pads: list[int] = []
        for axis in (3, 2):
            size, kernel, stride = values.shape[axis], self.kernel_size[axis - 2], self.stride[axis - 2]
            total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
            pads += [total // 2, total - total // 2]
        left, right, above, below = pads
        if left == right and above == below:  # no padded copy
            return functional.conv2d(values, self.weight, self.bias, self.stride, (above, left), 1, self.groups)
        return super().forward(functional.pad(values, pads))


def _relu6(values: torch.Tensor) -> torch.Tensor:
    """In place where nothing is to be learned: memory, not arithmetic, is what takes the time."""
    return functional.relu6(values, inplace=not torch.is_grad_enabled())


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=BATCH_NORM_EPSILON)


class Block(nn.Module):
    """An inverted residual: expand, convolve each channel, project."""

    def __init__(self, entering: int, leaving: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        inner = entering * expansion
        self.residual = stride == 1 and entering == leaving
        self.expands = expansion > 1
        if self.expands:
            self._expand_conv = SameConv(entering, inner, 1, bias=False)
            self._bn0 = _norm(inner)
        self._depthwise_conv = SameConv(inner, inner, kernel, stride, groups=inner, bias=False)
        self._bn1 = _norm(inner)
        self._project_conv = SameConv(inner, leaving, 1, bias=False)
        self._bn2 = _norm(leaving)

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """(n, entering, h, w) to (n, leaving, h / stride, w / stride)."""
        inner = _relu6(self._bn0(self._expand_conv(values))) if self.expands else values
        inner = _relu6(self._bn1(self._depthwise_conv(inner)))
        leaving: torch.Tensor = self._bn2(self._project_conv(inner))
        return leaving + values if self.residual else leaving


class EfficientNetLite0(nn.Module):
    """Pictures (n, 3, h, w), scaled to about -1..1, to features or to the logits of the 1,000 ImageNet classes."""

    def __init__(self) -> None:
        super().__init__()
        self._conv_stem = SameConv(3, STEM, 3, 2, bias=False)
        self._bn0 = _norm(STEM)
        blocks: list[Block] = []
        entering = STEM
        for repeats, kernel, stride, expansion, leaving in STAGES:
            for number in range(repeats):
                blocks.append(Block(entering, leaving, kernel, stride if number == 0 else 1, expansion))
                entering = leaving
        self._blocks = nn.ModuleList(blocks)
        self._conv_head = SameConv(entering, HEAD, 1, bias=False)
        self._bn1 = _norm(HEAD)
        self._fc = nn.Linear(HEAD, CLASSES)

    def features(self, pictures: torch.Tensor) -> torch.Tensor:
        """(n, 1280, h / 32, w / 32): the last feature map."""
        values = _relu6(self._bn0(self._conv_stem(pictures)))
        for block in self._blocks:
            values = block(values)
        last: torch.Tensor = _relu6(self._bn1(self._conv_head(values)))
        return last

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """(n, 1000): the logits."""
        logits: torch.Tensor = self._fc(self.features(pictures).mean((2, 3)))
        return logits


def folded(net: EfficientNetLite0) -> EfficientNetLite0:
    """The network for use, no longer for training: each normalisation folded into its convolution, half the time."""
    net.eval()
    for part in (net, *net._blocks):
        for conv, norm in PAIRS:
            if isinstance(getattr(part, conv, None), nn.Conv2d):
                setattr(part, conv, fuse_conv_bn_eval(getattr(part, conv), getattr(part, norm)))
                setattr(part, norm, nn.Identity())
    return net.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]

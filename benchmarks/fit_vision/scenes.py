"""Pictures to learn from: rendered garments as they are, and cut out and laid on drawn floors, walls and cloth."""

from __future__ import annotations

import math

import numpy as np
import torch
from scipy import ndimage
from torch import Tensor
from torch.nn import functional

BACKDROPS = 1500


def backdrops(seed: int, size: int) -> Tensor:
    """(BACKDROPS, 3, size, size) bytes."""
    random = np.random.default_rng(seed)
    made = np.stack([backdrop(random, size) for _ in range(BACKDROPS)])
    return torch.from_numpy(made.astype(np.uint8)).permute(0, 3, 1, 2).contiguous()


def backdrop(random: np.random.Generator, size: int) -> np.ndarray:
    """One (size, size, 3) picture, 0..255, of planks, tiles, rumpled cloth, carpet or a wall; no garment."""
    kind = random.integers(0, 5)
    base = _tone(random)
    across, down = np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size))
    turn = random.uniform(0, math.pi)
    along = across * math.cos(turn) + down * math.sin(turn)
    aside = -across * math.sin(turn) + down * math.cos(turn)
    shade = np.zeros((size, size))
    if kind == 0:
        width = random.uniform(0.12, 0.5)
        plank = np.floor(aside / width)
        tones = random.normal(0, 0.09, 64)
        shade += tones[plank.astype(int) % 64]
        grain = _noise(random, size, (0.6, 6)) if random.random() < 0.5 else _noise(random, size, (6, 0.6))
        shade += random.uniform(0.02, 0.12) * grain
        shade -= 0.3 * (np.abs(aside / width - plank) < random.uniform(0.02, 0.06))
    elif kind == 1:
        width = random.uniform(0.3, 0.9)
        for axis in (along, aside):
            shade += random.uniform(-0.35, 0.2) * (np.abs(axis / width - np.round(axis / width)) < 0.025)
        shade += 0.03 * _noise(random, size, (2, 2))
    elif kind == 2:
        shade += random.uniform(0.08, 0.35) * _noise(random, size, (size / 10, size / 16))
        shade += random.uniform(0.0, 0.15) * _noise(random, size, (size / 30, size / 40))
    elif kind == 3:
        shade += random.uniform(0.05, 0.25) * _noise(random, size, (0.7, 0.7))
        shade += random.uniform(0.0, 0.3) * _noise(random, size, (3, 3))
    picture = base * (1 + shade[..., None])
    if random.random() < 0.25:
        second = _tone(random)
        blots = _noise(random, size, (size / 24, size / 24)) > random.uniform(0.2, 1.2)
        picture[blots] = second * (1 + shade[blots][:, None])
    if random.random() < 0.3:
        picture[aside > random.uniform(-0.2, 0.9)] *= random.uniform(0.4, 1.3)
    picture *= 1 + random.uniform(0, 0.35) * along[..., None]
    return np.clip(picture, 0, 255).astype(np.float32)


def _tone(random: np.random.Generator) -> np.ndarray:
    if random.random() < 0.4:
        wood = np.array([random.uniform(90, 215), 0, 0])
        wood[1] = wood[0] * random.uniform(0.62, 0.88)
        wood[2] = wood[1] * random.uniform(0.5, 0.9)
        return wood
    grey = random.uniform(20, 245)
    spread = 12 if random.random() < 0.6 else 90
    return np.clip(grey + random.normal(0, spread, 3), 5, 250)


def _noise(random: np.random.Generator, size: int, sigma: tuple[float, float]) -> np.ndarray:
    rough = ndimage.gaussian_filter(random.standard_normal((size, size)), sigma, mode="wrap")
    return rough / max(1e-6, rough.std())


class Scenes:
    """Draws batches.

    `pictures` (n, 3, s, s) bytes and `masks` (n, s, s) 0 or 1 are the garments, `backdrops` (m, 3, size, size) bytes.
    Pictures larger than the backdrops are cut to their size, about the middle.
    """

    def __init__(self, pictures: Tensor, masks: Tensor, backdrops: Tensor, seed: int, *, swatches: bool) -> None:
        self.pictures, self.masks, self.backdrops = pictures, masks, backdrops
        self.size_px = backdrops.shape[-1]
        self.zoom = self.size_px / pictures.shape[-1]
        self.swatches = swatches
        self.random = torch.Generator().manual_seed(seed)

    def batch(self, rows: Tensor, wild: int, recoloured: slice) -> tuple[Tensor, Tensor]:
        """Pictures (n, 3, size, size) and their masks (n, size, size).

        The first `wild` of them are cut out, turned, scaled and laid on a backdrop in other light; the rest stay
        nearly as they were drawn. Those in `recoloured` change their colours, since shape and pattern do not depend
        on them.
        """
        garment, mask = self.pictures[rows].float(), self.masks[rows].float()[:, None]
        both = functional.grid_sample(
            torch.cat([garment, mask], 1), self._frames(len(rows), wild), padding_mode="border", align_corners=False
        )
        garment, mask = both[:, :3], both[:, 3:]
        garment[recoloured] = self._recolour(garment[recoloured])
        if wild:
            ground = self.backdrops[torch.randint(len(self.backdrops), (wild,), generator=self.random)].float()
            scene = ground.lerp_(garment[:wild], mask[:wild])
            garment[:wild] = self._light(scene)
        gain = torch.exp(0.03 * torch.randn(len(rows), 1, 1, 1, generator=self.random))
        return (garment * gain).clamp_(0, 255), mask[:, 0]

    def _frames(self, count: int, wild: int) -> Tensor:
        amount = torch.full((count,), 0.15)
        amount[:wild] = 1.0
        roam = torch.full((count,), 0.5) if self.swatches else amount
        turn = self._normal(count) * 0.15 * amount
        scale = self.zoom * torch.exp(self._normal(count) * 0.16 * roam)
        stretch = torch.exp(self._normal(count) * 0.07 * amount)
        mirror = torch.where(torch.rand(count, generator=self.random) < 0.5, -1.0, 1.0)
        cos, sin = torch.cos(turn), torch.sin(turn)
        frame = torch.zeros(count, 2, 3)
        frame[:, 0, 0], frame[:, 0, 1] = mirror * cos * scale * stretch, -sin * scale
        frame[:, 1, 0], frame[:, 1, 1] = mirror * sin * scale, cos * scale / stretch
        frame[:, :, 2] = torch.randn(count, 2, generator=self.random) * 0.08 * roam[:, None]  # of the picture
        if self.swatches:
            frame[:, :, 2] *= 2.0
        return functional.affine_grid(frame, [count, 4, self.size_px, self.size_px], align_corners=False)

    def _recolour(self, garment: Tensor) -> Tensor:
        """Channels in another order, mixed, each with a gamma of its own."""
        count = len(garment)
        order = torch.rand(count, 3, generator=self.random).argsort(dim=1)
        blend = 0.4 * torch.rand(count, 1, 1, generator=self.random)
        mixing = (1 - blend) * functional.one_hot(order, 3) + blend / 3
        gamma = torch.exp(0.35 * torch.randn(count, 3, 1, 1, generator=self.random))
        mixed = torch.einsum("nij,njhw->nihw", mixing, garment)
        return 255 * (mixed / 255).clamp(1e-4, 1) ** gamma

    def _light(self, scene: Tensor) -> Tensor:
        count, slope = len(scene), torch.linspace(-0.3, 0.3, self.size_px)
        across, down = (self._normal(count).clamp(-1, 1)[:, None, None, None] for _ in range(2))
        light = 1 + across * slope[None, None, None, :] + down * slope[None, None, :, None]
        tint = torch.exp(0.05 * torch.randn(count, 3, 1, 1, generator=self.random))
        gain = torch.exp(0.17 * torch.randn(count, 1, 1, 1, generator=self.random))
        return scene.mul_(light * tint * gain).add_(torch.randn(scene.shape, generator=self.random), alpha=5)

    def _normal(self, count: int) -> Tensor:
        return torch.randn(count, generator=self.random)

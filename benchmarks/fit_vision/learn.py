"""Reading a rendered catalog with its truth, and fitting the twin to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from scenes import Scenes
from torch import Tensor
from torch.nn import functional
from twin import Twin

from muse.offline.vision import pixels
from muse.offline.vision.segment import plain_ground_mask, swatch

BATCH = 64
WILD = 16  # of a batch, its first
RECOLOURED = slice(8, 28)
HUED = ("colour", "second_colour")
HELD_OUT = 0.05
ROOM_PX = 128  # a swatch with room about it, to move in
MOST_ANSWERS = 80
VIEWS = {"whole": (), "cloth": ("pattern", "colour", "second_colour")}  # and what each is asked; nothing means all
WEIGHTS = {"garment": 2.0, "pattern": 1.5, "colour": 1.0, "second_colour": 1.0}
DETAIL = 0.1  # weight of all else


@dataclass
class Lessons:
    """Scenes of the pictures in `rows` (for fitting) and `held` (to watch), and the answers of each head."""

    scenes: Scenes
    rows: Tensor
    held: Tensor
    heads: dict[str, list[str]]
    answers: dict[str, Tensor]

    @classmethod
    def read(cls, drawings: Iterable[tuple[bytes, dict[str, str]]], backdrops: Tensor, seed: int) -> dict[str, Lessons]:
        """The lessons of each of VIEWS in rendered items."""
        shown: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {view: [] for view in VIEWS}
        truths: list[dict[str, str]] = []
        for image, truth in drawings:
            picture = pixels.decode(image)
            mask, _ = plain_ground_mask(picture)
            shown["whole"].append(_whole(picture, mask, backdrops.shape[-1]))
            shown["cloth"].append(swatch(picture, mask, ROOM_PX))
            truths.append(truth)
        return {view: cls._of(pairs, truths, VIEWS[view], backdrops, seed) for view, pairs in shown.items()}

    @classmethod
    def _of(
        cls,
        shown: list[tuple[np.ndarray, np.ndarray]],
        truths: list[dict[str, str]],
        asked: tuple[str, ...],
        backdrops: Tensor,
        seed: int,
    ) -> Lessons:
        heads, answers = {}, {}
        for key in asked or sorted({key for truth in truths for key in truth}):
            found = sorted({truth.get(key, "") for truth in truths})
            if 1 < len(found) <= MOST_ANSWERS:
                heads[key] = found
                answers[key] = torch.tensor([found.index(truth.get(key, "")) for truth in truths])
        order = torch.randperm(len(truths), generator=torch.Generator().manual_seed(seed))
        watch = int(len(truths) * HELD_OUT)
        pictures = torch.from_numpy(np.stack([rgb for rgb, _ in shown])).permute(0, 3, 1, 2).contiguous()
        masks = torch.from_numpy(np.stack([mask for _, mask in shown])).byte()
        scenes = Scenes(pictures, masks, backdrops, seed, swatches=shown[0][0].shape[0] == ROOM_PX)
        return cls(scenes, order[watch:], order[:watch], heads, answers)


def _whole(picture: pixels.Picture, mask: pixels.Mask, size_px: int) -> tuple[np.ndarray, np.ndarray]:
    where = Image.fromarray(mask.astype(np.uint8) * 255).resize((size_px, size_px), Image.Resampling.BOX)
    return pixels.square(picture.rgb, size_px), np.asarray(where) > 127


def fit(twin: Twin, lessons: Lessons, epochs: int) -> Iterator[float]:
    """Adam with one warm-up and a cosine to nothing; yields each epoch's mean loss."""
    twin.train()
    optimizer = torch.optim.AdamW(twin.parameters(), lr=3e-3, weight_decay=1e-3)
    steps = epochs * (len(lessons.rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps, pct_start=0.15)
    for _ in range(epochs):
        order = lessons.rows[torch.randperm(len(lessons.rows), generator=lessons.scenes.random)]
        losses = []
        for start in range(0, len(order) - BATCH + 1, BATCH):
            loss = _loss(twin, lessons, order[start : start + BATCH])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        yield float(np.mean(losses))


def _loss(twin: Twin, lessons: Lessons, rows: Tensor) -> Tensor:
    pictures, masks = lessons.scenes.batch(rows, WILD, RECOLOURED)
    logits, grid = twin(pictures)
    loss = 2 * functional.binary_cross_entropy_with_logits(grid, functional.adaptive_avg_pool2d(masks, grid.shape[-2:]))
    hued = torch.cat([torch.arange(RECOLOURED.start), torch.arange(RECOLOURED.stop, BATCH)])
    for name, answer in lessons.answers.items():
        kept = hued if name in HUED else slice(None)
        wrong = functional.cross_entropy(logits[name][kept], answer[rows][kept], label_smoothing=0.02)
        loss = loss + WEIGHTS.get(name, DETAIL) * wrong
    return loss


@torch.no_grad()
def accuracy(twin: Twin, lessons: Lessons) -> dict[str, dict[str, float]]:
    """Share of right answers of each head on held-out pictures, nearly as drawn and as wild scenes."""
    shares: dict[str, dict[str, float]] = {name: {} for name in lessons.heads}
    for kind, wild in (("drawn", 0), ("wild", 1)):
        right: Counter[str] = Counter()
        for rows in lessons.held.split(256):
            logits, _ = twin(lessons.scenes.batch(rows, wild * len(rows), slice(0))[0])
            for name, answer in lessons.answers.items():
                right[name] += int((logits[name].argmax(1) == answer[rows]).sum())
        for name, kinds in shares.items():
            kinds[kind] = right[name] / len(lessons.held)
    return shares

"""Reading a rendered catalog with its truth, and fitting the twin to it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from scenes import Scenes
from torch import Tensor
from torch.nn import functional
from twin import Twin

from muse.offline.vision import pixels
from muse.offline.vision.segment import plain_ground_mask

BATCH = 64
WILD = 24  # of a batch
HELD_OUT = 0.05
KEYS = ("garment", "pattern", "colour", "second_colour")
MOST_ANSWERS = 80
UNSEEN = {"material"}  # of what the truth says, what no picture shows


@dataclass
class Lessons:
    """Scenes of the pictures in `rows` (for fitting) and `held` (to watch), and the answers of each head."""

    scenes: Scenes
    rows: Tensor
    held: Tensor
    heads: dict[str, list[str]]
    answers: dict[str, Tensor]

    @classmethod
    def read(cls, catalog: Path, size_px: int, backdrops: Tensor, seed: int) -> Lessons:
        truth = json.loads((catalog / "truth.json").read_text(encoding="utf-8"))
        names = {}
        for line in (catalog / "items.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            names[item["item_id"]] = item["image"]
        ids = sorted(set(names) & set(truth))
        pictures = np.empty((len(ids), 3, size_px, size_px), np.uint8)
        masks = np.empty((len(ids), size_px, size_px), np.uint8)
        for row, item_id in enumerate(ids):
            picture = pixels.decode((catalog / "images" / names[item_id]).read_bytes())
            mask, _ = plain_ground_mask(picture)
            pictures[row] = pixels.square(picture.rgb, size_px).transpose(2, 0, 1)
            whole = Image.fromarray(mask.astype(np.uint8) * 255).resize((size_px, size_px), Image.Resampling.BOX)
            masks[row] = np.asarray(whole) > 127
        heads, answers = {}, {}
        for key in sorted({key for value in truth.values() for key in value} - UNSEEN):
            found = Counter(str(truth[item_id].get(key, "")) for item_id in ids)
            if 1 < len(found) <= MOST_ANSWERS:
                heads[key] = sorted(found)
                answers[key] = torch.tensor([heads[key].index(str(truth[item_id].get(key, ""))) for item_id in ids])
        order = torch.randperm(len(ids), generator=torch.Generator().manual_seed(seed))
        watch = int(len(ids) * HELD_OUT)
        scenes = Scenes(torch.from_numpy(pictures), torch.from_numpy(masks), backdrops, seed)
        return cls(scenes, order[watch:], order[:watch], heads, answers)


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
    pictures, masks = lessons.scenes.batch(rows, WILD)
    logits, grid = twin(pictures)
    loss = 2 * functional.binary_cross_entropy_with_logits(grid, functional.adaptive_avg_pool2d(masks, grid.shape[-2:]))
    for name, answer in lessons.answers.items():
        weight = 1.0 if name in KEYS else 0.4
        loss = loss + weight * functional.cross_entropy(logits[name], answer[rows], label_smoothing=0.02)
    return loss


@torch.no_grad()
def accuracy(twin: Twin, lessons: Lessons) -> dict[str, dict[str, float]]:
    """Share of right answers of each head on held-out pictures, nearly as drawn and as wild scenes."""
    shares: dict[str, dict[str, float]] = {name: {} for name in lessons.heads}
    for kind, wild in (("drawn", 0), ("wild", 1)):
        right: Counter[str] = Counter()
        for rows in lessons.held.split(256):
            logits, _ = twin(lessons.scenes.batch(rows, wild * len(rows))[0])
            for name, answer in lessons.answers.items():
                right[name] += int((logits[name].argmax(1) == answer[rows]).sum())
        for name in shares:
            shares[name][kind] = right[name] / len(lessons.held)
    return shares

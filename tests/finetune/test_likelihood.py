"""The trainer's loss against TRL's own."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from conftest import Shop
from stubs import settings, training
from trl import SFTTrainer

from muse.finetune.base import encoder_for
from muse.finetune.likelihood import Trainer
from muse.finetune.sft import sft_config
from muse.finetune.train import _dataset


@pytest.mark.parametrize("counted", [None, torch.tensor(250)])
def test_the_loss_and_its_gradients_are_those_of_trl(shop: Shop, tmp_path: Path, counted: torch.Tensor | None) -> None:
    loaded, given = shop.load(), settings()
    rows = encoder_for(loaded, shop.catalog, shop.images, given).rows(training(2))
    trainer = Trainer(
        model=loaded.model,
        processing_class=loaded.processor,
        train_dataset=_dataset(rows, range(4)),
        args=sft_config(given, given.training, 1, tmp_path, (4, 1), validated=False),
    )
    batch = next(iter(trainer.get_train_dataloader()))
    assert len(set((batch["labels"] != -100).sum(dim=1).tolist())) > 1, "rows of different length"
    found = []
    for kind in (Trainer, SFTTrainer):
        loss = kind.compute_loss(trainer, trainer.model, dict(batch), num_items_in_batch=counted)
        gradients = torch.autograd.grad(loss, list(trainer.model.parameters()))
        found.append([loss.detach(), *gradients])
    for ours, theirs in zip(*found, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)

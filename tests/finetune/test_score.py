"""Scores against a plain computation from logits."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import torch
from conftest import Shop
from stubs import settings, training
from trl.trainer.sft_trainer import DataCollatorForVisionLanguageModeling

from muse.finetune.base import encoder_for
from muse.finetune.score import log_likelihoods, place, replies


def test_log_likelihoods_are_those_of_the_logits(shop: Shop) -> None:
    loaded = shop.load()
    encoder = encoder_for(loaded, shop.catalog, shop.images, settings())
    rows = [encoder.row(example) for example in training(2)]
    batched = log_likelihoods(loaded, rows, batch=4, label="test")
    collate = DataCollatorForVisionLanguageModeling(loaded.processor, completion_only_loss=True)
    for row, ours in zip(rows, batched, strict=True):
        inputs = collate([dict(row)])
        labels = inputs.pop("labels")
        with torch.inference_mode():
            logits = loaded.model(**inputs).logits
        steps = logits[0, :-1].log_softmax(-1)
        kept = labels[0, 1:] != -100
        theirs = steps[kept].gather(1, labels[0, 1:][kept][:, None]).sum()
        assert ours == pytest.approx(float(theirs), abs=1e-3)
        said = loaded.tokenizer.decode(labels[0][labels[0] != -100], skip_special_tokens=True)
        assert said.strip() == row["completion"][0]["content"], "only the completion counts"


def test_replies_do_not_depend_on_the_batch(shop: Shop) -> None:
    loaded = shop.load()
    encoder = encoder_for(loaded, shop.catalog, shop.images, settings())
    rows = [encoder.row(example) for example in training(3) if example.task == "respond"]
    alone = replies(loaded, rows, batch=1, new_tokens=8, label="test")
    assert replies(loaded, rows, batch=4, new_tokens=8, label="test") == alone
    assert all(loaded.length(reply) <= 8 for reply in alone)


def test_the_place_among_equals_is_drawn() -> None:
    draws = np.random.default_rng(1)
    assert place([1.0, 3.0, 2.0], 1, draws) == 1
    assert place([3.0, 1.0, 2.0], 1, draws) == 3
    found = Counter(place([2.0, 5.0, 2.0, 2.0, 1.0], 3, draws) for _ in range(300))
    assert sorted(found) == [2, 3, 4]
    assert min(found.values()) > 70

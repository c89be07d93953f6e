"""Scoring: how likely a model finds what the shopper said beside each candidate, and what it replies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from muse.core.progress import track
from muse.finetune.checkpoint import Checkpoint


def log_likelihoods(checkpoint: Checkpoint, rows: Sequence[dict[str, Any]], batch: int, label: str) -> list[float]:
    """Sum of the log-probabilities (nats) of each row's completion, given its prompt and picture."""
    import torch
    from trl.trainer.sft_trainer import DataCollatorForVisionLanguageModeling

    from muse.finetune.likelihood import token_log_probs

    model = checkpoint.model.eval()
    collate = DataCollatorForVisionLanguageModeling(checkpoint.processor, completion_only_loss=True)
    found: list[float] = []
    with torch.inference_mode():
        for start in track(range(0, len(rows), batch), label, total=-(-len(rows) // batch), unit="batch"):
            part = [dict(row) for row in rows[start : start + batch]]
            log_probs, row = token_log_probs(model, collate(part).to(model.device))
            found += torch.bincount(row.cpu(), weights=log_probs.double().cpu(), minlength=len(part)).tolist()
    return found


def replies(
    checkpoint: Checkpoint, rows: Sequence[dict[str, Any]], batch: int, new_tokens: int, label: str
) -> list[str]:
    """What the model says after each row's prompt, greedily, at most `new_tokens` tokens."""
    import torch

    model, processor = checkpoint.model.eval(), checkpoint.processor
    said: list[str] = []
    with torch.inference_mode():
        for start in track(range(0, len(rows), batch), label, total=-(-len(rows) // batch), unit="batch"):
            part = rows[start : start + batch]
            inputs = processor(
                images=[row["images"] for row in part],
                text=[_prompt(processor, row) for row in part],
                padding=True,
                padding_side="left",
                add_special_tokens=False,
                return_tensors="pt",
            ).to(model.device)
            made = model.generate(**inputs, max_new_tokens=new_tokens, do_sample=False)
            new = made[:, inputs["input_ids"].shape[1] :]
            said += [text.strip() for text in processor.batch_decode(new, skip_special_tokens=True)]
    return said


def place(scores: Sequence[float], own: int, draws: np.random.Generator) -> int:
    """Where the candidate `own` stands, 1 for the best; among equals its place is drawn."""
    above, equal = sum(score > scores[own] for score in scores), sum(score == scores[own] for score in scores)
    return above + 1 + int(draws.integers(equal))


def _prompt(processor: Any, row: dict[str, Any]) -> str:
    from trl.data_utils import prepare_multimodal_messages

    messages = prepare_multimodal_messages(row["prompt"], images=row["images"])
    text: str = processor.apply_chat_template(messages, add_generation_prompt=True)
    return text

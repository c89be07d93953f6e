"""How likely a model finds the completions of a batch; and TRL's trainer with the loss made of it."""

from __future__ import annotations

from typing import Any

from torch import Tensor
from torch.nn.functional import cross_entropy, pad
from trl import SFTTrainer

_NO_LABEL = -100


def token_log_probs(model: Any, inputs: dict[str, Any]) -> tuple[Tensor, Tensor]:
    """The log-probability (nats) of every token of the completions, and the row of the batch that each stands in.

    Logits are made of the places before those tokens alone: of prompts, most of a row, nobody needs any.
    """
    labels = pad(inputs["labels"], (0, 1), value=_NO_LABEL)[:, 1:]
    said = labels != _NO_LABEL
    given = {name: value for name, value in inputs.items() if name != "labels"}
    logits = model(**given, logits_to_keep=said, use_cache=False).logits
    return -cross_entropy(logits.float(), labels[said], reduction="none"), said.nonzero()[:, 0]


class Trainer(SFTTrainer):  # type: ignore[misc]
    """TRL's trainer; on a CPU its loss (the same) comes from the completions' logits, made once.

    TRL's own never holds all logits: it makes them piece by piece, and again on the way back; without Triton, of
    prompts and padding too. That took a third of a base's step (docs/finetune.md).
    """

    def compute_loss(
        self, model: Any, inputs: dict[str, Any], return_outputs: bool = False, num_items_in_batch: Any = None
    ) -> Any:
        """The mean over the batch's tokens (of all accumulated parts of a step) of their negative log-probability."""
        if return_outputs or inputs["input_ids"].device.type != "cpu":
            return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)
        log_probs, _ = token_log_probs(model, inputs)
        if num_items_in_batch is None:
            return -log_probs.mean()
        return -log_probs.sum() * self.accelerator.num_processes / num_items_in_batch  # gradients are averaged

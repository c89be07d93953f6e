"""Training through TRL's SFTTrainer: whole (the bases) or by LoRA (the fine-tunes); killed runs go on."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError
from muse.core.files import remove, write_text
from muse.core.seeding import generator
from muse.finetune.checkpoint import Checkpoint
from muse.finetune.encode import Rows
from muse.finetune.settings import FinetuneSettings, LoraSettings, TrainingSettings
from muse.finetune.sft import lora_config, sft_config

log = logging.getLogger(__name__)
_SORTED = 20
_SCARCE = ("out of memory", "can't allocate memory")  # of a GPU, of the machine


def train(
    checkpoint: Checkpoint,
    rows: Rows,
    validation: Rows | None,
    settings: FinetuneSettings,
    run: TrainingSettings,
    *,
    seed: int,
    folder: Path,
    fingerprint: str,
    lora: LoraSettings | None = None,
) -> tuple[Any, list[dict[str, float]]]:
    """The trained model and the losses on the way.

    The state is saved in `folder` `run.checkpoints` times; a later call with the same `fingerprint` goes on from the
    last complete one and ends in the same weights. With `validation`, the state of least validation loss is kept.
    """
    batch, accumulate = run.batch_size, 1
    while True:
        try:
            return _train(
                checkpoint, rows, validation, settings, run, seed, folder, fingerprint, lora, (batch, accumulate)
            )
        except RuntimeError as error:
            if not any(sign in str(error) for sign in _SCARCE):
                raise
            if batch == 1:
                raise MuseError(
                    "out of memory with one example a step",
                    where=folder,
                    remedy="turn finetune.gradient_checkpointing on, or lower image_size_px or context_tokens",
                ) from None
            batch, accumulate = batch // 2, accumulate * 2
            log.warning("out of memory: going on with %d examples at once, %d times a step", batch, accumulate)
            _free()


def _train(
    checkpoint: Checkpoint,
    rows: Rows,
    validation: Rows | None,
    settings: FinetuneSettings,
    run: TrainingSettings,
    seed: int,
    folder: Path,
    fingerprint: str,
    lora: LoraSettings | None,
    split: tuple[int, int],
) -> tuple[Any, list[dict[str, float]]]:
    from muse.finetune.likelihood import Trainer

    trainer = Trainer(
        model=checkpoint.model,
        processing_class=checkpoint.processor,
        train_dataset=_dataset(rows, order(rows.sizes, run.batch_size * settings.processes, run.steps, seed)),
        eval_dataset=_dataset(validation, range(len(validation.sizes))) if validation else None,
        peft_config=lora_config(checkpoint.model, lora) if lora else None,
        args=sft_config(settings, run, seed, folder, split, validated=validation is not None),
    )
    with trainer.accelerator.main_process_first():
        found = last_complete(folder, fingerprint, run.steps)
    try:
        trainer.train(resume_from_checkpoint=found)
    except RuntimeError:
        if lora:
            checkpoint.model = trainer.model.unload()
        raise
    return trainer.model, _losses(trainer.state.log_history)


def last_complete(folder: Path, fingerprint: str, steps: int) -> str | None:
    """The newest checkpoint in `folder` that was written whole, by a run of so many steps with this fingerprint.

    Others are deleted: half-written ones (the trainer writes its state last), those of another run, and that of the
    last step: asked to go on from there, the trainer has no step to do, and leaves the model as it was made, untrained.
    """
    mark = folder / "fingerprint"
    if not mark.exists() or mark.read_text(encoding="utf-8") != fingerprint:
        remove(folder)
        write_text(mark, fingerprint)
        return None
    found = sorted(folder.glob("checkpoint-*"), key=lambda path: int(path.name.rpartition("-")[2]), reverse=True)
    for path in found:
        if path.name == f"checkpoint-{steps}":
            remove(path)
            continue
        try:
            json.loads((path / "trainer_state.json").read_text(encoding="utf-8"))
            return str(path)
        except (OSError, ValueError):
            remove(path)
    return None


class _Made:
    """Rows made when they are asked for. `datasets` hashes a transform by pickling it; this one is its name alone."""

    def __init__(self, row: Callable[[int], dict[str, Any]]) -> None:
        self._row = row

    def __call__(self, batch: dict[str, Sequence[int]]) -> dict[str, list[Any]]:
        each = [self._row(place) for place in batch["place"]]
        return {name: [one[name] for one in each] for name in ("prompt", "completion", "images")}

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, ("rows",)


def order(sizes: Sequence[int], batch: int, steps: int, seed: int) -> list[int]:
    """The places that the steps see, one batch after the other: epoch after epoch, rows of like size together.

    Drawn here, so that neither a resumed run nor one with smaller batches sees anything else. Within an epoch the
    rows are shuffled, sorted by size among every `_SORTED` batches, and the batches shuffled again: little padding.
    What is left over of an epoch when it is cut into batches waits for the next one.
    """
    found: list[int] = []
    draws = generator(seed, "finetune-order", "batches")
    while len(found) < steps * batch:
        shuffled = draws.permutation(len(sizes)).tolist()[: len(sizes) // batch * batch or None]
        like = [
            place
            for start in range(0, len(shuffled), _SORTED * batch)
            for place in sorted(shuffled[start : start + _SORTED * batch], key=lambda place: sizes[place])
        ]
        batches = [like[start : start + batch] for start in range(0, len(like), batch)]
        found += [place for number in draws.permutation(len(batches)) for place in batches[number]]
    return found[: steps * batch]


def _dataset(rows: Rows, places: Sequence[int]) -> Any:
    from datasets import Dataset

    return Dataset.from_dict({"place": list(places)}).with_transform(_Made(rows.row))


def _losses(history: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    """Step, training and validation loss, without anything that has to do with time."""
    kept = ("step", "loss", "eval_loss", "learning_rate")
    chosen = ({name: float(entry[name]) for name in kept if name in entry} for entry in history)
    return [entry for entry in chosen if "loss" in entry or "eval_loss" in entry]


def _free() -> None:
    import gc

    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()

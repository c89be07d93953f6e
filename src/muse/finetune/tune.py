"""The fine-tune: LoRA on a base, on the training split alone; the state of least validation loss is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muse.core.files import read_json, write_json
from muse.core.records import Item
from muse.core.seeding import generator
from muse.finetune import base, checkpoint
from muse.finetune.checkpoint import Checkpoint
from muse.finetune.records import Example
from muse.finetune.settings import FinetuneSettings
from muse.finetune.train import train


@dataclass(frozen=True)
class Run:
    """One fine-tune: its seed, and the share of the training conversations that it sees."""

    seed: int
    share: float


def tune(
    base_folder: Path,
    examples: Sequence[Example],
    validation: Sequence[Example],
    catalog: Mapping[str, Item],
    images: Path,
    settings: FinetuneSettings,
    *,
    run: Run,
    folder: Path,
    fingerprint: str,
) -> tuple[Any, list[dict[str, float]]]:
    """The PEFT model and the losses on the way."""
    checkpoint.prepare(settings, settings.processes)
    loaded = base.load(base_folder, settings)
    encoder = base.encoder_for(loaded, catalog, images, settings)
    seen = part(examples, run)
    encoder.check([*seen, *validation])
    return train(
        loaded,
        encoder.rows(seen),
        encoder.rows(validation) if validation else None,
        settings,
        settings.training,
        seed=run.seed,
        folder=folder,
        fingerprint=fingerprint,
        lora=settings.lora,
    )


def part(examples: Sequence[Example], run: Run) -> list[Example]:
    """The examples of a share of the conversations; a larger share of the same seed holds the smaller ones."""
    conversations = list(dict.fromkeys(example.conversation_id for example in examples))
    order = generator(run.seed, "finetune-share", "order").permutation(len(conversations))
    kept = {conversations[place] for place in order[: max(1, round(run.share * len(conversations)))]}
    return [example for example in examples if example.conversation_id in kept]


def save(model: Any, folder: Path) -> None:
    """The adapter's weights and configuration, the same bytes each time.

    PEFT keeps names of modules in sets, which each process orders its own way: they are sorted here.
    """
    model.save_pretrained(folder)
    file = folder / "adapter_config.json"
    config = read_json(file)
    write_json(file, {name: sorted(value) if isinstance(value, list) else value for name, value in config.items()})


def load(base_folder: Path, adapter: Path | None, settings: FinetuneSettings) -> Checkpoint:
    """A base with a fine-tune's adapter merged into it, ready to be scored."""
    from peft import PeftModel

    loaded = base.load(base_folder, settings)
    if adapter is not None:
        loaded.model = PeftModel.from_pretrained(loaded.model, str(adapter)).merge_and_unload()
    return loaded

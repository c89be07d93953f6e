"""The bases: what a model is before fine-tuning."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from muse.core.files import read_json
from muse.core.records import Item
from muse.core.settings import Settings
from muse.finetune import checkpoint, small
from muse.finetune.checkpoint import Checkpoint
from muse.finetune.encode import REQUEST, Encoder, Shelf, prompt
from muse.finetune.records import Example
from muse.finetune.settings import FinetuneSettings, ModelSettings
from muse.finetune.train import train


def warm_up(
    source: ModelSettings,
    examples: Sequence[Example],
    training: Sequence[Example],
    catalog: Mapping[str, Item],
    images: Path,
    settings: FinetuneSettings,
    *,
    seed: int,
    folder: Path,
    fingerprint: str,
) -> tuple[Checkpoint, list[dict[str, float]]]:
    """A small model of the source's architecture, trained whole on the warm-up examples, and its losses.

    Of the `training` split it has the tokenizer alone, so that the fine-tune's rows are short.
    """
    assert source.architecture is not None
    checkpoint.prepare(settings)
    words = small.tokenizer(
        source.architecture, _texts([*examples, *training], catalog, settings.dialogue_turns), settings.size
    )
    made = Checkpoint(
        small.model(source.architecture, words, settings.size, settings.image_size_px, seed).to(settings.device),
        small.processor(source.architecture, words, settings.size, settings.image_size_px),
    )
    encoder = encoder_for(made, catalog, images, settings)
    encoder.check(examples)
    made.model, losses = train(
        made, encoder.rows(examples), None, settings, settings.base, seed=seed, folder=folder, fingerprint=fingerprint
    )
    return made, losses


def load(folder: Path, settings: FinetuneSettings) -> Checkpoint:
    """The base in a folder: a checkpoint, or a note that names one elsewhere."""
    note = folder / "base.json"
    return checkpoint.load(read_json(note)["checkpoint"] if note.exists() else folder, settings)


def encoder_for(loaded: Checkpoint, catalog: Mapping[str, Item], images: Path, settings: FinetuneSettings) -> Encoder:
    """The encoder that fits a checkpoint's tokenizer and pictures."""
    shelf = Shelf(catalog, images, settings.image_size_px)
    blank = Shelf(catalog, images, settings.image_size_px, blank=True).picture("")
    return Encoder(
        shelf,
        loaded.length,
        loaded.frame_tokens(blank),
        settings.context_tokens,
        settings.query_tokens,
        settings.dialogue_turns,
    )


def fingerprint(*parts: Settings | str | int) -> str:
    """A digest of all that decides a training run: a state saved under another one is not gone on from."""
    texts = [part.model_dump_json() if isinstance(part, Settings) else str(part) for part in parts]
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()


def _texts(examples: Sequence[Example], catalog: Mapping[str, Item], turns: int) -> list[str]:
    """What the tokenizer is trained on: prompts and answers, and the frame that they all share.

    So that the words of every prompt take a token each: short rows are cheap rows.
    """
    texts: list[str] = []
    for example in examples:
        texts += [prompt(example, catalog[example.item_id].title, example.dialogue[-turns:]), example.text]
    frame = "\n".join(["user\n", "assistant\n", "user:", "assistant:", *REQUEST.values()])
    return texts + [frame] * len(examples)

"""The three architectures: real ones, small, and complete checkpoints on disk."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import torch
from PIL import Image
from stubs import section, settings

from muse.finetune import checkpoint, small
from muse.finetune.checkpoint import Checkpoint
from muse.finetune.settings import Architecture, FinetuneSettings

CLASSES = {
    "qwen2-vl": "Qwen2VLForConditionalGeneration",
    "llava-onevision": "LlavaOnevisionForConditionalGeneration",
    "idefics3": "Idefics3ForConditionalGeneration",
}
FULL = FinetuneSettings.model_validate(section("finetune", "full"))


def build(architecture: Architecture, given: FinetuneSettings) -> Checkpoint:
    words = small.tokenizer(architecture, ["a red dress for $20.00 and a blue shirt"] * 9, given.size)
    return Checkpoint(
        small.model(architecture, words, given.size, given.image_size_px, seed=1),
        small.processor(architecture, words, given.size, given.image_size_px),
    )


def inputs(made: Checkpoint, colour: str) -> dict[str, torch.Tensor]:
    messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "a red dress"}]}]
    text = made.processor.apply_chat_template(messages, add_generation_prompt=True)
    size = settings().image_size_px
    picture = Image.new("RGB", (size, size), colour)
    return dict(made.processor(images=[[picture]], text=[text], return_tensors="pt"))


@pytest.mark.parametrize("architecture", get_args(Architecture))
def test_the_default_size_is_about_two_million(architecture: Architecture) -> None:
    made = build(architecture, FULL)
    words = FULL.size.vocabulary * FULL.size.width - made.model.get_input_embeddings().weight.numel()
    count = sum(weight.numel() for weight in made.model.parameters()) + words
    assert type(made.model).__name__ == CLASSES[architecture]
    assert 1.5e6 < count < 2.6e6


@pytest.mark.parametrize("architecture", get_args(Architecture))
def test_a_saved_one_is_loaded_as_any_checkpoint(architecture: Architecture, tmp_path: Path) -> None:
    made = build(architecture, settings())
    made.save(tmp_path)
    loaded = checkpoint.load(tmp_path, settings())
    red, blue = inputs(made, "red"), inputs(made, "blue")
    assert inputs(loaded, "red").keys() == red.keys()
    with torch.inference_mode():
        before = made.model.eval()(**red).logits
        assert torch.equal(loaded.model.eval()(**inputs(loaded, "red")).logits, before)
        assert not torch.allclose(made.model(**blue).logits, before), "the picture reaches the model"

"""Checkpoints that cannot be used are refused at once, by name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import torch
from conftest import Shop
from PIL import Image
from stubs import settings
from transformers import GPT2Config, GPT2LMHeadModel

from muse.core.errors import MuseError
from muse.finetune import checkpoint


def test_text_only_model(tmp_path: Path) -> None:
    GPT2LMHeadModel(GPT2Config(n_layer=1, n_head=1, n_embd=8, vocab_size=20)).save_pretrained(tmp_path)
    with pytest.raises(MuseError, match="gpt2 is no image-text-to-text model"):
        checkpoint.load(tmp_path, settings())


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("config.json", "no model configuration"),
        ("processor_config.json", "no processor"),
        ("tokenizer.json", "no processor"),
        ("model.safetensors", "no weights"),
    ],
)
def test_incomplete_folder(shop: Shop, tmp_path: Path, missing: str, message: str) -> None:
    shutil.copytree(shop.base, tmp_path / "broken")
    (tmp_path / "broken" / missing).unlink()
    with pytest.raises(MuseError, match=message) as caught:
        checkpoint.load(tmp_path / "broken", settings())
    assert "broken" in str(caught.value)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ({"processor_class": "PreTrainedTokenizerFast"}, "the processor takes text only"),
        ({"processor_class": "NoSuchProcessor"}, "no processor"),
        ({}, "no processor"),
    ],
)
def test_a_processor_without_pictures(shop: Shop, tmp_path: Path, named: dict[str, str], message: str) -> None:
    shutil.copytree(shop.base, tmp_path / "broken")
    (tmp_path / "broken" / "processor_config.json").write_text(json.dumps(named))
    with pytest.raises(MuseError, match=message):
        checkpoint.load(tmp_path / "broken", settings())


def test_a_processor_without_a_chat_template(shop: Shop, tmp_path: Path) -> None:
    shutil.copytree(shop.base, tmp_path / "broken")
    (tmp_path / "broken" / "chat_template.jinja").unlink()
    with pytest.raises(MuseError, match="takes no chat with a picture"):
        checkpoint.load(tmp_path / "broken", settings())


def test_a_gpu_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    checkpoint.prepare(settings(device="cuda"))
    with pytest.raises(MuseError, match="cuda for 2 processes, but torch sees 1 GPUs"):
        checkpoint.prepare(settings(device="cuda"), processes=2)


def test_frame_counts_the_picture(shop: Shop) -> None:
    loaded = shop.load()
    picture = Image.new("RGB", (64, 64))
    messages = [
        {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "red shirt"}]},
        {"role": "assistant", "content": [{"type": "text", "text": "a dress"}]},
    ]
    text = loaded.processor.apply_chat_template(messages)
    whole = len(loaded.processor(images=[[picture]], text=[text])["input_ids"][0])
    parts = loaded.frame_tokens(picture) + loaded.length("red shirt") + loaded.length("a dress")
    assert whole <= parts

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support import catalog

from catalog.settings import index as settings
from muse.catalog.encoders import image_encoder
from muse.catalog.index import Index, build

SMALL = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}


@pytest.fixture(scope="module", params=["clip", "siglip"])
def checkpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CLIP or a SigLIP of a few thousand untrained weights, in the form in which checkpoints are shared."""
    import torch

    path = tmp_path_factory.mktemp(request.param)
    torch.manual_seed(0)
    {"clip": clip, "siglip": siglip}[request.param](path)
    return path


def clip(path: Path) -> None:
    import transformers

    letters = [chr(code) for code in range(33, 127)]
    vocabulary = [*letters, *(f"{letter}</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    (path / "vocab.json").write_text(json.dumps({token: place for place, token in enumerate(vocabulary)}))
    (path / "merges.txt").write_text("#version: 0.2\n")
    tokenizer = transformers.CLIPTokenizer.from_pretrained(path)
    tokenizer.model_max_length = 32
    config = transformers.CLIPConfig(
        text_config={**SMALL, "vocab_size": len(vocabulary), "max_position_embeddings": 32, "eos_token_id": 189},
        vision_config={**SMALL, "image_size": 32, "patch_size": 8},
        projection_dim=24,
    )
    pictures = transformers.CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    transformers.CLIPProcessor(pictures, tokenizer).save_pretrained(path)
    transformers.CLIPModel(config).save_pretrained(path)


def siglip(path: Path) -> None:
    import transformers
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = ["<pad>", "</s>", "<unk>", "a", "red", "dress"]
    known = Tokenizer(models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="<unk>"))
    known.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=known, pad_token="<pad>", unk_token="<unk>", eos_token="</s>", model_max_length=16
    )
    config = transformers.SiglipConfig(
        text_config={**SMALL, "hidden_size": 24, "vocab_size": len(words), "max_position_embeddings": 16},
        vision_config={**SMALL, "hidden_size": 24, "image_size": 32, "patch_size": 8},
    )
    pictures = transformers.SiglipImageProcessor(size={"height": 32, "width": 32})
    transformers.SiglipProcessor(pictures, tokenizer).save_pretrained(path)
    transformers.SiglipModel(config).save_pretrained(path)


def test_pictures_and_texts_share_a_space(checkpoint: Path, tmp_path: Path) -> None:
    items = catalog(tmp_path, 4)
    encoder = image_encoder(str(checkpoint))
    vectors = encoder.encode([tmp_path / item.image for item in items], 2)
    text = encoder.encode_text("a red dress " * 50)
    assert text is not None
    assert vectors.shape == (4, 24)
    assert text.shape == (24,)
    np.testing.assert_allclose(np.linalg.norm([*vectors, text], axis=1), 1, atol=1e-5)


def test_an_index_over_a_checkpoint_asks_it_what_a_text_looks_like(checkpoint: Path, tmp_path: Path) -> None:
    items = catalog(tmp_path / "images", 4)
    build(items, tmp_path / "images", settings(threads=1, image_model=str(checkpoint))).save(tmp_path / "index")
    loaded = Index.load(tmp_path / "index")
    ranked = loaded.rankings("a red dress", None, 4)["imagined"]
    text = image_encoder(str(checkpoint)).encode_text("a red dress")
    assert text is not None
    likeness = [float(text @ loaded.pictures.row(row)) for row in range(4)]
    assert ranked == sorted(range(4), key=lambda row: -likeness[row])

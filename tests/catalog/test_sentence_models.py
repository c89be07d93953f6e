"""Any sentence-transformers model by its name or path: here a small untrained one, as bge-m3 is stored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from support import catalog

from catalog.settings import index as settings
from muse.catalog.encoders import text_encoder
from muse.catalog.index import Index, build


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """XLM-RoBERTa with a first-token pooling, the architecture of bge-m3, of some thousand weights."""
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    path = tmp_path_factory.mktemp("sentence")
    words = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", "red", "blue", "green", "shirt", "dress", "a"]
    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", unk_token="<unk>", cls_token="<s>", sep_token="</s>"
    )
    torch.manual_seed(0)
    config = transformers.XLMRobertaConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    transformers.XLMRobertaModel(config).save_pretrained(path / "bert")
    fast.save_pretrained(path / "bert")
    parts = [Transformer(str(path / "bert"), max_seq_length=32), Pooling(16, pooling_mode="cls"), Normalize()]
    SentenceTransformer(modules=parts, device="cpu").save(str(path / "model"))
    return path / "model"


def test_it_makes_unit_vectors_in_the_texts_order(checkpoint: Path) -> None:
    encoder = text_encoder(str(checkpoint), 16)
    texts = ["red shirt", "a plain black cotton dress " * 20, "", "blue"]
    together = encoder.encode(texts, 2)
    assert together.shape == (4, 16)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(together, np.concatenate([encoder.encode([text], 1) for text in texts]), atol=1e-5)


def test_an_index_over_it_can_be_saved_and_asked(checkpoint: Path, tmp_path: Path) -> None:
    items = catalog(tmp_path / "images", 6)
    build(items, tmp_path / "images", settings(threads=1, text_model=str(checkpoint))).save(tmp_path / "index")
    loaded = Index.load(tmp_path / "index")
    ranked = loaded.rankings("a red shirt", None, 6)["text"]
    asked = text_encoder(str(checkpoint), loaded.settings.text_tokens).encode(["a red shirt"], 1)[0]
    likeness = [float(asked @ loaded.texts.row(row)) for row in range(6)]
    assert sorted(ranked) == list(range(6))
    assert (np.diff([likeness[row] for row in ranked]) < 1e-5).all()

"""The packaged sentence encoder, all-MiniLM-L6 (Reimers and Gurevych 2019; Wang et al. 2020), as few operations.

A query is one short text: what sentence-transformers does around the network takes longer than the network. Texts of
one length in tokens share a batch, so that there is neither padding nor a mask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn.functional import gelu, layer_norm, linear, scaled_dot_product_attention

from muse.core.files import read_json
from muse.core.progress import track


class MiniLM:
    """A BERT encoder whose token vectors are averaged, from a folder in the Hugging Face layout."""

    def __init__(self, folder: Path, max_tokens: int) -> None:
        shape = read_json(folder / "config.json")
        self._heads, self._epsilon = int(shape["num_attention_heads"]), float(shape["layer_norm_eps"])
        self._layers, self.dimensions = int(shape["num_hidden_layers"]), int(shape["hidden_size"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens)
        self._weights = load_file(folder / "model.safetensors")
        for layer in range(self._layers):
            for kind in ("weight", "bias"):  # one product for query, key and value
                parts = [f"encoder.layer.{layer}.attention.self.{name}.{kind}" for name in ("query", "key", "value")]
                self._weights[f"{layer}.{kind}"] = torch.cat([self._weights.pop(part) for part in parts])

    def encode(self, texts: Sequence[str], batch: int, label: str | None = None) -> NDArray[np.float32]:
        """(n, dimensions): the mean of each text's token vectors, not scaled."""
        tokens = [found.ids for found in self._tokenizer.encode_batch(list(texts))]
        batches = list(_batches([len(ids) for ids in tokens], batch))
        vectors = np.zeros((len(tokens), self.dimensions), np.float32)
        with torch.inference_mode():
            for places in track(batches, label, len(batches), "batch") if label else batches:
                vectors[places] = self._mean(torch.tensor([tokens[place] for place in places])).numpy()
        return vectors

    def _mean(self, ids: torch.Tensor) -> torch.Tensor:
        """(n, tokens) to (n, dimensions)."""
        part, count, length = "embeddings", *ids.shape
        values = self._weights[f"{part}.word_embeddings.weight"][ids]
        values = values + self._weights[f"{part}.position_embeddings.weight"][:length]
        values = self._norm(values + self._weights[f"{part}.token_type_embeddings.weight"][0], part)
        for number in range(self._layers):
            layer = f"encoder.layer.{number}"
            joined = linear(values, self._weights[f"{number}.weight"], self._weights[f"{number}.bias"])
            queries, keys, inner = joined.view(count, length, 3, self._heads, -1).permute(2, 0, 3, 1, 4)
            seen = scaled_dot_product_attention(queries, keys, inner).transpose(1, 2).flatten(2)
            values = self._norm(
                self._dense(seen, f"{layer}.attention.output.dense") + values, f"{layer}.attention.output"
            )
            wide = gelu(self._dense(values, f"{layer}.intermediate.dense"))
            values = self._norm(self._dense(wide, f"{layer}.output.dense") + values, f"{layer}.output")
        return values.mean(1)

    def _dense(self, values: torch.Tensor, part: str) -> torch.Tensor:
        return linear(values, self._weights[f"{part}.weight"], self._weights[f"{part}.bias"])

    def _norm(self, values: torch.Tensor, part: str) -> torch.Tensor:
        weight, bias = self._weights[f"{part}.LayerNorm.weight"], self._weights[f"{part}.LayerNorm.bias"]
        return layer_norm(values, (self.dimensions,), weight, bias, self._epsilon)


def _batches(lengths: Sequence[int], batch: int) -> Iterator[list[int]]:
    """Places of texts of one length, at most `batch` together, the longest first."""
    alike: dict[int, list[int]] = {}
    for place, length in enumerate(lengths):
        alike.setdefault(length, []).append(place)
    for length in sorted(alike, reverse=True):
        yield from (alike[length][start : start + batch] for start in range(0, len(alike[length]), batch))

"""BERTScore: how well the words of a reply and of its reference match one another in context."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Sequence[Matrix]]


def bertscore(replies: Sequence[str], references: Sequence[str], encode: Encode) -> list[float]:
    """F1 of each reply against its reference (Zhang et al. 2020, section 3), without idf weights or rescaling.

    `encode` gives each text's unit token vectors (tokens, dimensions), without the special tokens. Values depend on
    the encoder: they are compared among themselves, never with those of another one.
    """
    texts = sorted({*replies, *references})
    vectors = dict(zip(texts, encode(texts), strict=True))
    return [f1(vectors[reply], vectors[reference]) for reply, reference in zip(replies, references, strict=True)]


def f1(reply: Matrix, reference: Matrix) -> float:
    """Greedy matching: precision over the reply's tokens, recall over the reference's. 0 where either has none."""
    if not len(reply) or not len(reference):
        return 0.0
    likeness = reply @ reference.T
    precision, recall = float(likeness.max(axis=1).mean()), float(likeness.max(axis=0).mean())
    return 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0


def token_encoder(name: str, threads: int) -> Encode:
    """The last layer of the packaged sentence encoder, or of a sentence-transformers model by name or folder."""
    from muse.catalog import encoders

    loaded = encoders.sentence_model(name)

    def encode(texts: Sequence[str]) -> list[Matrix]:
        with encoders.threads(threads):
            found = loaded.encode(list(texts), output_value="token_embeddings", show_progress_bar=False)
        return [encoders.unit(vectors[1:-1].numpy()) for vectors in found]

    return encode

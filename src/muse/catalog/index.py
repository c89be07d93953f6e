"""The index that finds items by words, by meaning and by picture."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from threadpoolctl import threadpool_limits

from muse.catalog.bridge import Bridge
from muse.catalog.encoders import Matrix, image_encoder, text_encoder, threads
from muse.catalog.reduction import Reduction
from muse.catalog.settings import IndexSettings
from muse.catalog.vectors import Vectors
from muse.catalog.words import Words
from muse.core.errors import MuseError
from muse.core.files import read_json, write_json
from muse.core.records import Item


@dataclass(frozen=True)
class Hit:
    """A found item; `score` orders the hits of one search and means nothing beside that."""

    item_id: str
    score: float


def search_text(item: Item) -> str:
    """What an item is found by; the parts that tell items apart come first, since encoders cut long texts."""
    path = item.categories[1:] or item.categories  # the first is the same for all
    parts = (item.title, item.visual_description, " ".join(path), *item.features, item.description)
    return ". ".join(part for part in parts if part)


class Index:
    """Rankings of the same items (BM25, text vectors, image vectors), fused by reciprocal rank."""

    def __init__(
        self,
        ids: Sequence[str],
        words: Words,
        texts: Vectors,
        pictures: Vectors,
        reduction: Reduction,
        bridge: Bridge,
        settings: IndexSettings,
    ) -> None:
        self.ids, self.settings = tuple(ids), settings
        self._rows = {item_id: row for row, item_id in enumerate(self.ids)}
        self.words, self.texts, self.pictures = words, texts, pictures
        self.reduction, self.bridge = reduction, bridge
        self._text_vector = lru_cache(maxsize=4096)(self._encode_text)
        self._image_vector = lru_cache(maxsize=4096)(self._encode_image)

    def search(self, text: str | None, image: Path | str | None, k: int, exclude: Collection[str] = ()) -> list[Hit]:
        """The `k` best items for a text, a picture or both, without those of `exclude`; equal scores in item order.

        `image` is a file, or an item's id: the picture of that item is known and need not be looked at again.
        """
        if not text and image is None:
            raise MuseError("nothing to search for", remedy="give a text, a picture or both")
        found = self.rankings(text, image, self.settings.depth + len(exclude))
        ranked, scores = fused(found, self.settings)
        hits = (Hit(self.ids[row], scores[row]) for row in ranked)
        return [hit for hit in hits if hit.item_id not in exclude][:k]

    def rankings(self, text: str | None, image: Path | str | None, depth: int) -> dict[str, list[int]]:
        """The rankings that apply to a query, named as their weights are: row numbers, best first."""
        found: dict[str, list[int]] = {}
        if text:
            vector = self._text_vector(text)
            found["words"] = self.words.best(text, depth)
            found["text"] = self.texts.nearest(vector, depth)
            found["imagined"] = self.pictures.nearest(self._imagined(text, vector), depth)
        if image is not None:
            known = self.pictures.row(self._rows[image]) if isinstance(image, str) else self._image_vector(image)
            found["image"] = self.pictures.nearest(known, depth)
        return found

    def _imagined(self, text: str, vector: Matrix) -> Matrix:
        with threads(1):
            known = image_encoder(self.settings.image_model).encode_text(text)
        return self.bridge.picture(vector) if known is None else known

    def _encode_text(self, text: str) -> Matrix:
        with threads(1):
            encoder = text_encoder(self.settings.text_model, self.settings.text_tokens)
            vector: Matrix = encoder.encode([text], 1)[0]
        return vector

    def _encode_image(self, image: Path) -> Matrix:
        with threads(1):
            whole = image_encoder(self.settings.image_model).encode([image], 1)
        vector: Matrix = self.reduction.apply(whole)[0]
        return vector

    def save(self, folder: Path) -> None:
        """Write everything but the encoders to a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        write_json(folder / "index.json", {"settings": self.settings.model_dump(), "ids": self.ids})
        self.words.save(folder / "words")
        self.texts.save(folder / "texts.faiss")
        self.pictures.save(folder / "pictures.faiss")
        self.reduction.save(folder / "reduction.npz")
        self.bridge.save(folder / "bridge.npz")

    @classmethod
    def load(cls, folder: Path) -> Index:
        """Read a saved index; encoders are loaded at the first query that needs them."""
        head = read_json(folder / "index.json")
        return cls(
            head["ids"],
            Words.load(folder / "words"),
            Vectors.load(folder / "texts.faiss"),
            Vectors.load(folder / "pictures.faiss"),
            Reduction.load(folder / "reduction.npz"),
            Bridge.load(folder / "bridge.npz"),
            IndexSettings.model_validate_json(json.dumps(head["settings"])),
        )


def fused(rankings: Mapping[str, Sequence[int]], settings: IndexSettings) -> tuple[list[int], dict[int, float]]:
    """Row numbers, best first, and their scores; equal ones in row order.

    Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009): the sum over rankings of weight / (offset + rank).
    """
    weights = settings.weights.model_dump()
    scores: dict[int, float] = {}
    for name, ranking in rankings.items():
        for rank, row in enumerate(ranking, 1):
            scores[row] = scores.get(row, 0.0) + weights[name] / (settings.rank_offset + rank)
    return sorted(scores, key=lambda row: (-scores[row], row)), scores


def build(items: Sequence[Item], images: Path, settings: IndexSettings) -> Index:
    """The index of all items; `images` is the folder of their pictures. The same items give the same bytes."""
    if not items:
        raise MuseError("there are no items to index", remedy="read the quarantine files of the catalog")
    texts = [search_text(item) for item in items]
    with threads(settings.threads):
        sentences = text_encoder(settings.text_model, settings.text_tokens)
        text_rows = sentences.encode(texts, settings.batch, "text vectors")
        pictures = image_encoder(settings.image_model)
        image_rows = pictures.encode([images / item.image for item in items], settings.batch, "image vectors")
    with threadpool_limits(1):  # sums over rows come out alike whatever number of cores there is
        reduction = _reduction(image_rows, pictures.knows_texts, settings)
        image_rows = reduction.apply(image_rows)
    return Index(
        [item.item_id for item in items],
        Words.build(texts),
        Vectors.build(text_rows, settings.exact_up_to),
        Vectors.build(image_rows, settings.exact_up_to),
        reduction,
        Bridge.fit(text_rows, image_rows, settings.bridge_penalty),
        settings,
    )


def _reduction(rows: Matrix, keeps_whole: bool, settings: IndexSettings) -> Reduction:
    if keeps_whole:
        return Reduction.none(rows.shape[1])
    return Reduction.fit(rows, settings.image_dimensions, settings.image_whitening)

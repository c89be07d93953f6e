"""What a fine-tuned model has to beat: rankings of the same candidates without any training on the dialogues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from muse.catalog.encoders import Matrix, text_encoder, threads
from muse.catalog.index import Index
from muse.core.records import Item
from muse.core.seeding import generator
from muse.finetune.records import Example, Scored
from muse.finetune.score import place

Score = Callable[[Example], Sequence[float]]


def baselines(
    examples: Sequence[Example],
    training: Sequence[Example],
    described: Sequence[Item],
    images: Path,
    index: Index,
    ridge: float,
    seed: int,
) -> list[Scored]:
    """Every baseline's place of the target among each example's candidates; ties are drawn by seed.

    random; popularity (how often an item is the target in training); words, text vectors, image vectors and the
    hybrid index, each asked with what the shopper said or, for pictures, with the picture shown last; and a dual
    encoder: the frozen text and image encoders joined by a ridge regression from visual descriptions to pictures,
    fitted on items that no test example uses.
    """
    ranked = [example for example in examples if example.candidates]
    popular = Counter(example.item_id for example in training if example.task == "recommend")
    vectors = _Vectors(ranked, described, images, index, ridge)
    scorers: dict[str, Score] = {
        "random": lambda example: [0.0] * len(example.candidates),
        "popularity": lambda example: [float(popular[candidate]) for candidate in example.candidates],
        "words": vectors.words,
        "text vectors": vectors.text,
        "image vectors": vectors.image,
        "hybrid index": vectors.hybrid,
        "dual encoder": vectors.dual,
    }
    return [_place(name, example, score(example), seed) for name, score in scorers.items() for example in ranked]


class _Vectors:
    """Scores of candidates from the index's vectors and words."""

    def __init__(
        self, examples: Sequence[Example], described: Sequence[Item], images: Path, index: Index, ridge: float
    ) -> None:
        self._index, self._images = index, images
        self._file = {item.item_id: item.image for item in described}
        self._row = {item_id: number for number, item_id in enumerate(index.ids)}
        encoder = text_encoder(index.settings.text_model, index.settings.text_tokens)
        used = {item for example in examples for item in (*example.candidates, *example.shown)}
        fit = [item for item in described if item.item_id not in used and item.visual_description]
        titles = [item for item in described if item.item_id in used]
        with threads(index.settings.threads):
            batch = index.settings.batch
            asked = encoder.encode([example.text for example in examples], batch, "queries")
            named = encoder.encode([item.title for item in titles], batch, "titles")
            seen = encoder.encode([item.visual_description for item in fit], batch, "visual descriptions")
        self._query = {example.example_id: vector for example, vector in zip(examples, asked, strict=True)}
        self._title = {item.item_id: vector for item, vector in zip(titles, named, strict=True)}
        pictures = np.stack([self._picture(item.item_id) for item in fit])
        self._map = ridge_map(seen, pictures, ridge)

    def words(self, example: Example) -> list[float]:
        found = self._index.words.best(example.text, len(self._row))
        return self._by_place(example, found)

    def text(self, example: Example) -> list[float]:
        query = self._query[example.example_id]
        return [float(query @ self._index.texts.row(self._row[candidate])) for candidate in example.candidates]

    def image(self, example: Example) -> list[float]:
        if not example.shown:
            return [0.0] * len(example.candidates)
        last = self._picture(example.shown[-1])
        return [float(last @ self._picture(candidate)) for candidate in example.candidates]

    def hybrid(self, example: Example) -> list[float]:
        """The index's own fusion (reciprocal rank), over the whole catalog and cut to the candidates."""
        weights, offset = self._index.settings.weights.model_dump(), self._index.settings.rank_offset
        last = self._images / self._file[example.shown[-1]] if example.shown else None
        fused = dict.fromkeys(example.candidates, 0.0)
        for name, ranking in self._index.rankings(example.text, last, len(self._row)).items():
            place = {row: rank for rank, row in enumerate(ranking, 1)}
            for candidate in example.candidates:
                if self._row[candidate] in place:
                    fused[candidate] += weights[name] / (offset + place[self._row[candidate]])
        return list(fused.values())

    def dual(self, example: Example) -> list[float]:
        query = self._query[example.example_id]
        seen = query @ self._map
        seen = seen / max(float(np.linalg.norm(seen)), 1e-9)
        return [
            float(seen @ self._picture(candidate) + query @ self._title[candidate]) for candidate in example.candidates
        ]

    def _picture(self, item_id: str) -> Matrix:
        return self._index.pictures.row(self._row[item_id])

    def _by_place(self, example: Example, found: Sequence[int]) -> list[float]:
        place = {row: number for number, row in enumerate(found)}
        return [-float(place.get(self._row[candidate], len(self._row))) for candidate in example.candidates]


def ridge_map(inputs: Matrix, outputs: Matrix, penalty: float) -> Matrix:
    """The matrix W (inputs x outputs) of least |inputs W - outputs|^2 + penalty |W|^2."""
    square = inputs.T @ inputs + penalty * np.eye(inputs.shape[1], dtype=inputs.dtype)
    solved: Matrix = np.linalg.solve(square, inputs.T @ outputs)
    return solved


def _place(name: str, example: Example, scores: Sequence[float], seed: int) -> Scored:
    """Where the target stands."""
    draws = generator(seed, f"finetune-{name}", example.example_id)
    return Scored(
        model=name,
        run="baseline",
        condition="full",
        task="recommend",
        example_id=example.example_id,
        target=example.target,
        place=place(scores, example.candidates.index(example.item_id), draws),
        reply=None,
    )

"""The result files that figures, tables and the paper are made from, as read from results/."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError
from muse.core.files import read_json

Row = Mapping[str, Any]

DIMENSIONS = {
    "naturalness": "Naturalness",
    "logical_coherence": "Logical coherence",
    "information_richness": "Information richness",
    "product_context_relevance": "Product-context relevance",
    "image_text_consistency": "Image-text consistency",
}
MODELS = {"qwen2-vl": "Qwen2-VL", "llava-onevision": "LLaVA-OneVision", "idefics3": "Idefics3"}
DATASETS = {
    "muse": "This run",
    "muse before rewriting": "This run, before rewriting",
    "muse without pictures": "This run, without pictures",
    "muse dropped by the reviewer": "Dropped by the reviewer",
}


@dataclass(frozen=True)
class Results:
    """Everything under results/ that the paper shows."""

    statistics: Row
    comparison: Sequence[Row]
    generation: Row
    retrieval: Row
    text: Row
    ratings: Row
    truth: Row
    fed: Row
    judge: Row
    against_raters: Row
    recommendation: Sequence[Row]
    response: Sequence[Row]
    finetune: Row
    losses: Sequence[Row]
    curve: Sequence[Row]
    seeds: Sequence[Row]
    usage: Row

    @classmethod
    def read(cls, folder: Path) -> Results:
        """Read them; a missing or broken file is an error that names it. Learning curve and seeds are optional."""
        curve, seeds = folder / "finetune/curve.csv", folder / "finetune/seeds.csv"
        return cls(
            statistics=read_json(folder / "dataset/statistics.json"),
            comparison=read_json(folder / "dataset/comparison.json"),
            generation=read_json(folder / "dataset/generation.json"),
            retrieval=read_json(folder / "dataset/retrieval.json"),
            text=read_json(folder / "quality/text.json"),
            ratings=read_json(folder / "quality/ratings.json"),
            truth=read_json(folder / "quality/ratings_truth.json"),
            fed=read_json(folder / "quality/fed.json"),
            judge=read_json(folder / "quality/judge.json"),
            against_raters=read_json(folder / "quality/judge_against_raters.json"),
            recommendation=read_rows(folder / "finetune/recommendation.csv"),
            response=read_rows(folder / "finetune/response.csv"),
            finetune=read_json(folder / "finetune/summary.json"),
            losses=read_rows(folder / "finetune/losses.csv"),
            curve=read_rows(curve) if curve.exists() else [],
            seeds=read_rows(seeds) if seeds.exists() else [],
            usage=read_json(folder / "llm/usage.json") | read_json(folder / "llm/judge_usage.json"),
        )


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file; what reads as a number is one, an empty cell is None."""
    try:
        with path.open(newline="", encoding="utf-8") as lines:
            return [{name: _value(text) for name, text in row.items()} for row in csv.DictReader(lines)]
    except FileNotFoundError:
        raise MuseError("no such file", where=path, remedy="run the rule that makes it") from None


def _value(text: str) -> str | float | None:
    if text == "":
        return None
    try:
        return float(text)
    except ValueError:
        return text


def model_name(model: str) -> str:
    """A model's name as the paper writes it; a baseline's or a checkpoint's own name otherwise."""
    return MODELS.get(model, model.replace("-", " ").replace("_", " "))


def dataset_name(dataset: str) -> str:
    """A dataset's name as the paper writes it."""
    return DATASETS.get(dataset, dataset)


def dimension_name(dimension: str) -> str:
    """A dimension's name as the paper writes it."""
    return DIMENSIONS.get(dimension, dimension.replace("_", " ").capitalize())


def ordered(dimensions: Iterable[str]) -> list[str]:
    """Dimensions in the paper's order, others after them as they come."""
    known = list(dimensions)
    return [d for d in DIMENSIONS if d in known] + [d for d in known if d not in DIMENSIONS]

"""Results made by hand, as small as they can be."""

from __future__ import annotations

from typing import Any

from muse.paper.results import Results


def _counts(conversations: int) -> dict[str, Any]:
    return {
        "conversations": conversations,
        "utterances": 12 * conversations,
        "utterances_per_conversation": {"mean": 12.0},
        "tokens": 100 * conversations,
        "tokens_per_utterance": {"mean": 8.333},
        "vocabulary": 50,
        "actions": {"accept": conversations, "recommend": 3 * conversations, "reject": 2 * conversations},
        "openings": {"text": conversations},
        "reached": {"retrieved": 1, "revealed": conversations - 1},
        "items": {"mentioned": 9},
        "images": {"shown": 11},
        "categories": {"Shirts": conversations - 1, "Dresses": 1},
        "scenario_groups": {"Attend": conversations - 2, "Sports": 2},
        "shape": {
            "lengths": {"11": 1, "12": conversations - 1},
            "actions_by_place": [{"chit-chat": conversations}, {"recommend": conversations - 1, "reject": 1}],
        },
    }


def _estimate(value: float) -> dict[str, Any]:
    return {"value": value, "low": value - 0.1, "high": value + 0.1, "n": 9, "reason": None}


def _row(model: str, run: str, condition: str, measure: str, mean: float) -> dict[str, Any]:
    return {
        "model": model, "run": run, "condition": condition, "measure": measure,
        "examples": 20.0, "mean": mean, "low": mean - 0.05, "high": mean + 0.05,
    }  # fmt: skip


def results() -> Results:
    """Two datasets, two dimensions, two systems, one model."""
    comparison = {
        "model": "idefics3", "run": "seed1", "condition": "full", "against": "idefics3/base/full",
        "measure": "recall_at_1", "difference": 0.4, "low": 0.3, "high": 0.5, "p": 0.001, "p_holm": 0.002,
    }  # fmt: skip
    dimensions = ["naturalness", "logical_coherence"]
    means = [
        {"system": system, "dimension": dimension, **_estimate(score)}
        for system, score in (("A", 4.0), ("B", 3.0))
        for dimension in dimensions
    ]
    alphas = {f"alpha_{metric}": _estimate(0.5) for metric in ("nominal", "ordinal", "interval")}
    return Results(
        statistics={
            "all": _counts(10),
            "splits": {"train": _counts(8), "validation": _counts(3), "test": _counts(4)},
        },
        comparison=[
            {
                "dataset": "INSPIRED",
                "file": "dev.tsv",
                "computed": {
                    "dialogues": 99,
                    "utterances": 3538,
                    "utterances_per_dialogue": {"mean": 35.7},
                    "images": 0,
                },
                "published": {"dialogues": 1001, "utterances": 35811},
            },
            {
                "dataset": "ReDial",
                "file": None,
                "computed": None,
                "published": {"dialogues": 10006, "utterances": None},
            },
        ],
        generation={
            "rewriter": {
                "before": {"distinct_2": 0.3, "distinct_3": 0.5, "words_per_utterance": 10.0},
                "after": {"distinct_2": 0.31, "distinct_3": 0.52, "words_per_utterance": 10.5},
            }
        },
        text={
            "datasets": {
                name: {"measures": {f"distinct_{n}": _estimate(0.2 * n) for n in range(1, 5)}}
                for name in ("muse", "inspired")
            }
        },
        ratings={
            "source": "simulated raters",
            "scale": {"lowest": 1, "highest": 5},
            "dimensions": dimensions,
            "systems": ["A", "B"],
            "all": {"means": means, "agreement": dict.fromkeys(dimensions, alphas)},
        },
        fed={"available": False},
        judge=[
            {"conversation_id": c, "dataset": "muse", "judge": "judge", "dimension": "naturalness", "score": score}
            for c, score in (("c1", 2.0), ("c1", 4.0), ("c2", 5.0), ("c3", None))
        ],
        recommendation=[
            _row("idefics3", run, condition, measure, mean)
            for run, condition, mean in (("base", "full", 0.1), ("seed1", "full", 0.5), ("seed1", "blank", 0.2))
            for measure in ("recall_at_1", "mrr")
        ],
        response=[_row("idefics3", "seed1", "full", "rouge_l", 0.4)],
        finetune={"candidates": 10, "comparisons": [comparison]},
    )

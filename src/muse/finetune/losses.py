"""The losses on the way of every training run, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def table(runs: Iterable[tuple[str, str, Iterable[Mapping[str, float]]]]) -> list[dict[str, Any]]:
    """A row for each (model, run) and step that has a training or a validation loss, None where it has but one.

    Where the trainer noted a step twice (its last one), the first note stays.
    """
    rows: dict[tuple[str, str, int], dict[str, Any]] = {}
    for model, run, entries in runs:
        for entry in entries:
            step = int(entry["step"])
            row = {"model": model, "run": run, "step": step, "training": None, "validation": None}
            kept = rows.setdefault((model, run, step), row)
            for column, name in (("training", "loss"), ("validation", "eval_loss")):
                if name in entry and kept[column] is None:
                    kept[column] = entry[name]
    return list(rows.values())

"""Tables of the fine-tuning: both tasks before and after, and the tested differences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from muse.paper.results import Results, Row, model_name
from muse.paper.tables.form import Cell, Column, Number, Table

_RANKING = {"recall_at_1": ("R@1", 3), "recall_at_5": ("R@5", 3), "mrr": ("MRR", 3), "ndcg": ("NDCG", 3)}
_REPLY = {
    "corpus_bleu": ("BLEU", 1),
    "corpus_chrf": ("chrF", 1),
    "rouge_l": ("ROUGE-L", 1),
    "distinct_2": ("Dist-2", 3),
    "attribute_accuracy": ("True attr.", 3),
}
_CONDITIONS = {"full": "", "blank": "blank images", "no-title": "no titles"}


def recommendation(results: Results) -> Table:
    """The ranking task: every model and baseline, run and condition, with intervals."""
    return _table("recommendation", results.recommendation, _RANKING)


def response(results: Results) -> Table:
    """The reply task, with intervals."""
    return _table("response", results.response, _REPLY)


def _table(name: str, rows: Sequence[Row], measures: Mapping[str, tuple[str, int]]) -> Table:
    several = len({row["run"] for row in rows if row["run"].startswith("seed")}) > 1
    return _by_model(name, rows, measures, [Column("Variant")], lambda row: (_variant(row, several=several),))


def _by_model(
    name: str,
    rows: Sequence[Row],
    measures: Mapping[str, tuple[str, int]],
    columns: Sequence[Column],
    place: Callable[[Row], tuple[Cell, ...]],
) -> Table:
    """A line for each model and place, `columns` wide; a column for each of the measures (label, decimals)."""
    found: dict[tuple[str, tuple[Cell, ...]], dict[str, Cell]] = {}
    for row in rows:
        if row["measure"] in measures:
            decimals = measures[row["measure"]][1]
            line = found.setdefault((row["model"], place(row)), {})
            line[row["measure"]] = Number(row["mean"], decimals, row["low"], row["high"])
    cells: list[list[Cell]] = [
        [model_name(model), *where, *(values.get(key) for key in measures)] for (model, where), values in found.items()
    ]
    measured = [Column(label) for label, _ in measures.values()]
    return Table(name, [Column("Model"), *columns, *measured], cells, grouped=True)


def _variant(row: Row, *, several: bool) -> str:
    """What was scored: a base or a fine-tune (by its seed where there are several), pictures or titles taken away."""
    run = row["run"].replace("seed", "tuned, seed ") if several else re.sub(r"seed\d+", "tuned", row["run"])
    return str(run if row["condition"] == "full" else f"{run}, {_CONDITIONS.get(row['condition'], row['condition'])}")


def seeds(results: Results) -> Table:
    """Means over the seeds of each fine-tune with t-intervals; empty where further seeds were not run."""
    measures = {key: label for key, label in {**_RANKING, **_REPLY}.items() if key in _OVER_SEEDS}
    return _by_model(
        "seeds",
        results.seeds,
        measures,
        [Column("Shown"), Column("Seeds", 0)],
        lambda row: (_CONDITIONS[row["condition"]] or "pictures and titles", int(row["seeds"])),
    )


_OVER_SEEDS = ("recall_at_1", "mrr", "attribute_accuracy")
_TESTED = {key: label for key, (label, _) in {**_RANKING, **_REPLY}.items()}


def comparisons(results: Results) -> Table:
    """Paired differences with their intervals and Holm-corrected p-values."""
    rows = [
        [
            model_name(row["model"]),
            _against(row["against"]),
            _TESTED.get(row["measure"], row["measure"].replace("_", " ")),
            Number(row["difference"], 3, row["low"], row["high"], signed=True),
            row["p_holm"],
        ]
        for row in results.finetune["comparisons"]
    ]
    columns = [
        Column("Model"),
        Column("Against"),
        Column("Measure"),
        Column("Difference"),
        Column("p (Holm)", 4),
    ]
    return Table("comparisons", columns, rows, grouped=True)


def _against(place: str) -> str:
    """In words, from model/run/condition: the base, or the same run with something taken away."""
    _, run, condition = place.split("/")
    return run if condition == "full" else _CONDITIONS.get(condition, condition)

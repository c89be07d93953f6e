"""Tables of the fine-tuning: both tasks before and after, and the tested differences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from muse.paper.results import Results, Row, model_name
from muse.paper.tables.form import Cell, Column, Number, Table

_RANKING = {"recall_at_1": "R@1", "recall_at_5": "R@5", "mrr": "MRR", "ndcg": "NDCG"}
_REPLY = {
    "corpus_bleu": "BLEU",
    "corpus_chrf": "chrF",
    "rouge_l": "ROUGE-L",
    "distinct_2": "Dist-2",
    "attribute_accuracy": "True attr.",
}
_CONDITIONS = {"full": "", "blank": ", blank images", "no-title": ", no titles"}


def recommendation(results: Results) -> Table:
    """The ranking task: every model and baseline, run and condition."""
    return _table("recommendation", results.recommendation, _RANKING, dict.fromkeys(_RANKING, 3))


def response(results: Results) -> Table:
    """The reply task."""
    return _table("response", results.response, _REPLY, {"corpus_bleu": 1, "corpus_chrf": 1})


def _table(name: str, rows: Sequence[Row], measures: Mapping[str, str], decimals: Mapping[str, int]) -> Table:
    found: dict[tuple[str, str], dict[str, Cell]] = {}
    several = len({row["run"] for row in rows if row["run"].startswith("seed")}) > 1
    for row in rows:
        place = (row["model"], _variant(row, several=several))
        found.setdefault(place, {})[row["measure"]] = row["mean"]
    kept = {place: values for place, values in found.items() if any(key in values for key in measures)}
    cells: list[list[Cell]] = [
        [model_name(model), variant, *(values.get(key) for key in measures)]
        for (model, variant), values in kept.items()
    ]
    columns = [Column("Model"), Column("Variant"), *(Column(m, decimals.get(k, 3)) for k, m in measures.items())]
    return Table(name, columns, cells, grouped=True)


def _variant(row: Row, *, several: bool) -> str:
    """What was scored: a base or a fine-tune (by its seed where there are several), pictures or titles taken away."""
    run = row["run"].replace("seed", "tuned, seed ") if several else re.sub(r"seed\d+", "tuned", row["run"])
    return str(run if row["condition"] == "full" else f"{run}{_CONDITIONS.get(row['condition'], row['condition'])}")


_TESTED = {**_RANKING, **_REPLY}


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
    return run if condition == "full" else _CONDITIONS.get(condition, condition).removeprefix(", ")

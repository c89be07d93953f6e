"""Tables of quality: text statistics, judge scores, agreement of raters."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean, stdev

from muse.paper.results import DIMENSIONS, Results
from muse.paper.tables.form import Cell, Column, Table

_MEASURES = {
    "distinct_1": ("Distinct-1", 3),
    "distinct_2": ("Distinct-2", 3),
    "distinct_3": ("Distinct-3", 3),
    "self_bleu": ("Self-BLEU", 3),
    "mtld": ("MTLD", 1),
}


def text(results: Results) -> Table:
    """Lexical measures of each dataset with their intervals."""
    rows = []
    for name, found in results.text["datasets"].items():
        for key, (label, decimals) in _MEASURES.items():
            measure = found["measures"].get(key)
            if measure is None or measure["value"] is None:
                continue
            low, high = measure["low"], measure["high"]
            interval = "–" if low is None else f"[{low:.{decimals}f}, {high:.{decimals}f}]"
            rows.append([name, label, f"{measure['value']:.{decimals}f}", interval])
    return Table("text", [Column("Dataset"), Column("Measure"), Column("Value"), Column("95 % interval")], rows)


def judge(results: Results) -> Table:
    """Mean judge score of each dataset on each dimension; a conversation's repeated scores are averaged first."""
    scores: dict[tuple[str, str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for row in results.judge:
        if row["score"] is not None:
            scores[row["dataset"], row["judge"], row["dimension"]][row["conversation_id"]].append(row["score"])
    rows: list[list[Cell]] = []
    for (dataset, judge_name, dimension), found in scores.items():
        means = [fmean(values) for values in found.values()]
        spread = stdev(means) if len(means) > 1 else None
        rows.append([dataset, judge_name, DIMENSIONS.get(dimension, dimension), fmean(means), spread, len(means)])
    columns = [
        Column("Dataset"),
        Column("Judge"),
        Column("Dimension"),
        Column("Mean", 2),
        Column("SD", 2),
        Column("n", 0),
    ]
    return Table("judge", columns, rows)


_ALPHAS = {"alpha_nominal": "nominal", "alpha_ordinal": "ordinal", "alpha_interval": "interval"}


def agreement(results: Results) -> Table:
    """Krippendorff's alpha of each dimension."""
    found = results.ratings["all"]["agreement"]
    rows: list[list[Cell]] = [
        [DIMENSIONS.get(dimension, dimension), *(alphas[key]["value"] for key in _ALPHAS)]
        for dimension, alphas in found.items()
    ]
    columns = [Column("Dimension"), *(Column(f"α, {name}", 3) for name in _ALPHAS.values())]
    return Table("agreement", columns, rows)

"""Tables of quality: text statistics, judge scores, agreement of raters."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean

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
    scores: dict[tuple[str, str], dict[str, dict[str, list[float]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in results.judge:
        if row["score"] is not None:
            scores[row["dataset"], row["judge"]][row["dimension"]][row["conversation_id"]].append(row["score"])
    several = len({judge_name for _, judge_name in scores}) > 1
    rows: list[list[Cell]] = []
    for (dataset, judge_name), found in scores.items():
        means = [fmean(fmean(repeats) for repeats in found[d].values()) if d in found else None for d in DIMENSIONS]
        name = f"{dataset} ({judge_name})" if several else dataset
        rows.append([name, *means, max(len(judged) for judged in found.values())])
    columns = [Column("Dataset"), *(Column(name.split()[0], 2) for name in DIMENSIONS.values()), Column("n", 0)]
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

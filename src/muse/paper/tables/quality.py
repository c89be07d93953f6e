"""Tables of quality: text statistics, judge scores, ratings and their agreement, real ratings of FED."""

from __future__ import annotations

from muse.paper.results import DIMENSIONS, Results, Row, dataset_name, dimension_name, ordered
from muse.paper.tables.form import Cell, Column, Number, Table

_PAIRWISE_BIASES = {
    "first_wins": "The one shown first is preferred, share",
    "longer_wins": "The longer one is preferred, share",
    "same_in_both_orders": "Same preference in both orders, share",
}
_MEASURES = {
    "distinct_1": ("Distinct-1", 3),
    "distinct_2": ("Distinct-2", 3),
    "distinct_3": ("Distinct-3", 3),
    "self_bleu": ("Self-BLEU", 3),
    "mtld": ("MTLD", 1),
}


def text(results: Results) -> Table:
    """Lexical measures of each dataset with their intervals."""
    rows: list[list[Cell]] = [
        [dataset_name(name), *(Number.of(found["measures"][key], digits) for key, (_, digits) in _MEASURES.items())]
        for name, found in results.text["datasets"].items()
    ]
    columns = [Column("Dataset"), *(Column(label) for label, _ in _MEASURES.values())]
    return Table("text", columns, rows)


def judge(results: Results) -> Table:
    """Each judge's mean score of each dataset on each dimension, first judgements only."""
    judges = results.judge["judges"]
    rows: list[list[Cell]] = []
    for judge_name, found in judges.items():
        means = {(mean["dataset"], mean["dimension"]): mean for mean in found["means"]}
        for dataset in dict.fromkeys(dataset for dataset, _ in means):
            scored = [means[dataset, d] for d in DIMENSIONS if (dataset, d) in means]
            shown = [Number.of(means[dataset, d], 2) if (dataset, d) in means else None for d in DIMENSIONS]
            name = dataset_name(dataset) if len(judges) == 1 else f"{dataset_name(dataset)} ({judge_name})"
            rows.append([name, *shown, max(mean["n"] for mean in scored)])
    columns = [Column("Dataset"), *(Column(name) for name in DIMENSIONS.values()), Column("n", 0)]
    return Table("judge", columns, rows)


def pairwise(results: Results) -> Table:
    """Which dataset a judge prefers in pairs of conversations: strengths of Bradley and Terry, by judge."""
    judges = results.judge["judges"]
    rows: list[list[Cell]] = []
    for judge_name, found in judges.items():
        strengths = sorted(found["pairwise"].get("strengths", {}).items(), key=lambda pair: -(pair[1]["value"] or 0.0))
        for dataset, strength in strengths:
            rows.append([judge_name, dataset_name(dataset), Number.of(strength, 2), strength["n"]])
    columns = [Column("Judge"), Column("Dataset"), Column("Strength"), Column("Pairs", 0)]
    return Table("pairwise", columns, rows, grouped=True)


def biases(results: Results) -> Table:
    """What sways a judge beside quality: place in a pair, length, who wrote it; and whether it agrees with itself."""
    rows: list[list[Cell]] = []
    own = results.judge["self_preference"]
    for judge_name, found in results.judge["judges"].items():
        for key, label in _PAIRWISE_BIASES.items():
            if key in found["pairwise"]:
                rows.append([judge_name, label, *_with_n(found["pairwise"][key])])
        for dimension in ordered(found["length_bias"]):
            label = f"{dimension_name(dimension)}: score with length, ρ"
            rows.append([judge_name, label, *_with_n(found["length_bias"][dimension])])
        for dimension in ordered(found["self_consistency"]):
            again = found["self_consistency"][dimension]
            if "reason" not in again:
                label = f"{dimension_name(dimension)}: same score each time, share"
                rows.append([judge_name, label, *_with_n(again["all_equal_share"])])
        if judge_name in own:
            rows.append([judge_name, "What it wrote: points more than other judges give", *_with_n(own[judge_name])])
    return Table("biases", [Column("Judge"), Column("Measure"), Column("Value"), Column("n", 0)], rows, grouped=True)


def _with_n(estimate: Row) -> list[Cell]:
    return [Number.of(estimate, 2), estimate["n"]]


def ratings(results: Results) -> Table:
    """Mean rating of each system on each dimension, of all raters and less those who failed the attention checks.

    Beside it, where raters are simulated, the mean that is true.
    """
    simulated = results.ratings["source"] == results.truth["source"]
    truth = {(mean["system"], mean["dimension"]): mean["mean"] for mean in results.truth["means"]}
    attentive = {(mean["system"], mean["dimension"]): mean for mean in results.ratings["attentive"]["means"]}
    rows: list[list[Cell]] = []
    for dimension in ordered(results.ratings["dimensions"]):
        found = [mean for mean in results.ratings["all"]["means"] if mean["dimension"] == dimension]
        for mean in found:
            true = [truth[mean["system"], dimension]] if simulated else []
            both = [Number.of(mean, 2), Number.of(attentive[mean["system"], dimension], 2)]
            rows.append([dimension_name(dimension), mean["system"], mean["n"], *both, *true])
    columns = [Column("Dimension"), Column("System"), Column("n", 0), Column("Mean"), Column("Attentive raters")]
    return Table("ratings", [*columns, Column("True mean", 2)] if simulated else columns, rows, grouped=True)


_AGREEMENT = {
    "alpha_nominal": "α nominal",
    "alpha_ordinal": "α ordinal",
    "alpha_interval": "α interval",
    "icc_1k": "ICC(1,k)",
    "leave_one_out_rho": "One against the rest, ρ",
}


def agreement(results: Results) -> Table:
    """Krippendorff's alpha, ICC and the correlation of a rater with the others, of each dimension."""
    found = results.ratings["all"]["agreement"]
    return Table("agreement", _agreement_columns(), _agreement_rows(found, ordered(found)))


def fed(results: Results) -> Table:
    """The same of the real human ratings of FED; no rows where they are not at hand."""
    found = results.fed["analysis"]["agreement"] if results.fed["available"] else {}
    return Table("fed", _agreement_columns(), _agreement_rows(found, list(found)))


def _agreement_columns() -> list[Column]:
    return [Column("Dimension"), *(Column(name) for name in _AGREEMENT.values())]


def _agreement_rows(found: Row, dimensions: list[str]) -> list[list[Cell]]:
    return [[dimension_name(d), *(Number.of(found[d][key], 2) for key in _AGREEMENT)] for d in dimensions]

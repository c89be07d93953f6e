"""The tables hold the numbers of the results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from muse.paper.tables import TABLES
from muse.paper.tables.form import as_csv, as_latex
from paper.small import results


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_has_its_name_and_can_be_written(name: str) -> None:
    table = TABLES[name](results())
    assert table.name == name
    assert as_latex(table).count(r"\\") >= len(table.rows) + 1
    assert len(as_csv(table).splitlines()) == len(table.rows) + 1


def test_seeds_are_shown_where_they_were_run() -> None:
    assert not TABLES["seeds"](results()).rows
    row = {"model": "idefics3", "condition": "blank", "seeds": 3.0, "mean": 0.5, "low": 0.4, "high": 0.6}
    rows = [row | {"measure": measure} for measure in ("recall_at_1", "recall_at_5", "mrr")]
    shown = TABLES["seeds"](replace(results(), seeds=rows)).texts()
    assert shown == [["Idefics3", "blank images", "3", "0.500 [0.400, 0.600]", "0.500 [0.400, 0.600]", "–"]]


def test_dataset_by_split() -> None:
    rows = {row[0]: row[1:] for row in TABLES["dataset"](results()).texts()}
    assert rows["Conversations"] == ["10", "8", "3", "4"]
    assert rows["Tokens per utterance"] == ["8.33"] * 4
    assert rows["Multimodal openings"] == ["0"] * 4


def test_published_figures_are_marked_and_stand_apart_from_computed_ones() -> None:
    assert [row[:5] for row in TABLES["comparison"](results()).texts()] == [
        ["INSPIRED", "computed, dev.tsv", "99", "3,538", "35.70"],
        ["", "published", "1,001", "35,811", "35.78"],
        ["ReDial", "published", "10,006", "–", "–"],
    ]


def test_judge_scores_with_intervals_and_dashes_for_dimensions_not_judged() -> None:
    assert TABLES["judge"](results()).texts() == [["This run", "4.00 [3.90, 4.10]", "–", "–", "–", "–", "9"]]


def test_pairwise_begins_with_the_strongest() -> None:
    rows = TABLES["pairwise"](results()).texts()
    assert [row[:3] for row in rows] == [
        ["offline/muse-offline-1", "This run", "1.00 [0.90, 1.10]"],
        ["", "INSPIRED", "−1.00 [−1.10, −0.90]"],
    ]


def test_biases_of_a_judge() -> None:
    found = results()
    (name,) = found.judge["judges"]
    assert TABLES["biases"](found).texts() == [
        [name, "The one shown first is preferred, share", "0.60 [0.50, 0.70]", "9"],
        ["", "Same preference in both orders, share", "0.80 [0.70, 0.90]", "9"],
        ["", "Naturalness: score with length, ρ", "0.10 [0.00, 0.20]", "9"],
        ["", "Naturalness: same score each time, share", "0.70 [0.60, 0.80]", "9"],
    ]
    several = {**found.judge, "self_preference": {name: found.judge["judges"][name]["length_bias"]["naturalness"]}}
    (*_, last) = TABLES["biases"](replace(found, judge=several)).texts()
    assert last[1:] == ["What it wrote: points more than other judges give", "0.10 [0.00, 0.20]", "9"]


def test_ratings_stand_beside_the_truth_only_where_they_are_simulated() -> None:
    found = results()
    table = TABLES["ratings"](found)
    assert [column.heading for column in table.columns][-1] == "True mean"
    means = ["4.00 [3.90, 4.10]", "4.10 [4.00, 4.20]"]
    assert table.texts()[0] == ["Naturalness", "system A", "9", *means, "4.05"]
    human = TABLES["ratings"](replace(found, ratings={**found.ratings, "source": "human"}))
    assert human.texts()[0] == ["Naturalness", "system A", "9", *means]


@pytest.mark.parametrize("name", ["systems", "fed_systems"])
def test_systems_stand_in_pairs_with_their_tests(name: str) -> None:
    rows = TABLES[name](results()).texts()
    tested = ["+1.00 [0.90, 1.10]", "0.0100", "–", "0.0200", "0.50", "0.25"]
    assert rows == [
        ["Naturalness", "system A − system B", *tested],
        ["Logical coherence", "system A − system B", *tested],
    ]
    assert TABLES["fed_systems"](replace(results(), fed={"available": False})).rows == []


def test_undefined_agreement_is_a_dash() -> None:
    assert TABLES["agreement"](results()).texts()[0][3:] == ["0.50 [0.40, 0.60]", "–", "0.60 [0.50, 0.70]"]


def test_fed_has_no_rows_where_it_is_not_at_hand() -> None:
    assert len(TABLES["fed"](results()).rows) == 3
    assert TABLES["fed"](replace(results(), fed={"available": False})).rows == []


def test_ablations_of_text_judge_and_models() -> None:
    assert TABLES["ablations"](results()).texts() == [
        ["Rewriter", "MTLD", "+2.0 [1.9, 2.1]", "9"],
        ["", "Distinct-2", "+0.200 [0.100, 0.300]", "9"],
        ["", "Judge, naturalness", "+0.25 [0.15, 0.35]", "9"],
        ["", "Judge, image-text consistency", "+0.25 [0.15, 0.35]", "9"],
        ["Opening", "Judge, naturalness", "+0.25 [0.15, 0.35]", "9"],
        ["", "Judge, image-text consistency", "+0.25 [0.15, 0.35]", "9"],
        ["Pictures", "Judge, naturalness", "+0.25 [0.15, 0.35]", "9"],
        ["", "Judge, image-text consistency", "+0.25 [0.15, 0.35]", "9"],
        ["", "Idefics3, R@1", "+0.300 [0.200, 0.400]", "6"],
    ]


def test_models_stand_once_and_missing_measures_are_a_dash() -> None:
    table = TABLES["recommendation"](results())
    assert [row[:2] for row in table.texts()] == [
        ["Idefics3", "base"],
        ["", "tuned"],
        ["", "tuned, blank images"],
        ["popularity", "baseline"],
    ]
    assert table.texts()[1][2:] == ["0.500 [0.450, 0.550]", "–", "0.500 [0.450, 0.550]", "–"]


def test_replies_have_intervals_where_their_measures_have_them() -> None:
    (row,) = TABLES["response"](results()).texts()
    assert row == ["Idefics3", "tuned", "2.5", "–", "40.0 [35.0, 45.0]", "–", "–"]


def test_comparisons_name_what_they_are_against() -> None:
    assert TABLES["comparisons"](results()).texts() == [
        ["Idefics3", "base", "R@1", "+0.400 [0.300, 0.500]", "0.0020"],
        ["", "blank images", "R@1", "+0.300 [0.200, 0.400]", "0.0020"],
    ]


def test_cost_in_the_order_of_the_pipeline_with_its_sum() -> None:
    assert TABLES["cost"](results()).texts() == [
        ["Describe", "10", "1,000", "100", "0.25"],
        ["Profiles", "30", "3,000", "300", "0.50"],
        ["Converse", "0", "0", "0", "0.00"],
        ["Judge", "5", "500", "50", "0.00"],
        ["All", "45", "4,500", "450", "0.75"],
    ]


def test_retrieval_by_kind_of_query() -> None:
    assert TABLES["retrieval"](results()).texts() == [
        ["A picture", "hybrid", "9", "0.900 [0.800, 1.000]", "0.800 [0.700, 0.900]"],
        ["", "words", "9", "0.500 [0.400, 0.600]", "0.400 [0.300, 0.500]"],
        ["", "text vectors", "9", "0.400 [0.300, 0.500]", "0.300 [0.200, 0.400]"],
        ["All attributes", "hybrid", "9", "0.900 [0.800, 1.000]", "0.800 [0.700, 0.900]"],
        ["", "words", "9", "0.500 [0.400, 0.600]", "0.400 [0.300, 0.500]"],
        ["", "text vectors", "9", "0.400 [0.300, 0.500]", "0.300 [0.200, 0.400]"],
    ]

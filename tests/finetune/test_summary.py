"""Tables and comparisons from scored examples, by hand."""

from __future__ import annotations

import math

import pytest
import support
from stubs import scored, training

from muse.finetune import summary
from muse.finetune.facts import Facts

ITEMS = {item.item_id: item for item in (support.item(n) for n in range(8))}
FACTS = Facts.of({item_id: {"colour": "red", "garment": "shirt"} for item_id in ITEMS})
EXAMPLES = training(4)
MEASURED = summary.measure(
    [
        *scored(EXAMPLES, "base", "full", 4, "hello"),
        *scored(EXAMPLES, "seed1", "full", 1, "A red shirt."),
        *scored(EXAMPLES, "seed1", "blank", 2, "A"),
    ],
    EXAMPLES,
    ITEMS,
    FACTS,
)


def test_means_of_constant_places() -> None:
    rows = {
        (row["run"], row["condition"], row["measure"]): row for row in summary.table(MEASURED, summary.RANKING, 99, 1)
    }
    assert rows["base", "full", "mrr"]["mean"] == pytest.approx(0.25)
    assert rows["seed1", "full", "recall_at_1"]["mean"] == 1.0
    assert rows["seed1", "full", "recall_at_1"]["n"] == 4
    assert rows["seed1", "blank", "recall_at_5"]["low"] == 1.0


def test_a_fine_tune_is_compared_with_its_base_and_its_ablations() -> None:
    compared = summary.compare(MEASURED, summary.pairs(MEASURED), ("recall_at_1",), 999, 1)
    assert [row["against"] for row in compared] == ["m/base/full", "m/seed1/blank"]
    assert all(row["difference"] == 1.0 for row in compared)
    # two comparisons, each p = 2/1000: Holm doubles the smaller
    assert [row["p_holm"] for row in compared] == pytest.approx([0.004, 0.004])
    assert [row["gain"] for row in compared] == [1, 1]
    few = summary.compare(MEASURED, summary.pairs(MEASURED), ("recall_at_1",), 9, 1)
    assert [row["gain"] for row in few] == [0, 0], "with nine resamples no p is below .05"


def test_whole_set_measures_have_no_interval() -> None:
    rows = {(row["run"], row["measure"]): row for row in summary.whole_set(MEASURED)}
    # eight times "a red shirt.": three different words of 24
    assert rows["seed1", "distinct_1"]["mean"] == pytest.approx(3 / 24)
    assert rows["seed1", "corpus_bleu"]["low"] is None


def test_over_seeds_and_curve() -> None:
    rows = [
        {
            "model": "m",
            "run": run,
            "condition": "full",
            "measure": "mrr",
            "n": 4,
            "mean": mean,
            "low": mean,
            "high": mean,
        }
        for run, mean in (("base", 0.1), ("seed1", 0.5), ("seed2", 0.6), ("seed1-share10", 0.3))
    ]
    (over,) = summary.over_seeds(rows)
    assert (over["seeds"], over["mean"]) == (2, pytest.approx(0.55))
    # t(1, .975) = 12.7062, standard deviation .0707: half-width .6353
    assert (over["low"], over["high"]) == pytest.approx((0.55 - 0.6353, 0.55 + 0.6353), abs=1e-4)
    assert [(point["share"], point["mean"]) for point in summary.curve(rows, 1)] == [(0.0, 0.1), (0.1, 0.3), (1.0, 0.5)]
    assert math.isnan(summary.over_seeds(rows[1:2])[0]["low"])


def test_the_references_agree_with_themselves() -> None:
    measured = summary.measure(summary.references(EXAMPLES), EXAMPLES, ITEMS, FACTS)
    (values,) = measured.values.values()
    assert all(value == pytest.approx(100) for value in values["rouge_l"].values())
    assert len(values["bleu"]) == 8

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from muse.quality.judge import summary
from muse.quality.settings import ResamplingSettings

FEW = ResamplingSettings(draws=200, confidence=0.95)


def scores(values: dict[tuple[str, str, int], list[int]], dimension: str = "naturalness") -> pd.DataFrame:
    """(dataset, judge, repeat) to the scores of conversations c0, c1, .."""
    return pd.DataFrame(
        [
            {"dataset": dataset, "judge": judge, "repeat": repeat, "conversation_id": f"c{at}", "score": score}
            for (dataset, judge, repeat), given in values.items()
            for at, score in enumerate(given)
        ]
    ).assign(dimension=dimension, scripted=False)


def test_paired_differences_are_of_the_same_conversations() -> None:
    table = scores({("a", "j", 0): [*[4, 5, 3] * 4, 4], ("b", "j", 0): [3, 4, 1] * 4})
    (found,) = summary.paired(table, "a", "b", FEW, 1)
    assert (found["value"], found["n"]) == (pytest.approx(4 / 3), 12)
    assert 1 <= found["low"] < 4 / 3 < found["high"] < 2
    assert summary.paired(table, "a", "nothing", FEW, 1) == []


def test_groups_of_different_conversations() -> None:
    table = scores({("a", "j", 0): [*[5, 5, 4] * 4, *[2, 2, 1] * 4]})
    groups = pd.Series(["multimodal"] * 12 + ["text"] * 12)
    (found,) = summary.between(table, groups, "multimodal", "text", FEW, 1)
    assert found["value"] == pytest.approx(3)
    assert found["low"] > 0
    (none,) = summary.between(table, pd.Series(["other"] * 24), "multimodal", "text", FEW, 1)
    assert none["value"] is None


def test_self_consistency_by_hand() -> None:
    table = scores({("a", "j", 0): [4, 3, 5], ("a", "j", 1): [4, 3, 3]})
    found = summary.summarise(table, {("a", f"c{at}"): at for at in range(3)}, FEW, 1)["self_consistency"]
    assert found["naturalness"]["all_equal_share"]["value"] == pytest.approx(2 / 3)
    assert found["naturalness"]["sd_within"] == pytest.approx((2 / 3) ** 0.5)  # variances 0, 0, 2
    once = summary.summarise(scores({("a", "j", 0): [4, 3]}), {("a", "c0"): 1, ("a", "c1"): 2}, FEW, 1)
    assert once["self_consistency"]["naturalness"] == {"reason": "judged once only"}


def test_length_bias_is_spearmans() -> None:
    values, lengths = [1, 2, 2, 4, 5, 3], [10, 20, 15, 30, 50, 45]
    table = scores({("a", "j", 0): values})
    found = summary.summarise(table, {("a", f"c{at}"): length for at, length in enumerate(lengths)}, FEW, 1)
    assert found["length_bias"]["naturalness"]["value"] == pytest.approx(stats.spearmanr(values, lengths).statistic)


def test_length_bias_is_within_datasets_and_of_versions_together() -> None:
    # Longer datasets are the better ones, but within each the judge does not look at length.
    random = np.random.default_rng(1)
    values = {name: random.integers(1, 3, 60) + 2 * (name == "long") for name in ("short", "long")}
    table = scores({(name, "j", 0): [int(score) for score in given] for name, given in values.items()})
    lengths = {
        (name, f"c{at}"): int(random.integers(50)) + 100 * (name == "long") for name in values for at in range(60)
    }
    found = summary.summarise(table, lengths, FEW, 1)["length_bias"]["naturalness"]
    each = [
        stats.spearmanr(given, [lengths[name, f"c{at}"] for at in range(60)]).statistic
        for name, given in values.items()
    ]
    assert found["value"] == pytest.approx(np.mean(each))
    assert abs(found["value"]) < 0.2
    # The same conversations in two versions tell no more than in one.
    one = table[table["dataset"] == "short"]
    again = pd.concat([one, one.assign(dataset="version")], ignore_index=True)
    same = lengths | {("version", f"c{at}"): lengths["short", f"c{at}"] for at in range(60)}
    alone, both = (summary.summarise(part, same, FEW, 1)["length_bias"]["naturalness"] for part in (one, again))
    assert both["high"] - both["low"] == pytest.approx(alone["high"] - alone["low"], rel=0.15)


def test_a_judge_that_likes_what_it_wrote_is_found_out() -> None:
    random = np.random.default_rng(1)
    quality = random.integers(2, 4, 30)
    table = scores(
        {("own", "x", 0): quality + 1, ("own", "y", 0): quality, ("other", "x", 0): quality, ("other", "y", 0): quality}
    )
    writers = {
        (dataset, f"c{at}"): "x" if dataset == "own" else "z" for dataset in ("own", "other") for at in range(30)
    }
    found = summary.self_preference(table, writers, FEW, 1)
    assert found["x"]["value"] == pytest.approx(1)
    assert found["y"]["value"] is None
    assert summary.among_judges(table, FEW, 1)["naturalness"]["value"] is not None
    alone = table[table["judge"] == "x"]
    assert "one judge only" in summary.self_preference(alone, writers, FEW, 1)["reason"]
    assert summary.among_judges(alone, FEW, 1) == {"reason": "one judge only"}

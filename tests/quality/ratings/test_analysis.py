from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from muse.quality.ratings.analysis import analyse
from muse.quality.ratings.table import Ratings, read
from muse.quality.settings import ResamplingSettings, ScaleSettings

FEW = ResamplingSettings(draws=100, confidence=0.95)
SCALE = ScaleSettings(lowest=1, highest=5)
FED = Path(__file__).parents[4] / "shared/data/fed-ratings/dialogue_ratings.csv"


def table(rows: list[tuple[str, str, str, float]]) -> Ratings:
    frame = pd.DataFrame(rows, columns=["item", "system", "rater", "score"]).assign(dimension="d")
    return Ratings(frame, SCALE)


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        ([(f"i{i}", "AB"[i % 2], "r1", i % 5 + 1) for i in range(12)], "one rater only"),
        ([(f"i{i}", "AB"[i % 2], f"r{r}", 3) for i in range(12) for r in range(3)], "all scores are equal"),
        ([(f"i{i}", "AB"[i % 2], f"r{i}", i % 5 + 1) for i in range(12)], "no unit was scored by two raters"),
        ([("i1", "A", "r1", np.nan)], "no scores"),
    ],
    ids=["one rater", "all equal", "no overlap", "all missing"],
)
def test_tables_that_agreement_is_not_defined_on_are_analysed_with_reasons(
    rows: list[tuple[str, str, str, float]], alpha: str
) -> None:
    found = analyse(table(rows), FEW, 1, raters_known=True)
    json.dumps(found, allow_nan=False)
    for measure in found["agreement"]["d"].values():
        assert measure["value"] is None
        assert measure["reason"]
    assert alpha in found["agreement"]["d"]["alpha_ordinal"]["reason"]
    for mean in found["means"]:
        assert mean["reason"] or mean["low"] <= mean["value"] <= mean["high"]


@pytest.mark.skipif(not FED.exists(), reason="../shared/data/fed-ratings is not here")
def test_fed_is_analysed_whole() -> None:
    ratings = read(FED, ScaleSettings(lowest=0, highest=4), None)
    overall = Ratings(ratings.frame[ratings.frame["dimension"] == "Overall"], ratings.scale)
    found = analyse(overall, FEW, 1, raters_known=False)
    json.dumps(found, allow_nan=False)
    assert len(ratings.dimensions) == 11
    assert found["units"] == 125
    assert {mean["system"]: round(mean["value"], 3) for mean in found["means"]} == {
        system: round(overall.frame.loc[overall.frame["system"] == system, "score"].mean(), 3)
        for system in ("Human", "Meena", "Mitsuku")
    }
    assert found["comparison"]["Overall"]["rank_test"]["test"] == "Kruskal-Wallis over item means"


def test_a_hundred_thousand_rows_take_seconds(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    units = 25_000
    rater = np.concatenate([random.permutation(30)[:4] for _ in range(units)])
    system = np.repeat(np.arange(units) % 3, 4)
    effect = np.repeat(random.normal(0, 0.6, units), 4)
    frame = pd.DataFrame(
        {
            "item": [f"i{unit}" for unit in np.repeat(np.arange(units), 4)],
            "system": [f"s{number}" for number in system],
            "dimension": "d",
            "rater": [f"r{number}" for number in rater],
            "score": np.clip(np.rint(random.normal(3 + 0.2 * system + effect, 0.9)), 1, 5).astype(int),
        }
    )
    frame.to_csv(tmp_path / "ratings.csv", index=False)
    started = time.process_time()
    found = analyse(read(tmp_path / "ratings.csv", SCALE, None), FEW, 1, raters_known=True)
    assert time.process_time() - started < 30
    assert found["ratings"] == 100_000
    assert found["comparison"]["d"]["mixed_model"]["rows"] <= 5000
    assert found["comparison"]["d"]["pairs"][0]["difference"]["high"] < 0

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from muse.core.errors import MuseError
from muse.quality.ratings import repeats
from muse.quality.ratings.simulate import simulate
from muse.quality.settings import QualitySettings, ResamplingSettings, ScaleSettings

FEW = ResamplingSettings(draws=200, confidence=0.95)
SCALE = ScaleSettings(lowest=1, highest=5)
HEADER = "item,system,dimension,rater,first,again\n"


def frame(pairs: list[tuple[int, int]]) -> pd.DataFrame:
    rows = [(f"i{at}", "A", "d", f"r{at % 2}", first, again) for at, (first, again) in enumerate(pairs)]
    return pd.DataFrame(rows, columns=list(repeats.COLUMNS))


def test_by_hand() -> None:
    found = repeats.analyse(frame([(4, 4), (3, 5), (2, 2), (5, 4), (1, 1), (3, 3)]), FEW, 1)
    measured = found["dimensions"]["d"]
    assert measured["equal_share"]["value"] == pytest.approx(4 / 6)
    assert measured["shift"]["value"] == pytest.approx((2 - 1) / 6)
    # Differences 2 and -1 of six: the variance of one score is half of that of a difference.
    assert measured["sd_within"] == pytest.approx(((4 + 1) / 6 / 2) ** 0.5)
    assert found["raters"] == {
        "r0": {"scores": 3, "equal_share": 1.0},
        "r1": {"scores": 3, "equal_share": pytest.approx(1 / 3)},
    }


def test_kappa_is_that_of_statsmodels(settings: QualitySettings) -> None:
    drawn = simulate(settings.simulation, settings.scale, 1, 0).repeats
    part = drawn[drawn["dimension"] == "naturalness"]
    counts = pd.crosstab(part["first"], part["again"]).reindex(index=range(1, 6), columns=range(1, 6), fill_value=0)
    found = repeats.analyse(part, FEW, 1)["dimensions"]["naturalness"]
    expected = cohens_kappa(counts.to_numpy(), wt="quadratic").kappa
    assert found["weighted_kappa"]["value"] == pytest.approx(expected, abs=1e-9)


def test_what_was_scored_twice_was_scored_so_the_first_time(settings: QualitySettings) -> None:
    study = simulate(settings.simulation, settings.scale, 1, 0)
    both = study.repeats.merge(study.ratings, on=["item", "system", "dimension", "rater"])
    assert len(both) == len(study.repeats)
    assert (both["first"] == both["score"]).all()
    assert study.repeats.groupby("rater")["item"].nunique().max() == settings.simulation.repeats


def test_nothing_repeated_says_so(tmp_path: Path) -> None:
    (tmp_path / "repeats.csv").write_text(HEADER)
    found = repeats.analyse(repeats.read(tmp_path / "repeats.csv", SCALE, ["d"]), FEW, 1)
    assert found == {"reason": "nothing was repeated"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no repeated scores"),
        ("item,rater\n", "no column system, dimension, first, again"),
        (HEADER + "i,A,d,r,1,6\n", "again is '6', expected one of 1, 2, 3, 4, 5"),
        (HEADER + "i,A,charm,r,1,2\n", "dimension is 'charm'"),
    ],
)
def test_what_cannot_be_analysed_is_named(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "repeats.csv").write_text(text)
    with pytest.raises(MuseError, match=problem) as error:
        repeats.read(tmp_path / "repeats.csv", SCALE, ["d"])
    assert "repeats.csv" in str(error.value.where)

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from muse.quality.ratings import attention
from muse.quality.ratings.analysis import analyse
from muse.quality.ratings.design import assign
from muse.quality.ratings.simulate import simulate, true_means
from muse.quality.ratings.table import Ratings, check
from muse.quality.settings import QualitySettings


def test_the_truth_is_the_mean_of_very_many_ratings(settings: QualitySettings) -> None:
    model = settings.simulation.model_copy(
        update={"systems": {"A": 4.3}, "dimensions": {"d": 0.0}, "rater_sd": 0.0, "item_sd": 0.8, "careless_raters": 0}
        | {"items_per_system": 4000}
    )
    drawn = simulate(model, settings.scale, 1, 0).ratings["score"].astype(float)
    truth = true_means(model, settings.scale)["mean"].item()
    assert drawn.mean() == pytest.approx(truth, abs=0.03)
    assert truth < 4.3  # the scale ends at 5


def test_the_analysis_leaves_the_careless_rater_out_and_recovers_the_truth(settings: QualitySettings) -> None:
    model = settings.simulation.model_copy(update={"items_per_system": 60, "dimensions": {"naturalness": 0.0}})
    study = simulate(model, settings.scale, 5, 0)
    table = check(Ratings(study.ratings.astype({"score": float}), settings.scale), ["naturalness"], "drawn")
    failed = attention.failed(study.attention)
    assert len(failed) == 1
    found = analyse(table.without(failed), settings.resampling, 1, raters_known=True)
    truth = study.truth.set_index("system")["mean"]
    for mean in found["means"]:
        assert mean["low"] < truth[mean["system"]] < mean["high"]


def test_the_same_seed_gives_the_same_study(settings: QualitySettings) -> None:
    first, again, other = (simulate(settings.simulation, settings.scale, seed, 0).ratings for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(other)


@pytest.mark.parametrize(("units", "raters", "each"), [(30, 6, 3), (17, 5, 2), (200, 13, 3)])
def test_assignment_is_balanced(units: int, raters: int, each: int) -> None:
    panels = assign(units, raters, each, np.random.default_rng(1))
    load = np.bincount([rater for panel in panels for rater in panel], minlength=raters)
    assert all(len(set(panel)) == each for panel in panels)
    assert load.max() - load.min() <= 1
    met = np.zeros((raters, raters))
    for panel in panels:
        for a in panel:
            met[a, [b for b in panel if b != a]] += 1
    pairs = met[np.triu_indices(raters, 1)]
    assert pairs.max() - pairs.min() <= 3


def test_too_few_raters_is_an_error() -> None:
    with pytest.raises(Exception, match="3 ratings an item need as many raters, there are 2"):
        assign(5, 2, 3, np.random.default_rng(1))

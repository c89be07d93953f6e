"""The figures: one function each, from results to a matplotlib figure at its printed size."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from muse.paper.figures.dataset import conversation_shape, scenario_groups
from muse.paper.figures.finetune import learning_curves, recommendation
from muse.paper.figures.quality import diversity, judge_against_raters, ratings
from muse.paper.figures.retrieval import retrieval
from muse.paper.results import Results

FIGURES: dict[str, Callable[[Results], Figure]] = {
    "scenario_groups": scenario_groups,
    "conversation_shape": conversation_shape,
    "retrieval": retrieval,
    "diversity": diversity,
    "ratings": ratings,
    "judge_against_raters": judge_against_raters,
    "recommendation": recommendation,
    "learning_curves": learning_curves,
}

DRAWN = ("pipeline", "conversation")
"""The figures that are set: Typst files in paper/figures."""

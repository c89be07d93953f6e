"""Figures draw the numbers they are given, and always the same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.patches import PathPatch, Rectangle

from muse.paper.figures import FIGURES
from muse.paper.style import save
from paper.small import results


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_same_results_same_bytes(name: str, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        save(FIGURES[name](results()), tmp_path / folder, name)
    for kind in ("pdf", "svg", "png"):
        first, second = ((tmp_path / folder / f"{name}.{kind}").read_bytes() for folder in ("a", "b"))
        assert first == second, kind
        assert len(first) > 2000


def test_bars_are_as_long_as_the_counts() -> None:
    left, right = FIGURES["scenario_groups"](results()).axes
    assert [label.get_text() for label in left.get_yticklabels()] == ["Attend", "Sports"]
    assert [bar.get_width() for bar in left.patches] == [8, 2]
    assert [bar.get_width() for bar in right.patches] == [9, 1]


def test_bars_at_a_place_add_up_to_the_conversations_that_reach_it() -> None:
    _, below = FIGURES["conversation_shape"](results()).axes
    bars = [patch for patch in below.patches if isinstance(patch, Rectangle)]
    tops = [
        max(bar.get_y() + bar.get_height() for bar in bars if round(bar.get_center()[0]) == place)
        for place in (1, 2, 3)
    ]
    assert tops == pytest.approx([1.0, 1.0, 0.9])


def test_ribbons_join_the_bars_that_they_come_from_and_go_to() -> None:
    # place 1: chit-chat 0..1, of which the first tenth stays chit-chat and the rest goes to recommend at 0.1..1
    _, below = FIGURES["conversation_shape"](results()).axes
    ribbons = [patch.get_path().vertices for patch in below.patches if isinstance(patch, PathPatch)]
    ends = [(shape[0][1], shape[7][1], shape[3][1], shape[4][1]) for shape in ribbons]
    assert ends == [pytest.approx(end) for end in ((0, 0.1, 0, 0.1), (0.1, 1, 0.1, 1), (0.1, 1, 0, 0.9))]


def test_circles_of_judge_and_raters_grow_with_the_conversations_that_share_both_scores() -> None:
    (axes,) = FIGURES["judge_against_raters"](results()).axes  # the other dimension has a reason, no scores
    (circles,) = axes.collections
    assert [tuple(place) for place in circles.get_offsets()] == [(2, 3), (3.5, 3), (4, 4)]
    assert list(circles.get_sizes() / circles.get_sizes()[0]) == [1, 1, 2]
    assert [text.get_text() for text in axes.texts] == ["ρ = 0.50 [0.40, 0.60]"]


def test_losses_are_those_of_the_fine_tune_and_the_curve_is_drawn_only_where_there_is_one() -> None:
    found = results()
    (axes,) = FIGURES["learning_curves"](found).axes
    assert [line.get_xydata().tolist() for line in axes.lines] == [[[10, 4], [20, 3]], [[20, 3.5]]]
    row = {"model": "idefics3", "measure": "recall_at_1", "mean": 0.5, "low": 0.4, "high": 0.6}
    curve = [row | {"share": 0.1}, row | {"share": 1.0}]
    _, below = FIGURES["learning_curves"](replace(found, curve=curve)).axes
    assert below.lines[0].get_xdata().tolist() == [10, 100]


def test_recall_bars_and_the_chance_line() -> None:
    (axes,) = FIGURES["recommendation"](results()).axes
    assert [bar.get_height() for bar in axes.patches] == [0.1, 0.5, 0.2]
    assert any(set(line.get_ydata()) == {0.1} for line in axes.lines if line.get_label() == "chance")


def test_a_changed_number_changes_the_figure(tmp_path: Path) -> None:
    changed = results()
    changed.generation["rewriter"]["after"]["distinct_2"] = 0.9  # not drawn
    changed.statistics["all"]["scenario_groups"]["Sports"] = 7
    for folder, found in (("a", results()), ("b", changed)):
        save(FIGURES["scenario_groups"](found), tmp_path / folder, "x")
    assert (tmp_path / "a/x.svg").read_bytes() != (tmp_path / "b/x.svg").read_bytes()


def test_search_by_method_and_kind_of_query() -> None:
    pictures, attributes = FIGURES["retrieval"](results()).axes
    assert [axes.get_title() for axes in (pictures, attributes)] == ["A picture", "All attributes"]
    assert [line.get_xdata()[0] for line in pictures.lines if len(line.get_xdata()) == 1][::3] == [0.9, 0.5, 0.4]

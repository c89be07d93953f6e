"""Figures draw the numbers they are given, and always the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_stacked_actions_add_up_to_the_utterances_at_a_place() -> None:
    _, below = FIGURES["conversation_shape"](results()).axes
    tops = [max(bar.get_y() + bar.get_height() for bar in below.patches if round(bar.get_center()[0]) == place)
            for place in (1, 2)]  # fmt: skip
    assert tops == [10, 10]


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

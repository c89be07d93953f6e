"""The tables hold the numbers of the results."""

from __future__ import annotations

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


def test_dataset_by_split() -> None:
    rows = {row[0]: row[1:] for row in TABLES["dataset"](results()).rows}
    assert rows["Conversations"] == ["10", "8", "3", "4"]
    assert rows["Tokens per utterance"] == ["8.33"] * 4
    assert rows["Multimodal openings"] == ["0"] * 4


def test_published_figures_are_marked_and_stand_apart_from_computed_ones() -> None:
    assert [row[:4] for row in TABLES["comparison"](results()).texts()] == [
        ["INSPIRED", "computed, dev.tsv", "99", "3,538"],
        ["INSPIRED", "published", "1,001", "35,811"],
        ["ReDial", "published", "10,006", "–"],
    ]


def test_judge_averages_repeats_before_conversations() -> None:
    # c1 was scored 2 and 4, c2 5, c3 not: means 3 and 5, so 4 over two conversations
    (row,) = TABLES["judge"](results()).rows
    assert row == ["muse", 4.0, None, None, None, None, 2]


def test_models_stand_once_and_missing_measures_are_a_dash() -> None:
    table = TABLES["recommendation"](results())
    assert [row[:2] for row in table.texts()] == [
        ["Idefics3", "base"],
        ["", "tuned, seed 1"],
        ["", "tuned, seed 1, blank images"],
    ]
    assert table.texts()[1][2:] == ["0.500", "–", "0.500", "–"]


def test_comparisons_name_what_they_are_against() -> None:
    (row,) = TABLES["comparisons"](results()).texts()
    assert row == ["Idefics3", "base", "recall at 1", "0.400", "[0.300, 0.500]", "0.0020"]

"""One table, three forms."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from muse.paper.tables.form import Column, Number, Table, as_csv, as_latex, preview, write

TABLE = Table(
    "t",
    [Column("Model"), Column("R@1", 3), Column("n", 0), Column("α")],
    [
        ["Qwen2-VL & co_1", 0.12345, 1200, Number(-0.25, 2, -0.512, 0.006, signed=True)],
        ["Qwen2-VL & co_1", None, 7, Number(None, 2)],
        ["=1+1", float("nan"), 7, Number(1234.5, 1)],
    ],
    grouped=True,
)


def test_latex_by_hand() -> None:
    assert as_latex(TABLE) == (
        "\\begin{tabular}{lrrr}\n\\toprule\nModel & R@1 & n & $\\alpha$ \\\\\n\\midrule\n"
        "Qwen2-VL \\& co\\_1 & 0.123 & 1,200 & $-$0.25 [$-$0.51, 0.01] \\\\\n & -- & 7 & -- \\\\\n"
        "\\midrule\n=1+1 & -- & 7 & 1,234.5 \\\\\n"
        "\\bottomrule\n\\end{tabular}\n"
    )


def test_a_p_value_is_never_nought() -> None:
    table = Table("p", [Column("p", 4)], [[3e-9], [0.00004], [0.00006], [0.0], [None]])
    assert [row for (row,) in table.texts()] == ["<0.0001", "<0.0001", "0.0001", "0.0000", "–"]
    assert "3e-09" in as_csv(table)


def test_long_text_wraps_in_latex() -> None:
    table = Table("t", [Column("Claim", wrapped=True), Column("Found")], [["A long sentence.", "1"]])
    assert as_latex(table).startswith("\\begin{tabular}{p{.55\\linewidth}l}\n")


def test_csv_keeps_precision_and_names_and_runs_no_formula(tmp_path: Path) -> None:
    write(TABLE, tmp_path)
    rows = list(csv.reader((tmp_path / "t.csv").open()))
    assert rows == [
        ["Model", "R@1", "n", "α", "α, low", "α, high"],
        ["Qwen2-VL & co_1", "0.12345", "1200", "-0.25", "-0.512", "0.006"],
        ["Qwen2-VL & co_1", "", "7", "", "", ""],
        ["'=1+1", "nan", "7", "1234.5", "", ""],
    ]


def test_what_rounds_to_nought_has_no_minus() -> None:
    assert Number(-0.004, 2, -0.006, -0.001).text() == "0.00 [−0.01, 0.00]"
    assert Number(-0.004, 2, signed=True).text() == "+0.00"


def test_json_for_typst(tmp_path: Path) -> None:
    write(TABLE, tmp_path)
    layout = json.loads((tmp_path / "t.json").read_text())
    assert layout["left"] == [True, False, False, False]
    assert layout["rows"][1] == ["", "–", "7", "–"]
    assert layout["rules"] == [2]


def test_groups_of_one_row_each_have_no_line_between_them() -> None:
    names = ["a", "b", "c", "c", "d", "e"]
    table = Table("t", [Column("Model")], [[name] for name in names], grouped=True)
    assert table.rules() == [2, 4]
    assert [row for (row,) in table.texts()] == ["a", "b", "c", "", "d", "e"]
    assert Table("t", [Column("Model")], [[name] for name in names]).rules() == []


def test_preview_names_each_table_and_figure() -> None:
    source = preview(["one", "two"], ["map"])
    assert [name for name in ("{one.tex}", "{two.tex}", "{../figures/map.pdf}") if name in source] == [
        "{one.tex}", "{two.tex}", "{../figures/map.pdf}",
    ]  # fmt: skip

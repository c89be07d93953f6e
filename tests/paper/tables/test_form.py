"""One table, three forms."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from muse.paper.tables.form import Column, Table, as_latex, write

TABLE = Table(
    "t",
    [Column("Model"), Column("R@1", 3), Column("n", 0)],
    [["Qwen2-VL & co_1", 0.12345, 1200], ["=1+1", None, 7], ["50 %", float("nan"), 7]],
    rules=[1],
)


def test_latex_by_hand() -> None:
    assert as_latex(TABLE) == (
        "\\begin{tabular}{lrr}\n\\toprule\nModel & R@1 & n \\\\\n\\midrule\n"
        "Qwen2-VL \\& co\\_1 & 0.123 & 1,200 \\\\\n\\midrule\n=1+1 & -- & 7 \\\\\n50 \\% & -- & 7 \\\\\n"
        "\\bottomrule\n\\end{tabular}\n"
    )


def test_csv_keeps_precision_and_runs_no_formula(tmp_path: Path) -> None:
    write(TABLE, tmp_path)
    rows = list(csv.reader((tmp_path / "t.csv").open()))
    assert rows[1] == ["Qwen2-VL & co_1", "0.12345", "1200"]
    assert rows[2] == ["'=1+1", "", "7"]


def test_json_for_typst(tmp_path: Path) -> None:
    write(TABLE, tmp_path)
    layout = json.loads((tmp_path / "t.json").read_text())
    assert layout["left"] == [True, False, False]
    assert layout["rows"][0] == ["Qwen2-VL & co_1", "0.123", "1,200"]

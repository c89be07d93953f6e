"""A table once, in three forms: CSV, LaTeX (booktabs) and the JSON that the Typst template sets."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from muse.core import escape
from muse.core.files import write_json, write_text

Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column: its heading and how many decimals its numbers show (None: text, set flush left)."""

    heading: str
    decimals: int | None = None


@dataclass(frozen=True)
class Table:
    """Rows of cells under columns. `rules` are the row numbers before which a thin line stands.

    Columns from `numbers_from` on are set flush right though their cells are text (None: no such).
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    rules: Sequence[int] = ()
    numbers_from: int | None = None

    def left(self) -> list[bool]:
        """Which columns are set flush left."""
        text = [column.decimals is None for column in self.columns]
        return [
            is_text and not (self.numbers_from is not None and place >= self.numbers_from)
            for place, is_text in enumerate(text)
        ]

    def texts(self) -> list[list[str]]:
        """The cells as shown: numbers rounded, None and NaN as a dash."""
        return [[_text(cell, column) for cell, column in zip(row, self.columns, strict=True)] for row in self.rows]


def _text(cell: Cell, column: Column) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return "–"
    if isinstance(cell, str):
        return cell
    return f"{cell:,.{column.decimals or 0}f}"


def write(table: Table, folder: Path) -> None:
    """Write `name`.csv, `name`.tex and `name`.json."""
    write_text(folder / f"{table.name}.csv", as_csv(table))
    write_text(folder / f"{table.name}.tex", as_latex(table))
    headings = [column.heading for column in table.columns]
    layout = {"headings": headings, "left": table.left(), "rows": table.texts(), "rules": list(table.rules)}
    write_json(folder / f"{table.name}.json", layout)


def as_csv(table: Table) -> str:
    """The cells with full precision; text that a spreadsheet would run is made inert."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.heading for column in table.columns])
    for row in table.rows:
        writer.writerow([escape.csv_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def as_latex(table: Table) -> str:
    """A `tabular` for `booktabs`."""
    spec = "".join("l" if left else "r" for left in table.left())
    lines = [rf"\begin{{tabular}}{{{spec}}}", r"\toprule"]
    lines.append(" & ".join(escape.latex(column.heading) for column in table.columns) + r" \\")
    lines.append(r"\midrule")
    for number, row in enumerate(table.texts()):
        if number in table.rules:
            lines.append(r"\midrule")
        lines.append(" & ".join(escape.latex(cell).replace("–", "--") for cell in row) + r" \\")
    return "\n".join([*lines, r"\bottomrule", r"\end{tabular}", ""])

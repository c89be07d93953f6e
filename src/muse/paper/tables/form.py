"""A table once, in three forms: CSV, LaTeX (booktabs) and the JSON that the Typst template sets."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from muse.core import escape
from muse.core.files import write_json, write_text


@dataclass(frozen=True)
class Number:
    """A number with decimals of its own; where it has an interval, that stands beside it."""

    value: float | None
    decimals: int
    low: float | None = None
    high: float | None = None
    signed: bool = False

    @classmethod
    def of(cls, estimate: Mapping[str, Any], decimals: int, *, signed: bool = False) -> Number:
        """From {"value", "low", "high"}."""
        return cls(estimate["value"], decimals, estimate["low"], estimate["high"], signed)

    def text(self) -> str:
        """As shown: rounded, thousands marked, the interval in brackets; a dash where it is not defined."""
        if self.value is None or math.isnan(self.value):
            return _DASH
        value = _rounded(self.value, self.decimals, "+" if self.signed else "")
        if self.low is None or self.high is None:
            return value
        return f"{value} [{_rounded(self.low, self.decimals)}, {_rounded(self.high, self.decimals)}]"


def _rounded(value: float, decimals: int, sign: str = "") -> str:
    """With a true minus; what rounds to nought has no minus."""
    return f"{value:{sign}z,.{decimals}f}".replace("-", "−")


Cell = str | int | float | Number | None
_DASH = "–"


@dataclass(frozen=True)
class Column:
    """A column: its heading, how many decimals its plain numbers show (None: it has none), whether long text wraps."""

    heading: str
    decimals: int | None = None
    wrapped: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells under columns. Where `grouped`, rows with the same first cell belong together."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    grouped: bool = False

    def left(self) -> list[bool]:
        """Which columns are set flush left: those of text."""
        return [
            column.decimals is None and not any(isinstance(row[place], Number) for row in self.rows)
            for place, column in enumerate(self.columns)
        ]

    def texts(self) -> list[list[str]]:
        """The cells as shown: numbers rounded, None and NaN as a dash; a group's name stands once."""
        rows = [[_text(cell, column) for cell, column in zip(row, self.columns, strict=True)] for row in self.rows]
        if not self.grouped:
            return rows
        return [["" if self._goes_on(place) else row[0], *row[1:]] for place, row in enumerate(rows)]

    def rules(self) -> list[int]:
        """Before which rows a thin line stands: between groups, save between two of one row each."""
        if not self.grouped:
            return []
        starts = [place for place in range(len(self.rows)) if not self._goes_on(place)]
        sizes = [after - start for start, after in pairwise([*starts, len(self.rows)])]
        return [start for start, one, other in zip(starts[1:], sizes, sizes[1:], strict=False) if max(one, other) > 1]

    def _goes_on(self, place: int) -> bool:
        return place > 0 and self.rows[place][0] == self.rows[place - 1][0]


def _text(cell: Cell, column: Column) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Number):
        return cell.text()
    decimals = column.decimals or 0
    least = 10.0**-decimals
    # No p value is nought.
    if cell is not None and 0 < cell < least / 2:
        return f"<{_rounded(least, decimals)}"
    return Number(cell, decimals).text()


def write(table: Table, folder: Path) -> None:
    """Write `name`.csv, `name`.tex and `name`.json."""
    write_text(folder / f"{table.name}.csv", as_csv(table))
    write_text(folder / f"{table.name}.tex", as_latex(table))
    headings = [column.heading for column in table.columns]
    layout = {"headings": headings, "left": table.left(), "rows": table.texts(), "rules": table.rules()}
    write_json(folder / f"{table.name}.json", layout)


def as_csv(table: Table) -> str:
    """The cells with full precision, an interval's ends in columns of their own.

    Text that a spreadsheet would run is made inert.
    """
    ends = [any(_bounded(row[place]) for row in table.rows) for place in range(len(table.columns))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    headings = [
        [heading, f"{heading}, low", f"{heading}, high"] if wide else [heading]
        for heading, wide in zip([column.heading for column in table.columns], ends, strict=True)
    ]
    writer.writerow([heading for group in headings for heading in group])
    for row in table.rows:
        writer.writerow([value for cell, wide in zip(row, ends, strict=True) for value in _values(cell, wide=wide)])
    return out.getvalue()


def _bounded(cell: Cell) -> bool:
    return isinstance(cell, Number) and cell.low is not None


def _values(cell: Cell, *, wide: bool) -> list[str | float | None]:
    if isinstance(cell, Number):
        return [cell.value, cell.low, cell.high] if wide else [cell.value]
    value = escape.csv_cell(cell) if isinstance(cell, str) else cell
    return [value, None, None] if wide else [value]


def as_latex(table: Table) -> str:
    """A `tabular` for `booktabs`."""
    spec = "".join(
        r"p{.55\linewidth}" if column.wrapped else "l" if left else "r"
        for column, left in zip(table.columns, table.left(), strict=True)
    )
    lines = [rf"\begin{{tabular}}{{{spec}}}", r"\toprule"]
    lines.append(" & ".join(_latex(column.heading) for column in table.columns) + r" \\")
    lines.append(r"\midrule")
    rules = table.rules()
    for number, row in enumerate(table.texts()):
        if number in rules:
            lines.append(r"\midrule")
        lines.append(" & ".join(_latex(cell) for cell in row) + r" \\")
    return "\n".join([*lines, r"\bottomrule", r"\end{tabular}", ""])


_SYMBOLS = {
    "–": "--",
    "−": "$-$",
    "α": r"$\alpha$",
    "δ": r"$\delta$",
    "ρ": r"$\rho$",
    "≥": r"$\geq$",
    "≤": r"$\leq$",
    "±": r"$\pm$",
    "…": r"\ldots{}",
}


def _latex(text: str) -> str:
    """Text of a cell; the symbols that pdfLaTeX has in mathematics alone."""
    return "".join(_SYMBOLS.get(char, char) for char in escape.latex(text))


def preview(tables: Sequence[str], figures: Sequence[str]) -> str:
    """A LaTeX document that shows all tables and figures: what they look like, and the packages that they need.

    It is compiled in the folder of the tables; the figures lie beside that folder.
    """
    lines = [
        r"\pdfminorversion=7",  # that of the figures which Typst sets
        r"\documentclass[a4paper]{article}",
        r"\usepackage{booktabs,graphicx}",
        r"\newsavebox{\whole}",
        r"\newcommand{\present}[1]{\par\bigskip\noindent\texttt{\detokenize{#1}}\par\nobreak\noindent",
        r"  \ifdim\wd\whole>\linewidth\savebox{\whole}{\resizebox{\linewidth}{!}{\usebox{\whole}}}\fi",
        r"  \ifdim\dimexpr\ht\whole+\dp\whole>.9\textheight\resizebox*{!}{.9\textheight}{\usebox{\whole}}",
        r"  \else\usebox{\whole}\fi\par}",
        r"\begin{document}",
    ]
    lines += [rf"\savebox{{\whole}}{{\input{{{name}.tex}}\unskip}}\present{{tables/{name}.tex}}" for name in tables]
    lines += [
        rf"\savebox{{\whole}}{{\includegraphics{{../figures/{name}.pdf}}}}\present{{figures/{name}.pdf}}"
        for name in figures
    ]
    return "\n".join([*lines, r"\end{document}", ""])

"""One look for all figures: printed size, colour-blind safe, vector, the same bytes for the same data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from muse.core.files import replacing

COLUMN_IN, PAGE_IN = 3.25, 6.75
"""Widths of one column and of both, in inches, as in paper/template.typ: figures are drawn at their printed size."""

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#555555")
"""Okabe and Ito (2008), blue first; the last is a neutral grey."""

_RC: Any = {
    "font.family": "STIXGeneral",  # the paper's own
    "font.size": 8,
    "axes.titlesize": 8.5,
    "axes.labelsize": 8,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.5,
    "legend.fontsize": 7.5,
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "axes.prop_cycle": cycler(color=PALETTE),
    "axes.axisbelow": True,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.5,
    "lines.linewidth": 1.2,
    "lines.markersize": 3.5,
    "errorbar.capsize": 2,
    "figure.constrained_layout.use": True,
    "savefig.dpi": 300,
    "svg.hashsalt": "muse",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}

_UNDATED = {"pdf": {"CreationDate": None}, "svg": {"Date": None}, "png": {"Software": None}}


mpl.rcParams.update(_RC)


def new(width: float, height: float, **layout: Any) -> tuple[Figure, Any]:
    """An empty figure of this printed size in inches, and its axes (`layout` as for `Figure.subplots`)."""
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots(**layout)


def save(figure: Figure, folder: Path, name: str) -> None:
    """Write `name`.pdf, .svg and .png, without dates or random ids."""
    for kind, metadata in _UNDATED.items():
        with replacing(folder / f"{name}.{kind}") as path:
            figure.savefig(path, format=kind, metadata=metadata)

"""The figure of search: how often it finds the item that a query was written for."""

from __future__ import annotations

import textwrap

from matplotlib.figure import Figure

from muse.paper import style
from muse.paper.results import Results

_TITLE_LETTERS = 20


def retrieval(results: Results) -> Figure:
    """Recall@8 of each method on each kind of query, with bootstrap intervals over the queries."""
    methods = list(results.retrieval)
    kinds = list(dict.fromkeys(kind for found in results.retrieval.values() for kind in found["by_kind"]))
    figure, row = style.new(style.COLUMN_IN, 1.5, ncols=max(1, len(kinds)), sharey=True, squeeze=False)
    for axes, kind in zip(row[0], kinds, strict=False):
        for place, method in enumerate(methods):
            found = results.retrieval[method]["by_kind"][kind]["recall@8"]
            spread = [[found["value"] - found["low"]], [found["high"] - found["value"]]]
            colour = style.PALETTE[place % len(style.PALETTE)]
            axes.errorbar([found["value"]], [place], xerr=spread, fmt="osD^v"[place % 5], color=colour)
        axes.set_title(textwrap.fill(kind.capitalize(), _TITLE_LETTERS), size=8, linespacing=1)
        axes.set_yticks(range(len(methods)), [method.capitalize() for method in methods])
        axes.set_ylim(len(methods) - 0.5, -0.5)
        axes.set_xlim(-0.05, 1.05)
        axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"])
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="x")
    figure.supxlabel("Recall@8", size=8)
    return figure

"""Figures of the fine-tuning: what it adds, what the pictures and titles are worth, and how it was learned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from muse.paper import style
from muse.paper.results import Results, Row, model_name

_VARIANTS = (
    ("base", "full", "base", "#BBBBBB"),
    ("tuned", "full", "fine-tuned", style.PALETTE[0]),
    ("tuned", "blank", "blank images", style.PALETTE[1]),
    ("tuned", "no-title", "no titles", style.PALETTE[2]),
)


def recommendation(results: Results) -> Figure:
    """Recall@1 of each model before and after fine-tuning (the first seed), with pictures or titles taken away."""
    rows = [row for row in results.recommendation if row["measure"] == "recall_at_1"]
    models = list(dict.fromkeys(row["model"] for row in rows if row["run"] != "baseline"))
    runs = {"base": "base", "tuned": _first_seed(rows)}
    figure, axes = style.new(style.COLUMN_IN, 1.8)
    for number, (run, condition, label, colour) in enumerate(_VARIANTS):
        found = {row["model"]: row for row in rows if row["run"] == runs[run] and row["condition"] == condition}
        shown = [(place, found[model]) for place, model in enumerate(models) if model in found]
        if not shown:
            continue
        axes.bar(
            [place + 0.2 * (number - 1.5) for place, _ in shown],
            [row["mean"] for _, row in shown],
            yerr=[[row["mean"] - row["low"] for _, row in shown], [row["high"] - row["mean"] for _, row in shown]],
            width=0.18,
            color=colour,
            error_kw={"elinewidth": 0.8},
            label=label,
        )
    axes.axhline(1 / results.finetune["candidates"], color="#333333", linewidth=0.8, linestyle=":", label="chance")
    line, *bars = zip(*axes.get_legend_handles_labels(), strict=True)  # lines come first, whenever they were drawn
    axes.set_xticks(range(len(models)), [model_name(model) for model in models])
    axes.set_ylim(0, 1)
    axes.set_ylabel("Recall@1")
    axes.grid(axis="y")
    legend = zip(*bars, line, strict=True)
    figure.legend(*legend, loc="outside upper center", ncols=5, handlelength=1, columnspacing=0.9)
    return figure


def learning_curves(results: Results) -> Figure:
    """Losses of each fine-tune (the first seed) by step; below, where it was run, Recall@1 by share of the data."""
    run = _first_seed(results.losses)
    rows = [row for row in results.losses if row["run"] == run]
    models = list(dict.fromkeys(row["model"] for row in rows))
    by_share = [row for row in results.curve if row["measure"] == "recall_at_1"]
    kinds = 2 if by_share else 1
    figure, grid = style.new(
        style.COLUMN_IN, 0.2 + 1.5 * kinds, nrows=kinds, ncols=max(1, len(models)), sharey="row", squeeze=False
    )
    for place, model in enumerate(models):
        _losses(grid[0][place], [row for row in rows if row["model"] == model])
        grid[0][place].set_title(model_name(model))
        if by_share:
            _by_share(grid[1][place], [row for row in by_share if row["model"] == model])
    noted = [row[kind] for row in rows for kind in ("training", "validation") if row[kind] is not None]
    grid[0][0].set_ylim(0, 1.1 * max(noted, default=1))
    grid[0][0].set_ylabel("Loss (nats/token)")
    if by_share:
        grid[1][0].set_ylabel("Recall@1")
    handles = dict(zip(*reversed(grid[0][0].get_legend_handles_labels()), strict=True))
    figure.legend(handles.values(), handles.keys(), loc="outside upper center", ncols=2)
    return figure


def _losses(axes: Axes, rows: list[Row]) -> None:
    for column, colour, mark in (("training", style.PALETTE[0], "o"), ("validation", style.PALETTE[1], "s")):
        known = [(row["step"], row[column]) for row in rows if row[column] is not None]
        if known:
            axes.plot(*zip(*known, strict=True), color=colour, marker=mark, markersize=2.5, label=column)
    axes.set_xlim(left=0)
    axes.xaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.set_xlabel("Step")
    axes.grid(axis="y")


def _by_share(axes: Axes, rows: list[Row]) -> None:
    spread = [[row["mean"] - row["low"] for row in rows], [row["high"] - row["mean"] for row in rows]]
    shares = [100 * row["share"] for row in rows]
    axes.errorbar(shares, [row["mean"] for row in rows], yerr=spread, color=style.PALETTE[2], marker="D")
    axes.set_ylim(0, 1)
    axes.set_xlabel("Training data (%)")
    axes.grid(axis="y")


def _first_seed(rows: Sequence[Row]) -> str:
    """The run that is the first fine-tune on all of the data, as in seed1; empty where there is none."""
    return next((row["run"] for row in rows if re.fullmatch(r"seed\d+", row["run"])), "")

"""Figures of quality: lexical diversity, ratings with intervals, the judge against the raters."""

from __future__ import annotations

from collections import Counter

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from muse.paper import style
from muse.paper.results import Results, Row, dataset_name, dimension_name, ordered

_DIVERSITY = {"distinct_2": "Distinct-2", "distinct_3": "Distinct-3", "self_bleu": "Self-BLEU", "mtld": "MTLD"}


def diversity(results: Results) -> Figure:
    """Lexical measures of each dataset on blocks of equal size, with bootstrap intervals over the blocks."""
    datasets = results.text["datasets"]
    figure, grid = style.new(style.COLUMN_IN, 0.95 + 0.32 * len(datasets), nrows=2, ncols=2, sharey=True)
    for axes, (measure, title) in zip(grid.flat, _DIVERSITY.items(), strict=True):
        for number, (name, found) in enumerate(datasets.items()):
            value = found["measures"][measure]
            if value["value"] is not None:
                _points(axes, [(number, value["value"], value["low"], value["high"])], name, number, lying=True)
        axes.set_title(title)
        axes.set_yticks(range(len(datasets)), [dataset_name(name) for name in datasets])
        axes.set_ylim(len(datasets) - 0.5, -0.5)
        axes.margins(x=0.15)
        axes.xaxis.set_major_locator(MaxNLocator(3))
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="x")
    return figure


def ratings(results: Results) -> Figure:
    """Mean rating of each system on each dimension, with cluster-bootstrap intervals."""
    found = results.ratings
    figure, axes = style.new(style.COLUMN_IN, 2.2)
    dimensions, systems = ordered(found["dimensions"]), list(found["systems"])
    for number, system in enumerate(systems):
        shift = 0.2 * (number - (len(systems) - 1) / 2)
        means = {mean["dimension"]: mean for mean in found["all"]["means"] if mean["system"] == system}
        known = [
            (place + shift, means[d]["value"], means[d]["low"], means[d]["high"])
            for place, d in enumerate(dimensions)
            if means.get(d, {}).get("value") is not None
        ]
        _points(axes, known, system, number, lying=True)
    axes.set_yticks(range(len(dimensions)), [dimension_name(d) for d in dimensions])
    axes.set_ylim(len(dimensions) - 0.5, -0.5)
    axes.set_xlim(found["scale"]["lowest"], found["scale"]["highest"])
    axes.set_xlabel(f"Mean score ({found['source']})")
    axes.grid(axis="x")
    figure.legend(loc="outside upper right", ncols=len(systems))
    return figure


_LARGEST_PT2 = 70.0
"""Area of the largest circle, in square points."""


def judge_against_raters(results: Results) -> Figure:
    """For each dimension: a conversation's judge score against its raters' mean; circles by how many share both."""
    judges = results.against_raters["judges"]
    found = {dimension: pairs for dimension, pairs in judges[min(judges)].items() if "pairs" in pairs}
    dimensions = ordered(found)
    low, high = results.ratings["scale"]["lowest"], results.ratings["scale"]["highest"]
    counts = {d: Counter((rater, judge) for rater, judge in found[d]["pairs"]) for d in dimensions}
    most = max((max(c.values(), default=1) for c in counts.values()), default=1)
    figure, row = style.new(style.PAGE_IN, 1.75, ncols=len(dimensions), sharey=True, squeeze=False)
    for axes, dimension in zip(row[0], dimensions, strict=True):
        axes.plot([low, high], [low, high], color="#999999", linewidth=0.7, linestyle=":")
        places = sorted(counts[dimension].items())
        axes.scatter(
            [rater for (rater, _), _ in places],
            [judge for (_, judge), _ in places],
            s=[_LARGEST_PT2 * count / most for _, count in places],
            color=style.PALETTE[0],
            alpha=0.55,
            linewidths=0,
        )
        axes.set_title(dimension_name(dimension), size=8)
        axes.text(0.04, 0.95, _correlation(found[dimension]["spearman"]), transform=axes.transAxes, va="top", size=7)
        axes.set(xlim=(low - 0.4, high + 0.4), ylim=(low - 0.4, high + 1.0))
        axes.set_xticks(range(low, high + 1))
        axes.set_yticks(range(low, high + 1))
        axes.grid()
    row[0][0].set_ylabel("Judge")
    figure.supxlabel("Mean of the raters", size=8)
    return figure


def _correlation(found: Row) -> str:
    if found["value"] is None:
        return f"no ρ: {found['reason']}"
    if found["low"] is None:
        return f"ρ = {found['value']:.2f}"
    return f"ρ = {found['value']:.2f} [{found['low']:.2f}, {found['high']:.2f}]"


def _points(
    axes: Axes,
    known: list[tuple[float, float, float | None, float | None]],
    label: str,
    number: int,
    *,
    lying: bool = False,
) -> None:
    """Points, (place, value, low, high) each, with intervals where known; every series has a colour and a marker."""
    places = [place for place, *_ in known]
    values = [value for _, value, *_ in known]
    lows = [value if low is None else low for _, value, low, _ in known]
    highs = [value if high is None else high for _, value, _, high in known]
    spread = [
        [value - low for value, low in zip(values, lows, strict=True)],
        [high - value for value, high in zip(values, highs, strict=True)],
    ]
    axes.errorbar(
        *((values, places) if lying else (places, values)),
        xerr=spread if lying else None,
        yerr=None if lying else spread,
        fmt="osD^v"[number % 5],
        color=style.PALETTE[number % len(style.PALETTE)],
        linestyle="none",
        label=label,
    )

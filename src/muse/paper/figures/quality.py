"""Figures of quality: lexical diversity, ratings with intervals."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from muse.paper import style
from muse.paper.results import DIMENSIONS, Results

_ORDERS = (1, 2, 3, 4)


def diversity(results: Results) -> Figure:
    """Distinct-n of each dataset on blocks of equal size, with bootstrap intervals over the blocks."""
    datasets = results.text["datasets"]
    figure, axes = style.new(style.COLUMN_IN, 1.7)
    for number, (name, found) in enumerate(datasets.items()):
        shift = 0.12 * (number - (len(datasets) - 1) / 2)
        measures = [(n, found["measures"].get(f"distinct_{n}", {})) for n in _ORDERS]
        known = [(n + shift, m["value"], m["low"], m["high"]) for n, m in measures if m.get("value") is not None]
        _points(axes, known, name, number)
    axes.set_xticks(_ORDERS, [f"distinct-{n}" for n in _ORDERS])
    axes.set_ylim(0, 1)
    axes.set_ylabel("Share of distinct n-grams")
    axes.grid(axis="y")
    axes.legend(loc="lower right")
    return figure


def ratings(results: Results) -> Figure:
    """Mean rating of each system on each dimension, with cluster-bootstrap intervals."""
    found = results.ratings
    figure, axes = style.new(style.COLUMN_IN, 2.2)
    dimensions, systems = list(found["dimensions"]), list(found["systems"])
    for number, system in enumerate(systems):
        shift = 0.2 * (number - (len(systems) - 1) / 2)
        means = {mean["dimension"]: mean for mean in found["all"]["means"] if mean["system"] == system}
        known = [
            (place + shift, means[d]["value"], means[d]["low"], means[d]["high"])
            for place, d in enumerate(dimensions)
            if means.get(d, {}).get("value") is not None
        ]
        _points(axes, known, system, number, lying=True)
    axes.set_yticks(range(len(dimensions)), [DIMENSIONS.get(d, d.replace("_", " ")) for d in dimensions])
    axes.set_ylim(len(dimensions) - 0.5, -0.5)
    axes.set_xlim(found["scale"]["lowest"], found["scale"]["highest"])
    axes.set_xlabel(f"Mean score ({found['source']})")
    axes.grid(axis="x")
    figure.legend(loc="outside upper right", ncols=len(systems))
    return figure


def _points(
    axes: Axes, known: list[tuple[float, float, float, float]], label: str, number: int, *, lying: bool = False
) -> None:
    """Points with intervals, (place, value, low, high) each; every series has a colour and a marker of its own."""
    places = [place for place, *_ in known]
    values = [value for _, value, *_ in known]
    spread = [[value - low for _, value, low, _ in known], [high - value for _, value, _, high in known]]
    axes.errorbar(
        *((values, places) if lying else (places, values)),
        xerr=spread if lying else None,
        yerr=None if lying else spread,
        fmt="osD^v"[number % 5],
        color=style.PALETTE[number % len(style.PALETTE)],
        linestyle="none",
        label=label,
    )

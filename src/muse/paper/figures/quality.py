"""Figures of quality: lexical diversity, ratings with intervals."""

from __future__ import annotations

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
    """Mean rating of each system on each dimension, with 95 % cluster-bootstrap intervals."""
    found = results.ratings
    figure, axes = style.new(style.COLUMN_IN, 2.0)
    dimensions = list(found["dimensions"])
    for number, system in enumerate(found["systems"]):
        shift = 0.16 * (number - (len(found["systems"]) - 1) / 2)
        means = {mean["dimension"]: mean for mean in found["all"]["means"] if mean["system"] == system}
        known = [
            (place + shift, means[d]["value"], means[d]["low"], means[d]["high"])
            for place, d in enumerate(dimensions)
            if means.get(d, {}).get("value") is not None
        ]
        _points(axes, known, system, number)
    names = [DIMENSIONS.get(d, d.replace("_", " ")) for d in dimensions]
    axes.set_xticks(range(len(dimensions)), [name.replace(" ", "\n", 1) for name in names])
    axes.set_ylim(found["scale"]["lowest"] - 0.1, found["scale"]["highest"] + 0.1)
    axes.set_ylabel(f"Mean score ({found['source']})")
    axes.grid(axis="y")
    figure.legend(loc="outside upper center", ncols=3)
    return figure


def _points(axes: object, known: list[tuple[float, float, float, float]], label: str, number: int) -> None:
    """Points with intervals; each series has a colour and a marker of its own."""
    below = [value - low for _, value, low, _ in known]
    above = [high - value for _, value, _, high in known]
    axes.errorbar(  # type: ignore[attr-defined]
        [place for place, *_ in known],
        [value for _, value, *_ in known],
        yerr=[below, above],
        fmt="osD^v"[number % 5],
        color=style.PALETTE[number % len(style.PALETTE)],
        linestyle="none",
        label=label,
    )

"""The rules of the DAG, drawn in layers: each below all that it needs (Sugiyama, Tagawa and Toda 1981)."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from statistics import fmean

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Patch, PathPatch
from matplotlib.path import Path

from muse.paper.style import PALETTE

PLACE_IN, LAYER_IN = 0.74, 0.48
BOX = (0.92, 0.54)  # width and height, in places and layers
PASSING = 0.16  # the width that a line takes where it passes a layer, in places
SWEEPS = 24

Node = tuple[str, int]  # a rule in its layer, or further down its line as it passes another layer


def rule_graph(needs: Mapping[str, set[str]], parts: Mapping[str, str]) -> Figure:
    """The rules, joined to those that each needs. `needs`: by rule, no circles; `parts`: the part of each rule."""
    edges = _direct(needs)
    level = _levels(edges)
    lines = _lines(edges, level)
    places = _places(lines, level)
    colours = dict(zip(dict.fromkeys(parts[rule] for rule in level), PALETTE, strict=False))
    height, width = max(level.values()) + 1, max(places.values()) - min(places.values()) + 1
    figure = Figure(figsize=(PLACE_IN * width, LAYER_IN * height + 0.2), layout="constrained")
    axes = figure.subplots()
    for (start, end), shared in lines.items():
        half = [BOX[1] / 2 if node[1] == level[node[0]] else 0.0 for node in (start, end)]
        (x0, y0), (x1, y1) = (
            (places[start], -start[1] - half[0]),
            (places[end], -end[1] + (BOX[1] / 2 if shared else 0)),
        )
        middle = (y0 + y1) / 2
        curve = Path([(x0, y0), (x0, middle), (x1, middle), (x1, y1)], [Path.MOVETO, *[Path.CURVE4] * 3])
        axes.add_patch(PathPatch(curve, fill=False, edgecolor="#888888", linewidth=0.6))
    for rule, at in level.items():
        x = places[rule, at]
        box = FancyBboxPatch((x - BOX[0] / 2, -at - BOX[1] / 2), *BOX, boxstyle="round,pad=0,rounding_size=0.08")
        box.set(facecolor="white", edgecolor=colours[parts[rule]], linewidth=1.2, zorder=2)
        axes.add_patch(box)
        words = "\n".join(textwrap.wrap(rule.replace("_", " "), 13))
        axes.text(x, -at, words, ha="center", va="center", fontsize=7.2, linespacing=0.95, zorder=3)
    axes.set(xlim=(min(places.values()) - 0.5, max(places.values()) + 0.5), ylim=(-height + 0.7, 0.3))
    axes.axis("off")
    axes.legend([Patch(color=colour) for colour in colours.values()], list(colours), loc="upper left", fontsize=9)
    return figure


def _direct(needs: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Only the edges that no longer way stands for."""

    @cache
    def all_needed(rule: str) -> frozenset[str]:
        return frozenset(needs[rule]).union(*(all_needed(other) for other in needs[rule]))

    return {
        rule: sorted(needed - frozenset[str]().union(*(all_needed(other) for other in needed)))
        for rule, needed in sorted(needs.items())
    }


def _levels(edges: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The layer of each rule: as low as those that need it allow, so that edges are short."""
    users = {rule: [user for user in edges if rule in edges[user]] for rule in edges}

    @cache
    def depth(rule: str) -> int:
        return 1 + max((depth(other) for other in edges[rule]), default=-1)

    @cache
    def level(rule: str) -> int:
        return min((level(user) for user in users[rule]), default=depth(rule) + 1) - 1

    return dict(sorted(((rule, level(rule)) for rule in edges), key=lambda pair: (pair[1], pair[0])))


def _lines(edges: Mapping[str, Sequence[str]], level: Mapping[str, int]) -> dict[tuple[Node, Node], bool]:
    """Each edge as pieces from layer to layer; True where a piece ends at a box. Edges of a rule share their way."""
    pieces: dict[tuple[Node, Node], bool] = {}
    for rule, needed in edges.items():
        for other in needed:
            way = [(other, at) for at in range(level[other], level[rule])]
            pieces |= dict.fromkeys(pairwise(way), False)
            pieces[way[-1], (rule, level[rule])] = True
    return pieces


def _places(lines: Mapping[tuple[Node, Node], bool], level: Mapping[str, int]) -> dict[Node, float]:
    """The horizontal place of each node: by the mean place of its neighbours, swept down and up."""
    neighbours: dict[Node, set[Node]] = {(rule, at): set() for rule, at in level.items()}
    for start, end in lines:
        neighbours.setdefault(start, set()).add(end)
        neighbours.setdefault(end, set()).add(start)
    layers: list[list[Node]] = [[] for _ in range(max(level.values()) + 1)]
    for node in sorted(neighbours):
        layers[node[1]].append(node)
    x = {node: float(place) for layer in layers for place, node in enumerate(layer)}
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for layer in layers if down else reversed(layers):
            for node in layer:
                beside = [x[other] for other in neighbours[node] if (other[1] < node[1]) == down]
                x[node] = fmean(beside) if beside else x[node]
            layer.sort(key=lambda node: (x[node], node))
            _spread(layer, x, level)
    return x


def _spread(layer: Sequence[Node], x: dict[Node, float], level: Mapping[str, int]) -> None:
    """Keep the order and as near as can be the places, with room for every box; the layer's mean stays."""
    wide = [1.0 if level[rule] == at else PASSING for rule, at in layer]
    wanted = [x[node] for node in layer]
    placed: list[float] = []
    for number, place in enumerate(wanted):
        least = placed[-1] + (wide[number - 1] + wide[number]) / 2 if placed else place
        placed.append(max(place, least))
    shift = fmean(wanted) - fmean(placed)
    x |= {node: place + shift for node, place in zip(layer, placed, strict=True)}

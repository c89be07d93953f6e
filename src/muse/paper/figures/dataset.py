"""Figures of the dataset: what the scenarios are about, and how conversations run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.ticker import MaxNLocator, PercentFormatter

from muse.paper import style
from muse.paper.results import Results

ACTIONS = {
    "chit-chat": "#BBBBBB",
    "recommend": style.PALETTE[0],
    "reject": style.PALETTE[5],
    "accept": style.PALETTE[2],
}
MOST_CATEGORIES = 10
_NODE = 0.34  # width of a place's bar, in places


def scenario_groups(results: Results) -> Figure:
    """Conversations by scenario group, and by the target's category (the largest ones)."""
    found = results.statistics["all"]
    figure, (left, right) = style.new(style.COLUMN_IN, 1.9, ncols=2, width_ratios=(1, 1.1))
    for axes, counts, title in (
        (left, found["scenario_groups"], "Scenario group"),
        (right, found["categories"], "Target category"),
    ):
        largest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CATEGORIES]
        names, values = [name for name, _ in largest], [value for _, value in largest]
        axes.barh(names, values, color=style.PALETTE[0] if axes is left else style.PALETTE[4], height=0.72)
        axes.invert_yaxis()
        axes.set_title(title, loc="right")
        axes.set_xlabel("Conversations")
        axes.xaxis.set_major_locator(MaxNLocator(3, integer=True))
        axes.grid(axis="x")
        axes.tick_params(axis="y", length=0)
    return figure


def conversation_shape(results: Results) -> Figure:
    """How long conversations are, and which action follows which from place to place."""
    found = results.statistics["all"]
    figure, (above, below) = style.new(style.COLUMN_IN, 3.1, nrows=2, height_ratios=(1, 1.9))
    lengths = {int(length): count / found["conversations"] for length, count in found["shape"]["lengths"].items()}
    above.bar(list(lengths), list(lengths.values()), color=style.PALETTE[4], width=_NODE)
    above.set_xlabel("Length in utterances")
    _flow(below, found["shape"]["steps_by_place"], found["conversations"])
    below.set_xlabel("Place in the conversation")
    for axes in (above, below):
        axes.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
        axes.xaxis.set_major_locator(MaxNLocator(13, integer=True))
        axes.set_xlim(0.6, len(found["shape"]["steps_by_place"]) + 0.4)
    figure.supylabel("Conversations", size=8)
    figure.legend(*below.get_legend_handles_labels(), loc="outside lower center", ncols=4, handlelength=1)
    return figure


def _flow(axes: Axes, steps_by_place: Sequence[Mapping[str, int]], conversations: int) -> None:
    """Bars of the actions at each place, joined by ribbons as wide as the share of conversations that go that way."""
    steps = [
        {tuple(step.split(" > ")): count / conversations for step, count in place.items()} for place in steps_by_place
    ]
    floors = [_floors(place) for place in steps]
    for number, place in enumerate(steps):
        leaving, entering = dict(floors[number]), dict(floors[number + 1]) if number + 1 < len(steps) else {}
        for one, colour in ACTIONS.items():
            for other in ACTIONS:
                share = place.get((one, other), 0.0)
                if share:
                    _ribbon(axes, number + 1, leaving[one], entering[other], share, colour)
                    leaving[one] += share
                    entering[other] += share
    for action, colour in ACTIONS.items():
        heights = [sum(share for (one, _), share in place.items() if one == action) for place in steps]
        bottoms = [floor[action] for floor in floors]
        axes.bar(range(1, len(steps) + 1), heights, bottom=bottoms, color=colour, width=_NODE, label=action)
    axes.set_ylim(0, 1)


def _floors(place: Mapping[tuple[str, ...], float]) -> dict[str, float]:
    """Where each action's bar begins."""
    floors, height = {}, 0.0
    for action in ACTIONS:
        floors[action] = height
        height += sum(share for (one, _), share in place.items() if one == action)
    return floors


def _ribbon(axes: Axes, place: int, low: float, next_low: float, share: float, colour: str) -> None:
    left, right = place + _NODE / 2, place + 1 - _NODE / 2
    middle = (left + right) / 2
    outline = [
        (left, low), (middle, low), (middle, next_low), (right, next_low),
        (right, next_low + share), (middle, next_low + share), (middle, low + share), (left, low + share), (left, low),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(outline, codes), facecolor=colour, alpha=0.3, linewidth=0))

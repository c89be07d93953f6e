"""Figures of the dataset: what the scenarios are about, and how conversations run."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from muse.paper import style
from muse.paper.results import Results

ACTIONS = {
    "chit-chat": "#BBBBBB",
    "recommend": style.PALETTE[0],
    "reject": style.PALETTE[5],
    "accept": style.PALETTE[2],
}
_MOST_CATEGORIES = 10


def scenario_groups(results: Results) -> Figure:
    """Conversations by scenario group, and by the target's category (the largest ones)."""
    found = results.statistics["all"]
    figure, (left, right) = style.new(style.COLUMN_IN, 1.9, ncols=2, width_ratios=(1, 1.1))
    for axes, counts, title in (
        (left, found["scenario_groups"], "Scenario group"),
        (right, found["categories"], "Target category"),
    ):
        largest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_CATEGORIES]
        names, values = [name for name, _ in largest], [value for _, value in largest]
        axes.barh(names, values, color=style.PALETTE[0] if axes is left else style.PALETTE[4], height=0.72)
        axes.invert_yaxis()
        axes.set_title(title, loc="right")
        axes.set_xlabel("Conversations")
        axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
        axes.grid(axis="x")
        axes.tick_params(axis="y", length=0)
    return figure


def conversation_shape(results: Results) -> Figure:
    """How long conversations are, and which actions stand at which place."""
    shape = results.statistics["all"]["shape"]
    figure, (above, below) = style.new(style.COLUMN_IN, 2.9, nrows=2, height_ratios=(1, 1.5))
    lengths = {int(length): count for length, count in shape["lengths"].items()}
    above.bar(list(lengths), list(lengths.values()), color=style.PALETTE[0], width=0.8)
    above.set_xlabel("Utterances")
    above.set_ylabel("Conversations")
    above.xaxis.set_major_locator(MaxNLocator(integer=True))
    above.grid(axis="y")
    places = shape["actions_by_place"]
    floor = [0.0] * len(places)
    for action, colour in ACTIONS.items():
        values = [place.get(action, 0) for place in places]
        below.bar(range(1, len(places) + 1), values, bottom=floor, color=colour, width=0.9, label=action)
        floor = [old + new for old, new in zip(floor, values, strict=True)]
    below.xaxis.set_major_locator(MaxNLocator(integer=True))
    below.set_xlabel("Place in the conversation")
    below.set_ylabel("Utterances")
    figure.legend(*below.get_legend_handles_labels(), loc="outside lower center", ncols=4, handlelength=1)
    return figure

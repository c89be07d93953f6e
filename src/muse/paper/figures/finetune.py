"""Figures of the fine-tuning: what it adds, and what the pictures and titles are worth."""

from __future__ import annotations

from matplotlib.figure import Figure

from muse.paper import style
from muse.paper.results import MODELS, Results, model_name

_VARIANTS = (
    ("base", "full", "base", "#BBBBBB"),
    ("tuned", "full", "fine-tuned", style.PALETTE[0]),
    ("tuned", "blank", "blank images", style.PALETTE[1]),
    ("tuned", "no-title", "no titles", style.PALETTE[2]),
)


def recommendation(results: Results) -> Figure:
    """Recall@1 of each model before and after fine-tuning (the first seed), with pictures or titles taken away."""
    rows = [row for row in results.recommendation if row["measure"] == "recall_at_1"]
    models = [model for model in MODELS if any(row["model"] == model for row in rows)]
    seeds = [row["run"] for row in rows if row["run"].startswith("seed")]
    runs = {"base": "base", "tuned": seeds[0] if seeds else ""}
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
    axes.set_xticks(range(len(models)), [model_name(model) for model in models])
    axes.set_ylim(0, 1)
    axes.set_ylabel("Recall@1")
    axes.grid(axis="y")
    figure.legend(loc="outside upper center", ncols=3, handlelength=1.2, columnspacing=1)
    return figure

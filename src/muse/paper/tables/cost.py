"""What the model calls took. Time is no property of a configuration, so it stands in no table of the paper."""

from __future__ import annotations

from muse.paper.results import Results
from muse.paper.tables.form import Cell, Column, Table

_STAGES = ("categories", "describe", "profiles", "converse", "optimize", "gather-conversations", "judge", "pairwise")
_COUNTS = {"calls": "Calls", "prompt_tokens": "Prompt tokens", "completion_tokens": "Completion tokens"}


def cost(results: Results) -> Table:
    """Calls, tokens and dollars of each stage, in the order of the pipeline, and of all together."""
    usage = results.usage
    names = [name for name in _STAGES if name in usage] + [name for name in usage if name not in _STAGES]
    rows: list[list[Cell]] = [
        [name.replace("-", " ").capitalize(), *(usage[name][count] for count in (*_COUNTS, "cost_usd"))]
        for name in names
    ]
    rows.append(["All", *(sum(stage[count] for stage in usage.values()) for count in (*_COUNTS, "cost_usd"))])
    columns = [Column("Stage"), *(Column(label, 0) for label in _COUNTS.values()), Column("US dollars", 2)]
    return Table("cost", columns, rows)

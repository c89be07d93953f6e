"""Print what the steps' model calls took: calls, tokens, cost, latency, retries, by stage and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from muse.core.errors import MuseError
from muse.core.files import read_json
from muse.llm.audit import table
from muse.steps._models import USAGE
from muse.steps._options import FILE

_HEADER = ["step", "role", "calls", "reused", "prompt tokens", "completion tokens", "US dollars", "p50 s", "p95 s",
           "retries", "given up"]  # fmt: skip


@click.command()
@click.option("--folder", type=FILE, default=USAGE, show_default=True, help="Where the steps left their counts.")
def main(folder: Path) -> None:
    """Print what the steps' model calls took: calls, tokens, cost, latency, retries, by stage and role.

    Of a step in shards the counts are added up and the latency is the slowest shard's.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise MuseError("no step has left its counts here", where=folder, remedy="run a step that asks a model")
    click.echo(table(_HEADER, _rows(read_json(file) for file in files)))


def _rows(files: Iterable[dict[str, Any]]) -> list[list[str]]:
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for file in files:
        for client in file["clients"]:
            for role, report in client["roles"].items():
                grouped.setdefault((file["step"], role), []).append(report)
    rows = [[step, role, *_sums(reports)] for (step, role), reports in sorted(grouped.items())]
    return [*rows, ["all", "", *_sums([report for reports in grouped.values() for report in reports])]]


def _sums(reports: list[dict[str, Any]]) -> list[str]:
    counts = (
        {name: sum(report["counts"][name] for report in reports) for name in reports[0]["counts"]} if reports else {}
    )
    latency = [report["times"]["latency_s"] for report in reports if report["times"]["latency_s"]]
    return [
        *(f"{counts[name]:,}" for name in ("calls", "reused", "prompt_tokens", "completion_tokens")),
        f"{counts['cost_usd']:,.4f}",
        *(f"{max(each[rank] for each in latency):.3f}" if latency else "-" for rank in ("p50", "p95")),
        *(_reasons(report["times"][what] for report in reports) for what in ("retries", "given_up")),
    ]


def _reasons(counts: Iterable[dict[str, int]]) -> str:
    """All of them, with the most frequent reason."""
    total: Counter[str] = sum((Counter(each) for each in counts), Counter())
    return f"{total.total():,} ({total.most_common(1)[0][0]})" if total else "0"

"""What the steps' model calls took: calls, tokens, cost, latency, retries, by stage and role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from muse.core.errors import MuseError
from muse.core.files import read_json, write_json
from muse.llm import usage
from muse.llm.audit import table
from muse.llm.usage import Report
from muse.steps._options import FILE

_HEADER = ["step", "role", "calls", "reused", "prompt tokens", "completion tokens", "US dollars", "p50 s", "p95 s",
           "retries", "given up"]  # fmt: skip


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option("--answers", type=FILE, help="Output: of the answers used, by stage; the same in a replay. JSON.")
@click.option("--times", type=FILE, help="Output: latencies and retries of these runs, by stage. JSON.")
def main(files: tuple[Path, ...], answers: Path | None, times: Path | None) -> None:
    """Print what the steps' model calls took: calls, tokens, cost, latency, retries, by step and role.

    FILES are what the steps left; with neither FILES nor an output, all in work/usage. Calls, tokens and cost are what
    was paid in the last run of each step, `reused` what its store answered. Of a step in shards the counts are added
    up and the latency is the slowest shard's.
    """
    wanted = bool(answers or times)
    found = files or (() if wanted else tuple(sorted(usage.FOLDER.glob("*.json"))))
    if not (found or wanted):
        raise MuseError("no step has left its counts here", where=usage.FOLDER, remedy="run a step that asks a model")
    left = [read_json(file) for file in found]
    if answers:
        write_json(answers, usage.answers_by_stage(left))
    if times:
        write_json(times, usage.times_by_stage(left))
    click.echo(table(_HEADER, _rows(left)))


def _rows(files: Iterable[Report]) -> list[list[str]]:
    grouped: dict[tuple[str, str], list[Report]] = {}
    for file in files:
        for client in file["clients"]:
            for role, report in client["roles"].items():
                grouped.setdefault((file["step"], role), []).append(report)
    rows = [[step, role, *_sums(reports)] for (step, role), reports in sorted(grouped.items())]
    return [*rows, ["all", "", *_sums([report for reports in grouped.values() for report in reports])]]


def _sums(reports: Sequence[Report]) -> list[str]:
    latency = usage.slowest(reports)
    counts = ("calls", "reused", "prompt_tokens", "completion_tokens")
    return [
        *(f"{sum(report['paid'][name] for report in reports):,}" for name in counts),
        f"{sum(report['paid']['cost_usd'] for report in reports):,.4f}",
        *(f"{latency[rank]:.3f}" if latency else "-" for rank in ("p50", "p95")),
        _reasons(counts for report in reports for counts in (report["times"]["retries"], report["answers"]["retries"])),
        _reasons(report["answers"]["given_up"] for report in reports),
    ]


def _reasons(counts: Iterable[dict[str, int]]) -> str:
    """All of them, with the most frequent reason."""
    total = usage.added(counts)
    return f"{sum(total.values()):,} ({max(total, key=total.__getitem__)})" if total else "0"

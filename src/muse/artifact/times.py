"""What a run took, step by step, from what Snakemake measured; and the disk that it fills."""

from __future__ import annotations

import csv
import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from muse.core.errors import MuseError

FOLDERS = ("data/catalog", "data/finetune", "data/release", "data/splits", "results", "work", ".venv")


_SHORT_S = 2
"""Steps that took less stand in one row."""


@dataclass(frozen=True)
class Cost:
    """What one step took, all its jobs together."""

    step: str
    jobs: int
    seconds: float  # of the jobs one after the other: less by the clock where several run at once
    cpu_seconds: float
    memory_mb: float  # of the job that needed the most


def costs(benchmarks: Path) -> list[Cost]:
    """A cost for each step that has left a measurement, the longest first. MuseError where there is none."""
    jobs: dict[str, list[dict[str, str]]] = {}
    for path in sorted(benchmarks.rglob("*.tsv")):
        step = re.split(r"[/.-]", path.relative_to(benchmarks).as_posix())[
            0
        ]  # step.tsv, step/shard.tsv, step-model.tsv
        with path.open(newline="", encoding="utf-8") as rows:
            jobs.setdefault(step, []).extend(csv.DictReader(rows, delimiter="\t"))
    if not jobs:
        raise MuseError("no step has left its time here", where=benchmarks, remedy="make reproduce SCALE=smoke")
    found = [
        Cost(
            step,
            len(rows),
            sum(_number(row["s"]) for row in rows),
            sum(_number(row["cpu_time"]) for row in rows),
            max(_number(row["max_rss"]) for row in rows),
        )
        for step, rows in jobs.items()
    ]
    return sorted(found, key=lambda cost: (-cost.seconds, cost.step))


def _number(text: str) -> float:
    """A measurement; NA, of a job that was over before it was looked at, counts as nothing."""
    return float(text) if text not in {"NA", "-"} else 0.0


def disk(root: Path) -> list[tuple[str, int]]:
    """Bytes of the files in each folder of `FOLDERS` that is there; a link counts as nothing."""
    return [(name, sum(_sizes(root / name))) for name in FOLDERS if (root / name).is_dir()]


def _sizes(folder: Path) -> Iterable[int]:
    for path, _, names in os.walk(folder):
        for name in names:
            yield Path(path, name).lstat().st_size


def machine() -> str:
    """Cores, memory, operating system and Python of this machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {system}, Python {platform.python_version()}"


def markdown(scale: str, steps: Sequence[Cost], folders: Sequence[tuple[str, int]]) -> str:
    """Both as tables, with a line that says what was measured on what."""
    lines = [
        f"Measured at scale {scale} on {machine()}. Jobs of a step run side by side where there are cores; their times",
        "are added up.",
        "",
        "| step | jobs | time | CPU time | most memory |",
        "|---|---|---|---|---|",
    ]
    long = [cost for cost in steps if cost.seconds >= _SHORT_S]
    short = [cost for cost in steps if cost.seconds < _SHORT_S]
    lines += [_row(f"`{cost.step}`", [cost]) for cost in long]
    lines += [_row(f"{len(short)} steps of less than {_SHORT_S} s", short)] if short else []
    lines.append(_row("all", steps))
    lines += ["", "| folder | disk |", "|---|---|"]
    lines += [f"| `{name}` | {size / 1e6:,.0f} MB |" for name, size in folders]
    return "\n".join(lines) + "\n"


def _row(name: str, steps: Sequence[Cost]) -> str:
    """The sum of these steps; of their memory the most."""
    jobs, seconds = sum(cost.jobs for cost in steps), spoken(sum(cost.seconds for cost in steps))
    cpu, most_gb = spoken(sum(cost.cpu_seconds for cost in steps)), max(cost.memory_mb for cost in steps) / 1e3
    return f"| {name} | {jobs} | {seconds} | {cpu} | {most_gb:.1f} GB |"


def spoken(seconds: float) -> str:
    """A duration as a person says it: 12 s, 3 min 5 s, 2 h 10 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def put(text: str, name: str, page: str) -> str:
    """The page with `text` between its lines `<!-- name -->` and `<!-- /name -->`; MuseError where it has none."""
    place = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    if not place.search(page):
        raise MuseError(f"no lines <!-- {name} --> and <!-- /{name} -->", remedy="write them where the text should go")
    return place.sub(lambda found: found[1] + text + found[2], page, count=1)

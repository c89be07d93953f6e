"""The console of a run: a short line for each job that ends, with what is done, what runs, how long the rest takes.

Snakemake finds it by its name; the profiles ask for it (`logger: muse`). A dry run and errors look as Snakemake's own.
"""

from __future__ import annotations

import csv
import re
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from logging import LogRecord
from pathlib import Path
from statistics import fmean
from typing import Any

from snakemake.logging import ColorizingTextHandler, DefaultFilter, DefaultFormatter
from snakemake_interface_logger_plugins.base import LogHandlerBase
from snakemake_interface_logger_plugins.common import LogEvent

SILENCE_S = 30.0  # after so long without a line, one tells how far the running jobs are
BENCHMARKS = Path("work/benchmarks")
_UNSAID = re.compile(r"Select jobs to execute|Assuming unrestricted|Using workflow specific|Using shell|host: ")

_UNSAID_EVENTS = (LogEvent.WORKFLOW_STARTED, LogEvent.RESOURCES_INFO, LogEvent.JOB_STARTED, LogEvent.PROGRESS)


@dataclass(frozen=True)
class Running:
    """A job that has begun."""

    rule: str
    name: str
    log: Path | None
    began: float

    def progress(self) -> str:
        """Its name, and the last percentage in its log."""
        try:
            tail = self.log.read_bytes()[-2000:].decode(errors="replace") if self.log else ""
        except OSError:
            tail = ""
        shares = re.findall(r"(\d+)%\|", tail)
        return f"{self.name} {shares[-1]} %" if shares else self.name


class Forecast:
    """How long the rest takes: by this run's jobs of each rule, else by the last run's; as many at once as so far."""

    def __init__(self, jobs: dict[str, int]) -> None:
        self.left = Counter(jobs)
        self.began = time.monotonic()
        self.took: defaultdict[str, list[float]] = defaultdict(list)
        self.before = {rule: times for rule in jobs if (times := _last_run(rule))}

    def ended(self, rule: str, seconds: float) -> None:
        """One job of this rule has ended."""
        self.left[rule] -= 1
        self.took[rule].append(seconds)

    def seconds_left(self, running: list[float]) -> tuple[float, bool]:
        """Seconds, and whether each rule still to come has been timed. `running`: how long each running job has run."""
        known = {rule: fmean(self.took.get(rule) or self.before[rule]) for rule in {*self.took, *self.before}}
        work = sum(count * known.get(rule, 0.0) for rule, count in self.left.items()) - sum(running)
        elapsed = time.monotonic() - self.began
        at_once = max(1.0, (sum(map(sum, self.took.values())) + sum(running)) / max(elapsed, 1e-9))
        return max(work, 0.0) / at_once, all(rule in known for rule, count in self.left.items() if count > 0)


def _last_run(rule: str) -> list[float]:
    files = [file for pattern in ("{}.tsv", "{}/*.tsv", "{}-*.tsv") for file in BENCHMARKS.glob(pattern.format(rule))]
    times = []
    for file in files:
        with file.open(newline="") as lines:
            times += [float(row["s"]) for row in csv.DictReader(lines, delimiter="\t")]
    return times


class LogHandler(LogHandlerBase):
    """What Snakemake tells, told shortly."""

    def __post_init__(self) -> None:
        """Start with Snakemake's own handler, which tells all that is not told here."""
        settings = self.common_settings
        self.own = ColorizingTextHandler(
            nocolor=settings.nocolor,
            stream=sys.stdout if settings.stdout else sys.stderr,
            formatter=DefaultFormatter(settings.quiet, settings.show_failed_logs),
            filter=DefaultFilter(
                settings.quiet, settings.debug_dag, settings.verbose, settings.dryrun, settings.printshellcmds
            ),
        )
        self.plain = settings.dryrun or settings.verbose
        self.running: dict[int, Running] = {}
        self.forecast = Forecast({})
        self.total = self.done = 0
        self.spoke = time.monotonic()
        threading.Thread(target=self._beat, daemon=True).start()

    def emit(self, record: LogRecord) -> None:
        """Tell one event."""
        event: Any = getattr(record, "event", None)
        told: dict[LogEvent, Callable[[LogRecord], None]] = {
            LogEvent.RUN_INFO: self._planned,
            LogEvent.JOB_INFO: self._begun,
            LogEvent.JOB_FINISHED: self._ended,
        }
        if self.plain:
            self.own.handle(record)
        elif event in told:
            told[event](record)
        elif event not in _UNSAID_EVENTS and not _UNSAID.match(str(record.msg)):
            self.own.handle(record)

    def _planned(self, record: LogRecord) -> None:
        jobs = {rule: count for rule, count in vars(record)["stats"].items() if rule != "total"}
        self.forecast, self.total = Forecast(jobs), sum(jobs.values())
        self._say(f"{self.total} jobs: " + ", ".join(f"{count} {rule}" for rule, count in jobs.items()))

    def _begun(self, record: LogRecord) -> None:
        job = vars(record)
        name = " ".join([job["rule_name"], *map(str, dict(job["wildcards"].items()).values())])
        log = Path(job["log"][0]) if job["log"] else None
        self.running[job["jobid"]] = Running(job["rule_name"], name, log, time.monotonic())

    def _ended(self, record: LogRecord) -> None:
        job = self.running.pop(vars(record)["job_id"], None)
        if job:
            self.done += 1
            took = time.monotonic() - job.began
            self.forecast.ended(job.rule, took)
            self._say(f"{self._far()} | {job.name} took {_clock(took)}{self._now()}")

    def _far(self) -> str:
        left, certain = self.forecast.seconds_left([time.monotonic() - job.began for job in self.running.values()])
        rest = f", {'about' if certain else 'more than'} {_clock(left)} left" if left >= 1 else ""
        share = 100 * self.done // max(self.total, 1)
        return f"{self.done:>3} of {self.total} ({share} %) in {_clock(time.monotonic() - self.forecast.began)}{rest}"

    def _now(self) -> str:
        names = [job.progress() for job in list(self.running.values())]
        return f"; now {', '.join(names[:3])}{f' and {len(names) - 3} more' if len(names) > 3 else ''}" if names else ""

    def _beat(self) -> None:
        while True:
            time.sleep(1)
            if self.running and time.monotonic() - self.spoke > SILENCE_S:
                self._say(f"{self._far()}{self._now()}")

    def _say(self, line: str) -> None:
        self.spoke = time.monotonic()
        print(line, file=self.own.stream, flush=True)

    @property
    def writes_to_stream(self) -> bool:
        """It takes the place of Snakemake's console."""
        return True

    @property
    def writes_to_file(self) -> bool:
        """Snakemake's own log file stays as it is."""
        return False

    @property
    def has_filter(self) -> bool:
        """Its own handler filters."""
        return True

    @property
    def has_formatter(self) -> bool:
        """Its own handler formats."""
        return True

    @property
    def needs_rulegraph(self) -> bool:
        """No."""
        return False


def _clock(seconds: float) -> str:
    """0:07, 12:34 or 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

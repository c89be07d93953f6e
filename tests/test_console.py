"""The console of a run: what is done, what runs, how long the rest takes."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from snakemake_interface_logger_plugins.common import LogEvent

import snakemake_logger_plugin_muse as console

SETTINGS = SimpleNamespace(
    printshellcmds=False, nocolor=True, quiet=None, debug_dag=False, verbose=False, show_failed_logs=True, stdout=True,
    dryrun=False,
)  # fmt: skip


def tell(handler: console.LogHandler, event: LogEvent | None, msg: str = "", **fields: Any) -> None:
    record = logging.LogRecord("snakemake", logging.INFO, "", 0, msg, (), None)
    vars(record).update(event=event, **fields)
    handler.handle(record)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimpleNamespace:
    now = SimpleNamespace(s=0.0)
    monkeypatch.setattr(console.time, "monotonic", lambda: now.s)
    monkeypatch.setattr(console.threading.Thread, "start", lambda self: None)
    monkeypatch.chdir(tmp_path)
    return now


def begin(handler: console.LogHandler, number: int, rule: str, log: str, **wildcards: str) -> None:
    tell(handler, LogEvent.JOB_INFO, jobid=number, rule_name=rule, wildcards=wildcards, log=[log])


def test_a_line_for_each_job_that_ends(clock: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    handler = console.LogHandler(SETTINGS, None)
    tell(handler, LogEvent.WORKFLOW_STARTED, "SNAKEMAKE")
    tell(handler, None, "Select jobs to execute...")
    tell(handler, LogEvent.RUN_INFO, stats={"converse": 4, "gather": 1, "total": 5})
    Path("two.log").write_text("converse:  10%|#  |\rconverse:  45%|#### |")
    begin(handler, 1, "converse", "one.log", scatteritem="1-of-4")
    begin(handler, 2, "converse", "two.log", scatteritem="2-of-4")
    clock.s = 60
    tell(handler, LogEvent.JOB_FINISHED, job_id=1)
    clock.s = 100
    tell(handler, LogEvent.JOB_FINISHED, job_id=2)
    assert capsys.readouterr().out.splitlines() == [
        "5 jobs: 4 converse, 1 gather",
        # three of 60 s, one of which has run for 60 s, two at once: 60 s; how long gather takes is not known yet
        "  1 of 5 (20 %) in 1:00, more than 1:00 left | converse 1-of-4 took 1:00; now converse 2-of-4 45 %",
        # two of 80 s; 160 s of work in 100 s
        "  2 of 5 (40 %) in 1:40, more than 1:40 left | converse 2-of-4 took 1:40",
    ]


def test_the_last_run_tells_how_long_a_rule_takes(clock: SimpleNamespace) -> None:
    for shard in ("1-of-2", "2-of-2"):
        path = Path("work/benchmarks/converse", f"{shard}.tsv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("s\th:m:s\n30.0\t0:00:30\n")
    assert console.Forecast({"converse": 2}).seconds_left([]) == (60.0, True)


def test_a_dry_run_and_errors_look_as_snakemakes_own(
    clock: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = console.LogHandler(SimpleNamespace(**vars(SETTINGS) | {"dryrun": True}), None)
    tell(handler, LogEvent.RUN_INFO, "job stats", stats={"total": 0})
    tell(handler, None, "something went wrong")
    assert capsys.readouterr().out == "job stats\nsomething went wrong\n"

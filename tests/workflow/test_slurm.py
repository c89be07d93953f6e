"""The dataset part of the tiny DAG on a real one-node SLURM, with one job killed and tried again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from workflow import slurm
from workflow.stand_in import Folder

REASON = slurm.missing()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(REASON is not None, reason=REASON or "")]

# What this cluster lacks: accounts, and a data base of ended jobs.
HERE = ("--slurm-no-account", "--slurm-status-command", "squeue", "--slurm-init-seconds-before-status-checks", "7")


def test_the_dataset_comes_out_the_same_though_a_job_is_killed(tmp_path: Path) -> None:
    clone = Folder.clone(tmp_path / "local/muse")
    clone.set("shards: 4", "shards: 2")
    queued = clone.copy(tmp_path / "queued/muse")
    clone.done("snakemake", "dataset")
    with slurm.cluster(tmp_path / "slurm"):
        run = queued.start("snakemake", "--profile", "profiles/slurm", *HERE, "dataset")
        killed = _kill_one()
        said, _ = run.communicate(timeout=1500)
    assert run.returncode == 0, said[-4000:]
    assert f"SLURM-job '{killed}' failed" in said
    assert "Trying to restart job" in said
    for path in ("data/conversations.jsonl", "data/profiles.jsonl", "data/splits/test.jsonl"):
        assert (queued.path / path).read_bytes() == (clone.path / path).read_bytes()


def _kill_one() -> str:
    """SIGKILL a job of the second round, as soon as it runs; its number."""
    until, first = time.monotonic() + 300, None
    while time.monotonic() < until:
        said = subprocess.run(["squeue", "-h", "-t", "R", "-o", "%A"], capture_output=True, text=True, check=True)
        running = said.stdout.split()
        first = first or next(iter(running), None)
        for job in running:
            steps = subprocess.run(["scontrol", "listpids", job], capture_output=True, text=True, check=False)
            pids = [int(line.split()[0]) for line in steps.stdout.splitlines()[1:]]
            if job != first and pids:
                for pid in pids:
                    os.kill(pid, signal.SIGKILL)
                return job
        time.sleep(0.2)
    raise TimeoutError("no second job came to run")

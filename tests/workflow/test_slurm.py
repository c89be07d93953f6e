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
HERE = ("--slurm-no-account", "--slurm-status-command", "squeue", "--slurm-init-seconds-before-status-checks", "2")


def test_the_dataset_comes_out_the_same_though_a_job_is_killed(tmp_path: Path) -> None:
    clone = Folder.clone(tmp_path / "local/muse")
    clone.set("shards: 4", "shards: 2")
    queued = clone.copy(tmp_path / "queued/muse")
    clone.done("snakemake", "dataset")
    with slurm.cluster(tmp_path / "slurm"):
        run = queued.start("snakemake", "--profile", "profiles/slurm", *HERE, "dataset", slow=2)
        killed = _kill_one(queued.path / "data/catalog/items.jsonl")
        said, _ = run.communicate(timeout=1500)
    assert run.returncode == 0, said[-4000:]
    assert f"SLURM-job '{killed}' failed" in said
    assert "Trying to restart job" in said
    for path in ("data/conversations.jsonl", "data/profiles.jsonl", "data/splits/test.jsonl"):
        assert (queued.path / path).read_bytes() == (clone.path / path).read_bytes()


def _kill_one(after: Path) -> str:
    """SIGKILL what runs first once this file is there; its number."""
    until = time.monotonic() + 200
    while time.monotonic() < until:
        jobs = subprocess.run(["squeue", "-h", "-t", "R", "-o", "%A"], capture_output=True, text=True, check=True)
        if after.exists() and jobs.stdout.split():
            job = jobs.stdout.split()[0]
            steps = subprocess.run(["scontrol", "listpids", job], capture_output=True, text=True, check=False)
            pids = [int(line.split()[0]) for line in steps.stdout.splitlines()[1:]]
            if pids:
                for pid in pids:
                    os.kill(pid, signal.SIGKILL)
                return job
        time.sleep(0.2)
    raise TimeoutError("no job came to run")

"""The dataset part of the smoke DAG on a real one-node SLURM, with one job killed and tried again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workflow import slurm
from workflow.dag import ROOT

REASON = slurm.missing()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(REASON is not None, reason=REASON or "")]

# What this cluster lacks: accounts, and a data base of ended jobs.
HERE = ("--slurm-no-account", "--slurm-status-command", "squeue", "--slurm-init-seconds-before-status-checks", "7")
DIGESTS = "results/dataset/digests.json"


def test_the_dataset_is_an_ordinary_runs_though_a_job_is_killed(tmp_path: Path) -> None:
    clone = _clone(tmp_path / "slurm")
    with slurm.cluster(tmp_path / "cluster"):
        run = _dataset(clone, "--profile", "profiles/slurm", *HERE, shards=2)
        killed = _kill_one()
        said, _ = run.communicate(timeout=1500)
    assert run.returncode == 0, said[-4000:]
    assert f"SLURM-job '{killed}' failed" in said
    assert "Trying to restart job" in said

    here = _clone(tmp_path / "here")
    run = _dataset(here, "--cores", "2", shards=3)
    said, _ = run.communicate(timeout=900)
    assert run.returncode == 0, said[-4000:]
    assert json.loads((clone / DIGESTS).read_text()) == json.loads((here / DIGESTS).read_text())


def _clone(folder: Path) -> Path:
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    return folder


def _dataset(clone: Path, *options: str, shards: int) -> subprocess.Popen[str]:
    """Snakemake on the smoke dataset, with the clone's own sources whatever is installed."""
    return subprocess.Popen(
        ["snakemake", *options, "dataset", "--config", "scale=smoke", f"shards={shards}"],
        cwd=clone,
        env={
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "HOME": str(clone.parent),
            "PYTHONPATH": str(clone / "src"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


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

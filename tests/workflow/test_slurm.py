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


def test_the_recorded_dataset_comes_out_though_a_job_is_killed(tmp_path: Path) -> None:
    clone = tmp_path / "muse"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    command = ["snakemake", "--profile", "profiles/slurm", *HERE, "dataset", "--config", "scale=smoke", "shards=2"]
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(clone / "src"),  # the clone's own sources, whatever is installed
    }
    with slurm.cluster(tmp_path / "slurm"):
        run = subprocess.Popen(command, cwd=clone, env=environment, stdout=-1, stderr=-2, text=True)
        killed = _kill_one()
        said, _ = run.communicate(timeout=1500)
    assert run.returncode == 0, said[-4000:]
    assert f"SLURM-job '{killed}' failed" in said
    assert "Trying to restart job" in said
    made = json.loads((clone / DIGESTS).read_text())
    recorded = json.loads((ROOT / "config/digests/smoke.json").read_text())
    assert made == {part: recorded[part] for part in made}


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

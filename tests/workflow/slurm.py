"""A real SLURM of one node on this machine, from Debian's packages; its daemons end with the test."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONF = Path("/etc/slurm/slurm.conf")  # not SLURM_CONF in the environment, which job steps lose


def missing() -> str | None:
    """Why no SLURM can be started here; None where one can."""
    if os.geteuid() != 0:
        return "SLURM's daemons need root"
    lost = [name for name in ("munged", "slurmctld", "slurmd", "sbatch", "squeue") if not shutil.which(name)]
    if lost:
        return f"not installed: {', '.join(lost)} (Debian: slurm-wlm, munge)"
    if CONF.exists():
        return f"{CONF} is there: a cluster of somebody's"
    return None


@contextmanager
def cluster(folder: Path) -> Iterator[None]:
    """A controller and a node of as many cores as this machine has; `folder` takes their state and logs."""
    host = socket.gethostname()
    memory_mb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    for part in ("state", "spool"):
        (folder / part).mkdir(parents=True)
    CONF.parent.mkdir(exist_ok=True)
    CONF.write_text(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} RealMemory={memory_mb} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
""")
    subprocess.run(["install", "-d", "-o", "munge", "-g", "munge", "/run/munge"], check=True)
    munged = ["runuser", "-u", "munge", "--", "munged", "--foreground"]
    daemons = [munged, ["slurmctld", "-D"], ["slurmd", "-D", "-N", host]]
    started: list[subprocess.Popen[bytes]] = []
    try:
        for number, command in enumerate(daemons):
            log = (folder / f"daemon{number}.log").open("wb")
            started.append(subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True))
            time.sleep(1)
        _wait_idle(started, folder)
        yield
    finally:
        for daemon in reversed(started):
            os.killpg(daemon.pid, signal.SIGTERM)
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(daemon.pid, signal.SIGKILL)
                daemon.wait()
        CONF.unlink()


def _wait_idle(daemons: list[subprocess.Popen[bytes]], folder: Path, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        said = subprocess.run(["sinfo", "-h", "-o", "%t"], capture_output=True, text=True, check=False)
        if said.stdout.strip() == "idle":
            return
        assert all(daemon.poll() is None for daemon in daemons), [p.read_text() for p in folder.glob("*.log")]
        time.sleep(0.5)
    raise TimeoutError(f"no idle node after {seconds} s: {said.stdout}{said.stderr}")

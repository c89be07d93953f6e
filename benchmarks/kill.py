"""Kill a run at random moments, start it again by the same door, and compare with one that was left alone.

`python benchmarks/kill.py FOLDER [--kills 20] [--targets dataset] [--config scale=smoke] [--seed 1]`

FOLDER takes two clean clones of this repository. Each kill is a SIGKILL to the whole process group of `snakemake`,
after so many jobs and then so many seconds as are drawn evenly: so the kills spread over a run on a machine of any
speed. Then the same command again, with nothing done by hand in between; where a run ends first, it is compared and
the next begins from nothing. Printed are the kills, what each found made and kept of unfinished jobs, and how many
outputs have another digest than the undisturbed run's.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from muse.core.files import sha256_tree

ROOT = Path(__file__).parents[1]
LOG = "console.log"
ENDED = re.compile(rb"^ *\d+ of \d+ .* took ", re.M)  # the console's line for a job that ended


def clone(source: Path, folder: Path) -> Path:
    subprocess.run(["git", "clone", "-q", str(source), str(folder)], check=True)
    return folder


def start(folder: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
    """`snakemake` in a process group of its own, on the clone's own sources; its console in LOG."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    command = [str(Path(sys.executable).with_name("snakemake")), *arguments]
    with (folder / LOG).open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True)


def digests(folder: Path) -> dict[str, str]:
    """Of everything in data/ and results/, but for Snakemake's own marks."""
    files = (path for part in ("data", "results") for path in sorted((folder / part).rglob("*")))
    return {
        str(path.relative_to(folder)): sha256_tree(path)
        for path in files
        if path.is_file() and path.name not in {".snakemake_timestamp", ".gitignore"}
    }


def finish(run: subprocess.Popen[bytes], folder: Path) -> None:
    if run.wait():
        raise SystemExit(f"a run that nobody killed failed: {folder / LOG}")


def ended(folder: Path, since: int = 0) -> int:
    """Jobs that ended after this byte of the console."""
    return len(ENDED.findall((folder / LOG).read_bytes()[since:]))


def compared(alone: dict[str, str], folder: Path) -> set[str]:
    """Files that are not the same in both."""
    here = digests(folder)
    return {path for path in alone.keys() | here.keys() if alone.get(path) != here.get(path)}


def kept(folder: Path) -> int:
    """Records that unfinished jobs have kept."""
    return sum(max(0, len(path.read_bytes().splitlines()) - 1) for path in (folder / "work/kept").glob("*.jsonl"))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", nargs="+", default=["dataset"])
    parser.add_argument("--config", nargs="+", default=["scale=smoke"])
    chosen = parser.parse_args()
    arguments = [*chosen.targets, "--config", *chosen.config]

    undisturbed = clone(ROOT, chosen.folder / "undisturbed")
    began = time.monotonic()
    finish(start(undisturbed, arguments), undisturbed)
    took, jobs = time.monotonic() - began, ended(undisturbed)
    alone = digests(undisturbed)
    print(f"undisturbed: {took:.0f} s, {jobs} jobs, {len(alone)} files", flush=True)

    killed, draw = clone(undisturbed, chosen.folder / "killed"), random.Random(chosen.seed)
    kills = found = rounds = 0
    differ: set[str] = set()
    while kills < chosen.kills:
        since = (killed / LOG).stat().st_size if (killed / LOG).exists() else 0
        run, until = start(killed, arguments), draw.uniform(0.0, 2 * jobs / chosen.kills)
        while run.poll() is None and ended(killed, since) < until:
            time.sleep(0.1)
        try:
            run.wait(draw.uniform(0.0, 2 * took / jobs))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            kills, found = kills + 1, found + kept(killed)
            print(f"kill {kills}: {len(digests(killed))} files, {kept(killed)} records of unfinished jobs", flush=True)
        else:  # done before its time had come: once more from nothing
            finish(run, killed)
            rounds, differ = rounds + 1, differ | compared(alone, killed)
            subprocess.run(["git", "clean", "-qfdx"], cwd=killed, check=True)
    finish(start(killed, arguments), killed)
    differ |= compared(alone, killed)
    print(f"{kills} kills in {rounds + 1} rounds, {found} records kept at them; files that differ: {len(differ)}")
    print("\n".join(sorted(differ)))
    return bool(differ)


if __name__ == "__main__":
    sys.exit(main())

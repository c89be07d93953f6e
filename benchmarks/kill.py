"""Kill a run at random moments, start it again by the same door, and compare with one that was left alone.

`python benchmarks/kill.py FOLDER [--kills 20] [--targets dataset] [--config scale=smoke] [--seed 1]`

FOLDER takes two clean clones of this repository. Each kill is a SIGKILL to the whole process group of `snakemake` at a
moment drawn evenly, so that the kills spread over a run; then the same command again, with nothing done by hand in
between; where a run ends first, it is compared and the next begins from nothing. Printed are the kills, what each found
made and kept of unfinished jobs, and how many outputs have another digest than the undisturbed run's.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from muse.core.files import sha256_tree

ROOT = Path(__file__).parents[1]
START_S = 10.0  # Snakemake's own start, which every run pays


def clone(source: Path, folder: Path) -> Path:
    subprocess.run(["git", "clone", "-q", str(source), str(folder)], check=True)
    return folder


def start(folder: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
    """`snakemake` in a process group of its own, on the clone's own sources; its console in `console.log`."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    command = [str(Path(sys.executable).with_name("snakemake")), *arguments]
    with (folder / "console.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True)


def digests(folder: Path) -> dict[str, str]:
    """Of everything in data/ and results/, but for Snakemake's own marks."""
    files = (path for part in ("data", "results") for path in sorted((folder / part).rglob("*")))
    return {
        str(path.relative_to(folder)): sha256_tree(path)
        for path in files
        if path.is_file() and path.name not in {".snakemake_timestamp", ".gitignore"}
    }


def finish(folder: Path, arguments: list[str]) -> None:
    if start(folder, arguments).wait():
        raise SystemExit(f"a run that nobody killed failed: {folder / 'console.log'}")


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
    finish(undisturbed, arguments)
    took = time.monotonic() - began
    alone = digests(undisturbed)
    print(f"undisturbed: {took:.0f} s, {len(alone)} files", flush=True)

    killed, draw = clone(undisturbed, chosen.folder / "killed"), random.Random(chosen.seed)
    kills = found = rounds = 0
    differ: set[str] = set()
    while kills < chosen.kills:
        run = start(killed, arguments)
        try:
            run.wait(draw.uniform(0.0, 2 * took / chosen.kills + START_S))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            kills, found = kills + 1, found + kept(killed)
            print(f"kill {kills}: {len(digests(killed))} files, {kept(killed)} records of unfinished jobs", flush=True)
        else:  # done before its time had come: once more from nothing
            rounds, differ = rounds + 1, differ | compared(alone, killed)
            subprocess.run(["git", "clean", "-qfdx"], cwd=killed, check=True)
    finish(killed, arguments)
    differ |= compared(alone, killed)
    print(f"{kills} kills in {rounds + 1} rounds, {found} records kept at them; files that differ: {len(differ)}")
    print("\n".join(sorted(differ)))
    return bool(differ)


if __name__ == "__main__":
    sys.exit(main())

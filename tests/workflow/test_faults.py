"""Kills, interrupts, orphans, full and read-only disks: the same command again ends with the same bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from muse.core.files import sha256_tree
from workflow.stand_in import Folder

pytestmark = pytest.mark.slow

PATIENCE_S = 300.0


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder.clone(tmp_path_factory.mktemp("clone") / "muse")


@pytest.fixture
def folder(clone: Folder, tmp_path: Path) -> Folder:
    return clone.copy(tmp_path / "muse")


@pytest.fixture(scope="module")
def undisturbed(clone: Folder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = clone.copy(tmp_path_factory.mktemp("undisturbed") / "muse")
    folder.done("snakemake", "dataset")
    return digests(folder)


def digests(folder: Folder) -> dict[str, str]:
    files = (path for part in ("data", "results") for path in (folder.path / part).rglob("*"))
    return {
        str(path.relative_to(folder.path)): sha256_tree(path)
        for path in files
        if path.is_file() and path.name not in {".snakemake_timestamp", ".gitignore"}
    }


def until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not there():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


def made(folder: Folder, path: str) -> Callable[[], bool]:
    return (folder.path / path).exists


def test_three_kills_and_no_unlocking(folder: Folder, undisturbed: dict[str, str]) -> None:
    draw = random.Random(1)
    for path in ("data/catalog/items.jsonl", "work/profiles/1-of-4.jsonl", "data/conversations.jsonl"):
        run = folder.start("snakemake", "dataset", slow=0.2)
        until(made(folder, path))
        time.sleep(draw.uniform(0.0, 0.5))
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
    folder.done("snakemake", "dataset")
    assert digests(folder) == undisturbed


def test_an_interrupt_stops_it_within_ten_seconds(folder: Folder, undisturbed: dict[str, str]) -> None:
    run = folder.start("snakemake", "dataset", slow=60)
    until(made(folder, "work/logs/catalog.log"))
    began = time.monotonic()
    os.killpg(run.pid, signal.SIGINT)  # as Ctrl-C in a terminal
    said, _ = run.communicate(timeout=60)
    assert time.monotonic() - began < 10
    assert run.returncode != 0
    assert "Traceback" not in said
    folder.done("snakemake", "dataset")
    assert digests(folder) == undisturbed


def test_dvc_killed_alone_leaves_a_run_that_the_next_one_tells_of(folder: Folder, undisturbed: dict[str, str]) -> None:
    first = folder.start("dvc", "repro", "dataset", slow=0.5)
    until(made(folder, "data/catalog/items.jsonl"))
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    orphan = int((folder.path / "work/running").read_text())
    os.kill(orphan, signal.SIGSTOP)  # it would go on: held, so that it does not end before the next one begins
    second = folder.run("dvc", "repro", "dataset")
    assert second.returncode != 0
    assert f"another run is at work in this folder (wait for process {orphan}, or stop it)" in second.stdout
    os.kill(orphan, signal.SIGCONT)
    first.communicate()  # the orphan has DVC's output: this waits for its end
    folder.done("dvc", "repro", "dataset")
    assert digests(folder) == undisturbed
    assert "up to date" in folder.done("dvc", "status", "dataset")


def test_another_configuration_does_not_touch_the_files_of_a_run_at_work(folder: Folder) -> None:
    run = folder.start("snakemake", "dataset", slow=600)
    until(made(folder, "work/logs/catalog.log"))
    before = (folder.path / "work/config/converse.yaml").read_bytes()
    other = folder.run("snakemake", "-n", "--config", "seed=7")
    assert other.returncode != 0
    assert "another run is at work in this folder" in other.stdout
    assert (folder.path / "work/config/converse.yaml").read_bytes() == before
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


@pytest.fixture
def disk(folder: Folder) -> Iterator[Path]:
    """results/ on a disk of its own of 64 KiB."""
    place = folder.path / "results"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a disk can only be mounted by root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_recovered_from(folder: Folder, disk: Path, undisturbed: dict[str, str]) -> None:
    filler = disk / "filler"
    filler.write_bytes(bytes(64 * 1024))
    ended = folder.run("snakemake", "dataset")
    assert ended.returncode != 0
    assert "results" in ended.stdout
    assert "No space left on device" in ended.stdout
    filler.unlink()
    folder.done("snakemake", "dataset")
    assert digests(folder) | {"results/README.md": ""} == undisturbed | {"results/README.md": ""}


def test_a_read_only_results_folder_is_told_before_any_job(
    folder: Folder, disk: Path, undisturbed: dict[str, str]
) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ended = folder.run("snakemake", "dataset")
    assert ended.returncode != 0
    assert "results: cannot be written (give yourself the right, or remount its disk)" in ended.stdout
    assert not (folder.path / "data/catalog/items.jsonl").exists()
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    folder.done("snakemake", "dataset")
    assert digests(folder) | {"results/README.md": ""} == undisturbed | {"results/README.md": ""}

"""The tarball: the same bytes twice, whole, of a clean commit; a run replayed from it gives the same digests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from muse.artifact.archive import SHIPPED, write
from muse.artifact.digests import PARTS, digests, made
from muse.config import merge
from muse.core.errors import MuseError
from workflow.dag import ROOT

CHECK = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
CONFIG: dict[str, Any] = {
    "scale": "smoke",
    "seed": 7,
    "llm": {"store": "work/llm", "roles": {"user": {"endpoint": "offline", "model": "muse-offline-1"}}},
}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONPATH": str(folder / "src"),
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def commit(folder: Path) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "all"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def stand_in(folder: Path) -> None:
    """A small file for every part that is not there."""
    for part in set(SHIPPED) - set(made(folder)):
        place = folder / PARTS[part]
        file = place if place.suffix else place / "one.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([{"verdict": "pass"}, {"verdict": "FAIL"}]) if part == "claims" else part)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A committed source, and a finished run beside it that git does not know."""
    folder = tmp_path / "clone"
    (folder / "workflow").mkdir(parents=True)
    (folder / ".gitignore").write_text("/data/\n/results/\n/work/\n")
    (folder / "workflow/lock.sh").write_text("#!/bin/sh\n")
    (folder / "workflow/lock.sh").chmod(0o755)
    (folder / "profiles").symlink_to("workflow")
    commit(folder)
    stand_in(folder)
    (folder / "data/conversations.jsonl").write_text("{}\n")
    return folder


def test_the_same_run_gives_the_same_bytes_whatever_the_files_dates(clone: Path, tmp_path: Path) -> None:
    write(clone, tmp_path / "first.tar.gz", "muse-1", CONFIG)
    for file in clone.rglob("*"):
        if ".git" not in file.parts and not file.is_symlink():
            os.utime(file, (1, 1))
    write(clone, tmp_path / "second.tar.gz", "muse-1", CONFIG)
    assert (tmp_path / "first.tar.gz").read_bytes() == (tmp_path / "second.tar.gz").read_bytes()


def test_unpacked_it_is_whole_and_says_what_it_is(clone: Path, tmp_path: Path) -> None:
    write(clone, tmp_path / "dist/a.tar.gz", "muse-1", CONFIG)
    with tarfile.open(tmp_path / "dist/a.tar.gz") as tar:
        assert {(entry.uid, entry.gid, entry.uname) for entry in tar} == {(0, 0, "")}
        tar.extractall(tmp_path, filter="data")
    unpacked = tmp_path / "muse-1"
    assert run(unpacked, *CHECK).returncode == 0
    listed = {line.split("  ")[1] for line in (unpacked / "SHA256SUMS").read_text().splitlines()}
    there = {str(file.relative_to(unpacked)) for file in unpacked.rglob("*") if file.is_file()}
    assert there - listed == {"SHA256SUMS"} | {name for name in there if name.startswith("profiles/")}
    assert os.access(unpacked / "workflow/lock.sh", os.X_OK)
    assert (unpacked / "profiles").readlink() == Path("workflow")
    manifest = json.loads((unpacked / "MANIFEST.json").read_text())
    assert manifest["claims"] == {"FAIL": 1, "pass": 1}
    assert manifest["models"] == {"user": "offline/muse-offline-1"}
    assert manifest["archived"]["results/tables"] == {"files": 1, "bytes": len("tables")}
    # what is not in the tarball has its digest all the same, for a run to be compared with
    assert "data/conversations.jsonl" in (unpacked / "archived/SHA256SUMS").read_text()
    (unpacked / "workflow/lock.sh").write_text("#!/bin/sh\nexit\n")
    assert run(unpacked, *CHECK).returncode == 1


def test_changed_sources_and_half_a_run_are_refused(clone: Path, tmp_path: Path) -> None:
    (clone / "results/paper.pdf").unlink()
    with pytest.raises(MuseError, match="not made yet: paper"):
        write(clone, tmp_path / "a.tar.gz", "muse-1", CONFIG)
    (clone / "workflow/lock.sh").write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(MuseError, match=r"changed since the last commit:\n M workflow/lock.sh \(commit the changes\)"):
        write(clone, tmp_path / "a.tar.gz", "muse-1", CONFIG)
    assert not (tmp_path / "a.tar.gz").exists()


TINY: dict[str, Any] = {
    "scale": "smoke",
    "shards": 2,
    "catalog": {"rendered": {"items": 60}},
    "profiles": {"count": 12},
    "quality": {"judge": {"sample": 2, "pairs": 1}},
}


def snakemake(folder: Path, mode: str) -> None:
    """The parts of the DAG that ask a model."""
    changes = folder.parent / f"{mode}.yaml"
    changes.write_text(yaml.safe_dump(merge(TINY, {"llm": {"mode": mode}})))
    done = run(folder, "snakemake", "dataset", "quality", "--cores", "2", "--configfile", str(changes))
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]


@pytest.mark.slow
def test_a_recorded_run_replays_from_the_tarball_alone_to_the_same_bytes(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    snakemake(clone, "record")
    made_so_far = made(clone)
    stand_in(clone)  # for what asks no model: fine-tuning, pages, paper
    archived = run(clone, "muse", "archive", "--config", "work/config/claims.yaml", "--folder", str(tmp_path))
    assert archived.returncode == 0, archived.stderr
    (tarball,) = tmp_path.glob("muse-artifact-*.tar.gz")
    with tarfile.open(tarball) as tar:
        tar.extractall(tmp_path / "elsewhere", filter="data")
    (unpacked,) = (tmp_path / "elsewhere").iterdir()
    assert run(unpacked, *CHECK).returncode == 0
    taken_over = run(unpacked, "muse", "llm", "import", "work/llm", "archived/answers.gz")
    assert taken_over.returncode == 0, taken_over.stderr
    snakemake(unpacked, "replay")
    replayed = {part for part in made_so_far if part != "usage"}  # which counts what was asked anew
    assert {"conversations", "release", "quality"} <= replayed
    assert digests(unpacked, sorted(replayed)) == digests(clone, sorted(replayed))
    listed = [line for line in (unpacked / "archived/SHA256SUMS").read_text().splitlines() if "data/release/" in line]
    (unpacked / "release.sums").write_text("\n".join(listed) + "\n")
    compared = run(unpacked, *CHECK[:-1], "release.sums")
    assert compared.returncode == 0, compared.stdout


@pytest.mark.parametrize("target", ["report", "archive"])
@pytest.mark.parametrize(
    ("left", "asked", "taken"), [("smoke", [], "smoke"), ("", [], "full"), ("smoke", ["SCALE=paper"], "paper")]
)
def test_report_and_archive_are_of_the_run_at_hand(
    tmp_path: Path, target: str, left: str, asked: list[str], taken: str
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "work/config").mkdir(parents=True)
    if left:
        (tmp_path / "work/config/claims.yaml").write_text(f"llm: {{}}\nscale: {left}\n")
    command = ["make", "--dry-run", "--assume-old", ".venv/.runtime", target, *asked]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert f"snakemake --config scale={taken}" in said

"""Digests see any changed byte and any changed name, and say what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from muse.artifact.digests import digests, files, made
from muse.core.errors import MuseError
from muse.core.files import read_json
from muse.steps.digest import main


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run that has got as far as conversations and splits."""
    (tmp_path / "data/splits").mkdir(parents=True)
    (tmp_path / "data/conversations.jsonl").write_text("{}\n")
    (tmp_path / "data/splits/train.jsonl").write_text("{}\n")
    (tmp_path / "data/splits/test.jsonl").write_text("")
    return tmp_path


def test_only_what_is_there_counts(run: Path) -> None:
    assert made(run) == ["conversations", "splits"]
    with pytest.raises(MuseError, match=r"paper\.pdf: not made yet"):
        digests(run, ["paper"])


def test_a_changed_byte_and_a_changed_name_change_the_part_and_no_other(run: Path) -> None:
    before = digests(run, made(run))
    (run / "data/splits/train.jsonl").write_text("{ }\n")
    changed = digests(run, made(run))
    assert changed["conversations"] == before["conversations"]
    assert changed["splits"] != before["splits"]
    (run / "data/splits/train.jsonl").write_text("{}\n")
    assert digests(run, made(run)) == before
    (run / "data/splits/train.jsonl").rename(run / "data/splits/training.jsonl")
    assert digests(run, made(run))["splits"] != before["splits"]


def test_the_list_of_files_is_one_that_sha256sum_checks(run: Path) -> None:
    listed = "".join(f"{digest}  {path}\n" for digest, path in files(run, made(run)))
    check = ["sha256sum", "--check", "--strict", "--quiet"]
    assert subprocess.run(check, cwd=run, input=listed, text=True, check=False).returncode == 0
    (run / "data/splits/test.jsonl").write_text("x")
    assert subprocess.run(check, cwd=run, input=listed, text=True, check=False, capture_output=True).returncode == 1


def test_the_command_prints_and_writes_the_same(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(run)
    shown = CliRunner().invoke(main, ["conversations", "splits", "--json", "digests.json"], catch_exceptions=False)
    printed = {part: digest for digest, part in (line.split() for line in shown.output.splitlines())}
    assert printed == read_json(run / "digests.json") == digests(run, ["conversations", "splits"])


def test_nothing_run_yet_is_one_clear_line(tmp_path: Path) -> None:
    muse = Path(sys.executable).parent / "muse"
    failed = subprocess.run([str(muse), "digest"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert failed.returncode == 2
    assert failed.stderr == "error: nothing has been run here yet (make reproduce SCALE=smoke)\n"

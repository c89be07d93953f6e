"""Both steps on files: however many shards, the same bytes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import support
import yaml
from click.testing import CliRunner

from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Profile
from muse.steps import gather_profiles
from muse.steps import profiles as profiles_step
from profiles.made import REASONS, llm, settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_jsonl(tmp_path / "items.jsonl", support.catalog(tmp_path / "images", 8))
    (tmp_path / "reasons.yaml").write_text(yaml.safe_dump({group: list(texts) for group, texts in REASONS.items()}))
    sections = {"seed": 1, "llm": llm().model_dump(), "profiles": settings().model_dump()}
    (tmp_path / "config.yaml").write_text(yaml.safe_dump(sections))
    return tmp_path


def make(folder: Path, shards: int, out: str) -> list[bytes]:
    common = ["--config", folder / "config.yaml", "--items", folder / "items.jsonl", "--images", folder / "images",
              "--reasons", folder / "reasons.yaml"]  # fmt: skip
    names = [f"{number}-of-{shards}" for number in range(1, shards + 1)]
    for name in names:
        where = ["--shard", name, "--candidates", folder / out / name]
        CliRunner().invoke(profiles_step.main, [*map(str, [*common, *where])], catch_exceptions=False)
    files = [folder / out / name for name in ("profiles.jsonl", "quarantine.jsonl", "counts.json")]
    results = [part for pair in zip(("--profiles", "--quarantine", "--counts"), files, strict=True) for part in pair]
    shard_files = [folder / out / name for name in reversed(names)]
    result = CliRunner().invoke(
        gather_profiles.main, [*map(str, [*common, *results, *shard_files])], catch_exceptions=False
    )
    assert result.exit_code == 0
    return [file.read_bytes() for file in files]


def test_the_number_of_shards_changes_no_byte(folder: Path) -> None:
    assert make(folder, 1, "one") == make(folder, 3, "three")
    profiles = read_jsonl(folder / "one" / "profiles.jsonl", Profile)
    assert len(profiles) == settings().wanted == 12
    assert [profile.profile_id for profile in profiles] == sorted(profile.profile_id for profile in profiles)
    counts = json.loads((folder / "three" / "counts.json").read_text())
    assert (counts["profiles"], counts["scripted"]) == (12, 12)


def usage(folder: Path) -> dict[str, Any]:
    """What the last run of the shard took of the profiler's model."""
    (client,) = json.loads((folder / "work/usage/profiles-1-of-1.json").read_text())["clients"]
    return dict(client["roles"]["profiler"])


def test_a_killed_shard_goes_on_from_what_it_had_finished(folder: Path) -> None:
    sections = yaml.safe_load((folder / "config.yaml").read_text())
    sections["llm"]["concurrency"] = 1
    (folder / "config.yaml").write_text(yaml.safe_dump(sections))
    call = [sys.executable, "-c", "from muse.cli import main; main()", "profiles", "--shard", "1-of-1"]
    inputs = {"config": "config.yaml", "items": "items.jsonl", "images": "images", "reasons": "reasons.yaml"}
    command = [*call, *(part for name, path in inputs.items() for part in (f"--{name}", path)), "--candidates"]
    kept = folder / "work/kept/profiles-1-of-1.jsonl"
    with subprocess.Popen([*command, "killed.jsonl"], cwd=folder, stderr=subprocess.DEVNULL) as first:
        while not kept.exists() or len(kept.read_bytes().splitlines()) < 5:
            assert first.poll() is None, "it ended before it could be killed"
        first.send_signal(signal.SIGKILL)
    subprocess.run([*command, "killed.jsonl"], cwd=folder, capture_output=True, check=True)
    resumed = usage(folder)
    assert not kept.exists()
    subprocess.run([*command, "alone.jsonl"], cwd=folder, capture_output=True, check=True)
    assert (folder / "killed.jsonl").read_bytes() == (folder / "alone.jsonl").read_bytes()
    alone = usage(folder)
    assert resumed["paid"]["calls"] < alone["paid"]["calls"]
    assert resumed["answers"] == alone["answers"], "what the records used, whenever it was asked for"

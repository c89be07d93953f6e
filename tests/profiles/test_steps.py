"""Both steps on files: however many shards, the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

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

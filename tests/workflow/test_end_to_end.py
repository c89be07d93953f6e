"""The whole DAG, tiny, on real photos: by Snakemake, then by DVC, then again with nothing to do."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from muse.config import merge
from workflow.dag import ROOT

PHOTOS = ROOT.parent / "shared/data/clothing-photos"
ENVIRONMENT = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": os.environ.get("HOME", "/")}

TINY: dict[str, Any] = {
    "shards": 2,
    "catalog": {"source": "photos", "photos": {"path": "photos"}},
    "profiles": {"count": 10},
    "quality": {"judge": {"sample": 4, "pairs": 2}},
    "finetune": {
        "limits": {"train": 8, "validation": 2, "test": 4},
        "base": {"steps": 2, "batch_size": 4},
        "training": {"steps": 2, "batch_size": 4},
        "evaluation": {"new_tokens": 4},
    },
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PHOTOS.is_dir(), reason="the photos beside the project are not here"),
]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone with 60 real photos, one of them broken, and everything else as small as it can be."""
    clone = tmp_path_factory.mktemp("clone") / "muse"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    with (PHOTOS / "items.csv").open(newline="") as lines:
        rows = [row for number, row in enumerate(csv.DictReader(lines)) if number % 10 == 0]
    (clone / "photos/images").mkdir(parents=True)
    with (clone / "photos/items.csv").open("w", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    for row in rows:
        shutil.copy(PHOTOS / row["image"], clone / "photos" / row["image"])
    broken = clone / "photos" / rows[7]["image"]
    broken.write_bytes(broken.read_bytes()[:500])
    base, smoke = clone / "config/config.yaml", clone / "config/scales/smoke.yaml"
    base.write_text(base.read_text().replace("scale: full", "scale: smoke", 1))
    smoke.write_text(yaml.safe_dump(merge(yaml.safe_load(smoke.read_text()), TINY)))
    return clone


@pytest.fixture(scope="module")
def finished(folder: Path) -> Path:
    done = run(folder, "snakemake", "--cores", "2")
    assert done.returncode == 0, done.stderr[-6000:]
    return folder


def test_it_runs_from_nothing_to_the_paper(finished: Path) -> None:
    assert (finished / "results/paper.pdf").read_bytes().startswith(b"%PDF")
    assert (finished / "results/site/index.html").exists()
    assert len((finished / "data/conversations.jsonl").read_text().splitlines()) == 10


def test_the_broken_photo_is_in_quarantine_with_its_reason(finished: Path) -> None:
    (line,) = (finished / "data/catalog/quarantine.jsonl").read_text().splitlines()
    assert json.loads(line)["reason"]


def test_a_second_run_has_nothing_to_do(finished: Path) -> None:
    again = run(finished, "snakemake", "--cores", "2")
    assert again.returncode == 0
    assert "Nothing to be done" in again.stderr + again.stdout


def test_dvc_does_nothing_again_and_then_is_up_to_date(finished: Path) -> None:
    first = run(finished, "dvc", "repro")
    assert first.returncode == 0, first.stderr[-4000:]
    stages = len(yaml.safe_load((finished / "dvc.yaml").read_text())["stages"])
    assert (first.stdout + first.stderr).count("Nothing to be done") == stages
    again = run(finished, "dvc", "repro")
    assert "Data and pipelines are up to date" in again.stdout
    status = run(finished, "dvc", "status")
    assert "up to date" in status.stdout


def test_a_changed_value_reruns_what_reads_it_and_nothing_else(finished: Path) -> None:
    changed = run(finished, "snakemake", "-n", "--config", "quality={simulation: {raters: 5}}")
    planned = {
        line.removeprefix("rule ").rstrip(":") for line in changed.stdout.splitlines() if line.startswith("rule ")
    }
    assert {"simulate_ratings", "ratings", "figures", "paper"} <= planned
    assert planned.isdisjoint({"catalog", "describe", "converse", "split", "base", "tune"})
    run(finished, "snakemake", "-n")  # writes the configuration back


def test_an_empty_folder_of_photos_is_one_clear_line_before_any_job(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_text("item_id,category,image\n")
    failed = run(folder, "snakemake", "--cores", "1", "--config", f"catalog={{photos: {{path: {tmp_path}}}}}")
    assert failed.returncode != 0
    assert any(line.startswith(f"{tmp_path}/items.csv: ") and "(" in line for line in failed.stderr.splitlines())
    assert "rule " not in failed.stderr

"""The catalog part of scale `paper`: Amazon's records, pictures from a local host, up to the index."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalog.amazon.server import Host, jpeg, serving
from workflow.dag import ROOT, jobs

ENVIRONMENT = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": os.environ.get("HOME", "/")}
TARGETS = ("data/catalog/index", "results/dataset/retrieval.json")
COLOURS = ("red", "blue", "green", "black", "white", "yellow")


@dataclass(frozen=True)
class Run:
    """A clone, the host of its pictures, and how its catalog is configured."""

    folder: Path
    host: Host
    settings: str

    def snakemake(self, *targets: str) -> str:
        command = ["snakemake", "--cores", "1", "--config", "scale=paper", self.settings, "--", *targets]
        done = subprocess.run(
            command,
            check=False,
            cwd=self.folder,
            env={**ENVIRONMENT, "PYTHONPATH": str(self.folder / "src")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, done.stdout[-4000:]
        return done.stdout


def records(host: Host) -> Iterator[str]:
    """24 products, of which one has no picture, one a picture that is gone, and four are not of the root category."""
    for number in range(24):
        host.bodies[f"/{number}.jpg"] = jpeg(COLOURS[number % 6], 64)
        garment = ("Dresses", "Sandals")[number % 2]
        record = {
            "parent_asin": f"B{number:09}",
            "title": f"{COLOURS[number % 6]} {garment}",
            "categories": ["Books" if number < 4 else "Clothing, Shoes & Jewelry", "Women", garment],
            "images": {
                "large": [] if number == 4 else [f"{host.url}/{number}.jpg"],
                "hi_res": [None],
                "variant": ["MAIN"],
            },
            "price": "None",
            "details": "{}",
        }
        yield json.dumps(record) + "\n"
    host.statuses["/5.jpg"] = [404]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    clone = tmp_path_factory.mktemp("clone") / "muse"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    with serving() as host:
        (clone / "amazon").mkdir()
        (clone / "amazon/meta.jsonl").write_text("".join(records(host)))
        fetch = "hosts: [127.0.0.1], max_requests_per_s: 1000"
        yield Run(clone, host, f"catalog={{amazon: {{path: amazon, items: 18, fetch: {{{fetch}}}}}}}")


@pytest.mark.slow
def test_from_records_to_an_index_and_again_without_asking_for_a_picture_twice(run: Run) -> None:
    run.snakemake(*TARGETS)
    described = [json.loads(line) for line in (run.folder / "data/catalog/described.jsonl").read_text().splitlines()]
    assert sorted(item["item_id"] for item in described) == [f"B{number:09}" for number in range(6, 24)]
    assert all(item["source"] == "amazon" and item["visual_description"] for item in described)
    reasons = {json.loads(line)["reason"] for line in (run.folder / "data/catalog/quarantine.jsonl").open()}
    assert "image-gone" in reasons
    assert len(reasons) == 3  # not of the root category; no picture; picture gone
    found = json.loads((run.folder / "results/dataset/retrieval.json").read_text())
    assert found["hybrid"]["n"] == 36
    assert "Nothing to be done" in run.snakemake(*TARGETS)
    made = (run.folder / "data/catalog/items.jsonl").stat().st_mtime_ns
    with (run.folder / "amazon/meta.jsonl").open("a") as lines:
        lines.write("\n")
    run.snakemake("data/catalog/items.jsonl")
    assert (run.folder / "data/catalog/items.jsonl").stat().st_mtime_ns > made
    assert set(run.host.asked.values()) == {1}
    assert len(run.host.asked) == 19


def test_what_a_catalog_is_made_from_is_an_input_by_content() -> None:
    if not (ROOT.parent / "shared/data/clothing-photos").is_dir():
        pytest.skip("the photos beside the project are not here")
    (job,) = jobs(["data/catalog/items.jsonl"], catalog={"source": "photos"})
    assert "work/sources/photos.json" in job.inputs

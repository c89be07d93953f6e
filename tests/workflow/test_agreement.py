"""Both doors on the whole DAG, played by a stand-in for `muse`: nothing is done twice, nothing stale is blessed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from workflow.dag import ROOT
from workflow.stand_in import Folder

pytestmark = pytest.mark.slow

NOTHING = "Nothing to be done"
MAKE = ("make", "-o", ".venv/.runtime")
SEED = "seed: 20241218"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Run by Snakemake, recorded by DVC, committed, pushed to a remote on disk."""
    folder = Folder.clone(tmp_path_factory.mktemp("recorded") / "muse")
    folder.done("snakemake")
    said = folder.done("dvc", "repro")
    assert said.count(NOTHING) == len(yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"])
    folder.done("dvc", "remote", "add", "-d", "disk", str(folder.path.parent / "remote"))
    folder.done("dvc", "push")
    folder.commit("first")
    return folder


@pytest.fixture
def folder(recorded: Folder, tmp_path: Path) -> Folder:
    return recorded.copy(tmp_path / "muse")


def content(folder: Folder) -> str:
    return (folder.path / "data/conversations.jsonl").read_text()


def lock(folder: Folder) -> str:
    return (folder.path / "dvc.lock").read_text()


def test_after_dvc_has_recorded_neither_door_has_anything_to_do(folder: Folder) -> None:
    assert NOTHING in folder.done("snakemake")
    assert "up to date" in folder.done("dvc", "status")


def test_parts_may_be_asked_for_in_any_order_after_another(tmp_path: Path) -> None:
    """Snakemake looks through a folder once: a file that came into work/config later than that was missing to it."""
    folder = Folder.clone(tmp_path / "muse")
    folder.done("snakemake", "data/catalog/items.jsonl")
    for hashes in range(8):  # the order in which targets are looked at
        for config in (folder.path / "work/config").glob("base-*.yaml"):
            config.unlink()
        folder.environment["PYTHONHASHSEED"] = str(hashes)
        folder.done("snakemake", "-n", "dataset", "quality", "finetune", "site", "paper")


def test_a_changed_value_reruns_what_reads_it_by_both_doors(folder: Folder) -> None:
    folder.set("raters: 12\n    ratings_per_item: 3\n    careless", "raters: 11\n    ratings_per_item: 3\n    careless")
    rules = folder.planned()
    assert {"simulate_ratings", "ratings", "figures", "paper"} <= rules
    assert rules.isdisjoint({"catalog", "describe", "converse", "split", "base", "tune"})
    changed = set(re.findall(r"^(\w+):$", folder.done("dvc", "status"), re.M))
    assert changed == {"quality", "paper"}


def test_an_edited_source_reruns_what_imports_it_by_both_doors(folder: Folder) -> None:
    source = folder.path / "src/muse/profiles/candidates.py"
    source.write_text(source.read_text() + "# edited\n")
    rules = folder.planned()
    assert {"profiles", "gather_profiles", "converse"} <= rules
    assert rules.isdisjoint({"catalog", "describe", "index"})
    assert "modified:           src/muse" in folder.done("dvc", "status")


def test_without_metadata_another_parameter_is_not_recorded_with_the_old_results(folder: Folder) -> None:
    before = lock(folder)
    shutil.rmtree(folder.path / ".snakemake")
    folder.set(SEED, "seed: 7")
    for door in (("snakemake",), ("dvc", "repro")):
        ended = folder.run(*door)
        assert ended.returncode != 0
        assert re.search(r"^(data|results)/\S+: made by no run that this folder knows of \(", ended.stdout, re.M)
    assert lock(folder) == before


def test_files_of_another_seed_are_not_taken_for_those_of_this_one(folder: Folder) -> None:
    first, first_lock = content(folder), lock(folder)
    folder.set(SEED, "seed: 7")
    folder.done("snakemake", "dataset")
    second = content(folder)
    assert second != first
    folder.done("dvc", "repro", "dataset")
    folder.commit("second")
    # There and back: the configuration is the second's, and so are Snakemake's metadata; the files are the first's.
    folder.done("git", "checkout", "-q", "HEAD~1", "--", "dvc.lock")
    folder.done("dvc", "checkout")
    assert content(folder) == first
    for door in (("snakemake", "dataset"), ("dvc", "repro", "dataset")):
        ended = folder.run(*door)
        assert ended.returncode != 0
        assert "not as a run in this folder left it" in ended.stdout
    blessed = folder.run(*MAKE, "checkout")
    assert blessed.returncode != 0
    assert "the data are not those of this configuration" in blessed.stdout
    assert lock(folder) == first_lock
    folder.done("git", "checkout", "-q", "HEAD~1", "--", "dvc.lock", "config/config.yaml")
    folder.done(*MAKE, "checkout")
    assert content(folder) == first
    assert NOTHING in folder.done("snakemake")


def test_what_an_earlier_configuration_left_in_a_versioned_folder_is_named(folder: Folder) -> None:
    before = lock(folder)
    folder.set("    idefics3: {architecture: idefics3, checkpoint: null}\n", "")
    for door in (("snakemake",), ("dvc", "repro")):
        ended = folder.run(*door)
        assert ended.returncode != 0
        stray = re.search(r"^data/finetune/models/idefics3/\S+: (.*) \(", ended.stdout, re.M)
        assert stray
        assert stray[1] == "made by no rule of this configuration"
    assert lock(folder) == before


def test_a_pull_into_a_fresh_clone_leaves_nothing_to_do(recorded: Folder, tmp_path: Path) -> None:
    clone = Folder.clone(tmp_path / "muse", recorded.path)
    clone.done(*MAKE, "pull")
    assert content(clone) == content(recorded)
    assert NOTHING in clone.done("snakemake")
    assert "up to date" in clone.done("dvc", "status")


def test_a_pull_without_a_remote_says_so(folder: Folder) -> None:
    folder.done("dvc", "remote", "remove", "disk")
    ended = folder.run(*MAKE, "pull")
    assert ended.returncode != 0
    assert "error: no remote to fetch from" in ended.stdout
    assert NOTHING in folder.done("snakemake")


def test_a_pull_for_another_configuration_is_not_blessed(recorded: Folder, tmp_path: Path) -> None:
    clone = Folder.clone(tmp_path / "muse", recorded.path)
    clone.set(SEED, "seed: 7")
    ended = clone.run(*MAKE, "pull")
    assert ended.returncode != 0
    assert "the data are not those of this configuration" in ended.stdout
    assert clone.run("snakemake").returncode != 0


def test_a_tampered_file_is_not_blessed(folder: Folder) -> None:
    path = folder.path / "data/profiles.jsonl"
    path.write_text(path.read_text() + "{}\n")
    assert "data/profiles.jsonl: not as a run in this folder left it" in folder.run("snakemake").stdout
    folder.run(*MAKE, "checkout")
    assert "{}" not in path.read_text() or folder.run("snakemake").returncode != 0


def test_experiments_metrics_and_plots(folder: Folder) -> None:
    folder.done("dvc", "exp", "run", "dataset", "-S", "config/config.yaml:dialogue.top_k=5")
    assert "top_k: 5" in (folder.path / "config/config.yaml").read_text()
    assert "up to date" in folder.done("dvc", "status", "dataset")
    assert re.search(r"generation.json\s+digest\s+\d+\s+\d+", folder.done("dvc", "metrics", "diff"))
    assert "index.html" in folder.done("dvc", "plots", "show")
    assert NOTHING in folder.done("snakemake", "dataset")


def test_clean_keeps_what_was_paid_for_or_fetched(folder: Folder) -> None:
    paid = ("work/llm/answers.jsonl", "work/llm/batches/one.json", "work/amazon-images/a.jpg")
    for path in paid:
        (folder.path / path).parent.mkdir(parents=True, exist_ok=True)
        (folder.path / path).write_text("paid")
    folder.done("make", "clean")
    left = [path for part in ("data", "results", "work") for path in (folder.path / part).rglob("*") if path.is_file()]
    assert {str(path.relative_to(folder.path)) for path in left} == {*paid, "data/README.md", "results/README.md"}


def test_help_names_each_target_that_there_is() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.M)
    assert set(re.findall(r"^  make (\S+)", said, re.M)) == set(phony.split())

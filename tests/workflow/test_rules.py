"""Every rule keeps the house's form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from muse.core.files import sha256_file
from workflow.dag import ROOT, Job, jobs


def _working(jobs: list[Job]) -> list[Job]:
    return [job for job in jobs if job.outputs]


def _step(job: Job) -> str:
    return job.shell.split()[1].replace("-", "_")


def test_every_rule_calls_one_step_and_logs_all_that_it_prints(smoke_jobs: list[Job]) -> None:
    for job in _working(smoke_jobs):
        assert job.shell.startswith("muse "), job.rule
        assert job.shell.endswith("> {log} 2>&1"), job.rule
        assert (ROOT / f"src/muse/steps/{_step(job)}.py").exists(), job.rule
        assert job.log, f"{job.rule} has no log"
        assert job.benchmark, f"{job.rule} has no benchmark"


def test_every_rule_has_its_configuration_and_the_digests_of_its_sources_as_inputs(smoke_jobs: list[Job]) -> None:
    for job in _working(smoke_jobs):
        assert f"work/sources/{_step(job)}.json" in job.inputs, job.rule
        digests = json.loads((ROOT / f"work/sources/{_step(job)}.json").read_text())
        assert {f"src/muse/steps/{_step(job)}.py", "src/muse/core/files.py"} <= set(digests), job.rule
        assert all(sha256_file(ROOT / path) == digest for path, digest in digests.items())


def _configurations(**finetune: object) -> dict[str, str]:
    """Of every job of the fine-tunes: its configuration."""
    found = jobs(["finetune"], scale="smoke", finetune=finetune)
    return {path: (ROOT / path).read_text() for job in found for path in job.inputs if path.startswith("work/config/")}


@pytest.mark.parametrize(
    ("changed", "steps"),
    [
        ({"evaluation": {"resamples": 7}}, {"finetune_summary"}),
        ({"evaluation": {"new_tokens": 7}}, {"evaluate"}),
        ({"training": {"steps": 7}}, {"tune"}),
        ({"seeds": [1, 2]}, set()),
        ({"models": {"mine-2.5": {"architecture": None, "checkpoint": "there"}}}, {"base-mine-2.5"}),
    ],
)
def test_a_change_trains_nothing_again_that_does_not_read_it(changed: dict[str, object], steps: set[str]) -> None:
    before, after = _configurations(), _configurations(**changed)
    assert {Path(path).stem for path, text in after.items() if before.get(path) != text} == steps


def test_only_steps_that_ask_a_model_depend_on_the_offline_one(smoke_jobs: list[Job]) -> None:
    asking = {
        _step(job)
        for job in _working(smoke_jobs)
        if any("muse/offline/" in path for path in json.loads((ROOT / f"work/sources/{_step(job)}.json").read_text()))
    }
    assert {"describe", "profiles", "converse", "optimize", "judge"} <= asking
    assert asking.isdisjoint({"catalog", "index", "split", "release", "ratings", "paper"})


# Steps that no run of `all` needs: for people, for imported data, and the further seeds.
ON_DEMAND = {"verify", "dataset", "export", "import_dataset", "human", "finetune_more",
             "judge_against_raters", "serve", "llm", "archive", "times", "guide"}  # fmt: skip


def test_every_step_belongs_to_a_rule_or_is_known_to_be_on_demand(smoke_jobs: list[Job]) -> None:
    steps = {path.stem for path in (ROOT / "src/muse/steps").glob("[a-z]*.py")}
    assert steps - {_step(job) for job in _working(smoke_jobs)} <= ON_DEMAND


def test_no_output_is_made_twice_and_all_lie_where_they_belong(smoke_jobs: list[Job]) -> None:
    outputs = [output for job in smoke_jobs for output in job.outputs]
    assert len(outputs) == len(set(outputs))
    assert {output.split("/")[0] for output in outputs} <= {"data", "results", "work"}


def test_the_cluster_profile_names_rules_that_there_are(target_jobs: list[Job]) -> None:
    profile = yaml.safe_load((ROOT / "profiles/slurm/config.yaml").read_text())
    assert profile["groups"].keys() | profile["set-resources"].keys() <= {job.rule for job in target_jobs}

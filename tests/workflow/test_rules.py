"""Every rule keeps the house's form."""

from __future__ import annotations

import json

from muse.core.files import sha256_file
from workflow.dag import ROOT, Job


def _working(jobs: list[Job]) -> list[Job]:
    return [job for job in jobs if job.outputs]


def test_every_rule_calls_the_step_of_its_name_and_logs(smoke_jobs: list[Job]) -> None:
    for job in _working(smoke_jobs):
        assert job.shell.startswith(f"muse {job.rule.replace('_', '-')} "), job.rule
        assert "2> {log}" in job.shell, job.rule
        assert job.log, f"{job.rule} has no log"
        assert job.benchmark, f"{job.rule} has no benchmark"


def test_every_rule_has_its_configuration_and_the_digests_of_its_sources_as_inputs(smoke_jobs: list[Job]) -> None:
    for job in _working(smoke_jobs):
        assert f"work/sources/{job.rule}.json" in job.inputs, job.rule
        digests = json.loads((ROOT / f"work/sources/{job.rule}.json").read_text())
        assert {f"src/muse/steps/{job.rule}.py", "src/muse/core/files.py"} <= set(digests), job.rule
        assert all(sha256_file(ROOT / path) == digest for path, digest in digests.items())


def test_only_steps_that_ask_a_model_depend_on_the_offline_one(smoke_jobs: list[Job]) -> None:
    asking = {
        job.rule
        for job in _working(smoke_jobs)
        if any("muse/offline/" in path for path in json.loads((ROOT / f"work/sources/{job.rule}.json").read_text()))
    }
    assert {"describe", "profiles", "converse", "optimize", "judge"} <= asking
    assert asking.isdisjoint({"catalog", "index", "split", "release", "ratings", "paper"})


def test_every_step_belongs_to_a_rule_or_to_people(smoke_jobs: list[Job]) -> None:
    for_people = {"verify"}
    steps = {path.stem for path in (ROOT / "src/muse/steps").glob("[a-z]*.py")}
    assert steps - {job.rule for job in smoke_jobs} <= for_people


def test_no_output_is_made_twice_and_all_lie_where_they_belong(smoke_jobs: list[Job]) -> None:
    outputs = [output for job in smoke_jobs for output in job.outputs]
    assert len(outputs) == len(set(outputs))
    assert {output.split("/")[0] for output in outputs} <= {"data", "results", "work"}

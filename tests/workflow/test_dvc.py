"""dvc.yaml says what the DAG does: outs, deps and params of each stage."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from workflow.dag import ROOT, Job

STAGES: dict[str, Any] = yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"]
ALWAYS = {"src/muse", "Snakefile", "workflow/rules"}


def _names(entries: list[Any]) -> set[str]:
    return {entry if isinstance(entry, str) else next(iter(entry)) for entry in entries}


def _outs(stage: str) -> set[str]:
    return _names([*STAGES[stage].get("outs", []), *STAGES[stage].get("metrics", [])])


def _covered(path: str, by: set[str]) -> bool:
    return any(str(parent) in by for parent in (PurePosixPath(path), *PurePosixPath(path).parents))


def _jobs_of(stage: str, jobs: list[Job]) -> list[Job]:
    """The jobs that the stage's target needs, up to the outputs of the other stages."""
    others = set().union(*(_outs(other) for other in STAGES if other != stage))
    makers = {output: job for job in jobs for output in job.outputs}
    (target,) = (job for job in jobs if job.rule == stage)
    todo, found = [target], []
    while todo:
        job = todo.pop()
        if job not in found:
            found.append(job)
            todo += [makers[path] for path in job.inputs if path in makers and not _covered(path, others)]
    return found


@pytest.mark.parametrize("stage", STAGES)
def test_every_lasting_output_of_a_stage_is_one_of_its_outs(stage: str, target_jobs: list[Job]) -> None:
    made = {path for job in _jobs_of(stage, target_jobs) for path in job.outputs if not path.startswith("work/")}
    assert {path for path in made if not _covered(path, _outs(stage))} == set()
    assert {out for out in _outs(stage) if not any(_covered(path, {out}) for path in made)} == set()


@pytest.mark.parametrize("stage", STAGES)
def test_a_target_asks_for_every_lasting_output_of_its_stage_so_that_a_lost_one_is_made_again(
    stage: str, target_jobs: list[Job]
) -> None:
    target, *others = _jobs_of(stage, target_jobs)
    made = {path for job in others for path in job.outputs if not path.startswith("work/")}
    assert made - target.inputs == set()


@pytest.mark.parametrize("stage", STAGES)
def test_every_input_from_elsewhere_is_one_of_its_deps(stage: str, target_jobs: list[Job]) -> None:
    jobs, deps = _jobs_of(stage, target_jobs), set(STAGES[stage]["deps"])
    made = {path for job in jobs for path in job.outputs}
    needed = {path for job in jobs for path in job.inputs if not path.startswith(("work/", ".."))} - made
    assert {path for path in needed if not _covered(path, deps)} == set()
    assert {dep for dep in deps - ALWAYS if not any(_covered(path, {dep}) for path in needed)} == set()


@pytest.mark.parametrize("stage", STAGES)
def test_params_are_the_sections_that_its_steps_read(stage: str, target_jobs: list[Job]) -> None:
    read: set[str] = set()
    for job in _jobs_of(stage, target_jobs):
        for path in job.inputs:
            if path.startswith("work/config/"):
                read |= set(yaml.safe_load((ROOT / path).read_text()))
    base, scale = STAGES[stage]["params"]
    named = base["config/config.yaml"]
    assert next(iter(scale)) == "config/scales/${scale}.yaml"
    if named is not None:  # None: all of them
        assert read | {"scale", "shards"} >= set(named) >= read


def test_every_output_belongs_to_just_one_stage(target_jobs: list[Job]) -> None:
    lasting = {path for job in target_jobs for path in job.outputs if not path.startswith("work/")}
    for path in lasting:
        assert sum(_covered(path, _outs(stage)) for stage in STAGES) == 1, path

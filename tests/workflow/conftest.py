"""The DAG is built once for all tests that only look at it."""

from __future__ import annotations

import pytest

from workflow.dag import Job, jobs


@pytest.fixture(scope="session")
def smoke_jobs() -> list[Job]:
    return jobs(scale="smoke")


@pytest.fixture(scope="session")
def target_jobs() -> list[Job]:
    """The jobs of all targets, each target's own job included."""
    return jobs(["dataset", "quality", "finetune", "site", "paper"], scale="smoke")

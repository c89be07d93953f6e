"""The DAG is built once for all tests that only look at it."""

from __future__ import annotations

import pytest

from workflow.dag import Job, jobs


@pytest.fixture(scope="session")
def smoke_jobs() -> list[Job]:
    return jobs(scale="smoke")

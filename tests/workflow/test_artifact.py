"""What is handed over agrees with the DAG."""

from __future__ import annotations

from muse.artifact.digests import PARTS
from workflow.dag import Job


def test_each_part_that_gets_a_digest_is_made_by_the_dag(smoke_jobs: list[Job]) -> None:
    made = {output for job in smoke_jobs for output in job.outputs}
    for place in PARTS.values():
        assert any(output == place or output.startswith(f"{place}/") for output in made), place


def test_what_lasts_has_a_digest(smoke_jobs: list[Job]) -> None:
    lasting = {output for job in smoke_jobs for output in job.outputs if not output.startswith("work/")}
    uncounted = {
        path for path in lasting if not any(path == place or path.startswith(f"{place}/") for place in PARTS.values())
    }
    derived = {"data/catalog/truth.json", "data/catalog/categories.json", "results/claims.md"}
    assert uncounted <= derived | {path for path in lasting if "quarantine" in path}

"""The DAG as Snakemake builds it, without running anything."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from snakemake.api import SnakemakeApi
from snakemake.settings.types import ConfigSettings, DAGSettings, OutputSettings, Quietness, ResourceSettings

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Job:
    """One job: its rule, its files, its command and where it logs."""

    rule: str
    inputs: frozenset[str]
    outputs: frozenset[str]
    shell: str
    log: frozenset[str]
    benchmark: str


def jobs(targets: Sequence[str] = ("all",), **config: object) -> list[Job]:
    """All jobs of these targets at this configuration; runs none and needs no outputs."""
    with (
        contextlib.chdir(ROOT),
        SnakemakeApi(OutputSettings(quiet={Quietness.ALL})) as api,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        path = os.environ["PATH"]
        workflow = api.workflow(
            resource_settings=ResourceSettings(cores=1),
            snakefile=Path("Snakefile"),
            config_settings=ConfigSettings(config=config),
        )
        workflow.dag(DAGSettings(targets=set(targets), forceall=True)).printd3dag()  # builds the DAG
        os.environ["PATH"] = path
        return [
            Job(
                rule=job.rule.name,
                inputs=frozenset(map(str, job.input)),
                outputs=frozenset(map(str, job.output)),
                shell=job.rule.shellcmd or "",
                log=frozenset(map(str, job.log)),
                benchmark=str(job.benchmark or ""),
            )
            for job in workflow._workflow.dag.jobs
        ]

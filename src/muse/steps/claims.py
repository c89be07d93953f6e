"""Decide each claim of the paper from the results."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_json, write_text
from muse.paper.claims import decide, markdown, read_claims
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--claims", required=True, type=FILE, help="The claims, YAML.")
@click.option("--json", "as_json", required=True, type=FILE, help="Output: decisions, JSON.")
@click.option("--markdown", "as_markdown", required=True, type=FILE, help="Output: decisions, a table.")
def main(config: StepConfig, claims: Path, as_json: Path, as_markdown: Path) -> None:
    """Decide each claim of the paper from the results; `muse verify` says what failed."""
    decisions = decide(read_claims(claims), config.sections, Path())
    write_json(as_json, [decision.model_dump(mode="json") for decision in decisions])
    write_text(as_markdown, markdown(decisions))

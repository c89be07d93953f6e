"""Write the reviewer's list of claims from config/claims.yaml."""

from __future__ import annotations

from pathlib import Path

import click

from muse.artifact.guide import claims_page
from muse.core.files import write_text
from muse.paper.claims import read_claims
from muse.steps._options import FILE


@click.command()
@click.option("--claims", required=True, type=FILE, help="The claims, YAML.")
@click.option("--output", required=True, type=FILE, help="The list, Markdown.")
def main(claims: Path, output: Path) -> None:
    """Write the reviewer's list of claims from config/claims.yaml."""
    write_text(output, claims_page(read_claims(claims)))

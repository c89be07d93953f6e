"""Publish the dataset: upload the release to a repository of the Hugging Face hub."""

from __future__ import annotations

import os
from pathlib import Path

import click

from muse.core.errors import MuseError
from muse.steps._options import FILE


@click.group()
def main() -> None:
    """Publish the dataset: upload the release to a repository of the Hugging Face hub."""


@main.command()
@click.option("--release", required=True, type=FILE, help="Folder of the release.")
@click.option("--repository", required=True, help="Owner and name of the dataset repository, as in `me/muse`.")
@click.option("--token-env", required=True, help="Environment variable that holds the hub's token.")
@click.option("--dry-run", is_flag=True, help="Say what would be uploaded, and upload nothing.")
def push(release: Path, repository: str, token_env: str, dry_run: bool) -> None:
    """Upload the release, private at first. The token is read from the environment and never shown."""
    if not (release / "README.md").is_file():
        raise MuseError("no release here", where=release, remedy="run `snakemake data/release`")
    # Hidden files are the workflow's marks, not the release's.
    files = sorted(path for path in release.rglob("[!.]*") if path.is_file())
    for path in files:
        click.echo(f"{path.stat().st_size:>12,} B  {path.relative_to(release).as_posix()}")
    total = sum(path.stat().st_size for path in files)
    click.echo(f"{total:>12,} B  in {len(files)} files for {repository}")
    if dry_run:
        click.echo("dry run: nothing was uploaded")
        return
    token = os.environ.get(token_env)
    if not token:
        raise MuseError(f"{token_env} is not set", remedy="export a token that may write to the repository")
    from huggingface_hub import HfApi

    hub = HfApi(token=token)
    hub.create_repo(repository, repo_type="dataset", private=True, exist_ok=True)
    hub.upload_folder(
        repo_id=repository,
        repo_type="dataset",
        folder_path=release,
        ignore_patterns=[".*"],
        commit_message="MUSE release",
    )
    click.echo(f"uploaded to {repository}")

"""Choose the profiles from all candidates: exactly as many as wanted, no near-duplicates."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig, read_yaml
from muse.core.files import read_jsonl, write_json, write_jsonl
from muse.core.records import Item
from muse.profiles.candidates import Candidate, Profiler
from muse.profiles.reasons import check_reasons
from muse.profiles.selection import select
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--reasons", required=True, type=FILE, help="Purchase reasons by group, YAML.")
@click.option("--profiles", required=True, type=FILE, help="Output: the profiles, JSON lines.")
@click.option("--quarantine", required=True, type=FILE, help="Output: rejected candidates with reasons.")
@click.option("--counts", required=True, type=FILE, help="Output: what was drawn, judged and dropped.")
@click.argument("shards", nargs=-1, required=True, type=FILE)
def main(
    config: StepConfig,
    items: Path,
    images: Path,
    reasons: Path,
    profiles: Path,
    quarantine: Path,
    counts: Path,
    shards: tuple[Path, ...],
) -> None:
    """Choose the profiles from the candidates of all SHARDS: exactly as many as wanted, no near-duplicates."""
    settings = config.profiles
    known = check_reasons(read_yaml(reasons), settings.reason_group_shares, reasons)
    profiler = Profiler(settings, read_jsonl(items, Item), images, known, client(config, "profiles"))
    candidates = [candidate for shard in shards for candidate in read_jsonl(shard, Candidate)]
    with kept(Candidate) as before:
        selection = asyncio.run(select(candidates, settings, lambda indices: profiler.run(indices, before)))
        write_jsonl(profiles, selection.profiles)
        write_jsonl(quarantine, selection.rejections)
        write_json(counts, selection.counts)

"""Write candidates for profiles: one shard of them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig, read_yaml
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Item
from muse.profiles.candidates import Candidate, Profiler
from muse.profiles.reasons import check_reasons
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--reasons", required=True, type=FILE, help="Purchase reasons by group, YAML.")
@click.option("--shard", required=True, help="As in 2-of-4: this step writes every fourth candidate.")
@click.option("--candidates", required=True, type=FILE, help="Output: candidates, JSON lines.")
def main(config: StepConfig, items: Path, images: Path, reasons: Path, shard: str, candidates: Path) -> None:
    """Write candidates for profiles: one shard of them."""
    settings = config.profiles
    number, shards = map(int, shard.split("-of-"))
    known = check_reasons(read_yaml(reasons), settings.reason_group_shares, reasons)
    profiler = Profiler(settings, read_jsonl(items, Item), images, known, client(config, "profiles"))
    with kept(Candidate) as before:
        write_jsonl(candidates, asyncio.run(profiler.run(range(number - 1, settings.wanted, shards), before)))

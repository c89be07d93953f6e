"""Join the shards and top up with spare profiles until there are exactly as many conversations as wanted."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_json, write_jsonl
from muse.core.records import Conversation, Profile, Rejection
from muse.dialogue.manager import converse
from muse.llm.pool import for_each
from muse.optimize import gathering
from muse.optimize.optimizer import STAGE, optimize
from muse.steps._dialogue import world
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--profiles", required=True, type=FILE, help="Profiles, spares at the end, JSON lines.")
@click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--index", required=True, type=FILE, help="Folder of the index.")
@click.option("--optimized", required=True, multiple=True, type=FILE, help="Accepted conversations of a shard.")
@click.option("--rejections", required=True, multiple=True, type=FILE, help="Rejected records of a shard and stage.")
@click.option("--conversations", required=True, type=FILE, help="Output: exactly N conversations, JSON lines.")
@click.option("--quarantine", required=True, type=FILE, help="Output: rejected records with reasons.")
@click.option("--report", required=True, type=FILE, help="Output: counts, reasons, before and after the rewriter.")
def main(
    config: StepConfig,
    profiles: Path,
    items: Path,
    images: Path,
    index: Path,
    optimized: tuple[Path, ...],
    rejections: tuple[Path, ...],
    conversations: Path,
    quarantine: Path,
    report: Path,
) -> None:
    """Join the shards and top up with spare profiles until there are exactly as many conversations as wanted."""
    here = world(config, items, images, index)
    editor = client(config, STAGE)

    async def complete(profile: Profile) -> Conversation:
        return await optimize(editor, config.optimizer, config.seed, await converse(here, profile), here.catalog)

    with kept(Conversation) as before:

        async def hold(chosen: list[Profile]) -> list[Conversation | Rejection]:
            records = [(profile.profile_id, profile) for profile in chosen]
            return await for_each(records, complete, stage=STAGE, concurrency=config.llm.concurrency, kept=before)

        gathered = asyncio.run(
            gathering.gather(
                [record for path in optimized for record in read_jsonl(path, Conversation)],
                [record for path in rejections for record in read_jsonl(path, Rejection)],
                read_jsonl(profiles, Profile)[config.profiles.count :],
                config.profiles.count,
                hold,
                where=profiles,
            )
        )
        write_jsonl(conversations, gathered.conversations)
        write_jsonl(quarantine, gathered.rejections)
        write_json(report, gathering.report(gathered))

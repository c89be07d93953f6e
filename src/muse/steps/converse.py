"""Hold the conversations of one shard of profiles."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import write_jsonl
from muse.core.records import Conversation, Rejection
from muse.dialogue.manager import STAGE, converse
from muse.llm.pool import for_each
from muse.steps._dialogue import shard_of, world
from muse.steps._kept import kept
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--profiles", required=True, type=FILE, help="Profiles, JSON lines.")
@click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--images", required=True, type=FILE, help="Folder of their images.")
@click.option("--index", required=True, type=FILE, help="Folder of the index.")
@click.option("--shard", required=True, help="As in 2-of-4: this step takes every fourth profile.")
@click.option("--conversations", required=True, type=FILE, help="Output: conversations, JSON lines.")
@click.option("--rejections", required=True, type=FILE, help="Output: profiles without one, with reasons.")
def main(
    config: StepConfig,
    profiles: Path,
    items: Path,
    images: Path,
    index: Path,
    shard: str,
    conversations: Path,
    rejections: Path,
) -> None:
    """Hold the conversations of one shard of profiles."""
    here = world(config, items, images, index)
    chosen = shard_of(profiles, here.catalog, config.profiles.count, shard)
    with kept(Conversation) as before:
        held = asyncio.run(
            for_each(
                [(profile.profile_id, profile) for profile in chosen],
                lambda profile: converse(here, profile),
                stage=STAGE,
                concurrency=config.llm.concurrency,
                kept=before,
            )
        )
        write_jsonl(conversations, [record for record in held if isinstance(record, Conversation)])
        write_jsonl(rejections, [record for record in held if isinstance(record, Rejection)])

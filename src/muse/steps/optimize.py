"""Rewrite, check and review the conversations of one shard."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Conversation, Item, Rejection
from muse.llm.pool import for_each
from muse.optimize.optimizer import STAGE, optimize
from muse.steps._kept import kept
from muse.steps._models import client
from muse.steps._options import FILE
from muse.steps._options import config as config_option


@click.command()
@config_option
@click.option("--conversations", required=True, type=FILE, help="Conversations of the shard, JSON lines.")
@click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--optimized", required=True, type=FILE, help="Output: accepted conversations, JSON lines.")
@click.option("--rejections", required=True, type=FILE, help="Output: dropped ones with reasons.")
def main(config: StepConfig, conversations: Path, items: Path, optimized: Path, rejections: Path) -> None:
    """Rewrite, check and review the conversations of one shard."""
    catalog = {item.item_id: item for item in read_jsonl(items, Item)}
    model = client(config, STAGE)
    with kept(Conversation) as before:
        done = asyncio.run(
            for_each(
                [(record.conversation_id, record) for record in read_jsonl(conversations, Conversation)],
                lambda record: optimize(model, config.optimizer, config.seed, record, catalog),
                stage=STAGE,
                concurrency=config.llm.concurrency,
                kept=before,
            )
        )
        write_jsonl(optimized, [record for record in done if isinstance(record, Conversation)])
        write_jsonl(rejections, [record for record in done if isinstance(record, Rejection)])

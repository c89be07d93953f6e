"""Text statistics: diversity, repetition and length, with bootstrap intervals.

results/quality/text.json: {"settings": how it was computed, "datasets": {name: {"dialogues", "utterances", "tokens",
"blocks", "measures": {measure: {"value", "low", "high", "n", "reason"}}, "at_reference": {"distinct_n"} or null,
"repeated_utterances", "top_opening": {"text", "share"}}}, "absent": {name: why}}. A null value has its reason.
Datasets are "muse", "muse before rewriting" and those of the configuration's `quality.compare`.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.core.files import read_jsonl, write_json
from muse.core.records import Conversation
from muse.quality import dialogues, others
from muse.quality.text import statistics
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--conversations", required=True, type=FILE, help="Conversations, JSON lines.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, conversations: Path, out: Path) -> None:
    """Measure the words of each dataset."""
    settings = config.quality
    compared, absent = others.read_all(settings.compare)
    groups = dialogues.by_dataset(dialogues.both(read_jsonl(conversations, Conversation)) + compared)
    write_json(
        out,
        {
            "settings": statistics.settings_record(settings.text),
            "datasets": {
                name: statistics.describe(group, settings.text, settings.resampling, config.seed)
                for name, group in groups.items()
            },
            "absent": absent,
        },
    )

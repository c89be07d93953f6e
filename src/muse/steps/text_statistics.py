"""Text statistics: diversity, repetition, length, readability, duplicates, looks; with bootstrap intervals.

results/quality/text.json: {"settings": how it was computed, "datasets": {name: {"dialogues", "utterances", "tokens",
"blocks", "measures": {measure: estimate}, "at_reference": {"distinct_n"} or null, "duplicates": {"dialogues",
"exact_share", "near_share"}, "repeated_utterances", "top_opening": {"text", "share"}}}, "absent": {name: why},
"differences": {"rewriter" (released less before), "opening" (multimodal less text): [{"measure"} + estimate]},
"scenarios": {"dispersion", "nearest_neighbour": estimate}, "looks": {"true": {"colour", "pattern": estimate},
"likeness": estimate}}. An estimate is {"value", "low", "high", "n", "reason"}; a null value has its reason. Datasets
are "muse", "muse before rewriting" and those of the configuration's `quality.compare`. Measures are distinct_1 to
distinct_4, mtld, self_bleu, tokens_per_utterance, utterances_per_dialogue, readability.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.catalog.encoders import text_encoder, threads
from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, write_json
from muse.core.records import Conversation, Item
from muse.core.seeding import generator
from muse.quality import dialogues, others
from muse.quality.text import differences, looks, scenarios, statistics
from muse.steps._options import FILE, config


@click.command()
@config
@click.option("--conversations", required=True, type=FILE, help="Conversations, JSON lines.")
@click.option("--items", required=True, type=FILE, help="Described items, JSON lines.")
@click.option("--truth", required=True, type=FILE, help="True attributes of rendered items, JSON.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, conversations: Path, items: Path, truth: Path, out: Path) -> None:
    """Measure the words of each dataset."""
    settings, seed = config.quality, config.seed
    text, resampling = settings.text, settings.resampling
    records = read_jsonl(conversations, Conversation)
    compared, absent = others.read_all(settings.compare)
    groups = dialogues.by_dataset(dialogues.both(records) + compared)
    ours = groups.get(dialogues.MUSE, [])
    kinds = {
        kind: [dialogue for dialogue, record in zip(ours, records, strict=True) if record.opening == kind]
        for kind in ("multimodal", "text")
    }
    seen = {item.item_id: item.visual_description for item in read_jsonl(items, Item)}
    said = looks.recommendations(ours)
    shown = [(words, seen[item]) for _, words, item in said if seen.get(item)]
    order = generator(seed, "text-statistics", "encoded").permutation(len(shown))[: text.encoded_sample]
    with threads(config.index.threads):
        encoder = text_encoder(config.index.text_model, config.index.text_tokens)
        words, visible = (
            encoder.encode([shown[place][side] for place in order], config.index.batch) for side in (0, 1)
        )
        events = encoder.encode(
            [dialogue.scenario for dialogue in ours if dialogue.scenario][: text.encoded_sample], config.index.batch
        )
    write_json(
        out,
        {
            "settings": statistics.settings_record(text) | {"encoder": config.index.text_model},
            "datasets": {name: statistics.describe(group, text, resampling, seed) for name, group in groups.items()},
            "absent": absent,
            "differences": {
                "rewriter": differences.paired(ours, groups.get(dialogues.BEFORE, []), text, resampling, seed),
                "opening": differences.between(kinds["multimodal"], kinds["text"], text, resampling, seed),
            },
            "scenarios": scenarios.diversity(events, resampling, seed),
            "looks": {
                "true": looks.true_share(said, read_json(truth), resampling, seed),
                "likeness": looks.likeness(words, visible, resampling, seed),
            },
        },
    )

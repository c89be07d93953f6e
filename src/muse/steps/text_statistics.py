"""Text statistics: diversity, repetition, length, readability, duplicates, looks; with bootstrap intervals.

results/quality/text.json: {"settings": how it was computed, "datasets": {name: {"dialogues", "utterances", "tokens",
"blocks", "measures": {measure: estimate}, "at_reference": {"distinct_n"} or null, "duplicates": {"dialogues",
"exact_share", "near_share"}, "repeated_utterances", "top_opening": {"text", "share"}}}, "absent": {name: why},
"reviewed": {"kept", "dropped"}, "differences": {"rewriter" (released less before, pairs of the same conversations),
"reviewer" (kept less dropped: before against after the reviewer is this times the share dropped), "opening" (multimodal
less text): [{"measure"} + estimate]; the measures below, nearest_scenario, scenario_dispersion, true_colour,
true_pattern, likeness},
"scenarios": {"dispersion", "nearest_neighbour": estimate}, "looks": {"true": {"colour", "pattern": estimate},
"likeness": estimate}}. An estimate is {"value", "low", "high", "n", "reason"}; a null value has its reason. Datasets
are "muse", "muse before rewriting" and those of the configuration's `quality.compare`. Measures are distinct_1 to
distinct_4, mtld, self_bleu, repeated_utterances, tokens_per_utterance, utterances_per_dialogue, readability, duplicate,
near_duplicate: of equally many tokens, where "duplicates" and "repeated_utterances" beside them are of the whole.
"""

from __future__ import annotations

from pathlib import Path

import click

from muse.catalog.encoders import text_encoder, threads
from muse.config import StepConfig
from muse.core.files import read_json, read_jsonl, write_json
from muse.core.records import Conversation, Item
from muse.quality import others
from muse.quality.estimate import Vectors
from muse.quality.text.analysis import analyse
from muse.steps._options import FILE, config
from muse.steps._quality import conversations_option, dropped_option, items_option, read_dropped


@click.command()
@config
@conversations_option
@dropped_option
@items_option
@click.option("--truth", required=True, type=FILE, help="True attributes of rendered items, JSON.")
@click.option("--out", required=True, type=FILE, help="Output: JSON.")
def main(config: StepConfig, conversations: Path, dropped: Path, items: Path, truth: Path, out: Path) -> None:
    """Measure the words of each dataset."""
    index = config.index
    compared, absent = others.read_all(config.quality.compare)
    with threads(index.threads):
        encoder = text_encoder(index.text_model, index.text_tokens)

        def encode(texts: list[str]) -> Vectors:
            return encoder.encode(texts, index.batch)

        found = analyse(
            read_jsonl(conversations, Conversation),
            read_dropped(dropped),
            compared,
            {item.item_id: item.visual_description for item in read_jsonl(items, Item)},
            read_json(truth),
            encode,
            config.quality,
            config.seed,
        )
    found["settings"]["encoder"] = index.text_model
    write_json(out, found | {"absent": absent})

"""All text statistics of one dataset."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import metadata
from typing import Any

import numpy as np

from muse.core.seeding import generator
from muse.core.text import TOKENIZER, tokens
from muse.quality import estimate
from muse.quality.dialogues import Dialogue, length, texts_of
from muse.quality.estimate import Estimate, Floats
from muse.quality.settings import ResamplingSettings, TextSettings
from muse.quality.text import diversity
from muse.quality.text.duplicates import duplicates, exact_duplicates, near_duplicates

STAGE = "text-statistics"
ORDERS = (1, 2, 3, 4)


def settings_record(settings: TextSettings) -> dict[str, Any]:
    """How the numbers were made: what a reader needs to compute them again."""
    return {
        "tokenizer": TOKENIZER,
        "block_tokens": settings.block_tokens,
        "reference_tokens": settings.reference_tokens,
        "mtld": {"threshold": settings.mtld_threshold, "library": _library("lexicalrichness")},
        "self_bleu": {"sample": settings.self_bleu_sample, "signature": diversity.self_bleu_signature()},
        "readability": f"automated readability index, {_library('textstat')}",
        "near_duplicate": {"jaccard": settings.near_duplicate, "library": _library("datasketch")},
        "repeat_min_tokens": diversity.REPEAT_MIN_TOKENS,
        "opening_tokens": diversity.OPENING_TOKENS,
    }


def _library(name: str) -> str:
    return f"{name} {metadata.version(name)}"


def describe(
    dialogues: Sequence[Dialogue], settings: TextSettings, resampling: ResamplingSettings, seed: int
) -> dict[str, Any]:
    """Statistics of one dataset, each an Estimate, beside counts.

    Diversity is the mean over blocks of `block_tokens` tokens of the dialogues in a seeded order, resampled by block: a
    type count depends on how much text it is taken from, and resampling dialogues would repeat their words.
    `at_reference` is one sample of `reference_tokens` tokens, comparable with numbers published at that size.
    """
    random = generator(seed, STAGE, "order")
    order = diversity.shuffled(len(dialogues), random)
    texts = [text for place in order for text in texts_of(dialogues[place])]
    words = [tokens(text) for text in texts]
    cut = diversity.blocks(words, settings.block_tokens, settings.max_blocks)

    def over_blocks(name: str, values: list[float]) -> Estimate:
        return (
            _mean(np.array(values, float), name, resampling, seed)
            if cut
            else estimate.undefined(f"fewer than {settings.block_tokens} tokens")
        )

    measures = {
        f"distinct_{order}": over_blocks(f"distinct-{order}", [diversity.distinct(block, order) for block in cut])
        for order in ORDERS
    }
    measures["mtld"] = over_blocks("mtld", [diversity.mtld(block, settings.mtld_threshold) for block in cut])
    said = [text for text in texts if text.strip()]
    picks = generator(seed, STAGE, "self-bleu sample").permutation(len(said))[: settings.self_bleu_sample]
    sample = [said[pick] for pick in picks]
    measures["self_bleu"] = (
        _mean(np.array(diversity.self_bleu(sample), float), "self-bleu", resampling, seed)
        if len(sample) > 1
        else estimate.undefined("fewer than two utterances")
    )
    spoken = np.array([length(dialogue) for dialogue in dialogues], float)
    turns = np.array([len(dialogue.utterances) for dialogue in dialogues], float)
    draws, confidence = resampling.draws, resampling.confidence
    measures["tokens_per_utterance"] = estimate.ratio(
        spoken, turns, generator(seed, STAGE, "length"), draws, confidence
    )
    measures["utterances_per_dialogue"] = _mean(turns, "turns", resampling, seed)
    measures["readability"] = _mean(
        np.array([diversity.readability(texts_of(dialogues[at])) for at in order[: settings.encoded_sample]], float),
        "readability",
        resampling,
        seed,
    )
    measures |= _of_equally_much(dialogues, order, spoken, settings, resampling, seed)
    opening, share = diversity.top_opening(texts)
    return {
        "dialogues": len(dialogues),
        "utterances": len(texts),
        "tokens": sum(map(len, words)),
        "blocks": len(cut),
        "measures": {name: value.model_dump() for name, value in measures.items()},
        "at_reference": _at_reference(words, settings.reference_tokens),
        "duplicates": duplicates(dialogues, settings.near_duplicate),
        "repeated_utterances": _number(diversity.repeated_share(texts)),
        "top_opening": {"text": opening, "share": _number(share)},
    }


def _of_equally_much(
    dialogues: Sequence[Dialogue],
    order: Sequence[int],
    spoken: Floats,
    settings: TextSettings,
    resampling: ResamplingSettings,
    seed: int,
) -> dict[str, Estimate]:
    """What there is the more of, the more is read: repeated utterances within groups of dialogues of `block_tokens`
    tokens, resampled by group; duplicates among dialogues of `reference_tokens` tokens, with Wilson's interval.
    """
    lengths = [(int(count),) for count in spoken]
    blocks = diversity.groups(order, lengths, settings.block_tokens, settings.max_blocks)
    said = [[text for at in block for text in texts_of(dialogues[at])] for block in blocks]
    repeated = np.array([diversity.repeated_share(texts) for texts in said], float)
    read = [dialogues[at] for block in diversity.groups(order, lengths, settings.reference_tokens, 1) for at in block]
    if not read:
        few = estimate.undefined(f"fewer than {settings.reference_tokens} tokens")
        copies = {"duplicate": few, "near_duplicate": few}
    else:
        copies = {
            "duplicate": estimate.share(exact_duplicates(read), resampling.confidence),
            "near_duplicate": estimate.share(near_duplicates(read, settings.near_duplicate), resampling.confidence),
        }
    return {"repeated_utterances": _mean(repeated, "repeated", resampling, seed)} | copies


def _at_reference(words: Sequence[Sequence[str]], size: int) -> dict[str, float] | None:
    cut = diversity.blocks(words, size, 1)
    return {f"distinct_{order}": diversity.distinct(cut[0], order) for order in ORDERS} if cut else None


def _mean(values: Floats, name: str, resampling: ResamplingSettings, seed: int) -> Estimate:
    return estimate.mean(values, generator(seed, STAGE, name), resampling.draws, resampling.confidence)


def _number(value: float) -> float | None:
    return value if np.isfinite(value) else None

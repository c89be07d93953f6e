"""What words tell by themselves: diversity (distinct-n, MTLD, self-BLEU), repetition, readability."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import textstat
from lexicalrichness import LexicalRichness
from sacrebleu.metrics.bleu import BLEU

from muse.core import text
from muse.core.text import tokens

REPEAT_MIN_TOKENS = 8
OPENING_TOKENS = 4

_bleu = BLEU(lowercase=True, effective_order=True)


def distinct(words: Sequence[str], order: int) -> float:
    """Distinct n-grams over all n-grams of one text. NaN below `order` words."""
    return text.distinct([words], order) if len(words) >= order else float("nan")


def mtld(words: Sequence[str], threshold: float) -> float:
    """Measure of textual lexical diversity (McCarthy and Jarvis 2010), by `lexicalrichness`. NaN without words."""
    if not words:
        return float("nan")
    rich = LexicalRichness(" ".join(words), preprocessor=None, tokenizer=str.split)
    return float(rich.mtld(threshold=threshold))


def self_bleu(texts: Sequence[str]) -> list[float]:
    """BLEU of each text against all others as references (Zhu et al. 2018), in 0..1, by `sacrebleu`."""
    return [
        _bleu.sentence_score(text, [other for at, other in enumerate(texts) if at != place]).score / 100
        for place, text in enumerate(texts)
    ]


def self_bleu_signature() -> str:
    """How sacrebleu computed it. Its number of references is that of the sample less one."""
    metric = BLEU(lowercase=True, effective_order=True)
    metric.num_refs = -1  # sacrebleu's own mark for "varies"; without a number it gives no signature
    return str(metric.get_signature())


def repeated_share(texts: Sequence[str]) -> float:
    """Share of utterances of at least eight tokens that an earlier one says word for word. NaN without such."""
    long = [key for key in (tuple(tokens(text)) for text in texts) if len(key) >= REPEAT_MIN_TOKENS]
    return 1 - len(set(long)) / len(long) if long else float("nan")


def top_opening(texts: Sequence[str]) -> tuple[str, float]:
    """The most frequent first four tokens (the first by alphabet among equals) and the share that begins so."""
    openings = Counter(" ".join(words[:OPENING_TOKENS]) for words in map(tokens, texts) if len(words) >= OPENING_TOKENS)
    if not openings:
        return "", float("nan")
    opening, count = min(openings.items(), key=lambda entry: (-entry[1], entry[0]))
    return opening, count / sum(openings.values())


def readability(texts: Sequence[str]) -> float:
    """Automated readability index (Senter and Smith 1967) of the texts as one, by `textstat`. NaN without words."""
    whole = " ".join(texts)
    return float(textstat.automated_readability_index(whole)) if tokens(whole) else float("nan")


def blocks(texts: Sequence[Sequence[str]], size: int, most: int) -> list[list[str]]:
    """The texts' words, one after another, cut into at most `most` blocks of exactly `size` words; the rest is left."""
    words = [word for text in texts for word in text][: size * most]
    return [words[start : start + size] for start in range(0, len(words) - size + 1, size)]


def groups(order: Sequence[int], lengths: Sequence[Sequence[int]], size: int, most: int) -> list[list[int]]:
    """Places of dialogues, in this order, in at most `most` groups whose every version has `size` tokens.

    `lengths`: of each dialogue, the tokens of each of its versions.
    """
    made: list[list[int]] = []
    group: list[int] = []
    sizes = np.zeros(len(lengths[0]) if lengths else 1, int)
    for place in order:
        group.append(place)
        sizes += lengths[place]
        if sizes.min() >= size:
            made.append(group)
            group, sizes = [], np.zeros_like(sizes)
        if len(made) == most:
            break
    return made


def shuffled(count: int, random: np.random.Generator) -> list[int]:
    """A random order of `count` places."""
    return [int(place) for place in random.permutation(count)]

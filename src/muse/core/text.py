"""Words of a text, counted alike wherever they are counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sacrebleu.tokenizers.tokenizer_13a import Tokenizer13a

TOKENIZER = "sacrebleu 13a, lower-cased"

_tokenizer: Callable[[str], str] = Tokenizer13a()


def tokens(text: str) -> list[str]:
    """Words and punctuation marks in lower case, as sacrebleu's `13a` divides them; "don't" is one word."""
    return _tokenizer(text.lower()).split()


def distinct(texts: Sequence[Sequence[str]], order: int) -> float:
    """Different n-grams over all n-grams (Li et al. 2016), none across two texts; 0 where there are none."""
    total = sum(max(0, len(words) - order + 1) for words in texts)
    grams = {gram for words in texts for gram in zip(*(words[start:] for start in range(order)), strict=False)}
    return len(grams) / total if total else 0.0

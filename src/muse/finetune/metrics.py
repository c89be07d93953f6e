"""Measures of a ranking and of a reply, one value an example."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

from muse.core import text


def ranking(place: int) -> dict[str, float]:
    """Recall@1, Recall@5, reciprocal rank and NDCG of one relevant item at `place` (1 is best).

    With one relevant item, NDCG is 1 / log2(1 + place) (Jarvelin and Kekalainen 2002: the ideal gain is 1).
    """
    return {
        "recall_at_1": float(place <= 1),
        "recall_at_5": float(place <= 5),
        "mrr": 1 / place,
        "ndcg": 1 / math.log2(1 + place),
    }


def overlap(reply: str, reference: str) -> dict[str, float]:
    """Sentence BLEU and chrF (sacrebleu) and ROUGE-L F1 (rouge-score) of one reply, each in 0..100."""
    bleu, chrf, rouge = _scorers()
    return {
        "bleu": float(bleu.sentence_score(reply, [reference]).score),
        "chrf": float(chrf.sentence_score(reply, [reference]).score),
        "rouge_l": 100 * float(rouge.score(reference, reply)["rougeL"].fmeasure),
    }


def corpus_overlap(replies: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    """Corpus BLEU and chrF (sacrebleu) of all replies."""
    import sacrebleu

    return {
        "corpus_bleu": float(sacrebleu.corpus_bleu(list(replies), [list(references)]).score),
        "corpus_chrf": float(sacrebleu.corpus_chrf(list(replies), [list(references)]).score),
    }


def distinct(replies: Sequence[str], n: int) -> float:
    """Different n-grams over all n-grams of the replies (Li et al. 2016); 0 where there are none."""
    return text.distinct([reply.lower().split() for reply in replies], n)


@cache
def _scorers() -> tuple[Any, Any, Any]:
    from rouge_score.rouge_scorer import RougeScorer
    from sacrebleu.metrics import BLEU, CHRF

    return BLEU(effective_order=True), CHRF(), RougeScorer(["rougeL"])

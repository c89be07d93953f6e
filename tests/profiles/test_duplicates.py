from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muse.profiles.bleu import from_matches, ngrams, sentence_bleu, tokens
from muse.profiles.duplicates import Earlier

WORDS = tokens("the a garden party friend of hers wants new warm soft light for and to in on with wedding next week")


def texts_with_shared_phrases(count: int) -> list[str]:
    """Texts of 6 to 9 phrases out of 300, some words changed: from strangers to near copies."""
    random = np.random.default_rng(7)
    phrases = [[WORDS[k] for k in random.integers(len(WORDS), size=random.integers(4, 9))] for _ in range(300)]
    made = []
    for _ in range(count):
        words = [word for k in random.integers(300, size=random.integers(6, 10)) for word in phrases[k]]
        made.append(" ".join(word if random.random() < 0.8 else f"w{random.integers(2000)}" for word in words))
    return made


def exhaustive(texts: list[str], limit: float) -> list[tuple[float, int] | None]:
    """The answer for each text from BLEU against every text kept before it."""
    counts = [[Counter(ngrams(tokens(text), n)) for n in range(1, 5)] for text in texts]
    kept: list[int] = []
    answers: list[tuple[float, int] | None] = []
    for number in range(len(texts)):
        best: tuple[float, int] | None = None
        for place, other in enumerate(kept):
            matches = [(a & b).total() for a, b in zip(counts[number], counts[other], strict=True)]
            score = from_matches(matches, counts[number][0].total(), counts[other][0].total())
            if score > limit and (best is None or score > best[0]):
                best = score, place
        answers.append(best)
        if best is None:
            kept.append(number)
    return answers


def fast(texts: list[str], limit: float) -> list[tuple[float, int] | None]:
    earlier = Earlier(limit)
    return [earlier.keep_unless_near(text) for text in texts]


@pytest.mark.parametrize("limit", [0.1, 0.2])
def test_same_as_exhaustive_on_150(limit: float) -> None:
    texts = texts_with_shared_phrases(150)
    answers = fast(texts, limit)
    assert answers == exhaustive(texts, limit)
    assert 10 < sum(answer is None for answer in answers) < 150  # both outcomes occur


@pytest.mark.slow
def test_same_as_exhaustive_on_1000() -> None:
    texts = texts_with_shared_phrases(1000)
    assert fast(texts, 0.25) == exhaustive(texts, 0.25)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcde"), max_size=12).map(" ".join), max_size=8),
    st.sampled_from([0.15, 0.5, 0.99]),
)
def test_same_as_exhaustive_on_anything(texts: list[str], limit: float) -> None:
    assert fast(texts, limit) == exhaustive(texts, limit)


def test_the_limit_itself_is_allowed() -> None:
    first, second = "a b c d e f g", "a b c d x y z"
    score = sentence_bleu(tokens(second), tokens(first))
    for limit, found in ((score, False), (score - 1e-6, True)):
        earlier = Earlier(limit)
        assert earlier.keep_unless_near(first) is None
        assert (earlier.keep_unless_near(second) is not None) is found


def test_a_copy_names_the_text_that_it_copies() -> None:
    earlier = Earlier(0.5)
    for text in ("one two three four five", "six seven eight nine ten"):
        assert earlier.keep_unless_near(text) is None
    assert earlier.keep_unless_near("six seven eight nine ten") == (pytest.approx(1.0), 1)
    assert len(earlier) == 2

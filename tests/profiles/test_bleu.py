from __future__ import annotations

import math

import sacrebleu
from hypothesis import given
from hypothesis import strategies as st

from muse.profiles.bleu import sentence_bleu, tokens

texts = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=4, max_size=20)


def test_by_hand() -> None:
    # hypothesis a b c d e (5), reference a b c d x y (6): matches 4, 3, 2, 1 of 5, 4, 3, 2
    # product 4/5 * 3/4 * 2/3 * 1/2 = 1/5; brevity exp(1 - 6/5)
    expected = (1 / 5) ** (1 / 4) * math.exp(-0.2)
    assert math.isclose(sentence_bleu(list("abcde"), list("abcdxy")), expected)


def test_repeated_words_are_clipped() -> None:
    # "the" thrice against once: one match of seven unigrams would be 2/7 (Papineni's example); no 4-gram, so 0 in all
    assert sentence_bleu(["the"] * 7, ["the", "cat", "is", "on", "the", "mat", "now"]) == 0.0


def test_no_shared_four_gram_is_zero() -> None:
    assert sentence_bleu(list("abcxdef"), list("abcydef")) == 0.0


def test_a_text_against_itself_is_one() -> None:
    assert math.isclose(sentence_bleu(list("abcdef"), list("abcdef")), 1.0)


@given(texts, texts)
def test_equals_sacrebleu(hypothesis: list[str], reference: list[str]) -> None:
    theirs = sacrebleu.sentence_bleu(
        " ".join(hypothesis), [" ".join(reference)], smooth_method="none", tokenize="none", use_effective_order=False
    )
    assert math.isclose(sentence_bleu(hypothesis, reference), theirs.score / 100, abs_tol=1e-9)


def test_tokens_are_words_and_marks_in_lower_case() -> None:
    assert tokens("Ann's red-hot $5.") == ["ann", "'", "s", "red", "-", "hot", "$", "5", "."]

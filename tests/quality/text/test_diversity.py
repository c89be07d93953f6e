from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.quality.text import diversity


def test_distinct_by_hand() -> None:
    words = list("ababc")  # unigrams a b c of 5; bigrams ab ba ab bc: 3 of 4
    assert diversity.distinct(words, 1) == 3 / 5
    assert diversity.distinct(words, 2) == 3 / 4
    assert diversity.distinct(words, 5) == 1
    assert math.isnan(diversity.distinct(words, 6))


@given(st.lists(st.sampled_from("abcde"), min_size=4, max_size=40))
def test_longer_grams_are_never_less_distinct_types(words: list[str]) -> None:
    counts = [diversity.distinct(words, order) * (len(words) - order + 1) for order in (1, 2, 3, 4)]
    assert all(0 < diversity.distinct(words, order) <= 1 for order in (1, 2, 3, 4))
    assert all(later >= earlier - 1 for earlier, later in pairwise(counts))


def test_self_bleu_of_copies_is_one_and_of_strangers_near_zero() -> None:
    same = diversity.self_bleu(["a light dress for the party"] * 3)
    assert same == pytest.approx([1, 1, 1])
    assert max(diversity.self_bleu(["a light dress for me", "we watched nine ships sail"])) < 0.15


def test_self_bleu_records_how_it_was_computed() -> None:
    signature = diversity.self_bleu_signature()
    assert "tok:13a" in signature
    assert "case:lc" in signature
    assert "version:" in signature


def test_mtld_by_hand() -> None:
    # "a" x 4: the ratio falls to 1/2 < .72 at every second word: 2 factors in 4 words, both ways.
    assert diversity.mtld(["a"] * 4, 0.72) == 2
    assert math.isnan(diversity.mtld([], 0.72))
    assert diversity.mtld(["a", "b", "c"], 0.72) == 3  # no factor begun: the length of the text


def test_repeated_share_counts_long_utterances_only() -> None:
    long = "this is a very long sentence of nine words"
    assert diversity.repeated_share([long, "ok", "ok", long.upper(), f"{long} indeed"]) == pytest.approx(1 / 3)
    assert math.isnan(diversity.repeated_share(["ok", "ok"]))


def test_top_opening() -> None:
    texts = ["I would like a hat", "i would like a shoe", "Show me the red one", "Yes"]
    assert diversity.top_opening(texts) == ("i would like a", 2 / 3)
    assert diversity.top_opening(["Yes"])[0] == ""


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=9), max_size=12), st.integers(1, 7), st.integers(1, 5))
def test_blocks_are_equal_and_in_order(texts: list[list[str]], size: int, most: int) -> None:
    words = [word for text in texts for word in text]
    cut = diversity.blocks(texts, size, most)
    assert len(cut) == min(most, len(words) // size)
    assert [word for block in cut for word in block] == words[: len(cut) * size]

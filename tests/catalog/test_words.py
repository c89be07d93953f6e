from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from muse.catalog.words import Words, tokens
from muse.core.files import sha256_tree

TEXTS = ["red cotton dress", "blue cotton shirt", "blue linen dress with blue buttons", "leather boots"]


def bm25(query: list[str], texts: list[list[str]], row: int, k1: float = 1.5, b: float = 0.75) -> float:
    """Robertson and Zaragoza 2009, equation 3.15, with Lucene's inverse document frequency and without (k1 + 1)."""
    mean = sum(map(len, texts)) / len(texts)
    total = 0.0
    for word in query:
        bearing = sum(word in text for text in texts)
        idf = math.log(1 + (len(texts) - bearing + 0.5) / (bearing + 0.5))
        count = texts[row].count(word)
        total += idf * count / (count + k1 * (1 - b + b * len(texts[row]) / mean))
    return total


def test_the_ranking_is_that_of_the_formula() -> None:
    cut = [tokens(text) for text in TEXTS]
    for query in ("blue dress", "cotton", "boots blue", "a red leather dress"):
        scores = [bm25(tokens(query), cut, row) for row in range(len(TEXTS))]
        expected = sorted((row for row in range(len(TEXTS)) if scores[row] > 0), key=lambda row: (-scores[row], row))
        assert Words.build(TEXTS).best(query, 10) == expected


def test_equal_scores_come_in_row_order_also_where_the_list_is_cut() -> None:
    words = Words.build(["other", *["same text"] * 50])
    assert words.best("same", 50) == list(range(1, 51))
    assert words.best("same", 7) == list(range(1, 8))


def test_a_query_without_a_known_word_finds_nothing() -> None:
    words = Words.build(TEXTS)
    for query in ("zebra", "", "the of and", "!!!", "👗"):
        assert words.best(query, 5) == []


def test_words_are_cut_alike_on_both_sides() -> None:
    assert tokens("Women's STRIPED Dresses, watches & accessories") == [
        "women",
        "striped",
        "dress",
        "watch",
        "accessory",
    ]
    assert tokens("V-neck 2-piece glass") == ["neck", "piece", "glass"]
    for one, many in (
        ("dress", "dresses"),
        ("watch", "watches"),
        ("shoe", "shoes"),
        ("scarf", "scarfs"),
        ("tie", "ties"),
    ):
        assert tokens(one) == tokens(many)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8), st.text(max_size=30))
def test_any_text_can_be_indexed_and_asked_for(texts: list[str], query: str) -> None:
    best = Words.build(texts).best(query, 5)
    assert len(set(best)) == len(best) <= 5
    assert all(set(tokens(query)) & set(tokens(texts[row])) for row in best)


def test_saved_and_loaded_it_answers_the_same(tmp_path: Path) -> None:
    Words.build(TEXTS).save(tmp_path / "w")
    assert Words.load(tmp_path / "w").best("blue dress", 9) == Words.build(TEXTS).best("blue dress", 9)


_SAVE = "import sys; from pathlib import Path; from muse.catalog.words import Words; "
_SAVE += "Words.build(['red cotton shirt', 'blue shirt', 'a warm coat']).save(Path(sys.argv[1]))"


def test_the_same_texts_give_the_same_files_whatever_the_order_of_sets(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", _SAVE, str(tmp_path / seed)], env=environment, check=True)
    assert sha256_tree(tmp_path / "1") == sha256_tree(tmp_path / "2")

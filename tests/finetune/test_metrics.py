"""Measures against values worked by hand and a second library."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

from muse.finetune.metrics import distinct, overlap, ranking


def test_ranking_by_hand() -> None:
    first, sixth = ranking(1), ranking(6)
    assert first == {"recall_at_1": 1.0, "recall_at_5": 1.0, "mrr": 1.0, "ndcg": 1.0}
    # 1 / log2(7) = 0.35621
    assert sixth["recall_at_5"] == 0.0
    assert sixth["mrr"] == pytest.approx(1 / 6)
    assert sixth["ndcg"] == pytest.approx(0.35621, abs=1e-5)


@given(st.integers(2, 20), st.data())
def test_ndcg_agrees_with_scikit_learn(total: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, total))
    relevance = np.eye(total)[place - 1]
    assert ranking(place)["ndcg"] == pytest.approx(ndcg_score([relevance], [np.arange(total, 0, -1)]))


def test_overlap() -> None:
    same = overlap("How about the red dress?", "How about the red dress?")
    assert all(value == pytest.approx(100) for value in same.values())
    # ROUGE-L: common subsequence "the red dress" of 3 words, 3 of 4 and 3 of 5: F1 = 2*3/(4+5)
    assert overlap("the red wool dress", "maybe the red silk dress")["rouge_l"] == pytest.approx(100 * 6 / 9)
    assert overlap("", "the red dress") == {"bleu": 0.0, "chrf": 0.0, "rouge_l": 0.0}


def test_distinct_by_hand() -> None:
    # 2-grams: a b, b a | a b: two different of three
    assert distinct(["a b a", "A b"], 2) == pytest.approx(2 / 3)
    assert distinct(["a"], 2) == 0.0

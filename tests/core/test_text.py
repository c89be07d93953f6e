import pytest

from muse.core.text import distinct, tokens


def test_tokens_are_lower_case_and_split_punctuation() -> None:
    assert tokens("Hello, a $20.50 Dress! Don't") == ["hello", ",", "a", "$", "20.50", "dress", "!", "don't"]
    assert tokens(" T-shirt ") == ["t-shirt"]
    assert tokens(" ") == []


def test_distinct_by_hand() -> None:
    # a b, b a, a b | a b: four pairs, two of them different.
    assert distinct([["a", "b", "a", "b"], ["a", "b"]], 2) == pytest.approx(2 / 4)
    assert distinct([["a"]], 2) == 0.0

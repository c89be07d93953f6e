"""BERTScore by hand, and with the packaged encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from muse.catalog.encoders import PACKAGED_TEXT
from muse.finetune.bertscore import Matrix, bertscore, f1, token_encoder


def axes(*places: int) -> Matrix:
    return np.eye(3, dtype=np.float32)[list(places)]


def test_greedy_matching_by_hand() -> None:
    assert f1(axes(0, 1), axes(0, 1)) == 1.0
    # precision: one of two tokens is found; recall: the one token is found; F1 = 2 * .5 * 1 / 1.5
    assert f1(axes(0, 1), axes(0)) == pytest.approx(2 / 3)
    assert f1(axes(0), axes(1)) == 0.0
    assert f1(axes(0)[:0], axes(1)) == 0.0


def test_each_text_is_encoded_once() -> None:
    asked: list[str] = []

    def encode(texts: Sequence[str]) -> list[Matrix]:
        asked.extend(texts)
        return [axes(len(text) % 3) for text in texts]

    assert bertscore(["a", "bb", "a"], ["a", "a", "bb"], encode) == [1.0, 0.0, 0.0]
    assert sorted(asked) == ["a", "bb"]


def test_the_packaged_encoder_knows_what_is_alike() -> None:
    encode = token_encoder(PACKAGED_TEXT, threads=1)
    same, close, far = bertscore(
        ["A navy coat."] * 3, ["A navy coat.", "A dark blue jacket.", "The train leaves at noon."], encode
    )
    assert same == pytest.approx(1.0, abs=1e-4)
    assert same > close > far

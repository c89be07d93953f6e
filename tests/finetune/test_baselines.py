"""Baselines on a catalog where the right answer is known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import support
from stubs import section

from muse.catalog.index import Index, build
from muse.catalog.settings import IndexSettings
from muse.core.records import Item
from muse.finetune.baselines import baselines, ridge_map
from muse.finetune.records import Example, Utterance


def example(number: int, target: str, text: str, shown: tuple[str, ...]) -> Example:
    return Example(
        example_id=f"c{number}",
        task="recommend",
        split="test",
        conversation_id=f"c{number}",
        target=target,
        item_id=target,
        dialogue=(Utterance(speaker="user", action="chit-chat", text=text),),
        text=text,
        candidates=("i0", "i1", "i2", "i3"),
        shown=shown,
    )


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Item], Path, Index]:
    folder = tmp_path_factory.mktemp("images")
    items = support.catalog(folder, 8)
    return items, folder, build(items, folder, IndexSettings.model_validate(section("index", "smoke")))


def test_each_baseline_uses_its_own_evidence(shelf: tuple[list[Item], Path, Index]) -> None:
    items, images, index = shelf
    asked = [example(n, "i1", "A blue cotton shirt, number 1.", ("i5",)) for n in range(3)]
    asked.append(example(3, "i1", "Anything.", ()))
    places = {
        (one.model, one.example_id): one.place
        for one in baselines(asked, [asked[0]], items, images, index, 0.1, seed=1)
    }
    assert places["popularity", "c0"] == 1
    assert places["words", "c0"] == 1
    assert places["text vectors", "c0"] == 1
    assert places["image vectors", "c0"] == 1, "i5 looks like i1"
    assert places["hybrid index", "c0"] == 1
    assert {model for model, _ in places} >= {"random", "dual encoder"}


def test_ties_are_drawn_fairly(shelf: tuple[list[Item], Path, Index]) -> None:
    asked = [example(n, "i2", "Hm.", ()) for n in range(120)]
    made = baselines(asked, [], *shelf, 0.1, seed=1)
    drawn = Counter(one.place for one in made if one.model == "random")
    assert sorted(drawn) == [1, 2, 3, 4]
    assert min(drawn.values()) > 15


def test_ridge_map_agrees_with_least_squares() -> None:
    draws = np.random.default_rng(1)
    inputs, weights = draws.normal(size=(50, 3)).astype(np.float32), draws.normal(size=(3, 2)).astype(np.float32)
    assert ridge_map(inputs, inputs @ weights, 1e-6) == pytest.approx(weights, abs=1e-4)

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from support import catalog

from catalog.settings import ROOT
from catalog.settings import index as settings
from muse.catalog.index import build
from muse.catalog.retrieval import DESCRIBED, METHODS, TRUTH, Query, evaluate, queries
from muse.config import load
from muse.core.files import write_json, write_jsonl
from muse.steps import retrieval as step


class Fixed:
    """An index whose rankings are given."""

    ids = ("a", "b", "c", "d")
    settings = settings(weights={"words": 1.0, "text": 1.0, "image": 1.0, "imagined": 1.0}, depth=4)

    def __init__(self, **rankings: list[int]) -> None:
        self._found = rankings

    def rankings(self, *_: Any) -> dict[str, list[int]]:
        return self._found


def measured(index: Fixed, *asked: Query) -> dict[str, Any]:
    return evaluate(index, {"kind": asked}, resamples=50, seed=7)  # type: ignore[arg-type]


def test_places_by_hand() -> None:
    # words + text: d has 1/63 + 1/61, a 1/61. hybrid: b has 1/62 + 1/61 and comes before d.
    index = Fixed(words=[0, 1, 3], text=[3], imagined=[1])
    found = measured(index, Query("x", None, frozenset("d")))
    assert [found[method]["mrr"]["value"] for method in METHODS] == pytest.approx([1 / 3, 1, 0, 1, 1 / 2])
    assert [found[method]["recall@8"]["value"] for method in METHODS] == [1, 1, 0, 1, 1]


def test_any_right_item_counts_and_ones_own_is_passed_over() -> None:
    index = Fixed(words=[0, 1, 2])
    assert measured(index, Query("x", None, frozenset("bc"), own="a"))["words"]["mrr"]["value"] == 1
    assert measured(index, Query("x", None, frozenset("bc")))["words"]["mrr"]["value"] == 1 / 2


def test_recall_ends_at_eight() -> None:
    class Ten(Fixed):
        ids = tuple("abcdefghij")  # type: ignore[assignment]

    index = Ten(words=list(range(10)))
    found = measured(index, Query("x", None, frozenset("h")), Query("x", None, frozenset("i")))["words"]
    assert found["recall@8"]["value"] == 1 / 2
    assert found["mrr"]["value"] == pytest.approx((1 / 8 + 1 / 9) / 2)
    assert found["n"] == 2
    assert 0 <= found["recall@8"]["low"] <= 1 / 2 <= found["recall@8"]["high"] <= 1


def test_queries_from_truth_say_what_is_true_and_show_another_of_the_same_looks(tmp_path: Path) -> None:
    items = catalog(tmp_path, 8)  # red, blue, green, black shirts, then dresses
    truth = {
        item.item_id: {
            "garment": ("shirt", "dress")[number // 4],
            "colour": ("red", "blue", "green", "black")[number % 4],
            "pattern": "plain",
            "material": "cotton",
            "second_colour": "",
            "neckline": "crew",
        }
        for number, item in enumerate(items)
    }
    source, kinds = queries(items, truth, 8, seed=7)
    assert source == TRUTH
    whole = {next(iter(query.right)): query.text for query in kinds["all attributes"]}
    assert whole["i5"] == "blue cotton crew neckline dress"
    assert all(str(query.text).split()[-1] in ("shirt", "dress") for query in kinds["three attributes"])
    shown = {next(iter(query.right)): query for query in kinds["text and a companion's picture"]}
    assert shown["i5"].picture == "i1"
    assert shown["i5"].text == "dress cotton"


def test_queries_from_descriptions_are_labelled_so(tmp_path: Path) -> None:
    items = catalog(tmp_path, 8)
    source, kinds = queries(items, {}, 5, seed=7)
    assert source == DESCRIBED
    for query in kinds["a picture"]:
        assert query.own not in query.right
        assert query.picture == query.own
    assert len(kinds["described attributes"]) == 5
    assert queries(items, {}, 5, seed=7)[1] == kinds


def test_the_step_writes_each_method_with_its_interval(tmp_path: Path) -> None:
    items = catalog(tmp_path / "images", 8)
    write_jsonl(tmp_path / "items.jsonl", items)
    write_json(tmp_path / "truth.json", {})
    build(items, tmp_path / "images", settings(threads=1)).save(tmp_path / "index")
    values = load(folder=ROOT / "config")
    (tmp_path / "config.yaml").write_text(yaml.safe_dump({"seed": values["seed"], "retrieval": values["retrieval"]}))
    names = SimpleNamespace(config="config.yaml", items="items.jsonl", truth="truth.json", index="index")
    options = [part for name, file in vars(names).items() for part in (f"--{name}", str(tmp_path / file))]
    CliRunner().invoke(step.main, [*options, "--output", str(tmp_path / "r.json")], catch_exceptions=False)
    found = json.loads((tmp_path / "r.json").read_text())
    assert set(found) == set(METHODS)
    for row in found.values():
        assert row["queries"] == DESCRIBED
        assert row["n"] == 16
        assert row["recall@8"]["low"] <= row["recall@8"]["value"] <= row["recall@8"]["high"]
    assert found["hybrid"]["recall@8"]["value"] == 1  # there are eight items

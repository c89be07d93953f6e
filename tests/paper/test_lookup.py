"""References of the claims, and the digest of what decides the dataset."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from muse.config import load, merge
from muse.core.errors import MuseError
from muse.paper.lookup import configuration_digest, look_up

CONFIG = {"scale": "smoke", "profiles": {"count": 60}}
ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    found = {"all": {"n": 60, "list": [{"x": 0.25, "k": "a", "l": 1}, {"x": 9, "k": "a", "l": 2}]}, "digest": "abc"}
    (tmp_path / "r.json").write_text(json.dumps(found | {"ok": True, "low": None}))
    (tmp_path / "smoke.json").write_text(json.dumps({"n": 7}))
    (tmp_path / "t.csv").write_text("model,variant,recall\na,base,0.1\na,tuned,0.5\nb,tuned,0.7\n")
    return tmp_path


def test_references(root: Path) -> None:
    assert look_up("config#profiles.count", CONFIG, root) == 60
    assert look_up("r.json#all.list.0.x", CONFIG, root) == 0.25
    assert look_up("r.json#all.list.k=a,l=2.x", CONFIG, root) == 9
    assert look_up("{scale}.json#n", CONFIG, root) == 7
    assert look_up("t.csv#model=a,variant=tuned/recall", CONFIG, root) == 0.5


@pytest.mark.parametrize(
    "reference",
    [
        "r.json#all.m",
        "r.json#all.list.7",
        "r.json#all.list.k=a.x",
        "r.json#all.list.z=1.x",
        "r.json#all",
        "t.csv#variant=tuned/recall",
        "none.json#a",
    ],
)
def test_a_reference_to_nothing_is_an_error(root: Path, reference: str) -> None:
    with pytest.raises(MuseError):
        look_up(reference, CONFIG, root)


def test_what_decides_the_dataset_decides_the_digest_of_the_configuration() -> None:
    base = load({"scale": "smoke"}, ROOT / "config")
    same = [{"shards": 7}, {"quality": {"judge": {"sample": 3}}}, {"llm": {"concurrency": 3}}]
    other = [{"seed": 7}, {"catalog": {"source": "photos"}}, {"llm": {"roles": {"user": {"temperature": 0.1}}}}]
    digest = configuration_digest(base)
    assert [configuration_digest(merge(base, change)) == digest for change in same] == [True] * 3
    assert [configuration_digest(merge(base, change)) == digest for change in other] == [False] * 3

"""Claims: every relation at its edge, references, and a broken result that is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.core.errors import MuseError
from muse.paper.claims import Claim, decide, look_up, markdown, read_claims

CONFIG = {"scale": "smoke", "profiles": {"count": 60}}


def claim(**changes: object) -> Claim:
    base = {
        "id": "n",
        "sentence": "There are N conversations.",
        "where": "Table 1",
        "found": "r.json#all.n",
        "relation": "equals",
        "expected": 60,
        "tolerance": 0,
        "why": "deterministic",
        "scales": ["smoke"],
    }
    return Claim.model_validate(base | changes)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "r.json").write_text(json.dumps({"all": {"n": 60, "list": [{"x": 0.25}]}, "digest": "abc", "ok": True}))
    (tmp_path / "t.csv").write_text("model,variant,recall\na,base,0.1\na,tuned,0.5\nb,tuned,0.7\n")
    return tmp_path


def verdict(root: Path, **changes: object) -> str:
    (decision,) = decide([claim(**changes)], CONFIG, root)
    return decision.verdict


def test_references(root: Path) -> None:
    assert look_up("config#profiles.count", CONFIG, root) == 60
    assert look_up("r.json#all.list.0.x", CONFIG, root) == 0.25
    assert look_up("t.csv#model=a,variant=tuned/recall", CONFIG, root) == 0.5


@pytest.mark.parametrize(
    "reference", ["r.json#all.m", "r.json#all.list.7", "r.json#all", "t.csv#variant=tuned/recall", "none.json#a"]
)
def test_a_reference_to_nothing_is_an_error(root: Path, reference: str) -> None:
    with pytest.raises(MuseError):
        look_up(reference, CONFIG, root)


@pytest.mark.parametrize(
    ("relation", "expected", "tolerance", "holds"),
    [
        ("equals", 60, 0, True),
        ("equals", 61, 0, False),
        ("equals", 61, 1, True),
        ("at least", 60, 0, True),
        ("at least", 60.5, 0, False),
        ("at most", 59, 0, False),
        ("greater than", 60, 0, False),
        ("less than", 60.1, 0, True),
        ("between", [60, 70], 0, True),
        ("between", [61, 70], 0, False),
        ("equals", "config#profiles.count", 0, True),
        ("greater than", "t.csv#model=b,variant=tuned/recall", 0, True),
    ],
)
def test_relations_at_their_edges(root: Path, relation: str, expected: object, tolerance: float, holds: bool) -> None:
    assert verdict(root, relation=relation, expected=expected, tolerance=tolerance) == ("pass" if holds else "FAIL")


def test_text_is_compared_as_text(root: Path) -> None:
    assert verdict(root, found="r.json#digest", expected="abc") == "pass"
    assert verdict(root, found="r.json#digest", expected="abd") == "FAIL"
    assert verdict(root, found="r.json#digest", relation="at least", expected=1) == "FAIL"


def test_a_broken_result_fails_its_claim_and_no_other(root: Path) -> None:
    claims = [claim(), claim(id="x", found="r.json#all.list.0.x", expected=0.25)]
    assert [d.verdict for d in decide(claims, CONFIG, root)] == ["pass", "pass"]
    (root / "r.json").write_text(json.dumps({"all": {"n": 59, "list": [{"x": 0.25}]}}))
    assert [d.verdict for d in decide(claims, CONFIG, root)] == ["FAIL", "pass"]
    assert "| 60 | 59 | FAIL |" in markdown(decide(claims, CONFIG, root))


def test_claims_of_other_scales_are_left_out(root: Path) -> None:
    assert decide([claim(scales=["full"])], CONFIG, root) == []


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_at_least_and_less_than_are_opposites(tmp_path_factory: pytest.TempPathFactory, a: float, b: float) -> None:
    root = tmp_path_factory.mktemp("r")
    (root / "r.json").write_text(json.dumps({"all": {"n": a}}))
    assert (verdict(root, relation="at least", expected=b) == "pass") is not (
        verdict(root, relation="less than", expected=b) == "pass"
    )


def test_a_bad_entry_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("- {id: n, sentence: s}\n")
    with pytest.raises(MuseError, match=r"claims\.yaml: claim n: where: Field required"):
        read_claims(path)

"""The drawing of the rules: short ways only, each below what it needs, no box on another, the same bytes."""

from __future__ import annotations

from pathlib import Path

from muse.paper.figures.rule_graph import _direct, _levels, _lines, _places, rule_graph
from muse.paper.style import save
from muse.steps.rule_graph import edges

DOT = """digraph snakemake_dag {
    graph[bgcolor=white, margin=0];
    0[label = "all", color = "0.1 0.6 0.85", style="rounded"];
    1[label = "paper", color = "0.2 0.6 0.85", style="rounded"];
    2[label = "items", color = "0.3 0.6 0.85", style="rounded"];
    3[label = "tables", color = "0.3 0.6 0.85", style="rounded"];
    1 -> 0
    2 -> 1
    3 -> 1
    2 -> 3
}"""
NEEDS = {"paper": {"items", "tables"}, "items": set[str](), "tables": {"items"}}


def test_the_rules_that_snakemake_prints_but_those_that_only_gather() -> None:
    assert edges(DOT) == NEEDS


def test_an_edge_that_a_longer_way_stands_for_is_left_out() -> None:
    assert _direct(NEEDS) == {"items": [], "paper": ["tables"], "tables": ["items"]}


def test_each_stands_below_what_it_needs_and_no_box_covers_another() -> None:
    needs = {
        "a": set[str](),
        **{f"b{n}": {"a"} for n in range(6)},
        "c": {"b0", "b5"},
        "d": {"a", "c"},
        "e": {"d", "b3"},
    }
    direct = _direct(needs)
    level = _levels(direct)
    assert all(level[other] < level[rule] for rule, needed in needs.items() for other in needed)
    places = _places(_lines(direct, level), level)
    boxes = [(level[rule], places[rule, level[rule]]) for rule in level]
    assert all(abs(x - y) >= 1 for at, x in boxes for below, y in boxes if at == below and x != y)
    assert len(set(boxes)) == len(needs)


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    parts = dict.fromkeys(NEEDS, "paper")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        save(rule_graph(NEEDS, parts), tmp_path / name, "rule_graph")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()

"""Tables of systems compared by their ratings: differences, three tests of each, effect and power."""

from __future__ import annotations

from muse.paper.results import Results, Row, dimension_name, ordered
from muse.paper.tables.form import Cell, Column, Number, Table

_TESTS = {"mixed_model": "mixed model", "cumulative_link": "cumulative link", "rank_test": "ranks"}


def systems(results: Results) -> Table:
    """Every two systems of the study on each dimension, less raters who failed the attention checks."""
    return Table("systems", _columns(), _rows(results.ratings["attentive"]["comparison"]), grouped=True)


def fed_systems(results: Results) -> Table:
    """The same of the real human ratings of FED; no rows where they are not at hand."""
    found = results.fed["analysis"]["comparison"] if results.fed["available"] else {}
    return Table("fed_systems", _columns(), _rows(found), grouped=True)


def _columns() -> list[Column]:
    tests = [Column(f"p, {label}", 4) for label in _TESTS.values()]
    plain = [Column("Cliff's δ", 2), Column("Detectable", 2)]
    return [Column("Dimension"), Column("Systems"), Column("Difference"), *tests, *plain]


def _rows(comparison: Row) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for dimension in ordered(comparison):
        found = comparison[dimension]
        p = {
            (test, pair["first"], pair["second"]): pair["p"] for test in _TESTS for pair in found[test].get("pairs", [])
        }
        for pair in found["pairs"]:
            first, second = pair["first"], pair["second"]
            tested = [p.get((test, first, second)) for test in _TESTS]
            difference = Number.of(pair["difference"], 2, signed=True)
            effect = [pair["cliffs_delta"], pair["detectable_difference"]]
            rows.append([dimension_name(dimension), f"{first} − {second}", difference, *tested, *effect])
    return rows

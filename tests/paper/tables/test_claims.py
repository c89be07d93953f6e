"""The claims' table."""

from __future__ import annotations

from muse.paper.claims import Claim, Decision
from muse.paper.tables.claims import claims


def test_expected_and_found_as_people_read_them() -> None:
    base = {"id": "n", "where": "w", "found": "f", "why": "y", "scales": ["smoke"]}
    band = Claim.model_validate(
        base | {"sentence": "In a band.", "relation": "between", "expected": [0.1, 0.2], "tolerance": 0.01}
    )
    same = Claim.model_validate(
        base | {"sentence": "The same.", "relation": "equals", "expected": "x#y", "tolerance": 0}
    )
    table = claims(
        [
            Decision(claim=band, expected=(0.1, 0.2), found=0.123456, verdict="pass"),
            Decision(claim=same, expected="a" * 64, found="b" * 64, verdict="FAIL"),
        ]
    )
    assert table.texts() == [
        ["In a band.", "between 0.1 and 0.2 ± 0.01", "0.1235", "pass"],
        ["The same.", "a" * 10 + "…", "b" * 10 + "…", "FAIL"],
    ]

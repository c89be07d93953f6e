from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from muse.core.errors import MuseError
from muse.profiles.reasons import check_reasons

FILE = Path(__file__).parents[2] / "config/purchase_reasons.yaml"
AUTHORS = {
    "Worn-out": 1,
    "Work": 1,
    "Season": 1,
    "Trend": 1,
    "Sports": 89,
    "Gifts": 200,
    "Attend": 200,
    "Celebrate": 100,
}


def test_the_shipped_file_has_at_least_the_authors_numbers() -> None:
    reasons = check_reasons(yaml.safe_load(FILE.read_text(encoding="utf-8")), AUTHORS, FILE)
    assert set(reasons) == set(AUTHORS)
    assert all(len(reasons[group]) >= count for group, count in AUTHORS.items())


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (["a"], "not a mapping"),
        ({"Gifts": "a"}, "not a list of reasons"),
        ({"Gifts": []}, "not a list of reasons"),
        ({"Gifts": ["a", 3]}, "not a list of reasons"),
        ({"Gifts": ["a", "a"]}, "'a' twice"),
        ({"Attend": ["a"]}, "no reasons for the group 'Gifts'"),
    ],
)
def test_a_bad_file_is_named(value: object, message: str) -> None:
    with pytest.raises(MuseError, match=message) as caught:
        check_reasons(value, ["Gifts"], Path("reasons.yaml"))
    assert "reasons.yaml" in str(caught.value)

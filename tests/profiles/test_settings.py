from __future__ import annotations

import pytest
from pydantic import ValidationError

from profiles.made import settings


@pytest.mark.parametrize(("count", "spare", "wanted"), [(7000, 0.1, 7700), (60, 0.1, 66), (3, 0.1, 4), (5, 0.0, 5)])
def test_wanted_counts_the_spares_rounded_up(count: int, spare: float, wanted: int) -> None:
    assert settings(count=count, spare_share=spare).wanted == wanted


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason_group_shares": {"Gifts": 0.5}}, "must sum to 1"),
        ({"gender_shares": {"male": 0.5, "female": 0.4, "unknown": 0.2}}, "must sum to 1"),
        ({"age_min": 30, "age_max": 20}, "age_max is below age_min"),
        ({"count": 0}, "greater than or equal to 1"),
    ],
)
def test_nonsense_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        settings(**changes)

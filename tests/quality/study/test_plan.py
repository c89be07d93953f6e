from __future__ import annotations

from collections import Counter

import pytest
import support

from muse.core.errors import MuseError
from muse.quality.settings import QualitySettings
from muse.quality.study import texts
from muse.quality.study.plan import plan
from quality.versions import both


def test_every_unit_is_rated_as_often_as_asked_and_blind(settings: QualitySettings) -> None:
    sample = both([support.conversation(number) for number in range(20)])
    study = plan(sample, settings.study, settings.scale, seed=1)
    real = {unit.unit for unit in study.units if unit.expected is None}
    counted = Counter(
        place.unit for rater in study.raters for place in rater.placements if place.unit in real and not place.repeat
    )
    assert len(real) == 40
    assert set(counted.values()) == {settings.study.ratings_per_item}
    by_order = [unit.system for unit in sorted(study.units, key=lambda unit: unit.unit) if unit.expected is None]
    assert len(set(by_order[:20])) == 2  # the numbering does not tell the systems apart


def test_each_rater_has_the_checks_and_repeats_after_their_first_showing(settings: QualitySettings) -> None:
    sample = both([support.conversation(number) for number in range(30)])
    study = plan(sample, settings.study, settings.scale, seed=1)
    checks = {unit.unit for unit in study.units if unit.expected is not None}
    orders = set()
    for rater in study.raters:
        units = [place.unit for place in rater.placements]
        assert [place.place for place in rater.placements] == list(range(1, len(units) + 1))
        assert sum(unit in checks for unit in units) == settings.study.attention_checks
        repeats = [place for place in rater.placements if place.repeat]
        assert len(repeats) == settings.study.repeats
        for repeat in repeats:
            assert units.index(repeat.unit) + 1 < repeat.place - 1
        orders.add(tuple(units))
    assert len(orders) == len(study.raters)


def test_the_same_seed_gives_the_same_plan(settings: QualitySettings) -> None:
    sample = both([support.conversation(number) for number in range(4)])
    assert plan(sample, settings.study, settings.scale, 1) == plan(sample, settings.study, settings.scale, 1)
    assert plan(sample, settings.study, settings.scale, 1) != plan(sample, settings.study, settings.scale, 2)


def test_nothing_to_rate_is_an_error(settings: QualitySettings) -> None:
    with pytest.raises(MuseError, match="no dialogues to rate"):
        plan([], settings.study, settings.scale, 1)


def test_pay_by_hand(settings: QualitySettings) -> None:
    # 20 entries of 2 minutes and 5 for the instructions: 45 minutes at 18 dollars an hour.
    assert texts.minutes(settings.study, 20) == 45
    assert texts.pay_usd(settings.study, 20) == 13.5

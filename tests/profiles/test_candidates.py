from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from muse.core.errors import MuseError
from muse.profiles.candidates import Candidate, Profiler, candidate_id
from muse.profiles.naming import Namer
from profiles.made import make_profiler


def run(profiler: Profiler, *indices: int) -> list[Candidate]:
    return asyncio.run(profiler.run(indices))


def test_a_candidate_depends_on_its_index_alone(tmp_path: Path) -> None:
    together = run(make_profiler(tmp_path), *range(6))
    apart = [run(make_profiler(tmp_path), index)[0] for index in (5, 3, 1, 4, 2, 0)]
    assert sorted(apart, key=lambda one: one.candidate_id) == together
    assert [one.candidate_id for one in together] == [candidate_id(index) for index in range(6)]


def test_another_seed_is_another_profile(tmp_path: Path) -> None:
    assert run(make_profiler(tmp_path, seed=1), 0) != run(make_profiler(tmp_path, seed=2), 0)


def test_profiles_keep_the_rules(tmp_path: Path) -> None:
    profiler = make_profiler(tmp_path)
    profiles = [one.profile for one in run(profiler, *range(12)) if one.profile]
    items = {item.item_id: item for members in profiler.targets.by_category.values() for item in members}
    assert len(profiles) > 6
    for profile in profiles:
        target = items[profile.target_item]
        assert profile.category == target.category
        assert Namer(target).find("\n".join([profile.scenario, *profile.requirements])) is None
        assert len(profile.requirements) <= 2
        assert (profile.provenance.scripted, profile.provenance.writer) == (True, "offline/muse-offline-1")
        assert set(profile.provenance.prompts) == {"judge_plausibility", "write_scenario"}


@pytest.mark.parametrize("items", [1, 3])
def test_a_tiny_catalog_is_enough(tmp_path: Path, items: int) -> None:
    found = run(make_profiler(tmp_path, items=items), *range(4))
    assert any(one.profile for one in found)


def test_what_nobody_would_do_is_quarantined_with_its_reason(tmp_path: Path) -> None:
    profiler = make_profiler(
        tmp_path, age_min=5, age_max=6
    )  # the catalog is for women: no child attends anything in it
    found = run(profiler, *range(8))
    assert all(
        one.rejection is not None and one.rejection.reason == "implausible"
        for one in found
        if one.profile is None or one.profile.reason.group == "Attend"
    )
    assert any(one.rejection for one in found)


def test_a_missing_picture_is_an_error_that_names_it(tmp_path: Path) -> None:
    profiler = make_profiler(tmp_path)
    (tmp_path / "i3.jpg").unlink()
    items = [item for members in profiler.targets.by_category.values() for item in members]
    with pytest.raises(MuseError, match=r"item i3 has no picture 'i3\.jpg'"):
        Profiler(profiler.settings, items, tmp_path, profiler.reasons, profiler.client)


def test_an_empty_catalog_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match="the catalog is empty"):
        make_profiler(tmp_path, items=0)

from __future__ import annotations

from collections import Counter

import support
from faker.providers.job.en_US import Provider

from muse.profiles.draw import EARLY_JOBS, Targets, draw_group, draw_persona, draw_reason
from profiles.made import settings


def test_groups_follow_their_shares() -> None:
    shares = {"Gifts": 0.2, "Attend": 0.7, "Work": 0.1}
    drawn = Counter(draw_group(shares, 1, f"p{k}") for k in range(3000))
    for group, wanted in shares.items():  # 3000 draws: a standard deviation is below .0084
        assert abs(drawn[group] / 3000 - wanted) < 0.035


def test_a_category_is_drawn_in_proportion_to_its_items() -> None:
    items = [support.item(k, categories=("Root", "Hats" if k < 9 else "Shoes")) for k in range(10)]
    drawn = Counter(Targets(items).draw(1, f"p{k}", 0).category for k in range(2000))
    assert abs(drawn["Shoes"] / 2000 - 0.1) < 0.035  # a standard deviation is .0067


def test_every_item_of_a_category_can_be_a_target() -> None:
    items = [support.item(k) for k in range(4)]
    assert {Targets(items).draw(1, f"p{k}", 0).item_id for k in range(200)} == {"i0", "i1", "i2", "i3"}


def test_the_order_of_the_catalog_does_not_matter() -> None:
    items = [support.item(k) for k in range(8)]
    there, back = Targets(items), Targets(items[::-1])
    assert all(there.draw(1, f"p{k}", 0) == back.draw(1, f"p{k}", 0) for k in range(50))


def test_a_catalog_of_one_item() -> None:
    assert Targets([support.item(3)]).draw(1, "p0", 0).item_id == "i3"


def test_personas_keep_the_rules() -> None:
    rules = settings()
    people = [draw_persona(rules, 1, f"p{k}", 0) for k in range(2000)]
    genders = Counter(person.gender for person in people)
    assert abs(genders["unknown"] / 2000 - 0.10) < 0.035
    assert abs(genders["male"] / 2000 - 0.45) < 0.06
    assert (min(p.age for p in people), max(p.age for p in people)) == (5, 70)
    assert all((person.profession == "none") == (person.age <= 15) for person in people)
    assert all(person.profession in EARLY_JOBS for person in people if 16 <= person.age <= 21)
    assert {person.profession for person in people if person.age > 21} - set(EARLY_JOBS)


def test_early_jobs_are_fakers() -> None:
    assert set(EARLY_JOBS) <= set(Provider.jobs)


def test_a_persona_depends_on_its_record_alone() -> None:
    alone = draw_persona(settings(), 1, "p7", 2)
    for other in range(5):
        draw_persona(settings(), 1, f"p{other}", 0)
    assert draw_persona(settings(), 1, "p7", 2) == alone
    assert draw_persona(settings(), 1, "p7", 3) != alone
    assert draw_persona(settings(), 2, "p7", 2) != alone


def test_a_reason_is_one_of_its_group() -> None:
    reasons = {"Gifts": ("a", "b"), "Attend": ("c",)}
    drawn = {draw_reason(reasons, "Gifts", 1, f"p{k}", 0).text for k in range(50)}
    assert drawn == {"a", "b"}

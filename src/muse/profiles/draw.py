"""What is drawn, not written: the target item, the persona, the reason. Each record from its own seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

import numpy as np
from faker import Faker

from muse.core.records import Item, Persona, Reason
from muse.core.seeding import generator
from muse.profiles.reasons import Reasons
from muse.profiles.settings import ProfilesSettings

K = TypeVar("K", bound=str)

STAGE = "profiles"
# Of Faker's jobs, those that take no long training.
EARLY_JOBS = (
    "Actor", "Animator", "Artist", "Barista", "Bookseller", "Cabin crew", "Camera operator", "Charity fundraiser",
    "Dancer", "Event organiser", "Firefighter", "Graphic designer", "Holiday representative", "Illustrator",
    "Jewellery designer", "Merchandiser, retail", "Music tutor", "Musician", "Newspaper journalist",
    "Personal assistant", "Photographer", "Printmaker", "Production assistant, television", "Retail merchandiser",
    "Runner, broadcasting/film/video", "Scientific laboratory technician", "Sports coach",
    "Teaching laboratory technician", "Visual merchandiser", "Volunteer coordinator", "Web designer", "Youth worker",
)  # fmt: skip


class Targets:
    """Items to draw from: a category in proportion to its items, then one of them."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.by_category: dict[str, list[Item]] = {}
        for item in sorted(items, key=lambda item: item.item_id):
            self.by_category.setdefault(item.category, []).append(item)
        self._categories = sorted(self.by_category)
        self._shares = np.array([len(self.by_category[name]) for name in self._categories]) / len(items)

    def draw(self, seed: int, profile_id: str, attempt: int) -> Item:
        """The target of this record, or the next one where no person and reason went with the last."""
        random = generator(seed, f"{STAGE}/target/{attempt}", profile_id)
        members = self.by_category[self._categories[int(random.choice(len(self._shares), p=self._shares))]]
        return members[int(random.integers(len(members)))]


def draw_group(shares: Mapping[K, float], seed: int, profile_id: str) -> K:
    """The group of this record's reason. It is drawn once: the shares hold however often persona and reason change."""
    return _weighted(generator(seed, f"{STAGE}/group", profile_id), shares)


def draw_reason(reasons: Reasons, group: str, seed: int, profile_id: str, attempt: int) -> Reason:
    """One reason of the group, each as likely as the others."""
    random = generator(seed, f"{STAGE}/reason/{attempt}", profile_id)
    return Reason(group=group, text=reasons[group][int(random.integers(len(reasons[group])))])


def draw_persona(settings: ProfilesSettings, seed: int, profile_id: str, attempt: int) -> Persona:
    """Who shops: gender by its shares, age uniform, name and profession by Faker (children have no profession, the
    young one that takes no long training)."""
    random = generator(seed, f"{STAGE}/persona/{attempt}", profile_id)
    gender = _weighted(random, settings.gender_shares)
    age = int(random.integers(settings.age_min, settings.age_max + 1))
    faker = _faker()
    faker.seed_instance(int(random.integers(2**63)))
    first = {"male": faker.first_name_male, "female": faker.first_name_female, "unknown": faker.first_name_nonbinary}
    return Persona(
        name=f"{first[gender]()} {faker.last_name()}",
        gender=gender,
        age=age,
        profession=_profession(settings, age, faker),
    )


def _profession(settings: ProfilesSettings, age: int, faker: Faker) -> str:
    if age <= settings.no_profession_up_to_age:
        return "none"
    return faker.random_element(EARLY_JOBS) if age <= settings.early_job_up_to_age else faker.job()


@cache
def _faker() -> Faker:
    return Faker("en_US")


def _weighted(random: np.random.Generator, shares: Mapping[K, float]) -> K:
    names = sorted(shares)
    weights = np.array([shares[name] for name in names])
    return names[int(random.choice(len(names), p=weights / weights.sum()))]

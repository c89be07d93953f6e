"""The plan of a study: blind units, a balanced incomplete assignment, attention checks and repeats, shuffled."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from muse.core.errors import MuseError
from muse.core.records import Record
from muse.core.seeding import generator
from muse.quality.dialogues import Dialogue
from muse.quality.judge.rubric import RUBRIC, Dimension
from muse.quality.ratings.design import assign
from muse.quality.settings import ScaleSettings, StudySettings

STAGE = "human-study"


class Unit(Record):
    """One thing to rate. Raters see `unit` alone; `system` and `item` stand in the researcher's study.json.

    `expected`: the score that an attention check asks for, None for a dialogue.
    """

    unit: str
    system: str
    item: str
    expected: int | None


class Placement(Record):
    """The unit at one place of a rater's form; `repeat`: they have seen it before."""

    place: int
    unit: str
    repeat: bool


class RaterPlan(Record):
    """What one rater is given, in this order."""

    rater: str
    placements: tuple[Placement, ...]


class Study(Record):
    """The whole plan: study.json, the researcher's file that `muse human import` needs."""

    study: str
    scale_lowest: int
    scale_highest: int
    dimensions: tuple[Dimension, ...]
    units: tuple[Unit, ...]
    raters: tuple[RaterPlan, ...]


def plan(dialogues: Sequence[Dialogue], settings: StudySettings, scale: ScaleSettings, seed: int) -> Study:
    """A plan for these dialogues (those of all systems). The same dialogues, settings and seed give the same plan."""
    if not dialogues:
        raise MuseError("no dialogues to rate", remedy="give conversations, or raise quality.study.items_per_system")
    random = generator(seed, STAGE, "plan")
    order = random.permutation(len(dialogues))
    units = [
        Unit(unit=f"u{at + 1:04d}", system=dialogues[place].dataset, item=dialogues[place].dialogue_id, expected=None)
        for at, place in enumerate(order)
    ]
    checks = [
        Unit(
            unit=f"u{len(units) + at + 1:04d}",
            system="attention check",
            item=f"check {at + 1}",
            expected=int(random.integers(scale.lowest, scale.highest + 1)),
        )
        for at in range(settings.attention_checks)
    ]
    panels = assign(len(units), settings.raters, settings.ratings_per_item, random)
    raters = []
    for rater in range(settings.raters):
        own = [unit.unit for unit, panel in zip(units, panels, strict=True) if rater in panel]
        placements = _shuffled(own, [check.unit for check in checks], settings.repeats, random)
        raters.append(RaterPlan(rater=f"rater {rater + 1:02d}", placements=placements))
    digest = hashlib.sha256(repr((seed, settings, scale, units, raters)).encode()).hexdigest()[:12]
    return Study(
        study=digest,
        scale_lowest=scale.lowest,
        scale_highest=scale.highest,
        dimensions=RUBRIC,
        units=(*units, *checks),
        raters=tuple(raters),
    )


def _shuffled(own: list[str], checks: list[str], repeats: int, random: np.random.Generator) -> tuple[Placement, ...]:
    """The rater's units in random order, checks anywhere among them; in the last half some of the first half again.

    A unit never comes again right after its first showing.
    """
    order = [own[place] for place in random.permutation(len(own))]
    half = (len(order) + 1) // 2
    first: list[tuple[str, bool]] = [(unit, False) for unit in order[:half]]
    last: list[tuple[str, bool]] = [(unit, False) for unit in order[half:]]
    again = random.choice(max(half - 1, 0), size=min(repeats, max(half - 1, 0)), replace=False)
    for place in again:
        last.insert(int(random.integers(len(last) + 1)), (order[place], True))
    shown = first + last
    for check in checks:
        shown.insert(int(random.integers(len(shown) + 1)), (check, False))
    return tuple(Placement(place=at + 1, unit=unit, repeat=repeat) for at, (unit, repeat) in enumerate(shown))

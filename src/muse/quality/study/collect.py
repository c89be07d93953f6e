"""Raters' answers checked against the plan of their study, and told apart: ratings, attention checks, repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from muse.core.errors import MuseError
from muse.core.records import Record
from muse.quality.ratings.table import Rating
from muse.quality.study.answers import Answer
from muse.quality.study.plan import Placement, Study, Unit


class Check(Record):
    """A line of the attention file: whether a rater did what a check said, on every question."""

    rater: str
    check: str
    passed: bool


class Repeat(Record):
    """A line of the repeats file: what a rater scored the first time and when it came again."""

    item: str
    system: str
    dimension: str
    rater: str
    first: int
    again: int


@dataclass(frozen=True)
class Collected:
    """What `muse human import` writes. `report` says what is missing."""

    ratings: list[Rating]
    checks: list[Check]
    repeats: list[Repeat]
    report: dict[str, Any]


def collect(study: Study, answers: Sequence[Answer]) -> Collected:
    """Raises MuseError for an answer that the plan does not know: another study, rater, unit, question or score, or one
    given twice. What was planned and not answered is no error: its score is missing, and the report lists it.
    """
    units = {unit.unit: unit for unit in study.units}
    planned = {(plan.rater, place.place): place for plan in study.raters for place in plan.placements}
    given: dict[tuple[str, int], Answer] = {}
    for answer in answers:
        _check(study, answer, planned, units)
        if (answer.rater, answer.place) in given:
            raise MuseError(
                f"{answer.rater} answered place {answer.place} twice (also in "
                f"{given[answer.rater, answer.place].where})",
                where=answer.where,
                remedy="keep one of the two files or annotations",
            )
        given[answer.rater, answer.place] = answer
    dimensions = [dimension.name for dimension in study.dimensions]
    ratings: list[Rating] = []
    checks: list[Check] = []
    repeats: list[Repeat] = []
    for plan in study.raters:
        first: dict[str, dict[str, int]] = {}
        for place in plan.placements:
            unit = units[place.unit]
            answer_here = given.get((plan.rater, place.place))
            scores = answer_here.scores if answer_here else {}
            if unit.expected is not None:
                if answer_here:
                    passed = all(scores.get(name) == unit.expected for name in dimensions)
                    checks.append(Check(rater=plan.rater, check=unit.item, passed=passed))
            elif place.repeat:
                repeats += [
                    Repeat(
                        item=unit.item,
                        system=unit.system,
                        dimension=name,
                        rater=plan.rater,
                        first=first[place.unit][name],
                        again=scores[name],
                    )
                    for name in dimensions
                    if name in scores and name in first[place.unit]
                ]
            else:
                first[place.unit] = scores
                ratings += [
                    Rating(item=unit.item, system=unit.system, dimension=name, rater=plan.rater, score=scores.get(name))
                    for name in dimensions
                ]
    return Collected(ratings, checks, repeats, _report(study, given, dimensions))


def _check(study: Study, answer: Answer, planned: dict[tuple[str, int], Placement], units: dict[str, Unit]) -> None:
    def refuse(problem: str) -> None:
        raise MuseError(problem, where=answer.where, remedy="give the files of this study, as they were saved")

    if answer.study != study.study:
        refuse(f"of study {answer.study!r}, not {study.study!r}")
    place = planned.get((answer.rater, answer.place))
    if place is None:
        refuse(f"no such rater or place: {answer.rater!r}, {answer.place}")
    elif answer.unit not in units or place.unit != answer.unit:
        refuse(f"unit {answer.unit!r} where the plan has {place.unit!r}")
    names = {dimension.name for dimension in study.dimensions}
    for name, score in answer.scores.items():
        if name not in names:
            refuse(f"unknown question {name!r}")
        if not study.scale_lowest <= score <= study.scale_highest:
            refuse(f"score {score} on {name} is not of the scale {study.scale_lowest}..{study.scale_highest}")


def _report(study: Study, given: dict[tuple[str, int], Answer], dimensions: list[str]) -> dict[str, Any]:
    raters = {}
    for plan in study.raters:
        done = {place.place: given.get((plan.rater, place.place)) for place in plan.placements}
        nothing = [place for place, answer in done.items() if answer is None or not answer.scores]
        open_questions = [
            {"place": place, "open": [name for name in dimensions if name not in answer.scores]}
            for place, answer in done.items()
            if answer is not None and answer.scores and len(answer.scores) < len(dimensions)
        ]
        raters[plan.rater] = {
            "planned": len(done),
            "answered": len(done) - len(nothing),
            "missing_places": nothing,
            "open_questions": open_questions,
        }
    return {
        "study": study.study,
        "raters": raters,
        "raters_without_answers": [rater for rater, found in raters.items() if found["answered"] == 0],
        "complete": all(not found["missing_places"] and not found["open_questions"] for found in raters.values()),
    }

"""The profiler's tasks: judge whether person, reason and item go together; write why the person is shopping."""

from __future__ import annotations

from typing import Any

from muse.offline.language.profiles_judgement import objection
from muse.offline.language.profiles_story import Shopper, tell
from muse.offline.language.profiles_wares import ware
from muse.offline.request import BadRequestError, Request
from muse.offline.tasks import task


@task("judge_plausibility")
def judge_plausibility(request: Request) -> dict[str, Any]:
    """`{"plausible": .., "why": ..}`."""
    who = _shopper(request)
    problem = objection(
        gender=who.gender,
        age=who.age,
        profession=who.profession,
        group=who.group,
        reason=who.reason,
        ware=ware(request),
    )
    return {"plausible": problem is None, "why": problem or "Person, reason and product go together."}


@task("write_scenario")
def write_scenario(request: Request) -> dict[str, Any]:
    """`{"scenario": .., "requirements": [..]}`. Another attempt is another request, so it is told another way."""
    scenario, requirements = tell(_shopper(request), ware(request), request.random)
    return {"scenario": scenario, "requirements": requirements}


def _shopper(request: Request) -> Shopper:
    gender, age = request.section("gender"), request.section("age")
    if gender not in {"female", "male", "unknown"} or not age.isdigit():
        raise BadRequestError(f"task {request.task}: gender {gender!r} or age {age!r} is not understood")
    return Shopper(
        name=request.section("name"),
        gender=gender,
        age=int(age),
        profession=request.section("profession"),
        group=request.section("reason_group"),
        reason=request.section("reason"),
    )

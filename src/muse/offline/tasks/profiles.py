"""The profiler's tasks: judge whether person, reason and item go together; write why the person is shopping."""

from __future__ import annotations

from typing import Any

from muse.offline.request import Request
from muse.offline.tasks import task

_AUDIENCES = {
    "women": {"women", "womens", "ladies"},
    "men": {"men", "mens"},
    "girls": {"girls"},
    "boys": {"boys"},
}


@task("judge_plausibility")
def judge_plausibility(request: Request) -> dict[str, Any]:
    """`{"plausible": .., "why": ..}`."""
    text = f"{request.section('item_title')} {request.section('item_categories')}".lower()
    heard = set(text.replace("'", "").replace(">", " ").replace(",", " ").split())
    audience = next((name for name, words in _AUDIENCES.items() if words & heard), "anybody")
    gender, age = request.section("gender"), int(request.section("age"))
    if request.section("reason_group") == "Gifts" or audience == "anybody":
        return {"plausible": True, "why": "It suits anybody."}
    if audience in ("girls", "boys") and age > 14:
        return {"plausible": False, "why": "It is made for children."}
    if audience in ("women", "men") and age < 13:
        return {"plausible": False, "why": "It is made for adults."}
    made_for = "female" if audience in ("women", "girls") else "male"
    fits = gender in (made_for, "unknown")
    return {"plausible": fits, "why": f"It is made for {audience}."}


@task("write_scenario")
def write_scenario(request: Request) -> dict[str, Any]:
    """`{"scenario": .., "requirements": [..]}`."""
    name, random = request.section("name"), request.random
    reason = request.section("reason")
    days = ("this Saturday", "next week", "in ten days", "at the end of the month")
    worry = ("the weather", "the budget", "the fit", "the time that is left")
    scenario = (
        f"{name} has something ahead {days[int(random.integers(4))]}: {reason[0].lower()}{reason[1:]}."
        f" {name.split()[0]} wants to feel right there and worries a little about {worry[int(random.integers(4))]}."
    )
    features = [line for line in request.section("item_features").split("\n") if line]
    return {"scenario": scenario, "requirements": features[:1]}

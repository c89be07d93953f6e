"""The profiler: judges whether person, reason and item go together, then writes why that person is shopping."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from muse.core.errors import RecordRejected
from muse.core.records import Item, Persona, Reason
from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.profiles.naming import Namer

ROLE = "profiler"


class Plausibility(BaseModel):
    """The judge's answer."""

    model_config = ConfigDict(extra="forbid")

    plausible: bool
    why: str


class Scenario(BaseModel):
    """The writer's answer."""

    model_config = ConfigDict(extra="forbid")

    scenario: Annotated[str, Field(min_length=1)]
    requirements: Annotated[list[str], Field(max_length=2)]


class Situation(BaseModel):
    """What both prompts are given; `problem` is what was wrong with the last attempt, empty on the first."""

    persona: Persona
    reason: Reason
    item: Item
    problem: str = ""


JUDGE = Prompt("judge_plausibility", Path(__file__).with_name("judge.jinja"), Plausibility)
WRITE = Prompt("write_scenario", Path(__file__).with_name("scenario.jinja"), Scenario)


async def is_plausible(client: Client, situation: Situation, image: Path, *, record: str, attempt: int) -> bool:
    """Whether this person could well buy this item for this reason, picture included."""
    verdict = await client.ask(ROLE, JUDGE, situation, record=record, turn=attempt, images={"item": image})
    return verdict.plausible


async def write(
    client: Client, situation: Situation, image: Path, namer: Namer, *, record: str, attempts: int
) -> tuple[Scenario, int]:
    """Scenario and requirements that do not name the item, and the number of attempts it took.

    The name found is fed back as the problem of the next attempt. Raises RecordRejected("names-the-item") when
    the last attempt still names it.
    """
    for attempt in range(attempts):
        answer = await client.ask(ROLE, WRITE, situation, record=record, turn=attempt, images={"item": image})
        name = namer.find("\n".join([answer.scenario, *answer.requirements]))
        if name is None:
            return answer, attempt + 1
        situation = situation.model_copy(update={"problem": f'It names the product: "{name}". Leave that out.'})
    raise RecordRejected("names-the-item", f"the scenario still says {name!r} after {attempts} attempts")

"""The companion-item opening: something that the user already owns and the target goes with."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, Field

from muse.core.records import Item, Profile
from muse.dialogue.views import Shown, item_lines
from muse.llm.client import Client
from muse.llm.prompt import Prompt

_HERE = Path(__file__).parent


class CompanionQuery(BaseModel):
    """A search for a piece that is worn together with the wanted one."""

    query: str = Field(min_length=1)


class Match(BaseModel):
    """Whether two items are worn together."""

    matches: bool
    reason: str


class _Wanted(BaseModel):
    wanted: list[str]
    scenario: str


class _Pair(_Wanted):
    own: list[str]


QUERY = Prompt("companion_query", _HERE / "companion_query.jinja", CompanionQuery)
JUDGE = Prompt("companion_judge", _HERE / "companion_judge.jinja", Match)
PROMPTS = (QUERY, JUDGE)


class Search(Protocol):
    """The catalog's search by text: the `k` best items, best first, without those in `exclude`."""

    def __call__(self, text: str, k: int, exclude: frozenset[str]) -> list[Shown]:
        """Search."""
        ...


async def find_companion(
    client: Client, profile: Profile, target: Shown, search: Search, candidates: int, record: str
) -> Shown | None:
    """The first of `candidates` found items that matches target and scenario, judged with both pictures; or None."""
    wanted = item_lines(target.item)
    ask = _Wanted(wanted=wanted, scenario=profile.scenario)
    query = (await client.ask("manager", QUERY, ask, record=record)).query
    for own in search(query, candidates, frozenset({target.item.item_id})):
        pair = _Pair(own=item_lines(own.item), wanted=wanted, scenario=profile.scenario)
        pictures = {"own item": own.picture, "wanted item": target.picture}
        if (
            _other_kind(own.item, target.item)
            and (await client.ask("manager", JUDGE, pair, record=record, images=pictures)).matches
        ):
            return own
    return None


def _other_kind(one: Item, other: Item) -> bool:
    return one.category != other.category

"""The manager's tasks: a companion for the wanted item, and the difference between two items."""

from __future__ import annotations

from typing import Any

from muse.offline.language.companions import goes_with, matches
from muse.offline.language.differences import find
from muse.offline.language.items import read_thing
from muse.offline.language.person import spoken
from muse.offline.request import Request
from muse.offline.tasks import task


@task("companion_query")
def companion_query(request: Request) -> dict[str, Any]:
    """`{"query": ..}`: a piece that is worn with the wanted one."""
    wanted = read_thing(request.section("wanted").splitlines(), None)
    return {"query": goes_with(wanted, request.random)}


@task("companion_judge")
def companion_judge(request: Request) -> dict[str, Any]:
    """`{"matches": .., "reason": ..}`."""
    own = read_thing(request.section("own").splitlines(), request.pictures.get("own item"))
    wanted = read_thing(request.section("wanted").splitlines(), request.pictures.get("wanted item"))
    verdict, reason = matches(own, wanted)
    return {"matches": verdict, "reason": reason}


@task("user_difference")
def user_difference(request: Request) -> dict[str, Any]:
    """`{"aspect": .., "shown": .., "wanted": ..}`."""
    shown = read_thing(request.section("shown").splitlines(), request.pictures.get("shown item"))
    wanted = read_thing(request.section("wanted").splitlines(), request.pictures.get("wanted item"))
    difference = find(shown, wanted, " ".join(spoken(request, "User")), request.random)
    return {"aspect": difference.aspect, "shown": difference.shown, "wanted": difference.wanted}

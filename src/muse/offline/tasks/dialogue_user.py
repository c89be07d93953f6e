"""The user's tasks: chat about the occasion, look at what is shown, turn down, accept, leave."""

from __future__ import annotations

from typing import Any

from muse.offline.language.differences import from_lines
from muse.offline.language.grammar import load
from muse.offline.language.items import Thing, read_thing
from muse.offline.language.listening import listen
from muse.offline.language.person import Facts, heard, shopper, spoken, wrong_rail
from muse.offline.language.telling import good_points
from muse.offline.request import Request
from muse.offline.tasks import task


def _say(request: Request, rule: str, facts: Facts) -> dict[str, Any]:
    """An utterance of the user's grammar that reacts to what the assistant said last."""
    last = spoken(request, "Assistant")
    everything = shopper(request) | listen(last[-1] if last else "") | facts
    return {
        "text": load("user_opening", "user_items", "small_talk").say(rule, everything, request.random, heard(request))
    }


def _shown(request: Request, section: str = "item", label: str = "shown item") -> Thing:
    return read_thing(request.section(section).splitlines(), request.pictures.get(label))


@task("user_chat")
def user_chat(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: why they are here, then more of it."""
    number = int(request.section("round"))
    if "your own item" in request.pictures:
        own = read_thing(request.section("own").splitlines(), request.pictures["your own item"])
        return _say(request, "show_own", own.facts("own_"))
    return _say(request, "begin" if number == 1 else "go_on", {"third": number > 2})


@task("user_item_chat")
def user_item_chat(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: an impression of the shown item, or a question about it."""
    thing, subject = _shown(request), request.section("subject")
    facts = thing.facts() | good_points(thing, request.random)
    if subject == "compare":
        facts |= _shown(request, "earlier", "earlier item").facts("earlier_")
    return _say(request, {"impression": "muse_on", "compare": "ask_compare"}.get(subject, f"ask_{subject}"), facts)


@task("user_reject")
def user_reject(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: no to the shown item, for the given difference."""
    difference = from_lines(request.section("difference").splitlines())
    again = sum("(reject)" in line for line in request.section("history").splitlines()) > 0
    thing = _shown(request)
    facts = thing.facts() | difference.facts() | wrong_rail(request, thing.audience)
    facts |= {"again": again, "changed": request.section("change_of_mind") == "yes"}
    return _say(request, "turn_down", facts)


@task("user_accept")
def user_accept(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: yes to the shown item."""
    tried = any("(reject)" in line for line in request.section("history").splitlines())
    thing = _shown(request)
    return _say(request, "take", thing.facts() | good_points(thing, request.random) | {"tried": tried})


@task("user_leave")
def user_leave(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: goodbye without buying."""
    difference = from_lines(request.section("difference").splitlines())
    return _say(request, "leave", _shown(request).facts() | difference.facts())

"""The assistant's tasks: chat, search, choose, recommend from the picture, answer about an item."""

from __future__ import annotations

from typing import Any

from muse.offline.language.grammar import load
from muse.offline.language.items import Thing, find_noun, read_thing
from muse.offline.language.listening import listen, wished
from muse.offline.language.person import Facts, heard, spoken
from muse.offline.language.searching import best_candidate, merge
from muse.offline.language.telling import care, good_points, met, sizes, spending, told_apart
from muse.offline.request import Request
from muse.offline.tasks import task

_TAGGED_SHARE = 0.4


def _say(request: Request, rule: str, facts: Facts) -> dict[str, Any]:
    said = spoken(request, "User")
    everything = listen(" ".join(said), first=said[0] if said else "", last=said[-1] if said else "") | facts
    return {
        "text": load("assistant_opening", "assistant_items", "small_talk").say(
            rule, everything, request.random, heard(request)
        )
    }


def _thing(request: Request, section: str = "item", label: str = "shown item") -> Thing:
    return read_thing(request.section(section).splitlines(), request.pictures.get(label))


@task("assistant_chat")
def assistant_chat(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: the first word, or a reply and a question."""
    if not spoken(request, "User"):
        return _say(request, "greet", {})
    own = request.pictures.get("the shopper's item")
    facts = read_thing([], own).facts("own_") if own else {}
    if own and (noun := find_noun(spoken(request, "User")[-1])):
        facts |= {"own_noun": noun.word, "own_plural": noun.plural, "own_noun_known": True}
    return _say(request, "see_own" if own else "reply", facts)


@task("assistant_clarify")
def assistant_clarify(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: one question before the first recommendation."""
    return _say(request, "clarify", {})


@task("assistant_item_chat")
def assistant_item_chat(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: an answer about the shown item."""
    thing, subject = _thing(request), request.section("subject")
    facts = thing.facts() | {"care": care(thing), "sizes": sizes(thing)} | good_points(thing, request.random)
    if subject == "compare":
        earlier = _thing(request, "earlier", "earlier item")
        facts |= earlier.facts("earlier_") | {"akin": earlier.noun == thing.noun}
    rule = {"impression": "talk_item", "compare": "answer_compare"}.get(subject, f"answer_{subject}")
    return _say(request, rule, facts)


@task("assistant_query")
def assistant_query(request: Request) -> dict[str, Any]:
    """`{"query": ..}`: the last query merged with what the user said since."""
    return {"query": merge(request.section("last_query"), request.section("history").splitlines())}


@task("assistant_choose")
def assistant_choose(request: Request) -> dict[str, Any]:
    """`{"number": ..}`: the candidate whose text meets most of the query."""
    said = " ".join(spoken(request, "User"))
    return {"number": best_candidate(request.section("query"), request.section("candidates").splitlines(), said)}


@task("assistant_recommend")
def assistant_recommend(request: Request) -> dict[str, Any]:
    """`{"text": ..}`: two or three sentences for the item."""
    thing = _thing(request)
    last = request.section("history").splitlines()[-1]
    facts = thing.facts() | good_points(thing, request.random)
    facts |= {"name": told_apart(thing.name, " ".join(heard(request)))}
    facts |= spending(thing.price, " ".join(spoken(request, "User")))
    if request.random.random() < _TAGGED_SHARE:  # a price is told once, beside the name or as a reason
        facts |= {"tag": facts["price"], "round_price": "", "in_budget": False}
    if last.startswith("User (reject)"):
        facts |= met(wished(last.partition(": ")[2]), thing) | {"again": True}
    return _say(request, "recommend", facts)
